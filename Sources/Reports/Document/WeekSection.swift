import Review
import TrainingLoad
import TrainingPlan

/// The weeks of the plan, a row each.
struct WeekSection {
  let report: Report
  let figures: Figures

  var html: HTML {
    .section("weeks", "Week by week") {
      HTML.table(table, labelled: "The weeks of the plan")
      if report.isForCoach {
        HTML("p", ["class": "legend"]) {
          "Load in AU, its change against the last week that built; time in hours and minutes; the hardest day "
            + "with its load. Hip flexion in run-minutes, and the days with \(figures.standards.hipDay.text()) or more. Findings: ▲ change, ● watch."
        }
      }
    }
  }

  private var weeks: [WeekFigures] { figures.weeks.filter(\.isPlanned) }

  private var isDone: Bool { weeks.contains { $0.doneLoad.value != nil } }

  private var table: FigureTable {
    report.isForCoach
      ? FigureTable(head: coachHead, rows: weeks.map(coachRow))
      : FigureTable(
        head: ["Week", "Days", "Part", "Training", "Rest days", "Key session"], rows: weeks.map(athleteRow))
  }

  private var coachHead: [String] {
    ["Week", "Days", "Part", "Load"] + (isDone ? ["Done"] : [])
      + [
        "Change", "Time", "Rest days", "Hardest day", "Monotony", "Hip flexion", "Hip days", "Findings",
      ]
  }

  private func coachRow(_ week: WeekFigures) -> [String] {
    let done = week.doneLoad.value.map { $0.text() + (week.doneLoad.unknownDays > 0 ? " so far known" : "") }
    return [
      "\(week.index + 1)", week.days.inWords, part(week), (week.plan?.load ?? 0).text(),
    ] + (isDone ? [done ?? ""] : [])
      + [
        week.change?.change ?? "", (week.plan?.minutes ?? 0).asClock,
        week.restDays.map(String.init) ?? "unknown",
        week.hardestDay.map { "\($0.day.weekday.shortName) \($0.load.text())" } ?? "",
        week.holdsEvent ? "–" : week.monotonyInWords, (week.plan?.hip ?? 0).text(), hipDays(week),
        findings(week),
      ]
  }

  private func athleteRow(_ week: WeekFigures) -> [String] {
    [
      "\(week.index + 1)", week.days.inWords, part(week), (week.plan?.minutes ?? 0).asDuration,
      week.restDays.map(String.init) ?? "unknown", week.plan?.keySession ?? "",
    ]
  }

  private func part(_ week: WeekFigures) -> String {
    let phase = week.plan?.phase?.rawValue ?? ""
    guard let type = week.plan?.type, type == .deload else { return phase }
    return phase.isEmpty ? type.inWords : phase + ", " + type.inWords
  }

  /// Days of the week with much hip flexion.
  private func hipDays(_ week: WeekFigures) -> String {
    let count = (week.days.lowerBound.number...week.days.upperBound.number).count { number in
      report.schedule.sessions.filter { $0.day.number == number }.reduce(0) { $0 + $1.hip }
        >= figures.standards.hipDay
    }
    return String(count)
  }

  /// How many changes and watches hold for the week.
  private func findings(_ week: WeekFigures) -> String {
    let remarks = report.points.filter { $0.level > .note }.flatMap(\.remarks)
      .filter { $0.weeks?.contains(week.index + 1) ?? false }
    let changes = remarks.count { $0.finding.level == .change }
    let watches = remarks.count - changes
    return [changes > 0 ? "▲ \(changes)" : "", watches > 0 ? "● \(watches)" : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
