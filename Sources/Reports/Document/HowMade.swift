import TrainingPlan

/// How the figures are made, in plain words with the formulas, and which of them are disputed.
struct HowMade {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var html: HTML {
    .section("how", "How these figures are made", class: "how") {
      if report.isForCoach { forCoach } else { forAthlete }
    }
  }

  @HTMLBuilder private var forCoach: HTML {
    HTML("p") {
      "Everything is counted again from the sessions; the program that made the plan is not asked. Each rule "
        + "carries its evidence in words. What is contested is shown, and decides nothing by itself."
    }
    HTML("dl") {
      for measure in measures { text(of: measure) }
    }
  }

  private var forAthlete: HTML {
    HTML("p") {
      "The plan is counted session by session: minutes times how hard it should feel, 0 to 10, is its load in AU. "
        + "It is set against what you did in the last weeks, so that no step is larger than you and your coach "
        + "agreed. Hip flexion is counted in "
        + "run-minutes: one minute of easy running is 1. All of this is bookkeeping. How you feel comes first, so "
        + "tell your coach."
    }
  }

  private struct Measure {
    let name: String
    let words: String
    let formula: String
    /// The rule that carries evidence and disputes.
    let rule: String?
  }

  private var measures: [Measure] {
    let model = report.problem.model
    let (slow, fast) = (model.fitnessDays.text(), model.fatigueDays.text())
    return [
      Measure(
        name: "Load", words: "How long, times how hard it felt or should feel on a scale of 0 to 10.",
        formula: "60 min × effort 3 = 180 AU (arbitrary units)", rule: nil),
      Measure(
        name: "Fitness, fatigue, form",
        words:
          "Two running means of the daily load, a slow and a quick one, and their difference. An estimate.",
        formula: "fitness: about \(slow) days; fatigue: about \(fast) days; form = fitness − fatigue",
        rule: "fitness-ramp"),
      Measure(
        name: "Weekly rise", words: "A week against the last one that built; easier weeks are left out.",
        formula: "load of the week / load of that week − 1", rule: "weekly-rise"),
      Measure(
        name: "Longest session", words: "A session against the longest of its sport lately.",
        formula: "minutes / longest of the last \(report.problem.limits.spikeWindowDays) days − 1",
        rule: "single-session-spike"),
      Measure(
        name: "Monotony and strain",
        words: "How alike the days of a week are, and what that makes of its load.",
        formula: "monotony = mean of 7 daily loads / their standard deviation; strain = load × monotony",
        rule: "monotony"),
      Measure(
        name: "Hip flexion",
        words: "How often and how strongly the hip bends. One minute of easy running is 1 run-minute.",
        formula: "minutes × run-minutes a minute of the activity, added up", rule: "hip-load"),
      Measure(
        name: "Workload ratio", words: "The last week against the last four. Shown as a note.",
        formula: "mean daily load of 7 days / mean of 28 days", rule: "workload-ratio"),
    ]
  }

  @HTMLBuilder private func text(of measure: Measure) -> HTML {
    HTML("dt") { measure.name }
    HTML("dd") {
      HTML("p") { measure.words }
      HTML("p", ["class": "formula"]) { measure.formula }
      if let rule = measure.rule.flatMap({ report.ruleBook[$0] }) {
        HTML("p", ["class": "evidence"]) {
          "Evidence: \(rule.evidence.words). "
          if let contested = rule.contested {
            HTML("b") { rule.evidence == .contested ? "Disputed." : "Still open." }
            " " + contested
          }
        }
      }
    }
  }
}

/// What every report says last.
enum Notice {
  static let text =
    "Training information, not medical advice. Pain that is sharp, at night, at rest, with numbness or weakness, "
    + "after a fall, or at the front of the hip when you put weight on it: stop and see a doctor or "
    + "physiotherapist."

  static var html: HTML {
    HTML("footer", ["class": "notice"]) {
      HTML("p") { text }
    }
  }
}
