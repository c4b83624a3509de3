import Dispatch
import Synchronization
import TrainingLoad
import TrainingPlan

// What is said of a set: what each of its wishes is, and the smallest changes that would help.
extension ClashSearch {
  /// Changes that are named of a wish, at most.
  private static let mostHelp = 2
  /// Changes that searches may try for the help of one wish, for a plan of twelve weeks.
  private static let helpChanges = 1_000_000

  /// The smallest change of a wish that helps where the other clashes are settled.
  struct Foothold: Sendable {
    let group: WishGroup
    let ladder: [WishGroup.Step]
    var step: Int
  }

  /// What is said of a question, with the schedules that prove it.
  private struct Answer {
    var wish: Infeasibility.Wish
    var foothold: Foothold?
    var witnesses: [Witness] = []
  }

  /// A wish or a fact, and what its changes are looked for in.
  private struct Question {
    var wish: Infeasibility.Wish
    let group: WishGroup
    /// The problem with what settles the other clashes; nil where no help is to be looked for.
    var settled: PlanProblem?
    /// Whether a schedule is known of the wish left out.
    let isKnown: Bool

    /// Where a schedule is known further up, steps lead down from it, and a look near those that are known may be enough.
    var patience: FirstSchedule.Patience { isKnown ? group.patienceNearKnown : group.patience }
  }

  /// What is said of some sets.
  ///
  /// Which wishes are needed is found out one after another, since each search learns from those before it. The help for
  /// each is then looked for by itself, on all cores, so that the answer is the same on any number of them.
  mutating func infeasibility(of sets: [ClashSet]) -> Infeasibility {
    let asked = sets.indices.map { questions(of: sets, at: $0) }
    let facts = sets.count == 1 ? WishGroup.facts(of: problem, for: sets[0].members).map(question) : []
    let answers = helped(asked.joined() + facts)
    var rest = answers[...]
    var said = Infeasibility(clashes: [])
    var footholds: [Foothold?] = []
    for index in sets.indices {
      let own = rest.prefix(asked[index].count)
      rest = rest.dropFirst(own.count)
      var wishes = own.map(\.wish)
      if index == 0 { wishes += rest.suffix(facts.count).map(\.wish).filter { !$0.help.isEmpty } }
      let isWhole = sets.count == 1 && asked[index].allSatisfy { $0.settled != nil }
      said.clashes.append(
        .init(
          summary: summary(of: sets[index]) + giving(up: wishes, leadsToPlan: isWhole),
          isProven: sets[index].proof != nil, wishes: wishes))
      footholds.append(own.lazy.compactMap(\.foothold).first)
    }
    said.together = together(footholds)
    return said
  }

  /// What comes of giving up one of the wishes that clash.
  private func giving(up wishes: [Infeasibility.Wish], leadsToPlan: Bool) -> String {
    guard wishes.count > 1, wishes.allSatisfy(\.isNeeded) else { return "" }
    return leadsToPlan
      ? " Giving up any one of them leads to a plan."
      : " Giving up any one of them takes this clash away; another may stand behind it."
  }

  private mutating func questions(of sets: [ClashSet], at index: Int) -> [Question] {
    sets[index].members.map { group in
      let others = sets.indices.filter { $0 != index && !sets[$0].holds(group.key) }
      let given = others.compactMap { sets[$0].members.first }
      return question(group, besides: given, of: sets[index], isEnough: others.isEmpty)
    }
  }

  /// A wish of a set, and whether it is needed, where the other clashes are settled.
  private mutating func question(
    _ group: WishGroup, besides given: [WishGroup], of set: ClashSet, isEnough: Bool
  ) -> Question {
    var question = Question(
      wish: .init(key: group.key, text: group.text, isNeeded: true, help: [], isEnough: isEnough),
      group: group, settled: nil, isKnown: true)
    let gone = Set(given.map(\.key) + [group.key])
    if isKept(groups.filter { !gone.contains($0.key) }, without: group, group.patience) {
      question.settled = given.reduce(problem) { $1.left(out: $0) }
    } else {
      question.wish.isNeeded = isKept(set.members.filter { $0.key != group.key }, besides: group)
    }
    return question
  }

  private func question(_ fact: WishGroup) -> Question {
    Question(
      wish: .init(key: fact.key, text: fact.text, isNeeded: true, help: [], isEnough: true), group: fact,
      settled: problem, isKnown: false)
  }

  /// The wishes with what would help, each looked for from what is known now; what takes longest begins first.
  private mutating func helped(_ questions: [Question]) -> [Answer] {
    let known = self
    let order = questions.indices.sorted {
      (questions[$0].patience.rawValue, $1) > (questions[$1].patience.rawValue, $0)
    }
    let answers = Mutex<[Int: Answer]>([:])
    DispatchQueue.concurrentPerform(iterations: questions.count) { turn in
      let place = order[turn]
      var search = known
      let answer = search.answer(to: questions[place])
      answers.withLock { $0[place] = answer }
    }
    let found = answers.withLock { $0 }
    let inOrder = questions.indices.map { found[$0] ?? Answer(wish: questions[$0].wish) }
    witnesses += inOrder.flatMap(\.witnesses)
    return inOrder
  }

