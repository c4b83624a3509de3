import TrainingPlan

/// The limits of a day that look at the days before it, as plain numbers: infinite where a limit does not bind.
struct DailyBounds: Sendable {
  let ratioEWMA: Double
  let ratioCoupled: Double
  let ratioUncoupled: Double
  let rampAbsolute: Double
  let formFloor: Double
  let hipPer7: Double

  init(_ limits: Limits) {
    ratioEWMA = limits.acwrEWMAMax ?? .infinity
    ratioCoupled = limits.acwrCoupledMax ?? .infinity
    ratioUncoupled = limits.acwrUncoupledMax ?? .infinity
    let hasRamp = limits.rampAbsolute != nil || limits.rampRelative != nil
    rampAbsolute = hasRamp ? limits.rampAbsolute ?? 0 : .infinity
    formFloor = limits.formFloorRelative ?? -.infinity
    hipPer7 = limits.hip?.per7Cap ?? .infinity
  }
}
