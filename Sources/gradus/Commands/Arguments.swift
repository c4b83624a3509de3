public import ArgumentParser
public import Calendars
public import PlanFiles
public import Reports
public import TrainingLoad

// The words of the libraries that are values of options.

extension Smoothing: ExpressibleByArgument {}
extension Monotony.Deviation: ExpressibleByArgument {}
extension FormConvention: ExpressibleByArgument {}
extension CalendarDocument.Purpose: ExpressibleByArgument {}
extension CalendarDocument.Detail: ExpressibleByArgument {}
extension Report.Audience: ExpressibleByArgument {}
extension Schemas.Kind: ExpressibleByArgument {}
extension SessionTable.Form: ExpressibleByArgument {}

extension CivilDay: ExpressibleByArgument {
  /// A day as `YYYY-MM-DD`.
  public init?(argument: String) { self.init(iso: argument) }
}

extension ArgumentHelp {
  /// The FILE argument of commands that take a plan or a problem.
  static let file = ArgumentHelp("Plan file or plan-problem/1 JSON; - is standard input.", valueName: "file")
  /// The --plan option of commands that take a schedule.
  static let question = ArgumentHelp(
    "The plan or problem that the schedule answers.", valueName: "file")
}

extension CompletionKind {
  /// Files that hold plans.
  static let plan = CompletionKind.file(extensions: ["yaml", "yml", "json"])
}
