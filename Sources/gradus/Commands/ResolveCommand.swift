import ArgumentParser
import PlanFiles

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Print the whole question with every default written out.",
    discussion: """
      EXAMPLES:
        gradus resolve Plans/half-marathon.yaml > problem.json
        gradus resolve Plans/half-marathon.yaml | gradus plan - --json

      Every command takes the printed plan-problem/1 JSON in place of the plan file.
      """)

  @Argument(help: .file, completion: .plan)
  var file: String

  @Flag(help: "Print faults as JSON too; the problem always is.")
  var json = false

  func run() throws {
    let question = try Question.read(try InputFile.read(file))
    try Output.write(ProblemFile.json(question.problem).bytes())
  }
}
