import Foundation
import Testing

/// Locale, time zone and working directory change nothing.
@Suite struct SameBytesTests {
  private static let surroundings: [[String: String]] = [
    ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Kolkata"],
    ["LC_ALL": "C", "TZ": "America/St_Johns", "NO_COLOR": "1"],
    ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia", "TERM": "xterm-256color", "COLUMNS": "40"],
  ]

  @Test(
    arguments: [
      ["plan", "small.yaml", "--effort", "quick", "--json"],
      ["plan", "small.yaml", "--effort", "quick", "--dry-run"],
      ["resolve", "small.yaml"], ["load", "history.csv", "--json"], ["load", "history.csv"],
      ["export", "small.schedule.yaml", "--to", "ics"], ["export", "small.schedule.yaml", "--to", "xcal"],
      ["explain", "hip-load"], ["man"],
    ])
  func sameBytes(arguments: [String]) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      try tool.file("history.csv", SmallPlan.history)
      if arguments[0] == "export" { _ = try tool.run("plan", "small.yaml", "--effort", "quick") }
      let plain = try tool.run(words: arguments)
      #expect(plain.status == 0, "\(plain.error)")
      #expect(plain.output.isEmpty == false)
      for environment in Self.surroundings {
        #expect(try tool.run(words: arguments, environment: environment).output == plain.output)
      }
    }
  }

  @Test func fromAnotherDirectory() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let path = tool.folder.appending(path: "small.yaml").path
      let here = try tool.run("plan", "small.yaml", "--effort", "quick", "--json")
      let there = try tool.run("plan", path, "--effort", "quick", "--json", in: URL(filePath: "/"))
      #expect(there.output == here.output)
    }
  }
}
