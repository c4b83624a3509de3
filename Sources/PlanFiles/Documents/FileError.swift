/// What is wrong with a file, where, and what was expected there. The command line exits with 3.
public struct FileError: Error, Equatable, Sendable {
  /// The faults, in the order of the file; at least one.
  public var faults: [Fault]

  /// One fault.
  public struct Fault: Equatable, Sendable {
    /// Name of the file.
    public var file: String
    /// The place; nil where the file as a whole is meant.
    public var mark: Mark?
    /// What happened.
    public var message: String
    /// What may stand there instead.
    public var expected: String?
    /// The nearest valid word.
    public var suggestion: String?

    /// A fault; see the properties.
    public init(
      file: String, mark: Mark?, message: String, expected: String? = nil, suggestion: String? = nil
    ) {
      self.file = file
      self.mark = mark
      self.message = message
      self.expected = expected
      self.suggestion = suggestion
    }
  }

  /// An error of several faults.
  public init(faults: [Fault]) {
    self.faults = faults
  }

  /// An error of one fault.
  public init(
    file: String, mark: Mark?, _ message: String, expected: String? = nil, suggestion: String? = nil
  ) {
    faults = [Fault(file: file, mark: mark, message: message, expected: expected, suggestion: suggestion)]
  }
}

extension FileError: CustomStringConvertible {
  /// One line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension FileError.Fault: CustomStringConvertible {
  /// `file:line:column: message; expected …; did you mean "…"?`
  public var description: String {
    var text = file
    if let mark { text += ":\(mark.line):\(mark.column)" }
    text += ": " + message
    if let expected { text += "; expected " + expected }
    if let suggestion { text += "; did you mean \"\(suggestion)\"?" }
    return text
  }
}
