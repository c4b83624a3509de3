import ArgumentParser
import PlanFiles
import TrainingPlan

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Bring a schedule file back to what it was before the last command.",
    discussion: """
      EXAMPLES:
        gradus undo Plans/half-marathon.yaml           take back the last change
        gradus undo Plans/half-marathon.yaml --redo    make it again
        gradus undo Plans/half-marathon.yaml --list    what can be taken back

      Every command that writes a schedule file keeps what the file held, byte for byte, in the folder .undo \
      beside it (the last 100 states; git does not see them). A file that was changed by hand since is brought \
      back with --replace only, and the change by hand can be made again with --redo.
      """)

  @Argument(help: .scheduleFile, completion: .plan)
  var file: String

  @Flag(help: "Make again what was taken back.")
  var redo = false

  @Flag(help: "List what can be taken back, the latest first, and made again.")
  var list = false

  @Flag(help: "Replace a file that was changed by hand since.")
  var replace = false

  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp("The plan or problem that the schedule answers.", valueName: "file"),
    completion: .plan)
  var planPath: String?

  @Flag(name: .customLong("dry-run"), help: "Show what would change and write nothing.")
  var isDryRun = false

  @Flag(help: "Print the change as change/1 JSON.")
  var json = false

  func run() throws {
    let path = try schedulePath()
    let source = try InputFile.read(path)
    let record = try UndoRecord(of: path, now: source.bytes)
    if list { return try print(record) }
    guard let command = redo ? record.redoable.first : record.undoable.first else {
      throw Failure.usage("there is nothing to \(redo ? "make again" : "take back") in \(path)")
    }
    if !replace, try !record.isCurrent(source.bytes) {
      throw Failure.inputOutput(
        path: path,
        message:
          "the file was changed by hand since \"\(record.undoable.first ?? "then")\"; --replace brings "
          + "the former state back all the same, and --redo then the change by hand")
    }
    let place = record.position + (redo ? 1 : -1)
    let new = try record.bytes(place)
    let verb = isDryRun ? redo ? "Would make again" : "Would take back" : redo ? "Made again" : "Taken back"
    let says = "\(verb): \(command)."
    let change = change(source, to: new)
    if !isDryRun { try OutputFile.write(try record.going(to: place, from: source.bytes)) }
    try show(change, says: says, path: path)
  }

  /// The schedule file itself, or the one beside a plan.
  private func schedulePath() throws -> String {
    guard file != "-" else {
      throw Failure.usage("standard input has no former states; name the schedule's file")
    }
    let name = FileName(file)
    return !name.isSchedule && InputFile.exists(name.schedule) ? name.schedule : file
  }

  /// What comes of it; nil where the file or its former state cannot be read as a schedule.
  private func change(_ source: SourceFile, to new: [UInt8]) -> Comparison? {
    do throws(Failure) {
      let old = try Answer.read(source, planPath: planPath)
      var answer = old
      answer.schedule = try Answer.read(
        SourceFile(name: source.name, bytes: new), planPath: planPath
      ).schedule
      return Comparison(
        Checked(old, try old.reviewed()), Checked(answer, try answer.reviewed()),
        sessions: ScheduleDifference(from: old.schedule, to: answer.schedule))
    } catch {
      return nil
    }
  }

  private func show(_ change: Comparison?, says: String, path: String) throws {
    if json {
      let head = JSONValue.record([
        "schema": .text("change/1"), "file": .text(path), "written": .bool(!isDryRun), "says": .texts([says]),
      ])
      return try Output.write(JSONValue.object(head.members + (change?.jsonMembers ?? [])).bytes())
    }
    let lines = change.map { ComparisonText(comparison: $0, style: .ofOutput).lines([says]) } ?? [says]
    try Output.print((lines + [(isDryRun ? "Would write " : "Wrote ") + path]).joined(separator: "\n"))
  }

  private func print(_ record: UndoRecord) throws {
    if json {
      let value = JSONValue.record(["undo": .texts(record.undoable), "redo": .texts(record.redoable)])
      return try Output.write(value.bytes())
    }
    let undo = record.undoable.map { "take back   \($0)" }
    let redo = record.redoable.map { "make again  \($0)" }
    try Output.print((undo + redo).isEmpty ? "Nothing to take back." : (undo + redo).joined(separator: "\n"))
  }
}
