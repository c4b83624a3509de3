import Testing
import TrainingPlan

@testable import PlanFiles

private let expectedIDs = [
  "session-data", "availability", "sport-cap", "rest-days", "rest-run", "single-session-spike", "new-longest",
  "no-baseline",
  "weekly-rise", "fitness-ramp", "deload", "hard-spacing", "hard-count", "intensity-share",
  "long-session-share", "taper",
  "form-on-the-day", "form-floor", "monotony", "strain", "workload-ratio", "hip-load", "hip-streak",
  "hip-rise",
  "hip-relief", "hip-share", "hip-one-family", "sitting", "sit-ups", "travel", "variety", "event", "goal",
  "return-from-break", "novice", "masters", "youth", "symptom-gate", "red-flag", "stress-sleep",
  "thin-data",
]

/// Keys of `plan-problem/1` that set a rule.
private let problemKeys: Set<String> = [
  "availability.minutes", "availability.max_sessions_per_day", "availability.blocked_days",
  "rest.min_rest_days_per_7", "rest.rest_load_max", "rest.max_consecutive", "rest.fixed_weekdays",
  "event.day_index", "event.sport", "event.minutes", "goal.min_long", "goal.min_ctl_event",
  "limits.sport_caps", "limits.spike_max", "limits.spike_window_days", "limits.baseline_minutes",
  "limits.records_per_week", "limits.weekly_growth_max", "limits.weekly_growth_allowance",
  "limits.ctl_ramp_abs", "limits.ctl_ramp_rel", "limits.deload.max_load_weeks",
  "limits.deload.min_load_weeks", "limits.deload.max_fraction", "limits.deload.min_fraction",
  "limits.hard.min_gap_days", "limits.hard.last_hard_day", "limits.hard.max_per_week",
  "limits.hard.none_before_event_days", "limits.intense_share_max", "limits.taper.max_fraction",
  "limits.taper.min_fraction", "limits.taper.min_days_last7", "limits.tsb_event_rel", "limits.tsb_min_rel",
  "limits.monotony_max", "limits.monotony_ddof", "limits.strain_max", "limits.acwr_ewma_max",
  "limits.acwr_coupled_max", "limits.acwr_uncoupled_max", "limits.acute_allowance", "limits.hip.per7_cap",
  "limits.hip.day_cap", "limits.hip.day_threshold", "limits.hip.max_consecutive_days",
  "limits.hip.weekly_growth_max", "limits.hip.weekly_growth_allowance", "limits.hip.counter_base",
  "limits.hip.counter_per_hip", "limits.variety.min_families", "limits.variety.min_minutes",
  "limits.variety.max_share", "limits.variety.family_share",
]

@Suite struct RuleBookTests {
  private let book: RuleBook

  init() throws { book = try RuleBookFile.standard() }

  @Test func everyRuleIsDescribed() {
    #expect(book.rules.map(\.id) == expectedIDs)
    for rule in book.rules {
      #expect(!rule.sources.isEmpty, "\(rule.id)")
      #expect(rule.meaning.hasSuffix(".") && rule.change.hasSuffix("."), "\(rule.id)")
      #expect(rule.contested?.hasSuffix(".") ?? true, "\(rule.id)")
      #expect(rule.meaning.split(separator: ".").count <= 3, "\(rule.id): meaning is long")
    }
  }

  @Test func keysAreThoseOfAProblem() {
    let named = Set(book.rules.flatMap(\.keys))
    #expect(named == problemKeys, "\(named.symmetricDifference(problemKeys).sorted())")
  }

  @Test func theAuditorsRulesAreAllNamed() {
    let audited = Set(book.rules.flatMap(\.audit))
    let all = (1...27).filter { $0 != 25 }.map { $0 < 10 ? "R0\($0)" : "R\($0)" }
    #expect(audited == Set(all))
  }

  @Test func theSignalsOfHipFlexionAreAllNamed() {
    let named = Set(book.rules.flatMap(\.science))
    #expect((1...8).allSatisfy { named.contains("H\($0)") })
    let survey = Set((1...39).map { $0 < 10 ? "R0\($0)" : "R\($0)" } + (1...8).map { "H\($0)" })
    #expect(named.isSubset(of: survey))
  }

  @Test func contestedMeasuresSaySo() throws {
    let ratio = try #require(book["workload-ratio"])
    #expect(ratio.effect == .notes && ratio.evidence == .contested && ratio.contested != nil)
    #expect(ratio.sources.count >= 5)
    for rule in book.rules where rule.id.hasPrefix("hip-") {
      #expect(rule.contested != nil, "\(rule.id)")
    }
  }

  @Test func effectsAreTheDesigns() {
    let watching = book.rules.filter { $0.effect == .watches }.map(\.id)
    #expect(
      watching == [
        "strain", "hip-rise", "hip-relief", "hip-share", "hip-one-family", "sitting", "sit-ups", "travel",
        "stress-sleep",
      ])
    #expect(
      book.rules.filter { $0.effect == .notes }.map(\.id) == [
        "long-session-share", "workload-ratio", "thin-data",
      ])
    #expect(book.rules.allSatisfy { $0.effect != .off })
  }

  @Test func signalsRiseFromInfoToHigh() {
    for rule in book.rules where rule.number("info") != nil && rule.number("caution") != nil {
      let levels = ["info", "caution", "high"].compactMap(rule.number)
      let rising = zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }
      let falling = zip(levels, levels.dropFirst()).allSatisfy { $0 > $1 }
      #expect(rule.id == "hip-relief" ? falling : rising, "\(rule.id)")
    }
    #expect(book["hip-share"]?.number("caution") == 0.75)
    #expect(book["single-session-spike"]?.number("spike_max") == 0.1)
  }

  /// How to change a rule shows the rule as a limits file writes it.
  @Test func changesNameTheirRule() {
    for rule in book.rules {
      let example = rule.change.split(separator: "In a limits file: ").first.map(String.init)
      guard rule.change.hasPrefix("In a limits file: ") else { continue }
      #expect(example?.hasPrefix(rule.id + ": ") == true, "\(rule.id): \(rule.change)")
    }
    #expect(book.rules.filter { $0.change.hasPrefix("In a limits file: ") }.count == 33)
  }

  @Test func theCohortIsCitedByItsDOI() {
    for rule in book.rules {
      for source in rule.sources where source.text.contains("Frandsen") {
        #expect(source.doi == "10.1136/bjsports-2024-109380", "\(rule.id)")
      }
    }
  }
}
