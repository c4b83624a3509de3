import TrainingLoad
import TrainingPlan

// What a resolved plan adds to a bare problem: who trains, the coach's terms, the calendar, the policy.

extension Athlete {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      name: try keys.required("name").line(),
      born: try keys.optional("born")?.int(in: 1900...2100),
      experience: try keys.optional("experience")?.word(Experience.self) ?? .recreational,
      sittingHours: try keys.optional("sitting_hours")?.double(in: 0...24),
      zone: try keys.optional("zone")?.line() ?? "UTC",
      support: try keys.optional("support")?.word(Routine.Track.self))
  }

  var json: JSONValue {
    .record([
      "name": .text(name), "born": born.map(JSONValue.number), "experience": .text(experience.rawValue),
      "sitting_hours": sittingHours.map(JSONValue.number), "zone": .text(zone),
      "support": support.map { .text($0.rawValue) },
    ])
  }
}

extension Coaching {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init()
    if let field = keys.optional("round_minutes") { roundMinutes = try field.int(in: 1...60) }
    if let field = keys.optional("round_price") { roundPrice = try field.amount() }
    if let field = keys.optional("endurance_per_day") { endurancePerDay = try field.count() }
    if let field = keys.optional("rhythm_price") { rhythmPrice = try field.amount() }
    if let field = keys.optional("strength_before_hard_price") {
      strengthBeforeHardPrice = try field.amount()
    }
    if let field = keys.optional("strength_on_long_day_price") {
      strengthOnLongDayPrice = try field.amount()
    }
    if let field = keys.optional("strength_in_a_row_price") { strengthInARowPrice = try field.amount() }
    if let field = keys.optional("no_strength_before_event_days") {
      noStrengthBeforeEventDays = try field.count()
    }
    if let field = keys.optional("no_long_before_event_days") { noLongBeforeEventDays = try field.count() }
    if let field = keys.optional("long_taper") {
      longTaper = try field.items("a step of the taper").map(LongTaper.init)
    }
    if let field = keys.optional("long_in_deload") { longInDeload = try field.amount() }
    if let field = keys.optional("weekly_long_price") { weeklyLongPrice = try field.amount() }
    if let field = keys.optional("second_long_price") { secondLongPrice = try field.amount() }
    if let field = keys.optional("opener_price") { openerPrice = try field.amount() }
    if let field = keys.optional("taper_volume") {
      taperVolume = try field.items("a share of a usual week").map { item throws(FileError) in
        try item.amount()
      }
    }
    if let field = keys.optional("taper_volume_price") { taperVolumePrice = try field.amount() }
    if let field = keys.optional("same_hard_price") { sameHardPrice = try field.amount() }
    if let field = keys.optional("easy_days_after_absence") { easyDaysAfterAbsence = try field.count() }
    if let field = keys.optional("first_week_back") {
      firstWeekBack = try field.items("a number of days off").map(WeekBack.init)
    }
    if let field = keys.optional("calm_days") {
      calmDays = try field.items("a day of the plan").map { item throws(FileError) in try item.count() }
    }
    hardInDeload = try keys.optional("hard_in_deload")?.count()
    intenseInBuild = try keys.optional("intense_in_build")?.count()
    if let field = keys.optional("intense_in_build_price") { intenseInBuildPrice = try field.amount() }
    if let field = keys.optional("intense_in_taper") { intenseInTaper = try field.count() }
    if let field = keys.optional("intense_in_taper_price") { intenseInTaperPrice = try field.amount() }
    if let field = keys.optional("nothing_new_days") { nothingNewDays = try field.count() }
    if let field = keys.optional("session_price") { sessionPrice = try field.amount() }
    if let field = keys.optional("watch_price") { watchPrice = try field.amount() }
    if let field = keys.optional("watched") { watched = try WatchedLevels(field) }
    if let field = keys.optional("balance_price") { balancePrice = try field.amount() }
    if let field = keys.optional("balance") {
      balance = try field.items("the share of a sport").map(SportShare.init)
    }
    if let field = keys.optional("frequency_price") { frequencyPrice = try field.amount() }
    if let field = keys.optional("frequency") {
      frequency = try field.items("the days of a sport").map(SportDays.init)
    }
  }

  var json: JSONValue {
    .record([
      "round_minutes": .number(roundMinutes), "round_price": .number(roundPrice),
      "endurance_per_day": .number(endurancePerDay),
      "rhythm_price": .number(rhythmPrice),
      "strength_before_hard_price": .number(strengthBeforeHardPrice),
      "strength_on_long_day_price": .number(strengthOnLongDayPrice),
      "strength_in_a_row_price": .number(strengthInARowPrice),
      "no_strength_before_event_days": .number(noStrengthBeforeEventDays),
      "no_long_before_event_days": .number(noLongBeforeEventDays),
      "long_taper": .array(longTaper.map(\.json)), "long_in_deload": .number(longInDeload),
      "weekly_long_price": .number(weeklyLongPrice), "second_long_price": .number(secondLongPrice),
      "same_hard_price": .number(sameHardPrice), "opener_price": .number(openerPrice),
      "taper_volume": .array(taperVolume.map(JSONValue.number)),
      "taper_volume_price": .number(taperVolumePrice),
      "hard_in_deload": hardInDeload.map(JSONValue.number),
      "easy_days_after_absence": .number(easyDaysAfterAbsence),
      "first_week_back": .array(firstWeekBack.map(\.json)),
      "calm_days": calmDays.isEmpty ? nil : .array(calmDays.map(JSONValue.number)),
      "intense_in_build": intenseInBuild.map(JSONValue.number),
      "intense_in_build_price": .number(intenseInBuildPrice),
      "intense_in_taper": .number(intenseInTaper), "intense_in_taper_price": .number(intenseInTaperPrice),
      "nothing_new_days": .number(nothingNewDays), "session_price": .number(sessionPrice),
      "watch_price": .number(watchPrice), "watched": watched.json, "balance_price": .number(balancePrice),
      "balance": .array(balance.map(\.json)), "frequency_price": .number(frequencyPrice),
      "frequency": .array(frequency.map(\.json)),
    ])
  }
}

