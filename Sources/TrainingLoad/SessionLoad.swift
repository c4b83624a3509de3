/// The load of one session from how hard it felt.
///
/// Loads of different units (sRPE, TRIMP, stress scores) never go into one series.
public enum SessionLoad {
  /// Session-RPE load in arbitrary units (AU): rating x minutes.
  ///
  /// Source: Foster et al. 2001, J Strength Cond Res 15(1):109-115.
  ///
  /// - Parameters:
  ///   - rating: One number for the whole session on the CR-10 scale, 0-10, asked about 30 minutes after it.
  ///   - minutes: Length of the session, 0 or more.
  /// - Returns: AU; nil for a rating outside 0-10 or minutes that are negative or not finite.
  public static func perceived(rating: Double, minutes: Double) -> Double? {
    guard (0...10).contains(rating), minutes >= 0, minutes.isFinite else { return nil }
    return rating * minutes
  }
}

/// A session load guessed from the kind of activity alone, for when nothing else is known.
///
/// The rating is this product's assumption, not a measurement: whoever shows it says "estimated".
/// The MET of an activity comes from the Compendium of Physical Activities.
public struct METEstimate: Equatable, Sendable {
  /// MET x minutes.
  public let metMinutes: Double
  /// Guessed session rating, CR-10: 2 below 3 MET, 3 below 6 MET, 5 below 9 MET, else 6.
  public let rating: Double
  /// Guessed session-RPE load, AU.
  public let load: Double

  /// The estimate for an activity of so many MET; nil unless both are finite and `met` is above 0.
  public init?(met: Double, minutes: Double) {
    guard met > 0, met.isFinite, minutes >= 0, minutes.isFinite else { return nil }
    metMinutes = met * minutes
    rating =
      switch met {
      case ..<3: 2
      case ..<6: 3
      case ..<9: 5
      default: 6
      }
    load = rating * minutes
  }
}
