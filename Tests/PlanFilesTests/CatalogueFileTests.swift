import PlanFiles
import TrainingLoad
import TrainingPlan
import Testing

private let beach = """
  gradus: 1
  add:
    - id: run-beach
      title: Beach run
      sport: run
      min_minutes: 20
      max_minutes: 40
      max_per_week: 1
      weekdays: [sat, sun]
      steps:
        - { text: "Barefoot, easy", activity: run_easy, share: 80%, effort: 3 }
        - text: "stride on firm sand"
          activity: run_sprint
          share: 0.2
          effort: 5
          set: { seconds: 20, recovery_seconds: 70, recovery: walk, recovery_activity: walk_easy }
      purpose: trains the feet
      specificity: { run: 0.9, other: 0.3 }
  narrow:
    run-intervals: { max_minutes: 50, max_per_week: 1, weekdays: [tue, thu] }
    run-beach: { max_minutes: 30 }

  """

/// Files that must be refused: what to write, and how the error begins.
private let refused: [(String, String)] = [
  ("add: []", "f:1:1: the document has no \"gradus\""),
  ("gradus: 2", "f:1:9: \"gradus\" is \"2\""),
  ("gradus: 1\nnarow: {}", "f:2:1: the key \"narow\" is not known here; expected one of gradus, add, narrow"),
  ("gradus: 1\nnarrow:\n  run-intervalls: {}", "f:3:3: \"run-intervalls\" is not in the catalogue"),
  (
    "gradus: 1\nnarrow:\n  run-long: { max_minuets: 60 }", "f:3:15: the key \"max_minuets\" is not known here"
  ),
  (
    "gradus: 1\nnarrow:\n  run-long: { max_minutes: 600 }",
    "f:3:28: \"max_minutes\" is \"600\"; expected 180 or less"
  ),
  (
    "gradus: 1\nnarrow:\n  run-long: { min_minutes: 20 }",
    "f:3:28: \"min_minutes\" is \"20\"; expected 30 or more"
  ),
  (
    "gradus: 1\nnarrow:\n  run-long: { max_per_week: 2 }",
    "f:3:29: \"max_per_week\" is \"2\"; expected 1 or less"
  ),
  (
    "gradus: 1\nnarrow:\n  run-long: { max_per_week: 0 }",
    "f:3:29: \"max_per_week\" is \"0\"; expected 1 or more"
  ),
  ("gradus: 1\nnarrow:\n  run-long: { max_minutes: 25 }", "f:3:28: \"max_minutes\" is \"25\""),
  ("gradus: 1\nnarrow:\n  run-long: { min_minutes: 190 }", "f:3:28: \"min_minutes\" is \"190\""),
  (
    "gradus: 1\nnarrow:\n  run-long: { weekdays: [] }",
    "f:3:25: \"weekdays\" is a list; expected at least one"
  ),
  ("gradus: 1\nnarrow:\n  run-long: { weekdays: [sunday] }", "f:3:26: \"weekdays\" is \"sunday\""),
  ("gradus: 1\nnarrow:\n  run-long: { weekdays: [sat], hard: false }", "f:3:32: the key \"hard\""),
  ("gradus: 1\nnarrow: [run-long]", "f:2:9: \"narrow\" is a list; expected a mapping"),
]

