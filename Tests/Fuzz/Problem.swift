import PlanFiles

/// A problem as JSON (`plan-problem/1`); what is read is written, and read again as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let document = try? ProblemFile.read(SourceFile(name: "problem.json", bytes: bytes)) else { return 0 }
  let written = ProblemFile.json(document.problem).bytes()
  guard let again = try? ProblemFile.read(SourceFile(name: "written.json", bytes: written)),
    again.problem == document.problem
  else { fatalError("the written problem is not the one that was read") }
  return 0
}
