import CLibXML2

/// Reads an XML document piece by piece, whoever wrote it.
///
/// The document is UTF-8 and has no document type declaration, so there are no entities to expand; nothing
/// is ever fetched from files or the network. Size and depth have limits.
public final class XMLReader {
  private let reader: xmlTextReaderPtr
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private let schema: XMLSchema?
  private let faults = Faults()
  private let limits: Limits
  private var pendingEnd: String?

  /// How much a reader takes before it refuses.
  public struct Limits: Sendable {
    /// Bytes of the document.
    public var bytes: Int
    /// Elements within each other. libxml2 itself stops at 256.
    public var depth: Int

    /// Limits; by default 64 MiB and 64 elements within each other.
    public init(bytes: Int = 64 << 20, depth: Int = 64) {
      self.bytes = bytes
      self.depth = depth
    }
  }

  /// A piece of a document.
  public enum Piece: Equatable, Sendable {
    /// An element opens. Names are local names, without a prefix.
    case start(name: String, namespace: String?, attributes: [Attribute])
    /// Text, CDATA included; white space between elements is left out.
    case text(String)
    /// The element of that name closes.
    case end(name: String)
  }

  /// An attribute of an element; declarations of namespaces are left out.
  public struct Attribute: Equatable, Sendable {
    /// Local name.
    public var name: String
    /// Namespace, if any.
    public var namespace: String?
    /// Value.
    public var value: String

    /// An attribute of a namespace, or of none.
    public init(name: String, namespace: String? = nil, value: String) {
      self.name = name
      self.namespace = namespace
      self.value = value
    }
  }

  /// What libxml2 reports while it reads.
  final class Faults {
    var found: [XMLError] = []
  }

  /// A reader at the beginning of a document.
  ///
  /// - Throws: `XMLError` where the document is refused before it is parsed: too large, not UTF-8, or with
  ///   a document type declaration.
  public convenience init(_ document: [UInt8], limits: Limits = Limits()) throws(XMLError) {
    try self.init(document, limits: limits, schema: nil)
  }

  init(_ document: [UInt8], limits: Limits, schema: XMLSchema?) throws(XMLError) {
    LibXML2.prepare()
    let document = try XMLProlog.admit(document, limits: limits)
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: document.count)
    _ = memory.initialize(from: document)
    let start = UnsafeRawPointer(memory.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let options = Int32(XML_PARSE_NONET.rawValue)
    guard let reader = xmlReaderForMemory(start, Int32(document.count), nil, "UTF-8", options) else {
      memory.deallocate()
      throw XMLError(.malformed, "libxml2 could not begin to read")
    }
    self.reader = reader
    self.memory = memory
    self.schema = schema
    self.limits = limits
    collectFaults()
    schema?.apply(to: reader)
  }

  deinit {
    xmlFreeTextReader(reader)
    memory.deallocate()
  }

  /// The line of the piece last read, from 1.
  public var line: Int {
    // The parser reads ahead; the node knows its own line, but counts no further than 65535.
    let own = xmlTextReaderCurrentNode(reader).map { Int(xmlGetLineNo($0)) } ?? 0
    return (1..<65_535).contains(own) ? own : Int(xmlTextReaderGetParserLineNumber(reader))
  }

  /// Faults against the schema so far.
  var invalidities: [XMLError] { faults.found.filter { $0.kind == .invalid } }

  /// The next piece; nil at the end of the document.
  ///
  /// - Throws: `XMLError` where the document is not well-formed or goes beyond the limits.
  public func next() throws(XMLError) -> Piece? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name: name)
    }
    while try advance() {
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue): return startPiece()
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): return .end(name: name)
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
        return .text(string(xmlTextReaderConstValue(reader)) ?? "")
      default: continue
      }
    }
    return nil
  }

  /// Goes to the next node; false at the end.
  func advance() throws(XMLError) -> Bool {
    let result = xmlTextReaderRead(reader)
    if let fault = faults.found.first(where: { $0.kind == .malformed }) { throw fault }
    guard result >= 0 else { throw XMLError(.malformed, "the document is not well-formed", line: line) }
    if xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue),
      Int(xmlTextReaderDepth(reader)) >= limits.depth
    {
      throw XMLError(.tooDeep, "more than \(limits.depth) elements within each other", line: line)
    }
    return result == 1
  }

  private func startPiece() -> Piece {
    let (name, namespace) = (name, namespace)
    if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
    var attributes: [Attribute] = []
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
      let value = string(xmlTextReaderConstValue(reader)) ?? ""
      attributes.append(Attribute(name: self.name, namespace: self.namespace, value: value))
    }
    xmlTextReaderMoveToElement(reader)
    return .start(name: name, namespace: namespace, attributes: attributes)
  }

  private var name: String { string(xmlTextReaderConstLocalName(reader)) ?? "" }
  private var namespace: String? { string(xmlTextReaderConstNamespaceUri(reader)) }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    text.map { String(cString: $0) }
  }

  private func collectFaults() {
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, fault in
        guard let context, let fault else { return }
        let faults = Unmanaged<Faults>.fromOpaque(context).takeUnretainedValue()
        guard faults.found.count < 100 else { return }
        faults.found.append(XMLError(fault.pointee))
      }, Unmanaged.passUnretained(faults).toOpaque())
  }
}

extension XMLError {
  /// The error that libxml2 reports.
  init(_ fault: xmlError) {
    let text = fault.message.map { String(cString: $0) } ?? "unknown fault"
    let domain = Int(fault.domain)
    let isSchema = [XML_FROM_RELAXNGV, XML_FROM_SCHEMASV].contains { Int($0.rawValue) == domain }
    let line = Int(fault.line)
    self.init(
      isSchema ? .invalid : .malformed, String(text.split(separator: "\n").joined(separator: " ")),
      line: line > 0 ? line : nil)
  }
}
