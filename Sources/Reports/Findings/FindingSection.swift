import Review
import TrainingPlan

/// What the review found, point by point: each with its proof, its smallest change and its evidence.
struct FindingSection {
  let report: Report

  init(_ report: Report) { self.report = report }

  var html: HTML {
    .section("findings", report.isForCoach ? "Findings" : "Worth knowing") {
      if report.points.allSatisfy({ $0.level == .note }) {
        HTML("p") {
          report.isForCoach ? "Nothing to change, nothing to watch." : "Nothing. Enjoy your training."
        }
      }
      group(.change, "To change")
      group(.watch, "To watch")
      notes
    }
  }

  @HTMLBuilder private func group(_ level: Finding.Level, _ title: String) -> HTML {
    let points = report.points.filter { $0.level == level }
    if !points.isEmpty {
      HTML("h3") { title }
      for point in points { PointText(point, report).html }
    }
  }

  @HTMLBuilder private var notes: HTML {
    let notes = report.points.filter { $0.level == .note }
    if !notes.isEmpty {
      let findings = notes.reduce(0) { $0 + $1.remarks.count }
      HTML("details", ["class": "notes"]) {
        HTML("summary") {
          HTML("h3") {
            "Good to know: \(notes.count.counted("note"))"
              + (findings > notes.count ? " on \(findings.counted("occasion"))" : "")
          }
        }
        for point in notes { PointText(point, report).html }
      }
    }
  }
}
