import Foundation
import Testing

@Suite struct ProveCommandTests {
  @Test func saysHowGoodTheScheduleIs() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let run = try tool.run("prove", "small.yaml", "--effort", "quick")
      #expect(run.status == 0, "\(run.error)")
      #expect(run.text.contains("\nobjective  ") && run.text.contains("\nbound      "))
    }
  }

  @Test func theScheduleIsNeverAboveTheBound() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let figures = try #require(
        try tool.run("prove", "small.yaml", "--effort", "quick", "--json").json as? [String: Any])
      let objective = try #require(figures["objective"] as? Double)
      let bound = try #require(figures["bound"] as? Double)
      let share = try #require(figures["share"] as? Double)
      #expect(objective <= bound && abs(share - objective / bound) < 1e-9)
      #expect(figures["sequences"] as? Int == figures["admissible"] as? Int)
    }
  }
}
