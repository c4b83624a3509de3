public import TrainingLoad
public import TrainingPlan

/// Something that a coach should know about a schedule or a training log, with its proof.
///
/// The six parts of its text are: what (`message`), the numbers (`inputs`, `arithmetic`), why (`why`),
/// what to change (`advice`, and the fix), how sure (`evidence`, `contested`, `provisional`), whom to ask
/// (`ask`).
public struct Finding: Equatable, Sendable {
  /// Rule id, for example `single-session-spike`.
  public var rule: String
  /// Which part of the rule, for example `too many sessions`.
  public var aspect: String
  /// How much it matters.
  public var level: Level
  /// First day that it holds for.
  public var first: CivilDay
  /// Last day that it holds for.
  public var last: CivilDay
  /// Plan week of the first day, from 0; nil before the plan.
  public var week: Int?
  /// Ids of the sessions that cause it, in the order of the schedule.
  public var sessions: [String]
  /// What was found, in one sentence with its number.
  public var message: String
  /// The numbers that went in.
  public var inputs: [Input]
  /// The computation in one line that a person can redo by hand.
  public var arithmetic: String
  /// The value that was judged; nil where it is not a number.
  public var value: Double?
  /// The limit that it was judged by; nil where it is not a number.
  public var limit: Double?
  /// Where the limit or the level was set: the rule book, a line of a limits file, the plan.
  public var origin: String
  /// Why the rule is there.
  public var why: String
  /// What to change, in words.
  public var advice: String
  /// How well the rule is founded.
  public var evidence: RuleDescription.Grade
  /// What the rule rests on.
  public var sources: [RuleDescription.Source]
  /// What is disputed about the rule; nil = nothing known.
  public var contested: String?
  /// Why the finding is provisional, where the data carry it only so far; nil = they carry it.
  public var provisional: String?
  /// The waiver in force, which makes it a note.
  public var waiver: RulePolicy.Waiver?
  /// Whom to ask.
  public var ask: String

  /// How much a finding matters, in a coach's words.
  public enum Level: String, CaseIterable, Comparable, Sendable {
    /// Good to know.
    case note
    /// Worth a look.
    case watch
    /// A binding limit is broken.
    case change

    private var rank: Int {
      switch self {
      case .note: 0
      case .watch: 1
      case .change: 2
      }
    }

    /// Notes come first.
    public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }
  }

  /// A number that went into a finding.
  public struct Input: Equatable, Sendable {
    /// Name, for example "longest run in 30 days".
    public var name: String
    /// Value.
    public var value: Double
    /// Unit, for example `min`, `AU`, `days`.
    public var unit: String

    /// A named value with its unit.
    public init(_ name: String, _ value: Double, _ unit: String) {
      self.name = name
      self.value = value
      self.unit = unit
    }
  }
}
