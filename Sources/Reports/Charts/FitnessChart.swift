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
    let (top, bottom) = (46.0, 160.0)
    let strip = (top: 188.0, bottom: 248.0)
    var drawing = Drawing(id: id, height: 284)
    let axis = WeekAxis(weeks)
    let isWeekly = axis.slot < 10
    let points = isWeekly ? CurvePoint.weekly(days, axis) : CurvePoint.daily(days, axis)
    let values = ValueAxis(
      of: points.flatMap { [$0.fitness, $0.fatigue].compactMap { $0 } }, top: top, bottom: bottom)
    let form = ValueAxis(of: points.compactMap(\.form), steps: 2, top: strip.top, bottom: strip.bottom)
    drawing.warmUp(days, axis, top: top, bottom: strip.bottom)
    drawing.draw(values, unit: "AU a day" + (isWeekly ? ", means of weeks" : ""))
    drawing.draw(form)
    drawing.text("form", Drawing.Point(x: 0, y: strip.top - 10), .start, .ink)
    drawing.formStrip(points, form)
    let (fitness, fatigue) = (
      Drawing.Stroke(paint: .series(1), width: 2.6), Drawing.Stroke(paint: .series(2), width: 1.2)
    )
    drawing.curve(points, values, \.fatigue, fatigue)
    drawing.curve(points, values, \.fitness, fitness)
    drawing.draw(axis, top: top, y: strip.bottom + 16)
    drawing.text("event \(event.day.dayAndMonth)", Drawing.Point(x: WeekAxis.right, y: 280), .end)
    if let start = weeks.first(where: \.isPlanned)?.days.lowerBound {
      drawing.text(start.dayAndMonth, Drawing.Point(x: axis.edge(start), y: 280))
    }
    drawing.draw(today: today, on: axis, top: top - 10, bottom: strip.bottom)
    drawing.keys(
      [
        .init(text: "fitness", sample: .line(fitness)), .init(text: "fatigue", sample: .line(fatigue)),
        .init(text: "planned", sample: .line(Drawing.Stroke(paint: .ink, width: 1.5, isDashed: true))),
      ], y: 12)
    return drawing
  }
}

extension Double {
  /// With one decimal and its sign: `+4.2`.
  fileprivate var signed: String { (self >= 0.05 ? "+" : "") + text(1) }
}

/// A point of the curves: a day, or the mean of a week where days would be too close to tell apart.
private struct CurvePoint {
  var x: Double
  var isDone: Bool
  var fitness: Double?
  var fatigue: Double?
  var form: Double?

  static func daily(_ days: [DayFigures], _ axis: WeekAxis) -> [CurvePoint] {
    days.map { day in
      CurvePoint(
        x: axis.x(day.day), isDone: day.isOver, fitness: day.fitness, fatigue: day.fatigue, form: day.form)
    }
  }

  static func weekly(_ days: [DayFigures], _ axis: WeekAxis) -> [CurvePoint] {
    guard let first = days.first?.day else { return [] }
    let offset = axis.daysBefore(first) % 7
    return stride(from: -offset, to: days.count, by: 7).map { start in
      let week = days[max(0, start)..<min(start + 7, days.count)]
      func mean(_ value: KeyPath<DayFigures, Double?>) -> Double? {
        let known = week.compactMap { $0[keyPath: value] }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
      }
      return CurvePoint(
        x: axis.x(first + start + 3), isDone: week.allSatisfy(\.isOver), fitness: mean(\.fitness),
        fatigue: mean(\.fatigue), form: mean(\.form))
    }
  }

  /// Stretches of done and of planned points, each joined to the one before.
  static func parts(_ points: [CurvePoint]) -> [[CurvePoint]] {
    var parts: [[CurvePoint]] = []
    for point in points {
      if let last = parts.last?.last, last.isDone == point.isDone {
        parts[parts.count - 1].append(point)
      } else {
        var joint = parts.last?.last
        joint?.isDone = point.isDone
        parts.append((joint.map { [$0] } ?? []) + [point])
      }
    }
    return parts
  }
}

extension DayFigures {
  /// Done, or over without anything known.
  fileprivate var isOver: Bool { kind == .done || kind == .unknown }
}

extension Drawing {
  /// The days in which the averages still show where they began, hatched.
  fileprivate mutating func warmUp(
    _ days: [DayFigures], _ axis: WeekAxis, top: Double, bottom: Double
  ) {
    guard let first = days.first?.day, let last = days.prefix(while: \.isWarmingUp).last?.day else { return }
    let (left, right) = (axis.edge(first), min(axis.edge(last + 1), WeekAxis.right))
    for x in stride(from: left, to: right, by: 4) {
      line(Point(x: x, y: top), Point(x: x, y: bottom), .grid)
    }
    let names = ["first 42 days: settling", "settling"]
    let name = names.first { Self.width(of: $0) <= right - left } ?? ""
    text(name, Point(x: left + 3, y: bottom - 4), hasHalo: true)
  }

  /// A curve: solid where it is done, dashed where it is planned.
  fileprivate mutating func curve(
    _ points: [CurvePoint], _ values: ValueAxis, _ value: KeyPath<CurvePoint, Double?>, _ stroke: Stroke
  ) {
    for part in CurvePoint.parts(points) {
      var drawn = stroke
      drawn.isDashed = part.last?.isDone == false
      let known = part.compactMap { point in
        point[keyPath: value].map { Point(x: point.x, y: values.y($0)) }
      }
      polyline(known, drawn)
    }
  }

  /// Form as an area around its zero line: full where it is done, striped where it is planned.
  fileprivate mutating func formStrip(_ points: [CurvePoint], _ values: ValueAxis) {
    let zero = values.y(0)
    for part in CurvePoint.parts(points) {
      let known = part.compactMap { point in point.form.map { Point(x: point.x, y: values.y($0)) } }
      guard let first = known.first, let last = known.last else { continue }
      area(
        [Point(x: first.x, y: zero)] + known + [Point(x: last.x, y: zero)],
        fill: part.last?.isDone == true ? .plain(.series(4)) : .pattern(.striped(4)))
      polyline(known, Stroke(paint: .series(4)))
    }
    line(Point(x: WeekAxis.left, y: zero), Point(x: WeekAxis.right, y: zero), Stroke(paint: .ink))
  }
}
