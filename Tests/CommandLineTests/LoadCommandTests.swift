import Foundation
import Testing

@Suite struct LoadCommandTests {
  private static let columns = [
    "date", "load", "fitness", "fatigue", "form", "ratio_ewma", "ratio_coupled", "ratio_uncoupled",
    "monotony", "strain", "hip", "relief",
  ]

  private func days(_ tool: Tool, _ options: [String] = []) throws -> [[String: Any]] {
    try tool.file("history.csv", SmallPlan.history)
    let run = try tool.run(words: ["load", "history.csv", "--json"] + options)
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    return try #require(run.json as? [[String: Any]])
  }

  @Test func everyDayHasExactlyTheKeys() throws {
    try Tool.inFolder { tool in
      let days = try days(tool)
      #expect(days.count == 8)
      #expect(days.allSatisfy { Set($0.keys) == Set(Self.columns) })
      #expect(days.first?["date"] as? String == "2027-02-01")
      let text = try tool.run("load", "history.csv", "--json").text
      let places = Self.columns.compactMap { text.firstRange(of: "\"\($0)\"")?.lowerBound }
      #expect(places.count == Self.columns.count)
      #expect(places == places.sorted())
    }
  }

  @Test func whatIsUnknownIsNull() throws {
    try Tool.inFolder { tool in
      let days = try days(tool)
      #expect(days[0]["load"] as? Double == 160)
      #expect(days[1]["load"] as? Double == 0, "rest is known")
      #expect(days[1]["hip"] as? Double == 0)
      #expect(days[3]["load"] is NSNull, "a day without a row is unknown")
      #expect(days[4]["load"] as? Double == 180)
      #expect(days[4]["hip"] is NSNull, "the catalogue does not know the sport")
      #expect(days.allSatisfy { $0["monotony"] is NSNull }, "no seven days in a row are known")
      #expect(days[0]["hip"] as? Double == 40, "easy running is one run-minute a minute")
      #expect((days[2]["relief"] as? Double ?? 0) > 0)
    }
  }

  @Test func theOptionsChooseTheVariants() throws {
    try Tool.inFolder { tool in
      func fitness(_ options: [String]) throws -> Double? { try days(tool, options)[0]["fitness"] as? Double }
      let expected: [([String], Double)] = [
        (["--smoothing", "reciprocal"], 160.0 / 42), (["--smoothing", "span"], 160 * 2.0 / 43),
        ([], 160 * (1 - exp(-1.0 / 42))),
      ]
      for (options, value) in expected {
        #expect(abs(try #require(try fitness(options)) - value) < 1e-9)
      }
      #expect(try days(tool)[0]["form"] as? Double == 0)
      let today = try days(tool, ["--form", "same-day"])[0]
      let values = ["fitness", "fatigue", "form"].compactMap { today[$0] as? Double }
      try #require(values.count == 3)
      #expect(abs(values[0] - values[1] - values[2]) < 1e-9)
      #expect(values[2] < -10)
    }
  }

  @Test func theTableNamesTheVariants() throws {
    try Tool.inFolder { tool in
      try tool.file("history.csv", SmallPlan.history)
      let text = try tool.run("load", "history.csv", "--smoothing", "span", "--monotony-sd", "population")
        .text
      #expect(text.contains("2027-02-04     –"))
      #expect(text.contains("span 2/(N+1)"))
      #expect(text.contains("population SD"))
      #expect(text.contains("contested"))
    }
  }

  @Test func aHistoryWithoutDaysIsNoFault() throws {
    try Tool.inFolder { tool in
      let run = try tool.run("load", "-", "--json", input: Data("date,sport,minutes,rpe\n".utf8))
      #expect(run.status == 0)
      #expect((run.json as? [Any])?.isEmpty == true)
    }
  }
}
