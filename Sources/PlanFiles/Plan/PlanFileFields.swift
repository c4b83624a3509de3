import TrainingLoad
import TrainingPlan

// The parts of a plan file, each read from the field that holds it.
extension Field {
  /// One line of text, and where it stands.
  func statedLine() throws(FileError) -> Stated<String> { Stated(try line(), at: self) }

  /// A length of time that is not nothing, and not more than two days, in minutes.
  func positiveMinutes() throws(FileError) -> Double {
    let time = try minutes()
    guard (1...2880).contains(time) else { throw wrong(expected: "more than 0m, and 48h at most") }
    return Double(time)
  }

  func athlete() throws(FileError) -> Athlete {
    var reader = try MappingReader(self)
    var athlete = Athlete(name: try reader.required("name").line())
    athlete.born = try reader.optional("born")?.int(in: 1900...2100)
    athlete.experience = try reader.optional("experience")?.word() ?? athlete.experience
    if let sitting = reader.optional("sitting") {
      let hours = try sitting.hours()
      guard hours <= 24 else { throw sitting.wrong(expected: "24h or less") }
      athlete.sittingHours = hours
    }
    athlete.zone = try reader.optional("zone")?.zone() ?? athlete.zone
    athlete.support = try reader.optional("support")?.word()
    try reader.finish()
    return athlete
  }

