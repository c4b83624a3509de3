import CalendarFiles
import PlanFiles

/// A ledger; what is read is written, and read again as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let ledger = try? LedgerFile.read(SourceFile(name: "ledger", bytes: bytes), of: "small") else {
    return 0
  }
  let written = SourceFile(name: "written", bytes: LedgerFile.bytes(ledger))
  guard let again = try? LedgerFile.read(written, of: "small"), again == ledger else {
    fatalError("the written ledger is not the one that was read")
  }
  return 0
}
