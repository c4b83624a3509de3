import TrainingLoad
import TrainingPlan

// What stands already in a problem, by the words of `plan/1`.

extension PlanProblem.Held {
  init(_ field: Field, planID: String) throws(FileError) {
    var keys = try MappingReader(field)
    var list = SessionList(planID: planID, isStrict: false)
    for field in try keys.optional("days")?.items("a day") ?? [] {
      var day = try MappingReader(field)
      let date = try day.required("date").day()
      for item in try day.required("sessions").items("a session") {
        var session = try MappingReader(item)
        try list.add(&session, day: date)
      }
    }
    let weeks = try keys.optional("weeks")?.items("a week") ?? []
    self.init(
      firstDay: try keys.required("first_day").int(in: 0...799),
      weeks: try Schedule.weeks(weeks, key: "index", first: 0), sessions: list.inOrder)
  }

  var json: JSONValue {
    .record([
      "first_day": .number(firstDay), "weeks": weeks.isEmpty ? nil : .array(weeks.map(\.json)),
      "days": sessions.isEmpty ? nil : .array(sessions.days),
    ])
  }
}
