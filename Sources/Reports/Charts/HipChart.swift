import TrainingLoad

extension Figures {
  /// How much hip flexion? Exposure by activity and week, with the longest row of days above.
  func hipChart() -> Chart {
    let id = "hip-flexion"
    let title = "Hip flexion by activity"
    let summary = hipSummary
    return Chart(
      id: id, title: title, summary: summary,
      svg: hipDrawing(id: id).svg(title: title, description: summary), table: hipTable,
      caution: "Exposure, and nothing else: one run-minute is the hip flexion of a minute of easy running, "
        + "from psoas activity measured in small groups. Before the plan a day's exposure is shared out by "
        + "the minutes of its activities.")
  }

  private var hipSummary: String {
    let planned = weeks.filter(\.isPlanned).compactMap { week in week.hip.map { (week.index, $0) } }
    guard let most = planned.max(by: { ($0.1.total, -$0.0) < ($1.1.total, -$1.0) }), most.1.total > 0
    else { return "No hip flexion is planned." }
    let groups = ActivityGroup.allCases.map { ($0, most.1[$0]) }
    let first = groups.max { ($0.1, -$0.0.rawValue) < ($1.1, -$1.0.rawValue) } ?? groups[0]
    let streak = summary.longestHipStreak.map { Int($0.value) } ?? 0
    return "Exposure is highest in week \(most.0 + 1) with \(most.1.total.text()) run-minutes, "
      + "\((first.1 / most.1.total).percent) of them \(first.0.name); days with \(standards.hipDay.text()) or "
      + "more come \(streak) in a row at most."
  }

  private var hipTable: FigureTable {
    let groups = ActivityGroup.allCases
    return FigureTable(
      head: ["Week", "Dates"] + groups.map { $0.name.capitalisedFirst } + [
        "All (run-minutes)", "Relief (min)", "Days in a row from \(standards.hipDay.text()) on",
      ],
      rows: weeks.map { week in
        [week.name, week.days.inWords]
          + groups.map { group in week.hip.map { $0[group].text() } ?? "unknown" } + [
            week.hipInWords, week.relief?.text() ?? "unknown",
            week.hipStreak.map { String($0) } ?? "unknown",
          ]
      })
  }

  private func hipDrawing(id: String) -> Drawing {
    let (top, bottom) = (58.0, 190.0)
    var drawing = Drawing(id: id, height: 212)
    let axis = WeekAxis(weeks)
    let values = ValueAxis(of: weeks.compactMap { $0.hip?.total }, top: top, bottom: bottom)
    drawing.draw(values)
    for (place, week) in weeks.enumerated() {
      drawing.stack(week, at: axis.middle(place), axis, values)
    }
    drawing.streaks(weeks.map(\.hipStreak), axis, y: 46)
    drawing.draw(axis, top: top, y: bottom + 16)
    drawing.draw(today: today, on: axis, top: top, bottom: bottom)
    let used = ActivityGroup.allCases.filter { group in weeks.contains { ($0.hip?[group] ?? 0) >= 0.5 } }
    drawing.keys(
      used.map { .init(text: $0.shortName, sample: .box(.pattern(.series($0.rawValue + 1)))) },
      y: 12)
    return drawing
  }
}

extension WeekFigures {
  /// All exposure as people read it: partly known weeks say so.
  fileprivate var hipInWords: String {
    guard let hip else { return "unknown" }
    return hip.total.text() + (hipUnknownDays == 0 ? "" : " (\(hipUnknownDays.counted("day")) unknown)")
  }
}

extension Drawing {
  /// A week's bar: its activities from the ground up, or an empty slot where all of it is unknown; a
  /// question mark stands over days that are missing.
  fileprivate mutating func stack(
    _ week: WeekFigures, at middle: Double, _ axis: WeekAxis, _ values: ValueAxis
  ) {
    let x = middle - axis.bar / 2
    guard let hip = week.hip else {
      rectangle(
        x: x, y: values.bottom - 22, width: axis.bar, height: 22, fill: .empty,
        stroke: Stroke(paint: .faint, isDashed: true))
      if axis.slot >= 10 { text("?", Point(x: middle, y: values.bottom - 6), .middle) }
      return
    }
    var sum = 0.0
    for group in ActivityGroup.allCases where hip[group] > 0 {
      let (low, high) = (values.y(sum), values.y(sum + hip[group]))
      rectangle(
        x: x, y: high, width: axis.bar, height: low - high, fill: .pattern(.series(group.rawValue + 1)))
      line(Point(x: x, y: high), Point(x: x + axis.bar, y: high), Stroke(paint: .ground))
      sum += hip[group]
    }
    if week.hipUnknownDays > 0 {
      text("?", Point(x: middle, y: values.y(sum) - 3), .middle, .ink, hasHalo: true)
    }
  }

  /// Days in a row above the bars; where weeks are narrow, the most of a few.
  fileprivate mutating func streaks(_ days: [Int?], _ axis: WeekAxis, y: Double) {
    text("days in a row", Point(x: 0, y: y - 16))
    let every = axis.weeks(perLabel: 12)
    for first in stride(from: 0, to: days.count, by: every) {
      let group = first..<min(first + every, days.count)
      guard let most = days[group].compactMap({ $0 }).max() else { continue }
      let middle = (axis.middle(group.lowerBound) + axis.middle(group.upperBound - 1)) / 2
      text(String(most), Point(x: middle, y: y), .middle, .ink)
    }
  }
}
