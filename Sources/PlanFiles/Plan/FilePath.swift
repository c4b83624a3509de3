/// Paths of files that name each other, as text: nothing is looked up here.
enum FilePath {
  /// `path` as seen from the folder of the file `file`.
  static func join(_ path: String, to file: String) -> String {
    guard !path.hasPrefix("/") else { return normal(path) }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    if folder.isEmpty { return normal(file.hasPrefix("/") ? "/" + path : path) }
    return normal(folder + "/" + path)
  }

  /// The path without `.` and, where they can be taken back, `..`.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

extension Field {
  /// Loads the file that this field names; where it cannot be read, the error stands at this field.
  func load(_ path: String, by loader: (String) throws(FileError) -> SourceFile) throws(FileError)
    -> SourceFile
  {
    do {
      return try loader(path)
    } catch {
      throw self.error(
        "\"\(name)\" names the file \(path), which cannot be read: \(error.faults.first?.message ?? "")",
        expected: "a path as seen from \(file)")
    }
  }
}
