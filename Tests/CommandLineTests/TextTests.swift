import Testing

@testable import gradus

@Suite struct TextTests {
  @Test(
    "numbers do not depend on a locale",
    arguments: [
      (0.0, 0, "0"), (-0.4, 0, "0"), (0.5, 0, "1"), (1234.5678, 2, "1234.57"), (-0.05, 1, "-0.1"),
      (0.04, 1, "0.0"),
      (-0.04, 1, "0.0"), (9.995, 1, "10.0"), (1e20, 0, "1e+20"),
    ])
  func decimals(value: Double, places: Int, text: String) {
    #expect(decimal(value, places) == text)
  }

  @Test(
    "cells of a terminal",
    arguments: [("run", 3), ("Läufe", 5), ("La\u{308}ufe", 5), ("長距離", 6), ("🏃", 2), ("", 0)])
  func cells(text: String, width: Int) {
    #expect(cellWidth(text) == width)
  }

  @Test func tablesLineUp() {
    var table = TextTable([("name", .left), ("min", .right), ("note", .left)])
    table.add(["長距離", "5", "x"])
    table.add(["a", "100", ""])
    #expect(table.lines(Style(isOn: false)) == ["name    min  note", "長距離    5  x", "a       100"])
    #expect(table.lines(Style(isOn: true)).first == "\u{1B}[2mname    min  note\u{1B}[0m")
  }

  @Test func wrappingLosesNoWord() {
    let text = "One two three four-and-a-half five"
    for width in 1...40 {
      let lines = wrapped(text, width: width)
      #expect(lines.joined(separator: " ") == text)
      #expect(lines.allSatisfy { cellWidth($0) <= width || !$0.contains(" ") })
    }
    #expect(wrapped("", width: 10).isEmpty)
  }

  @Test(
    "a plan and its schedule lie side by side",
    arguments: [
      ("Plans/half.yaml", "Plans/half.schedule.yaml"), ("half.json", "half.schedule.yaml"),
      ("/half.yml", "/half.schedule.yaml"), ("a.b/half", "a.b/half.schedule.yaml"),
      ("a/half.schedule.yaml", "a/half.schedule.yaml"),
    ])
  func names(path: String, schedule: String) {
    #expect(FileName(path).schedule == schedule)
  }
}
