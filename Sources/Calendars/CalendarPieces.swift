extension CalendarDocument {
  /// The bytes of `iCalendar()` piece by piece: a large calendar never stands in memory as a whole.
  ///
  /// - Throws: `CalendarError` where a zone, a colour or a day cannot be written.
  public func iCalendarPieces() throws(CalendarError) -> some Sequence<[UInt8]> {
    CalendarPieces(try CalendarContent(self), writer: ICalendarWriter())
  }

  /// The bytes of `xCalendar()` piece by piece: a large calendar never stands in memory as a whole.
  ///
  /// - Throws: `CalendarError` where a zone, a colour or a day cannot be written.
  public func xCalendarPieces() throws(CalendarError) -> some Sequence<[UInt8]> {
    CalendarPieces(try CalendarContent(self), writer: XCalendarWriter())
  }
}

/// A calendar in pieces: what stands before the events, the events by hundreds, and the end.
struct CalendarPieces<Writer: CalendarSink>: Sequence, IteratorProtocol {
  private let content: CalendarContent
  private var writer: Writer
  private var place = Place.start

  private enum Place {
    case start
    case events(from: Int)
    case end
  }

  private static var eventsOfPiece: Int { 500 }

  init(_ content: CalendarContent, writer: Writer) {
    self.content = content
    self.writer = writer
  }

  mutating func next() -> [UInt8]? {
    let events = content.document.events
    switch place {
    case .start:
      content.begin(in: &writer)
      place = .events(from: 0)
    case .events(let first) where first < events.count:
      let last = Swift.min(first + Self.eventsOfPiece, events.count)
      content.write(events[first..<last], to: &writer)
      place = .events(from: last)
    case .events:
      writer.end(.calendar)
      place = .end
    case .end: return nil
    }
    return writer.takeBytes()
  }
}
