import Testing
import XML

@testable import Calendars

/// Calendars that are handed over in pieces.
@Suite struct CalendarPiecesTests {
  /// No event, some, and enough for several pieces.
  private static func calendar(events: Int) -> CalendarDocument {
    var calendar = HostileCalendar.make(seed: 7)
    calendar.events = (0..<events).map { number in
      var event = calendar.events[number % calendar.events.count]
      event.uid = "event-\(number)"
      return event
    }
    return calendar
  }

  @Test(arguments: [0, 1, 499, 500, 501, 1700])
  func piecesAreTheWhole(events: Int) throws {
    let calendar = Self.calendar(events: events)
    #expect(try calendar.iCalendarPieces().flatMap { $0 } == calendar.iCalendar())
    #expect(try calendar.xCalendarPieces().flatMap { $0 } == calendar.xCalendar())
  }

  @Test func noPieceIsLarge() throws {
    let calendar = Self.calendar(events: 5000)
    let whole = try calendar.xCalendar().count
    for piece in try calendar.xCalendarPieces() { #expect(piece.count < whole / 8) }
  }

  @Test func whatCannotBeWrittenIsRefusedBeforeTheFirstPiece() {
    var calendar = Self.calendar(events: 1000)
    calendar.events[999].colour = "no colour"
    #expect(throws: CalendarError.unknownColour("no colour")) { try calendar.iCalendarPieces() }
    #expect(throws: CalendarError.unknownColour("no colour")) { try calendar.xCalendarPieces() }
  }
}
