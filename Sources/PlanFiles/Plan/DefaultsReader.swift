import TrainingPlan

extension Defaults {
  /// The defaults that come with the product.
  static func bundled(names: [String]) throws(FileError) -> Defaults {
    try Defaults(SourceFile(name: "defaults.json", bytes: EmbeddedData.defaults), names: names)
  }

  /// Reads a file of defaults.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - names: The sports and families that limits may be given for.
  /// - Throws: `FileError` where a row lacks its grade or source, or says what no limits file may say.
  init(_ source: SourceFile, names: [String]) throws(FileError) {
    var reader = try MappingReader(try source.document())
    _ = reader.optional("about")
    let limits = LimitsReader(names: names)
    profiles = []
    for item in try reader.required("profiles").items() {
      profiles.append(try Profile(item, limits: limits))
    }
    tapers = []
    for item in try reader.required("tapers").items() { tapers.append(try Taper(item, limits: limits)) }
    goals = []
    for item in try reader.required("goals").items() { goals.append(try Goal(item)) }
    legs = []
    for item in try reader.required("legs").items() { legs.append(try Leg(item)) }
    var balance = try MappingReader(try reader.required("balance"))
    self.balance = Balance(
      least: try balance.required("least").double(in: 0...1),
      most: try balance.required("most").double(in: 1...10))
    try balance.finishGraded()
    var frequency = try MappingReader(try reader.required("frequency"))
    self.frequency = Frequency(
      most: try frequency.required("most").int(in: 0...7),
      strength: try frequency.required("strength").int(in: 0...7),
      weeks: try frequency.required("weeks").int(in: 1...26))
    try frequency.finishGraded()
    sessionMinutes = [:]
    for item in try reader.required("session_minutes").items() {
      var row = try MappingReader(item)
      var byExperience: [Athlete.Experience: Double] = [:]
      let sport = try row.required("sport").line()
      for experience in Athlete.Experience.allCases {
        byExperience[experience] = try row.required(experience.rawValue).positiveMinutes()
      }
      try row.finish()
      sessionMinutes[sport] = byExperience
    }
    var easy = try MappingReader(try reader.required("easy_beside_long"))
    easyBesideLong = try easy.required("share").double(in: 0...1)
    try easy.finishGraded()
    perWeek = try SessionsPerWeek(try reader.required("sessions_per_week"))
    history = try HistoryNeeds(try reader.required("history"))
    sessions = [:]
    for entry in try reader.required("sessions").entries() {
      sessions[entry.key] = []
      for item in try entry.value.items() { sessions[entry.key]?.append(try item.line()) }
    }
    tuneUps = try Defaults.TuneUps(try reader.required("tune_ups"))
    try reader.finish()
  }
}

extension Defaults.TuneUps {
  init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    _ = reader.optional("about")
    (tapers, minutesAnEasyDay) = ([:], [:])
    for item in try reader.required("tapers").items() {
      var row = try MappingReader(item)
      let priority: TuneUp.Priority = try row.required("priority").word()
      minutesAnEasyDay[priority] = try row.required("minutes_an_easy_day").int(in: 1...1440)
      tapers[priority] = TuneUp.ShortTaper(
        noHardDays: try row.required("no_hard_days").int(in: 0...28),
        noLongDays: try row.required("no_long_days").int(in: 0...28),
        loadDays: try row.required("load_days").int(in: 0...14),
        loadShare: try row.required("load_share").share(),
        easyDaysAfter: try row.required("easy_days_after").int(in: 0...28),
        loadShareAfter: try row.required("load_share_after").share())
      try row.finishGraded()
    }
    var effort = try MappingReader(try reader.required("effort"))
    sRPE = try effort.required("srpe").double(in: 1...10)
    try effort.finishGraded()
    activities = [:]
    for item in try reader.required("activities").items() {
      var row = try MappingReader(item)
      activities[try row.required("sport").line()] = try row.required("activity").line()
      try row.finishGraded()
    }
    try reader.finish()
  }
}

extension Defaults.Profile {
  init(_ field: Field, limits: LimitsReader) throws(FileError) {
    var reader = try MappingReader(field)
    id = try reader.required("id").line()
    _ = try reader.required("for").line()
    settings = LimitSettings()
    for item in try reader.required("rows").items() {
      settings.overlay(try limits.graded(item))
    }
    try reader.finish()
  }
}

