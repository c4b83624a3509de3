/// A day of the week; weeks begin on Monday (ISO 8601).
public enum Weekday: Int, CaseIterable, Comparable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The weekday with index 0 (Monday) to 6 (Sunday); other indices wrap round.
  public init(index: Int) {
    let wrapped = ((index % 7) + 7) % 7
    self = Weekday.allCases[wrapped]
  }

  /// The weekday written in the short form of plan files, `mon` to `sun`; nil for anything else.
  public init?(abbreviation: some StringProtocol) {
    guard let index = Weekday.allCases.firstIndex(where: { $0.abbreviation == abbreviation }) else {
      return nil
    }
    self = Weekday.allCases[index]
  }

  /// `mon`, `tue`, `wed`, `thu`, `fri`, `sat` or `sun`, as in plan files.
  public var abbreviation: String {
    switch self {
    case .monday: "mon"
    case .tuesday: "tue"
    case .wednesday: "wed"
    case .thursday: "thu"
    case .friday: "fri"
    case .saturday: "sat"
    case .sunday: "sun"
    }
  }

  /// Three letters with a capital, for people: `Mon` to `Sun`.
  public var shortName: String { abbreviation.prefix(1).uppercased() + abbreviation.dropFirst() }

  /// The whole name, for people: `Monday` to `Sunday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// Monday comes first.
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
