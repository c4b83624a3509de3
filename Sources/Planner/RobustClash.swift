import TrainingPlan

/// Says why no schedule was found that stands a missed session: which limits cannot hold then, and what would
/// help.
struct RobustClash {
  private(set) var problem: PlanProblem

  func infeasibility() -> Infeasibility {
    var plain = problem
    plain.robustness = nil
    guard Self.schedule(plain) != nil else { return infeasibility(of: plain) }
    if let twice = RobustProof.UnreachableTwice(in: problem) { return infeasibility(twice) }
    let clashing = fewestSpared(held)
    return Infeasibility(clashes: [
      .init(
        summary: "No schedule was found that stays inside its limits whichever session is missed.",
        isProven: false, wishes: [robust(except: clashing.map(\.id))] + clashing.map(\.wish))
    ])
  }

  /// What clashes whether a session is missed or not. Of what helps there, what helps beside the wish as well; where
  /// nothing is known to, the wish is another clash.
  private func infeasibility(of plain: PlanProblem) -> Infeasibility {
    var search = ClashSearch(problem: plain)
    var clashes = search.infeasibility().clashes
    func isEnough(_ help: String, of wish: Infeasibility.Wish) -> Bool {
      guard let witness = search.witnesses.last(where: { $0.key == wish.key && $0.help == help }) else {
        return false
      }
      var changed = witness.problem
      changed.robustness = problem.robustness
      return Self.schedule(changed, near: witness.schedule) != nil
    }
    let enough = clashes.map { clash in
      clash.wishes.map { wish in wish.isEnough ? wish.help.filter { isEnough($0, of: wish) } : [] }
    }
    let isAnyEnough = enough.joined().contains { !$0.isEmpty }
    for index in clashes.indices {
      for place in clashes[index].wishes.indices where clashes[index].wishes[place].isEnough {
        if isAnyEnough {
          clashes[index].wishes[place].help = enough[index][place]
        } else {
          clashes[index].wishes[place].isEnough = false
        }
      }
    }
    if !isAnyEnough {
      clashes.append(
        .init(
          summary: "With these changes no schedule was found that stands a missed session.", isProven: false,
          wishes: [robust()]))
    }
    return Infeasibility(clashes: clashes)
  }

  /// The wish, and what would help: to leave it out, or to except rules beside those that are excepted already.
  private func robust(except rules: [String] = []) -> Infeasibility.Wish {
    let excepted = Robustness.rules.filter {
      rules.contains($0) || problem.robustness?.excepted.contains($0) == true
    }
    let exception =
      "`robust: { except: [\(excepted.joined(separator: ", "))] }`, where a missed session may break "
    let ways =
      ["leave `robust` out; then a schedule is found"]
      + (rules.isEmpty ? [] : [exception + (excepted.count == 1 ? "that limit" : "those limits")])
    return Infeasibility.Wish(
      key: "robust", text: "a plan that stays inside its limits whichever session is missed",
      isNeeded: true, help: ways, isEnough: true)
  }

  /// A goal that cannot be reached twice, and what else stands in the way where it is given up.
  private func infeasibility(_ twice: RobustProof.UnreachableTwice) -> Infeasibility {
    var settled = self
    settled.problem.robustness?.excepted.append("goal")
    let isSettled = Self.schedule(settled.problem) != nil
    let others = isSettled ? [] : settled.fewestSpared(settled.held)
    let excepted = isSettled || !others.isEmpty ? ["goal"] + others.map(\.id) : []
    var lower = problem
    lower.robustness?.excepted += others.map(\.id)
    for index in lower.goal.longSessions.indices where lower.goal.longSessions[index] == twice.goal {
      lower.goal.longSessions[index].minutes = Double(twice.reachable)
    }
    let text = WishGroup.text(of: twice.goal)
    let goal = Infeasibility.Wish(
      key: "goal.min_long.\(twice.goal.sport)", text: text + ", also after a missed session", isNeeded: true,
      help: Self.schedule(lower) != nil ? ["ask for \(twice.reachable) min"] : [], isEnough: others.isEmpty)
    var clashes = [
      Infeasibility.Clash(
        summary: text.capitalisedFirst
          + ", cannot be built up to where any session may be missed: each new longest "
          + "session then needs two before it that are nearly as long, and \(twice.reachable) min is what that "
          + "leads to.",
        isProven: true, wishes: [robust(except: excepted), goal])
    ]
    if !others.isEmpty {
      clashes.append(
        .init(
          summary: "No schedule was found that keeps the rest whichever session is missed.", isProven: false,
          wishes: others.map(\.wish)))
    }
    return Infeasibility(clashes: clashes)
  }

