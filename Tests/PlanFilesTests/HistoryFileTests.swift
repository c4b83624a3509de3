import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

private let header = "date,sport,minutes,rpe\n"
private let sports = ["run", "bike", "swim"]

private func read(_ text: String, sports: [String]? = nil) throws -> TrainingHistory {
  try HistoryFile.read(SourceFile(name: "h.csv", text: text), sports: sports)
}

private func day(_ iso: String) throws -> CivilDay { try #require(CivilDay(iso: iso)) }

/// Files that must be refused, and how the error begins.
private let refused: [(String, String)] = [
  ("", "h.csv:1:1: the file is empty; expected the header date,sport,minutes,rpe"),
  ("\n\n", "h.csv:1:1: the file is empty"),
  ("2026-01-01,run,30,4\n", "h.csv:1:1: the column \"2026-01-01\" is not known; expected one of date, sport"),
  ("date;sport;minutes;rpe\n", "h.csv:1:1: the columns are not separated by commas"),
  ("date,sport,mins,rpe\n", "h.csv:1:12: the column \"mins\" is not known; expected one of date, sport"),
  ("date,sport,minutes,date\n", "h.csv:1:20: the column \"date\" is here twice"),
  ("date,sport,minutes\n", "h.csv:1:1: the column \"rpe\" is missing"),
  (header + "2026-02-30,run,30,4\n", "h.csv:2:1: there is no day 2026-02-30; expected a day from 01 to 28"),
  (header + "1.1.2026,run,30,4\n", "h.csv:2:1: \"date\" is \"1.1.2026\"; expected a date as YYYY-MM-DD"),
  (header + ",run,30,4\n", "h.csv:2:1: \"date\" is empty; expected a date as YYYY-MM-DD"),
  (header + "2026-01-01,,30,4\n", "h.csv:2:12: \"sport\" is empty; expected a sport, or rest"),
  (
    header + "2026-01-01,run,-30,4\n", "h.csv:2:16: \"minutes\" is \"-30\"; expected a number from 0 to 10000"
  ),
  (header + "2026-01-01,run,,4\n", "h.csv:2:16: \"minutes\" is empty; expected the minutes"),
  (header + "2026-01-01,run,0:30,4\n", "h.csv:2:16: \"minutes\" is \"0:30\"; expected a number"),
  (header + "2026-01-01,run,nan,4\n", "h.csv:2:16: \"minutes\" is \"nan\"; expected a number"),
  (header + "2026-01-01,run,30,11\n", "h.csv:2:19: \"rpe\" is \"11\"; expected a number from 0 to 10"),
  (
    header + "2026-01-01,run,30,\n",
    "h.csv:2:19: \"rpe\" is empty; expected how hard it felt, 0 to 10, or the load"
  ),
  (header + "2026-01-01,run,30\n", "h.csv:2:1: this row has 3 cells; expected 4, as many as the header"),
  (header + "2026-01-01,run,30,4,5\n", "h.csv:2:1: this row has 5 cells"),
  (header + "2026-01-01,rest,30,\n", "h.csv:2:17: \"minutes\" is \"30\"; expected nothing on a day of rest"),
  (
    header + "2026-01-01,rum,30,4\n",
    "h.csv:2:12: \"sport\" is \"rum\"; expected one of run, bike, swim, rest; did you mean \"run\"?"
  ),
  (header + "2026-01-01,\"run,30,4\n", "h.csv:2:12: this text has no end"),
  (header + "2026-01-01,\"run\"x,30,4\n", "h.csv:2:17: text follows a closing quote"),
  (header + "2026-01-01,r\"un,30,4\n", "h.csv:2:13: a quote stands inside a cell"),
  (header + "2026-01-01,\"ä\nö\",30,4\n", "h.csv:2:12: \"sport\" is \"ä ö\"; expected one line of text"),
  (header + "2026-01-01,r\u{0}n,30,4\n", "h.csv:2:13: a NUL byte is in the text"),
  (header + "2026-01-01,run,30,\"4,5\"\n", "h.csv:2:19: \"rpe\" is \"4,5\"; expected a number"),
]

@Suite struct HistoryFileTests {
  @Test func readsSessionsAndKnownDays() throws {
    let history = try read(
      "\u{FEFF}date, sport ,minutes,rpe,distance_km,load,activity\r\n"
        + "2026-01-03,run,30,4,5.2,,run_easy\r\n" + "2026-01-01,rest,,,,,\r\n"
        + "2026-01-03,\"bike\",\"60\",3,,200,\r\n" + "2026-01-05,swim,20,,,90,\r\n" + "\r\n,,,,,,\r\n"
        + "2026-01-02,run,0,0,,,", sports: sports)
    let third = try day("2026-01-03")
    #expect(
      history.sessions == [
        .init(day: try day("2026-01-02"), sport: "run", minutes: 0, rpe: 0),
        .init(day: third, sport: "run", minutes: 30, rpe: 4, distanceKm: 5.2, activity: "run_easy"),
        .init(day: third, sport: "bike", minutes: 60, rpe: 3, load: 200),
        .init(day: try day("2026-01-05"), sport: "swim", minutes: 20, load: 90),
      ])
    #expect(history.sessions.map(\.load) == [0, 120, 200, 90])
    #expect(history.knownDays.map(\.iso) == ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-05"])
  }

  @Test(arguments: refused)
  func refuses(text: String, error: String) throws {
    let caught = #expect(throws: FileError.self) { try read(text, sports: sports) }
    #expect(caught?.description.hasPrefix(error) == true, "\(caught?.description ?? "")")
  }

  @Test func anySportWhereNoneAreNamed() throws {
    #expect(try read(header + "2026-01-01,orienteering,30,4").sessions.first?.sport == "orienteering")
  }

  @Test func sixteenMegabytesAreTheLimit() {
    let file = SourceFile(name: "h.csv", bytes: Array(repeating: 0x2C, count: 16_000_001))
    let caught = #expect(throws: FileError.self) { try HistoryFile.read(file) }
    #expect(caught?.description == "h.csv: the file has 16000001 bytes; expected at most 16000000")
  }
}
