import CLibXML2

/// A compiled schema, RELAX NG (XML syntax) or W3C XML Schema, against which documents are checked.
public final class XMLSchema {
  private let grammar: Grammar

  private enum Grammar {
    case relaxNG(xmlRelaxNGPtr)
    case xsd(xmlSchemaPtr)
  }

  /// The schema languages that libxml2 knows.
  public enum Language: Sendable {
    /// RELAX NG in its XML syntax (ISO/IEC 19757-2).
    case relaxNG
    /// W3C XML Schema 1.0.
    case xsd
  }

  /// Compiles a schema.
  ///
  /// - Throws: `XMLError` of kind `schema` where the schema cannot be used; else as `XMLReader` does.
  public init(_ schema: [UInt8], language: Language) throws(XMLError) {
    let reader = try XMLReader(schema)
    while try reader.advance() {}
    let faults = XMLReader.Faults()
    let grammar = withExtendedLifetime(faults) {
      schema.withUnsafeBytes { bytes -> Grammar? in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let context = Unmanaged.passUnretained(faults).toOpaque()
        return switch language {
        case .relaxNG: Self.relaxNG(start, Int32(bytes.count), context)
        case .xsd: Self.xsd(start, Int32(bytes.count), context)
        }
      }
    }
    guard let grammar else {
      let first = faults.found.first
      throw XMLError(.schema, first?.message ?? "the schema cannot be compiled", line: first?.line)
    }
    self.grammar = grammar
  }

  deinit {
    switch grammar {
    case .relaxNG(let schema): xmlRelaxNGFree(schema)
    case .xsd(let schema): xmlSchemaFree(schema)
    }
  }

  /// What the schema finds wrong in a document, in the document's order; empty where it is valid.
  ///
  /// - Throws: `XMLError` where the document cannot be read, as `XMLReader` does.
  public func faults(
    in document: [UInt8], limits: XMLReader.Limits = XMLReader.Limits()
  ) throws(XMLError) -> [XMLError] {
    let reader = try XMLReader(document, limits: limits, schema: self)
    while try reader.advance() {}
    return reader.invalidities
  }

  /// Makes a reader check what it reads.
  func apply(to reader: xmlTextReaderPtr) {
    switch grammar {
    case .relaxNG(let schema): xmlTextReaderRelaxNGSetSchema(reader, schema)
    case .xsd(let schema): xmlTextReaderSetSchema(reader, schema)
    }
  }

  private static let keepFault: xmlStructuredErrorFunc = { context, fault in
    guard let context, let fault else { return }
    Unmanaged<XMLReader.Faults>.fromOpaque(context).takeUnretainedValue().found
      .append(XMLError(fault.pointee))
  }

  private static func relaxNG(
    _ bytes: UnsafePointer<CChar>?, _ count: Int32, _ context: UnsafeMutableRawPointer
  ) -> Grammar? {
    guard let parser = xmlRelaxNGNewMemParserCtxt(bytes, count) else { return nil }
    defer { xmlRelaxNGFreeParserCtxt(parser) }
    xmlRelaxNGSetParserStructuredErrors(parser, keepFault, context)
    return xmlRelaxNGParse(parser).map { .relaxNG($0) }
  }

  private static func xsd(
    _ bytes: UnsafePointer<CChar>?, _ count: Int32, _ context: UnsafeMutableRawPointer
  ) -> Grammar? {
    guard let parser = xmlSchemaNewMemParserCtxt(bytes, count) else { return nil }
    defer { xmlSchemaFreeParserCtxt(parser) }
    xmlSchemaSetParserStructuredErrors(parser, keepFault, context)
    return xmlSchemaParse(parser).map { .xsd($0) }
  }
}
