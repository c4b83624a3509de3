import Testing
import TrainingLoad
import TrainingPlan

@testable import PlanFiles

/// What becomes of a plan file: every default as a coach would expect it, and nothing implicit.
@Suite struct ResolverTests {
  private static let samples = [
    "half-marathon", "novice-5k", "marathon-knee-history", "olympic-triathlon", "gran-fondo", "fitness-test",
    "ultramarathon", "return-desk-job",
  ]

  private static func sample(_ name: String) throws -> PlanProblem {
    try Resolver.problem(planFile: try Sample.file("Plans/\(name).yaml"), loader: Sample.load)
  }

  /// The plan of the fewest words with a baseline, for an athlete and an event.
  private static func resolve(
    athlete: String = "{ name: A }",
    event: String = "{ name: E, sport: run, date: 2027-04-18, expected: 50m }",
    more: String = ""
  ) throws -> PlanProblem {
    try PlanFileTests.resolve(
      """
      gradus: 1
      id: p
      athlete: \(athlete)
      event: \(event)
      start: 2027-01-25
      available: { tue: 60m, thu: 60m, sat: 60m, sun: 2h30m }
      baseline: { run: { per_week: 3, minutes: 40m, longest: 60m } }
      \(more)
      """)
  }

  // MARK: Missed sessions

  /// Rules that only watch may break when a session is missed: by default, and where the coach says so.
  @Test func robustSparesWhatOnlyWatches() throws {
    #expect(try Self.resolve().robustness == nil)
    #expect(try Self.resolve(more: "robust: 0").robustness == nil)
    let spared = try #require(try Self.resolve(more: "robust: 1").robustness).spared
    #expect(spared.contains("strain") && !spared.contains("weekly-rise"))
    let coach = "robust: 1\nlimits: { rules: { weekly-rise: watches, strain: binds } }"
    let asked = try #require(try Self.resolve(more: coach).robustness).spared
    #expect(asked.contains("weekly-rise") && !asked.contains("strain"))
    let excepted = "robust: { except: [weekly-rise, goal] }"
    let named = try #require(try Self.resolve(more: excepted).robustness)
    #expect(named.excepted == ["weekly-rise", "goal"] && named.spared == spared)
  }

  /// What can be excepted are rules of the book.
  @Test func whatCanBeExceptedIsInTheBook() throws {
    #expect(Set(Robustness.rules).isSubset(of: try RuleBookFile.standard().rules.map(\.id)))
  }

