import TrainingLoad
import TrainingPlan

extension Figures {
  /// Where is this going? Fitness and fatigue, and below them form.
  func fitnessChart() -> Chart {
    let id = "fitness"
    let title = "Fitness, fatigue and form (estimate)"
    let summary = fitnessSummary
    return Chart(
      id: id, title: title, summary: summary,
      svg: fitnessDrawing(id: id).svg(title: title, description: summary), table: fitnessTable,
      caution: "An estimate from load alone: two running averages and their difference. It knows nothing of "
        + "sleep, illness or heat, and its first weeks still show the start.")
  }

  /// Fitness and fatigue of the day before, and the form that they make, on a morning.
  private func morning(_ day: CivilDay) -> (fitness: Double, fatigue: Double, form: Double)? {
    guard let place = days.firstIndex(where: { $0.day == day }), place > 0, let form = days[place].form,
      let fitness = days[place - 1].fitness, let fatigue = days[place - 1].fatigue
    else { return nil }
    return (fitness, fatigue, form)
  }

  private var fitnessSummary: String {
    guard let start = weeks.first(where: \.isPlanned)?.days.lowerBound else { return "No day is planned." }
    guard let before = morning(start), let after = morning(event.day) else {
      return "Fitness, fatigue and form cannot be estimated for the start or the day of the event."
    }
    return
      "Fitness is estimated to go from \(before.fitness.text(1)) to \(after.fitness.text(1)) AU a day by "
      + "the event on \(event.day.dayAndMonth), form from \(before.form.signed) to \(after.form.signed)."
  }

  private var fitnessTable: FigureTable {
    let mornings = weeks.map { ($0.name, $0.days.lowerBound) } + [("event", event.day)]
    return FigureTable(
      head: ["Week", "Morning of", "Fitness (AU a day)", "Fatigue (AU a day)", "Form (AU a day)", "Note"],
      rows: mornings.map { name, day in
        let values = morning(day)
        let isWarmingUp = days.first { $0.day == day }?.isWarmingUp ?? false
        return [
          name, day.weekday.shortName + " " + day.dayAndMonth, values?.fitness.text(1) ?? "unknown",
          values?.fatigue.text(1) ?? "unknown", values?.form.signed ?? "unknown",
          isWarmingUp ? "still shows the start" : "–",
        ]
      })
  }

  private func fitnessDrawing(id: String) -> Drawing {
    var drawing = Drawing(id: id, height: 268)
    let axis = WeekAxis(weeks)
    let lines = ValueAxis(
      of: days.flatMap { [$0.fitness, $0.fatigue].compactMap { $0 } }, top: 30, bottom: 142)
    let strip = ValueAxis(of: days.compactMap(\.form), steps: 3, top: 172, bottom: 232)
    drawing.warmUp(days, axis, top: 30, bottom: 232)
    drawing.draw(lines, unit: "AU a day")
    drawing.draw(strip)
    drawing.text("form", Drawing.Point(x: 0, y: 162), .start, .ink)
    drawing.formStrip(days, axis, strip)
    drawing.curve(days, axis, lines, \.fatigue, Drawing.Stroke(paint: .series(2), width: 1.3))
    drawing.curve(days, axis, lines, \.fitness, Drawing.Stroke(paint: .series(1), width: 2.6))
    drawing.draw(axis, top: 30, y: 248)
    drawing.text(event.day.dayAndMonth, Drawing.Point(x: WeekAxis.right, y: 264), .end)
    if let start = weeks.first(where: \.isPlanned)?.days.lowerBound {
      drawing.text(start.dayAndMonth, Drawing.Point(x: axis.edge(start), y: 264))
    }
    drawing.draw(today: today, on: axis, top: 30, bottom: 232)
    drawing.keys(
      [
        .init(text: "fitness", fill: .plain(.series(1))), .init(text: "fatigue", fill: .plain(.series(2))),
        .init(text: "dashed: planned", fill: .empty),
      ], right: WeekAxis.right, y: 12)
    return drawing
  }
}

extension Double {
  /// With one decimal and its sign: `+4.2`.
  fileprivate var signed: String { (self >= 0.05 ? "+" : "") + text(1) }
}

extension Drawing {
  /// The days in which the averages still show where they began, hatched.
  fileprivate mutating func warmUp(
    _ days: [DayFigures], _ axis: WeekAxis, top: Double, bottom: Double
  ) {
    guard let first = days.first?.day, let last = days.prefix(while: \.isWarmingUp).last?.day else { return }
    let (left, right) = (axis.edge(first), axis.edge(last + 1))
    var x = left
    while x < right {
      line(Point(x: x, y: top), Point(x: x, y: bottom), .grid)
      x += 4
    }
    let names = ["first 42 days: settling", "settling", ""]
    let name = names.first { Self.width(of: $0) <= right - left } ?? ""
    text(name, Point(x: left + 3, y: bottom - 4), hasHalo: true)
  }

  /// A curve over the days: solid where they are done, dashed where they are planned.
  fileprivate mutating func curve(
    _ days: [DayFigures], _ axis: WeekAxis, _ values: ValueAxis, _ value: KeyPath<DayFigures, Double?>,
    _ stroke: Stroke
  ) {
    var dashed = stroke
    dashed.isDashed = true
    for part in Self.parts(days, value) {
      polyline(
        part.points.map { Point(x: axis.x($0.day), y: values.y($0.value)) },
        part.isDone ? stroke : dashed)
    }
  }

  /// Form as an area around its zero line: patterned below it.
  fileprivate mutating func formStrip(_ days: [DayFigures], _ axis: WeekAxis, _ values: ValueAxis) {
    let zero = values.y(0)
    let known = days.compactMap { day in day.form.map { Point(x: axis.x(day.day), y: values.y($0)) } }
    guard let first = known.first, let last = known.last else { return }
    let (start, end) = (Point(x: first.x, y: zero), Point(x: last.x, y: zero))
    area([start] + known.map { Point(x: $0.x, y: min($0.y, zero)) } + [end], fill: .plain(.series(3)))
    area([start] + known.map { Point(x: $0.x, y: max($0.y, zero)) } + [end], fill: .pattern(3))
    curve(days, axis, values, \.form, Stroke(paint: .series(3), width: 1.3))
    line(Point(x: WeekAxis.left, y: zero), Point(x: WeekAxis.right, y: zero), Stroke(paint: .ink))
  }

  /// A stretch of a curve that is done, or planned.
  private struct Part {
    var isDone: Bool
    var points: [(day: CivilDay, value: Double)]
  }

  private static func parts(_ days: [DayFigures], _ value: KeyPath<DayFigures, Double?>) -> [Part] {
    var parts: [Part] = []
    for day in days {
      guard let number = day[keyPath: value] else { continue }
      let isDone = day.kind == .done || day.kind == .unknown
      if parts.last?.isDone != isDone {
        parts.append(Part(isDone: isDone, points: parts.last?.points.suffix(1) ?? []))
      }
      parts[parts.count - 1].points.append((day.day, number))
    }
    return parts
  }
}
