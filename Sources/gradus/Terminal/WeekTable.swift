import Reports
import TrainingPlan

extension TextTable {
  /// The week table of a schedule.
  init(weeks: [WeekSummary]) {
    self.init([
      ("week", .right), ("dates", .left), ("phase", .left), ("type", .left), ("minutes", .right),
      ("load", .right), ("change", .right), ("rest", .right), ("hip", .right), ("key session", .left),
    ])
    for week in weeks {
      add([
        String(week.index + 1), week.days.lowerBound.dayAndMonth + " – " + week.days.upperBound.dayAndMonth,
        week.phase?.rawValue ?? "", week.type.map { $0 == .load ? "" : $0.inWords } ?? "",
        String(week.minutes), decimal(week.load),
        week.change.map { ($0 >= 0.005 ? "+" : "") + decimal(100 * $0) + " %" } ?? "",
        String(week.restDays), decimal(week.hip), week.keySession,
      ])
    }
  }
}
