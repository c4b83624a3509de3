import Foundation
import Testing

/// A line in, a line out, in the same order and with the same bytes, however it is run.
@Suite struct BatchCommandTests {
  /// Three plans, one of them impossible, and two records that are none.
  private static func records() -> String {
    let plan = """
      {"gradus": 1, "id": "ID", "athlete": {"name": "Sample runner", "born": 1990, "zone": "Europe/Berlin"}, \
      "event": {"name": "Park run", "sport": "run", "date": "2027-03-21", "expected": "30m", "priority": "C"}, \
      "start": "2027-03-01", "baseline": {"run": {"per_week": 3, "minutes": "35m", "longest": "50m"}}, \
      "available": {"tue": "60m", "thu": "60m", "sun": "75m"}, "sessions": ["run-easy", "run-long", "mobility"]MORE}
      """
    func record(_ id: String, _ more: String = "") -> String {
      plan.replacingOccurrences(of: "ID", with: id).replacingOccurrences(of: "MORE", with: more)
    }
    return [
      record("ada"), "{\"id\": \"broken\"", record("bea", ", \"goal\": {\"long\": {\"run\": \"74m\"}}"), "",
      "{}",
      record("cid"),
    ].joined(separator: "\n") + "\n"
  }

  private func lines(_ data: Data) -> [String] {
    String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func head(_ line: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(json?["batch"] as? [String: Any])
  }

  private let quick = ["--effort", "quick"]

  @Test func everyRecordHasItsAnswerInOrder() throws {
    try Tool.inFolder { tool in
      try tool.file("in.jsonl", Self.records())
      let run = try tool.run(words: ["batch", "in.jsonl"] + quick)
      #expect(run.status == 1)
      #expect(run.error.contains("5 records: 2 with a schedule, 1 without one, 2 not valid"))
      let heads = try lines(run.output).map(head)
      #expect(heads.map { $0["id"] as? String } == ["ada", "", "bea", "", "cid"])
      #expect(heads.map { $0["exit"] as? Int } == [0, 3, 4, 3, 0])
      let digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
      #expect(heads[3]["input"] as? String == digest, "the SHA-256 of {}")
      #expect(lines(run.output)[1].contains("\"line\":2"))
      for jobs in ["1", "3"] {
        #expect(try tool.run(words: ["batch", "in.jsonl", "--jobs", jobs] + quick).output == run.output)
      }
    }
  }

  @Test func anAnswerIsThatOfAPlanOfItsOwn() throws {
    try Tool.inFolder { tool in
      let record = Data(try #require(Self.records().split(separator: "\n").first).utf8)
      let batch = try tool.run(words: ["batch", "-"] + quick, input: record)
      let plan = try tool.run(words: ["plan", "-", "--json"] + quick, input: record)
      var answer = try #require(batch.json as? NSDictionary as? [String: NSObject])
      var alone = try #require(plan.json as? NSDictionary as? [String: NSObject])
      #expect(answer.removeValue(forKey: "batch") != nil && alone.removeValue(forKey: "problem") != nil)
      #expect(answer == alone && answer["seal"] != nil)
    }
  }

  @Test func shardsTogetherAnswerEveryRecordOnce() throws {
    try Tool.inFolder { tool in
      try tool.file("in.jsonl", Self.records())
      let whole = lines(try tool.run(words: ["batch", "in.jsonl"] + quick).output)
      let parts = try (0..<3).flatMap {
        lines(try tool.run(words: ["batch", "in.jsonl", "--shard", "\($0)/3"] + quick).output)
      }
      #expect(parts.sorted() == whole.sorted())
      #expect(try tool.run("batch", "in.jsonl", "--shard", "3/3").status == 2)
    }
  }

  @Test func aRunThatWasStoppedGoesOn() throws {
    try Tool.inFolder { tool in
      try tool.file("in.jsonl", Self.records())
      let words = ["batch", "in.jsonl", "-o", "out.jsonl"] + quick
      #expect(try tool.run(words: words).status == 1)
      let whole = try tool.contents("out.jsonl")
      for cut in [0, 10, whole.count / 3, whole.count / 2, whole.count - 1, whole.count] {
        try FileManager.default.removeItem(at: tool.folder.appending(path: "out.jsonl"))
        try tool.file("out.jsonl.part", whole.prefix(cut))
        #expect(try tool.run(words: words + ["--resume", "out.jsonl.part"]).status == 1)
        #expect(try tool.contents("out.jsonl") == whole, "cut after \(cut) bytes")
        #expect(try tool.names() == ["in.jsonl", "out.jsonl"])
      }
      let again = try tool.run(words: words + ["--resume", "out.jsonl"])
      #expect(again.error.contains("5 of them kept"))
      #expect(try tool.contents("out.jsonl") == whole)
    }
  }

  @Test func tooManyErrorsEndTheRun() throws {
    try Tool.inFolder { tool in
      try tool.file("in.jsonl", Self.records())
      let run = try tool.run(words: ["batch", "in.jsonl", "-o", "out.jsonl", "--max-errors", "1"] + quick)
      #expect(run.status == 3)
      #expect(try tool.names() == ["in.jsonl", "out.jsonl.part"])
      #expect(try tool.run("batch", "nowhere.jsonl").status == 5)
    }
  }
}
