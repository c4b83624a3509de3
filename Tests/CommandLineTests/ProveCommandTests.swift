import Foundation
import PlanFiles
import SchemaChecking
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

  /// Costs are in the JSON as its schema says, in the text by what they are, and the same every time.
  @Test func saysWhatEachWishAndLimitCosts() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let words = ["prove", "small.yaml", "--effort", "quick", "--costs"]
      let run = try tool.run(words: words + ["--json"])
      #expect(run.status == 0, "\(run.error)")
      let document = try SourceFile(name: "proof", bytes: Array(run.output)).document()
      #expect(try SchemaCheck(.proof, isClosed: true).faults(JSONValue(document.node)) == [])
      #expect(try tool.run(words: words + ["--json"]).output == run.output)
      let costs = try #require((run.json as? [String: Any])?["costs"] as? [String: Any])
      let objective = try #require(costs["objective"] as? Double)
      let items = try #require(costs["items"] as? [[String: Any]])
      #expect(items.contains { $0["key"] as? String == "coaching.rhythm" })
      for item in items {
        let cost = try #require(item["cost"] as? Double)
        let without = try #require(item["objective_without"] as? Double)
        #expect(abs(without - objective - cost) < 1e-9)
      }
      let text = try tool.run(words: words).text
      #expect(text.contains("Within what dice alone bring about, ±"))
      for item in items {
        let word = try #require((item["text"] as? String)?.split(separator: " ").last)
        #expect(text.contains(word))
      }
    }
  }
}