  private struct HeldRule {
    let id: String
    let words: String

    var wish: Infeasibility.Wish {
      Infeasibility.Wish(
        key: id, text: words + ", also after a missed session", isNeeded: true, help: [], isEnough: false)
    }
  }

  /// A schedule where a missed session may break some rules; nil where none was found.
  private func schedule(sparing rules: [HeldRule], near: Annealing.Found?) -> Annealing.Found? {
    var changed = problem
    changed.robustness?.excepted += rules.map(\.id)
    return Self.schedule(changed, near: near)
  }

  /// A schedule, looked for near one of an easier problem and then from nothing; nil where none was found.
  private static func schedule(_ problem: PlanProblem, near: Annealing.Found? = nil) -> Annealing.Found? {
    let model = PlanModel(problem)
    var changes = Effort.quick.changes
    if let near, let found = FirstSchedule(model: model).found(near: near, heat: 0.3, changes: &changes) {
      return found
    }
    let found = Search(model: model, effort: .quick).run(retries: 2)
    return found.score.violation <= 0 ? found : nil
  }

  /// Rules that are spared together, so that a schedule is found: the first so many, found by halving,
  /// without those that need not be among them; empty where sparing all of them does not help.
  private func fewestSpared(_ rules: [HeldRule]) -> [HeldRule] {
    guard var found = schedule(sparing: rules, near: nil) else { return [] }
    func isEnough(_ rules: [HeldRule]) -> Bool {
      guard let fewer = schedule(sparing: rules, near: found) else { return false }
      found = fewer
      return true
    }
    var (low, high) = (1, rules.count)
    while low < high {
      let middle = (low + high) / 2
      if isEnough(Array(rules.prefix(middle))) { high = middle } else { low = middle + 1 }
    }
    var spared = Array(rules.prefix(low))
    for rule in spared.dropLast() {
      let fewer = spared.filter { $0.id != rule.id }
      if isEnough(fewer) { spared = fewer }
    }
    return spared
  }

  /// The rules that must hold after a missed session and can stand in the way, what costs a plan most first.
  private var held: [HeldRule] {
    let limits = problem.limits
    let counts = problem.templates.contains { ($0.minPerWeek ?? 0) > 0 }
    let relief = (limits.hip?.counterBase ?? 0) + (limits.hip?.counterPerHip ?? 0) > 0
    let all: [(isLimited: Bool, id: String, words: String)] = [
      (limits.weeklyGrowthMax != nil, "weekly-rise", "the weekly rise"),
      (limits.spikeMax != nil, "single-session-spike", "the rise of the longest session"),
      (limits.spikeMax != nil, "new-longest", "one new longest session a week"),
      (limits.spikeMax != nil, "no-baseline", "how long a sport begins"),
      (!problem.goal.longSessions.isEmpty || problem.goal.minFitness != nil, "goal", "the goal"),
      (limits.deload != nil, "deload", "how easy the easier weeks are"),
      (limits.taper != nil, "taper", "the taper"),
      (limits.formOnTheDay != nil, "form-on-the-day", "form on the day"),
      (limits.formFloorRelative != nil, "form-floor", "the floor of form"),
      (limits.rampAbsolute != nil || limits.rampRelative != nil, "fitness-ramp", "the fitness ramp"),
      (
        limits.acwrEWMAMax != nil || limits.acwrCoupledMax != nil || limits.acwrUncoupledMax != nil,
        "workload-ratio", "the workload ratios"
      ),
      (limits.variety != nil, "variety", "the variety of a week"),
      (limits.intenseShareMax != nil, "intensity-share", "the share of intense minutes"),
      (limits.monotonyMax != nil, "monotony", "the monotony of a week"),
      (limits.strainMax != nil, "strain", "the strain of a week"),
      (limits.hip?.weeklyGrowthMax != nil, "hip-rise", "the rise of hip flexion"),
      (relief, "hip-relief", "the relief minutes of a week"),
      (problem.rest.maxConsecutive != nil, "rest-run", "rest days in a row"),
      (counts, "availability", "how often a session comes in a week"),
    ]
    return all.filter { $0.isLimited && problem.holdsAfterLoss($0.id) }.map {
      HeldRule(id: $0.id, words: $0.words)
    }
  }
}
