import PlanFiles

/// Reads a file line by line, no more of it at once than the longest record may hold.
struct LineReader {
  private let descriptor: Descriptor
  private var chunk: [UInt8] = []
  private var start = 0
  /// Lines given so far.
  private(set) var count = 0

  /// A line without its line break.
  struct Line: Sendable {
    /// Its number, from 1.
    var number: Int
    /// What it holds; of a line that is too long, the first part.
    var bytes: [UInt8]
    /// Whether it has more bytes than a record may have.
    var isTooLong = false
    /// Whether a line break ends it.
    var isWhole = true

    /// Whether there is nothing on it.
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
  }

  init(_ descriptor: Descriptor) {
    self.descriptor = descriptor
  }

  /// The next line; nil at the end.
  mutating func next() throws(SystemError) -> Line? {
    var line = Line(number: count + 1, bytes: [])
    while true {
      let end = chunk[start...].firstIndex(of: 0x0A)
      let part = chunk[start..<(end ?? chunk.endIndex)]
      if line.bytes.count + part.count <= SourceFile.dataSizeLimit {
        line.bytes += part
      } else {
        line.isTooLong = true
      }
      if let end {
        start = end + 1
        break
      }
      chunk = try descriptor.piece()
      start = 0
      if chunk.isEmpty {
        guard !line.bytes.isEmpty || line.isTooLong else { return nil }
        line.isWhole = false
        break
      }
    }
    count += 1
    return line
  }
}
