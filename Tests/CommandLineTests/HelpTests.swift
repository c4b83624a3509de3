import Foundation
import Testing

/// What is generated from the command tree.
@Suite struct HelpTests {
  private static let commands = [
    "plan", "batch", "check", "report", "prove", "resolve", "load", "move", "edit", "add", "remove", "lock",
    "undo", "diff", "fmt", "export", "import", "explain", "schema", "doctor",
    "completions",
    "man",
  ]

  @Test(arguments: [[]] + commands.map { [$0] })
  func help(command: [String]) throws {
    try Tool.inFolder { tool in
      let run = try tool.run(words: command + ["--help"])
      #expect(run.status == 0)
      #expect(run.error.isEmpty)
      try Golden.check(run.output, "help-\(command.first ?? "gradus").txt")
      let examples = try #require(run.text.firstRange(of: "EXAMPLES:"))
      let usage = try #require(run.text.firstRange(of: "USAGE:"))
      #expect(examples.lowerBound < usage.lowerBound, "examples come first")
    }
  }

  @Test func manualPage() throws {
    try Tool.inFolder { tool in
      let run = try tool.run("man")
      #expect(run.status == 0)
      try Golden.check(run.output, "gradus.1")
      for command in Self.commands { #expect(run.text.contains(".SS gradus \(command)")) }
    }
  }

  @Test func theManualPageHasEveryOptionOfTheHelp() throws {
    try Tool.inFolder { tool in
      let page = try tool.run("man").text.replacing("\\-", with: "-")
      for command in Self.commands {
        let help = try tool.run(command, "--help").text
        let options = help.matches(of: /--[a-z-]+/).map { String($0.output) }
        for option in Set(options).subtracting(["--help", "--version"]) { #expect(page.contains(option)) }
      }
    }
  }

  @Test("completions name every command and option", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    try Tool.inFolder { tool in
      let run = try tool.run("completions", shell)
      #expect(run.status == 0)
      for word in Self.commands + [
        "effort", "monotony-sd", "dry-run", "fail-on", "never", "thorough", "reciprocal", "xcal",
      ] {
        #expect(run.text.contains(word), "\(shell) lacks \(word)")
      }
      #expect(try tool.run("completions", shell).output == run.output)
    }
  }

  @Test func explainKnowsEveryRuleThatItLists() throws {
    try Tool.inFolder { tool in
      let rules = try #require(try tool.run("explain", "--json").json as? [[String: Any]])
      #expect(rules.count > 25)
      let list = try tool.run("explain").text
      for id in rules.compactMap({ $0["id"] as? String }) { #expect(list.contains(id)) }
      let text = try tool.run("explain", "weekly-rise").text
      for part in ["Meaning", "Computation", "By default", "Evidence", "Sources", "To change it"] {
        #expect(text.contains("\n" + part + "\n"))
      }
    }
  }

  @Test func doctorFindsAllThatIsNeeded() throws {
    try Tool.inFolder { tool in
      let checks = try #require(try tool.run("doctor", "--json").json as? [[String: Any]])
      #expect(checks.count >= 5)
      #expect(checks.allSatisfy { $0["ok"] as? Bool == true })
      #expect(try tool.run("doctor").status == 0)
    }
  }

  @Test(
    "schemas are JSON", arguments: ["plan", "limits", "problem", "schedule", "proof", "report", "ledger"])
  func schema(kind: String) throws {
    try Tool.inFolder { tool in
      let schema = try #require(try tool.run("schema", kind).json as? [String: Any])
      #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    }
  }
}
