import PlanFiles
import PlanXML

/// A plan.xml.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let schedule = try? PlanXML.read(SourceFile(name: "plan.xml", bytes: bytes)) else { return 0 }
  // What a schedule file cannot hold, a line in a title say, is refused there, and crashes nothing.
  _ = ScheduleFile.text(schedule)
  return 0
}
