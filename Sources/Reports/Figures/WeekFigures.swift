import TrainingLoad
import TrainingPlan

/// A sum over days of which some may be unknown.
struct KnownSum: Equatable, Sendable {
  /// The sum over the known days; nil where none is known.
  let value: Double?
  /// Days of which nothing is known.
  let unknownDays: Int

  init(_ days: [Double?]) {
    let known = days.compactMap { $0 }
    value = known.isEmpty ? nil : known.reduce(0, +)
    unknownDays = days.count - known.count
  }

  /// The sum where every day is known.
  var complete: Double? { unknownDays == 0 ? value : nil }
}

/// A week of the past or of the plan in numbers.
struct WeekFigures: Equatable, Sendable {
  /// The plan week, from 0; below 0 before the plan, -1 for the week right before it.
  let index: Int
  /// Its days; the last week ends with the event.
  let days: ClosedRange<CivilDay>
  /// What the plan says of the week; nil before the plan.
  let plan: WeekSummary?
  /// The event is in it.
  let holdsEvent: Bool
  /// Load done, AU.
  let doneLoad: KnownSum
  /// Minutes done.
  let doneMinutes: KnownSum
  /// Rest days before the event; nil where a day is unknown.
  let restDays: Int?
  /// The day with the most load; nil where no day has any.
  let hardestDay: DayLoad?
  /// Monotony and strain of the planned days, or before the plan of the days done.
  let monotony: Monotony
  /// Exposure by activity over the known days, run-minutes; nil where none is known.
  let hip: HipByGroup?
  /// Days whose exposure is unknown.
  let hipUnknownDays: Int
  /// Most days in a row with much hip flexion that the week saw, days before it included; an unknown day ends
  /// the row, and nil stands where no day is known.
  let hipStreak: Int?
  /// Relief minutes; nil = unknown.
  let relief: Double?
  /// Minutes by effort; planned, or before the plan done.
  let intensity: IntensityMinutes
  /// Change of load from the last week that built; before the plan, from the week before. Nil where there is
  /// nothing to compare with.
  let change: Double?

  /// A day and its load, AU.
  struct DayLoad: Equatable, Sendable {
    let day: CivilDay
    let load: Double
  }

  /// Whether it is a week of the plan.
  var isPlanned: Bool { plan != nil }

  /// What people call it in a row: `3`, or `2 before` for the second week before the plan.
  var name: String { isPlanned ? String(index + 1) : "\(-index) before" }

  /// Monotony as people read it: its value, or why there is none.
  var monotonyInWords: String { monotony.monotony?.text(2) ?? noMonotonyReason }

  /// Strain as people read it, AU.
  var strainInWords: String { monotony.strain?.text() ?? noMonotonyReason }

  /// Why monotony has no value.
  var noMonotonyReason: String {
    switch monotony {
    case .value: ""
    case .noVariation: "no variation"
    case .noTraining: "no training"
    case .tooFewDays: holdsEvent ? "week of the event" : "fewer than 7 known days"
    }
  }
}
