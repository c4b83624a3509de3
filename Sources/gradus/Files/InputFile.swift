import PlanFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are read: by path, or `-` for standard input.
enum InputFile {
  /// The file at a path, no more of it than the largest file may hold.
  ///
  /// - Throws: `Failure.inputOutput`.
  static func read(_ path: String) throws(Failure) -> SourceFile {
    do {
      return try contents(path)
    } catch {
      throw error.failure(at: path == "-" ? "standard input" : path)
    }
  }

  /// A file that another file names: where it cannot be read, the input is at fault.
  static func named(_ path: String) throws(FileError) -> SourceFile {
    do {
      return try contents(path)
    } catch {
      throw FileError(file: path, mark: nil, error.message)
    }
  }

  /// Whether something is at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func contents(_ path: String) throws(SystemError) -> SourceFile {
    let limit = SourceFile.dataSizeLimit
    if path == "-" { return SourceFile(name: path, bytes: try Descriptor.input.contents(limit: limit)) }
    let descriptor = try Descriptor(reading: path)
    defer { close(descriptor.number) }
    return SourceFile(name: path, bytes: try descriptor.contents(limit: limit))
  }
}
