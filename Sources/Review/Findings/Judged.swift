import TrainingLoad
import TrainingPlan

/// A breach after the coach's policy and waivers were heard.
struct Judged: Sendable {
  /// Place of the rule in `ReviewRules.all`.
  let rule: Int
  let breach: Breach
  let level: Finding.Level
  let waiver: RulePolicy.Waiver?
}

/// What the coach's policy makes of a rule's breaches.
struct Ruling: Sendable {
  let effect: RulePolicy.Effect?
  /// Where the effect was set; nil = the rule book's default.
  let origin: String?
  let waivers: [RulePolicy.Waiver]
  /// The level of a broken limit where the coach says nothing.
  let usual: Finding.Level
  /// Whether no limit of a problem can hold the rule, so that its advice binds where the coach says so.
  let hasNoLimit: Bool
  /// The plan day from which a standing symptom screen lifts notes of a hip-flexion signal by one level.
  let raisedFrom: Int?

  /// The limits of a bare problem all bind: somebody wrote them there. A resolved one has the rule book's.
  ///
  /// No policy touches a red flag.
  init(_ rule: any ReviewRule.Type, _ problem: PlanProblem, _ book: RuleBook) {
    let policy = rule is RedFlag.Type ? RulePolicy() : problem.policy
    let adviceMayBind = rule.adviceMayBind
    let rule = rule.id
    usual = problem.coaching != nil && book[rule]?.effect == .watches ? .watch : .change
    let setting = policy.settings.last { $0.rule == rule }
    effect = setting?.effect
    origin = setting?.origin
    waivers = policy.waivers.filter { $0.rule == rule }
    hasNoLimit = adviceMayBind && book[rule].map { $0.audit.isEmpty } ?? false
    let isHipSignal = book[rule]?.science.contains { $0.hasPrefix("H") } ?? false
    raisedFrom = isHipSignal ? problem.checkIns.standingScreens.first.map { $0.day - problem.start } : nil
  }

  /// The level of a breach on some days, and the waiver that lowered it.
  ///
  /// - Parameters:
  ///   - breach: what a rule found.
  ///   - start: the first plan day.
  ///   - causes: the ids of the sessions that cause it, asked for where a waiver names sessions.
  /// - Returns: the level, and the waiver in force.
  func level(
    _ breach: Breach, start: CivilDay, causes: () -> [String]
  ) -> (Finding.Level, RulePolicy.Waiver?) {
    let (first, last) = (start + breach.days.lowerBound, start + breach.days.upperBound)
    let waiver = waivers.first { $0.holds(from: first, to: last, causes: causes) }
    if let waiver { return (.note, waiver) }
    let isRaised = breach.level == .note && raisedFrom.map { breach.days.upperBound >= $0 } ?? false
    let seen = isRaised ? .watch : breach.level
    switch effect {
    case .notes: return (.note, nil)
    case .watches: return (min(seen, .watch), nil)
    case .binds where hasNoLimit && breach.level == .watch: return (.change, nil)
    case .binds: return (seen, nil)
    case .off, nil: return (min(seen, breach.isOfLimit ? usual : .watch), nil)
    }
  }
}

extension RulePolicy.Waiver {
  /// Whether it holds for all days of a finding and, where it names sessions, for all that cause it.
  fileprivate func holds(from first: CivilDay, to last: CivilDay, causes: () -> [String]) -> Bool {
    guard (from ?? first) <= first, last <= until else { return false }
    if !dates.isEmpty, !(first.number...last.number).allSatisfy({ dates.contains(CivilDay(number: $0)) }) {
      return false
    }
    if sessions.isEmpty { return true }
    let causes = causes()
    return !causes.isEmpty && causes.allSatisfy(sessions.contains)
  }
}

/// All rules with what the policy makes of them.
struct ReviewRules: Sendable {
  /// Every rule, in the order of the rule book.
  static let all: [any ReviewRule.Type] = [
    SessionData.self, Availability.self, SportCap.self, RestDays.self, RestRun.self, SingleSessionSpike.self,
    NewLongest.self, NoBaseline.self, WeeklyRise.self, FitnessRamp.self, Deload.self, HardSpacing.self,
    HardCount.self, IntensityShare.self, IntensitySplit.self, LongSessionShare.self, Taper.self,
    FormOnTheDay.self, FormFloor.self, Monotony.self, Strain.self, WorkloadRatio.self, HipLoad.self,
    HipStreak.self, HipRise.self, HipRelief.self, HipShare.self, HipOneFamily.self, Sitting.self, SitUps.self,
    Travel.self, Variety.self, EventDay.self, GoalReached.self, ReturnFromBreak.self, Novice.self,
    TwoWeekRise.self, Masters.self, Youth.self, SymptomGate.self, RedFlag.self, StressSleep.self,
    ThinData.self,
  ]

  let rulings: [Ruling]
  let start: CivilDay
  /// Plan days before this one are past: what is done cannot be changed.
  let firstDay: Int
  /// The ids of the schedule's sessions by their places.
  let sessionIDs: [String]
  /// The rules that are looked at.
  var active: [Int]

  init(
    _ problem: PlanProblem, _ book: RuleBook, sessionIDs: [String], firstDay: Int,
    where isWanted: (any ReviewRule.Type) -> Bool = { _ in true }
  ) {
    self.sessionIDs = sessionIDs
    self.firstDay = firstDay
    rulings = Self.all.map { Ruling($0, problem, book) }
    start = problem.start
    active = Self.all.indices.filter { [rulings] in rulings[$0].effect != .off && isWanted(Self.all[$0]) }
  }

  /// What one rule finds. Advice on days that a broken limit of the rule covers is left out.
  func judge(_ rule: Int, _ training: Training) -> [Judged] {
    let breaches = Self.all[rule].breaches(in: training)
    if breaches.isEmpty { return [] }
    let broken = breaches.filter(\.isOfLimit)
    let added = Self.all[rule].daysAdded
    let ruling = rulings[rule]
    return breaches.compactMap { breach in
      if added > 0, training.hasUnknownDay(breach.days, back: added) { return nil }
      if !breach.isOfLimit, broken.contains(where: { $0.days.overlaps(breach.days) }) { return nil }
      let (level, waiver) = ruling.level(breach, start: start) {
        breach.words().causes.compactMap { $0.source.map { sessionIDs[$0] } }
      }
      let most = isOver(rule, breach.days) ? mostOfPast(breach.days) : .change
      return Judged(rule: rule, breach: breach, level: min(level, most), waiver: waiver)
    }
  }

  /// Whether what a rule found on some days is over. What an athlete complains of is not: it stands until it is cleared.
  func isOver(_ rule: Int, _ days: ClosedRange<Int>) -> Bool {
    days.upperBound < firstDay && !(Self.all[rule] is RedFlag.Type || Self.all[rule] is SymptomGate.Type)
  }

  /// How much the past still matters: the last week is worth a look, what came before it is good to know.
  private func mostOfPast(_ days: ClosedRange<Int>) -> Finding.Level {
    days.upperBound >= firstDay - 7 ? .watch : .note
  }

  /// What all rules find; a red flag alone, where there is one.
  func judge(_ training: Training) -> [Judged] {
    let stop = active.first { Self.all[$0] is RedFlag.Type }.map { judge($0, training) } ?? []
    return stop.isEmpty ? active.flatMap { judge($0, training) } : stop
  }
}
