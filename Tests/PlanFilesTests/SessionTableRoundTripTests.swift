import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

/// Schedules that went through tables, and through programs that rewrite tables.
@Suite struct SessionTableRoundTripTests {
  private static let seeds = Array(UInt64(1)...40)

  /// A generated schedule in which some sessions were moved, locked or done.
  private static func schedule(_ seed: UInt64) -> Schedule {
    var schedule = Schedule.generated(seed)
    var random = Seeded(seed &+ 77)
    for index in schedule.sessions.indices {
      schedule.sessions[index].plannedDay = random.maybe(schedule.sessions[index].day + 2)
      schedule.sessions[index].isLocked = random.flag()
      schedule.sessions[index].isDone = random.flag()
    }
    return schedule
  }

  private func read(_ bytes: [UInt8], changing schedule: Schedule) throws -> Schedule {
    try SessionTable.read(SourceFile(name: "s.csv", bytes: bytes), changing: schedule)
  }

  @Test(arguments: seeds, SessionTable.Form.allCases)
  func isTheIdentity(seed: UInt64, form: SessionTable.Form) throws {
    let schedule = Self.schedule(seed)
    #expect(try read(SessionTable.csv(schedule, form: form), changing: schedule) == schedule)
  }

  @Test("a table for machines holds all of a session", arguments: seeds)
  func needsNoScheduleBeside(seed: UInt64) throws {
    let schedule = Self.schedule(seed)
    var empty = schedule
    empty.sessions = []
    #expect(try read(SessionTable.csv(schedule, form: .machine), changing: empty) == schedule)
  }

  @Test("a spreadsheet that opens and saves a table changes nothing", arguments: seeds, Rewritten.all)
  func survivesSpreadsheets(seed: UInt64, program: Rewritten) throws {
    let schedule = Self.schedule(seed)
    for form in SessionTable.Form.allCases {
      let text = String(decoding: SessionTable.csv(schedule, form: form), as: UTF8.self)
      #expect(try read(Array(program.saved(text).utf8), changing: schedule) == schedule)
    }
  }

  @Test func equalSchedulesGiveEqualBytes() {
    #expect(SessionTable.csv(Self.schedule(3)) == SessionTable.csv(Self.schedule(3)))
  }
}

/// What a spreadsheet program makes of a table when it opens and saves it.
struct Rewritten: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var separator = ","
  var hasMark = false
  var lineEnd = "\n"
  var decimalComma = false
  var quotesAll = false
  var reverses = false
  var times: @Sendable (String) -> String = { $0 }
  var flags = "yes"
  var firstLine = ""
  /// Rows of nothing below the table, and a column of the coach's own.
  var isUntidy = false

  static let all = [
    Rewritten(testDescription: "LibreOffice, English"),
    Rewritten(
      testDescription: "LibreOffice, German", separator: ";", decimalComma: true, times: { $0 + ":00" },
      flags: "TRUE"),
    Rewritten(
      testDescription: "Excel, German", separator: ";", hasMark: true, lineEnd: "\r\n", decimalComma: true,
      firstLine: "sep=;\r\n", isUntidy: true),
    Rewritten(
      testDescription: "Excel, American", lineEnd: "\r\n", reverses: true,
      times: { time in
        let parts = time.split(separator: ":").compactMap { Int($0) }
        return "\((parts[0] + 11) % 12 + 1):\(time.suffix(2)):00 \(parts[0] < 12 ? "AM" : "PM")"
      }, flags: "true"),
    Rewritten(testDescription: "tabs", separator: "\t", quotesAll: true, reverses: true, isUntidy: true),
  ]

  func saved(_ text: String) -> String {
    var rows = Self.rows(text)
    let header = rows[0]
    for index in rows.indices.dropFirst() {
      for (column, name) in header.enumerated() where !rows[index][column].isEmpty {
        rows[index][column] = cell(rows[index][column], name)
      }
    }
    if isUntidy {
      rows = rows.enumerated().map { $1 + [$0 == 0 ? "My notes" : "see = me"] }
      rows += [Array(repeating: "", count: rows[0].count), []]
    }
    if reverses { rows = rows.map { $0.reversed() } }
    let lines = rows.map { $0.map(quoted).joined(separator: separator) + lineEnd }
    return (hasMark ? "\u{FEFF}" : "") + firstLine + lines.joined()
  }

  private func cell(_ text: String, _ column: String) -> String {
    switch column {
    case "srpe", "load", "hip", "relief": decimalComma ? text.replacing(".", with: ",") : text
    case "start": times(text)
    case "hard", "intense", "long", "locked", "done", "rest_ok": flags
    default: text
    }
  }

  private func quoted(_ cell: String) -> String {
    let isPlain = !cell.unicodeScalars.contains { "\",;\t\r\n".unicodeScalars.contains($0) }
    return isPlain && !quotesAll ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// The cells of a table with commas, read by rules written a second time.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      let (row, cell) = (rows.count - 1, rows[rows.count - 1].count - 1)
      switch scalar {
      case "\"":
        isQuoted.toggle()
        // Quotes that close and open again at once stand for a quote.
        if isQuoted, last == "\"" { rows[row][cell] += "\"" }
      case "," where !isQuoted: rows[row].append("")
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted: rows.append([""])
      default: rows[row][cell].unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return rows.dropLast()
  }
}
