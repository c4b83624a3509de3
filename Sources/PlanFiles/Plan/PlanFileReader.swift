import TrainingLoad
import TrainingPlan

extension PlanFile {
  /// The longest plan, days: two years.
  private static let longestPlan = 731

  /// Reads a plan file (YAML or JSON).
  ///
  /// - Throws: `FileError` with line, column and the nearest valid word.
  public init(_ source: SourceFile) throws(FileError) {
    try self.init(try source.document())
  }

  /// Reads the document of a plan file.
  ///
  /// - Throws: `FileError` as above.
  public init(_ document: Field) throws(FileError) {
    var reader = try MappingReader(document)
    let version = try reader.required("gradus")
    guard try version.int() == 1 else { throw version.wrong(expected: "1") }
    file = document.file
    id = try reader.required("id").slug()
    title = try reader.optional("title")?.line()
    athlete = try reader.required("athlete").athlete()
    event = try reader.required("event").event()
    tuneUps = try reader.optional("tune_ups")?.tuneUps() ?? []
    let start = try reader.required("start")
    self.start = Stated(try start.day(), at: start)
    history = try reader.optional("history")?.statedLine()
    unknownDays = try reader.optional("history_unknown")?.word()
    baseline = try reader.optional("baseline")?.baseline() ?? []
    checkIns = try reader.optional("check-ins")?.statedLine()
    limits = try reader.optional("limits")?.limitsChoice()
    catalogue = try reader.optional("catalogue")?.statedLine()
    available = try reader.required("available").available()
    blocked = try reader.optional("blocked")?.blockedDays() ?? []
    rest = try reader.optional("rest")?.distinctWeekdays() ?? []
    restWish = try reader.optional("rest_wish")?.distinctWeekdays() ?? []
    sessions = try reader.optional("sessions")?.sessionChoices()
    sessionsPerDay = try reader.optional("sessions_per_day")?.int(in: 1...3) ?? 1
    robust = try reader.optional("robust")?.robustness()
    calendar = CalendarWishes()
    try reader.optional("times")?.readTimes(into: &calendar)
    try reader.optional("calendar")?.read(into: &calendar)
    if let goal = reader.optional("goal") {
      var goals = try MappingReader(goal)
      longSessions = try goals.optional("long")?.longSessions()
      minFitness = try goals.optional("fitness")?.double(in: 0...10_000)
      try goals.finish()
    }
    coaching = Coaching(hardInDeload: nil)
    try reader.optional("coaching")?.read(into: &coaching, balance: &balance, frequency: &frequency)
    coaching.endurancePerDay = sessionsPerDay
    try reader.finish()
    try checkDates()
    try checkTuneUps()
  }

  private func checkDates() throws(FileError) {
    let days = event.date.value - start.value
    let latest = "a start on \(event.date.value - 7) or earlier, for the event on \(event.date.value)"
    guard days > 0 else {
      throw start.field.error("the plan starts on or after the day of the event", expected: latest)
    }
    guard days >= 7 else {
      throw start.field.error("the plan starts \(days) days before the event", expected: latest)
    }
    guard days <= Self.longestPlan else {
      throw start.field.error(
        "the plan starts \(days) days before the event", expected: "at most \(Self.longestPlan) days")
    }
  }
}
