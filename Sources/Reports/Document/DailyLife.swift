import Review
import TrainingLoad
import TrainingPlan

/// Sitting, travel and sleep, where the plan or the athlete's day gives a reason.
struct DailyLife {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var html: HTML {
    let tips = sitting + travel + sleep
    guard !tips.isEmpty else { return .nothing }
    return .section("daily-life", "Sitting and travel") {
      HTML("ul", ["class": "tips"]) {
        for tip in tips { HTML("li") { tip } }
      }
    }
  }

  /// The rule on sitting was looked at and found something, or else the day is not a seated one.
  private var sits: Bool { report.reviewed.items.contains { $0.finding.rule == "sitting" } }

  private var sitting: [String] {
    guard sits, let hours = report.problem.athlete?.sittingHours else { return [] }
    let seated = "About \(hours.text(1, isShort: true)) hours of a usual day are spent sitting."
    return [
      seated + " Get up every hour and walk a few steps.",
      "Sit with the hips level with the knees or a little above, and the low back supported.",
    ]
  }

  private var travel: [String] {
    let journeys = report.problem.availability.absences.filter { absence in
      absence.seatedHours != nil
        && report.reviewed.items.contains {
          $0.finding.rule == "travel" && report.days(of: absence).contains($0.finding.first)
        }
    }
    guard !journeys.isEmpty else { return [] }
    let days = journeys.map { report.days(of: $0).inWords }.joined(separator: "; ")
    return ["On the journey (\(days)), stop every three hours and walk for ten minutes."]
  }

  private var sleep: [String] {
    guard sits, let pillow = report.routines.first(where: { $0.id == "pillow-under-knees" }) else {
      return []
    }
    return [pillow.how]
  }
}

extension Report {
  /// The days of an absence.
  fileprivate func days(of absence: PlanProblem.Absence) -> ClosedRange<CivilDay> {
    let first = problem.day(absence.firstDay)
    return first...max(first, problem.day(absence.lastDay))
  }
}
