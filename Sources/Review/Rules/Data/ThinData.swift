/// How much of the past is known: what rests on less than it needs is provisional (science R38, R39).
///
/// A day without an entry is unknown, not rest.
enum ThinData: ReviewRule {
  static let id = "thin-data"
  static let remedies: [Remedy] = []
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] { few(training) + missing(training) }

  private static func few(_ training: Training) -> [Breach] {
    guard let needed = training.frame.number(id, "fitness_days") else { return [] }
    let known = Double(training.frame.knownDayCount)
    guard known < needed else { return [] }
    return [
      .advice(.note, "days of history", days: 0...0, value: known, limit: needed) {
        Words(
          message: "\(Figures.plain(known)) days of history are known; fitness and form need "
            + "\(Figures.plain(needed)).",
          inputs: [.init("known", known, "days"), .init("needed", needed, "days")],
          arithmetic: "\(Figures.plain(known)) days against \(Figures.plain(needed)) days", causes: [],
          advice: "Enter more of what was done; until then take the first figures as provisional.")
      }
    ]
  }

  private static func missing(_ training: Training) -> [Breach] {
    let unknown = training.frame.unknownDays.sorted()
    guard let first = unknown.first, let last = unknown.last else { return [] }
    return [
      .advice(.note, "days without an entry", days: first...last, value: Double(unknown.count), limit: 0) {
        Words(
          message: "\(Figures.count(unknown.count, "day")) between \(training.name(day: first)) and "
            + "\(training.name(day: last)) \(unknown.count == 1 ? "has" : "have") no entry. They count as "
            + "unknown, not as rest, and weeks with them are left out.",
          inputs: [.init("days without an entry", Double(unknown.count), "days")],
          arithmetic: Figures.count(unknown.count, "day"), causes: [],
          advice: "Write rest days as rest, and add what is missing.")
      }
    ]
  }
}
