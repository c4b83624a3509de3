import PlanFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The former states of a schedule file, in the folder `.undo` beside it: each state as a file of its own, and
/// `steps.json` with the commands that led from one to the next.
///
/// The folder holds a `.gitignore`, so that it is no part of a repository. Without it only undo is lost.
struct UndoRecord {
  /// The schedule file.
  let path: String
  /// The oldest first; none where no command has changed the file yet.
  private(set) var states: [State] = []
  /// The state that the file is in, unless it was changed by hand since.
  private(set) var position = 0

  /// What the file was after a command.
  struct State: Equatable {
    let number: Int
    /// The command, or where the file came from otherwise.
    let command: String
  }

  private static let schema = "undo/1"
  /// States that are kept.
  private static let most = 100

  private static func folder(_ path: String) -> String { FileName.join(FileName(path).folder, ".undo") }
  private var folder: String { FileName.join(Self.folder(path), FileName(path).last) }
  private var index: String { FileName.join(folder, "steps.json") }
  private func file(_ state: State) -> String { FileName.join(folder, "\(state.number).yaml") }

  /// The record of a schedule file with these bytes.
  init(of path: String, now bytes: [UInt8]) throws(Failure) {
    self.path = path
    guard InputFile.exists(index) else { return }
    do { try read(try InputFile.read(index)) } catch { throw Self.damaged(error) }
    // A command that was stopped between its two files has left the file one state beside the record.
    for step in [0, -1, 1] where states.indices.contains(position + step) {
      if try isState(position + step, bytes) {
        position += step
        return
      }
    }
  }

  private mutating func read(_ source: SourceFile) throws(FileError) {
    let document = try source.document(sizeLimit: SourceFile.dataSizeLimit)
    var keys = try MappingReader(document)
    _ = try keys.required("schema").word(among: [Self.schema])
    for item in try keys.required("states").items("a state") {
      var state = try MappingReader(item)
      let number = try state.required("number").count()
      guard number > states.last?.number ?? -1 else {
        throw item.error("the states are not in order", expected: "rising numbers")
      }
      states.append(State(number: number, command: try state.required("command").text()))
    }
    guard !states.isEmpty else { throw document.error("there are no states", expected: "at least one") }
    position = try keys.required("position").int(in: 0...(states.count - 1))
  }

  private static func damaged(_ error: any Error) -> Failure {
    switch error {
    case let error as FileError:
      .invalid(
        FileError(
          faults: error.faults
            + [
              .init(
                file: error.faults.first?.file ?? "", mark: nil,
                message: "the record of former states is damaged",
                expected: "it as a command left it; without the folder .undo a new one is begun")
            ]))
    case let failure as Failure: failure
    default: .usage("\(error)")
    }
  }

  /// The bytes of a state.
  func bytes(_ place: Int) throws(Failure) -> [UInt8] { try InputFile.read(file(states[place])).bytes }

  /// Whether the file was in the state when it had these bytes.
  func isState(_ place: Int, _ bytes: [UInt8]) throws(Failure) -> Bool { try self.bytes(place) == bytes }

  /// Whether the file is as the last command left it.
  func isCurrent(_ bytes: [UInt8]) throws(Failure) -> Bool {
    states.isEmpty ? true : try isState(position, bytes)
  }

  /// What a command takes back, the latest first.
  var undoable: [String] { states.isEmpty ? [] : states[1...].prefix(position).reversed().map(\.command) }

  /// What can be made again, the next first.
  var redoable: [String] { states.dropFirst(position + 1).map(\.command) }
}

extension UndoRecord {
  /// Keeps what a file held before a command changes it: files to be written before it.
  ///
  /// What was taken back before can then no longer be made again. Bytes that no command wrote are kept as a state of
  /// their own.
  func keeping(_ old: [UInt8], becoming new: [UInt8], by command: String) throws(Failure) -> [OutputFile] {
    var record = self
    var files = try record.enter(old)
    files.append(record.append(new, by: command))
    record.states.removeFirst(max(0, record.states.count - Self.most))
    record.position = record.states.count - 1
    return files + record.indexFiles()
  }

  /// Keeps the bytes that a file holds, where no command wrote them, and goes to another state.
  ///
  /// - Returns: The files to be written, that of the schedule last.
  func going(to place: Int, from old: [UInt8]) throws(Failure) -> [OutputFile] {
    var record = self
    let bytes = try bytes(place)
    let written = try isCurrent(old) ? [] : record.enter(old)
    record.position = place
    return written + record.indexFiles() + [OutputFile(path: path, bytes: bytes)]
  }

  /// Makes the bytes the last state, so that what came after is forgotten.
  private mutating func enter(_ bytes: [UInt8]) throws(Failure) -> [OutputFile] {
    if states.isEmpty { return [append(bytes, by: "as it was")] }
    states.removeLast(states.count - position - 1)
    return try isState(position, bytes) ? [] : [append(bytes, by: "changed by hand")]
  }

  private mutating func append(_ bytes: [UInt8], by command: String) -> OutputFile {
    let state = State(number: (states.last?.number ?? 0) + 1, command: command)
    states.append(state)
    return OutputFile(path: file(state), bytes: bytes)
  }

  private func indexFiles() -> [OutputFile] {
    let value = JSONValue.record([
      "schema": .text(Self.schema), "position": .number(position),
      "states": .array(
        states.map { .record(["number": .number($0.number), "command": .text($0.command)]) }),
    ])
    let ignore = FileName.join(Self.folder(path), ".gitignore")
    let ignored = InputFile.exists(ignore) ? [] : [OutputFile(path: ignore, bytes: Array("*\n".utf8))]
    return ignored + [OutputFile(path: index, bytes: value.bytes())]
  }

  /// Removes the files of states that are no longer known. What cannot be removed only takes space.
  func tidy() {
    guard let first = states.first?.number else { return }
    for number in max(0, first - 2 * Self.most)..<first {
      unlink(file(State(number: number, command: "")))
    }
  }
}

extension OutputFile {
  /// Writes a schedule file, and keeps what stood there so that `gradus undo` brings it back.
  ///
  /// - Returns: Whether anything was written; not where the file holds these bytes already.
  @discardableResult
  func replaceSchedule(
    by command: String, with others: [OutputFile] = [], after ledger: OutputFile? = nil
  ) throws(Failure) -> Bool {
    guard InputFile.exists(path) else {
      try OutputFile.write([self] + others, after: ledger)
      return true
    }
    let old = try InputFile.read(path).bytes
    if old == bytes {
      try OutputFile.write(others, after: ledger)
      return false
    }
    let record = try UndoRecord(of: path, now: old)
    let kept = try record.keeping(old, becoming: bytes, by: command)
    try OutputFile.write(kept + [self] + others, after: ledger)
    record.tidy()
    return true
  }
}
