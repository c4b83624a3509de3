import Review
import TrainingLoad
import TrainingPlan

/// Whose plan it is, for when, the verdict, and what tells this version from another.
struct HeadSection {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var html: HTML {
    let verdict = Verdict(report)
    return HTML("header", ["class": "head"]) {
      HTML("p", ["class": "kind"]) { report.isForCoach ? "Training load report" : "Your training plan" }
      HTML("h1") { report.schedule.title }
      HTML("p", ["class": "for"]) { subject }
      HTML("div", ["class": "verdict " + verdict.level.rawValue]) {
        HTML("p", ["class": "sentence"]) {
          if verdict.level > .note {
            HTML("span", ["class": "shape", "aria-hidden": "true"]) { verdict.level.shape }
            " "
          }
          verdict.sentence
        }
        if let context = verdict.context { HTML("p") { context } }
      }
      identity
    }
  }

  /// The athlete, the period and the event.
  private var subject: String {
    let event = report.schedule.event
    let days = report.schedule.start.dayAndFullMonth + " to " + report.lastDay.inFull
    let name = event.name.isEmpty ? "" : ", to \(event.name) on \(event.day.weekdayInFull)"
    guard let athlete = report.problem.athlete?.name, report.isForCoach else { return days + name }
    return athlete + ", " + days + name
  }

  private var identity: HTML {
    HTML("dl", ["class": "identity"]) {
      item("Plan") { report.schedule.planID }
      item("Version") {
        HTML("span", ["title": report.version]) { report.shortVersion }
      }
      if report.isForCoach {
        item("Units") {
          "load in AU (minutes × effort), hip flexion in run-minutes, times in minutes and hours"
        }
      }
      if let today = report.today {
        item("Made on") { HTML("time", ["datetime": today.iso]) { today.inFull } }
      }
      item("Made by") { report.maker }
    }
  }

  @HTMLBuilder private func item(_ name: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    HTML("div") {
      HTML("dt") { name }
      HTML("dd") { content() }
    }
  }
}