extension Coaching.SportShare {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      sport: try keys.required("sport").line(), least: try keys.required("least").double(in: 0...1),
      most: try keys.optional("most")?.double(in: 0.01...1) ?? 1)
  }

  var json: JSONValue {
    .record(["sport": .text(sport), "least": .number(least), "most": .number(most)])
  }
}

extension Coaching.SportDays {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(sport: try keys.required("sport").line(), days: try keys.required("days").int(in: 0...7))
  }

  var json: JSONValue { .record(["sport": .text(sport), "days": .number(days)]) }
}

extension Coaching.WeekBack {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      days: try keys.required("days").int(in: 1...365), share: try keys.required("share").double(in: 0...1))
  }

  var json: JSONValue { .record(["days": .number(days), "share": .number(share)]) }
}

extension Coaching.LongTaper {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      days: try keys.required("days").count(), fraction: try keys.required("fraction").double(in: 0...1))
  }

  var json: JSONValue { .record(["days": .number(days), "fraction": .number(fraction)]) }
}

extension Robustness {
  /// `1`, or `{ misses: 1, spared: [hip-rise], excepted: [goal] }`; nil for 0.
  init?(_ field: Field) throws(FileError) {
    guard field.isMapping else {
      guard try field.int(in: 0...1) > 0 else { return nil }
      self.init()
      return
    }
    var keys = try MappingReader(field)
    self.init(misses: try keys.optional("misses")?.int(in: 1...1) ?? 1)
    for item in try keys.optional("spared")?.items("a rule") ?? [] { spared.append(try item.line()) }
    for item in try keys.optional("excepted")?.items("a rule") ?? [] { excepted.append(try item.line()) }
  }

