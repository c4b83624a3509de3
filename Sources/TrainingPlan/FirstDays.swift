import TrainingLoad

extension Limits {
  /// What the first days of a plan are held to where the days before it break a limit of every day by themselves: after
  /// a hard race, fitness has just risen fast and form is low whatever is planned. After days off they are easy, and no
  /// limit is looser.
  ///
  /// They are days without hard and without long sessions, and so is the rest of a week that begins with four of them or
  /// more, which is a light one. A nil limit is the one of every day.
  public struct FirstDays: Equatable, Sendable {
    /// How many days.
    public var count: Int
    /// Weeks that begin with four of them or more.
    public var lightWeeks: Int { (count + 3) / 7 }
    /// Days without hard and without long sessions.
    public var easyCount: Int { max(count, 7 * lightWeeks) }
    /// Stands for the limit of the same name.
    public var acwrEWMAMax: Double?
    /// Stands for the limit of the same name.
    public var acwrCoupledMax: Double?
    /// Stands for the limit of the same name.
    public var acwrUncoupledMax: Double?
    /// Stands for the limit of the same name, AU a day.
    public var rampAbsolute: Double?
    /// Stands for the limit of the same name.
    public var formFloorRelative: Double?
    /// Stands for `Hip.per7Cap`, run-minutes.
    public var hipPer7: Double?
    /// Load of the first week, at most, AU; nil = no such limit. After days off it is a share of a usual week (science R17).
    public var weekLoad: Double?

    /// So many days, on which nothing is looser yet.
    public init(count: Int) { self.count = count }
  }

  /// The limits of a plan day, counted from 0: those of the first days where they are looser; what does not bind later
  /// does not bind then.
  public func on(_ day: Int) -> Limits {
    guard let firstDays, day < firstDays.count else { return self }
    var limits = self
    limits.acwrEWMAMax = acwrEWMAMax.map { max($0, firstDays.acwrEWMAMax ?? $0) }
    limits.acwrCoupledMax = acwrCoupledMax.map { max($0, firstDays.acwrCoupledMax ?? $0) }
    limits.acwrUncoupledMax = acwrUncoupledMax.map { max($0, firstDays.acwrUncoupledMax ?? $0) }
    limits.rampAbsolute = rampAbsolute.map { max($0, firstDays.rampAbsolute ?? $0) }
    limits.formFloorRelative = formFloorRelative.map { min($0, firstDays.formFloorRelative ?? $0) }
    limits.hip?.per7Cap = (hip?.per7Cap).map { max($0, firstDays.hipPer7 ?? $0) }
    return limits
  }
}

extension Limits {
  /// Holds the first days to what the history leaves of the limits, and makes the weeks that begin with four such days or
  /// more light ones.
  ///
  /// - Parameters:
  ///   - history: What was done before the plan, 28 days or more.
  ///   - model: How fitness and fatigue follow from load.
  ///   - dayCount: Days of the plan before its event.
  ///   - easyDays: First days without a hard or a long session in any case.
  ///   - weekLoad: What the first week holds at most, AU; nil = no such limit.
  public mutating func makeRoom(
    for history: PlanProblem.History, _ model: PlanProblem.ResponseModel, dayCount: Int, easyDays: Int = 0,
    weekLoad: Double? = nil
  ) {
    firstDays = FirstDays(self, after: history, model, dayCount: dayCount)
    if firstDays?.count ?? 0 < easyDays {
      firstDays = firstDays ?? FirstDays(count: easyDays)
      firstDays?.count = easyDays
    }
    firstDays?.weekLoad = weekLoad
    guard let firstDays else { return }
    if firstDays.rampAbsolute != nil { rampAbsolute = rampAbsolute ?? 0 }
    lightWeeks = Set(lightWeeks).union(0..<firstDays.lightWeeks).sorted()
  }
}

extension Limits.FirstDays {
  /// Days for which the past is asked.
  private static let reach = 28
  /// Share of a usual day that a day of recovery holds, and of what a limit of hip flexion allows on one.
  private static let recovery = 0.5

  /// The days on which the past alone breaks limits, even when each day holds no more than half of a usual one, and what
  /// they come to then; nil where there are none.
  ///
  /// - Parameters:
  ///   - limits: The limits of every day.
  ///   - history: What was done before the plan, 28 days or more.
  ///   - model: How fitness and fatigue follow from load.
  ///   - dayCount: Days of the plan before its event.
  public init?(
    _ limits: Limits, after history: PlanProblem.History, _ model: PlanProblem.ResponseModel, dayCount: Int
  ) {
    let past = Past(limits, history, model, days: min(Self.reach, dayCount))
    let cases = past.cases(of: limits)
    let last = cases.compactMap { $0.lastBroken(before: past.days) }.max()
    guard let last else { return nil }
    self.init(count: last + 1)
    for one in cases { one.loosen(&self) }
  }

