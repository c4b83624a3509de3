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
}
