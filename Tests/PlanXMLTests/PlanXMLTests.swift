import PlanFiles
import PlanXML
import SeededNumbers
import Testing
import TrainingLoad
import TrainingPlan
import XML

@testable import Review

/// plan.xml is valid, says all, and is read back as what it was written from.
@Suite struct PlanXMLTests {
  private static func bytes(_ schedule: Schedule, _ reviewed: Reviewed = Reviewed([Finding]())) throws
    -> [UInt8]
  {
    try PlanXML.bytes(
      .init(
        schedule: schedule, problem: GeneratedPlan.problem, reviewed: reviewed, verdict: "Nothing to change.",
        maker: "gradus test"))
  }

  @Test("schedule, plan.xml, schedule is the identity", arguments: UInt64(1)...40)
  func identity(seed: UInt64) throws {
    let schedule = GeneratedPlan.schedule(seed: seed)
    let bytes = try Self.bytes(schedule)
    #expect(try PlanXML.read(SourceFile(name: "plan.xml", bytes: bytes)) == schedule)
    #expect(try Self.bytes(schedule) == bytes)
  }

  @Test("findings stand in it with their proof, grade and fix")
  func findings() throws {
    let schedule = GeneratedPlan.schedule(seed: 3)
    let finding = Finding(
      rule: "single-session-spike", aspect: "", level: .change, first: schedule.start, last: schedule.start,
      week: 0, sessions: schedule.sessions.prefix(2).map(\.id), message: "90 min < 100 & more",
      inputs: [.init("longest run", 80, "min")], arithmetic: "90 / 80 = 1.125 > 1.1", value: 1.125,
      limit: 1.1,
      origin: "rule book", why: "why", advice: "advice", evidence: .bMinus,
      sources: [.init(text: "A study", doi: "10.1/x")], contested: "yes", provisional: "thin",
      waiver: .init(rule: "single-session-spike", until: schedule.start, reason: "camp"), ask: "a coach")
    let text = String(decoding: try Self.bytes(schedule, Reviewed([finding])), as: UTF8.self)
    for part in [
      "grade=\"B-\"", "<arithmetic>90 / 80 = 1.125 &gt; 1.1</arithmetic>", "value=\"1.125\" limit=\"1.1\"",
      "<input name=\"longest run\" value=\"80\" unit=\"min\"/>", "<source doi=\"10.1/x\">A study</source>",
      "<waiver until=\"\(schedule.start.iso)\">camp</waiver>", "verdict=\"Nothing to change.\"",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("what the schema does not allow is refused, with its line")
  func refused() throws {
    let text = String(decoding: try Self.bytes(GeneratedPlan.schedule(seed: 5)), as: UTF8.self)
    func refusal(_ old: String, _ new: String) -> FileError? {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      do {
        _ = try PlanXML.read(SourceFile(name: "plan.xml", text: changed))
        return nil
      } catch {
        return error
      }
    }
    let cases = [
      ("version=\"1\"", "version=\"2\""), ("urn:gradus:plan:1", "urn:gradus:plan:2"),
      (" srpe=", " effort="), ("<sessions>", "<sessions><session/>"), (" date=\"20", " date=\"20-"),
      ("minutes=\"", "minutes=\"-"), ("<title>", "<name>"), ("</plan>", ""),
      ("<plan ", "<!DOCTYPE plan><plan "),
      ("<title>", "<title>&x;"), ("type=\"load\"", "type=\"heavy\""), ("number=\"2\"", "number=\"3\""),
      (" load=\"", " load=\"NaN\" x=\""),
    ]
    for (old, new) in cases {
      let error = refusal(old, new)
      #expect(error?.faults.first?.mark?.line ?? 0 > 0, "\(new)")
      #expect(error?.faults.first?.expected?.isEmpty == false)
    }
    let twice = text.replacing(/id="s1-[^"]*"/, with: "id=\"s0\"").replacing(
      /id="s2-[^"]*"/, with: "id=\"s0\"")
    #expect(throws: FileError.self) { try PlanXML.read(SourceFile(name: "plan.xml", text: twice)) }
  }

  @Test("every part and every change reads or is refused", arguments: UInt64(1)...4)
  func mutations(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = try Self.bytes(GeneratedPlan.schedule(seed: seed))
    for _ in 0..<150 {
      var mutated = bytes
      let index = Int.random(in: 0..<mutated.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: mutated[index] = UInt8.random(in: 0...255, using: &random)
      case 1: mutated.removeSubrange(index..<min(mutated.count, index + 30))
      default: mutated = Array(mutated.prefix(index))
      }
      guard let schedule = try? PlanXML.read(SourceFile(name: "plan.xml", bytes: mutated)) else { continue }
      #expect(try PlanXML.read(SourceFile(name: "again.xml", bytes: try Self.bytes(schedule))) == schedule)
    }
  }

  @Test("the published schema is the built-in one, and libxml2 takes it")
  func schema() throws {
    _ = try XMLSchema(Array(Schemas.text(.planXML).utf8), language: .xsd)
  }
}

/// Plans with texts and numbers that want to be lost.
enum GeneratedPlan {
  static let problem = PlanProblem(
    id: "p", title: "P", start: CivilDay(number: 20_843),
    event: .init(name: "Race", sport: "run", minutes: 55, dayIndex: 20),
    history: .init(load: [], hip: [], sessions: []),
    availability: .init(minutes: Array(repeating: 90, count: 7)), rest: .init(minPer7: 1), templates: [],
    limits: Limits())

  private static let words = ["Läufe 🏃", "<b>", "&amp;", "\"quoted\"", "]]>", "a  b", "5 x 4 min", "€", "'"]

  static func schedule(seed: UInt64) -> Schedule {
    var random = SplitMix64(seed: seed)
    func text() -> String {
      (0...Int.random(in: 0...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    func flag() -> Bool { Bool.random(using: &random) }
    let start = CivilDay(number: 20_843)
    let sessions = (0..<20).map { index -> Session in
      let minutes = Int.random(in: 0...200, using: &random)
      return Session(
        id: "s\(index)-\(seed)", day: start + index, template: flag() ? "run-easy" : nil, title: text(),
        sport: "run", family: flag() ? "run" : "bike", minutes: minutes, sRPE: 3.3,
        load: 3.3 * Double(minutes), hip: Double.random(in: 0...300, using: &random),
        relief: flag() ? 0 : 1e-7, isHard: flag(), isIntense: flag(), isLong: flag(), isRestful: flag(),
        steps: (0..<index % 3).map { Step(text: text(), minutes: $0 * 7, effort: $0 == 0 ? "" : text()) },
        why: flag() ? "" : text() + "\n" + text(),
        startMinute: flag() ? nil : Int.random(in: 0..<1440, using: &random),
        plannedDay: flag() ? nil : start + Int.random(in: 0...20, using: &random), isLocked: flag(),
        isDone: flag())
    }
    return Schedule(
      planID: "plan-\(seed)", title: text(), problemID: flag() ? "" : "p", start: start,
      event: .init(
        id: "race", day: start + 20, name: text(), sport: "run", minutes: 55,
        startMinute: flag() ? nil : 600),
      weeks: (0..<3).map {
        .init(index: $0, type: WeekType.allCases[$0], phase: Phase.allCases[$0], why: flag() ? "" : text())
      },
      sessions: sessions)
  }
}
