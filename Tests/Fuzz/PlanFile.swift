import PlanFiles

/// A plan file; one that reads is resolved, every file that it names being the same bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let plan = SourceFile(name: "plan.yaml", bytes: bytes)
  guard (try? PlanFile(plan)) != nil else { return 0 }
  _ = try? Resolver.problem(planFile: plan) { name throws(FileError) in
    SourceFile(name: name, bytes: bytes)
  }
  return 0
}
