import Testing
import TrainingLoad
import TrainingPlan

@testable import PlanFiles

/// The shipped limits files, `extends`, waivers, and what the layers make of them.
@Suite struct LimitsFileTests {
  static let names = ["run", "bike", "situps"]

  static func limits(_ text: String) throws -> LimitsFile {
    try LimitsFile(SourceFile(name: "l.yaml", text: text), names: names)
  }

  @Test(arguments: ["novice", "experienced", "returning", "youth", "masters-50"])
  func shippedProfileSaysWhatTheDefaultsSay(name: String) throws {
    let names = try CatalogueFile.standard().sportsAndFamilies
    let file = try LimitsFile(try Sample.file("Plans/limits/\(name).yaml"), names: names)
    let id = name == "masters-50" ? "masters" : name
    let profile = try #require(try Defaults.bundled(names: names).profile(id))
    #expect(file.settings.rules.mapValues(\.values) == profile.rules.mapValues(\.values))
    #expect(!file.title.isEmpty)
    #expect(file.extends?.path == "recreational.yaml")
  }

  @Test func recreationalFileSaysWhatIsUsual() throws {
    let names = try CatalogueFile.standard().sportsAndFamilies
    let file = try LimitsFile(try Sample.file("Plans/limits/recreational.yaml"), names: names)
    let usual = try #require(try Defaults.bundled(names: names).profile("usual"))
    for (rule, setting) in file.settings.rules {
      for (name, value) in setting.values {
        #expect(usual.rules[rule]?.values[name] == value, "\(rule).\(name)")
      }
    }
  }

  /// A limits file that a coach names must not undo what the athlete's age asks for.
  @Test(arguments: ["youth", "masters"]) func recreationalFileLeavesAgeAlone(profile: String) throws {
    let names = try CatalogueFile.standard().sportsAndFamilies
    let file = try LimitsFile(try Sample.file("Plans/limits/recreational.yaml"), names: names)
    let age = try #require(try Defaults.bundled(names: names).profile(profile))
    for (rule, setting) in age.rules {
      for name in setting.values.keys {
        #expect(file.settings.rules[rule]?.values[name] == nil, "\(rule).\(name)")
      }
    }
  }

  /// All rules but one: sessions that contradict themselves are no matter of policy.
  @Test func vocabularyIsThatOfTheRuleBook() throws {
    let policy = try RuleBookFile.standard().rules.map(\.id).filter { $0 != "session-data" }
    #expect(LimitVocabulary.rules.map(\.id) == policy)
  }

  /// `gradus explain` and the resolved problem must give the same numbers.
  @Test func usualNumbersAreThoseOfTheRuleBook() throws {
    let names = try CatalogueFile.standard().sportsAndFamilies
    let book = try RuleBookFile.standard()
    let usual = try #require(try Defaults.bundled(names: names).profile("usual"))
    let pairs: [(rule: String, number: String, key: String)] = [
      ("rest-days", "min_rest_days_per_7", "per_7_days"), ("rest-days", "rest_load_max", "mobility_load"),
      ("rest-run", "max_consecutive", "days"), ("single-session-spike", "spike_max", "max"),
      ("single-session-spike", "spike_window_days", "window_days"),
      ("new-longest", "records_per_week", "per_week"), ("weekly-rise", "weekly_growth_max", "max"),
      ("weekly-rise", "weekly_growth_allowance", "allowance"), ("fitness-ramp", "ctl_ramp_abs", "absolute"),
      ("fitness-ramp", "ctl_ramp_rel", "relative"), ("deload", "max_load_weeks", "max_load_weeks"),
      ("deload", "min_load_weeks", "min_load_weeks"), ("deload", "max_fraction", "max"),
      ("deload", "min_fraction", "min"), ("hard-spacing", "min_gap_days", "days"),
      ("hard-count", "max_per_week", "per_week"), ("intensity-share", "intense_share_max", "max"),
      ("form-on-the-day", "low", "min"), ("form-on-the-day", "high", "max"),
      ("monotony", "monotony_max", "max"), ("hip-load", "times_recent", "times_recent"),
      ("hip-load", "at_least", "at_least"), ("hip-streak", "day_threshold", "above"),
      ("hip-streak", "max_consecutive_days", "days"), ("hip-rise", "weekly_growth_max", "max"),
      ("hip-rise", "weekly_growth_allowance", "allowance"), ("hip-relief", "counter_base", "base"),
      ("variety", "min_families", "families"), ("variety", "min_minutes", "min_minutes"),
      ("variety", "max_share", "max_share"),
    ]
    for pair in pairs {
      let number = try #require(book[pair.rule]?.number(pair.number), "\(pair)")
      #expect(usual.number(pair.rule, pair.key) == number, "\(pair)")
    }
    for number in book["no-baseline"]?.numbers ?? [] {
      #expect(usual.number("no-baseline", number.name) == number.value)
    }
  }

