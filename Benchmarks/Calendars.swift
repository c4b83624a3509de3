import Calendars
import TrainingLoad
import TrainingPlan

/// Calendars of many events, and that of a season. The events are those that `compare.py` and `libical.c` build.
enum Calendars {
  /// How a calendar is written.
  enum Format: String, CaseIterable {
    case iCalendar, xCal

    func bytes(_ calendar: CalendarDocument) throws -> [UInt8] {
      switch self {
      case .iCalendar: try calendar.iCalendar()
      case .xCal: try calendar.xCalendar()
      }
    }

    /// How many bytes there are in all pieces together.
    func byteCountOfPieces(_ calendar: CalendarDocument) throws -> Int {
      switch self {
      case .iCalendar: try calendar.iCalendarPieces().reduce(0) { $0 + $1.count }
      case .xCal: try calendar.xCalendarPieces().reduce(0) { $0 + $1.count }
      }
    }
  }

  /// Builds and writes a calendar: first in pieces, with the largest memory that the process held, which therefore
  /// does nothing else; then as a whole.
  static func measure(_ format: Format, events: Int) throws {
    let name = "\(events) events as \(format.rawValue)"
    let (pieceSeconds, count) = try Benchmarks.bestOfThree {
      try format.byteCountOfPieces(calendar(events: events))
    }
    Benchmarks.row("calendar", name, "bytes", Double(count))
    Benchmarks.row("calendar", name, "seconds in pieces", pieceSeconds)
    Benchmarks.row("calendar", name, "memory in pieces", Benchmarks.residentBytes)
    let (seconds, whole) = try Benchmarks.bestOfThree { try format.bytes(calendar(events: events)).count }
    Benchmarks.row("calendar", name, "seconds", seconds)
    precondition(whole == count, "the pieces are not the whole")
  }

  /// The calendars of a season, both of them, from its schedule.
  static func measureSeason(weeks: Int) throws {
    let (problem, schedule) = try Season.spoilt(weeks: weeks)
    let name = "\(schedule.sessions.count) sessions"
    let (seconds, bytes) = try Benchmarks.bestOfThree {
      let calendar = CalendarDocument(
        schedule: schedule, problem: problem, revision: CalendarDocument.defaultRevision(of: schedule))
      return try calendar.iCalendar().count + calendar.xCalendar().count
    }
    Benchmarks.row("season calendar", name, "seconds", seconds)
    Benchmarks.row("season calendar", name, "bytes", Double(bytes))
  }

  private static func calendar(events: Int) -> CalendarDocument {
    CalendarDocument(
      name: "Benchmark", zone: "Europe/Berlin", lastModified: 1_800_000_000,
      events: (0..<events).map(event))
  }

  private static func event(_ number: Int) -> CalendarEvent {
    CalendarEvent(
      uid: "benchmark-\(number)", created: 1_800_000_000, lastModified: 1_800_000_000,
      when: .timed(
        CivilDay(number: 20_000 + number % 3_650), startMinute: 1_110, minutes: 50, zone: "Europe/Berlin"),
      summary: "Easy run, 50 min",
      description: "10 min very easy\n30 min easy, talking is no effort\n10 min very easy\n"
        + "Why: keeps the legs used to it; the week before had 20 min less.",
      categories: ["run", "endurance"], colour: "steelblue", alarmMinutes: 60)
  }
}
