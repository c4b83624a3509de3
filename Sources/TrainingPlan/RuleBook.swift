/// What a rule means, how it is computed, how well it is founded, and how to change it.
public struct RuleDescription: Equatable, Sendable {
  /// Name of the rule, for example `single-session-spike`.
  public var id: String
  /// What a person reads, for example "Longest session lately".
  public var title: String
  /// One or two plain sentences.
  public var meaning: String
  /// The computation in one line, with units.
  public var formula: String
  /// The default in words.
  public var usual: String
  /// The default as numbers.
  public var numbers: [Number]
  /// What the rule does unless the coach says otherwise.
  public var effect: RulePolicy.Effect
  /// Keys of `plan-problem/1` that set it, for example `limits.spike_max`; empty where none does.
  public var keys: [String]
  /// The auditor's rules that define it exactly, for example `R07`.
  public var audit: [String]
  /// Entries of the evidence survey that it rests on: `R01`-`R39`, `H1`-`H8`.
  public var science: [String]
  /// How well it is founded.
  public var evidence: Grade
  /// What it rests on.
  public var sources: [Source]
  /// What is disputed about it; nil = nothing known.
  public var contested: String?
  /// How a coach changes it.
  public var change: String
  /// What to tell the athlete where the rule stops training; empty where it does not.
  public var refer: [String]

  /// A number of a rule's default.
  public struct Number: Equatable, Sendable {
    /// Name, the last part of the key where the rule has one, for example `spike_max`.
    public var name: String
    /// Value.
    public var value: Double
    /// Unit, for example `share`, `days`, `AU/day`.
    public var unit: String

    /// A named value with its unit.
    public init(name: String, value: Double, unit: String) {
      self.name = name
      self.value = value
      self.unit = unit
    }
  }

  /// Something that a rule rests on.
  public struct Source: Equatable, Sendable {
    /// The citation and what it found.
    public var text: String
    /// Digital object identifier, where one is known.
    public var doi: String?

    /// A source with its DOI, if known.
    public init(text: String, doi: String? = nil) {
      self.text = text
      self.doi = doi
    }
  }

  /// How well a rule is founded.
  public enum Grade: String, CaseIterable, Sendable {
    case a = "A"
    case aMinus = "A-"
    case b = "B"
    case bMinus = "B-"
    case c = "C"
    case cMinus = "C-"
    case d = "D"
    case articles = "S"
    case contested
    case agreement

    /// The grade as people read it.
    public var words: String {
      switch self {
      case .a: "meta-analysis, trial or clinical guidance in favour"
      case .aMinus: "meta-analysis or trial in favour, with reservations"
      case .b: "cohort study in favour, or a trial against where noted"
      case .bMinus: "observational, with reservations"
      case .c: "small or cross-sectional studies, or consensus"
      case .cMinus: "small studies, low confidence"
      case .d: "convention"
      case .articles: "the source articles only"
      case .contested: "experts disagree"
      case .agreement: "no claim: what coach and athlete agreed"
      }
    }
  }

  /// A rule; see the properties.
  public init(
    id: String, title: String, meaning: String, formula: String, usual: String, numbers: [Number] = [],
    effect: RulePolicy.Effect, keys: [String] = [], audit: [String] = [], science: [String] = [],
    evidence: Grade, sources: [Source], contested: String? = nil, change: String,
    refer: [String] = []
  ) {
    self.id = id
    self.title = title
    self.meaning = meaning
    self.formula = formula
    self.usual = usual
    self.numbers = numbers
    self.effect = effect
    self.keys = keys
    self.audit = audit
    self.science = science
    self.evidence = evidence
    self.sources = sources
    self.contested = contested
    self.change = change
    self.refer = refer
  }

  /// The default number with the name, for example `spike_max`.
  public func number(_ name: String) -> Double? { numbers.first { $0.name == name }?.value }
}

/// Every rule that a plan can be held to.
public struct RuleBook: Equatable, Sendable {
  /// The rules, in the order of the data.
  public var rules: [RuleDescription]

  /// A book of rules with unique ids.
  public init(rules: [RuleDescription]) { self.rules = rules }

  /// The rule with the id.
  public subscript(id: String) -> RuleDescription? { rules.first { $0.id == id } }
}
