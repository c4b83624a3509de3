import TrainingLoad
public import TrainingPlan

extension ScheduleFile {
  /// A schedule file with other sessions: only the lines of sessions that differ are written anew. Everything else
  /// stays as it stands in the file, comments and layout too.
  ///
  /// - Parameters:
  ///   - source: A schedule file.
  ///   - schedule: What it is to say; it differs from the file in its sessions only.
  /// - Returns: The bytes of the file.
  /// - Throws: `FileError` where the source is no such file, where a comment would be lost, or where the file is
  ///   laid out in another way than one session an item of a list.
  public static func text(_ source: SourceFile, becoming schedule: Schedule) throws(FileError) -> [UInt8] {
    let listed = try ListedSessions(source)
    let text = Array(try listed.lines(becoming: schedule).joined(separator: "\n").utf8)
    let edited = try? read(SourceFile(name: source.name, bytes: text)).schedule
    guard let edited, edited.byID == schedule.byID, edited.rest == schedule.rest else {
      throw listed.otherLayout(at: 1)
    }
    return text
  }
}

extension Schedule {
  fileprivate var byID: [String: Session] {
    Dictionary(sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All but the sessions.
  fileprivate var rest: Schedule {
    var rest = self
    rest.sessions = []
    return rest
  }
}

/// The sessions of a schedule file and the lines that they stand on.
private struct ListedSessions {
  private let file: String
  private let lines: [String]
  private let items: [Item]

  private struct Item {
    let session: Session
    let hasID: Bool
    /// Its lines, from 0, without comments and empty lines behind it.
    let lines: Range<Int>
  }

  init(_ source: SourceFile) throws(FileError) {
    file = source.name
    lines = String(decoding: source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
    let document = try source.document(sizeLimit: SourceFile.dataSizeLimit)
    var keys = try MappingReader(document)
    let schema = try keys.required("schema")
    guard try schema.line() == ScheduleFile.fileSchema else {
      throw schema.wrong(
        expected: "\(ScheduleFile.fileSchema): only a schedule file can be changed in its place")
    }
    var list = SessionList(planID: try keys.required("plan").identifier(), isStrict: true)
    let sessions = try keys.required("sessions")
    let fields = try sessions.items("a session")
    for field in fields {
      var session = try MappingReader(field)
      try list.add(&session, day: try session.required("date").day())
    }
    var items: [Item] = []
    for (index, field) in fields.enumerated() {
      let next = index + 1 < fields.count ? fields[index + 1].mark.line - 1 : nil
      let range = Self.lines(from: field.mark.line - 1, to: next, in: lines)
      var session = try MappingReader(field)
      items.append(Item(session: list.asListed[index], hasID: session.optional("id") != nil, lines: range))
    }
    self.items = items
  }

  /// The lines of an item: up to the next one, or for the last as far as it is indented.
  private static func lines(from first: Int, to next: Int?, in lines: [String]) -> Range<Int> {
    let end =
      next ?? lines.indices.dropFirst(first + 1).first {
        lines[$0].first.map { !" #\r".contains($0) } ?? false
      }
      ?? lines.count
    var last = end
    while last > first + 1, lines[last - 1].isCommentOrEmpty { last -= 1 }
    return first..<max(first + 1, last)
  }

  /// The lines of the file with other sessions.
  func lines(becoming schedule: Schedule) throws(FileError) -> [String] {
    let wanted = schedule.byID
    let added = schedule.sessions.filter { new in !items.contains { $0.session.id == new.id } }
    guard let first = items.first else { throw otherLayout(at: 1) }
    var result = Array(lines[..<first.lines.lowerBound])
    for session in added where session.day < first.session.day {
      result += try written(session, like: first)
    }
    // A session without an id is named by its place in the list: it needs one where that changes.
    var isShifted = added.contains { $0.day < first.session.day }
    for (index, item) in items.enumerated() {
      let end = index + 1 < items.count ? items[index + 1].lines.lowerBound : lines.count
      let rest = lines[item.lines.upperBound..<end]
      let next = index + 1 < items.count ? items[index + 1].session.day : schedule.event.day + 1
      if let session = wanted[item.session.id] {
        let isSame = session == item.session && (item.hasID || !isShifted)
        result += isSame ? Array(lines[item.lines]) : try written(session, over: item)
      } else {
        try refuseComments(in: item)
        isShifted = true
      }
      for session in added where item.session.day <= session.day && session.day < next {
        result += try written(session, like: item)
        isShifted = true
      }
      result += rest
    }
    return result
  }

  private func written(_ session: Session, over item: Item) throws(FileError) -> [String] {
    try refuseComments(in: item)
    return try written(session, like: item)
  }

  /// A session as an item that is indented like another.
  private func written(_ session: Session, like item: Item) throws(FileError) -> [String] {
    let line = lines[item.lines.lowerBound]
    let indent = line.prefix { $0 == " " }
    guard line.dropFirst(indent.count).hasPrefix("- ") else {
      throw otherLayout(at: item.lines.lowerBound + 1)
    }
    return session.fileLines.map { indent + $0 }
  }

  private func refuseComments(in item: Item) throws(FileError) {
    guard let line = item.lines.first(where: { lines[$0].mayHaveComment }) else { return }
    throw FileError(
      file: file, mark: Mark(line: line + 1, column: 1), "a comment stands in a session that would change",
      expected: "the comment above the session, or the change made by hand")
  }

  func otherLayout(at line: Int) -> FileError {
    FileError(
      file: file, mark: Mark(line: line, column: 1),
      "the sessions are not laid out one below the other, so that they cannot be changed in their place",
      expected: "a list as `gradus plan` writes it, or the change made by hand")
  }
}

extension String {
  fileprivate var isCommentOrEmpty: Bool {
    let text = drop { " \t\r".contains($0) }
    return text.isEmpty || text.hasPrefix("#")
  }

  fileprivate var mayHaveComment: Bool { isCommentOrEmpty && contains("#") || contains(" #") }
}
