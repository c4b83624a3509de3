import PlanFiles
import TrainingPlan

private let standard = try? CatalogueFile.standard()

/// A coach's own catalogue, laid onto the bundled one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let standard else { fatalError("the bundled catalogue does not read") }
  _ = try? CatalogueFile.read(SourceFile(name: "catalogue.yaml", bytes: bytes), onto: standard)
  return 0
}
