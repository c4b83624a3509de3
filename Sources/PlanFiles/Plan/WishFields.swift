import TrainingLoad
import TrainingPlan

// What a coach wishes of the calendar and of the plan's habits.
extension Field {
  /// `times: { tue: "18:30" }`: when the first session of a weekday starts.
  func readTimes(into calendar: inout CalendarWishes) throws(FileError) {
    var reader = try MappingReader(self)
    for day in Weekday.allCases {
      calendar.startMinute[day.rawValue] = try reader.optional(day.abbreviation)?.minuteOfDay()
    }
    try reader.finish()
  }

  /// `calendar: { alarm: 30m, rest_days: true, support: description, busy: false, colour: teal }`.
  func read(into calendar: inout CalendarWishes) throws(FileError) {
    var reader = try MappingReader(self)
    calendar.isAllDay = try reader.optional("all_day")?.bool() ?? calendar.isAllDay
    calendar.alarmMinutes = try reader.optional("alarm")?.alarm()
    calendar.dayBeforeAlarmMinute = try reader.optional("alarm_day_before")?.minuteOfDay()
    calendar.showsRestDays = try reader.optional("rest_days")?.bool() ?? calendar.showsRestDays
    calendar.support = try reader.optional("support")?.word() ?? calendar.support
    calendar.blocksTime = try reader.optional("busy")?.bool() ?? calendar.blocksTime
    calendar.hasBusyCalendar = try reader.optional("busy_calendar")?.bool() ?? calendar.hasBusyCalendar
    calendar.busyTitle = try reader.optional("busy_title")?.line() ?? calendar.busyTitle
    calendar.colour = try reader.optional("colour")?.word(among: CSSColour.names) ?? calendar.colour
    try reader.finish()
  }

  /// A length of time of a week at most.
  private func alarm() throws(FileError) -> Int {
    let time = try minutes()
    guard time <= 10_080 else { throw wrong(expected: "168h, a week, at most") }
    return time
  }

  /// `coaching: { round: 5, nothing_new: 14, … }`: habits beyond the limits.
  func read(
    into coaching: inout Coaching, balance: inout [PlanFile.SportShare]?,
    frequency: inout [PlanFile.SportDays]?
  ) throws(FileError) {
    var reader = try MappingReader(self)
    coaching.balancePrice =
      try reader.optional("balance_price")?.double(in: 0...100) ?? coaching.balancePrice
    balance = try reader.optional("balance")?.sportShares()
    coaching.frequencyPrice =
      try reader.optional("frequency_price")?.double(in: 0...100) ?? coaching.frequencyPrice
    frequency = try reader.optional("frequency")?.sportDays()
    coaching.roundMinutes = try reader.optional("round")?.int(in: 1...30) ?? coaching.roundMinutes
    coaching.roundPrice = try reader.optional("round_price")?.double(in: 0...100) ?? coaching.roundPrice
    coaching.rhythmPrice = try reader.optional("rhythm")?.double(in: 0...100) ?? coaching.rhythmPrice
    coaching.strengthBeforeHardPrice =
      try reader.optional("strength_before_hard")?.double(in: 0...100) ?? coaching.strengthBeforeHardPrice
    coaching.strengthOnLongDayPrice =
      try reader.optional("strength_on_long_day")?.double(in: 0...100) ?? coaching.strengthOnLongDayPrice
    coaching.strengthInARowPrice =
      try reader.optional("strength_in_a_row")?.double(in: 0...100) ?? coaching.strengthInARowPrice
    coaching.noStrengthBeforeEventDays =
      try reader.optional("no_strength_before_event")?.int(in: 0...28) ?? coaching.noStrengthBeforeEventDays
    coaching.noLongBeforeEventDays =
      try reader.optional("no_long_before_event")?.int(in: 0...28) ?? coaching.noLongBeforeEventDays
    coaching.longInDeload = try reader.optional("long_in_deload")?.share() ?? coaching.longInDeload
    coaching.weeklyLongPrice =
      try reader.optional("weekly_long")?.double(in: 0...100) ?? coaching.weeklyLongPrice
    coaching.secondLongPrice =
      try reader.optional("second_long")?.double(in: 0...100) ?? coaching.secondLongPrice
    coaching.openerPrice = try reader.optional("opener")?.double(in: 0...100) ?? coaching.openerPrice
    if let shares = reader.optional("taper_volume") {
      coaching.taperVolume = []
      for item in try shares.items() { coaching.taperVolume.append(try item.share()) }
    }
    coaching.taperVolumePrice =
      try reader.optional("taper_volume_price")?.double(in: 0...100) ?? coaching.taperVolumePrice
    coaching.sameHardPrice =
      try reader.optional("same_hard")?.double(in: 0...100) ?? coaching.sameHardPrice
    coaching.easyDaysAfterAbsence =
      try reader.optional("easy_after_absence")?.int(in: 0...28) ?? coaching.easyDaysAfterAbsence
    coaching.hardInDeload = try reader.optional("hard_in_deload")?.int(in: 0...7)
    coaching.intenseInBuild = try reader.optional("intense_in_build")?.int(in: 0...7)
    coaching.intenseInBuildPrice =
      try reader.optional("intense_in_build_price")?.double(in: 0...100) ?? coaching.intenseInBuildPrice
    coaching.intenseInTaper =
      try reader.optional("intense_in_taper")?.int(in: 0...7) ?? coaching.intenseInTaper
    coaching.intenseInTaperPrice =
      try reader.optional("intense_in_taper_price")?.double(in: 0...100) ?? coaching.intenseInTaperPrice
    coaching.nothingNewDays = try reader.optional("nothing_new")?.int(in: 0...60) ?? coaching.nothingNewDays
    coaching.sessionPrice = try reader.optional("session_price")?.double(in: 0...100) ?? coaching.sessionPrice
    coaching.watchPrice = try reader.optional("watch_price")?.double(in: 0...100) ?? coaching.watchPrice
    if let steps = reader.optional("long_taper") {
      coaching.longTaper = []
      for item in try steps.items() {
        var step = try MappingReader(item)
        let days = try step.required("days").int(in: 1...60)
        let fraction = try step.required("fraction").share()
        try step.finish()
        coaching.longTaper.append(Coaching.LongTaper(days: days, fraction: fraction))
      }
    }
    try reader.finish()
  }
}