extension Defaults.Taper {
  init(_ field: Field, limits: LimitsReader) throws(FileError) {
    var reader = try MappingReader(field)
    priority = try reader.required("priority").word()
    upTo = try reader.required("up_to").positiveMinutes()
    settings = try limits.graded(field, rule: "taper", beside: ["priority", "up_to"])
  }
}

extension Defaults.Goal {
  init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    sport = try reader.required("sport").line()
    upTo = try reader.required("up_to").positiveMinutes()
    share = try reader.required("share").share()
    atLeast = try reader.required("at_least").positiveMinutes()
    atMost = try reader.required("at_most").positiveMinutes()
    longest = try reader.required("longest").double(in: 0.1...4)
    earliest = try reader.required("earliest").int(in: 1...100)
    latest = try reader.required("latest").int(in: 1...100)
    try reader.finishGraded()
  }
}

extension Defaults.Leg {
  init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    event = try reader.required("event").line()
    sport = try reader.required("sport").line()
    share = try reader.required("share").share()
    try reader.finishGraded()
  }
}

extension Defaults.SessionsPerWeek {
  init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    intense = try reader.required("intense").int(in: 1...7)
    strengthAlone = try Self.range(try reader.required("strength_alone"))
    strengthShared = try Self.range(try reader.required("strength_shared"))
    support = try reader.required("support").int(in: 1...7)
    _ = reader.optional("about")
    try reader.finish()
  }

  private static func range(_ field: Field) throws(FileError) -> ClosedRange<Int> {
    let items = try field.items()
    guard items.count == 2 else { throw field.wrong(expected: "two numbers") }
    let low = try items[0].int(in: 0...7)
    return low...(try items[1].int(in: low...7))
  }
}

extension Defaults.HistoryNeeds {
  init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    keptDays = try reader.required("kept_days").int(in: 28...366)
    leastDays = try reader.required("least_days").int(in: 28...keptDays)
    leastKnown = try reader.required("least_known").int(in: 1...leastDays)
    largestGap = try reader.required("largest_gap").int(in: 0...28)
    otherSportShare = try reader.required("other_sport_share").share()
    var start = try MappingReader(try reader.required("novice_start"))
    noviceStart = Defaults.Week(
      sport: try start.required("sport").line(), perWeek: try start.required("per_week").int(in: 1...7),
      minutes: try start.required("minutes").positiveMinutes())
    try start.finish()
    _ = reader.optional("about")
    try reader.finish()
  }
}

extension MappingReader {
  /// Ends a row of the defaults: it has a grade and a source, and nothing else.
  fileprivate mutating func finishGraded() throws(FileError) {
    _ = try required("grade").word(among: RuleDescription.Grade.allCases.map(\.rawValue))
    _ = try required("source").line()
    try finish()
  }
}

extension LimitsReader {
  /// A row of the defaults: `{ rule, its numbers, grade, source }`.
  func graded(_ field: Field) throws(FileError) -> LimitSettings {
    var reader = try MappingReader(field)
    let rule = try reader.required("rule").word(among: LimitVocabulary.rules.map(\.id))
    return try graded(field, rule: rule, beside: ["rule"])
  }

  /// The numbers of `rule` in a row that also has `beside`, a grade and a source.
  func graded(_ field: Field, rule: String, beside: [String]) throws(FileError) -> LimitSettings {
    var grades = try MappingReader(field)
    let grade = try grades.required("grade")
    _ = try grade.word(among: RuleDescription.Grade.allCases.map(\.rawValue))
    _ = try grades.required("source").line()
    let others = beside + ["grade", "source"]
    guard case .mapping(let entries) = field.node.content else { throw field.wrong(expected: "a mapping") }
    let numbers = Node(mark: field.mark, content: .mapping(entries.filter { !others.contains($0.key) }))
    let line = Node.Entry(key: rule, mark: field.mark, value: numbers)
    return try settings(
      Field(file: field.file, name: rule, node: Node(mark: field.mark, content: .mapping([line]))))
  }
}
