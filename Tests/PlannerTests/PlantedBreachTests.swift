import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// Faults planted into schedules of the planner are all found: too long, too soon, too often, no rest, no taper.
@Suite(.serialized) struct PlantedBreachTests {
  /// A fault of a rule: what it does to a schedule.
  struct Plant: Sendable, CustomStringConvertible {
    let rule: String
    let plant: @Sendable (inout Schedule, PlanProblem) -> Void
    var description: String { rule }
  }

  static let all: [Plant] = [
    Plant(rule: "session-data") { schedule, _ in schedule.sessions[0].load += 50 },
    Plant(rule: "availability") { schedule, problem in
      schedule.sessions[0] = schedule.sessions[0].lasting(1500, problem)
    },
    Plant(rule: "sport-cap") { schedule, problem in schedule.fill(week: 2, problem, problem.sport) },
    Plant(rule: "rest-days") { schedule, problem in schedule.fill(week: 1, problem, problem.sport) },
    Plant(rule: "rest-run") { schedule, problem in
      schedule.sessions.removeAll { problem.week(of: $0) == 1 || problem.week(of: $0) == 2 }
    },
    Plant(rule: "single-session-spike") { schedule, problem in
      schedule.lengthen(problem.sport, inWeek: 1, to: 300, problem)
    },
    Plant(rule: "no-baseline") { schedule, problem in
      schedule.sessions.append(.planted("yachting", 3, minutes: 90, load: 100, problem))
    },
    Plant(rule: "new-longest") { schedule, problem in
      for (day, minutes) in [(8, 200), (10, 240), (12, 280)] {
        schedule.sessions.append(.planted(problem.sport, day, minutes: minutes, load: 10, problem))
      }
    },
    Plant(rule: "weekly-rise") { schedule, problem in
      schedule.sessions.append(.planted(problem.sport, 9, minutes: 60, load: 9000, problem))
    },
    Plant(rule: "fitness-ramp") { schedule, problem in
      schedule.sessions.append(.planted(problem.sport, 9, minutes: 60, load: 9000, problem))
    },
    Plant(rule: "form-floor") { schedule, problem in
      schedule.sessions.append(.planted(problem.sport, 9, minutes: 60, load: 9000, problem))
    },
    Plant(rule: "deload") { schedule, problem in
      for index in schedule.weeks.indices where schedule.weeks[index].type == .deload {
        schedule.weeks[index].type = .load
      }
    },
    Plant(rule: "hard-spacing") { schedule, problem in
      for day in [8, 9] {
        schedule.sessions.append(.planted("hill", day, minutes: 20, load: 10, problem, isHard: true))
      }
    },
    Plant(rule: "hard-count") { schedule, problem in
      for day in 7..<14 {
        schedule.sessions.append(.planted("hill", day, minutes: 20, load: 10, problem, isHard: true))
      }
    },
    Plant(rule: "intensity-share") { schedule, problem in
      schedule.sessions.append(.planted("hill", 8, minutes: 900, load: 10, problem, isIntense: true))
    },
    Plant(rule: "taper") { schedule, problem in
      schedule.sessions.append(.planted("hill", problem.dayCount - 2, minutes: 60, load: 9000, problem))
    },
    Plant(rule: "form-on-the-day") { schedule, problem in
      schedule.sessions.append(.planted("hill", problem.dayCount - 2, minutes: 60, load: 90_000, problem))
    },
    Plant(rule: "monotony") { schedule, problem in
      schedule.sessions.removeAll { problem.week(of: $0) == 1 }
      for day in 7..<14 { schedule.sessions.append(.planted("hill", day, minutes: 30, load: 90, problem)) }
    },
    Plant(rule: "strain") { schedule, problem in
      for day in 7..<14 { schedule.sessions.append(.planted("hill", day, minutes: 30, load: 9000, problem)) }
    },
    Plant(rule: "hip-load") { schedule, problem in
      schedule.sessions.append(.planted("hill", 8, minutes: 30, load: 10, problem, hip: 5000))
    },
    Plant(rule: "hip-streak") { schedule, problem in
      for day in 7..<14 {
        schedule.sessions.append(.planted("hill", day, minutes: 30, load: 10, problem, hip: 400))
      }
    },
    Plant(rule: "hip-rise") { schedule, problem in
      schedule.sessions.append(.planted("hill", 8, minutes: 30, load: 10, problem, hip: 50_000))
    },
    Plant(rule: "hip-relief") { schedule, problem in
      for index in schedule.sessions.indices { schedule.sessions[index].template = nil }
      for index in schedule.sessions.indices { schedule.sessions[index].relief = 0 }
      schedule.sessions.append(.planted("hill", 8, minutes: 30, load: 10, problem, hip: 5000))
    },
    Plant(rule: "variety") { schedule, problem in
      for index in schedule.sessions.indices {
        schedule.sessions[index].template = nil
        schedule.sessions[index].family = "hill"
      }
    },
    Plant(rule: "event") { schedule, problem in
      schedule.sessions.append(.planted("hill", problem.dayCount, minutes: 30, load: 90, problem))
    },
    Plant(rule: "goal") { schedule, problem in
      let sports = problem.goal.longSessions.map(\.sport)
      schedule.sessions.removeAll { sports.contains($0.sport) }
    },
  ]

  private let book: RuleBook

  init() throws { book = try RuleBookFile.standard() }

