import PlanFiles
import Reports
import Review
import TrainingLoad
import TrainingPlan

extension Answer {
  /// The folder of what is derived from the schedule.
  var exports: String { "Exports/" + (schedule.planID.isEmpty ? "plan" : schedule.planID) }

  /// The report of what the review found.
  func report(
    _ reviewed: Reviewed, for audience: Report.Audience, ruleBook: RuleBook, done: TrainingHistory? = nil
  ) throws(Failure) -> [UInt8] {
    let routines: [Routine]
    do { routines = try CatalogueFile.standard().routines } catch { throw .invalid(error) }
    let report = Report(
      schedule: schedule, problem: problem, done: done, reviewed: reviewed, ruleBook: ruleBook,
      routines: routines, today: today, maker: "gradus \(Gradus.version)", audience: audience)
    return report.html()
  }
  /// The sheets to hang up: of one week, from 1, or of all.
  func weekSheets(_ week: Int? = nil) throws(Failure) -> [UInt8] {
    let sheets = WeekSheets(
      schedule: schedule, problem: problem, week: week, maker: "gradus \(Gradus.version)")
    guard let sheets else {
      throw .usage("--week: the weeks of this plan are 1 to \(WeekSheets.lastWeek(of: schedule)).")
    }
    return sheets.html()
  }
}