  /// The smallest step of each ladder that leads to a schedule.
  private mutating func answer(to question: Question) -> Answer {
    var answer = Answer(wish: question.wish)
    guard let settled = question.settled else { return answer }
    let group = question.group
    witnesses = []
    study.allow(changes: Self.helpChanges, weeks: problem.weekCount)
    for ladder in group.ladders where answer.wish.help.count < Self.mostHelp {
      guard let (step, isLeast) = smallestStep(ladder, of: group, in: settled, question.patience) else {
        continue
      }
      answer.wish.help.append(ladder[step].words)
      if isLeast { answer.wish.provenLeast.append(ladder[step].words) }
      if answer.foothold == nil { answer.foothold = Foothold(group: group, ladder: ladder, step: step) }
    }
    answer.witnesses = witnesses
    return answer
  }

  /// The smallest step that leads to a schedule, found by halving, and whether there is proof that no smaller one does;
  /// steps that arithmetic forbids are not tried.
  private mutating func smallestStep(
    _ ladder: [WishGroup.Step], of group: WishGroup, in settled: PlanProblem,
    _ patience: FirstSchedule.Patience
  ) -> (step: Int, isLeast: Bool)? {
    guard let first = firstReachable(ladder, of: group, in: settled) else { return nil }
    let last = firstKnown(ladder, from: first, of: group, in: settled) ?? ladder.count - 1
    // The steps just above what arithmetic allows are the likeliest, so strides grow from there.
    var (low, high) = (first, min(first + group.firstStride, last))
    // Arithmetic forbids all before the first.
    var isLeast = group.isGapless && first > 0
    var firstPatience = patience == .near ? FirstSchedule.Patience.once : patience
    while !isPossible(ladder[high], of: group, in: settled, firstPatience) {
      guard high < last else { return nil }
      isLeast = group.isGapless && group.isNested && study.lastProof != nil
      firstPatience = patience
      (low, high) = (high + 1, min(2 * high - first + 1, last))
    }
    high = Self.leastGood(low, high) { step in
      let isPossible = isPossible(ladder[step], of: group, in: settled, patience)
      if !isPossible { isLeast = group.isGapless && group.isNested && study.lastProof != nil }
      return isPossible
    }
    // What was found last is nearer than what the steps before it were looked for from.
    var stride = 1
    while !isLeast, high - stride >= first {
      if isPossible(ladder[high - stride], of: group, in: settled, .near) {
        high -= stride
        stride *= 2
      } else if stride > 1 {
        stride = 1
      } else {
        break
      }
    }
    return (high, isLeast)
  }

  /// The first step that a schedule is known for, found by halving; nil where there is none, or steps do not allow what
  /// those before them allow.
  private func firstKnown(
    _ ladder: [WishGroup.Step], from first: Int, of group: WishGroup, in settled: PlanProblem
  ) -> Int? {
    guard group.isNested else { return nil }
    return halved(first..<ladder.count) { study.knowsSchedule(of: ladder[$0].applied(to: settled)) }
  }

  /// The first step that arithmetic allows; found by halving where each step allows what those before it allow.
  func firstReachable(
    _ ladder: [WishGroup.Step], of group: WishGroup, in settled: PlanProblem
  ) -> Int? {
    func isReachable(_ index: Int) -> Bool { UnreachableGoal(in: ladder[index].applied(to: settled)) == nil }
    return group.isNested
      ? halved(ladder.indices, where: isReachable) : ladder.indices.first(where: isReachable)
  }

  /// The first step that is good, where all after a good one are, found by halving; nil where the last is not.
  private func halved(_ steps: Range<Int>, where isGood: (Int) -> Bool) -> Int? {
    guard let last = steps.last, isGood(last) else { return nil }
    return Self.leastGood(steps.lowerBound, last, where: isGood)
  }

  /// The first good step between two of which the second is good, where all after a good one are.
  static func leastGood(_ first: Int, _ good: Int, where isGood: (Int) -> Bool) -> Int {
    var (low, high) = (first, good)
    while low < high {
      let middle = (low + high) / 2
      if isGood(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func isPossible(
    _ step: WishGroup.Step, of group: WishGroup, in settled: PlanProblem, _ patience: FirstSchedule.Patience
  ) -> Bool {
    isPossible(step.applied(to: settled), group, help: step.words, patience)
  }

  private func summary(of set: ClashSet) -> String {
    switch set.proof?.by {
    case .arithmetic(let unreachable):
      let reachable = UnreachableGoal(in: problem).flatMap {
        $0.index == unreachable.index ? $0.reachable : nil
      }
      return WishGroup.text(of: unreachable.goal).capitalisedFirst
        + ", is out of reach: the rest of the plan allows \(reachable ?? unreachable.reachable) min at most by then."
    case .programme:
      return set.members.count < 2 ? "This cannot be kept." : "These cannot all be kept."
    case nil:
      return set.members.count < 2
        ? "No schedule was found that keeps this." : "No schedule was found that keeps all of these."
    }
  }
}
