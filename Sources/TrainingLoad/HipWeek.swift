/// What the hip-flexion signals look at: a week, and the days before it.
public struct HipWeek: Equatable, Sendable {
  /// Run-minutes a day, oldest first; the last seven are the week, the 28 before it the base of the rise.
  /// Nil is a day of which nothing is known. Fewer days are as if those before were unknown.
  public var runMinutes: [Double?]
  /// The week's sessions.
  public var sessions: [Session]
  /// Relief minutes of the week.
  public var reliefMinutes: Double
  /// Static minutes on each day of the week, of training and of sitting together; nil where unknown.
  public var staticMinutes: [Double?]
  /// Sit-ups planned or done.
  public var sitUps: SitUps
  /// Longest time seated without a stop, minutes; nil = not said.
  public var longestSeatedMinutes: Double?

  /// A session of the week; support work has no training minutes.
  public struct Session: Equatable, Sendable {
    /// Family of activity, for example `run`.
    public var family: String
    /// Minutes without corrective, release, lengthening and static work.
    public var trainingMinutes: Double
    /// Minutes of these in activities that flex the hip again and again.
    public var flexionMinutes: Double
    /// Run-minutes.
    public var runMinutes: Double

    /// A session; see the properties.
    public init(family: String, trainingMinutes: Double, flexionMinutes: Double, runMinutes: Double) {
      self.family = family
      self.trainingMinutes = trainingMinutes
      self.flexionMinutes = flexionMinutes
      self.runMinutes = runMinutes
    }
  }

  /// Sit-ups planned or done.
  public struct SitUps: Equatable, Sendable {
    /// Repetitions on each day of the week.
    public var repetitions: [Double]
    /// Repetitions of the week before; nil = unknown.
    public var weekBefore: Double?
    /// Whether any are done with the feet held.
    public var feetHeld: Bool

    /// Sit-ups; none by default.
    public init(repetitions: [Double] = [], weekBefore: Double? = nil, feetHeld: Bool = false) {
      self.repetitions = repetitions
      self.weekBefore = weekBefore
      self.feetHeld = feetHeld
    }
  }

  /// A week; see the properties.
  public init(
    runMinutes: [Double?], sessions: [Session], reliefMinutes: Double, staticMinutes: [Double?] = [],
    sitUps: SitUps = SitUps(), longestSeatedMinutes: Double? = nil
  ) {
    self.runMinutes = runMinutes
    self.sessions = sessions
    self.reliefMinutes = reliefMinutes
    self.staticMinutes = staticMinutes
    self.sitUps = sitUps
    self.longestSeatedMinutes = longestSeatedMinutes
  }

  /// Run-minutes of the week; nil where a day is unknown.
  public var weekRunMinutes: Double? { runMinutes(weeksBefore: 0) }

  /// Run-minutes of the four weeks before, oldest first; nil where a day is unknown.
  public var previousRunMinutes: [Double?] { (1...4).reversed().map { runMinutes(weeksBefore: $0) } }

  private func runMinutes(weeksBefore: Int) -> Double? {
    let week = runMinutes.dropLast(7 * weeksBefore).suffix(7)
    return week.count == 7 ? week.sumIfKnown() : nil
  }
}
