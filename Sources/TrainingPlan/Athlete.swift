/// Who trains. Samples use invented names.
public struct Athlete: Equatable, Sendable {
  /// Name that people read.
  public var name: String
  /// Year of birth; nil = not said.
  public var born: Int?
  /// How long the athlete has trained.
  public var experience: Experience
  /// Hours a day spent sitting; nil = not said.
  public var sittingHours: Double?
  /// IANA time zone, for example `Europe/Berlin`.
  public var zone: String
  /// The way of support work that the coach chose; nil = none chosen.
  public var support: Routine.Track?

  /// Training age, which sets defaults.
  public enum Experience: String, CaseIterable, Sendable {
    /// Less than twelve months of regular training.
    case novice
    /// Trains regularly, without a competitive aim.
    case recreational
    /// Trains for results.
    case experienced
    /// Comes back after a break.
    case returning
  }

  /// An athlete; see the properties.
  public init(
    name: String, born: Int? = nil, experience: Experience = .recreational, sittingHours: Double? = nil,
    zone: String = "UTC", support: Routine.Track? = nil
  ) {
    self.name = name
    self.born = born
    self.experience = experience
    self.sittingHours = sittingHours
    self.zone = zone
    self.support = support
  }
}