  /// A taper with fewer training days than usual is said.
  @Test func fewerTrainingDaysInTheTaperAreSaid() throws {
    let blocked = "blocked: [{ from: 2027-04-12, to: 2027-04-16 }]"
    let limits = "limits: { rules: { taper: { training_days: 3 } } }"
    let few = try Self.resolve(more: blocked + "\n" + limits)
    #expect(few.limits.taper?.minDaysLast7 == 2)
    #expect(
      few.assumptions.contains(
        "Taper: at least 2 training days in the last seven instead of 3, since no more have time."))
    #expect(try !Self.resolve(more: limits).assumptions.contains { $0.hasPrefix("Taper") })
  }

  // MARK: What the review looks at

  /// The planner pays from the levels on from which the review looks: the rule book's, and the coach's where they say so.
  @Test func watchedLevelsAreThoseOfTheReview() throws {
    let usual = try #require(try Self.resolve().coaching).watched
    #expect(usual.hipShare == .init(from: 0.75, leastSessions: 3))
    #expect(usual.oneFamily == .init(from: 0.85, leastSessions: 4))
    #expect(usual.easySessions == .init(least: 0.7, effort: 4))
    #expect(usual.hipDays == .init(inARow: 4, runMinutes: 20))
    #expect(usual.rise == nil && usual.strain == .init(deviations: 1.5, leastWeeks: 6))
    let new = try #require(try Self.resolve(athlete: "{ name: A, experience: novice }").coaching).watched
    #expect(new.rise == .init(sport: "run", most: 0.3))
    let coach = "limits: { rules: { hip-share: off, hip-one-family: notes, hip-streak: { caution: 5 } } }"
    let asked = try #require(try Self.resolve(more: coach).coaching).watched
    #expect(asked.hipShare == nil && asked.oneFamily == nil)
    #expect(asked.hipDays == .init(inARow: 5, runMinutes: 20))
  }

  // MARK: Several sports

  /// Each sport of a triathlon has two thirds of its share in it to twice as much, or what the coach says; a run has none.
  @Test func balanceFollowsTheLegs() throws {
    func balance(_ more: String) throws -> [Coaching.SportShare] {
      let event =
        "{ name: E, sport: triathlon, date: 2027-04-18, expected: 160m, "
        + "legs: { swim: 32m, bike: 80m, run: 48m } }"
      let sessions = "sessions: [swim-endurance, bike-easy, bike-long, run-easy, run-long, mobility]"
      return try #require(try Self.resolve(event: event, more: sessions + "\n" + more).coaching).balance
    }
    let usual = try balance("")
    #expect(usual.map(\.sport) == ["swim", "bike", "run"])
    for (share, leg) in zip(usual, [0.2, 0.5, 0.3]) {
      #expect(abs(share.least - 0.67 * leg) < 1e-9 && abs(share.most - 2 * leg) < 1e-9)
    }
    let both = "coaching: { balance: { run: { least: 20%, most: 50% } } }"
    #expect(try balance(both) == [.init(sport: "run", least: 0.2, most: 0.5)])
    #expect(throws: FileError.self) {
      try balance("coaching: { balance: { run: { least: 50%, most: 20% } } }")
    }
    #expect(throws: FileError.self) { try balance("coaching: { balance: { run: { most: 0% } } }") }
    #expect(try balance("coaching: { balance: { run: 40% } }") == [.init(sport: "run", least: 0.4)])
    #expect(try balance("coaching: { balance: {} }").isEmpty)
    #expect(try #require(try Self.resolve().coaching).balance.isEmpty)
    #expect(throws: FileError.self) { try balance("coaching: { balance: { rum: 40% } }") }
  }

  /// A duathlon has its usual sessions and split, and bricks.
  @Test func aDuathlonIsAnEvent() throws {
    let event = "{ name: E, sport: duathlon, date: 2027-04-18, expected: 2h }"
    let problem = try Self.resolve(event: event)
    #expect(problem.goal.longSessions.map(\.sport) == ["run", "bike"])
    #expect(problem.coaching?.balance.map(\.sport) == ["run", "bike"])
    let brick = try #require(problem.templates.first { $0.id == "brick-bike-run" })
    #expect(brick.also == .init(sport: "run", share: 0.25) && brick.specificity > 1)
  }

  /// Beside a long ride that an event asks for, an endurance ride may last three fifths of it, if that is more than usual.
  @Test(arguments: [("3h", 120.0), ("12h", 0.6 * 265)])
  func easyRidesGrowWithTheLongOne(expected: String, longest: Double) throws {
    let problem = try Self.resolve(
      event: "{ name: E, sport: triathlon, date: 2027-07-18, expected: \(expected) }")
    let ride = try #require(problem.templates.first { $0.id == "bike-endurance" })
    let long = try #require(problem.goal.longSessions.first { $0.sport == "bike" })
    #expect(ride.maxMinutes == longest, "the long one lasts \(long.minutes) min")
    let tempo = try #require(problem.templates.first { $0.id == "bike-tempo" })
    #expect(tempo.maxMinutes == 120)
  }

  /// The long session may last as long as any other of its sport, even before a short event.
  @Test(arguments: ["20m", "45m", "2h", "4h"])
  func theLongSessionIsTheLongest(expected: String) throws {
    for sport in ["run", "bike", "swim"] {
      let problem = try Self.resolve(
        event: "{ name: E, sport: \(sport), date: 2027-04-18, expected: \(expected) }")
      let own = problem.templates.filter { $0.sport == sport && $0.role == .endurance }
      let long = try #require(own.first { $0.isLong })
      #expect(own.allSatisfy { $0.maxMinutes <= long.maxMinutes })
    }
  }

  /// The event's sport is kept up as often as it was, three days a week being enough, or as the coach says.
  @Test func frequencyFollowsTheUsualWeek() throws {
    func frequency(perWeek: Int, _ more: String = "") throws -> [Coaching.SportDays] {
      let problem = try PlanFileTests.resolve(
        """
        gradus: 1
        id: p
        athlete: { name: A }
        event: { name: E, sport: run, date: 2027-04-18, expected: 50m }
        start: 2027-01-25
        available: { tue: 60m, thu: 60m, sat: 60m, sun: 2h30m }
        baseline: { run: { per_week: \(perWeek), minutes: 40m }, bike: { per_week: 2, minutes: 40m } }
        \(more)
        """)
      return try #require(problem.coaching).frequency
    }
    let strength = Coaching.SportDays(sport: "strength", days: 2)
    #expect(try frequency(perWeek: 2) == [.init(sport: "run", days: 2), strength])
    #expect(try frequency(perWeek: 5) == [.init(sport: "run", days: 3), strength])
    #expect(try frequency(perWeek: 2, "sessions: [run-easy, mobility]") == [.init(sport: "run", days: 2)])
    #expect(
      try frequency(perWeek: 2, "coaching: { frequency: { run: 4 } }") == [.init(sport: "run", days: 4)])
    #expect(try frequency(perWeek: 2, "coaching: { frequency: {} }").isEmpty)
    #expect(throws: FileError.self) { try frequency(perWeek: 2, "coaching: { frequency: { rum: 4 } }") }
    #expect(throws: FileError.self) { try frequency(perWeek: 2, "coaching: { frequency: { run: 8 } }") }
  }

  /// A week off or a week of a camp does not change what is usual.
  @Test func usualDaysAreTheMedian() {
    func usual(_ perWeek: [Int], weeks: Int = 6) -> Int {
      var history = PlanProblem.History(
        load: Array(repeating: 0, count: 7 * perWeek.count), hip: [], sessions: [])
      for (place, count) in perWeek.enumerated() {
        for day in 0..<count {
          let session = PlanProblem.PastSession(
            day: 7 * (place - perWeek.count) + day, sport: "run", minutes: 30)
          history.sessions += [session, session]
        }
      }
      #expect(history.usualDays(of: "bike", weeks: weeks) == 0)
      return history.usualDays(of: "run", weeks: weeks)
    }
    #expect(usual([3, 3, 0, 6, 3]) == 3)
    #expect(usual([5, 5, 5, 5, 2, 2, 2], weeks: 3) == 2)
    #expect(usual([2, 3]) == 2)
    #expect(usual([]) == 0)
  }

  // MARK: Samples

  @Test(arguments: samples) func sampleHasNothingImplicit(name: String) throws {
    let problem = try Self.sample(name)
    let json = ProblemFile.json(problem)
    let read = try ProblemFile.read(SourceFile(name: "problem.json", bytes: json.bytes()))
    #expect(read.problem == problem)
    #expect(json.bytes() == ProblemFile.json(try Self.sample(name)).bytes())
    #expect(problem.id == name)
    #expect(problem.start.weekday == .monday)
    #expect(problem.history.load.count >= 28 && problem.history.load.count == problem.history.hip.count)
    #expect(problem.model.smoothing == .exponential)
    #expect(problem.athlete != nil && problem.coaching != nil)
    #expect(!problem.goal.longSessions.isEmpty)
    for template in problem.templates {
      #expect(template.minMinutes <= template.maxMinutes, "\(template.id)")
      #expect(!template.steps.isEmpty && !template.purpose.isEmpty)
    }
    #expect(problem.assumptions.first?.hasPrefix("History: unknown days") == true)
  }

  @Test(arguments: samples) func sampleNamesItsSchema(name: String) throws {
    let text = String(decoding: try Sample.file("Plans/\(name).yaml").bytes, as: UTF8.self)
    #expect(text.hasPrefix("# yaml-language-server: $schema=../docs/schemas/plan.schema.json\n"))
  }

  @Test func committedSchemasAreTheBuiltInOnes() throws {
    #expect(try Sample.file("docs/schemas/plan.schema.json").bytes == EmbeddedData.planSchema)
    #expect(try Sample.file("docs/schemas/limits.schema.json").bytes == EmbeddedData.limitsSchema)
    #expect(try Sample.file("docs/schemas/check-ins.schema.json").bytes == EmbeddedData.checkInsSchema)
    #expect(try Sample.file("docs/schemas/plan.xsd").bytes == EmbeddedData.planXMLSchema)
    #expect(try Sample.file("docs/schemas/ledger.schema.json").bytes == EmbeddedData.ledgerSchema)
    #expect(try Sample.file("docs/schemas/proof.schema.json").bytes == EmbeddedData.proofSchema)
  }

  @Test func halfMarathonIsWhatACoachExpects() throws {
    let problem = try Self.sample("half-marathon")
    #expect(problem.weekCount == 12 && problem.event.dayIndex == 83 && problem.event.startMinute == 600)
    #expect(problem.availability.minutes == [0, 60, 0, 60, 0, 75, 150])
    #expect(problem.availability.blockedDays == [18, 19, 20])
    #expect(
      problem.availability.absences
        == [PlanProblem.Absence(firstDay: 18, lastDay: 20, reason: "travel", seatedHours: 5)])
    #expect(problem.availability.maxSessionsPerDay == 2 && problem.coaching?.endurancePerDay == 1)
    #expect(problem.rest.fixed == [.monday] && problem.rest.minPer7 == 1)
    #expect(
      problem.goal.longSessions
        == [PlanProblem.LongSession(sport: "run", minutes: 105, latestDaysBefore: 10, earliestDaysBefore: 35)]
    )
    #expect(problem.limits.taper?.maxFraction == [0.6, 0.8] && problem.limits.taper?.minDaysLast7 == 3)
    #expect(problem.limits.acwrEWMAMax == nil && problem.limits.acwrCoupledMax == nil)
    #expect(problem.limits.hip?.counterBase == 20 && problem.limits.hip?.counterPerHip == 0.1)
    let long = try #require(problem.templates.first { $0.id == "run-long" })
    #expect(long.maxMinutes == 118 * 1.15 && long.maxPerWeek == 1)
    let strength = try #require(problem.templates.first { $0.id == "strength-hip" })
    #expect(strength.minPerWeek == 1 && strength.maxPerWeek == 3)
    #expect(problem.policy.settings.first { $0.rule == "workload-ratio" }?.effect == .notes)
    #expect(
      problem.policy.settings.first { $0.rule == "monotony" }?.origin.hasPrefix("Plans/limits/recr") == true)
  }

  // MARK: Profiles

  /// Rest days, days between hard sessions, hard sessions a week, load weeks in a row, intensity share.
  @Test(arguments: [
    ("{ name: A }", [1, 2, 2, 3, 0.25]),
    ("{ name: A, experience: experienced }", [1, 2, 3, 3, 0.25]),
    ("{ name: A, experience: novice }", [2, 3, 2, 2, 0.2]),
    ("{ name: A, experience: returning }", [2, 3, 2, 2, 0.2]),
    ("{ name: A, born: 1970 }", [2, 3, 2, 2, 0.25]),
    ("{ name: A, born: 2012 }", [2, 2, 2, 2, 0.2]),
    ("{ name: A, born: 2012, experience: experienced }", [2, 2, 2, 2, 0.2]),
  ])
  func athleteSetsTheLimits(athlete: String, numbers: [Double]) throws {
    let problem = try Self.resolve(athlete: athlete)
    let limits = problem.limits
    #expect(
      [
        Double(problem.rest.minPer7), Double(limits.hard?.minGapDays ?? 0),
        Double(limits.hard?.maxPerWeek ?? 0), Double(limits.deload?.maxLoadWeeks ?? 0),
        limits.intenseShareMax ?? 0,
      ] == numbers)
  }

  @Test func noviceRunsOnAlternateDays() throws {
    let caps = try Self.resolve(athlete: "{ name: A, experience: novice }").limits.sportCaps
    #expect(caps == ["run": Limits.SportCap(maxDaysPerWeek: 3, maxConsecutiveDays: 1)])
  }

  @Test func ageMayBeSwitchedOff() throws {
    let off = "limits: { rules: { masters: off } }"
    #expect(try Self.resolve(athlete: "{ name: A, born: 1970 }", more: off).limits.hard?.minGapDays == 2)
    #expect(try Self.resolve(athlete: "{ name: A, born: 1970 }").limits.rampAbsolute == 1.5)
  }

  @Test func youthTrainsNoMoreHoursThanYears() throws {
    let more = "rest: []"
    #expect(throws: Never.self) { try Self.resolve(athlete: "{ name: A, born: 2021 }", more: more) }
    let error = #expect(throws: FileError.self) { try Self.resolve(athlete: "{ name: A, born: 2022 }") }
    #expect(
      error?.description
        == "p.yaml:6:12: the week has 5.5 h for training, and the athlete is 5; "
        + "expected at most 5 h in all, or the rule \"youth\" changed in the limits")
    let changed = "limits: { rules: { youth: { hours_per_week: 6 } } }"
    #expect(throws: Never.self) { try Self.resolve(athlete: "{ name: A, born: 2022 }", more: changed) }
  }

  // MARK: Events

  /// The long session and the windows of the taper, by event.
  @Test(arguments: [
    ("run", "25m", 25.0, 1), ("run", "34m", 35, 1), ("run", "55m", 55, 1), ("run", "1h58m", 105, 2),
    ("run", "3h30m", 145, 2), ("run", "4h30m", 180, 2),
    ("bike", "60m", 60, 1), ("bike", "6h", 260, 2), ("walk", "3h", 110, 2),
  ])
  func eventSetsTheGoal(sport: String, expected: String, minutes: Double, windows: Int) throws {
    let problem = try Self.resolve(
      event: "{ name: E, sport: \(sport), date: 2027-04-18, expected: \(expected) }")
    #expect(problem.goal.longSessions.map(\.minutes) == [minutes])
    #expect(problem.limits.taper?.maxFraction.count == windows)
  }

  @Test func triathlonAsksForEachSport() throws {
    let problem = try Self.resolve(
      event: "{ name: E, sport: triathlon, date: 2027-04-18, expected: 2h45m }", more: "sessions_per_day: 2")
    #expect(problem.goal.longSessions.map(\.sport) == ["swim", "bike", "run"])
    #expect(problem.goal.longSessions.map(\.minutes) == [25, 85, 50])
    #expect(problem.availability.maxSessionsPerDay == 3)
  }

  @Test func lesserEventsTaperLess() throws {
    func taper(_ priority: String) throws -> Limits.Taper? {
      try Self.resolve(
        event: "{ name: E, sport: run, date: 2027-04-18, expected: 2h, priority: \(priority) }"
      ).limits.taper
    }
    #expect(try taper("A")?.maxFraction == [0.6, 0.8])
    #expect(try taper("B")?.maxFraction == [0.75])
    #expect(try taper("C") == nil)
  }

  /// Windows of the taper are counted from the event, week types from the start.
  @Test func shortLastWeekHasOneMoreTaperWeek() throws {
    let onMonday = try Self.resolve(event: "{ name: E, sport: run, date: 2027-04-19, expected: 2h }")
    #expect(onMonday.limits.taper?.maxFraction == [0.6, 0.8, 1])
    #expect(onMonday.limits.taper?.minFraction == [0.2, 0.4, 0])
  }

  /// A week that loses most of its time is an easier one; the others are asked for as much as ever.
  @Test func absenceMakesAWeekAnEasierOne() throws {
    func limits(_ to: String) throws -> Limits {
      try Self.resolve(more: "blocked: [{ from: 2027-02-26, to: \(to) }]").limits
    }
    #expect(try limits("2027-02-27").lightWeeks == [])
    #expect(try limits("2027-02-28").lightWeeks == [4], "60 and 150 of 330 minutes")
    #expect(try limits("2027-03-03").lightWeeks == [4], "two of four days of the week after are left")
    #expect(try limits("2027-03-04").lightWeeks == [4, 5], "after seven days off the first week is one, too")
    #expect(try limits("2027-03-07").lightWeeks == [4, 5, 6])
    #expect(try limits("2027-03-14").lightWeeks == [4, 5, 6, 7])
    #expect(try limits("2027-03-07").deload?.minFraction == 0.4)
  }

  /// Where most days of a week are lost, the time that is left on the others makes it no load week.
  @Test func aWeekThatLosesMostDaysIsAnEasierOne() throws {
    func away(_ to: String) throws -> [Int] {
      try PlanFileTests.resolve(
        """
        gradus: 1
        id: p
        athlete: { name: A }
        event: { name: E, sport: run, date: 2027-04-18, expected: 50m }
        start: 2027-01-25
        available: { tue: 30m, wed: 30m, thu: 30m, sat: 2h, sun: 3h }
        blocked: [{ from: 2027-02-08, to: \(to) }]
        """
      ).limits.lightWeeks
    }
    #expect(try away("2027-02-10") == [])
    #expect(try away("2027-02-11") == [2])
  }

  /// The auditor knows no such weeks: what it reads holds in them too, and what holds in the others stands beside it.
  @Test func everyWeekIsAskedForWhatAwayWeeksCanGive() throws {
    let problem = try Self.resolve(more: "blocked: [{ from: 2027-02-22, to: 2027-02-28 }]")
    let limits = problem.limits
    let asked = limits.askingOfLightWeeks
    #expect(asked.variety?.minFamilies == 0 && asked.variety?.maxShare == nil)
    #expect(asked.deload?.minFraction == 0 && asked.deload?.minLoadWeeks == 0)
    #expect(asked.hip?.counterBase == 0 && asked.hip?.counterPerHip == limits.hip?.counterPerHip)
    #expect(limits.variety?.minFamilies ?? 0 > 0 && limits.hip?.counterBase ?? 0 > 0)
    let text = String(decoding: ProblemFile.json(problem).bytes(), as: UTF8.self)
    #expect(try ProblemFile.read(SourceFile(name: "p.json", text: text)).problem.limits == limits)
  }

  @Test func shortPlanHasALoadWeek() throws {
    let problem = try Self.resolve(event: "{ name: E, sport: run, date: 2027-02-07, expected: 2h }")
    #expect(problem.weekCount == 2 && problem.limits.taper?.maxFraction == [0.6])
  }

  // MARK: Limits

  @Test func hipLoadFollowsTheAthlete() throws {
    let runner = try Self.resolve()
    #expect(runner.limits.hip?.per7Cap == 250)  // 1.75 x 140 run-minutes a week
    let asked = try Self.resolve(more: "limits: { rules: { hip-load: { per_7_days: 200 } } }")
    #expect(asked.limits.hip?.per7Cap == 200)
  }

  private static func limit(_ rule: String, of limits: Limits) -> Double? {
    switch rule {
    case "weekly-rise": limits.weeklyGrowthMax
    case "monotony": limits.monotonyMax
    case "single-session-spike": limits.spikeMax
    case "intensity-share": limits.intenseShareMax
    case "form-floor": limits.formFloorRelative
    case "fitness-ramp": limits.rampRelative
    default: nil
    }
  }

  @Test(arguments: [
    "weekly-rise", "monotony", "single-session-spike", "intensity-share", "form-floor", "fitness-ramp",
  ])
  func plannerKeepsWhatBindsOrWatches(rule: String) throws {
    func limit(_ effect: String) throws -> Double? {
      let more = "limits: { rules: { \(rule): \(effect) } }"
      return Self.limit(rule, of: try Self.resolve(more: more).limits)
    }
    #expect(Self.limit(rule, of: try Self.resolve().limits) != nil)
    #expect(try limit("binds") != nil && limit("watches") != nil)
    #expect(try limit("notes") == nil && limit("off") == nil)
  }

  @Test func contestedRatioBindsOnlyWhereTheCoachSaysSo() throws {
    #expect(try Self.resolve().limits.acwrEWMAMax == nil)
    #expect(
      try Self.resolve(more: "limits: { rules: { workload-ratio: { ewma: 1.4 } } }").limits.acwrEWMAMax == nil
    )
    let bound = try Self.resolve(more: "limits: { rules: { workload-ratio: { effect: binds, ewma: 1.4 } } }")
    #expect(bound.limits.acwrEWMAMax == 1.4 && bound.limits.acwrCoupledMax == 1.3)
    #expect(bound.limits.acuteAllowance == 3)
  }

  @Test func varietyAsksForNoMoreThanThePlanHas() throws {
    let problem = try Self.resolve(more: "sessions: [run-easy, run-long]")
    #expect(problem.limits.variety?.minFamilies == 1 && problem.limits.variety?.maxShare == nil)
  }

  @Test func waiversAndWordsGoIntoThePolicy() throws {
    let problem = try Self.resolve(
      more: """
        limits:
          rules:
            sport-cap: { run: { days_per_week: 4 } }
            hip-share: { caution: 80% }
            sitting: notes
            no-baseline: { run: 25m }
          waivers:
            - { rule: monotony, from: 2027-02-01, until: 2027-02-14, reason: camp }
            - { rule: hip-load, until: 2027-02-14, dates: [2027-02-13], sessions: [ab-c], reason: hills }
        """)
    #expect(
      problem.policy.settings == [
        .init(rule: "sport-cap", effect: nil, origin: "p.yaml:10"),
        .init(rule: "no-baseline", effect: nil, numbers: ["run": 25], origin: "p.yaml:13"),
        .init(rule: "hip-share", effect: nil, numbers: ["caution": 0.8], origin: "p.yaml:11"),
        .init(rule: "sitting", effect: .notes, origin: "p.yaml:12"),
      ])
    #expect(problem.policy.waivers.map(\.rule) == ["monotony", "hip-load"])
    #expect(problem.policy.waivers.last?.sessions == ["ab-c"])
    #expect(problem.policy.waivers.last?.dates.map(\.iso) == ["2027-02-13"])
    #expect(problem.limits.sportCaps["run"]?.maxDaysPerWeek == 4)
  }

  // MARK: Sessions

  @Test func coachsWordOnASessionWins() throws {
    let problem = try Self.resolve(
      more: """
        sessions:
          - run-easy: { max_minutes: 70, max_per_week: 2, weekdays: [tue, sun] }
          - run-long
          - strength-hip: { min_per_week: 2, max_per_week: 2 }
          - strength-step-up: { min_per_week: 0 }
          - mobility
        """)
    let easy = problem.templates[0]
    #expect(easy.maxMinutes == 70 && easy.maxPerWeek == 2 && easy.weekdays == [.tuesday, .sunday])
    #expect(problem.templates[2].minPerWeek == 2 && problem.templates[2].maxPerWeek == 2)
    #expect(problem.templates[3].minPerWeek == nil && problem.templates[3].maxPerWeek == 2)
    #expect(problem.templates[4].maxPerWeek == 3)
  }

  @Test func experienceBoundsASession() throws {
    func easyRun(_ experience: String) throws -> Double? {
      try Self.resolve(athlete: "{ name: A, experience: \(experience) }").templates
        .first { $0.id == "run-easy" }?.maxMinutes
    }
    #expect(try easyRun("novice") == 45)
    #expect(try easyRun("recreational") == 75)
  }

  @Test func supportTrackAddsItsSession() throws {
    let problem = try Self.resolve(athlete: "{ name: A, support: both }")
    #expect(problem.templates.last?.id == "support-both" && problem.athlete?.support == .both)
  }

  // MARK: History

  private static let headed = "date,sport,minutes,rpe\n"

  /// Four weeks of a run each Tuesday and Sunday; the other days are said to be rest, but for `missing`.
  private static func history(from first: Int = -28, missing: Set<Int> = [], trainedUntil: Int = -1) -> String
  {
    let start = CivilDay(iso: "2027-01-25") ?? CivilDay(number: 0)
    return headed
      + (first ... -1).filter { !missing.contains($0) }.map { offset in
        let day = start + offset
        let isRun = [.tuesday, .sunday].contains(day.weekday) && offset <= trainedUntil
        return isRun ? "\(day),run,40,5" : "\(day),rest,,"
      }.joined(separator: "\n")
  }

  private static func resolve(history: String, more: String = "") throws -> PlanProblem {
    try PlanFileTests.resolve(
      PlanFileTests.least + "\nhistory: h.csv\n" + more, files: ["h.csv": history])
  }

  @Test func knownDaysAreTakenAsTheyAre() throws {
    let problem = try Self.resolve(history: Self.history())
    #expect(problem.history.load == Array(repeating: [0, 200, 0, 0, 0, 0, 200], count: 4).flatMap { $0 })
    #expect(problem.history.sessions.count == 8 && problem.assumptions.isEmpty)
    #expect(problem.limits.hard?.lastHardDay == nil && problem.model.historySpecificity == 1)
  }

  @Test func unknownDayIsTheUsualWeekdayUnlessItWasRest() throws {
    let gap = Self.history(missing: [-1, -6])  // a Sunday and a Tuesday
    let usual = try Self.resolve(history: gap)
    #expect(usual.history.load.suffix(7) == [0, 200, 0, 0, 0, 0, 200])
    #expect(usual.history.sessions == (try Self.resolve(history: Self.history())).history.sessions)
    #expect(usual.assumptions == ["History: unknown days (2 of 28) count as the athlete's usual weekday."])
    let rest = try Self.resolve(history: gap, more: "history_unknown: rest")
    #expect(rest.history.load.suffix(7) == [0, 0, 0, 0, 0, 0, 0])
    #expect(
      rest.assumptions == [
        "History: 7 days without training before the start; the first week is measured against 75 % of a usual one.",
        "History: unknown days (2 of 28) count as rest.",
        "The first 3 days are without hard and long sessions, after the days off.",
      ])
  }

  /// Where the coach says that an athlete trained on as usual, the sessions of those days count as well: the longest run is
  /// none of months ago.
  @Test func weeksThatAreUnknownWereAsUsual() throws {
    let usual = "history_unknown: usual"
    let unknown = Set(-30 ... -1)
    let problem = try Self.resolve(history: Self.history(from: -70, missing: unknown), more: usual)
    #expect(problem.history.sessions == (try Self.resolve(history: Self.history(from: -70))).history.sessions)
    #expect(problem.history.sessions.allSatisfy { $0.sport == "run" && $0.minutes == 40 })
    #expect(problem.assumptions == ["History: unknown days (30 of 70) count as the athlete's usual weekday."])
    let idle = try Self.resolve(
      history: Self.history(from: -70, missing: [-1], trainedUntil: -30), more: usual)
    #expect(idle.assumptions.first?.hasPrefix("No training in the last four weeks") == true)
    let old = try Self.resolve(history: Self.history(from: -100, missing: Set(-60 ... -1)), more: usual)
    #expect(old.assumptions.first?.hasPrefix("No training in the last four weeks") == true)
  }

  @Test func fourIdleWeeksAreANoviceStart() throws {
    let problem = try Self.resolve(history: Self.history(trainedUntil: -29))
    #expect(problem.history.load.reduce(0, +) > 0)
    #expect(problem.history.sessions.allSatisfy { $0.sport == "walk" && $0.minutes == 30 })
    #expect(problem.assumptions.first?.hasPrefix("No training in the last four weeks") == true)
  }

  @Test func withoutHistoryTheBaselineStandsForIt() throws {
    let problem = try Self.resolve()
    #expect(problem.history.load.count == 42)
    #expect(problem.history.sessions.count == 18)
    #expect(problem.history.sessions.filter { $0.minutes == 60 }.count == 6, "one long one a week")
    #expect(problem.assumptions == ["No history: the stated baseline counts as done in the last six weeks."])
  }

  @Test func withoutAnythingThePlanBeginsAsForANovice() throws {
    let problem = try PlanFileTests.resolve(PlanFileTests.least)
    #expect(
      problem.history.sessions.count == 18 && problem.history.sessions.allSatisfy { $0.sport == "walk" })
    #expect(problem.assumptions.first?.hasPrefix("No history and no baseline") == true)
  }

  @Test func hardDayOfTheHistoryIsRemembered() throws {
    let history = Self.history().replacing("2027-01-19,run,40,5", with: "2027-01-19,run,40,8")
    #expect(try Self.resolve(history: history).limits.hard?.lastHardDay == -6)
  }

  @Test func daysAfterTheStartAreLeftOut() throws {
    let problem = try Self.resolve(history: Self.history() + "\n2027-01-26,run,300,9")
    #expect(problem.history.load == (try Self.resolve(history: Self.history())).history.load)
    #expect(problem.history.sessions.count == 8)
  }
}
