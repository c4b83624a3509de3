import Testing
import TrainingPlan

@testable import Reports

@Suite struct MarkupTests {
  @Test(arguments: ReviewedSample.allCases, Report.Audience.allCases)
  func isWellFormedAndNeedsNothing(sample: ReviewedSample, audience: Report.Audience) throws {
    let html = try sample.html(for: audience)
    let page = try ParsedReport(html)
    #expect(page.elements.first?.attributes["lang"] == "en")
    #expect(page.elements.contains { $0.name == "title" })
    #expect(page.values("name").contains("viewport"))
    let ids = page.values("id")
    #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
    for names in page.values("aria-labelledby") {
      for name in names.split(separator: " ") { #expect(ids.contains(String(name)), "\(name)") }
    }
    for address in page.values("href") {
      #expect(address == "data:," || address.hasPrefix("https://doi.org/"), "\(address)")
    }
    #expect(page.values("src").isEmpty)
    #expect(page.values("content").contains { $0.hasPrefix("default-src 'none'") })
  }

  @Test(arguments: Report.Audience.allCases)
  func namesNeverBecomeMarkup(audience: Report.Audience) throws {
    let html = try ReviewedSample.hostile.html(for: audience)
    let page = try ParsedReport(html)
    #expect(!page.elements.contains { $0.name == "script" })
    #expect(!html.contains("<script") && html.split(separator: "</style").count == 2)
    #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    #expect(page.text.contains("</style></script><script>alert(1)</script>\"'>&"))
  }

  @Test func escapesTextAndAttributes() {
    let html = HTML("p", ["class": "a\"b<", "title": nil]) { "1 < 2 & \u{1}" }
    #expect(html.source == "<p class=\"a&quot;b&lt;\">1 &lt; 2 &amp; \u{FFFD}</p>\n")
  }

  @Test(arguments: ["\"", "\\", "</style>", "\n", "}", "é", "\u{2028}"])
  func stringsOfStylesAreInert(text: String) {
    let string = ("a" + text + "b").asStyleString
    #expect(string.hasPrefix("\"a") && string.hasSuffix("b\""))
    let inner = string.dropFirst().dropLast()
    #expect(inner.unicodeScalars.allSatisfy { $0.isASCII && !"\"<>{}\n;".unicodeScalars.contains($0) })
  }
}
