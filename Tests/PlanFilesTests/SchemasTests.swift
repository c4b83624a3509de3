import PlanFiles
import SchemaChecking
import Testing
import TrainingPlan

@Suite struct SchemasTests {
  @Test(arguments: Schemas.Kind.allCases.filter { $0 != .planXML })
  func isDraft7(kind: Schemas.Kind) throws {
    let schema = try SchemaCheck(kind).root
    #expect(schema["$schema"] == .text("http://json-schema.org/draft-07/schema#"))
    #expect(schema["title"] != nil)
  }

  @Test(arguments: 0..<40)
  func namesEveryKeyThatIsWritten(seed: Int) throws {
    let problem = ProblemFile.json(.generated(UInt64(seed)))
    #expect(try SchemaCheck(.problem, isClosed: true).faults(problem) == [])
    let schedule = Schedule.generated(UInt64(seed))
    let check = try SchemaCheck(.schedule, isClosed: true)
    #expect(check.faults(ScheduleFile.json(schedule, problem: nil)) == [])
    let file = try SourceFile(name: "s", bytes: ScheduleFile.text(schedule)).document()
    #expect(check.faults(JSONValue(file.node)) == [])
  }

  @Test func acceptsTheReferenceProblems() throws {
    let check = try SchemaCheck(.problem)
    for bytes in [
      PackageResources.p1_novice_5k_8w_json, PackageResources.p2_half_4days_12w_json,
      PackageResources.p5_granfondo_12w_json, PackageResources.p9_infeasible_marathon_8w_json,
    ] {
      #expect(check.faults(try ProblemFile.read(SourceFile(name: "p", bytes: bytes)).json) == [])
    }
  }

  @Test(arguments: [
    ("\"day_index\":", "\"day_indx\":"), ("\"srpe\": 4", "\"srpe\": 11"), ("\"mon\": 40,", ""),
    ("\"2026-01-05\"", "\"5.1.2026\""), ("\"fri\"\n", "\"friday\"\n"),
    ("\"hard\": true", "\"hard\": \"yes\""),
  ])
  func refusesSpoiltProblems(old: String, new: String) throws {
    let text = String(decoding: PackageResources.p1_novice_5k_8w_json, as: UTF8.self)
    try #require(text.contains(old))
    let spoilt = try SourceFile(name: "p", text: text.replacing(old, with: new)).document()
    #expect(try SchemaCheck(.problem).faults(JSONValue(spoilt.node)) != [])
    #expect(throws: FileError.self) { try ProblemFile.read(spoilt) }
  }
}
