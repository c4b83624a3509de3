/// What stands before the first element, checked before any of it is parsed.
enum XMLProlog {
  /// The document without a byte order mark.
  ///
  /// - Throws: `XMLError` where it is too large, not UTF-8, says another encoding, or declares a document
  ///   type: libxml2 would parse the internal subset before anyone could object.
  static func admit(_ document: [UInt8], limits: XMLReader.Limits) throws(XMLError) -> ArraySlice<UInt8> {
    guard document.count <= min(limits.bytes, Int(Int32.max)) else {
      throw XMLError(.tooLarge, "\(document.count) bytes, more than the \(limits.bytes) allowed")
    }
    if let zero = document.firstIndex(of: 0) {
      throw XMLError(
        .encoding, "a zero byte: only UTF-8 text is read", line: line(of: zero, in: document[...]))
    }
    guard String(validating: document, as: UTF8.self) != nil else {
      throw XMLError(.encoding, "not valid UTF-8")
    }
    let text = document.starts(with: [0xef, 0xbb, 0xbf]) ? document[3...] : document[...]
    try checkProlog(text)
    return text
  }

  private static func checkProlog(_ text: ArraySlice<UInt8>) throws(XMLError) {
    var rest = text
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
      if rest.starts(with: "<?".utf8) {
        let instruction = skip("?>", in: &rest)
        guard !instruction.starts(with: "<?xml ".utf8) || saysUTF8(instruction) else {
          throw XMLError(.encoding, "the XML declaration says an encoding other than UTF-8", line: 1)
        }
      } else if rest.starts(with: "<!--".utf8) {
        _ = skip("-->", in: &rest)
      } else if rest.starts(with: "<!".utf8) {
        throw XMLError(
          .doctype, "a document type declaration is refused", line: line(of: rest.startIndex, in: text))
      } else {
        return
      }
    }
  }

  /// Takes everything up to and with `mark` from the front of `rest`.
  private static func skip(_ mark: StaticString, in rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array(mark.description.utf8)
    var index = rest.startIndex
    while index < rest.endIndex, !rest[index...].starts(with: mark) { index += 1 }
    let end = min(index + mark.count, rest.endIndex)
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  private static func saysUTF8(_ declaration: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: declaration, as: UTF8.self).lowercased()
    return !text.contains("encoding") || text.contains("utf-8") || text.contains("utf8")
  }

  private static func line(of index: Int, in text: ArraySlice<UInt8>) -> Int {
    1 + text[..<index].count { $0 == 0x0a }
  }
}
