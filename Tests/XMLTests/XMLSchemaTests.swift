import Testing
import XML

@Suite struct XMLSchemaTests {
  let relaxNG = """
    <element name="plan" xmlns="http://relaxng.org/ns/structure/1.0"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <oneOrMore><element name="minutes"><data type="positiveInteger"/></element></oneOrMore>
    </element>
    """
  let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="plan"><xs:complexType><xs:sequence>
        <xs:element name="minutes" type="xs:positiveInteger" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """

  private func schema(_ language: XMLSchema.Language) throws -> XMLSchema {
    try XMLSchema(Array((language == .xsd ? xsd : relaxNG).utf8), language: language)
  }

  @Test("a valid document has no faults", arguments: [XMLSchema.Language.relaxNG, .xsd])
  func valid(language: XMLSchema.Language) throws {
    let document = "<plan>\n<minutes>30</minutes>\n<minutes>45</minutes>\n</plan>"
    #expect(try schema(language).faults(in: Array(document.utf8)).isEmpty)
  }

  @Test("each fault names its line", arguments: [XMLSchema.Language.relaxNG, .xsd])
  func invalid(language: XMLSchema.Language) throws {
    let document = "<plan>\n<minutes>30</minutes>\n<minutes>-1</minutes>\n</plan>"
    let faults = try schema(language).faults(in: Array(document.utf8))
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.kind == .invalid && $0.line == 3 && !$0.message.isEmpty })
  }

  @Test("what is missing and what is not allowed is found", arguments: [XMLSchema.Language.relaxNG, .xsd])
  func structure(language: XMLSchema.Language) throws {
    let schema = try schema(language)
    for document in ["<plan/>", "<plan><hours>1</hours></plan>", "<other/>"] {
      #expect(try !schema.faults(in: Array(document.utf8)).isEmpty, "\(document)")
    }
  }

  @Test("a document that is not well-formed is an error, not a fault")
  func malformed() throws {
    let schema = try schema(.relaxNG)
    #expect(throws: XMLError.self) { try schema.faults(in: Array("<plan>".utf8)) }
  }

  @Test("a broken schema is refused", arguments: [XMLSchema.Language.relaxNG, .xsd])
  func broken(language: XMLSchema.Language) {
    for text in ["<nothing/>", "<", ""] {
      #expect(throws: XMLError.self, "\(text)") { try XMLSchema(Array(text.utf8), language: language) }
    }
  }
}
