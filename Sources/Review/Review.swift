public import TrainingLoad
public import TrainingPlan

/// Everything that a coach should know about a schedule: what breaks a limit, what is worth a look, what is
/// good to know, in the order of the days.
///
/// All is recomputed from the sessions and the problem; the planner is never asked. Equal input gives equal
/// findings.
///
/// - Parameters:
///   - schedule: the planner's, or one that a coach wrote or edited.
///   - problem: what the schedule answers, with history, limits and policy.
///   - ruleBook: defaults, evidence and sources of the rules.
///   - today: what comes before it is past, and waivers that ended count as expired; nil = the start of the
///     plan.
/// - Returns: the findings by day; on one day the weightier first.
public func review(
  _ schedule: Schedule, for problem: PlanProblem, ruleBook: RuleBook, today: CivilDay? = nil
) -> [Finding] {
  Reviewer(schedule, for: problem, ruleBook: ruleBook, today: today).findings
}

/// A schedule under review: its numbers, what the rules found, and the findings.
struct Reviewer {
  let schedule: Schedule
  let training: Training
  let rules: ReviewRules
  let judged: [Judged]
  let groups: [BreachGroup]
  let today: CivilDay

  init(
    _ schedule: Schedule, for problem: PlanProblem, ruleBook: RuleBook, today: CivilDay? = nil,
    unknownDays: Set<Int> = [], where isWanted: (any ReviewRule.Type) -> Bool = { _ in true }
  ) {
    let today = today ?? problem.start
    let lastDone = schedule.sessions.filter(\.isDone).map(\.day).max()
    let past = max(today, lastDone ?? today)
    let problem = problem.awayWhereIdle(schedule.sessions, before: past - problem.start)
    let (frame, entries) = Frame.reading(
      schedule, for: problem, book: ruleBook, firstDay: today - problem.start, unknownDays: unknownDays)
    self.schedule = schedule
    self.today = today
    training = Training(frame, entries)
    rules = ReviewRules(
      problem, ruleBook, sessionIDs: schedule.sessions.map(\.id), firstDay: today - problem.start,
      where: isWanted)
    judged = rules.judge(training)
    groups = BreachGroup.joining(judged)
  }

  /// The same schedule after changes of its training, with some of what the rules judge of it.
  init(_ other: Reviewer, _ training: Training, judged: [Judged]) {
    schedule = other.schedule
    rules = other.rules
    today = other.today
    self.training = training
    self.judged = judged
    groups = BreachGroup.joining(judged)
  }

  /// The findings by day, and the waivers that ended.
  var findings: [Finding] { spoken.map(\.finding) + expiredWaivers }

  /// The groups with what is said of them, by day; on one day the weightier first, then in the order of the
  /// rules.
  var spoken: [(group: BreachGroup, finding: Finding)] {
    let spoken = groups.map { (group: $0, finding: finding($0)) }
    let order = spoken.indices.sorted { a, b in
      let (x, y) = (spoken[a].finding, spoken[b].finding)
      if x.first != y.first { return x.first < y.first }
      return x.level == y.level ? a < b : x.level > y.level
    }
    return order.map { spoken[$0] }
  }

  /// The group that a finding speaks of.
  func group(of finding: Finding) -> BreachGroup? {
    groups.first { group in
      ReviewRules.all[group.members[0].rule].id == finding.rule
        && group.members[0].breach.aspect == finding.aspect && group.members[0].level == finding.level
        && training.frame.problem.day(group.days.lowerBound) == finding.first
        && training.frame.problem.day(group.days.upperBound) == finding.last
    }
  }

  private func finding(_ group: BreachGroup) -> Finding {
    let worst = group.worst
    let rule = ReviewRules.all[worst.rule]
    let book = training.frame.book[rule.id]
    let words = worst.breach.words()
    let days = group.days
    return Finding(
      rule: rule.id, aspect: worst.breach.aspect, level: worst.level,
      first: training.frame.problem.day(days.lowerBound), last: training.frame.problem.day(days.upperBound),
      week: days.lowerBound >= 0 ? days.lowerBound / 7 : nil, sessions: ids(words.causes),
      message: words.message + also(group) + raised(worst) + waived(worst.waiver), inputs: words.inputs,
      arithmetic: words.arithmetic, value: worst.breach.value, limit: worst.breach.limit,
      origin: origin(worst), why: book?.meaning ?? "",
      advice: rules.isOver(worst.rule, days) ? Self.adviceOnPast : words.advice,
      evidence: book?.evidence ?? .agreement, sources: book?.sources ?? [], contested: book?.contested,
      provisional: provisional(rule, from: days.lowerBound), waiver: worst.waiver, ask: rule.ask)
  }

  private static let adviceOnPast = "It is over: have it in mind for the days to come."

  private func ids(_ causes: [Entry]) -> [String] {
    causes.compactMap(\.source).sorted().map { schedule.sessions[$0].id }
  }

  /// How long it holds, where a finding speaks for several breaches and its words for the worst.
  private func also(_ group: BreachGroup) -> String {
    guard group.members.count > 1 else { return "" }
    if let first = group.members.first?.breach.week, let last = group.members.last?.breach.week {
      let joint = last == first + 1 ? "and" : "to"
      return " Found in weeks \(first + 1) \(joint) \(last + 1), most of all in this one."
    }
    return " Found on the days \(training.name(days: group.days)), most of all on this one."
  }

  private func raised(_ judged: Judged) -> String {
    judged.breach.level == .note && judged.level == .watch
      ? " One level up, since a symptom screen stands." : ""
  }

  private func waived(_ waiver: RulePolicy.Waiver?) -> String {
    waiver.map {
      let scope = $0.sessions.isEmpty ? "" : " for " + Figures.count($0.sessions.count, "session")
      return " Waived\(scope) until \($0.until): \($0.reason)" + ($0.reason.hasSuffix(".") ? "" : ".")
    } ?? ""
  }

  private func origin(_ judged: Judged) -> String {
    if let origin = rules.rulings[judged.rule].origin { return origin }
    return judged.breach.isOfLimit ? "the plan's limits" : "the rule book"
  }

  private func provisional(_ rule: any ReviewRule.Type, from day: Int) -> String? {
    let known = training.frame.historyDays + day + 1
    guard let name = rule.dataNeeded, let needed = training.frame.number(ThinData.id, name),
      Double(known) < needed
    else { return nil }
    return
      "Provisional: \(Figures.count(max(0, known), "day")) of data up to here; \(Figures.plain(needed)) are "
      + "needed."
  }

  /// Waivers that ended before today: a coach should renew or remove them.
  var expiredWaivers: [Finding] {
    guard training.frame.problem.checkIns.redFlags.isEmpty else { return [] }
    return training.frame.problem.policy.waivers.filter { $0.until < today }.map { waiver in
      let book = training.frame.book[waiver.rule]
      return Finding(
        rule: waiver.rule, aspect: "expired waiver", level: .note, first: waiver.until, last: waiver.until,
        week: nil, sessions: [],
        message:
          "The waiver of \(waiver.rule) ended on \(waiver.until) (\(waiver.reason)); the rule holds again.",
        inputs: [], arithmetic: "\(waiver.until) is before \(today)", value: nil, limit: nil,
        origin: "waiver", why: book?.meaning ?? "",
        advice: "Remove the waiver from the limits file, or give it a new end.",
        evidence: book?.evidence ?? .agreement, sources: [], contested: nil, provisional: nil, waiver: waiver,
        ask: "Your limits file says who asked for it.")
    }
  }
}
