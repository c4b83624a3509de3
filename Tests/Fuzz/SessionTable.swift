import PlanFiles
import TrainingLoad
import TrainingPlan

/// A table of sessions; what is read is written in either form, and read again as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let day = CivilDay(number: 20_848)
  let event = Schedule.Event(id: "event", day: day + 83, name: "Half", sport: "run", minutes: 118)
  let empty = Schedule(
    planID: "p", title: "P", problemID: "p", start: day, event: event, weeks: [], sessions: [])
  let source = SourceFile(name: "sessions.csv", bytes: bytes)
  guard let schedule = try? SessionTable.read(source, changing: empty) else { return 0 }
  for form in SessionTable.Form.allCases {
    let written = SourceFile(name: "written.csv", bytes: SessionTable.csv(schedule, form: form))
    guard let again = try? SessionTable.read(written, changing: schedule), again == schedule else {
      fatalError("the written table is not the one that was read")
    }
  }
  return 0
}
