import ArgumentParser
import PlanFiles

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the schema of a kind of file: JSON Schema (draft-07), or XSD for plan-xml.",
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
