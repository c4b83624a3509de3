import Foundation
import Testing

/// `robust: 1` in a plan file: the plan stands any missed session, and says what that costs.
@Suite struct RobustCommandTests {
  private static let yaml = """
    gradus: 1
    id: robust
    title: Robust plan
    athlete: { name: Sample runner, born: 1990, experience: recreational, zone: Europe/Berlin }
    event: { name: Park run, sport: run, date: 2027-03-28, start: "10:00", expected: 30m, priority: C }
    start: 2027-03-01
    baseline: { run: { per_week: 3, minutes: 35m, longest: 50m }, strength: { per_week: 2, minutes: 20m } }
    available: { mon: 40m, tue: 60m, thu: 60m, fri: 60m, sat: 60m, sun: 75m }
    sessions: [run-easy, run-long, swim-easy, strength-hip, mobility]
    robust: 1

    """

  @Test func aRobustPlanStandsAnyMissedSession() throws {
    try Tool.inFolder { tool in
      try tool.file("robust.yaml", Self.yaml)
      let plan = try tool.run("plan", "robust.yaml", "--effort", "quick")
      #expect(plan.status == 0, "\(plan.error)")
      #expect(plan.text.contains("\nRobust: Whichever session is missed, the rest of the plan stays inside"))
      let file = String(decoding: try tool.contents("robust.schedule.yaml"), as: UTF8.self)
      #expect(file.contains("\nrobust:\n  objective: "))
      let report = String(decoding: try tool.contents("Exports/robust/report.html"), as: UTF8.self)
      #expect(report.contains("As it was planned: Whichever session is missed"))
      let data = try JSONSerialization.jsonObject(with: try tool.contents("Exports/robust/report.json"))
      let told = ((data as? [String: Any])?["plan"] as? [String: Any])?["robust"] as? [String: Double]
      let json = try tool.run("plan", "robust.yaml", "--effort", "quick", "--json").json as? [String: Any]
      let cost = try #require(json?["robust"] as? [String: Double])
      #expect(cost == told && cost.keys.sorted() == ["objective", "without"])
      #expect(try #require(cost["objective"]) <= #require(cost["without"]))
      let check = try tool.run("check", "robust.yaml", "--missed", "1")
      #expect(check.status == 0)
      #expect(check.text.contains("sessions can be missed without any change to the rest."))
      let resolved = try #require(try tool.run("resolve", "robust.yaml").json as? [String: Any])
      #expect((resolved["robust"] as? [String: Any])?["misses"] as? Int == 1)
      let plain = Self.yaml.replacing("robust: 1\n", with: "")
      try tool.file("plain.yaml", plain)
      let other = try tool.run("plan", "plain.yaml", "--effort", "quick", "--out", "plain")
      #expect(!other.text.contains("Robust: "))
      #expect(
        !String(decoding: try tool.contents("plain/plain.schedule.yaml"), as: UTF8.self).contains("\nrobust:")
      )
    }
  }

  @Test func whatStandsInTheWayIsNamed() throws {
    try Tool.inFolder { tool in
      let long = Self.yaml.replacing("priority: C }", with: "priority: C }\ngoal: { long: { run: 55m } }")
        .replacing("sun: 75m }", with: "sun: 75m }\nlimits: { rules: { weekly-rise: watches } }")
        .replacing(
          "run-long,", with: "run-long: { max_per_week: 1, weekdays: [sun] }, run-easy: { max_minutes: 30 },"
        )
        .replacing("[run-easy, ", with: "[")
      try tool.file("long.yaml", long)
      let run = try tool.run("plan", "long.yaml", "--effort", "quick")
      if run.status == 0 { return #expect(try tool.run("check", "long.yaml", "--missed", "1").status == 0) }
      #expect(run.status == 4)
      #expect(run.error.contains("a plan that stays inside its limits whichever session is missed"))
      #expect(run.error.contains(": robust: 1"))
      #expect(run.error.contains("would help: leave `robust` out; then a schedule is found"))
    }
  }

  /// A limit that stands in the way is shown where the coach's limits file has it.
  @Test func aLimitInTheWayHasItsPlace() throws {
    try Tool.inFolder { tool in
      try tool.file("limits.yaml", "gradus-limits: 1\nrules:\n  weekly-rise: { max: 2%, allowance: 5 }\n")
      let tight = Self.yaml.replacing("robust: 1", with: "robust: 1\nlimits: limits.yaml")
      try tool.file("tight.yaml", tight)
      let run = try tool.run("plan", "tight.yaml", "--effort", "quick")
      #expect(run.status == 4)
      #expect(run.error.contains("limits.yaml:3:3: weekly-rise: { max: 2%"), "\(run.error)")
    }
  }
}