/// Changes to the beach run that spoil it: a piece, what stands there instead, and the error.
private let spoilt: [(String, String, String)] = [
  ("id: run-beach", "id: run-long", "f:3:5: \"run-long\" is in the catalogue already"),
  ("id: run-beach", "id: Run Beach", "f:3:9: \"id\" is \"Run Beach\"; expected small letters"),
  ("run_easy", "run_eazy", "f:11:45: \"activity\" is \"run_eazy\""),
  ("share: 80%", "share: 70%", "f:11:7: the shares of the steps sum to 0.9; expected shares that sum to 1"),
  ("effort: 3", "effort: 12", "f:11:75: \"effort\" is \"12\"; expected a number from 0 to 10"),
  ("max_minutes: 40", "max_minutes: 10", "f:7:18: \"max_minutes\" is \"10\"; expected at least min_minutes"),
  ("seconds: 20, ", "", "f:16:14: \"set\" is a mapping; expected either seconds or repetitions"),
  ("title: Beach run", "titel: Beach run", "f:4:5: \"titel\" is not known here and \"title\" is missing"),
  ("purpose: trains", "srpe: 3\n    purpose: trains", "f:17:5: the key \"srpe\" is not known here"),
  (
    "title: Beach run", "also: { sport: bike, shares: 0.2 }\n    title: Beach run",
    "f:4:26: \"shares\" is not known here"
  ),
  ("run: 0.9", "run: 9", "f:18:25: \"run\" is \"9\"; expected a number from 0 to 1.25"),
]

@Suite struct CatalogueFileTests {
  private let standard: Catalogue

  init() throws { standard = try CatalogueFile.standard() }

  private func read(_ text: String) throws -> Catalogue {
    try CatalogueFile.read(SourceFile(name: "f", text: text), onto: standard)
  }

  @Test func addsAndNarrows() throws {
    let catalogue = try read(beach)
    #expect(catalogue.entries.count == standard.entries.count + 1)
    let run = try #require(catalogue.entry("run-beach"))
    #expect(run.family == "run" && run.role == .endurance && run.weekdays == [.saturday, .sunday])
    #expect(run.maxMinutes == 30, "what is added can be narrowed")
    // 0.8 x 1.00 + 0.2 x (20 s x 2.59 + 70 s x 0.30) / 90 s
    #expect(run.hipPerMinute == 0.9618)
    let intervals = try #require(catalogue.entry("run-intervals"))
    #expect(intervals.maxMinutes == 50 && intervals.maxPerWeek == 1)
    #expect(intervals.weekdays == [.tuesday, .thursday])
    #expect(intervals.hipPerMinute == standard.entry("run-intervals")?.hipPerMinute)
  }

  /// What the page of sessions shows can be copied into a file as it stands.
  @Test func readsTheExampleOfThePage() throws {
    let page = String(decoding: try Sample.file("docs/sessions.md").bytes, as: UTF8.self)
    let fences = page.split(separator: "```")
    let example = try #require(fences.first { $0.hasPrefix("yaml\ngradus: 1\nadd:") })
    let catalogue = try read(String(example.dropFirst("yaml\n".count)))
    #expect(catalogue.entries.count == standard.entries.count + 1)
    #expect(catalogue.entry("run-dunes")?.weekdays == [.saturday, .sunday])
    #expect(catalogue.entry("run-intervals")?.maxMinutes == 50)
  }

  @Test func changesNothingWhereItSaysNothing() throws {
    #expect(try read("gradus: 1") == standard)
  }

  @Test(arguments: refused)
  func refuses(text: String, error: String) throws {
    let caught = #expect(throws: FileError.self) { try read(text) }
    #expect(caught?.description.hasPrefix(error) == true, "\(caught?.description ?? "")")
  }

  @Test(arguments: spoilt)
  func refusesASpoiltEntry(piece: String, replacement: String, error: String) throws {
    let parts = beach.split(separator: piece, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let caught = #expect(throws: FileError.self) { try read(parts[0] + replacement + parts[1]) }
    #expect(caught?.description.hasPrefix(error) == true, "\(caught?.description ?? "")")
  }

  @Test func namesTheNearestWord() {
    let unknown = #expect(throws: FileError.self) { try read("gradus: 1\nnarrow: { run-lonk: {} }") }
    #expect(unknown?.faults.first?.suggestion == "run-long")
    let key = #expect(throws: FileError.self) {
      try read("gradus: 1\nnarrow: { run-long: { max_minuts: 60 } }")
    }
    #expect(key?.faults.first?.suggestion == "max_minutes")
  }
}
