import TrainingLoad
import TrainingPlan

// The parts of a problem, each read and written by the same keys.

extension PlanProblem.Event {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let sport = try keys.required("sport").line()
    self.init(
      name: try keys.optional("name")?.line() ?? sport,
      sport: sport,
      minutes: try keys.optional("minutes")?.double(in: 0...10_000) ?? 60,
      dayIndex: try keys.required("day_index").int(in: 1...799),
      startMinute: try keys.optional("start")?.minuteOfDay())
  }

  var json: JSONValue {
    .record([
      "sport": .text(sport), "minutes": .number(minutes), "name": .text(name),
      "day_index": .number(dayIndex), "start": startMinute.map(TimeText.clock).map(JSONValue.text),
    ])
  }
}

extension PlanProblem.History {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let loads = try keys.required("load")
    let load = try loads.amounts()
    guard (28...4000).contains(load.count) else {
      throw loads.error("\"load\" has \(load.count) days", expected: "from 28 to 4000 daily loads")
    }
    var hip = Array(repeating: 0.0, count: load.count)
    if let field = keys.optional("hip") {
      hip = try field.amounts()
      guard hip.count == load.count else {
        throw field.error(
          "\"hip\" has \(hip.count) days and \"load\" has \(load.count)", expected: "a value for each day")
      }
    }
    let sessions = try keys.optional("sessions")?.items("a session") ?? []
    self.init(load: load, hip: hip, sessions: try sessions.map(PlanProblem.PastSession.init))
  }

  var json: JSONValue {
    .record([
      "load": .numbers(load), "hip": .numbers(hip), "sessions": .array(sessions.map(\.json)),
    ])
  }
}

extension PlanProblem.PastSession {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let day = try keys.required("day")
    guard try (-100_000 ... -1).contains(day.int()) else {
      throw day.wrong(expected: "a day before the start, -1 or less")
    }
    self.init(
      day: try day.int(),
      sport: try keys.required("sport").line(),
      minutes: try keys.required("minutes").double(in: 0...10_000))
  }

  var json: JSONValue {
    .record(["day": .number(day), "sport": .text(sport), "minutes": .number(minutes)])
  }
}

extension PlanProblem.Availability {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    var week = try MappingReader(try keys.required("minutes"))
    var minutes: [Double] = []
    for day in Weekday.allCases {
      minutes.append(try week.required(day.abbreviation).double(in: 0...1440))
    }
    self.init(
      minutes: minutes,
      maxSessionsPerDay: try keys.optional("max_sessions_per_day")?.count() ?? 2,
      blockedDays: try keys.optional("blocked_days")?.items("a blocked day").map { day throws(FileError) in
        try day.int()
      } ?? [],
      absences: try keys.optional("absences")?.items("an absence").map(PlanProblem.Absence.init) ?? [])
  }

  var json: JSONValue {
    let week = zip(Weekday.allCases, minutes).map { JSONValue.Member($0.abbreviation, .number($1)) }
    return .record([
      "minutes": .object(week), "max_sessions_per_day": .number(maxSessionsPerDay),
      "blocked_days": .array(blockedDays.map { .number($0) }),
      "absences": absences.isEmpty ? nil : .array(absences.map(\.json)),
    ])
  }
}

extension PlanProblem.Absence {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let last = try keys.required("to_day")
    self.init(
      firstDay: try keys.required("from_day").int(in: 0...799), lastDay: try last.int(in: 0...799),
      reason: try keys.optional("why")?.line() ?? "",
      seatedHours: try keys.optional("seated_hours")?.double(in: 0...48))
    guard lastDay >= firstDay else { throw last.wrong(expected: "a day from \(firstDay) on") }
  }

  var json: JSONValue {
    .record([
      "from_day": .number(firstDay), "to_day": .number(lastDay),
      "why": reason.isEmpty ? nil : .text(reason), "seated_hours": seatedHours.map(JSONValue.number),
    ])
  }
}

extension PlanProblem.RestDays {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      minPer7: try keys.required("min_rest_days_per_7").int(in: 0...7),
      loadMax: try keys.optional("rest_load_max")?.amount() ?? 30,
      maxConsecutive: try keys.optional("max_consecutive")?.count(),
      fixed: try keys.optional("fixed_weekdays")?.weekdays() ?? [],
      wished: try keys.optional("wish_weekdays")?.weekdays() ?? [],
      wishWeight: try keys.optional("wish_weight")?.amount() ?? 0)
  }

  var json: JSONValue {
    .record([
      "min_rest_days_per_7": .number(minPer7), "rest_load_max": .number(loadMax),
      "max_consecutive": maxConsecutive.map(JSONValue.number),
      "fixed_weekdays": .texts(fixed.map(\.abbreviation)),
      "wish_weekdays": .texts(wished.map(\.abbreviation)), "wish_weight": .number(wishWeight),
    ])
  }
}

extension PlanProblem.Goal {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let sessions = try keys.optional("min_long")?.items("a long session") ?? []
    self.init(
      longSessions: try sessions.map(PlanProblem.LongSession.init),
      minFitness: try keys.optional("min_ctl_event")?.amount())
  }

  var json: JSONValue {
    .record([
      "min_long": .array(longSessions.map(\.json)), "min_ctl_event": minFitness.map(JSONValue.number),
    ])
  }
}

extension PlanProblem.LongSession {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let window = try keys.required("window_days_before")
    let days = try window.items("a day")
    guard days.count == 2, try days[0].count() <= days[1].count() else {
      throw window.error("the window is not clear", expected: "two numbers of days, the smaller first")
    }
    self.init(
      sport: try keys.required("sport").line(),
      minutes: try keys.required("minutes").double(in: 0...10_000),
      latestDaysBefore: try days[0].count(), earliestDaysBefore: try days[1].count())
  }

  var json: JSONValue {
    let window: [JSONValue] = [.number(latestDaysBefore), .number(earliestDaysBefore)]
    return .record([
      "sport": .text(sport), "minutes": .number(minutes), "window_days_before": .array(window),
    ])
  }
}

extension PlanProblem.ResponseModel {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      fitnessDays: try keys.optional("tau_fitness")?.double(in: 1...1000) ?? 42,
      fatigueDays: try keys.optional("tau_fatigue")?.double(in: 1...1000) ?? 7,
      kappa: try keys.optional("kappa")?.amount() ?? 1.0 / 3,
      historySpecificity: try keys.optional("history_specificity")?.amount() ?? 1,
      smoothing: try keys.optional("smoothing")?.word(Smoothing.self) ?? .reciprocal)
  }

  var json: JSONValue {
    .record([
      "tau_fitness": .number(fitnessDays), "tau_fatigue": .number(fatigueDays), "kappa": .number(kappa),
      "history_specificity": .number(historySpecificity), "smoothing": .text(smoothing.rawValue),
    ])
  }
}

extension Field {
  /// A list of numbers from 0.
  func amounts() throws(FileError) -> [Double] {
    try items().map { item throws(FileError) in try item.amount() }
  }

  /// A list of weekdays.
  func weekdays() throws(FileError) -> [Weekday] {
    try items().map { item throws(FileError) in try item.weekday() }
  }
}
