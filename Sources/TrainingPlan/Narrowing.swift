public import TrainingLoad

/// A coach's tighter bounds on an entry of the catalogue.
public struct Narrowing: Equatable, Sendable {
  /// Shortest session, minutes; nil = as in the catalogue.
  public var minMinutes: Double?
  /// Longest session, minutes; nil = as in the catalogue.
  public var maxMinutes: Double?
  /// At most so many in a plan week; nil = as in the catalogue.
  public var maxPerWeek: Int?
  /// The weekdays it may fall on; nil = as in the catalogue.
  public var weekdays: [Weekday]?

  /// Tighter bounds; nil values leave the entry as it is.
  public init(
    minMinutes: Double? = nil, maxMinutes: Double? = nil, maxPerWeek: Int? = nil, weekdays: [Weekday]? = nil
  ) {
    self.minMinutes = minMinutes
    self.maxMinutes = maxMinutes
    self.maxPerWeek = maxPerWeek
    self.weekdays = weekdays
  }

  /// Why bounds do not narrow an entry.
  public enum Refusal: Error, Equatable, Sendable {
    /// A shorter shortest session than the entry allows, minutes.
    case minMinutesBelow(Double)
    /// A longer longest session than the entry allows, minutes.
    case maxMinutesAbove(Double)
    /// More sessions a week than the entry allows.
    case maxPerWeekAbove(Int)
    /// Weekdays that the entry does not allow.
    case weekdaysOutside([Weekday])
    /// The shortest session would be longer than the longest one.
    case nothingLeft(minMinutes: Double, maxMinutes: Double)
    /// No session a week would be left.
    case noSession
    /// No weekday would be left.
    case noWeekday
  }
}

extension CatalogueEntry {
  /// The entry with tighter bounds.
  ///
  /// - Throws: `Narrowing.Refusal` where a bound is wider than the entry's, or nothing would be left.
  public func narrowed(by narrowing: Narrowing) throws(Narrowing.Refusal) -> CatalogueEntry {
    var entry = self
    if let minutes = narrowing.minMinutes {
      guard minutes >= minMinutes else { throw .minMinutesBelow(minMinutes) }
      entry.minMinutes = minutes
    }
    if let minutes = narrowing.maxMinutes {
      guard minutes <= maxMinutes else { throw .maxMinutesAbove(maxMinutes) }
      entry.maxMinutes = minutes
    }
    guard entry.minMinutes <= entry.maxMinutes else {
      throw .nothingLeft(minMinutes: entry.minMinutes, maxMinutes: entry.maxMinutes)
    }
    if let count = narrowing.maxPerWeek {
      if let maxPerWeek, count > maxPerWeek { throw .maxPerWeekAbove(maxPerWeek) }
      guard count > 0 else { throw .noSession }
      entry.maxPerWeek = count
    }
    if let days = narrowing.weekdays {
      let outside = days.filter { weekdays?.contains($0) == false }
      guard outside.isEmpty else { throw .weekdaysOutside(outside) }
      guard !days.isEmpty else { throw .noWeekday }
      entry.weekdays = days
    }
    return entry
  }
}
