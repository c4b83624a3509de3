import TrainingLoad

/// The level axis that all charts share: one slot a week, so that weeks stand below each other.
struct WeekAxis {
  static let left = 44.0
  static let right = 396.0

  private let weeks: [WeekFigures]
  /// Room of a week, units.
  let slot: Double

  init(_ weeks: [WeekFigures]) {
    self.weeks = weeks
    slot = (Self.right - Self.left) / Double(max(1, weeks.count))
  }

  /// Width of a bar.
  var bar: Double { slot * (slot > 10 ? 0.76 : 0.84) }

  /// The middle of the week at a place in the row.
  func middle(_ place: Int) -> Double { Self.left + (Double(place) + 0.5) * slot }

  /// The middle of a day.
  func x(_ day: CivilDay) -> Double { edge(day) + slot / 14 }

  /// Where a day begins.
  func edge(_ day: CivilDay) -> Double {
    Self.left + Double(daysBefore(day)) / 7 * slot
  }

  /// Days from the first of the axis to a day.
  func daysBefore(_ day: CivilDay) -> Int { weeks.first.map { day - $0.days.lowerBound } ?? 0 }

  /// How many weeks share a label of a width, so that labels keep apart.
  func weeks(perLabel width: Double) -> Int { max(1, Int((width / slot).rounded(.up))) }

  /// Whether the day falls into the weeks.
  func holds(_ day: CivilDay) -> Bool {
    guard let first = weeks.first, let last = weeks.last else { return false }
    return day >= first.days.lowerBound && day <= last.days.upperBound
  }

  /// Weeks before the plan.
  var pastCount: Int { weeks.count { !$0.isPlanned } }

  /// The numbers of the plan weeks that fit: the first, and every so many.
  var numbered: [(place: Int, number: Int)] {
    let every = weeks(perLabel: 19)
    let step = every <= 2 ? every : every <= 4 ? 4 : every <= 8 ? 8 : every
    return weeks.indices.compactMap { place in
      guard weeks[place].isPlanned else { return nil }
      let number = weeks[place].index + 1
      return number == 1 || number % step == 0 ? (place, number) : nil
    }
  }
}

extension Drawing {
  /// The numbers of the weeks with their foot at `y`, and where the plan begins, from `top` down.
  mutating func draw(_ axis: WeekAxis, top: Double, y: Double) {
    text("week", Point(x: WeekAxis.left - 5, y: y), .end)
    for (place, number) in axis.numbered {
      let name = String(number)
      let last = WeekAxis.right - Self.width(of: name) / 2 + 2
      text(name, Point(x: min(axis.middle(place), last), y: y), .middle)
    }
    guard axis.pastCount > 0 else { return }
    let start = WeekAxis.left + Double(axis.pastCount) * axis.slot
    line(Point(x: start, y: top), Point(x: start, y: y), .axis)
    let room = start - WeekAxis.left
    let name = ["before the plan", "before"].first { Self.width(of: $0) <= room }
    if let name { text(name, Point(x: WeekAxis.left + room / 2, y: y), .middle) }
  }

  /// The line of today, with its name at its head, where it falls into the weeks.
  mutating func draw(today: CivilDay?, on axis: WeekAxis, top: Double, bottom: Double) {
    guard let today, axis.holds(today) else { return }
    let x = axis.edge(today)
    line(Point(x: x, y: top), Point(x: x, y: bottom), Stroke(paint: .ink, width: 1.5))
    let isLate = x > Self.width - 60
    text(
      "today", Point(x: x + (isLate ? -4 : 4), y: top + 10), isLate ? .end : .start, .ink, hasHalo: true)
  }
}
