import Reports
import Review
import TrainingLoad
import TrainingPlan

/// A schedule as a coach reads it in the terminal.
struct PlanText {
  let schedule: Schedule
  let problem: PlanProblem
  /// What the review, which shares no code with the planner, says of the schedule.
  let checked: Checked
  let ruleBook: RuleBook
  let style: Style
  /// Whether every week and session says why.
  let isVerbose: Bool

  var lines: [String] {
    let weeks = WeekSummary.weeks(of: schedule, problem: problem)
    let weekLines = TextTable(weeks: weeks).lines(style)
    return [heading, ""] + weekLines
      + [
        style.faint(
          "load in AU (effort x minutes), change against the last week that built, hip in run-minutes"), "",
      ]
      + (isVerbose ? weekReasons : []) + firstDays + robust + reviewed + waived + assumptions
  }

  private var heading: String {
    let event = schedule.event
    let weeks = schedule.weeks.count == 1 ? "1 week" : "\(schedule.weeks.count) weeks"
    let date = "\(event.day.weekday.shortName) \(event.day.dayAndMonth) \(event.day.components.year)"
    return style.bold(schedule.title) + ": \(weeks) to \(event.name) on \(date)"
  }

  private var weekReasons: [String] {
    schedule.weeks.map { "Week \($0.index + 1): \($0.why)" } + [""]
  }

  /// The first seven days, or the next seven, so that training can go on.
  private var firstDays: [String] {
    let first = max(schedule.start, checked.answer?.today ?? schedule.start)
    let count = min(7, schedule.event.day - first)
    guard count > 0 else { return [] }
    return [style.bold("The \(first == schedule.start ? "first" : "next") \(count) days")]
      + (0..<count).flatMap { lines(of: first + $0) } + [""]
  }

  private func lines(of day: CivilDay) -> [String] {
    let sessions = schedule.sessions.filter { $0.day == day }
    let list = sessions.isEmpty ? "rest" : sessions.map(\.inShort).joined(separator: ", ")
    let reasons = isVerbose ? sessions.filter { !$0.why.isEmpty }.map { "              \($0.why)" } : []
    return ["  \(day.weekdayAndDate)  \(list)"] + reasons
  }

  /// The verdict of the review, and what is to change or to watch; notes are counted, and shown when verbose.
  private var reviewed: [String] {
    let text = FindingsText(
      reviewed: checked.reviewed, ruleBook: ruleBook, style: style, detail: .brief, isVerbose: isVerbose)
    return [style.bold("Reviewed") + ": " + checked.verdict, ""] + text.lines
  }

  private var robust: [String] {
    schedule.robustCost.map { wrapped("Robust: " + $0.inWords, width: FindingsText.width) + [""] } ?? []
  }

  private var waived: [String] {
    WaiversText(
      waivers: problem.policy.waivers, ruleBook: ruleBook, day: checked.answer?.today ?? schedule.start,
      style: style
    ).lines
  }

  private var assumptions: [String] {
    guard !problem.assumptions.isEmpty else { return [] }
    return [style.bold("Assumed")] + problem.assumptions.map { "  " + $0 } + [""]
  }
}
