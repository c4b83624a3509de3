import TrainingLoad
import TrainingPlan

// Lesser events of a plan file: how they are written, and on which days they may be.

extension Field {
  /// `tune_ups: [{ name, sport, date, start, expected, priority: C, effort }]`.
  func tuneUps() throws(FileError) -> [PlanFile.TuneUpWish] {
    var events: [PlanFile.TuneUpWish] = []
    for item in try items("an event") {
      var reader = try MappingReader(item)
      let date = try reader.required("date")
      events.append(
        PlanFile.TuneUpWish(
          name: try reader.required("name").line(), sport: try reader.required("sport").statedLine(),
          date: Stated(try date.day(), at: date), startMinute: try reader.optional("start")?.minuteOfDay(),
          minutes: Int(try reader.required("expected").positiveMinutes()),
          priority: try reader.optional("priority")?.tuneUpPriority() ?? .c,
          sRPE: try reader.optional("effort")?.double(in: 1...10)))
      try reader.finish()
    }
    return events
  }

  private func tuneUpPriority() throws(FileError) -> TuneUp.Priority {
    guard try line() != PlanFile.Priority.a.rawValue else {
      throw error(
        "a plan leads to one A event, and that stands under \"event\"",
        expected: "B (a short taper) or C (trained through), or a plan of its own")
    }
    return try word()
  }
}

extension PlanFile {
  func checkTuneUps() throws(FileError) {
    var days: [CivilDay: String] = [:]
    for tuneUp in tuneUps {
      let (day, field) = (tuneUp.date.value, tuneUp.date.field)
      let within = "a day from \(start.value) to \(event.date.value - 1)"
      guard day != event.date.value else {
        throw field.error("\"\(tuneUp.name)\" is on the day of \"\(event.name)\"", expected: within)
      }
      guard day >= start.value, day < event.date.value else {
        throw field.error("\"\(tuneUp.name)\" is outside the plan", expected: within)
      }
      if let block = blocked.first(where: { $0.from <= day && day <= $0.to }) {
        throw field.error(
          "\"\(tuneUp.name)\" is on a blocked day" + (block.why.isEmpty ? "" : " (\(block.why))"),
          expected: "a day that is not under \"blocked\"")
      }
      if let other = days.updateValue(tuneUp.name, forKey: day) {
        throw field.error(
          "\"\(tuneUp.name)\" and \"\(other)\" are on the same day", expected: "one event a day")
      }
    }
  }
}
