import Foundation
import Testing

/// Whatever a file holds, the answer is a place and a reason, never a crash and never a long wait.
@Suite struct HostileInputTests {
  private static let commands = [
    ["plan"], ["check"], ["prove"], ["resolve"], ["load"], ["export", "--to", "ics"],
  ]

  private static let bomb = """
    a: &a [x, x, x, x, x, x, x, x, x]
    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
    d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
    """

  @Test(
    "refused with exit 3, by every command that reads",
    arguments: [
      "empty": Data(),
      "NUL": Data("gradus: 1\nid: a\0b\n".utf8),
      "no UTF-8": Data([0x67, 0x3A, 0x20, 0xC3, 0x28, 0x0A]),
      "UTF-16": Data([0xFF, 0xFE, 0x67, 0x00]),
      "a YAML bomb": Data(bomb.utf8),
      "deep lists": Data(String(repeating: "[", count: 100_000).utf8),
      "deep mappings": Data(String(repeating: "{\"a\":", count: 100_000).utf8),
      "an open quote": Data("gradus: \"1\nid: x".utf8),
      "JSON that ends early": Data("{\"schema\": \"plan-problem/1\", \"ev".utf8),
      "a schema of others": Data("{\"schema\": \"plan-problem/9\"}".utf8),
      "a list": Data("[1, 2, 3]".utf8),
      "a bare word": Data("gradus".utf8),
    ].sorted { $0.key < $1.key })
  func refused(name: String, content: Data) throws {
    try Tool.inFolder { tool in
      try tool.file("in", content)
      for command in Self.commands {
        let run = try tool.run(words: command + ["in"])
        #expect(run.status == 3, "\(command): \(run.error)")
        #expect(run.error.hasPrefix("in:"))
        #expect(run.output.isEmpty)
        let piped = try tool.run(words: command + ["-"], input: content)
        #expect(piped.status == 3)
        #expect(piped.error.hasPrefix("-:"))
      }
    }
  }

  @Test(
    "large files are refused within seconds",
    arguments: [
      ("gradus: 1\n", "# comment\n"), ("{", "\"a\": 1,\n"), ("date,sport,minutes,rpe\n", "x,y,z,1\n"),
    ])
  func large(start: String, line: String) throws {
    let content = Data(start.utf8) + Data(String(repeating: line, count: 10_000_000 / line.utf8.count).utf8)
    try Tool.inFolder { tool in
      try tool.file("in", content)
      for command in ["plan", "check", "load"] {
        let begin = ContinuousClock.now
        #expect(try tool.run(command, "in").status == 3)
        #expect(ContinuousClock.now - begin < .seconds(60))
      }
    }
  }

  @Test func endlessInputIsReadNoFurtherThanTheLimit() throws {
    try Tool.inFolder { tool in
      let run = try tool.run("load", "/dev/zero")
      #expect(run.status == 3)
      #expect(run.error.contains("/dev/zero: the file has 16"))
    }
  }

  @Test func anIdIsNoPath() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml.replacing("id: small", with: "id: ../../small"))
      #expect(try tool.run("plan", "small.yaml").status == 3)
      let problem = try tool.run("resolve", "-", input: Data(SmallPlan.yaml.utf8)).text
      let hostile = problem.replacing("\"id\": \"small\"", with: "\"id\": \"../../small\"")
      #expect(hostile != problem)
      #expect(try tool.run("plan", "-", input: Data(hostile.utf8)).status == 3)
      #expect(try tool.names() == ["small.yaml"])
    }
  }
}
