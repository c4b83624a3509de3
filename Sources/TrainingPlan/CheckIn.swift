public import TrainingLoad

/// What an athlete answered on a day, and whether the coach has cleared it. Every answer is optional.
///
/// Answers lead to questions and to caution, never to a score or a name for a complaint. Source of the
/// questions: the articles' signs to look out for, and guidance on warning signs.
public struct CheckIn: Equatable, Sendable {
  /// The day.
  public var day: CivilDay
  /// Pain at hip, groin, front of thigh or low back; nil = none, or not answered.
  public var pain: Pain?
  /// A yes to the question for warning signs: sharp pain, at night or at rest, numbness, after a fall, with
  /// fever, with bladder or bowel change, or pain on putting weight on the leg; nil = not answered.
  public var redFlag: Bool?
  /// How often lifting the knee or standing up feels stiff or sore.
  public var stiffness: Often?
  /// How often breath goes mostly into the upper chest at rest; a reminder to relax, nothing else.
  public var chestBreathing: Often?
  /// Minutes a usual day spent sitting, 0-1440.
  public var sittingMinutes: Int?
  /// Stress, 1-5.
  public var stress: Int?
  /// Minutes slept in the night before, 0-1440.
  public var sleepMinutes: Int?
  /// How the pelvis looks from the side. An observation with a date; nothing is computed from it.
  public var pelvis: Pelvis?
  /// What else there is to say; empty = nothing.
  public var note: String
  /// The coach's word on this answer and all before it; nil = none yet.
  public var cleared: Clearance?

  /// Where it hurts, how much, and on which side.
  public struct Pain: Equatable, Sendable {
    /// Where.
    public var place: Place
    /// How much.
    public var strength: Strength
    /// On which side; nil = not said.
    public var side: Side?

    /// A pain; see the properties.
    public init(place: Place, strength: Strength, side: Side? = nil) {
      self.place = place
      self.strength = strength
      self.side = side
    }
  }

  /// Where it hurts.
  public enum Place: String, CaseIterable, Sendable { case hip, groin, thigh, back }
  /// How much it hurts.
  public enum Strength: String, CaseIterable, Sendable { case slight, moderate, strong }
  /// On which side.
  public enum Side: String, CaseIterable, Sendable { case left, right, both }
  /// How often something is felt.
  public enum Often: String, CaseIterable, Sendable { case never, sometimes, often }
  /// How the line along the pelvis runs from back to front.
  public enum Pelvis: String, CaseIterable, Sendable {
    case level
    case frontLower = "front-lower"
    case frontHigher = "front-higher"
    case notSure = "not-sure"
  }

  /// The coach's word that training may go on as before.
  public struct Clearance: Equatable, Sendable {
    /// When.
    public var day: CivilDay
    /// Who.
    public var by: String
    /// Why, or on whose advice.
    public var note: String

    /// A clearance by somebody on a day.
    public init(day: CivilDay, by: String, note: String) {
      self.day = day
      self.by = by
      self.note = note
    }
  }

  /// A check-in without an answer.
  public init(day: CivilDay) {
    self.day = day
    note = ""
  }

  /// Whether an answer holds the progression of hip-flexing work: any pain, or stiffness often.
  public var isPositive: Bool { pain != nil || stiffness == .often }

  /// The answers that hold progression, in words, for example "slight hip pain, left".
  public var complaints: [String] {
    var words: [String] = []
    if let pain {
      words.append(
        "\(pain.strength.rawValue) \(pain.place.words) pain" + (pain.side.map { ", " + $0.words } ?? ""))
    }
    if stiffness == .often { words.append("stiff or sore often when lifting the knee or standing up") }
    return words
  }
}

extension CheckIn.Place {
  fileprivate var words: String {
    switch self {
    case .hip: "hip"
    case .groin: "groin"
    case .thigh: "front-of-thigh"
    case .back: "low-back"
    }
  }
}

extension CheckIn.Side {
  fileprivate var words: String { self == .both ? "both sides" : rawValue }
}

/// The check-ins of an athlete.
public struct CheckIns: Equatable, Sendable {
  /// The check-ins, one a day at most, in the order of the days.
  public let all: [CheckIn]

  /// Check-ins in any order; none by default.
  public init(_ all: [CheckIn] = []) { self.all = all.sorted { $0.day < $1.day } }

  /// Those that no coach has cleared: a clearance speaks for its own check-in and all before it.
  private var open: ArraySlice<CheckIn> {
    all[(all.lastIndex { $0.cleared != nil }.map { $0 + 1 } ?? 0)...]
  }

  /// Check-ins with a warning sign that nobody has cleared: training stops.
  public var redFlags: [CheckIn] { open.filter { $0.redFlag == true } }

  /// Check-ins whose answers hold the progression of hip-flexing work until the coach clears them.
  public var standingScreens: [CheckIn] { open.filter(\.isPositive) }

  /// The last answer on sitting.
  public var sitting: (day: CivilDay, hours: Double)? {
    all.last { $0.sittingMinutes != nil }.flatMap { checkIn in
      checkIn.sittingMinutes.map { (checkIn.day, Double($0) / 60) }
    }
  }
}
