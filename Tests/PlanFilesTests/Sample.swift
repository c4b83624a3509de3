import Foundation
import PlanFiles

/// The files of this package: samples, limits, histories.
enum Sample {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func file(_ path: String) throws -> SourceFile {
    SourceFile(name: path, bytes: [UInt8](try Data(contentsOf: root.appending(path: path))))
  }

  /// Loads a file of the package, as the command line would.
  static func load(_ path: String) throws(FileError) -> SourceFile {
    do {
      return try file(path)
    } catch {
      throw FileError(file: path, mark: nil, "there is no such file")
    }
  }
}
