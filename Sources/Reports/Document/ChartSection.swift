/// The charts: each a picture, a sentence, and the same numbers as a table.
struct ChartSection {
  let report: Report
  let charts: [Chart]

  var html: HTML {
    let shown = report.isForCoach ? charts : charts.filter { Self.plain.contains($0.id) }
    guard !shown.isEmpty else { return .nothing }
    return .section("charts", "Charts") {
      for chart in shown { figure(chart) }
    }
  }

  /// What an athlete reads without a coach beside.
  private static let plain: Set = ["weekly-load", "hip-flexion", "intensity"]

  private func figure(_ chart: Chart) -> HTML {
    HTML("figure", ["id": chart.id, "aria-labelledby": chart.id + "-name"]) {
      HTML("h3", ["id": chart.id + "-name"]) { chart.title }
      HTML("p", ["class": "summary"]) { chart.summary }
      HTML("div", ["class": "picture"]) { HTML(pictureOf: chart) }
      if let caution = chart.caution { HTML("p", ["class": "caution"]) { caution } }
      HTML("details", ["class": "numbers"]) {
        HTML("summary") { "Show as table" }
        HTML.table(chart.table, labelled: chart.title + ", as a table")
      }
    }
  }
}
