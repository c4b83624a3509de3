import TrainingLoad

extension Figures {
  /// Easy or hard? The minutes of each week by effort, as shares.
  func intensityChart() -> Chart {
    let id = "intensity"
    let title = "Easy, moderate and hard minutes"
    let summary = intensitySummary
    return Chart(
      id: id, title: title, summary: summary,
      svg: intensityDrawing(id: id).svg(title: title, description: summary), table: intensityTable,
      caution: "By the effort of whole sessions: the easy minutes of a hard session count as hard. Sessions "
        + "without an effort are unknown.")
  }

  private var intensitySummary: String {
    let all = weeks.filter(\.isPlanned).reduce(IntensityMinutes()) { $0 + $1.intensity }
    guard all.known > 0 else { return "The effort of the planned minutes is unknown." }
    return "Of \(all.all.text()) planned minutes \((all.easy / all.all).percent) are easy, "
      + "\((all.moderate / all.all).percent) moderate and \((all.hard / all.all).percent) hard"
      + (all.unknown > 0 ? "; the effort of \(all.unknown.text()) is unknown." : ".")
  }

  private var intensityTable: FigureTable {
    FigureTable(
      head: [
        "Week", "Dates", "Easy (min)", "Moderate (min)", "Hard (min)", "Unknown (min)", "Easy share",
        "Hard share",
      ],
      rows: weeks.map { week in
        let minutes = week.intensity
        let shares =
          minutes.known > 0
          ? [(minutes.easy / minutes.all).percent, (minutes.hard / minutes.all).percent]
          : [week.noIntensityReason, week.noIntensityReason]
        return [
          week.name, week.days.inWords, minutes.easy.text(), minutes.moderate.text(), minutes.hard.text(),
          minutes.unknown.text(),
        ] + shares
      })
  }

  private func intensityDrawing(id: String) -> Drawing {
    let (top, bottom) = (70.0, 176.0)
    var drawing = Drawing(id: id, height: 196)
    let axis = WeekAxis(weeks)
    let values = ValueAxis(of: [100], steps: 2, top: top, bottom: bottom)
    drawing.draw(values)
    for (place, week) in weeks.enumerated() {
      drawing.shares(week.intensity, at: axis.middle(place), axis, values)
    }
    drawing.easyShares(weeks, axis, y: top - 6)
    drawing.draw(axis, top: top, y: bottom + 16)
    drawing.draw(today: today, on: axis, top: top, bottom: bottom)
    drawing.keys(
      [
        .init(text: "easy", sample: .box(.pattern(.series(1)))),
        .init(text: "moderate", sample: .box(.pattern(.series(2)))),
        .init(text: "hard", sample: .box(.pattern(.series(5)))),
        .init(text: "unknown", sample: .box(.empty, .init(paint: .faint))),
      ], y: 12)
    return drawing
  }
}

extension WeekFigures {
  /// Why the week has no shares.
  fileprivate var noIntensityReason: String {
    let isRest = isPlanned ? plan?.minutes == 0 : doneLoad.complete == 0
    return isRest ? "no training" : "unknown"
  }
}

extension Drawing {
  /// A week's bar of 100 %, easy at the bottom; minutes without an effort stay empty.
  fileprivate mutating func shares(
    _ minutes: IntensityMinutes, at middle: Double, _ axis: WeekAxis, _ values: ValueAxis
  ) {
    let all = minutes.all
    let x = middle - axis.bar / 2
    let parts: [(Double, Fill, Stroke?)] = [
      (minutes.easy, .pattern(.series(1)), nil), (minutes.moderate, .pattern(.series(2)), nil),
      (minutes.hard, .pattern(.series(5)), nil),
      (minutes.unknown, .empty, Stroke(paint: .faint)),
    ]
    var sum = 0.0
    for (part, fill, stroke) in parts where part > 0 && all > 0 {
      let (low, high) = (values.y(100 * sum / all), values.y(100 * (sum + part) / all))
      rectangle(x: x, y: high, width: axis.bar, height: low - high, fill: fill, stroke: stroke)
      line(Point(x: x, y: high), Point(x: x + axis.bar, y: high), Stroke(paint: .ground))
      sum += part
    }
  }

  /// The easy share of each week above its bar, in percent; upright where weeks are wide enough.
  fileprivate mutating func easyShares(_ weeks: [WeekFigures], _ axis: WeekAxis, y: Double) {
    text("easy share, %", Point(x: 0, y: y - 30))
    let isUpright = axis.slot >= 25
    let every = isUpright ? 1 : axis.weeks(perLabel: 13)
    for (place, week) in weeks.enumerated() where place % every == 0 {
      let minutes = week.intensity
      let isKnown = minutes.known > 0
      guard isKnown || minutes.unknown > 0 || !week.isPlanned else { continue }
      let label = isKnown ? (100 * minutes.easy / minutes.all).text() : "?"
      text(
        label, Point(x: axis.middle(place), y: y), isUpright ? .middle : .start, .ink, isUpright: isUpright,
        isCentred: !isUpright)
    }
  }
}
