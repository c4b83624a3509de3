/// A file that people wrote: its bytes, and the name to say when something in it is wrong.
public struct SourceFile: Equatable, Sendable {
  /// Name shown in errors: the path as the user gave it, or `-` for standard input.
  public var name: String
  /// The content, unchecked.
  public var bytes: [UInt8]

  /// Plan and limits files are written by hand: at most so many bytes (1 MB).
  public static let planSizeLimit = 1_000_000
  /// Problems, schedules and histories: at most so many bytes (16 MB).
  public static let dataSizeLimit = 16_000_000
  /// YAML costs more to read than JSON: at most so many bytes (4 MB), whatever it holds.
  public static let yamlSizeLimit = 4_000_000
  /// Lists and mappings in one another, at most.
  public static let depthLimit = 32

  /// A file of a name and its bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A file whose content is `text`.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The tree that the file writes down: JSON where the first character is `{` or `[`, otherwise YAML.
  ///
  /// - Throws: `FileError` with line and column where the file is too large, is not UTF-8 text, or is not
  ///   well-formed.
  public func document(sizeLimit: Int = SourceFile.planSizeLimit) throws(FileError) -> Field {
    let first = bytes.first { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    try check(sizeLimit: isJSON ? sizeLimit : min(sizeLimit, Self.yamlSizeLimit))
    let root = isJSON ? try JSONReader.read(self) : try YAMLReader.read(self)
    return Field(file: name, name: "", node: root)
  }

  /// Refuses what is too large, and the faults in a text that hide from the eye.
  func check(sizeLimit: Int) throws(FileError) {
    guard bytes.count <= sizeLimit else {
      throw FileError(
        file: name, mark: nil, "the file has \(bytes.count) bytes", expected: "at most \(sizeLimit)")
    }
    if let fault = TextFault.first(in: bytes) {
      throw FileError(
        file: name, mark: Mark(of: fault.offset, in: bytes), fault.message, expected: "UTF-8 text")
    }
  }

  /// Whether a text could stand in a file as one line with something in it.
  public static func canHold(line text: String) -> Bool {
    text.isOneLine && TextFault.first(in: Array(text.utf8)) == nil
  }
}

extension String {
  /// Whether it is one line with something in it.
  var isOneLine: Bool {
    if isPrintableASCII { return utf8.contains { $0 != 0x20 } }
    return !contains(where: \.isNewline) && contains { !$0.isWhitespace }
  }

  /// Whether every byte is a character that can be seen, or a space: so is most text, and it is quickly told.
  var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}

/// A place in a file.
public struct Mark: Equatable, Sendable {
  /// Line, from 1.
  public var line: Int
  /// Column, from 1, counted in characters (Unicode scalars), not bytes.
  public var column: Int

  /// The place at a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte. Lines end with LF, CR LF or CR.
  init(of offset: Int, in bytes: [UInt8]) {
    self.init(line: 1, column: 1)
    for (index, byte) in bytes.prefix(offset).enumerated() {
      advance(over: byte, before: index + 1 < bytes.count ? bytes[index + 1] : nil)
    }
  }

  /// Steps over one byte; `next` tells CR LF from CR.
  mutating func advance(over byte: UInt8, before next: UInt8?) {
    if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
      line += 1
      column = 1
    } else if byte != 0x0D && byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}

/// What hides in a file that is not plain text.
private struct TextFault {
  var offset: Int
  var message: String

  /// The first byte order mark, broken UTF-8 sequence (RFC 3629), or control character.
  static func first(in bytes: [UInt8]) -> TextFault? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return TextFault(offset: 0, message: "the file begins with a byte order mark")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return TextFault(offset: 0, message: "the file is written in UTF-16")
    }
    var decoder = UTF8()
    var input = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&input) {
      case .emptyInput: return nil
      case .error: return TextFault(offset: offset, message: "these bytes are no UTF-8 text")
      case .scalarValue(let scalar):
        if let name = unwanted(scalar) { return TextFault(offset: offset, message: "\(name) is in the text") }
        offset += UTF8.width(scalar)
      }
    }
  }

  private static func unwanted(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0: "a NUL byte"
    case 0x09, 0x0A, 0x0D: nil
    case ..<0x20, 0x7F..<0xA0: "the control character U+" + hexadecimal(scalar.value)
    case 0xFEFF, 0xFFFE, 0xFFFF: "the invisible character U+" + hexadecimal(scalar.value)
    default: nil
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
