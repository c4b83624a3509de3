/// What is known of each day of a stretch of days: flat columns, one value a day, oldest first.
///
/// A missing day is unknown, not rest: its values are nil. A day of rest is known and has load 0. All loads
/// are of one unit; sRPE, TRIMP and stress scores never share a series.
public struct DaySeries: Equatable, Sendable {
  /// The first day.
  public let first: CivilDay
  /// Load a day, of one unit throughout.
  public private(set) var load: [Double?]
  /// Hip-flexion exposure a day, run-minutes.
  public private(set) var hip: [Double?]
  /// Relief a day, minutes.
  public private(set) var relief: [Double?]

  /// A known session, or a day of rest (all zero).
  public struct Entry: Equatable, Sendable {
    /// The day.
    public var day: CivilDay
    /// Load, 0 or more and finite; nil = not known.
    public var load: Double?
    /// Run-minutes, 0 or more and finite; nil = not known.
    public var hip: Double?
    /// Relief minutes, 0 or more and finite; nil = not known.
    public var relief: Double?

    /// What is known of a session; rest by default.
    public init(day: CivilDay, load: Double? = 0, hip: Double? = 0, relief: Double? = 0) {
      self.day = day
      self.load = load
      self.hip = hip
      self.relief = relief
    }
  }

  /// The days from the first entry to the last, or to `end` if that is later; empty without entries.
  ///
  /// The entries of a day add up, in the order given; one with an unknown value makes that value of its day
  /// unknown. A value that is negative or not finite counts as unknown.
  public init(_ entries: [Entry], through end: CivilDay? = nil) {
    guard let first = entries.map(\.day).min(), let last = entries.map(\.day).max() else {
      self.init(first: end ?? CivilDay(number: 0), load: [])
      return
    }
    let count = max(last, end ?? last) - first + 1
    self.init(first: first, load: Array(repeating: nil, count: count))
    var isNamed = Array(repeating: false, count: count)
    for entry in entries {
      let index = entry.day - first
      if !isNamed[index] {
        isNamed[index] = true
        (load[index], hip[index], relief[index]) = (0, 0, 0)
      }
      load[index] = DaySeries.sum(load[index], entry.load)
      hip[index] = DaySeries.sum(hip[index], entry.hip)
      relief[index] = DaySeries.sum(relief[index], entry.relief)
    }
  }

  /// The days from `first` on, one for each load; `hip` and `relief` are cut or filled up (unknown) to as many.
  public init(first: CivilDay, load: [Double?], hip: [Double?] = [], relief: [Double?] = []) {
    func column(_ values: [Double?]) -> [Double?] {
      let kept = values.prefix(load.count).map { DaySeries.sum(0, $0) }
      return kept + Array(repeating: nil, count: load.count - kept.count)
    }
    self.first = first
    self.load = column(load)
    self.hip = column(hip)
    self.relief = column(relief)
  }

  /// Number of days.
  public var count: Int { load.count }

  private static func sum(_ total: Double?, _ value: Double?) -> Double? {
    guard let total, let value, value >= 0, value.isFinite else { return nil }
    return total + value
  }
}