  /// A number that a coach sets is one that the rule book knows; only the hours under 18 follow from the age.
  @Test func numbersOfTheVocabularyAreThoseOfTheRuleBook() throws {
    let book = try RuleBookFile.standard()
    for rule in LimitVocabulary.rules {
      for key in rule.keys {
        guard let number = key.number, number != "hours_per_week" else { continue }
        #expect(book[rule.id]?.number(number) != nil, "\(rule.id).\(key.name)")
      }
    }
  }

  /// What the review reads of the rule book, a coach can set; words and profiles of other rules are left out.
  @Test func everyNumberOfASignalCanBeSet() throws {
    let book = try RuleBookFile.standard()
    for rule in book.rules {
      for number in rule.numbers where ["info", "caution", "min_base", "min_sessions"].contains(number.name) {
        let isKnown = LimitVocabulary.rule(rule.id)?.keys.contains { $0.number == number.name }
        #expect(isKnown == true, "\(rule.id).\(number.name)")
      }
    }
  }

  /// What is shown can be copied into a limits file.
  @Test func changesCanBeCopied() throws {
    let book = try RuleBookFile.standard()
    let names = try CatalogueFile.standard().sportsAndFamilies
    for rule in book.rules {
      guard let begin = rule.change.firstRange(of: "In a limits file: ")?.upperBound else { continue }
      var depth = 0
      let end = rule.change[begin...].firstIndex { character in
        depth += character == "{" ? 1 : character == "}" ? -1 : 0
        return character == "}" && depth == 0
      }
      let example = rule.change[begin...(try #require(end, "\(rule.id)"))]
      let file = SourceFile(name: "l.yaml", text: "gradus-limits: 1\nrules: { \(example) }")
      let settings = try LimitsFile(file, names: names).settings
      #expect(settings.rules[rule.id]?.values.isEmpty == false, "\(rule.id)")
    }
  }

  @Test func everySportHasABaseline() throws {
    let catalogue = try CatalogueFile.standard()
    let usual = try #require(
      try Defaults.bundled(names: catalogue.sportsAndFamilies).profile("usual"))
    for sport in catalogue.sports { #expect(usual.number("no-baseline", sport) != nil, "\(sport)") }
  }

  @Test func nearerFileWins() throws {
    let files = [
      "a/b.yaml": "gradus-limits: 1\nextends: ../c.yaml\nrules: { monotony: { max: 1.8 } }",
      "c.yaml": """
      gradus-limits: 1
      rules: { monotony: { max: 1.5, sd: sample }, strain: off }
      waivers: [{ rule: monotony, until: 2027-02-01, reason: camp }]
      """,
    ]
    let chain = try LimitsChain(
      try LimitsFile(SourceFile(name: "a/b.yaml", text: files["a/b.yaml"] ?? ""), names: []),
      named: "a/b.yaml", names: []
    ) { path throws(FileError) in SourceFile(name: path, text: files[path] ?? "") }
    #expect(chain.settings.number("monotony", "max") == 1.8)
    #expect(chain.settings.word("monotony", "sd") == "sample")
    #expect(chain.settings.rules["monotony"]?.origin == "a/b.yaml:3")
    #expect(chain.settings.rules["strain"]?.effect == .off)
    #expect(chain.waivers.map(\.reason) == ["camp"])
  }

  @Test func circleIsRefused() throws {
    let first = try Self.limits("gradus-limits: 1\nextends: m.yaml")
    let error = #expect(throws: FileError.self) {
      try LimitsChain(first, named: "l.yaml", names: []) { path throws(FileError) in
        SourceFile(name: path, text: "gradus-limits: 1\nextends: ./l.yaml")
      }
    }
    #expect(
      error?.description
        == "m.yaml:2:10: the files extend each other in a circle: l.yaml → m.yaml → l.yaml; "
        + "expected a file that does not lead back here")
  }

