import TrainingLoad
import TrainingPlan

// Lesser events of a problem, read and written by the same keys.

extension PlanProblem {
  /// Lesser events, each on a day of its own that training is possible on.
  func tuneUps(_ field: Field) throws(FileError) -> [TuneUp] {
    var events: [TuneUp] = []
    for item in try field.items("an event") {
      let event = try TuneUp(item, dayCount: dayCount)
      let others = events.filter { $0.dayIndex == event.dayIndex }
      guard others.isEmpty, !availability.blockedDays.contains(event.dayIndex) else {
        throw item.error(
          others.isEmpty ? "the event is on a blocked day" : "a second event is on the same day",
          expected: "another \"day_index\"")
      }
      events.append(event)
    }
    return events
  }
}

extension TuneUp {
  fileprivate init(_ field: Field, dayCount: Int) throws(FileError) {
    var keys = try MappingReader(field)
    let sport = try keys.required("sport").line()
    self.init(
      name: try keys.required("name").line(), sport: sport,
      family: try keys.optional("family")?.line() ?? sport,
      dayIndex: try keys.required("day_index").int(in: 0...(dayCount - 1)),
      startMinute: try keys.optional("start")?.minuteOfDay(),
      minutes: try keys.required("minutes").int(in: 1...2880),
      sRPE: try keys.required("srpe").double(in: 0...10),
      hipPerMinute: try keys.optional("hip_per_min")?.amount() ?? 0,
      reliefPerMinute: try keys.optional("counter_per_min")?.amount() ?? 0,
      specificity: try keys.optional("specificity")?.amount() ?? 1,
      priority: try keys.optional("priority")?.word(Priority.self) ?? .c,
      taper: try keys.optional("taper").map(ShortTaper.init) ?? ShortTaper())
  }

  var json: JSONValue {
    .record([
      "name": .text(name), "sport": .text(sport), "family": .text(family), "day_index": .number(dayIndex),
      "start": startMinute.map(TimeText.clock).map(JSONValue.text), "minutes": .number(minutes),
      "srpe": .number(sRPE), "hip_per_min": .number(hipPerMinute),
      "counter_per_min": .number(reliefPerMinute), "specificity": .number(specificity),
      "priority": .text(priority.rawValue), "taper": taper.json,
    ])
  }
}

extension TuneUp.ShortTaper {
  fileprivate init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      noHardDays: try keys.optional("no_hard_days")?.int(in: 0...28) ?? 0,
      noLongDays: try keys.optional("no_long_days")?.int(in: 0...28) ?? 0,
      loadDays: try keys.optional("load_days")?.int(in: 0...14) ?? 0,
      loadShare: try keys.optional("load_share")?.double(in: 0...10) ?? 1,
      easyDaysAfter: try keys.optional("easy_days_after")?.int(in: 0...28) ?? 0,
      loadShareAfter: try keys.optional("load_share_after")?.double(in: 0...10))
  }

  fileprivate var json: JSONValue {
    .record([
      "no_hard_days": .number(noHardDays), "no_long_days": .number(noLongDays),
      "load_days": .number(loadDays), "load_share": .number(loadShare),
      "easy_days_after": .number(easyDaysAfter),
      "load_share_after": loadShareAfter.map(JSONValue.number),
    ])
  }
}
