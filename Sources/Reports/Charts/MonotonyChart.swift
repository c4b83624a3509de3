import TrainingLoad

extension Figures {
  /// Is it too samey? Monotony and strain by week, one above the other.
  func monotonyChart() -> Chart {
    let id = "monotony"
    let title = "Monotony and strain"
    let summary = monotonySummary
    return Chart(
      id: id, title: title, summary: summary,
      svg: monotonyDrawing(id: id).svg(title: title, description: summary), table: monotonyTable,
      caution: "Monotony is the mean daily load of a week over its standard deviation "
        + "(\(standards.deviation.rawValue)); strain is monotony x load. The thresholds are practice, "
        + "not a result for every athlete.")
  }

  private var monotonySummary: String {
    let strains = weeks.filter(\.isPlanned).compactMap { week in week.monotony.strain.map { (week, $0) } }
    guard let highest = summary.highestMonotony,
      let strain = strains.max(by: { ($0.1, -$0.0.index) < ($1.1, -$1.0.index) })
    else { return "No week of the plan has a monotony: its days are alike, at rest, or too few." }
    let limit = standards.monotony.map { " (\($0.origin) \($0.value.text(1)))" } ?? ""
    let same = summary.weeksWithoutVariation.count
    return "Monotony is highest in week \(highest.week + 1) with \(highest.value.text(2))\(limit), strain in "
      + "week \(strain.0.index + 1) with \(strain.1.grouped) AU"
      + (same == 0 ? "." : "; in \(same.counted("week")) every day is the same.")
  }

  private var monotonyTable: FigureTable {
    FigureTable(
      head: ["Week", "Dates", "Monotony", "Strain (AU)"],
      rows: weeks.map { [$0.name, $0.days.inWords, $0.monotonyInWords, $0.strainInWords] })
  }

  private func monotonyDrawing(id: String) -> Drawing {
    var drawing = Drawing(id: id, height: 240)
    let axis = WeekAxis(weeks)
    func panel(
      _ name: String, _ value: (WeekFigures) -> Double?, _ standard: Standards.Standard?, decimals: Int,
      series: Int, top: Double
    ) {
      let known = weeks.compactMap(value) + (standard.map { [1.05 * $0.value] } ?? [])
      let values = ValueAxis(of: known, steps: 3, top: top, bottom: top + 72)
      drawing.draw(values)
      drawing.text(name, .init(x: 0, y: top - 9), .start, .ink)
      if let standard { drawing.threshold(standard, values, decimals: decimals, y: top - 9) }
      drawing.weekly(weeks.map(value), weeks, axis, values, series: series)
    }
    panel("monotony", { $0.monotony.monotony }, standards.monotony, decimals: 1, series: 1, top: 24)
    panel("strain, AU", { $0.monotony.strain }, standards.strain, decimals: 0, series: 2, top: 132)
    drawing.noVariation(weeks, axis, y: 24)
    drawing.draw(axis, top: 24, y: 220)
    drawing.draw(today: today, on: axis, top: 24, bottom: 204)
    drawing.text("filled: done, hollow: planned", .init(x: WeekAxis.right, y: 236), .end)
    return drawing
  }
}

extension Drawing {
  /// A dashed line at the value, which stands above the panel with where it was set.
  fileprivate mutating func threshold(
    _ standard: Standards.Standard, _ values: ValueAxis, decimals: Int, y: Double
  ) {
    let height = values.y(standard.value)
    line(
      Point(x: WeekAxis.left, y: height), Point(x: WeekAxis.right, y: height),
      Stroke(paint: .ink, width: 1.5, isDashed: true))
    text(
      "– – \(standard.origin) \(standard.value.text(decimals))", Point(x: WeekAxis.right, y: y), .end, .ink,
      hasHalo: true)
  }

  /// Values by week: dots on a line, filled before the plan and hollow in it.
  fileprivate mutating func weekly(
    _ values: [Double?], _ weeks: [WeekFigures], _ axis: WeekAxis, _ height: ValueAxis, series: Int
  ) {
    let stroke = Stroke(paint: .series(series), width: 1.5)
    let points = values.enumerated().map { place, value in
      value.map { Point(x: axis.middle(place), y: height.y($0)) }
    }
    var row: [Point] = []
    for point in points + [nil] {
      if let point {
        row.append(point)
      } else {
        polyline(row, stroke)
        row = []
      }
    }
    let radius = min(3.5, axis.slot / 3)
    for (point, week) in zip(points, weeks) {
      guard let point else { continue }
      dot(
        point, radius: radius, fill: .plain(week.isPlanned ? .ground : .series(series)), stroke: stroke)
    }
  }

  /// A square at the top of each week whose days are all the same, with the words beside the first.
  fileprivate mutating func noVariation(_ weeks: [WeekFigures], _ axis: WeekAxis, y: Double) {
    let places = weeks.indices.filter { weeks[$0].monotony == .noVariation }
    guard let first = places.first else { return }
    for place in places {
      rectangle(
        x: axis.middle(place) - 3.5, y: y - 3.5, width: 7, height: 7, fill: .plain(.ink))
    }
    let isLate = axis.middle(first) > WeekAxis.right - 100
    text(
      "no variation", Point(x: axis.middle(first) + (isLate ? -8 : 8), y: y + 12), isLate ? .end : .start,
      .ink, hasHalo: true)
  }
}