  var json: JSONValue {
    .record([
      "misses": .number(misses), "spared": .texts(spared),
      "excepted": excepted.isEmpty ? nil : .texts(excepted),
    ])
  }
}

extension CalendarWishes {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init()
    if let field = keys.optional("start") {
      var week = try MappingReader(field)
      for day in Weekday.allCases {
        startMinute[day.rawValue] = try week.optional(day.abbreviation)?.minuteOfDay()
      }
    }
    alarmMinutes = try keys.optional("alarm_minutes")?.int(in: 0...10_080)
    if let field = keys.optional("shows_rest_days") { showsRestDays = try field.bool() }
    if let field = keys.optional("blocks_time") { blocksTime = try field.bool() }
    if let field = keys.optional("all_day") { isAllDay = try field.bool() }
    dayBeforeAlarmMinute = try keys.optional("day_before_alarm")?.minuteOfDay()
    if let field = keys.optional("support") { support = try field.word() }
    if let field = keys.optional("has_busy_calendar") { hasBusyCalendar = try field.bool() }
    if let field = keys.optional("busy_title") { busyTitle = try field.line() }
    if let field = keys.optional("colour") { colour = try field.line() }
  }

  var json: JSONValue {
    let starts = zip(Weekday.allCases, startMinute).compactMap { day, minute in
      minute.map { JSONValue.Member(day.abbreviation, .text(TimeText.clock($0))) }
    }
    return .record([
      "start": starts.isEmpty ? nil : .object(starts), "all_day": .bool(isAllDay),
      "alarm_minutes": alarmMinutes.map(JSONValue.number),
      "day_before_alarm": dayBeforeAlarmMinute.map(TimeText.clock).map(JSONValue.text),
      "shows_rest_days": .bool(showsRestDays), "support": .text(support.rawValue),
      "blocks_time": .bool(blocksTime), "has_busy_calendar": .bool(hasBusyCalendar),
      "busy_title": .text(busyTitle), "colour": .text(colour),
    ])
  }
}

extension RulePolicy {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      settings: try keys.optional("settings")?.items("a setting").map(Setting.init) ?? [],
      waivers: try keys.optional("waivers")?.items("a waiver").map(Waiver.init) ?? [])
  }

  var json: JSONValue {
    .record(["settings": .array(settings.map(\.json)), "waivers": .array(waivers.map(\.json))])
  }
}

extension RulePolicy.Setting {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      rule: try keys.required("rule").line(),
      effect: try keys.optional("effect")?.word(RulePolicy.Effect.self),
      origin: try keys.optional("origin")?.line() ?? field.origin)
    for (name, _, number) in try keys.optional("numbers")?.entries() ?? [] where !number.node.isNull {
      numbers[name] = try number.double(in: 0...100_000)
    }
  }

  var json: JSONValue {
    .record([
      "rule": .text(rule), "effect": effect.map { .text($0.rawValue) },
      "numbers": numbers.isEmpty ? nil : .sorted(numbers.mapValues { .number($0) }), "origin": .text(origin),
    ])
  }
}

extension RulePolicy.Waiver {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let until = try keys.required("until")
    self.init(
      rule: try keys.required("rule").line(), from: try keys.optional("from")?.day(),
      until: try until.day(), reason: try keys.required("reason").line())
    for item in try keys.optional("sessions")?.items("a session") ?? [] { sessions.append(try item.line()) }
    for item in try keys.optional("dates")?.items("a day") ?? [] { dates.append(try item.day()) }
    if let from, from > self.until {
      throw until.error("the waiver ends before it begins", expected: "a day from \(from)")
    }
  }

  var json: JSONValue {
    .record([
      "rule": .text(rule), "from": from.map { .text($0.iso) }, "until": .text(until.iso),
      "sessions": sessions.isEmpty ? nil : .texts(sessions),
      "dates": dates.isEmpty ? nil : .texts(dates.map(\.iso)), "reason": .text(reason),
    ])
  }
}
