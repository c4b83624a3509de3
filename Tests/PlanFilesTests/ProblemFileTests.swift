import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

/// A problem with nothing but what the format asks for.
private let bare = """
  {"start_date": "2026-01-05", "event": {"day_index": 14, "sport": "run"},
   "history": {"load": [\(Array(repeating: "50", count: 28).joined(separator: ", "))]},
   "availability": {"minutes": {"mon":0,"tue":60,"wed":60,"thu":60,"fri":0,"sat":90,"sun":120}},
   "rest": {"min_rest_days_per_7": 1}, "limits": {},
   "templates": [{"id": "e", "sport": "run", "family": "run", "srpe": 4, "min_minutes": 20, "max_minutes": 60}]}
  """

private func read(_ text: String) throws -> PlanProblem {
  try ProblemFile.read(SourceFile(name: "p.json", text: text)).problem
}

/// Edits of the bare problem, and the fault that each must name.
private let faults: [(String, String, String)] = [
  ("2026-01-05", "2026-02-30", "p.json:1:16: there is no day 2026-02-30; expected a day from 01 to 28"),
  ("2026-01-05", "5.1.2026", "p.json:1:16: \"start_date\" is \"5.1.2026\"; expected a date as YYYY-MM-DD"),
  (
    "\"day_index\": 14", "\"day_index\": 0",
    "p.json:1:53: \"day_index\" is \"0\"; expected a whole number from 1 to 799"
  ),
  (
    "\"day_index\": 14", "\"day_index\": 1e3",
    "p.json:1:53: \"day_index\" is \"1e3\"; expected a whole number"
  ),
  (
    "\"day_index\": 14", "\"day_indx\": 14",
    "p.json:1:40: \"day_indx\" is not known here and \"day_index\" is missing; expected \"day_index\"; did you "
      + "mean \"day_index\"?"
  ),
  ("\"sport\": \"run\"}", "\"sport\": \" \"}", "p.json:1:66: \"sport\" is \" \"; expected one line of text"),
  ("[50, 50,", "[50, -1,", "p.json:2:27: \"load\" is \"-1\"; expected a number from 0"),
  ("[50, 50,", "[50,", "p.json:2:22: \"load\" has 27 days; expected from 28 to 4000 daily loads"),
  ("[50, 50,", "[50, 1e999,", "p.json:2:27: \"load\" is \"1e999\"; expected a number"),
  ("[50, 50,", "[50, \"50\",", "p.json:2:27: \"load\" is \"50\"; expected a number without quotes"),
  (
    "\"load\":", "\"hip\": [1], \"load\":",
    "p.json:2:21: \"hip\" has 1 days and \"load\" has 28; expected a value"
  ),
  (
    "\"load\":", "\"sessions\": [{\"day\": 0, \"sport\": \"run\", \"minutes\": 9}], \"load\":",
    "p.json:2:35: \"day\" is \"0\"; expected a day before the start, -1 or less"
  ),
  ("\"tue\":60", "\"tue\":-1", "p.json:3:45: \"tue\" is \"-1\"; expected a number from 0 to 1440"),
  ("\"tue\":60", "\"tues\":60", "p.json:3:39: \"tues\" is not known here and \"tue\" is missing"),
  (
    "\"min_rest_days_per_7\": 1", "\"min_rest_days_per_7\": 8",
    "p.json:4:34: \"min_rest_days_per_7\" is \"8\"; expected a whole number from 0 to 7"
  ),
  (
    "per_7\": 1", "per_7\": 1, \"wish_weekdays\": [\"mo\"]",
    "p.json:4:55: \"wish_weekdays\" is \"mo\"; expected one of mon, tue, wed, thu, fri, sat, sun; did you mean \"mon\"?"
  ),
  (
    "\"limits\": {}", "\"limits\": {\"taper\": {\"max_fraction\": [0.6, 0.8], \"min_fraction\": [0.1]}}",
    "p.json:4:103: \"min_fraction\" has 1 windows and \"max_fraction\" has 2; expected as many in both"
  ),
  (
    "\"limits\": {}", "\"limits\": {\"tsb_event_rel\": [0.4, 0.1]}",
    "p.json:4:66: the bounds of \"tsb_event_rel\" are not clear; expected two numbers, the lower first"
  ),
  (
    "\"max_minutes\": 60", "\"max_minutes\": 19",
    "p.json:5:106: \"max_minutes\" is \"19\"; expected at least \"min_minutes\", 20"
  ),
  ("\"srpe\": 4", "\"srpe\": 11", "p.json:5:69: \"srpe\" is \"11\"; expected a number from 0 to 10"),
  (
    "\"srpe\": 4", "\"srpe\": 4, \"hard\": \"yes\"",
    "p.json:5:80: \"hard\" is \"yes\"; expected true or false"
  ),
  ("\"id\": \"e\"", "\"id\": null", "p.json:5:17: \"id\" is empty; expected a value"),
  (
    "{\"start", "{\"id\": \"../x\", \"start",
    "p.json:1:8: \"id\" is \"../x\"; expected a name without / and \\"
  ),
  (
    "{\"start", "{\"schema\": \"plan/1\", \"start",
    "p.json:1:12: \"schema\" is \"plan/1\"; expected one of plan-problem/1"
  ),
]

