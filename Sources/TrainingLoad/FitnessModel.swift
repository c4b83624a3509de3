/// Fitness, fatigue and form: two exponentially weighted averages of daily load and their difference.
///
/// Also known as CTL, ATL and TSB. What a day is worth differs between products, so `name` says the variant
/// and goes into every output. Load and results share a unit: load units a day.
///
/// Source: code of GoldenCheetah, Elevate, Sauce for Strava and Runalyze; the defaults are convention.
public struct FitnessModel: Equatable, Sendable {
  /// How the time constants become weights.
  public var smoothing: Smoothing
  /// Time constant of fitness, days, above 0.
  public var fitnessDays: Double
  /// Time constant of fatigue, days, above 0.
  public var fatigueDays: Double
  /// Fitness and fatigue on the evening before the first day.
  public var seed: Seed
  /// Which day's fitness and fatigue make a day's form.
  public var form: FormConvention

  /// Fitness and fatigue to start from, load units a day.
  public struct Seed: Equatable, Sendable {
    /// Fitness.
    public var fitness: Double
    /// Fatigue.
    public var fatigue: Double

    /// A start from known values.
    public init(fitness: Double, fatigue: Double) {
      self.fitness = fitness
      self.fatigue = fatigue
    }

    /// Nothing before the first day.
    public static let zero = Seed(fitness: 0, fatigue: 0)
  }

  /// A model; 42 and 7 days, exponential smoothing, no seed and form before the day's session by default.
  public init(
    smoothing: Smoothing = .exponential, fitnessDays: Double = 42, fatigueDays: Double = 7,
    seed: Seed = .zero, form: FormConvention = .previousDay
  ) {
    self.smoothing = smoothing
    self.fitnessDays = fitnessDays
    self.fatigueDays = fatigueDays
    self.seed = seed
    self.form = form
  }

  /// The variant in words, for example
  /// `exponential 1-exp(-1/tau), 42 and 7 days, seed 0 and 0, form previous-day`.
  public var name: String {
    func text(_ value: Double) -> String { Int(exactly: value).map { String($0) } ?? String(value) }
    return "\(smoothing.rawValue) \(smoothing.formula), "
      + "\(text(fitnessDays)) and \(text(fatigueDays)) days, "
      + "seed \(text(seed.fitness)) and \(text(seed.fatigue)), form \(form.rawValue)"
  }

  /// The series for daily loads, oldest first; nil is a day of which nothing is known.
  ///
  /// An unknown day has no fitness, fatigue or same-day form of its own, and the averages pass it unchanged,
  /// as if it had been the athlete's usual day: neither training nor rest is made up. What follows is marked
  /// `afterUnknownDay`.
  public func series(_ loads: [Double?]) -> FitnessSeries {
    FitnessSeries(loads, model: self)
  }
}

/// Which day's fitness and fatigue make a day's form.
public enum FormConvention: String, CaseIterable, Sendable {
  /// Yesterday's: form before the day's session (Elevate, WKO4, GoldenCheetah). The default.
  case previousDay = "previous-day"
  /// The day's own, its session included (Runalyze, FitOps).
  case sameDay = "same-day"
}

/// How far a day's fitness can be trusted, from the history that it rests on.
public enum Standing: String, CaseIterable, Sendable {
  /// One time constant of fitness (42 days) or fewer of known days since the first: the start still shows.
  case warmingUp = "warming-up"
  /// One time constant of fitness or fewer of known days since an unknown one, or itself unknown.
  case afterUnknownDay = "after-unknown-day"
  /// A longer unbroken history than that.
  case settled
}

/// Fitness, fatigue, form and ramp day by day: columns of equal length, oldest day first.
public struct FitnessSeries: Equatable, Sendable {
  /// Fitness at the end of the day; nil on an unknown day.
  public private(set) var fitness: [Double?]
  /// Fatigue at the end of the day; nil on an unknown day.
  public private(set) var fatigue: [Double?]
  /// Fitness minus fatigue by the model's convention; before the first day that of the seed.
  public private(set) var form: [Double?]
  /// Fitness minus fitness seven days earlier; nil on the first seven days and where either is unknown.
  public private(set) var ramp: [Double?]
  /// What the day's values rest on.
  public private(set) var standing: [Standing]

  init(_ loads: [Double?], model: FitnessModel) {
    let days = loads.count
    fitness = Array(repeating: nil, count: days)
    fatigue = fitness
    form = fitness
    ramp = fitness
    standing = Array(repeating: .warmingUp, count: days)

    var fit = MovingAverage(
      weight: model.smoothing.weight(days: model.fitnessDays), seed: model.seed.fitness)
    var tired = MovingAverage(
      weight: model.smoothing.weight(days: model.fatigueDays), seed: model.seed.fatigue)
    var known = 0
    var broken = false
    for day in 0..<days {
      if model.form == .previousDay { form[day] = fit.value - tired.value }
      if let load = loads[day] {
        fit.add(load)
        tired.add(load)
        fitness[day] = fit.value
        fatigue[day] = tired.value
        if model.form == .sameDay { form[day] = fit.value - tired.value }
        if day >= 7, let before = fitness[day - 7] { ramp[day] = fit.value - before }
        known += 1
      } else {
        broken = broken || known > 0
        known = 0
      }
      if Double(known) > model.fitnessDays {
        standing[day] = .settled
      } else if broken {
        standing[day] = .afterUnknownDay
      }
    }
  }
}
