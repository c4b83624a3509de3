import ArgumentParser
import PlanFiles
import Planner
import TrainingPlan

struct ProveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Say how good the schedule is, beside a proven bound of the best.",
    discussion: """
      EXAMPLES:
        gradus prove Plans/half-marathon.yaml
        gradus prove problem.json --effort thorough --json
        gradus prove problem.json --time 60             a lower bound
        gradus prove Plans/half-marathon.yaml --costs

      The objective is fitness on the day, counting load by how well it serves the event, less a part of \
      fatigue. The bound comes from a linear programme that every schedule inside the limits satisfies, \
      over every sequence of easier weeks, and from dividing it by yes/no choices as far as the time \
      goes; every part is proven by sums that are rounded upwards. More time never gives a larger bound. It \
      knows of no rhythm and no round minutes, so a plan that a coach would sign stays some way below it.

      --costs says what takes it there: the search goes on from the schedule with all wishes and limits, and \
      without each one, several times with different dice. What dice alone may bring about is told apart.
      """)

  @Argument(help: .file, completion: .plan)
  var file: String

  @OptionGroup var search: SearchOptions

  @Flag(help: "Say what each habit, goal and limit costs: searches about a hundred times as long.")
  var costs = false

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() async throws {
    let source = try InputFile.read(file)
    let question = try Question.read(source)
    let planned = try search.work.planned(question.problem, asked: source)
    var proof = Proof(planned, for: question.problem)
    if costs {
      proof.costs = await Planner.costs(of: question.problem, in: planned) { done, all in
        ProgressLine.show(done, of: all)
      }
    }
    if json {
      try Output.write(proof.json.bytes())
    } else {
      let title = Style.ofOutput.bold(question.problem.title)
      try Output.print(([title] + proof.lines).joined(separator: "\n"))
    }
  }
}
