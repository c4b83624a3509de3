/// Writes an XML document into memory, element by element, as UTF-8 with an indent of two spaces.
///
/// Equal calls give equal bytes. Characters that XML 1.0 cannot carry (section 2.2: most control characters,
/// U+FFFE and U+FFFF) are left out. No library stands behind it: calendars of a hundred thousand events go
/// through here, and a call into libxml2 for each tag took most of their time.
public struct XMLWriter: Sendable {
  private var bytes: [UInt8] = []
  private var open: [OpenElement] = []
  private var hasExtraEnd = false

  /// An element that is not closed yet.
  private struct OpenElement: Sendable {
    let name: StaticString
    var content = Content.nothing
    /// Whether all that it holds stays on its line.
    var isOnOneLine: Bool
  }

  /// What an element holds so far.
  private enum Content {
    /// Nothing; its start tag still takes attributes.
    case nothing
    case elements
    /// Text: white space beside it would be text as well.
    case text
  }

  /// A writer of an empty document; `expectedBytes` is room to reserve.
  public init(expectedBytes: Int = 0) {
    bytes.reserveCapacity(expectedBytes)
    put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Opens an element; `namespace` declares the default namespace from here on.
  ///
  /// With `onOneLine`, all that the element holds, and its end, stays on the line of its start.
  public mutating func start(_ name: StaticString, namespace: StaticString? = nil, onOneLine: Bool = false) {
    let isWithinLine = beginTag(name)
    open.append(OpenElement(name: name, isOnOneLine: onOneLine || isWithinLine))
    if let namespace { attribute("xmlns", namespace.description) }
  }

  /// Closes the element that was opened last.
  public mutating func end() {
    guard let element = open.popLast() else {
      hasExtraEnd = true
      return
    }
    if element.content == .elements, !element.isOnOneLine { indent() }
    endTag(element.content == .nothing ? nil : element.name)
  }

  /// An attribute of the element just opened.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    put(" ")
    put(name)
    put("=\"")
    XMLEscaping.append(value, to: &bytes, inAttribute: true)
    put("\"")
  }

  /// Text within the open element.
  public mutating func text(_ text: String) {
    beginContent(.text)
    XMLEscaping.append(text, to: &bytes, inAttribute: false)
  }

  /// An element that holds only text.
  public mutating func element(_ name: StaticString, _ text: String) {
    beginTag(name)
    bytes.append(UInt8(ascii: ">"))
    XMLEscaping.append(text, to: &bytes, inAttribute: false)
    endTag(name)
  }

  /// An element that holds only what `append` appends: ASCII without markup, such as digits.
  public mutating func element(_ name: StaticString, appending append: (inout [UInt8]) -> Void) {
    beginTag(name)
    bytes.append(UInt8(ascii: ">"))
    append(&bytes)
    endTag(name)
  }

  /// Hands over the bytes so far and goes on after them.
  public mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  /// Ends the document and hands over its bytes, or those that were not taken yet; the writer is of no further
  /// use.
  ///
  /// - Throws: `XMLError` of kind `writing` where an element was left open or one too many was ended.
  public mutating func finish() throws(XMLError) -> [UInt8] {
    guard open.isEmpty else { throw XMLError(.writing, "\(open.count) elements were left open") }
    guard !hasExtraEnd else { throw XMLError(.writing, "more elements were ended than opened") }
    return takeBytes()
  }
}

// Tags and white space.
extension XMLWriter {
  /// Begins a tag, and says whether it stands within the line of an element around it.
  @discardableResult
  private mutating func beginTag(_ name: StaticString) -> Bool {
    let parent = beginContent(.elements)
    let isWithinLine = parent?.isOnOneLine ?? false
    if parent?.content == .elements, !isWithinLine { indent() }
    bytes.append(UInt8(ascii: "<"))
    put(name)
    return isWithinLine
  }

  /// The end tag of an element; nil where its start tag is to be the only one.
  private mutating func endTag(_ name: StaticString?) {
    if let name {
      put("</")
      put(name)
      bytes.append(UInt8(ascii: ">"))
    } else {
      put("/>")
    }
    if open.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }

  /// The open element, its start tag closed, and of this content from now on; text stays text.
  @discardableResult
  private mutating func beginContent(_ content: Content) -> OpenElement? {
    guard var element = open.last else { return nil }
    guard element.content != .text, element.content != content else { return element }
    if element.content == .nothing { bytes.append(UInt8(ascii: ">")) }
    element.content = content
    open[open.count - 1] = element
    return element
  }

  /// A new line, as deep as the elements that are open.
  private mutating func indent() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * open.count))
  }

  private mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
