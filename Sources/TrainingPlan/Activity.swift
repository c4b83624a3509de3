/// A row of the activity catalogue: how much an activity flexes the hip, and how well that is known.
///
/// Hip units are run-minutes: 1.00 is one minute of easy running. They count exposure, nothing else.
public struct Activity: Equatable, Sendable {
  /// Name in the catalogue, for example `run_easy`.
  public var id: String
  /// What a person reads, for example "Running, easy".
  public var name: String
  /// Hip-flexion cycles a minute and leg; 0 where the hip does not cycle.
  public var cyclesPerMinute: Double
  /// Psoas demand of a cycle; 1.0 stands for a peak of 25 % of a maximal contraction.
  public var relativeIntensity: Double
  /// Seconds of tension in a cycle.
  public var tensionSeconds: Double
  /// Hip-flexion exposure, run-minutes a minute: cycles x intensity x tension / 25.5, rounded to 0.01.
  public var hipPerMinute: Double
  /// Share of the minutes in which the hip is held flexed without movement, 0-1.
  public var staticFraction: Double
  /// Share of the minutes that counts as hip-extension, mobility or release work (relief), 0-1.
  public var reliefFraction: Double
  /// What the activity does with the hip.
  public var kind: Kind
  /// How the numbers are known.
  public var evidence: Evidence
  /// Where the numbers come from, in a few words.
  public var reason: String

  /// What an activity does with the hip; the words are those of the data file.
  public enum Kind: String, CaseIterable, Sendable {
    /// Flexes the hip again and again.
    case flexion
    /// Neither flexes nor extends the hip markedly.
    case neutral
    /// Extends the hip.
    case `extension`
    /// Slow hip flexion against resistance, as support work.
    case resisted = "corrective-strength"
    /// Lengthens the front of the hip.
    case lengthening
    /// Lets the hip rest.
    case release
    /// Holds the hip flexed without movement.
    case held = "static"

    /// Whether minutes of this kind are training minutes for the share of hip flexion (signal H1).
    ///
    /// Support work and sitting are left out of that share.
    public var countsAsTraining: Bool {
      switch self {
      case .flexion, .neutral, .extension: true
      case .resisted, .lengthening, .release, .held: false
      }
    }
  }

  /// How the numbers of a row are known.
  public enum Evidence: String, CaseIterable, Sendable {
    /// Psoas activity was measured in this task.
    case measured = "M"
    /// Measured in a close task, and adjusted.
    case measuredAndAdjusted = "M/P"
    /// A neighbouring task was measured.
    case neighbouring = "P"
    /// Our assumption.
    case assumed = "A"

    /// The grade as people read it.
    public var words: String {
      switch self {
      case .measured: "measured in small groups"
      case .measuredAndAdjusted: "measured in a close task and adjusted"
      case .neighbouring: "estimated from a neighbouring task"
      case .assumed: "our assumption"
      }
    }
  }

  /// A row; see the properties for units.
  public init(
    id: String, name: String, cyclesPerMinute: Double, relativeIntensity: Double, tensionSeconds: Double,
    hipPerMinute: Double, staticFraction: Double, reliefFraction: Double, kind: Kind, evidence: Evidence,
    reason: String
  ) {
    self.id = id
    self.name = name
    self.cyclesPerMinute = cyclesPerMinute
    self.relativeIntensity = relativeIntensity
    self.tensionSeconds = tensionSeconds
    self.hipPerMinute = hipPerMinute
    self.staticFraction = staticFraction
    self.reliefFraction = reliefFraction
    self.kind = kind
    self.evidence = evidence
    self.reason = reason
  }
}

/// A row of the 2024 Adult Compendium of Physical Activities, linked to the activity catalogue.
///
/// Source: Herrmann SD et al., J Sport Health Sci 2024;13(1):6-12.
public struct CompendiumEntry: Equatable, Sendable {
  /// Compendium code, five digits.
  public var code: String
  /// What the compendium calls the activity.
  public var activity: String
  /// Energy cost, MET (1 MET = resting).
  public var met: Double
  /// Row of the activity catalogue with the same movement; nil where there is none.
  public var hip: String?

  /// A row; see the properties for units.
  public init(code: String, activity: String, met: Double, hip: String?) {
    self.code = code
    self.activity = activity
    self.met = met
    self.hip = hip
  }
}
