import Testing
import XML

@Suite struct XMLWriterTests {
  private func written(_ write: (inout XMLWriter) -> Void) throws -> String {
    var writer = XMLWriter()
    write(&writer)
    return String(decoding: try writer.finish(), as: UTF8.self)
  }

  @Test("elements within each other are indented by two spaces")
  func indentation() throws {
    let text = try written { xml in
      xml.start("plan", namespace: "urn:example")
      xml.attribute("version", "1")
      xml.start("week")
      xml.element("title", "Base")
      xml.end()
      xml.start("empty")
      xml.end()
      xml.end()
    }
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <plan xmlns="urn:example" version="1">
          <week>
            <title>Base</title>
          </week>
          <empty/>
        </plan>

        """)
  }

  @Test("an element may keep what it holds on its own line")
  func oneLine() throws {
    let text = try written { xml in
      xml.start("a")
      for name in ["x", "y"] {
        xml.start("b", onOneLine: true)
        xml.element("c", name)
        xml.start("d")
        xml.element("e", name)
        xml.end()
        xml.end()
      }
      xml.element("f", "z")
      xml.end()
    }
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a>
          <b><c>x</c><d><e>x</e></d></b>
          <b><c>y</c><d><e>y</e></d></b>
          <f>z</f>
        </a>

        """)
  }

  @Test("markup and line ends survive in text")
  func text() throws {
    let text = try written { $0.element("a", "1 < 2 & \"3\" > ]]>\r\n\té🏃") }
    #expect(text.hasSuffix("<a>1 &lt; 2 &amp; \"3\" &gt; ]]&gt;&#13;\n\té🏃</a>\n"))
  }

  @Test("markup and white space survive in attributes")
  func attribute() throws {
    let text = try written { xml in
      xml.start("a")
      xml.attribute("b", "\"<&>\"\n\té")
      xml.end()
    }
    #expect(text.hasSuffix("<a b=\"&quot;&lt;&amp;&gt;&quot;&#10;&#9;é\"/>\n"))
  }

  @Test("characters that XML cannot carry are left out")
  func illegal() throws {
    let text = try written {
      $0.element("a", "\u{0}b\u{1}c\u{B}\u{1F}\u{FFFE}d\u{FFFF}\u{FFFD}\u{7F}\u{F8FF}")
    }
    #expect(text.hasSuffix("<a>bcd\u{FFFD}\u{7F}\u{F8FF}</a>\n"))
  }

  @Test("an element left open is an error")
  func leftOpen() throws {
    var writer = XMLWriter()
    writer.start("a")
    #expect(throws: XMLError.self) { try writer.finish() }
  }

  @Test("ending more elements than were opened is an error")
  func endedTwice() throws {
    var writer = XMLWriter()
    writer.element("a", "b")
    writer.end()
    #expect(throws: XMLError.self) { try writer.finish() }
  }
}
