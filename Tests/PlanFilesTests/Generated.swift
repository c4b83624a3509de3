import SeededNumbers
import TrainingLoad
import TrainingPlan

/// What generated inputs are made of, the same in every run.
struct Seeded: RandomNumberGenerator {
  private var generator: SplitMix64

  init(_ seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func double(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }
  mutating func flag() -> Bool { Bool.random(using: &self) }
  mutating func pick<T>(_ values: [T]) -> T { values[int(0...values.count - 1)] }
  mutating func maybe<T>(_ value: T) -> T? { flag() ? value : nil }
  mutating func list<T>(_ counts: ClosedRange<Int>, _ make: (inout Seeded) -> T) -> [T] {
    (0..<int(counts)).map { _ in make(&self) }
  }

  /// Words with all that a writer must get right: quotes, colons, hashes, numbers, accents.
  mutating func words() -> String {
    let parts = [
      "long run", "10", "true", "null", "a: b", "# note", "\"quoted\"", "it's", "é", "日本", "🏃", "- x", "\\",
      "{", "[", "*", "&", "!", "%", "@", "`", "2027-01-01", "07:30", "~", "no", "1e3", "|", ">", ",", "?",
    ]
    return (0...int(0...3)).map { _ in pick(parts) }.joined(separator: " ")
  }

  mutating func weekdays() -> [Weekday] { Weekday.allCases.filter { _ in flag() } }
}

extension PlanProblem {
  /// A problem in which every part and every optional value is sometimes there and sometimes not.
  static func generated(_ seed: UInt64) -> PlanProblem {
    var g = Seeded(seed)
    let days = g.int(28...60)
    var problem = PlanProblem(
      id: "p\(seed)", title: g.words(), start: CivilDay(number: g.int(15_000...30_000)),
      event: Event(
        name: g.words(), sport: g.pick(["run", "bike"]), minutes: g.double(0...400),
        dayIndex: g.int(1...799), startMinute: g.maybe(g.int(0...1439))),
      history: History(
        load: g.list(days...days) { $0.double(0...900) }, hip: g.list(days...days) { $0.double(0...90) },
        sessions: g.list(0...9) {
          PastSession(day: $0.int(-60 ... -1), sport: $0.pick(["run", "swim"]), minutes: $0.double(0...300))
        }),
      availability: Availability(
        minutes: g.list(7...7) { $0.double(0...600) }, maxSessionsPerDay: g.int(0...4),
        blockedDays: g.list(0...4) { $0.int(-3...500) },
        absences: g.list(0...2) {
          Absence(firstDay: 3, lastDay: $0.int(3...9), reason: $0.words(), seatedHours: $0.maybe(5))
        }),
      rest: RestDays(
        minPer7: g.int(0...7), loadMax: g.double(0...60), maxConsecutive: g.maybe(3), fixed: g.weekdays(),
        wished: g.weekdays(), wishWeight: g.double(0...2)),
      templates: (0..<g.int(0...9)).map { SessionTemplate.generated("t\($0)", &g) },
      limits: Limits.generated(&g))
    problem.goal = Goal(
      longSessions: g.list(0...3) {
        LongSession(
          sport: "run", minutes: $0.double(0...300), latestDaysBefore: $0.int(0...9),
          earliestDaysBefore: $0.int(9...40))
      }, minFitness: g.maybe(g.double(0...99)))
    problem.model = ResponseModel(
      fitnessDays: g.double(20...60), fatigueDays: g.double(2...20), kappa: g.double(0...1),
      historySpecificity: g.double(0...1), smoothing: g.pick([.reciprocal, .exponential]))
    problem.athlete = g.maybe(
      Athlete(
        name: g.words(), born: g.maybe(1988), experience: g.pick(Athlete.Experience.allCases),
        sittingHours: g.maybe(g.double(0...24)), zone: "Europe/Berlin",
        support: g.maybe(g.pick(Routine.Track.allCases))))
    problem.coaching = g.maybe(
      Coaching(
        roundMinutes: g.int(1...15), strengthInARowPrice: g.double(0...3),
        longTaper: g.list(0...3) { .init(days: $0.int(0...30), fraction: 0.7) },
        weeklyLongPrice: g.double(0...1), secondLongPrice: g.double(0...3),
        openerPrice: g.double(0...3), taperVolume: g.list(0...3) { $0.double(0...1) },
        taperVolumePrice: g.double(0...3), sameHardPrice: g.double(0...3), hardInDeload: g.maybe(2),
        easyDaysAfterAbsence: g.int(0...9),
        firstWeekBack: g.list(0...2) { .init(days: $0.int(1...30), share: $0.double(0...1)) },
        calmDays: g.list(0...3) { $0.int(0...99) }, intenseInBuild: g.maybe(g.int(0...3)),
        intenseInBuildPrice: g.double(0...3), intenseInTaper: g.int(0...3),
        intenseInTaperPrice: g.double(0...3),
        sessionPrice: g.double(0...1), watchPrice: g.double(0...1),
        watched: WatchedLevels(
          hipShare: g.maybe(.init(from: g.double(0...1), leastSessions: g.int(0...9))),
          oneFamily: g.maybe(.init(from: g.double(0...1), leastSessions: g.int(0...9))),
          easySessions: g.maybe(.init(least: g.double(0...1), effort: g.double(0...10))),
          hipDays: g.maybe(.init(inARow: g.int(0...9), runMinutes: g.double(0...99))),
          rise: g.maybe(.init(sport: g.words(), most: g.double(0...2))),
          strain: g.maybe(.init(deviations: g.double(0...3), leastWeeks: g.int(0...9)))),
        balancePrice: g.double(0...2),
        balance: g.list(0...3) {
          .init(sport: $0.words(), least: $0.double(0...1), most: $0.double(0.1...1))
        },
        frequencyPrice: g.double(0...2),
        frequency: g.list(0...3) { .init(sport: $0.words(), days: $0.int(0...7)) }))
    problem.robustness = g.maybe(
      Robustness(spared: g.list(0...2) { $0.words() }, excepted: g.list(0...2) { $0.words() }))
    problem.calendar = CalendarWishes(
      startMinute: g.list(7...7) { $0.maybe($0.int(0...1439)) }, isAllDay: g.flag(),
      alarmMinutes: g.maybe(30), dayBeforeAlarmMinute: g.maybe(1200), showsRestDays: g.flag(),
      support: g.pick(CalendarWishes.SupportPlace.allCases), blocksTime: g.flag(), hasBusyCalendar: g.flag(),
      busyTitle: g.words(), colour: "tomato")
    problem.policy = RulePolicy(
      settings: g.list(0...3) {
        .init(
          rule: "monotony", effect: $0.maybe($0.pick(RulePolicy.Effect.allCases)),
          numbers: $0.flag() ? ["info": $0.double(0...3)] : [:], origin: "limits/a.yaml:7")
      },
      waivers: g.list(0...2) {
        let day = CivilDay(number: $0.int(20_000...21_000))
        return .init(
          rule: "strain", from: $0.maybe(day), until: day + 7, sessions: $0.list(0...2) { $0.words() },
          dates: $0.flag() ? [day + 1] : [], reason: $0.words())
      })
    problem.checkIns = .generated(&g)
    problem.assumptions = g.list(0...2) { $0.words() }
    if g.flag() { problem.held = .generated(problem, &g) }
    return problem
  }
}

extension PlanProblem.Held {
  fileprivate static func generated(_ problem: PlanProblem, _ g: inout Seeded) -> PlanProblem.Held {
    let firstDay = g.int(1...799)
    return PlanProblem.Held(
      firstDay: firstDay,
      weeks: (0..<g.int(0...3)).map {
        .init(index: $0, type: g.pick(WeekType.allCases), phase: g.pick(Phase.allCases), why: g.words())
      },
      sessions: (0..<g.int(0...4)).map { day in
        var session = Session(
          id: "held-\(day)", day: problem.day(day), of: .generated("own", &g), minutes: g.int(0...200),
          why: g.words(), startMinute: g.maybe(g.int(0...1439)))
        session.template = g.maybe("own")
        session.load = g.double(0...900)
        session.isDone = g.flag()
        session.isLocked = g.flag()
        return session
      })
  }
}

extension SessionTemplate {
  static func generated(_ id: String, _ g: inout Seeded) -> SessionTemplate {
    SessionTemplate(
      id: id, title: g.words(), sport: g.pick(["run", "bike", "core"]),
      also: g.maybe(.init(sport: g.words(), share: g.double(0...1))), family: "run", sRPE: g.double(0...10),
      minMinutes: g.double(0...30), maxMinutes: g.double(30...200), hipPerMinute: g.double(0...2),
      reliefPerMinute: g.double(0...1), staticPerMinute: g.double(0...1),
      flexionShare: g.maybe(g.double(0...1)), trainingShare: g.maybe(g.double(0...1)),
      specificity: g.double(0...2), isHard: g.flag(),
      isIntense: g.flag(), isLong: g.flag(), isRestful: g.flag(), role: g.pick(Role.allCases),
      maxPerWeek: g.maybe(3), minPerWeek: g.maybe(1), weekdays: g.maybe([.monday, .friday]),
      widest: g.maybe(.init(minutes: g.double(1...300), perWeek: g.maybe(4))),
      steps: g.list(0...3) {
        StepPattern(
          text: $0.words(), activity: "run_easy", share: $0.double(0...1), effort: $0.double(0...10),
          repeats: $0.maybe(
            .init(repetitions: $0.maybe(12), workSeconds: 90, recoverySeconds: 30, recovery: $0.words())))
      }, purpose: g.words())
  }
}

extension Limits {
  static func generated(_ g: inout Seeded) -> Limits {
    var limits = Limits()
    func number(_ g: inout Seeded) -> Double? { g.maybe(g.double(0...3)) }
    (limits.acwrEWMAMax, limits.acwrCoupledMax, limits.acwrUncoupledMax) = (
      number(&g), number(&g), number(&g)
    )
    (limits.rampAbsolute, limits.rampRelative, limits.spikeMax) = (number(&g), number(&g), number(&g))
    (limits.weeklyGrowthMax, limits.intenseShareMax) = (number(&g), number(&g))
    (limits.monotonyMax, limits.strainMax) = (number(&g), number(&g))
    limits.acuteAllowance = g.double(0...9)
    limits.formFloorRelative = g.maybe(-0.5)
    limits.formOnTheDay = g.maybe(Bounds(low: -0.1, high: g.double(0...1)))
    limits.spikeWindowDays = g.int(1...60)
    limits.recordsPerWeek = g.int(0...3)
    limits.baselineMinutes = g.flag() ? ["run": g.double(0...60), "bike": 45] : [:]
    limits.weeklyGrowthAllowance = g.double(0...60)
    limits.monotonyDDOF = g.int(0...1)
    limits.deload = g.maybe(Deload(maxLoadWeeks: 3, minLoadWeeks: 2, maxFraction: 0.7, minFraction: 0.4))
    limits.hard = g.maybe(
      HardDays(
        minGapDays: 2, maxPerWeek: g.maybe(3), noneBeforeEventDays: g.int(0...4), lastHardDay: g.maybe(-2)))
    limits.taper = g.maybe(
      Taper(maxFraction: [0.6, 0.8], minFraction: [0.2, 0.4], minDaysLast7: g.maybe(3)))
    limits.hip = g.maybe(
      Hip(
        per7Cap: g.maybe(250), dayCap: g.maybe(90), dayThreshold: 45, maxConsecutiveDays: 2,
        weeklyGrowthMax: g.maybe(0.15), weeklyGrowthAllowance: 20, counterBase: 20, counterPerHip: 0.1,
        softWeight: g.double(0...1), softWeek: g.maybe(200)))
    limits.lightWeeks = g.flag() ? [2, 5] : []
    if g.flag() {
      limits.firstDays = FirstDays(count: g.int(1...9))
      limits.firstDays?.rampAbsolute = limits.rampAbsolute.map { $0 + 1 }
      limits.firstDays?.formFloorRelative = limits.formFloorRelative.map { $0 - 1 }
      limits.firstDays?.acwrCoupledMax = limits.acwrCoupledMax.map { $0 + 1 }
      limits.firstDays?.hipPer7 = limits.hip?.per7Cap.map { $0 + 1 }
    }
    limits.variety = g.maybe(
      Variety(
        minFamilies: 3, minMinutes: 10, maxShare: g.maybe(0.8),
        familyShare: g.flag() ? ["run": Bounds(low: 0.1, high: 0.6)] : [:]))
    limits.sportCaps =
      g.flag()
      ? ["run": SportCap(maxDaysPerWeek: g.maybe(4), maxMinutesPerWeek: g.maybe(200)), "bike": SportCap()]
      : [:]
    return limits
  }
}

extension CheckIns {
  /// Up to four check-ins in which every answer is sometimes there.
  static func generated(_ g: inout Seeded) -> CheckIns {
    CheckIns(
      (0..<g.int(0...4)).map { index in
        var checkIn = CheckIn(day: CivilDay(number: 20_000 + 7 * index))
        checkIn.pain = g.maybe(
          CheckIn.Pain(
            place: g.pick(CheckIn.Place.allCases), strength: g.pick(CheckIn.Strength.allCases),
            side: g.maybe(g.pick(CheckIn.Side.allCases))))
        checkIn.redFlag = g.maybe(g.flag())
        checkIn.stiffness = g.maybe(g.pick(CheckIn.Often.allCases))
        checkIn.chestBreathing = g.maybe(g.pick(CheckIn.Often.allCases))
        checkIn.sittingMinutes = g.maybe(g.int(0...1440))
        checkIn.stress = g.maybe(g.int(1...5))
        checkIn.sleepMinutes = g.maybe(g.int(0...1440))
        checkIn.pelvis = g.maybe(g.pick(CheckIn.Pelvis.allCases))
        checkIn.note = g.maybe(g.words()) ?? ""
        checkIn.cleared = g.maybe(
          CheckIn.Clearance(day: checkIn.day + g.int(0...9), by: g.words(), note: g.words()))
        return checkIn
      })
  }
}

extension Schedule {
  /// A schedule with sessions of a generated problem's templates and some that fit none.
  static func generated(_ seed: UInt64) -> Schedule {
    let problem = PlanProblem.generated(seed)
    var g = Seeded(seed &+ 1_000_000)
    var schedule = Schedule(
      planID: "plan-\(seed)", title: g.words(), problemID: problem.id, start: problem.start,
      event: Event(
        id: "event-\(seed)", day: problem.day(problem.event.dayIndex), name: g.words(), sport: "run",
        minutes: g.int(0...400), startMinute: g.maybe(g.int(0...1439))),
      weeks: (0..<problem.weekCount).map {
        Week(
          index: $0, type: g.pick(WeekType.allCases), phase: g.pick(Phase.allCases),
          why: g.maybe(g.words()) ?? "")
      }, sessions: [],
      robustCost: seed % 3 == 0
        ? RobustCost(
          objective: g.double(0...90), plainObjective: 100,
          excepted: seed % 2 == 0 ? [g.pick(Robustness.rules)] : []) : nil,
      seal: g.maybe("seal-\(seed)"))
    for day in 0..<min(30, problem.dayCount) {
      for slot in 0..<g.int(0...2) {
        let template = g.maybe(problem.templates.isEmpty ? nil : g.pick(problem.templates)) ?? nil
        var session = Session(
          id: "s\(day)-\(slot)", day: problem.day(day), of: template ?? .generated("own", &g),
          minutes: g.int(0...200), why: g.maybe(g.words()) ?? "", startMinute: g.maybe(g.int(0...1439)))
        session.plannedDay = g.maybe(problem.day(day + g.int(-3...3)))
        session.isLocked = g.int(0...3) == 0
        session.isDone = g.int(0...3) == 0
        if template == nil {
          session.template = nil
          session.load = g.double(0...900)
          session.hip = g.double(0...90)
        }
        schedule.sessions.append(session)
      }
    }
    return schedule
  }
}
