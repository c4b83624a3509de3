/// The content lines of an iCalendar file, unfolded one after the other (RFC 5545, section 3.1).
struct ContentLines {
  private let bytes: [UInt8]
  private let limit: Int
  private var index: Int
  /// Line of the file at `index`, from 1.
  private(set) var line = 1

  /// A content line.
  struct Line {
    /// What it says, without line ends and the white space that marks a continuation.
    fileprivate(set) var octets: [UInt8] = []
    fileprivate var firstLine: Int
    /// Where in `octets` each further line of the file begins.
    fileprivate var folds: [Int] = []

    /// Where an octet stands in the file.
    func place(of index: Int) -> CalendarPlace {
      let before = folds.count { $0 <= index }
      let start = before == 0 ? 0 : folds[before - 1]
      let characters = octets[start..<min(index, octets.count)].count { $0 & 0xc0 != 0x80 }
      return CalendarPlace(line: firstLine + before, column: characters + (before == 0 ? 1 : 2))
    }
  }

  /// The lines of a file; a byte order mark before them is passed over.
  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
    index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// The next line that is not empty; nil at the end of the file.
  ///
  /// - Throws: `CalendarFault` where a line is too long or a zero byte is in it.
  mutating func next() throws(CalendarFault) -> Line? {
    while index < bytes.count {
      var found = Line(firstLine: line)
      try takePhysicalLine(into: &found)
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 {
        found.folds.append(found.octets.count)
        index += 1
        try takePhysicalLine(into: &found)
      }
      if found.octets.contains(where: { $0 != 0x20 && $0 != 0x09 }) { return found }
    }
    return nil
  }

  private mutating func takePhysicalLine(into found: inout Line) throws(CalendarFault) {
    let start = index
    while index < bytes.count, bytes[index] != 0x0a {
      if bytes[index] == 0 { throw CalendarFault(place(from: start), "a zero byte", expected: "UTF-8 text") }
      index += 1
    }
    let isEnded = index > start && index < bytes.count && bytes[index - 1] == 0x0d
    let end = isEnded || index == bytes.count && index > start && bytes[index - 1] == 0x0d ? index - 1 : index
    guard found.octets.count + end - start <= limit else {
      throw CalendarFault(
        found.place(of: 0), "a line of more than \(limit) octets", expected: "a calendar of training sessions"
      )
    }
    found.octets.append(contentsOf: bytes[start..<end])
    if index < bytes.count { index += 1 }
    line += 1
  }

  private func place(from start: Int) -> CalendarPlace {
    CalendarPlace(line: line, column: 1 + bytes[start..<index].count { $0 & 0xc0 != 0x80 })
  }
}
