import PlanFiles
import Reports
import Review
import TrainingLoad
import TrainingPlan

/// A change of a schedule file: what it says, what comes of it, and how it is taken back.
struct ScheduleChange {
  /// What is done, in words; one paragraph each.
  let says: [String]
  /// What a coach should know of it, said behind what changes.
  let notes: [String]
  let comparison: Comparison
  /// The command, and what it changes.
  let command: String
  let file: OutputFile
  private let old: [UInt8]

  /// Whether the file would be other than it is.
  var isChange: Bool { file.bytes != old }

  /// The change of the schedule that `answer` says to another one, by a command. `before` is what the review says of
  /// `answer` where that is known; `check` reviews.
  init(
    of answer: Answer, to schedule: Schedule, says: [String] = [], notes: [String] = [], by command: String,
    before: Checked? = nil, check: (Answer) throws(Failure) -> Checked
  ) throws(Failure) {
    guard let source = answer.file, source.name != "-" else {
      throw .usage("there is no schedule file to change; `gradus plan` writes one")
    }
    var changed = answer
    do throws(FileError) {
      let bytes = try ScheduleFile.text(source, becoming: schedule)
      file = OutputFile(path: source.name, bytes: bytes)
      changed.file = SourceFile(name: source.name, bytes: bytes)
      changed.schedule = try ScheduleFile.read(SourceFile(name: source.name, bytes: bytes)).schedule
    } catch {
      throw .invalid(error)
    }
    old = source.bytes
    (self.says, self.notes) = (says, notes)
    let former = if let before { before } else { try check(answer) }
    comparison = Comparison(
      former, try check(changed),
      sessions: ScheduleDifference(from: answer.schedule, to: changed.schedule))
    let changes = comparison.sessions.changes.map { "\($0.session.inShort) on \($0.session.day) \($0.words)" }
    self.command = ([command + ":"] + [changes.joined(separator: "; ")]).joined(separator: " ")
  }

  /// Writes the file, and keeps what it held for `gradus undo`.
  func write() throws(Failure) {
    try file.replaceSchedule(by: command)
  }

  /// What a coach reads.
  func lines(_ style: Style, isDryRun: Bool) -> [String] {
    if !isChange { return says.flatMap { wrapped($0, width: FindingsText.width) } + ["Nothing changes."] }
    let end =
      isDryRun
      ? ["Would write \(file.path)"]
      : ["Wrote \(file.path)", "To take it back: gradus undo \(file.path)"]
    return ComparisonText(comparison: comparison, style: style).lines(says, notes: notes) + end
  }

  /// The same for programs: `change/1`.
  func json(isDryRun: Bool) -> JSONValue {
    .object(
      JSONValue.record([
        "schema": .text("change/1"), "file": .text(file.path), "written": .bool(isChange && !isDryRun),
        "says": .texts(says), "notes": .texts(notes),
      ]).members + comparison.jsonMembers)
  }
}
