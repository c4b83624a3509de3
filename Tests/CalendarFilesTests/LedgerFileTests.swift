import CalendarFiles
import Calendars
import PlanFiles
import SchemaChecking
import SeededNumbers
import Testing
import TrainingLoad

@Suite struct LedgerFileTests {
  private func read(_ text: String, of plan: String = "sample") throws -> Ledger {
    try LedgerFile.read(SourceFile(name: "ledger.json", text: text), of: plan)
  }

  private func text(_ ledger: Ledger) -> String {
    String(decoding: LedgerFile.bytes(ledger), as: UTF8.self)
  }

  @Test("what is written is read again as the same, and the schema knows it", arguments: UInt64(1)...40)
  func roundTrip(seed: UInt64) throws {
    let ledger = GeneratedLedger.make(seed: seed)
    let written = text(ledger)
    #expect(try read(written) == ledger)
    #expect(text(try read(written)) == written)
    let document = try SourceFile(name: "ledger.json", text: written).document()
    #expect(try SchemaCheck(.ledger, isClosed: true).faults(JSONValue(document.node)) == [])
  }

  @Test("a ledger of another plan, of another version, or no ledger at all is refused")
  func foreign() throws {
    let written = text(GeneratedLedger.make(seed: 7))
    #expect(throws: FileError.self) { try read(written, of: "other") }
    let cases = [
      ("ledger/1", "ledger/2", "\"schema\" is \"ledger/2\""),
      ("\"plan\"", "\"plans\"", "\"plan\" is missing"),
      ("\"calendars\"", "\"note\": 1, \"calendars\"", "\"note\" is not known"),
    ]
    for (old, new, message) in cases {
      let error = #expect(throws: FileError.self) {
        try read(written.replacing(old, with: new, maxReplacements: 1))
      }
      #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
    for text in ["", " ", "{}", "[]", "schema: ledger/1", "\u{FEFF}{}", "{\"schema\": \"ledger/1\"}"] {
      #expect(throws: FileError.self) { try read(text) }
    }
  }

  @Test("a ledger cut off at any byte, or with any character changed, is refused")
  func damaged() throws {
    let written = Array(LedgerFile.bytes(GeneratedLedger.make(seed: 3)))
    let ledger = try read(String(decoding: written, as: UTF8.self))
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
      let cut = Array(written.prefix(Int.random(in: 0..<written.count - 2, using: &random)))
      #expect(throws: FileError.self) { try LedgerFile.read(SourceFile(name: "l", bytes: cut), of: "sample") }
      var spoilt = written
      spoilt[Int.random(in: 0..<written.count, using: &random)] ^= UInt8(
        1 << Int.random(in: 0..<7, using: &random))
      // White space between the values may differ; what they say may not.
      if let other = try? LedgerFile.read(SourceFile(name: "l", bytes: spoilt), of: "sample") {
        #expect(other == ledger)
      }
    }
  }

  @Test("what was changed by hand is found, and said with its line")
  func changedByHand() throws {
    let written = text(GeneratedLedger.make(seed: 3))
    let sequence = #expect(throws: FileError.self) {
      try read(written.replacing("\"sequence\": 2", with: "\"sequence\": 1", maxReplacements: 1))
    }
    #expect(sequence?.description.contains("digest does not match") == true)
    let event = #expect(throws: FileError.self) {
      try read(written.replacing("\"summary\": \"", with: "\"summary\": \"X", maxReplacements: 1))
    }
    #expect(event?.faults.first?.mark != nil)
    #expect(event?.description.contains("not what was published") == true)
  }
}

/// Ledgers of every kind of event.
enum GeneratedLedger {
  static func make(seed: UInt64) -> Ledger {
    var random = SplitMix64(seed: seed)
    let words = ["Long run", "é€🏃", "a,b;c\\d", "\"x\"", "\n", "\t", "~", "null", ""]
    func text() -> String {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined()
    }
    let calendars = CalendarDocument.Detail.allCases.map { detail in
      let events = (0..<8).map { number -> PublishedEvent in
        let day = CivilDay(number: 20_900 + number)
        let minutes = Int.random(in: 0...600, using: &random)
        let event = CalendarEvent(
          uid: "\(detail)-\(number)", created: 1_800_000_000, lastModified: 1_800_000_000 + minutes,
          sequence: number == 0 ? 2 : Int.random(in: 0...9, using: &random),
          when: number % 2 == 0
            ? .allDay(day, days: 1 + number % 3)
            : .timed(day, startMinute: 1080 + minutes, minutes: minutes, zone: "Europe/Berlin"),
          summary: text(), description: text(), categories: (0...number % 3).map { _ in text() },
          colour: number % 3 == 0 ? "teal" : nil, blocksTime: number % 2 == 0,
          alarmMinutes: number % 4 == 0 ? minutes : nil, isDone: number == 5)
        return PublishedEvent(event, state: PublishedEvent.State.allCases[number % 3])
      }
      return PublishedCalendar(
        detail: detail, name: text(), zone: "Europe/Berlin", colour: "steelblue", lastModified: 1_800_000_600,
        events: events)
    }
    return Ledger(planID: "sample", revision: 1_800_000_600, calendars: calendars)
  }
}
