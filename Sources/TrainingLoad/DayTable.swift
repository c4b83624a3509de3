/// The day table of a history: what each day's load did, one row a day in columns of equal length.
///
/// A missing day is unknown, not rest. What that does to each column:
///
/// | column | on the unknown day | after it |
/// |---|---|---|
/// | load, hip, relief | nil | as known |
/// | fitness, fatigue | nil | the averages go on from where they stood; `standing` says so for 42 known days |
/// | form, previous day | from the day before | as fitness |
/// | form, same day | nil | as fitness |
/// | ramp | nil | nil where either of the two days is unknown |
/// | ratioCoupled, ratioUncoupled | nil | nil until 28 days in a row are known |
/// | ratioEWMA | nil | nil for 27 days |
/// | monotony, strain | nil | nil until 7 days in a row are known |
public struct DayTable: Equatable, Sendable {
  /// The days themselves: `load`, `hip`, `relief`.
  public let days: DaySeries
  /// The formulas' variants.
  public let options: Options
  /// `fitness`, `fatigue`, `form`, `ramp` and `standing`.
  public let response: FitnessSeries
  /// Workload ratio from exponential averages. Contested, see `WorkloadRatio`.
  public let ratioEWMA: [Double?]
  /// Workload ratio whose usual load includes the recent days. Contested.
  public let ratioCoupled: [Double?]
  /// Workload ratio whose usual load leaves out the recent days. Contested.
  public let ratioUncoupled: [Double?]
  /// Monotony of the seven days that end here; nil where it has no value, see `Monotony`.
  public let monotony: [Double?]
  /// Strain of the seven days that end here, load units.
  public let strain: [Double?]

  /// Which variants of the formulas make the table.
  public struct Options: Equatable, Sendable {
    /// Fitness, fatigue and form.
    public var fitness: FitnessModel
    /// The deviation in monotony.
    public var deviation: Monotony.Deviation

    /// The variants; the defaults of the two.
    public init(fitness: FitnessModel = FitnessModel(), deviation: Monotony.Deviation = .sample) {
      self.fitness = fitness
      self.deviation = deviation
    }

    /// The variants in words, for every output.
    public var name: String {
      "fitness \(fitness.name); workload ratio 7:28 days, EWMA \(Smoothing.span.formula) from the first load; "
        + "monotony \(deviation.rawValue) SD"
    }
  }

  /// The table of a series of days.
  public init(_ days: DaySeries, options: Options = Options()) {
    self.days = days
    self.options = options
    let load = days.load
    response = options.fitness.series(load)
    ratioEWMA = WorkloadRatio.ewma.series(load)
    ratioCoupled = WorkloadRatio.coupled.series(load)
    ratioUncoupled = WorkloadRatio.uncoupled.series(load)
    var monotony = [Double?](repeating: nil, count: load.count)
    var strain = monotony
    for day in load.indices.dropFirst(Monotony.days - 1) {
      let week = Monotony(load[(day - Monotony.days + 1)...day], deviation: options.deviation)
      monotony[day] = week.monotony
      strain[day] = week.strain
    }
    self.monotony = monotony
    self.strain = strain
  }

  /// Number of days.
  public var count: Int { days.count }
  /// The day of a row, from 0.
  public func date(_ row: Int) -> CivilDay { days.first + row }
  /// Load a day, in the unit of the series.
  public var load: [Double?] { days.load }
  /// Fitness at the end of the day, load units a day.
  public var fitness: [Double?] { response.fitness }
  /// Fatigue at the end of the day, load units a day.
  public var fatigue: [Double?] { response.fatigue }
  /// Fitness minus fatigue, by the convention in `options`.
  public var form: [Double?] { response.form }
  /// Fitness minus fitness seven days earlier.
  public var ramp: [Double?] { response.ramp }
  /// What the day's fitness, fatigue and form rest on.
  public var standing: [Standing] { response.standing }
  /// Hip-flexion exposure a day, run-minutes.
  public var hip: [Double?] { days.hip }
  /// Relief a day, minutes.
  public var relief: [Double?] { days.relief }
}
