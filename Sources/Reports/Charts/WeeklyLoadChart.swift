import TrainingLoad
import TrainingPlan

extension Figures {
  /// Is the week right? Load by week: outline planned, fill done.
  func weeklyLoadChart() -> Chart {
    let id = "weekly-load"
    let title = "Weekly load"
    let summary = weeklyLoadSummary
    return Chart(
      id: id, title: title, summary: summary,
      svg: weeklyLoadDrawing(id: id).svg(title: title, description: summary), table: weeklyLoadTable)
  }

  private var weeklyLoadSummary: String {
    let planned = weeks.compactMap { week in week.plan.map { (week, $0.load) } }
    guard let first = planned.first, let last = planned.last,
      let heaviest = planned.max(by: { ($0.1, -$0.0.index) < ($1.1, -$1.0.index) }), heaviest.1 > 0
    else { return "No load is planned." }
    let rise =
      summary.biggestRise.map {
        ", the biggest rise \($0.value.change) in week \($0.week + 1)"
      } ?? ""
    return "\(summary.weeks.counted("week")) from \(first.0.days.lowerBound.dayAndMonth) to "
      + "\(last.0.days.upperBound.dayAndMonth) hold \(summary.load.grouped) AU: the heaviest is week "
      + "\(heaviest.0.index + 1) with \(heaviest.1.grouped) AU\(rise)."
  }

  private var weeklyLoadTable: FigureTable {
    FigureTable(
      head: [
        "Week", "Dates", "Phase", "Kind", "Planned load (AU)", "Done load (AU)", "Planned (min)",
        "Done (min)", "Change",
      ],
      rows: weeks.map { week in
        [
          week.name, week.days.inWords, week.plan?.phase?.rawValue ?? "–", week.plan?.type?.inWords ?? "–",
          week.plan?.load.text() ?? "–", week.inWords(week.doneLoad, isAhead: isAhead(week)),
          week.plan.map { String($0.minutes) } ?? "–",
          week.inWords(week.doneMinutes, isAhead: isAhead(week)), week.change?.change ?? "–",
        ]
      })
  }

  /// Whether nothing can be known of the week yet.
  private func isAhead(_ week: WeekFigures) -> Bool { week.isPlanned && week.doneLoad.value == nil }

  private func weeklyLoadDrawing(id: String) -> Drawing {
    let (top, bottom) = (52.0, 178.0)
    var drawing = Drawing(id: id, height: 236)
    let axis = WeekAxis(weeks)
    let values = ValueAxis(
      of: weeks.flatMap { [$0.plan?.load, $0.doneLoad.value].compactMap { $0 } }, top: top, bottom: bottom)
    drawing.draw(values, unit: "AU")
    for (place, week) in weeks.enumerated() {
      drawing.loadBar(week, at: axis.middle(place), axis, values)
    }
    drawing.weekKinds(weeks, axis, values)
    drawing.draw(axis, top: top, y: bottom + 16)
    drawing.phases(weeks, axis, y: bottom + 24)
    drawing.draw(today: today, on: axis, top: top - 12, bottom: bottom)
    let outline = Drawing.Stroke(paint: .series(1), width: 1.5)
    let isPart = weeks.contains { $0.doneLoad.value != nil && $0.doneLoad.unknownDays > 0 }
    drawing.keys(
      [
        .init(text: "planned", sample: .box(.empty, outline)),
        .init(text: "done", sample: .box(.plain(.series(1)))),
      ] + (isPart ? [.init(text: "partly known", sample: .box(.pattern(.striped(1))))] : []),
      y: 12)
    return drawing
  }
}

extension WeekFigures {
  /// A sum as people read it: partly known ones say so.
  fileprivate func inWords(_ sum: KnownSum, isAhead: Bool) -> String {
    guard let value = sum.value else { return isAhead ? "–" : "unknown" }
    return sum.unknownDays == 0
      ? value.text() : "\(value.text()) (\(sum.unknownDays.counted("day")) unknown)"
  }
}

extension Drawing {
  /// The bar of a week, or an empty slot where nothing is known of a week that is over.
  fileprivate mutating func loadBar(
    _ week: WeekFigures, at middle: Double, _ axis: WeekAxis, _ values: ValueAxis
  ) {
    let x = middle - axis.bar / 2
    func column(_ load: Double, _ fill: Fill, _ stroke: Stroke?) {
      rectangle(
        x: x, y: values.y(load), width: axis.bar, height: values.bottom - values.y(load), fill: fill,
        stroke: stroke)
    }
    let outline = Stroke(paint: .series(1), width: 1.5)
    if let done = week.doneLoad.value {
      column(done, week.doneLoad.unknownDays == 0 ? .plain(.series(1)) : .pattern(.striped(1)), nil)
    } else if !week.isPlanned {
      rectangle(
        x: x, y: values.bottom - 22, width: axis.bar, height: 22, fill: .empty,
        stroke: Stroke(paint: .faint, isDashed: true))
      if axis.slot >= 10 { text("?", Point(x: middle, y: values.bottom - 6), .middle) }
    }
    if let plan = week.plan { column(plan.load, .empty, outline) }
  }

  /// E over easier weeks, T over the first week of a taper; the words stand at the top.
  fileprivate mutating func weekKinds(_ weeks: [WeekFigures], _ axis: WeekAxis, _ values: ValueAxis) {
    var names: [String] = []
    for (place, week) in weeks.enumerated() {
      guard let plan = week.plan, let type = plan.type, type != .load else { continue }
      let follows = place > 0 && weeks[place - 1].plan?.type == type
      if follows, type == .taper || axis.slot < 12 { continue }
      let letter = type == .deload ? "E" : "T"
      let name = letter + (type == .deload ? " easier" : " taper")
      if !names.contains(name) { names.append(name) }
      let height = values.y(max(plan.load, week.doneLoad.value ?? 0))
      text(letter, Point(x: axis.middle(place), y: height - 4), .middle, .ink, hasHalo: true)
    }
    if !names.isEmpty { text(names.joined(separator: ", "), Point(x: WeekAxis.left, y: values.top - 14)) }
  }

  /// The phases as a band below the weeks, each with its name where there is room.
  fileprivate mutating func phases(_ weeks: [WeekFigures], _ axis: WeekAxis, y: Double) {
    var free = [0.0, 0.0]
    var place = 0
    while place < weeks.count {
      guard let phase = weeks[place].plan?.phase else {
        place += 1
        continue
      }
      let first = place
      while place < weeks.count, weeks[place].plan?.phase == phase { place += 1 }
      let (left, right) = (axis.middle(first) - axis.bar / 2, axis.middle(place - 1) + axis.bar / 2)
      rectangle(x: left, y: y, width: right - left, height: 3, fill: .plain(.faint))
      let width = Self.width(of: phase.rawValue)
      let middle = min((left + right) / 2, WeekAxis.right - width / 2)
      guard let row = free.indices.first(where: { free[$0] <= middle - width / 2 }) else { continue }
      text(phase.rawValue, Point(x: middle, y: y + 15 + 13 * Double(row)), .middle)
      free[row] = middle + width / 2 + 4
    }
  }
}
