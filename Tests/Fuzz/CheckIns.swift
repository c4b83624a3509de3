import PlanFiles

/// An athlete's check-ins.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? CheckInsFile.read(SourceFile(name: "check-ins.yaml", bytes: bytes))
  return 0
}
