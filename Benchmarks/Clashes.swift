import Planner
import TrainingPlan

/// How long it takes to say why nothing fits, and how much is said: reference problems with one wish too many.
enum Clashes {
  /// A wish that is too much, in words, and a problem with it.
  private static let wishes: [(String, @Sendable (inout PlanProblem) -> Void)] = [
    ("a long session 70 % longer", { $0.askForLonger(by: 1.7) }),
    (
      "three weeks fewer and a long session 30 % longer",
      {
        $0.askForLonger(by: 1.3)
        $0.event.dayIndex -= 21
      }
    ),
    ("an easy session every day", { $0.templates[0].minPerWeek = 7 }),
    (
      "three weeks away and a session in every week",
      {
        $0.availability.blockedDays = Array(14..<35)
        $0.templates[0].minPerWeek = 1
      }
    ),
    (
      "a third of the time",
      { $0.availability.minutes = $0.availability.minutes.map { ($0 / 3).rounded(.down) } }
    ),
  ]

  static func measure(_ path: String) throws {
    let (problemName, asked) = try Benchmarks.problem(at: path)
    for (words, change) in wishes {
      var problem = asked
      change(&problem)
      let start = ContinuousClock.now
      let (processor, said) = Benchmarks.timed { infeasibility(of: problem) }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      guard let said else { continue }
      let name = "\(problemName): \(words)"
      let parts = said.clashes.flatMap(\.wishes)
      Benchmarks.row("clash", name, "seconds", seconds)
      Benchmarks.row("clash", name, "processor seconds", processor)
      Benchmarks.row("clash", name, "sets", Double(said.clashes.count))
      Benchmarks.row("clash", name, "proven", Double(said.clashes.count(where: \.isProven)))
      Benchmarks.row("clash", name, "wishes", Double(parts.count))
      Benchmarks.row("clash", name, "needed", Double(parts.count(where: \.isNeeded)))
      Benchmarks.row("clash", name, "helped", Double(parts.count { !$0.help.isEmpty }))
    }
  }

  /// Why there is no schedule; nil where there is one.
  private static func infeasibility(of problem: PlanProblem) -> Infeasibility? {
    do {
      _ = try plan(problem, effort: .quick)
      return nil
    } catch {
      return error
    }
  }
}

extension PlanProblem {
  /// Asks for longer long sessions, with time for them.
  fileprivate mutating func askForLonger(by factor: Double) {
    for index in goal.longSessions.indices {
      goal.longSessions[index].minutes = (goal.longSessions[index].minutes * factor).rounded()
    }
    let longest = (goal.longSessions.map(\.minutes).max() ?? 0) + 30
    for index in templates.indices where templates[index].isLong {
      templates[index].maxMinutes = max(templates[index].maxMinutes, longest)
    }
    if let day = availability.minutes.indices.max(by: { availability.minutes[$0] < availability.minutes[$1] })
    {
      availability.minutes[day] = max(availability.minutes[day], longest)
    }
  }
}
