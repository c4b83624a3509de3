import PlanFiles

/// A history as CSV.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? HistoryFile.read(SourceFile(name: "history.csv", bytes: bytes))
  return 0
}
