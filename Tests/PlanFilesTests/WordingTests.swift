import Testing

@testable import PlanFiles

/// How words begin that the data never use: exposure is not risk, and a planner is no doctor.
private let forbidden = [
  "diagnos", "treat", "prevent", "risk", "safe", "danger", "cure", "dysfunction", "imbalance", "corrective",
  "heals", "seed", "toxin",
]

@Suite struct WordingTests {
  @Test(arguments: ["activities", "compendium", "templates", "routines", "rules"])
  func speaksOfExposure(name: String) throws {
    typealias Data = EmbeddedData
    let files = [
      "activities": Data.activities, "compendium": Data.compendium,
      "templates": Data.templates, "routines": Data.routines, "rules": Data.rules,
    ]
    let bytes = try #require(files[name])
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
      .split(separator: "\"corrective-strength\"").joined()  // the id of a class, never shown
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      #expect(!forbidden.contains { word.hasPrefix($0) }, "\(name) says \"\(word)\"")
    }
    #expect(text.contains("\"unit"), "\(name) does not state its units")
  }
}
