/// Refuses text that would cost a YAML parser far more than its size, before the parser sees it.
///
/// It looks at characters only, so it may count a bracket or a star in a comment; its bounds are far
/// above what a file written by people holds.
enum YAMLGuard {
  /// Words that begin with `*`, at most, in a file that has a word beginning with `&`.
  private static let referenceLimit = 24
  /// Nested brackets or indentations, at most: above the reader's own limit, which has the better mark.
  private static let depthLimit = 2 * SourceFile.depthLimit

  static func check(_ source: SourceFile) throws(FileError) {
    let (file, bytes) = (source.name, source.bytes)
    if let offset = manyReferences(in: bytes) {
      throw FileError(
        file: file, mark: Mark(of: offset, in: bytes), "anchors (&name) are not used here",
        expected: "the value itself")
    }
    if let offset = deepNesting(in: bytes) {
      throw FileError(
        file: file, mark: Mark(of: offset, in: bytes), "lists and mappings are nested too deeply",
        expected: "at most \(SourceFile.depthLimit) levels")
    }
  }

  /// The first anchor of a text with anchors and many aliases ("billion laughs").
  private static func manyReferences(in bytes: [UInt8]) -> Int? {
    var anchor: Int?
    var references = 0
    var previous = UInt8(ascii: " ")
    for (offset, byte) in bytes.enumerated() {
      let isStart = previous <= 0x20 || previous == 0x2C || previous == 0x5B || previous == 0x7B
      if isStart, byte == UInt8(ascii: "&"), anchor == nil { anchor = offset }
      if isStart, byte == UInt8(ascii: "*") { references += 1 }
      previous = byte
    }
    return references > referenceLimit ? anchor : nil
  }

  /// Where brackets, or indentations and the dashes of lists in lists, lie too deep.
  private static func deepNesting(in bytes: [UInt8]) -> Int? {
    var brackets = 0
    var indents: [Int] = []
    var column = 0
    var isLineStart = true
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A, 0x0D:
        (column, isLineStart) = (0, true)
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      default: break
      }
      if isLineStart, byte != 0x20, byte != 0x09 {
        while let last = indents.last, last >= column { indents.removeLast() }
        indents.append(column)
        let isIndicator = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
        isLineStart = isIndicator && offset + 1 < bytes.count && bytes[offset + 1] <= 0x20
      }
      if brackets > depthLimit || indents.count > depthLimit { return offset }
      column += 1
    }
    return nil
  }
}
