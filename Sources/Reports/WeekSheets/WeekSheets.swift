import TrainingLoad
public import TrainingPlan

/// Sheets to hang up, one page a week: what to do each day, boxes to tick, room to write.
///
/// One HTML file that stands by itself, for paper first. Equal input gives equal bytes.
public struct WeekSheets: Sendable {
  /// What is to be done.
  let schedule: Schedule
  /// What the schedule answers: whose it is, and when the athlete is away.
  let problem: PlanProblem
  /// Who made them, for example `gradus 0.1.0`.
  let maker: String
  /// The weeks that have a sheet, by index.
  private let indices: ClosedRange<Int>

  /// The sheets of a schedule; nil where the plan has no such week.
  ///
  /// - Parameters:
  ///   - schedule: what is to be done.
  ///   - problem: what it answers.
  ///   - week: the only week to have a sheet, from 1; nil = all of them.
  ///   - maker: the program with its version.
  public init?(schedule: Schedule, problem: PlanProblem, week: Int? = nil, maker: String) {
    let last = Self.lastWeek(of: schedule)
    if let week {
      guard (1...last).contains(week) else { return nil }
      indices = week - 1...week - 1
    } else {
      indices = 0...last - 1
    }
    self.schedule = schedule
    self.problem = problem
    self.maker = maker
  }

  /// The number of the last week of a schedule, from 1: that of the event.
  public static func lastWeek(of schedule: Schedule) -> Int {
    max(schedule.weeks.count, (schedule.event.day - schedule.start) / 7 + 1, 1)
  }

  /// The file, UTF-8.
  public func html() -> [UInt8] {
    let sheets = indices.map { WeekSheet($0, of: self) }
    let page = Page(title: title, style: .weekSheets, sections: [head(sheets)] + sheets.map(\.html))
    return Array(page.html.source.utf8)
  }

  private var title: String {
    indices.count == 1
      ? "\(schedule.title): week \(indices.lowerBound + 1)" : "\(schedule.title): week by week"
  }

  /// On screens only: the name of the plan, and the way to a week.
  private func head(_ sheets: [WeekSheet]) -> HTML {
    HTML("header", ["class": "plan"]) {
      HTML("h1") { schedule.title }
      if sheets.count > 1 {
        HTML("p") { "One page a week, A4 or Letter. Print it, hang it up, tick what is done." }
        HTML("nav", ["aria-label": "Weeks"]) {
          HTML("ol", ["role": "list"]) {
            for sheet in sheets {
              HTML("li") { HTML("a", ["href": "#\(sheet.id)"]) { "Week \(sheet.number)" } }
            }
          }
        }
      }
    }
  }
}
