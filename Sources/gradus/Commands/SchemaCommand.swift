import ArgumentParser
import PlanFiles

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft-07) of a kind of file.",
    discussion: """
      EXAMPLES:
        gradus schema plan > plan.schema.json

      An editor with a YAML language server checks a plan against it as you write; the first line of the \
      plan says so: # yaml-language-server: $schema=plan.schema.json
      """)

  @Argument(help: "The kind of file.")
  var kind: Schemas.Kind

  func run() throws {
    try Output.print(Schemas.text(kind))
  }
}
