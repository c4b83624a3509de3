/// Banister's two-component model: performance as what training builds minus what it costs.
///
/// `g = g exp(-1/tau1) + w`, `h = h exp(-1/tau2) + w`, `p = p0 + k1 g - k2 h`; a load `w` counts fully on its
/// own day. A what-if curve for the coach, never the source of a warning: fitted parameters are uncertain
/// (Hellard et al. 2006).
///
/// Source: Morton, Fitz-Clarke & Banister 1990, J Appl Physiol 69:1171-1177.
public struct ImpulseResponse: Equatable, Sendable {
  /// tau1: time constant of fitness, days, above 0.
  public var fitnessDays: Double
  /// tau2: time constant of fatigue, days, above 0.
  public var fatigueDays: Double
  /// k1: performance for each unit of fitness.
  public var fitnessGain: Double
  /// k2: performance lost for each unit of fatigue.
  public var fatigueGain: Double
  /// p0: performance without training.
  public var baseline: Double

  /// A model of the given parameters.
  public init(
    fitnessDays: Double, fatigueDays: Double, fitnessGain: Double, fatigueGain: Double, baseline: Double = 0
  ) {
    self.fitnessDays = fitnessDays
    self.fatigueDays = fatigueDays
    self.fitnessGain = fitnessGain
    self.fatigueGain = fatigueGain
    self.baseline = baseline
  }

  /// 42 and 7 days, gains 1 and 2: the constants of Runalyze.
  public static let runalyze = ImpulseResponse(
    fitnessDays: 42, fatigueDays: 7, fitnessGain: 1, fatigueGain: 2)
  /// 45 and 15 days, gains 1 and 2: the constants given for Morton et al. 1990 (from memory of the paper).
  public static let morton1990 = ImpulseResponse(
    fitnessDays: 45, fatigueDays: 15, fitnessGain: 1, fatigueGain: 2)
  /// 50 and 11 days, gains 0.2: where GoldenCheetah starts its fit.
  public static let goldenCheetah = ImpulseResponse(
    fitnessDays: 50, fatigueDays: 11, fitnessGain: 0.2, fatigueGain: 0.2)

  /// The three columns day by day, oldest first; nil on an unknown day.
  public struct Curve: Equatable, Sendable {
    /// g: accumulated fitness, load units.
    public var fitness: [Double?]
    /// h: accumulated fatigue, load units.
    public var fatigue: [Double?]
    /// p: performance, in the unit that the gains give.
    public var performance: [Double?]
  }

  /// The curve for daily loads, oldest first, from nothing before the first day.
  ///
  /// An unknown day (nil) has no values, and fitness and fatigue pass it unchanged, as in `FitnessModel`.
  public func curve(_ loads: [Double?]) -> Curve {
    let unknown = [Double?](repeating: nil, count: loads.count)
    var curve = Curve(fitness: unknown, fatigue: unknown, performance: unknown)
    let keptFitness = exponential(-1 / fitnessDays)
    let keptFatigue = exponential(-1 / fatigueDays)
    var (fitness, fatigue) = (0.0, 0.0)
    for (day, load) in loads.enumerated() {
      guard let load else { continue }
      fitness = fitness * keptFitness + load
      fatigue = fatigue * keptFatigue + load
      curve.fitness[day] = fitness
      curve.fatigue[day] = fatigue
      curve.performance[day] = baseline + fitnessGain * fitness - fatigueGain * fatigue
    }
    return curve
  }
}
