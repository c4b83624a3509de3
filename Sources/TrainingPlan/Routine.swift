/// A movement of the support-work library, with the dose that the source articles give and no other.
public struct Routine: Equatable, Sendable {
  /// Name in the library, for example `constructive-rest`.
  public var id: String
  /// What a person reads, for example "Constructive rest".
  public var title: String
  /// What the movement does.
  public var kind: Kind
  /// How to do it, in a sentence or two.
  public var how: String
  /// How long; `askCoach` where the articles give no number.
  public var dose: Dose
  /// Who it is for.
  public var level: Level
  /// The tracks it belongs to, which the coach chooses; empty = daily life, for any.
  public var tracks: [Track]
  /// When to stop.
  public var stopRule: String
  /// The articles that name it, 1-4: endurance coach, sports-therapy clinic, trainer, chiropractor.
  public var articles: [Int]
  /// Row of the activity catalogue that it counts as; nil where no minutes are counted.
  public var activity: String?

  /// What a movement does.
  public enum Kind: String, CaseIterable, Sendable {
    /// Rest and pressure that let the hip go.
    case release
    /// Lengthens the front of the hip.
    case stretch
    /// Strengthens.
    case strength
    /// Moves slowly, partly against resistance.
    case mobility
    /// Daily life: walking, sleeping, sitting.
    case daily = "daily-life"
  }

  /// How long a movement lasts.
  public enum Dose: Equatable, Sendable {
    /// Seconds of holding, from `low` to `high` (nil = or more), on each side where it says so.
    case seconds(low: Int, high: Int?, eachSide: Bool)
    /// Minutes, from `low` to `high` (nil = or more).
    case minutes(low: Int, high: Int?)
    /// The articles give no number, so the product gives none.
    case askCoach

    /// The dose as people read it, for example "10-30 s a side".
    public var words: String {
      switch self {
      case .seconds(let low, let high, let eachSide):
        Dose.span(low, high, unit: "s") + (eachSide ? " a side" : "")
      case .minutes(let low, let high): Dose.span(low, high, unit: "min")
      case .askCoach: "ask your coach"
      }
    }

    private static func span(_ low: Int, _ high: Int?, unit: String) -> String {
      high.map { "\(low)-\($0) \(unit)" } ?? "\(low) \(unit) or more"
    }
  }

  /// How demanding a movement is.
  public enum Level: String, CaseIterable, Sendable {
    case gentle, beginner, middle, advanced
  }

  /// The three ways of support work; the coach chooses one, never the software.
  public enum Track: String, CaseIterable, Sendable {
    /// For a hip that feels short and tight: release and lengthening first.
    case short = "short-tight"
    /// For a hip that feels weak: resisted hip flexion and step-ups first.
    case weak
    /// Release, then light strengthening on the same day.
    case both
  }

  /// A movement; see the properties.
  public init(
    id: String, title: String, kind: Kind, how: String, dose: Dose, level: Level, tracks: [Track],
    stopRule: String, articles: [Int], activity: String? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.how = how
    self.dose = dose
    self.level = level
    self.tracks = tracks
    self.stopRule = stopRule
    self.articles = articles
    self.activity = activity
  }
}
