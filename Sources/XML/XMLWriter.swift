import CLibXML2

/// Writes an XML document into memory, element by element, as UTF-8 with an indent of two spaces.
///
/// Equal calls give equal bytes, whatever the version of libxml2: characters are escaped here.
/// Characters that XML 1.0 cannot carry (section 2.2: most control characters, U+FFFE and U+FFFF)
/// are left out.
public final class XMLWriter {
  private let writer: xmlTextWriterPtr
  private let output: Output
  private var escaped: [UInt8] = []
  private var openElements = 0
  private var isSound = true

  /// The bytes that libxml2 hands over.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// A writer of an empty document; `expectedBytes` is room to reserve.
  ///
  /// - Throws: `XMLError` of kind `writing` where memory is short.
  public init(expectedBytes: Int = 0) throws(XMLError) {
    LibXML2.prepare()
    output = Output()
    output.bytes.reserveCapacity(expectedBytes)
    let append: xmlOutputWriteCallback = { context, bytes, count in
      guard let context, let bytes, count >= 0 else { return -1 }
      let output = Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
      output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      return count
    }
    let context = Unmanaged.passUnretained(output).toOpaque()
    guard let buffer = xmlOutputBufferCreateIO(append, nil, context, nil) else { throw Self.noMemory }
    guard let writer = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      throw Self.noMemory
    }
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, "  ")
    check(xmlTextWriterWriteRaw(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
  }

  deinit { xmlFreeTextWriter(writer) }

  /// Opens an element; `namespace` declares the default namespace from here on.
  public func start(_ name: StaticString, namespace: StaticString? = nil) {
    check(xmlTextWriterStartElement(writer, name.utf8Start))
    openElements += 1
    if let namespace { attribute("xmlns", namespace.description) }
  }

  /// Closes the element that was opened last.
  public func end() {
    check(xmlTextWriterEndElement(writer))
    openElements -= 1
  }

  /// An attribute of the element just opened.
  public func attribute(_ name: StaticString, _ value: String) {
    check(xmlTextWriterStartAttribute(writer, name.utf8Start))
    writeEscaped(value, inAttribute: true)
    check(xmlTextWriterEndAttribute(writer))
  }

  /// Text within the open element.
  public func text(_ text: String) {
    writeEscaped(text, inAttribute: false)
  }

  /// An element that holds only text.
  public func element(_ name: StaticString, _ text: String) {
    start(name)
    writeEscaped(text, inAttribute: false)
    end()
  }

  /// Writes what `body` writes within the open element on one line, up to the end of that element.
  public func onOneLine(_ body: () -> Void) {
    xmlTextWriterSetIndent(writer, 0)
    body()
    xmlTextWriterSetIndent(writer, 1)
    check(xmlTextWriterWriteRawLen(writer, "", 0))  // libxml2 indents no end that follows text
  }

  /// Ends the document and hands over its bytes; the writer is of no further use.
  ///
  /// - Throws: `XMLError` of kind `writing` where an element was left open or memory was short.
  public func finish() throws(XMLError) -> [UInt8] {
    guard openElements == 0 else {
      throw XMLError(.writing, "\(openElements) elements were left open")
    }
    check(xmlTextWriterFlush(writer))
    guard isSound else { throw XMLError(.writing, "libxml2 could not write the document") }
    return output.bytes
  }

  private func writeEscaped(_ text: String, inAttribute: Bool) {
    escaped.removeAll(keepingCapacity: true)
    XMLEscaping.append(text, to: &escaped, inAttribute: inAttribute)
    escaped.withUnsafeBufferPointer { bytes in
      check(xmlTextWriterWriteRawLen(writer, bytes.baseAddress, Int32(clamping: bytes.count)))
    }
  }

  private func check(_ result: Int32) {
    if result < 0 { isSound = false }
  }

  private static let noMemory = XMLError(.writing, "not enough memory to write XML")
}
