import Calendars

/// An iCalendar file; what is read is written in both forms, and read again from each as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let read = try? CalendarDocument.reading(iCalendar: bytes, zone: "Europe/Berlin"),
    let written = try? read.document.iCalendar()
  else { return 0 }
  // Writing gives a name to what has none; from then on nothing changes.
  guard let first = try? CalendarDocument.reading(iCalendar: written),
    let xCalendar = try? first.document.xCalendar(),
    let again = try? CalendarDocument.reading(iCalendar: first.document.iCalendar()),
    let asXML = try? CalendarDocument.reading(xCalendar: xCalendar), again.document == first.document,
    asXML.document == first.document
  else { fatalError("the written calendar is not the one that was read") }
  return 0
}
