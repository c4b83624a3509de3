import PlanFiles

/// A limits file by itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? LimitsFile(SourceFile(name: "limits.yaml", bytes: bytes), names: ["run", "bike", "strength"])
  return 0
}
