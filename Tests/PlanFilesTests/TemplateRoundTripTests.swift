import TrainingPlan
import Testing

@testable import PlanFiles

@Suite struct TemplateRoundTripTests {
  /// A resolved problem keeps all that the catalogue says: nothing is lost on the way through the file.
  @Test func everyEntrySurvivesTheProblemFile() throws {
    for entry in try CatalogueFile.standard().entries {
      let template = entry.template(for: "run")
      let document = try SourceFile(name: entry.id, text: template.json.compact).document()
      #expect(try SessionTemplate(document) == template)
    }
  }
}
