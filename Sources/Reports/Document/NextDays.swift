import TrainingLoad
import TrainingPlan

/// The next fourteen days in words that an athlete can follow: steps, minutes, effort.
struct NextDays {
  private let report: Report
  private let days: [CivilDay]

  static let number = 14

  init(_ report: Report) {
    self.report = report
    let first = max(report.schedule.start, report.today ?? report.schedule.start)
    let count = max(0, min(Self.number, report.lastDay - first + 1))
    days = (0..<count).map { first + $0 }
  }

  var html: HTML {
    .section("next", title) {
      if days.isEmpty { HTML("p") { "The plan has ended." } }
      HTML("ol", ["class": "days", "role": "list"]) {
        for day in days { text(of: day) }
      }
    }
  }

  private var title: String {
    let isFirst = days.first == report.schedule.start
    return days.isEmpty ? "Next days" : "The \(isFirst ? "first" : "next") \(days.count.counted("day"))"
  }

  private func text(of day: CivilDay) -> HTML {
    let sessions = report.schedule.sessions.filter { $0.day == day }
    return HTML("li", ["class": sessions.isEmpty ? "day quiet" : "day"]) {
      HTML("h3") { HTML("time", ["datetime": day.iso]) { day.weekdayInFull } }
      HTML("div", ["class": "sessions"]) {
        for absence in report.problem.awayInWords(day) { HTML("p", ["class": "away"]) { absence } }
        if day == report.schedule.event.day { event }
        if sessions.isEmpty, day != report.schedule.event.day { HTML("p", ["class": "rest"]) { "Rest" } }
        for session in sessions { text(of: session) }
      }
    }
  }

  private var event: HTML {
    let event = report.schedule.event
    return HTML("p", ["class": "event"]) {
      HTML("strong") { event.name.isEmpty ? "The event" : event.name }
      event.startMinute.map { ", " + $0.asClock } ?? ""
    }
  }

  private func text(of session: Session) -> HTML {
    HTML("div", ["class": session.event == nil ? "session" : "session event"]) {
      HTML("h4") {
        HTML("span", ["class": "name"]) { session.title }
        " "
        HTML("span", ["class": "time"]) {
          (session.startMinute.map { $0.asClock + ", " } ?? "") + session.minutes.asDuration
            + (session.event.map { ", " + $0.inWords } ?? "")
        }
      }
      if session.steps.isEmpty {
        HTML("p", ["class": "effort"]) { "Effort: " + Effort.words(session.sRPE) }
      } else {
        HTML("ol", ["class": "steps"]) {
          for step in session.steps {
            HTML("li") {
              HTML("span", ["class": "minutes"]) { "\(step.minutes) min" }
              " "
              HTML("span", ["class": "do"]) { step.text }
              " "
              HTML("span", ["class": "effort"]) { step.effort }
            }
          }
        }
      }
      if !session.why.isEmpty { HTML("p", ["class": "why"]) { session.why } }
    }
  }
}

extension PlanProblem {
  /// Where the athlete is on a day, where that keeps from training.
  func awayInWords(_ day: CivilDay) -> [String] {
    let index = day - start
    return availability.absences.filter { $0.firstDay <= index && index <= $0.lastDay }
      .map { absence in
        let hours = absence.seatedHours.map { ", up to \($0.text(1, isShort: true)) h in a seat" } ?? ""
        return (absence.reason.isEmpty ? "Away" : absence.reason.capitalisedFirst) + hours
      }
  }
}

extension Double {
  /// With at most so many decimals: `5`, `7.5`.
  func text(_ decimals: Int, isShort: Bool) -> String {
    isShort && rounded() == self ? text() : text(decimals)
  }
}
