import Foundation
import Testing
import TrainingLoad
import TrainingPlan

@testable import Calendars

/// Calendars of a small plan, byte for byte. `RECORD_GOLDEN=1` writes them anew and fails once.
@Suite struct GoldenCalendarTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  private func check(_ bytes: [UInt8], _ name: String) throws {
    let file = GoldenCalendarTests.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(bytes).write(to: file)
      Issue.record("\(name) was recorded; look at the difference and run again")
    }
    #expect(try Array(Data(contentsOf: file)) == bytes, "\(name) differs")
  }

  @Test(
    "feed and import, timed and all-day",
    arguments: [
      ("Europe/Berlin", true, CalendarDocument.Purpose.feed, "timed-feed"),
      ("America/New_York", true, .import, "timed-import"),
      ("Europe/Berlin", false, .feed, "all-day-feed"),
    ])
  func golden(zone: String, timed: Bool, purpose: CalendarDocument.Purpose, name: String) throws {
    let (schedule, problem) = SamplePlan.make(zone: zone, timed: timed)
    let calendar = CalendarDocument(
      schedule: schedule, problem: problem, purpose: purpose,
      revision: CalendarDocument.defaultRevision(of: schedule))
    try check(try calendar.iCalendar(), name + ".ics")
    try check(try calendar.xCalendar(), name + ".xml")
  }
}
