import Testing
import TrainingPlan

@Suite struct CSSColourTests {
  @Test("the 147 names of CSS3 are known, each with six hexadecimal digits")
  func names() throws {
    #expect(CSSColour.names.count == 147)
    for name in CSSColour.names {
      let colour = try #require(CSSColour(name))
      #expect(colour.name == name)
      #expect(colour.hex.first == "#" && colour.hex.dropFirst().count == 6)
      #expect(UInt32(colour.hex.dropFirst(), radix: 16) != nil)
    }
  }

  @Test(
    "names have their colours",
    arguments: [
      ("steelblue", "#4682B4"), ("aliceblue", "#F0F8FF"), ("yellowgreen", "#9ACD32"), ("rebeccapurple", nil),
      ("SteelBlue", nil), ("#4682B4", nil), ("", nil),
    ])
  func values(name: String, hex: String?) {
    #expect(CSSColour(name)?.hex == hex)
  }
}