@Suite struct ProblemFileTests {
  @Test func bareProblemHasTheFormatsDefaults() throws {
    let problem = try read(bare)
    #expect(problem.start == CivilDay(iso: "2026-01-05"))
    #expect(problem.event == .init(name: "run", sport: "run", minutes: 60, dayIndex: 14))
    #expect(problem.history.hip == Array(repeating: 0, count: 28))
    #expect(problem.availability == .init(minutes: [0, 60, 60, 60, 0, 90, 120], maxSessionsPerDay: 2))
    #expect(problem.rest == .init(minPer7: 1, loadMax: 30))
    #expect(problem.limits == Limits())
    #expect(problem.goal == .init() && problem.model == .init())
    #expect(problem.athlete == nil && problem.coaching == nil)
    let template = try #require(problem.templates.first)
    #expect(template.hipPerMinute == 0 && template.specificity == 1 && template.weekdays == nil)
    #expect(template.role == .endurance && template.title == "e")
  }

  @Test(arguments: [
    ("strength", SessionTemplate.Role.strength), ("upper", .strength), ("core", .support),
    ("mobility", .support), ("situps", .support), ("bike", .endurance),
  ])
  func sportSaysTheRole(sport: String, role: SessionTemplate.Role) throws {
    let text = bare.replacing(
      "\"id\": \"e\", \"sport\": \"run\"", with: "\"id\": \"e\", \"sport\": \"\(sport)\"")
    #expect(try read(text).templates.first?.role == role)
    let restful = text.replacing("\"srpe\"", with: "\"rest_ok\": true, \"srpe\"")
    #expect(try read(restful).templates.first?.role == .support)
  }

  @Test func emptyLimitsDoNotBind() throws {
    let text = bare.replacing(
      "\"limits\": {}",
      with: """
        "limits": {"deload": {}, "hard": {}, "taper": {}, "hip": null, "variety": {}, "tsb_event_rel": [],
                   "baseline_minutes": {"run": null}, "sport_caps": null}
        """)
    #expect(try read(text).limits == Limits())
  }

  @Test(arguments: faults)
  func namesTheFault(old: String, new: String, error: String) throws {
    try #require(bare.contains(old))
    let text = bare.replacing(old, with: new, maxReplacements: 1)
    let caught = #expect(throws: FileError.self) { try read(text) }
    #expect(caught?.description.hasPrefix(error) == true, "\(caught?.description ?? "")")
  }

  @Test func keepsWhatItDoesNotKnow() throws {
    let text = bare.replacing(
      "\"limits\": {}", with: "\"limits\": {\"mine\": [1.50, {\"a\": \"ü\"}]}, \"x\": null"
    )
    .replacing(
      "\"sport\": \"run\", \"family\"",
      with: "\"sport\": \"run\", \"also\": {\"sport\": \"bike\", \"share\": 0.5, \"y\": 1}, \"family\"")
    let document = try ProblemFile.read(SourceFile(name: "p.json", text: text))
    #expect(document.json["limits"]?.compact == "{\"mine\":[1.50,{\"a\":\"ü\"}]}")
    #expect(document.json["x"] == JSONValue.null)
  }

  @Test(arguments: 0..<60)
  func writesWhatItReads(seed: Int) throws {
    let problem = PlanProblem.generated(UInt64(seed))
    let bytes = ProblemFile.json(problem).bytes()
    let document = try ProblemFile.read(SourceFile(name: "p.json", bytes: bytes))
    #expect(document.problem == problem)
    #expect(document.json.bytes() == bytes)
  }

  @Test func readsTheReferenceProblems() throws {
    let novice = try ProblemFile.read(
      SourceFile(name: "p1", bytes: PackageResources.p1_novice_5k_8w_json)
    ).problem
    #expect(novice.id == "p1_novice_5k_8w" && novice.weekCount == 8 && novice.event.dayIndex == 55)
    #expect(novice.history.load.count == 42 && novice.history.load.reduce(0, +) == 1731)
    #expect(novice.templates.map(\.id).suffix(2) == ["strength_hip", "mobility"])
    #expect(novice.templates.map(\.role).suffix(2) == [.strength, .support])
    #expect(novice.limits.taper == .init(maxFraction: [0.65], minFraction: [0.25], minDaysLast7: 3))
    #expect(novice.limits.baselineMinutes["hike"] == 60 && novice.limits.hip?.per7Cap == 150)
    #expect(novice.goal.longSessions.first?.earliestDaysBefore == 21)
    for bytes in [
      PackageResources.p2_half_4days_12w_json, PackageResources.p5_granfondo_12w_json,
      PackageResources.p9_infeasible_marathon_8w_json,
    ] {
      let document = try ProblemFile.read(SourceFile(name: "p", bytes: bytes))
      let again = try ProblemFile.read(SourceFile(name: "p", bytes: document.json.bytes(isPretty: false)))
      #expect(again == document)
    }
  }
}
