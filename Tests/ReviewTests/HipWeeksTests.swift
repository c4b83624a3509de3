import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HipWeeksTests {
  @Test func theRuleBookHasTheDefaultsOfTheSignals() throws {
    #expect(try thresholds(try Sample.book()) == HipThresholds())
    #expect(try thresholds(RuleBook(rules: [])) == HipThresholds())
  }

  @Test func theCoachSetsTheLevelsOfTheSignals() throws {
    let own = try thresholds(try Sample.book(), ["hip-share": ["caution": 0.8], "sitting": ["info": 5]])
    #expect(own.share.caution == 0.8 && own.share.info == HipThresholds().share.info)
    #expect(own.sitting.info == 300, "minutes")
  }

  private func thresholds(
    _ book: RuleBook, _ numbers: [String: [String: Double]] = [:]
  ) throws -> HipThresholds {
    let problem = Sample.problem(days: 7) {
      $0.policy.settings = numbers.sorted { $0.key < $1.key }.map {
        .init(rule: $0.key, effect: nil, numbers: $0.value, origin: "limits.yaml:3")
      }
    }
    return HipThresholds(Frame.reading(Sample.schedule([], for: problem), for: problem, book: book).0)
  }

  /// The rules and the formulas were written apart; over random schedules they see the same signals.
  @Test func rulesAndSignalsAgree() throws {
    let book = try Sample.book()
    var seen: Set<String> = []
    for audited in AuditedCase.all where audited.problem.contains("half") || audited.problem.contains("fondo")
    {
      guard var problem = AuditedCase.problems[audited.problem] else { continue }
      problem.limits.hip = nil
      problem.athlete = Athlete(name: "Sample", sittingHours: 6.5)
      let schedule = try audited.schedule(for: problem)
      let signals = hipSignals(schedule, for: problem, ruleBook: book)
      let (frame, entries) = Frame.reading(schedule, for: problem, book: book)
      let training = Training(frame, entries)
      let rules: [(any ReviewRule.Type, HipSignals.Kind)] = [
        (HipShare.self, .share), (HipRise.self, .rise), (HipRelief.self, .relief), (Sitting.self, .sitting),
        (HipOneFamily.self, .oneFamily),
      ]
      for (rule, kind) in rules {
        let breaches = rule.breaches(in: training)
        for (week, signals) in signals.enumerated() {
          guard let signal = signals?[kind] else { continue }
          let level = breaches.first { $0.week == week }?.level
          let expected: Finding.Level? =
            signal.level >= .caution ? .watch : signal.level == .info ? .note : nil
          #expect(level == expected, "\(rule.id), week \(week), \(audited)")
          if level != nil { seen.insert(rule.id) }
        }
      }
    }
    #expect(seen.count == 5)
  }

  @Test func aSteadyRunnerIsAdvisedAndNotAlarmed() throws {
    let (problem, schedule) = Sample.season(weeks: 12)
    let weeks = hipSignals(schedule, for: problem, ruleBook: try Sample.book())
    #expect(weeks.count == 12 && weeks.last == .some(nil))
    #expect(weeks.compactMap { $0?.level }.allSatisfy { $0 < .high })
  }
}