  @Test func everyBindingRuleIsPlanted() {
    let audited = book.rules.filter { !$0.audit.isEmpty && $0.id != "workload-ratio" }.map(\.id)
    #expect(Set(Self.all.map(\.rule)) == Set(audited + ["session-data"]))
  }

  @Test(arguments: all) func everyPlantedFaultIsFound(plant: Plant) throws {
    for seed in 0..<6 {
      let problem = try PlanProblem.withEveryLimit(UInt64(seed))
      var schedule = try Self.schedules[seed].get()
      let sound = review(schedule, for: problem, ruleBook: book)
      #expect(
        sound.allSatisfy { $0.level < .change }, "seed \(seed): \(sound.filter { $0.level == .change })")
      plant.plant(&schedule, problem)
      schedule.sessions.sort { ($0.day, $0.id) < ($1.day, $1.id) }
      let found = review(schedule, for: problem, ruleBook: book)
      #expect(
        found.contains { $0.rule == plant.rule && $0.level == .change },
        "seed \(seed): \(plant.rule) among \(Set(found.filter { $0.level == .change }.map(\.rule)).sorted())")
    }
  }

  /// Offered fixes clear their finding and add none of its level.
  @Test(arguments: [0, 1, 2]) func everyOfferedFixClearsItsFinding(seed: Int) throws {
    let problem = try PlanProblem.withEveryLimit(UInt64(seed))
    var fixes = 0
    for plant in Self.all.shuffled(seed).prefix(7) {
      var schedule = try Self.schedules[seed].get()
      plant.plant(&schedule, problem)
      schedule.sessions.sort { ($0.day, $0.id) < ($1.day, $1.id) }
      let found = review(schedule, for: problem, ruleBook: book)
      for finding in found.filter({ $0.rule == plant.rule && $0.level == .change }).prefix(1) {
        guard let fix = smallestFix(for: finding, in: schedule, for: problem, ruleBook: book) else {
          continue
        }
        fixes += 1
        let after = review(fix.applied(to: schedule, for: problem), for: problem, ruleBook: book)
        #expect(
          after.allSatisfy {
            $0.rule != finding.rule || $0.aspect != finding.aspect || $0.level < .change
              || $0.last < finding.first || $0.first > finding.last
          }, "\(plant.rule), seed \(seed): \(fix.summary)")
        let known = Set(found.filter { $0.level == .change }.map { $0.rule + $0.aspect })
        #expect(
          after.allSatisfy { $0.level < .change || known.contains($0.rule + $0.aspect) },
          "\(plant.rule), seed \(seed): \(fix.summary)")
      }
    }
    #expect(fixes >= 1)
  }

  private static let schedules: [Result<Schedule, any Error>] = (0..<6).map { seed in
    Result {
      try plan(.withEveryLimit(UInt64(seed)), effort: .quick).schedule
    }
  }
}

extension PlanProblem {
  /// The invented athlete's problem with a number for every limit, each of them wide enough for a schedule.
  fileprivate static func withEveryLimit(_ seed: UInt64) throws -> PlanProblem {
    var problem = try PlanProblem.invented(seed)
    problem.coaching = nil
    problem.rest.maxConsecutive = 5
    problem.limits.strainMax = 20_000
    problem.limits.hip?.dayCap = 400
    problem.limits.sportCaps = [problem.sport: .init(maxDaysPerWeek: 5, maxConsecutiveDays: 4)]
    problem.goal.longSessions = [
      LongSession(sport: problem.sport, minutes: 30, latestDaysBefore: 5, earliestDaysBefore: 40)
    ]
    return problem
  }

  fileprivate var sport: String { event.sport }

  fileprivate func week(of session: Session) -> Int { (session.day - start) / 7 }
}

extension Session {
  /// A session that a hand wrote into the schedule.
  fileprivate static func planted(
    _ sport: String, _ day: Int, minutes: Int, load: Double, _ problem: PlanProblem, hip: Double = 0,
    isHard: Bool = false, isIntense: Bool = false
  ) -> Session {
    Session(
      id: "planted-\(sport)-\(day)", day: problem.day(day), template: nil, title: sport, sport: sport,
      family: sport, minutes: minutes, sRPE: load / Double(minutes), load: load, hip: hip, relief: 0,
      isHard: isHard, isIntense: isIntense)
  }

  fileprivate func lasting(_ minutes: Int, _ problem: PlanProblem) -> Session {
    guard let template = problem.templates.first(where: { $0.id == self.template }) else { return self }
    return Session(id: id, day: day, of: template, minutes: minutes)
  }
}

extension Schedule {
  /// A session of a sport on every day of a week.
  fileprivate mutating func fill(week: Int, _ problem: PlanProblem, _ sport: String) {
    for day in (7 * week)..<(7 * week + 7) {
      sessions.append(.planted(sport, day, minutes: 20, load: 60, problem))
    }
  }

  /// Makes the sessions of a sport in a week so long, or adds one.
  fileprivate mutating func lengthen(
    _ sport: String, inWeek week: Int, to minutes: Int, _ problem: PlanProblem
  ) {
    sessions.append(.planted(sport, 7 * week + 2, minutes: minutes, load: 60, problem))
  }
}

extension Array {
  /// The same elements in an order that follows from the seed.
  fileprivate func shuffled(_ seed: Int) -> [Element] {
    var dice = SplitMix(seed: UInt64(seed) &+ 5)
    var rest = self
    var order: [Element] = []
    while !rest.isEmpty { order.append(rest.remove(at: dice.below(rest.count))) }
    return order
  }
}
