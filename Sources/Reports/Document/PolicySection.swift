import TrainingLoad
import TrainingPlan

/// What the coach waived, what it costs that any session may be missed, and what was assumed where nothing was said.
struct PolicySection {
  private let report: Report

  init(_ report: Report) { self.report = report }

  @HTMLBuilder var html: HTML {
    let waivers = report.problem.policy.waivers
    if !waivers.isEmpty, report.isForCoach {
      HTML.section("waivers", "Waivers") {
        HTML("ul") {
          for waiver in waivers { HTML("li") { words(waiver) } }
        }
      }
    }
    if let cost = report.schedule.robustCost, report.isForCoach {
      HTML.section("robust", "Missed sessions") {
        HTML("p") { "As it was planned: " + cost.inWords }
      }
    }
    if !report.problem.assumptions.isEmpty, report.isForCoach {
      HTML.section("assumed", "What was assumed") {
        HTML("ul") {
          for assumption in report.problem.assumptions { HTML("li") { assumption } }
        }
      }
    }
  }

  @HTMLBuilder private func words(_ waiver: RulePolicy.Waiver) -> HTML {
    let day = report.today ?? report.schedule.start
    HTML("b") { report.ruleBook[waiver.rule]?.title ?? waiver.rule }
    ": " + waiver.reason.capitalisedFirst + (waiver.reason.hasSuffix(".") ? " " : ". ")
    if waiver.until < day {
      HTML("strong") { "Ended on \(waiver.until.inFull); the rule holds again." }
    } else {
      "In force " + (waiver.from.map { "from \($0.dayAndMonth) " } ?? "") + "until \(waiver.until.inFull)."
    }
  }
}
