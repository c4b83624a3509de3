import Calendars

/// An xCal document; what is read is written, and read again as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let read = try? CalendarDocument.reading(xCalendar: bytes, zone: "Europe/Berlin"),
    let written = try? read.document.xCalendar()
  else { return 0 }
  guard let first = try? CalendarDocument.reading(xCalendar: written),
    let again = try? CalendarDocument.reading(xCalendar: first.document.xCalendar()),
    again.document == first.document
  else { fatalError("the written calendar is not the one that was read") }
  return 0
}