  /// A time zone in the form of the IANA names; whether there is one of that name is not looked up.
  private func zone() throws(FileError) -> String {
    let text = try line()
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      part.utf8.first.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "z") } ?? false
        && part.unicodeScalars.allSatisfy {
          $0.isASCII && ($0.properties.isAlphabetic || "_+-0123456789".unicodeScalars.contains($0))
        }
    }
    guard isName, parts.count > 1 || text == "UTC" else {
      throw wrong(expected: "a time zone such as Europe/Berlin, or UTC")
    }
    return text
  }

  func event() throws(FileError) -> PlanFile.Event {
    var reader = try MappingReader(self)
    let name = try reader.required("name").line()
    let sport = try reader.required("sport").statedLine()
    let date = try reader.required("date")
    let start = try reader.optional("start")?.minuteOfDay()
    let minutes = try reader.required("expected").positiveMinutes()
    let priority = try reader.optional("priority")?.word(PlanFile.Priority.self) ?? .a
    let legs = try reader.optional("legs")?.longSessions() ?? []
    try reader.finish()
    return PlanFile.Event(
      name: name, sport: sport, date: Stated(try date.day(), at: date), startMinute: start, minutes: minutes,
      priority: priority, legs: legs)
  }

  func baseline() throws(FileError) -> [PlanFile.Baseline] {
    try bySport { (sport, value) throws(FileError) in
      var reader = try MappingReader(value)
      let perWeek = try reader.required("per_week").int(in: 1...7)
      let minutes = try reader.required("minutes").positiveMinutes()
      let longest = try reader.optional("longest")?.positiveMinutes()
      try reader.finish()
      return PlanFile.Baseline(sport: sport, perWeek: perWeek, minutes: minutes, longest: longest)
    }
  }

  func limitsChoice() throws(FileError) -> PlanFile.LimitsChoice {
    isMapping ? .inline(self) : .file(try statedLine())
  }

  /// `1`, or `{ except: [weekly-rise] }`; nil for 0.
  func robustness() throws(FileError) -> Robustness? {
    guard isMapping else { return try int(in: 0...1) > 0 ? Robustness() : nil }
    var reader = try MappingReader(self)
    let except = try reader.required("except").items("except")
    try reader.finish()
    var robustness = Robustness()
    for rule in except { robustness.excepted.append(try rule.word(among: Robustness.rules)) }
    return robustness
  }

  func available() throws(FileError) -> Stated<[Weekday: Double]> {
    var reader = try MappingReader(self)
    var minutes: [Weekday: Double] = [:]
    for day in Weekday.allCases {
      guard let value = reader.optional(day.abbreviation) else { continue }
      let time = try value.minutes()
      guard time <= 24 * 60 else { throw value.wrong(expected: "24h or less") }
      minutes[day] = Double(time)
    }
    try reader.finish()
    guard minutes.values.contains(where: { $0 > 0 }) else {
      throw error(
        "no day is available for training", expected: "weekdays with times, such as { tue: 60m, sun: 2h }")
    }
    return Stated(minutes, at: self)
  }

  func blockedDays() throws(FileError) -> [PlanFile.Blocked] {
    var blocked: [PlanFile.Blocked] = []
    for item in try items() {
      var reader = try MappingReader(item)
      let from = try reader.required("from").day()
      let last = reader.optional("to")
      let why = try reader.optional("why")?.line() ?? ""
      let seated = try reader.optional("seated")?.hours()
      try reader.finish()
      let to = try last?.day() ?? from
      if let last, to < from { throw last.wrong(expected: "a day from \(from) on") }
      blocked.append(PlanFile.Blocked(from: from, to: to, why: why, seatedHours: seated))
    }
    return blocked
  }

  /// A list of weekdays, each once, in the order of the week.
  func distinctWeekdays() throws(FileError) -> [Weekday] {
    var days: [Weekday] = []
    for item in try items() {
      let day = try item.weekday()
      guard !days.contains(day) else {
        throw item.error("\(day.abbreviation) is here twice", expected: "it once")
      }
      days.append(day)
    }
    return days.sorted()
  }

  /// Sports with minutes: `{ bike: 3h, run: 60m }`.
  func longSessions() throws(FileError) -> [PlanFile.LongSession] {
    try bySport { (sport, value) throws(FileError) in
      PlanFile.LongSession(sport: sport, minutes: try value.positiveMinutes())
    }
  }

  /// `{ run: 25%, swim: { least: 10%, most: 40% } }`.
  func sportShares() throws(FileError) -> [PlanFile.SportShare] {
    try bySport { (sport, value) throws(FileError) in
      guard value.isMapping else { return PlanFile.SportShare(sport: sport, least: try value.share()) }
      var reader = try MappingReader(value)
      let least = try reader.optional("least")?.share() ?? 0
      let most = reader.optional("most")
      let share = PlanFile.SportShare(sport: sport, least: least, most: try most?.share() ?? 1)
      try reader.finish()
      guard share.most > 0, share.most >= share.least else {
        throw (most ?? value).wrong(expected: "more than 0 %, and no less than \"least\"")
      }
      return share
    }
  }

  /// `{ run: 3, swim: 2 }`.
  func sportDays() throws(FileError) -> [PlanFile.SportDays] {
    try bySport { (sport, value) throws(FileError) in
      PlanFile.SportDays(sport: sport, days: try value.int(in: 0...7))
    }
  }

  /// What a mapping says of each sport, in its order.
  private func bySport<Item>(
    _ item: (Stated<String>, Field) throws(FileError) -> Item
  ) throws(FileError) -> [Item] {
    var items: [Item] = []
    for (sport, mark, value) in try entries() {
      items.append(try item(Stated(sport, at: key(sport, at: mark)), value))
    }
    return items
  }

  func sessionChoices() throws(FileError) -> [PlanFile.SessionChoice] {
    var choices: [PlanFile.SessionChoice] = []
    for item in try items("session") {
      let choice = try item.sessionChoice()
      guard !choices.contains(where: { $0.id.value == choice.id.value }) else {
        throw choice.id.field.error("the session \"\(choice.id.value)\" is here twice", expected: "it once")
      }
      choices.append(choice)
    }
    guard !choices.isEmpty else { throw wrong(expected: "at least one session of the catalogue") }
    return choices
  }

  private func sessionChoice() throws(FileError) -> PlanFile.SessionChoice {
    guard isMapping else { return PlanFile.SessionChoice(id: try statedLine(), narrowing: Narrowing()) }
    let lines = try entries()
    guard lines.count == 1, let (id, mark, bounds) = lines.first else {
      throw wrong(expected: "one session with its bounds, such as run-easy: { max_minutes: 50 }")
    }
    var reader = try MappingReader(bounds)
    var narrowing = Narrowing()
    narrowing.minMinutes = try reader.optional("min_minutes")?.sessionMinutes()
    narrowing.maxMinutes = try reader.optional("max_minutes")?.sessionMinutes()
    narrowing.maxPerWeek = try reader.optional("max_per_week")?.int(in: 1...14)
    narrowing.weekdays = try reader.optional("weekdays")?.distinctWeekdays()
    let least = reader.optional("min_per_week")
    let minPerWeek = try least?.int(in: 0...7)
    try reader.finish()
    return PlanFile.SessionChoice(
      id: Stated(id, at: key(id, at: mark)), narrowing: narrowing, bounds: bounds.without("min_per_week"),
      minPerWeek: least.flatMap { field in minPerWeek.map { Stated($0, at: field) } })
  }

  /// Minutes as a plain number, since the key says so.
  private func sessionMinutes() throws(FileError) -> Double { Double(try int(in: 1...1440)) }

  /// The mapping without one of its keys.
  private func without(_ key: String) -> Field {
    guard case .mapping(let entries) = node.content else { return self }
    let others = entries.filter { $0.key != key }
    return Field(file: file, name: name, node: Node(mark: mark, content: .mapping(others)))
  }

  /// A key of this mapping as a value of its own, for errors.
  private func key(_ text: String, at mark: Mark) -> Field {
    Field(file: file, name: name, node: Node(mark: mark, content: .scalar(text, isQuoted: true)))
  }
}
