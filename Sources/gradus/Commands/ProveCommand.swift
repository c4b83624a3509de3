import ArgumentParser
import PlanFiles
import Planner
import Reports
import TrainingPlan

struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Say how good the schedule is, beside a proven bound of the best.",
    discussion: """
      EXAMPLES:
        gradus prove Plans/half-marathon.yaml
        gradus prove problem.json --effort thorough --json

      The objective is fitness on the day, counting load by how well it serves the event, less a part of \
      fatigue. The bound is the optimum of a linear programme that every schedule inside the limits \
      satisfies, over every sequence of easier weeks, and is proven by sums that are rounded upwards. It \
      knows of no rhythm and no round minutes, so a plan that a coach would sign stays some way below it.
      """)

  @Argument(help: .file, completion: .plan)
  var file: String

  @Option(help: "How long to search; the result is the same on every machine.")
  var effort = EffortName.standard

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() throws {
    let source = try InputFile.read(file)
    let question = try Question.read(source)
    let planned = try effort.effort.planned(question.problem, asked: source)
    let bound = provenBound(question.problem)
    if json {
      try Output.write(record(planned, bound).bytes())
    } else {
      try Output.print(text(question.problem, planned, bound))
    }
  }

  private func record(_ planned: PlannedSchedule, _ bound: ProvenBound) -> JSONValue {
    .record([
      "objective": .number(planned.objective), "bound": .number(bound.objective),
      "share": .number(planned.objective / bound.objective), "sequences": .number(bound.sequences),
      "admissible": .number(bound.admissible),
      "week_types": .array(bound.weekTypes.map { .text($0.rawValue) }),
    ])
  }

  private func text(_ problem: PlanProblem, _ planned: PlannedSchedule, _ bound: ProvenBound) -> String {
    let share = (1000 * planned.objective / bound.objective).rounded(.down) / 10
    let covered =
      bound.sequences == bound.admissible
      ? "all \(bound.admissible) sequences of easier weeks"
      : "\(bound.sequences) of \(bound.admissible) sequences of easier weeks one by one, the others together"
    return """
      \(Style.ofOutput.bold(problem.title))
      objective  \(planned.objective.inTenths) AU a day
      bound      \(bound.objective.inTenths) AU a day, proven for \(covered)
      share      \(share.inTenths) %
      most room  \(bound.weekTypes.map(\.inWords).map { $0.isEmpty ? "load" : $0 }.joined(separator: ", "))
      """
  }
}

extension Double {
  /// With one digit after the point.
  fileprivate var inTenths: String { String((self * 10).rounded() / 10) }
}
