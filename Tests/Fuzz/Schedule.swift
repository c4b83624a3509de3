import PlanFiles

/// A schedule, as the file beside its plan or as JSON; what is read is written, and read again as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let document = try? ScheduleFile.read(SourceFile(name: "schedule", bytes: bytes)) else { return 0 }
  let written = ScheduleFile.text(document.schedule)
  guard let again = try? ScheduleFile.read(SourceFile(name: "written", bytes: written)),
    again.schedule == document.schedule
  else { fatalError("the written schedule is not the one that was read") }
  guard let formatted = try? ScheduleFile.formatted(SourceFile(name: "schedule", bytes: bytes)) else {
    return 0
  }
  guard let form = try? ScheduleFile.formatted(SourceFile(name: "formatted", bytes: formatted)),
    form == formatted
  else { fatalError("a schedule file in form is not its own form") }
  return 0
}
