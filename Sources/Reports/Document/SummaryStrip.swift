/// The plan in six numbers.
struct SummaryStrip {
  let report: Report
  let figures: Figures

  var html: HTML {
    HTML("section", ["class": "strip", "aria-label": "The plan in numbers"]) {
      HTML("dl") {
        let summary = figures.summary
        cell("Planned", summary.weeks.counted("week"), summary.minutes.asDuration + " of training")
        if report.isForCoach {
          cell("Total load", summary.load.grouped, "AU, minutes × effort")
          cell(
            "Biggest rise", summary.biggestRise?.value.change ?? "none",
            summary.biggestRise.map { "week \($0.week + 1), on the last that built" } ?? "no week rises")
        } else {
          cell("Most training", longestWeek.minutes.asDuration, "in week \(longestWeek.week)")
        }
        cell(
          "Fewest rest days", summary.leastRestDays?.value.text() ?? "unknown",
          summary.leastRestDays.map { "in week \($0.week + 1)" } ?? "no whole week")
        cell(
          "Hip days in a row", summary.longestHipStreak?.value.text() ?? "0",
          "days of \(hipDay) run-minutes or more")
        if report.isForCoach {
          cell(
            "Highest monotony", summary.highestMonotony?.value.text(2) ?? "none",
            summary.highestMonotony.map { "in week \($0.week + 1)" } ?? "no week of different days")
        }
      }
    }
  }

  private var hipDay: String { figures.standards.hipDay.text() }

  private var longestWeek: (week: Int, minutes: Int) {
    var most = (week: 1, minutes: 0)
    for week in figures.weeks {
      if let plan = week.plan, plan.minutes > most.minutes { most = (plan.index + 1, plan.minutes) }
    }
    return most
  }

  @HTMLBuilder private func cell(_ name: String, _ value: String, _ note: String) -> HTML {
    HTML("div") {
      HTML("dt") { name }
      HTML("dd") {
        HTML("span", ["class": "value"]) { value }
        HTML("span", ["class": "note"]) { note }
      }
    }
  }
}
