/// A piece of a document, from YAML or JSON alike, and where it stands.
///
/// Scalars stay text: what a text means is decided by the key that it stands under (`Field`), not by
/// YAML's guesses (`1:30`, `010`, `no`).
public struct Node: Equatable, Sendable {
  /// Where the piece begins.
  public var mark: Mark
  /// What it is.
  public var content: Content

  /// The three kinds of content.
  public indirect enum Content: Equatable, Sendable {
    /// One value as written; `isQuoted` where quotes (or a YAML block) say that it is text.
    case scalar(String, isQuoted: Bool)
    /// A list.
    case sequence([Node])
    /// Keys and values in the order of the file; no key twice.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Equatable, Sendable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var mark: Mark
    /// The value.
    public var value: Node

    /// A key at a place, with its value.
    public init(key: String, mark: Mark, value: Node) {
      self.key = key
      self.mark = mark
      self.value = value
    }
  }

  /// A piece at a place.
  public init(mark: Mark, content: Content) {
    self.mark = mark
    self.content = content
  }

  /// No value: JSON `null`, YAML `null`, `~` or nothing.
  public var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}