  @Test func missingFileIsNamedWhereItIsAskedFor() throws {
    let first = try Self.limits("gradus-limits: 1\nextends: gone.yaml")
    let error = #expect(throws: FileError.self) {
      try LimitsChain(first, named: "x/l.yaml", names: []) { path throws(FileError) in
        throw FileError(file: path, mark: nil, "there is no such file")
      }
    }
    #expect(
      error?.description
        == "l.yaml:2:10: \"extends\" names the file x/gone.yaml, which cannot be read: there is no such file; "
        + "expected a path as seen from l.yaml")
  }

  @Test(arguments: [
    ("rules: { monotny: off }", "2:10: the key \"monotny\"", "monotony"),
    ("rules: { monotony: of }", "2:20: \"monotony\" is \"of\"", "off"),
    ("rules: { monotony: { maxx: 2 } }", "2:22: the key \"maxx\"", "max"),
    ("rules: { monotony: { max: 0.2 } }", "2:27: \"max\" is \"0.2\"; expected a number from 1 to 10", nil),
    ("rules: { monotony: { sd: sampel } }", "2:26: \"sd\" is \"sampel\"", "sample"),
    ("rules: { weekly-rise: { max: 10 } }", "2:30: \"max\" is \"10\"; expected a share", nil),
    ("rules: { weekly-rise: { max: 10 %% } }", "2:30: \"max\" is \"10 %%\"; expected a share", nil),
    ("rules: { no-baseline: { run: 20 } }", "2:30: \"run\" is \"20\"", "20m"),
    ("rules: { no-baseline: { rum: 20m } }", "2:25: the key \"rum\"", "run"),
    ("rules: { sport-cap: { run: { days: 3 } } }", "2:30: the key \"days\"", nil),
    ("rules: { red-flag: off }", "2:20: the rule \"red-flag\" always holds", nil),
    ("rules: { taper: { max: [] } }", "2:24: \"max\" is a list; expected 1 to 4 shares", nil),
    ("rules: { variety: { shares: { run: [60%, 20%] } } }", "2:36: \"run\" is a list", nil),
    ("waivers: [{ rule: monotony, reason: x }]", "2:11: \"waiver\" has no \"until\"", nil),
    ("waivers: [{ rule: monotony, until: 2027-02-30, reason: x }]", "2:36: there is no day 2027-02-30", nil),
    (
      "waivers: [{ rule: monotony, from: 2027-02-02, until: 2027-02-01, reason: x }]",
      "2:54: \"until\" is \"2027-02-01\"; expected a day from 2027-02-02 on", nil
    ),
    ("waivers: [{ rule: monotony, until: 2027-02-01 }]", "2:11: \"waiver\" has no \"reason\"", nil),
    ("waivers: [{ rule: monotonie, until: 2027-02-01, reason: x }]", "2:19: \"rule\" is", "monotony"),
    ("rules: { hip-share: { cautoin: 80% } }", "2:23: the key \"cautoin\"", "caution"),
    ("rules: { hip-share: { caution: 80 } }", "2:32: \"caution\" is \"80\"; expected a share", nil),
    ("rules: { thin-data: off }", "2:21: the rule \"thin-data\" always holds; expected its numbers", nil),
    ("rules: { thin-data: { effect: off } }", "2:23: the key \"effect\"", nil),
    (
      "waivers: [{ rule: monotony, until: 2027-02-01, dates: [2027-02-02], reason: x }]",
      "2:56: \"a day\" is \"2027-02-02\"; expected a day of the waiver, which ends on 2027-02-01", nil
    ),
    ("extends: [a]", "2:10: \"extends\" is a list", nil),
  ])
  func faultIsNamedWithItsPlace(body: String, says: String, suggests: String?) throws {
    let error = #expect(throws: FileError.self) { try Self.limits("gradus-limits: 1\n" + body) }
    let fault = try #require(error?.faults.first)
    #expect(fault.description.hasPrefix("l.yaml:" + says), "\(fault)")
    #expect(fault.suggestion == suggests, "\(fault)")
  }

  @Test func versionIsAsked() {
    #expect(throws: FileError.self) { try Self.limits("rules: {}") }
    #expect(throws: FileError.self) { try Self.limits("gradus-limits: 2") }
  }
}
