/// What is wrong with an XML document or a schema, and where.
public struct XMLError: Error, Equatable, Sendable {
  /// What kind of fault it is.
  public var kind: Kind
  /// The fault in words.
  public var message: String
  /// Line in the document, from 1; nil where no line can be named.
  public var line: Int?

  /// What kind of fault an error is.
  public enum Kind: Sendable {
    /// Not well-formed XML.
    case malformed
    /// A document type declaration: never needed, and a door for attacks, so refused before parsing.
    case doctype
    /// Not UTF-8, or a declaration that says so.
    case encoding
    /// More bytes than the limit.
    case tooLarge
    /// Elements nested deeper than the limit.
    case tooDeep
    /// Well-formed, but not what the schema allows.
    case invalid
    /// The schema itself cannot be used.
    case schema
    /// The document could not be written.
    case writing
  }

  /// An error; `line` counts from 1.
  public init(_ kind: Kind, _ message: String, line: Int? = nil) {
    self.kind = kind
    self.message = message
    self.line = line
  }
}

extension XMLError: CustomStringConvertible {
  /// The message, with its line where one is known.
  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}
