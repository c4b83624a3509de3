import XML

/// An XML document, read to its end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let reader = try? XMLReader(bytes) else { return 0 }
  while (try? reader.next()) != nil {}
  return 0
}