  /// A limit, what the past makes of it on each day, and where the looser one belongs.
  private struct Case {
    let place: WritableKeyPath<Limits.FirstDays, Double?>
    let limit: Double
    let isFloor: Bool
    /// The looser limit is a whole number of parts, so many to the unit.
    let perUnit: Double
    let value: (_ day: Int) -> Double

    private func isBroken(on day: Int) -> Bool {
      isFloor ? value(day) < limit - 1e-6 : value(day) > limit + 1e-6
    }

    func lastBroken(before end: Int) -> Int? { (0..<end).last(where: isBroken) }

    func loosen(_ days: inout Limits.FirstDays) {
      let broken = (0..<days.count).filter(isBroken).map(value)
      guard let least = broken.min(), let most = broken.max() else { return }
      days[keyPath: place] =
        isFloor ? (least * perUnit).rounded(.down) / perUnit : (most * perUnit).rounded(.up) / perUnit
    }
  }

  /// The history and days of recovery after it.
  private struct Past {
    let days: Int
    private let first: Int
    private let load: [Double]
    private let hip: [Double]
    private let acute: [Double]
    private let chronic: [Double]
    private let fitness: [Double]
    private let fatigue: [Double]

    init(
      _ limits: Limits, _ history: PlanProblem.History, _ model: PlanProblem.ResponseModel, days: Int
    ) {
      let usual = Limits.FirstDays.recovery / 28
      let usualHip = usual * history.hip.suffix(28).reduce(0, +)
      let allowedHip = limits.hip?.per7Cap.map { Limits.FirstDays.recovery * $0 / 7 } ?? usualHip
      let load =
        history.load + Array(repeating: usual * history.load.suffix(28).reduce(0, +), count: days)
      let seed = history.load.prefix(28).reduce(0, +) / 28
      func averages(_ weight: Double) -> [Double] {
        var average = MovingAverage(weight: weight, seed: seed)
        return load.map {
          average.add($0)
          return average.value
        }
      }
      let smoothing: Smoothing = model.smoothing == .exponential ? .exponential : .reciprocal
      self.load = load
      hip = history.hip + Array(repeating: min(usualHip, allowedHip), count: days)
      acute = averages(Smoothing.span.weight(days: 7))
      chronic = averages(Smoothing.span.weight(days: 28))
      fitness = averages(smoothing.weight(days: model.fitnessDays))
      fatigue = averages(smoothing.weight(days: model.fatigueDays))
      first = history.load.count
      self.days = first >= 28 && history.hip.count == first ? days : 0
    }

    func cases(of limits: Limits) -> [Case] {
      let eased = limits.acuteAllowance
      func ratio(_ acute: Double, _ chronic: Double) -> Double {
        chronic > 1e-9 ? max(0, acute - eased) / chronic : 0
      }
      let hasRamp = limits.rampAbsolute != nil || limits.rampRelative != nil
      let all: [Case?] = [
        limits.acwrEWMAMax.map { limit in
          Case(place: \.acwrEWMAMax, limit: limit, isFloor: false, perUnit: 100) {
            ratio(acute[first + $0], chronic[first + $0])
          }
        },
        limits.acwrCoupledMax.map { limit in
          Case(place: \.acwrCoupledMax, limit: limit, isFloor: false, perUnit: 100) {
            ratio(sum(load, 7, to: $0) / 7, sum(load, 28, to: $0) / 28)
          }
        },
        limits.acwrUncoupledMax.map { limit in
          Case(place: \.acwrUncoupledMax, limit: limit, isFloor: false, perUnit: 100) {
            ratio(sum(load, 7, to: $0) / 7, (sum(load, 28, to: $0) - sum(load, 7, to: $0)) / 21)
          }
        },
        hasRamp
          ? Case(place: \.rampAbsolute, limit: limits.rampAbsolute ?? 0, isFloor: false, perUnit: 10) {
            fitness[first + $0] - (1 + (limits.rampRelative ?? 0)) * fitness[first + $0 - 7]
          } : nil,
        limits.formFloorRelative.map { limit in
          Case(place: \.formFloorRelative, limit: limit, isFloor: true, perUnit: 100) {
            let now = fitness[first + $0]
            return now > 1e-9 ? (now - fatigue[first + $0]) / now : 0
          }
        },
        limits.hip?.per7Cap.map { limit in
          Case(place: \.hipPer7, limit: limit, isFloor: false, perUnit: 1) { sum(hip, 7, to: $0) }
        },
      ]
      return all.compactMap { $0 }
    }

    private func sum(_ column: [Double], _ days: Int, to day: Int) -> Double {
      column[(first + day - days + 1)...(first + day)].reduce(0, +)
    }
  }
}
