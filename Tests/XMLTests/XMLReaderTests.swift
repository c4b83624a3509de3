import Testing
import XML

@Suite struct XMLReaderTests {
  private func pieces(_ text: String, limits: XMLReader.Limits = .init()) throws(XMLError) -> [XMLReader
    .Piece]
  {
    let reader = try XMLReader(Array(text.utf8), limits: limits)
    var pieces: [XMLReader.Piece] = []
    while let piece = try reader.next() { pieces.append(piece) }
    return pieces
  }

  private func failure(_ text: String, limits: XMLReader.Limits = .init()) -> XMLError? {
    do throws(XMLError) {
      _ = try pieces(text, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test("elements, attributes, text and CDATA come in order, names without prefixes")
  func order() throws {
    let text = """
      \u{FEFF}<?xml version="1.0" encoding="utf-8"?>
      <!-- a comment --><a xmlns="urn:a" xmlns:p="urn:p" x="1" p:y="2 &amp; 3">
        one &lt; <p:b/><![CDATA[<two>]]>
      </a>
      """
    let expected: [XMLReader.Piece] = [
      .start(
        name: "a", namespace: "urn:a",
        attributes: [.init(name: "x", value: "1"), .init(name: "y", namespace: "urn:p", value: "2 & 3")]),
      .text("\n  one < "),
      .start(name: "b", namespace: "urn:p", attributes: []),
      .end(name: "b"),
      .text("<two>"),
      .end(name: "a"),
    ]
    #expect(try pieces(text) == expected)
  }

  @Test("what was written is read back", arguments: ["", " ", "a\r\nb", "\u{85}\u{2028}", "<é&🏃>\"'\t\n"])
  func roundTrip(text: String) throws {
    var writer = XMLWriter()
    writer.start("a")
    writer.attribute("b", text)
    writer.text("x" + text)
    writer.end()
    let expected: [XMLReader.Piece] = [
      .start(name: "a", namespace: nil, attributes: [.init(name: "b", value: text)]),
      .text("x" + text), .end(name: "a"),
    ]
    #expect(try pieces(String(decoding: try writer.finish(), as: UTF8.self)) == expected)
  }

  @Test(
    "a document type declaration is refused wherever it hides",
    arguments: [
      "<!DOCTYPE a><a/>",
      "<?xml version='1.0'?>\n<!-- <a> -->\n<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
      "<?x ?><!doctype a><a/>",
      "\u{FEFF} <!DOCTYPE a><a/>",
    ])
  func doctype(text: String) {
    #expect(failure(text)?.kind == .doctype)
  }

  @Test(
    "what is not well-formed is an error with a line",
    arguments: [
      ("<a>\n<b></a>", 2), ("<a>\n\n&undefined;</a>", 3), ("<a/>\n<b/>", 2), ("<a x='1' x='2'/>", 1),
      ("<a>\n\u{1}</a>", 2), ("<a>\n<b>", 2), ("text", 1),
    ])
  func malformed(text: String, line: Int) {
    let error = failure(text)
    #expect(error?.kind == .malformed)
    #expect(error?.line == line)
  }

  @Test("an empty document is not well-formed")
  func empty() {
    #expect(failure("")?.kind == .malformed)
  }

  @Test("zero bytes, broken UTF-8 and other encodings are refused")
  func encodings() {
    for bytes in [[0x3c, 0x61, 0x00, 0x2f, 0x3e], [0x3c, 0x61, 0x3e, 0xff], [0xff, 0xfe, 0x3c, 0x61]]
      as [[UInt8]]
    {
      #expect {
        _ = try XMLReader(bytes)
      } throws: {
        ($0 as? XMLError)?.kind == .encoding
      }
    }
    #expect(failure("<?xml version='1.0' encoding='ISO-8859-1'?><a/>")?.kind == .encoding)
  }

  @Test("depth and size have limits")
  func limits() throws {
    let deep = String(repeating: "<a>", count: 5) + "x" + String(repeating: "</a>", count: 5)
    #expect(try pieces(deep, limits: .init(depth: 5)).count == 11)
    #expect(failure(deep, limits: .init(depth: 4))?.kind == .tooDeep)
    #expect(failure(deep, limits: .init(bytes: 10))?.kind == .tooLarge)
    #expect(failure(String(repeating: "<a>", count: 100_000), limits: .init())?.kind == .tooDeep)
  }
}
