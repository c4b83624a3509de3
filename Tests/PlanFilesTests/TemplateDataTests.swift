import PlanFiles
import TrainingPlan
import Testing

@Suite struct TemplateDataTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try CatalogueFile.standard() }

  @Test func coversEveryGroup() {
    let bySport = Dictionary(grouping: catalogue.entries, by: \.sport).mapValues(\.count)
    let least = [
      "run": 12, "bike": 8, "swim": 6, "row": 2, "walk": 4, "hike": 2, "ruck": 1, "strength": 5, "upper": 1,
      "core": 3, "situps": 1, "elliptical": 1, "aqua": 1, "xc-ski": 1, "skate": 1, "court": 1, "mobility": 8,
    ]
    for (sport, count) in least { #expect(bySport[sport] ?? 0 >= count, "\(sport)") }
    #expect(catalogue.entries.count >= 50)
    #expect(Set(catalogue.entries.map(\.id)).count == catalogue.entries.count)
    for id in ["run-easy", "run-long", "run-intervals", "strength-hip", "swim-easy", "mobility"] {
      #expect(catalogue.entry(id) != nil, "\(id)")
    }
  }

  @Test func effortsAndFlagsAgree() {
    for entry in catalogue.entries {
      #expect((0.5...8).contains(entry.sRPE), "\(entry.id): \(entry.sRPE)")
      if entry.isIntense { #expect(entry.isHard && entry.sRPE >= 5, "\(entry.id)") }
      if entry.isHard { #expect(entry.sRPE >= 3.5 && entry.maxPerWeek != nil, "\(entry.id)") }
      if entry.isLong { #expect(entry.isHard && entry.maxPerWeek == 1, "\(entry.id)") }
      if !entry.isHard { #expect(entry.sRPE <= 5, "\(entry.id)") }
      for step in entry.steps {
        let text = step.pattern.text.lowercased()
        if text.contains("easy") { #expect(step.pattern.effort < 4, "\(text)") }
        if text.hasPrefix("hard") { #expect(step.pattern.effort >= 7.5, "\(text)") }
      }
    }
  }

  /// A rest day's load may be 30 AU at most; what is allowed on it stays below that at any length.
  @Test func restfulSessionsStayBelowTheLoadOfARestDay() {
    let restful = catalogue.entries.filter(\.isRestful)
    #expect(restful.count >= 4)
    for entry in restful {
      #expect(entry.sRPE * entry.maxMinutes <= 30 && entry.hipPerMinute == 0, "\(entry.id)")
    }
  }

  /// The guide values of plans that coaches have signed: easy 3, long 4, tempo 6, intervals 7, ...
  @Test func sessionEffortsAreThoseThatCoachesExpect() {
    let expected = [
      "run-recovery": 2, "run-easy": 3, "run-long": 4, "run-tempo": 6, "run-intervals": 7, "bike-easy": 3,
      "bike-long": 4, "bike-intervals": 6.5, "swim-easy": 3, "walk-easy": 2, "strength-hip": 4, "mobility": 1,
    ]
    for (id, effort) in expected { #expect(catalogue.entry(id)?.sRPE == effort, "\(id)") }
  }

  @Test func hipExposureFollowsTheActivities() throws {
    #expect(catalogue.entry("run-easy")?.hipPerMinute == 1)
    // 0.4 x 1.00 easy + 0.6 x (240 s x 1.66 + 120 s x 1.00) / 360 s
    #expect(catalogue.entry("run-intervals")?.hipPerMinute == 1.264)
    // 0.25 x (32 s x 0.35) / (32 s + 60 s) + 0.15 x 0.32: 8 repetitions at 15 a minute take 32 s
    #expect(catalogue.entry("strength-hip")?.hipPerMinute == 0.0784)
    #expect(catalogue.entry("swim-easy")?.reliefPerMinute == 0.25)
    #expect(catalogue.entry("mobility")?.reliefPerMinute == 1)
    #expect(catalogue.entry("bike-easy")?.staticPerMinute == 0.5)
  }

  @Test func nobodyHoldsTheFeet() {
    for entry in catalogue.entries {
      #expect(entry.steps.allSatisfy { $0.activity.id != "situp_held" }, "\(entry.id)")
    }
    #expect(catalogue.entry("sit-up-practice")?.steps.first?.pattern.text.contains("feet free") == true)
  }

  /// At its shortest and its longest, a session gives each position the time that the articles name.
  @Test func positionsGetTheirTime() {
    let minutes: [String: ClosedRange<Double>] = [
      "constructive_rest": 10...20, "edge_of_bed": 2...20, "hipflexor_stretch": 0.4...20, "cobra": 0.2...20,
      "pigeon": 0.4...20,
    ]
    for entry in catalogue.entries {
      for step in entry.steps {
        guard let range = minutes[step.activity.id] else { continue }
        #expect(range.contains(step.pattern.share * entry.minMinutes), "\(entry.id) \(step.pattern.text)")
        #expect(range.contains(step.pattern.share * entry.maxMinutes), "\(entry.id) \(step.pattern.text)")
      }
      let chair = entry.steps.filter { $0.activity.id == "legs_on_chair" }.map(\.pattern.share).max()
      if let chair { #expect(chair * entry.minMinutes >= 5, "\(entry.id)") }
    }
  }

  /// Numbers in support work are those of the routine library: none is invented.
  @Test func supportWorkQuotesOnlyTheArticles() {
    let doses = ["10-30 s a side", "10-30 s", "60 s or more a side", "10-20 min", "5 min or more"]
    for entry in catalogue.entries where entry.role == .support {
      for step in entry.steps where step.pattern.text.contains(where: \.isNumber) {
        #expect(doses.contains { step.pattern.text.contains($0) }, "\(step.pattern.text)")
      }
    }
  }

  @Test(arguments: ["run", "bike", "swim", "triathlon", "hike", "fitness-test", "row", "unheard-of"])
  func everySessionCanBeWrittenOut(event: String) {
    for entry in catalogue.entries {
      let template = entry.template(for: event)
      #expect((0...1.25).contains(template.specificity), "\(entry.id)")
      for length in [
        entry.minMinutes, ((entry.minMinutes + entry.maxMinutes) / 2).rounded(), entry.maxMinutes,
      ] {
        let steps = template.steps(lasting: Int(length))
        #expect(steps.reduce(0) { $0 + $1.minutes } == Int(length), "\(entry.id)")
        #expect(steps.count == entry.steps.count, "\(entry.id): a step is lost at \(length) min")
      }
    }
  }

  /// A set of one is no set: even the shortest session repeats its work.
  @Test func setsAreSets() {
    for entry in catalogue.entries {
      let written = entry.template(for: "run").steps(lasting: Int(entry.minMinutes))
      for (step, text) in zip(entry.steps, written.map(\.text)) where step.pattern.repeats != nil {
        #expect(!text.hasPrefix("1 x"), "\(entry.id): \(text)")
        #expect(text.hasSuffix(" between"), "\(entry.id): \(text)")
      }
    }
  }

  @Test func sessionsReadLikeACoachWritesThem() throws {
    let intervals = try #require(catalogue.entry("run-intervals")).template(for: "run").steps(lasting: 50)
    #expect(
      intervals == [
        Step(text: "Warm-up: easy jog", minutes: 13, effort: "comfortable, you can talk"),
        Step(text: "5 x 4 min hard, even pace, 2 min easy jog between", minutes: 30, effort: "very hard"),
        Step(text: "Cool-down: easy jog", minutes: 7, effort: "easy, full sentences"),
      ])
  }

  /// Someone who has never done a sport can begin it: a session starts at or below the sport's baseline.
  @Test func everySportCanBeBegun() throws {
    let baselines = try #require(try RuleBookFile.standard()["no-baseline"]).numbers
    let sports = Set(catalogue.entries.map(\.sport))
    #expect(sports == Set(baselines.map(\.name)))
    for baseline in baselines {
      let shortest = catalogue.entries.filter { $0.sport == baseline.name && !$0.isHard }.map(\.minMinutes)
        .min()
      if baseline.name == "ruck" || baseline.name == "court" { continue }  // hard by nature
      #expect(shortest ?? .infinity <= baseline.value, "\(baseline.name)")
    }
  }

  @Test func purposesReadAfterWhy() {
    for entry in catalogue.entries {
      #expect(entry.purpose.first?.isLowercase == true && entry.purpose.last?.isLetter == true, "\(entry.id)")
    }
  }
}
