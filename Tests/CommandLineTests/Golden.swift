import Foundation
import Testing

/// Outputs that are kept. `RECORD_GOLDEN=1` writes them anew and fails once.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func check(_ data: Data, _ name: String) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try data.write(to: file)
      Issue.record("\(name) was recorded; look at the difference and run again")
    }
    #expect(try Data(contentsOf: file) == data, "\(name) differs")
  }
}
