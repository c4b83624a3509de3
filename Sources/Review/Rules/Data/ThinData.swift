/// How much of the past is known: what rests on less than it needs is provisional (science R38).
enum ThinData: ReviewRule {
  static let id = "thin-data"
  static let remedies: [Remedy] = []
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    guard let needed = training.frame.number(id, "fitness_days") else { return [] }
    let known = Double(training.frame.historyDays)
    guard known < needed else { return [] }
    return [
      .advice(.note, "days of history", days: 0...0, value: known, limit: needed) {
        Words(
          message: "\(Figures.plain(known)) days of history are known; fitness and form need "
            + "\(Figures.plain(needed)).",
          inputs: [.init("known", known, "days"), .init("needed", needed, "days")],
          arithmetic: "\(Figures.plain(known)) days against \(Figures.plain(needed))", causes: [],
          advice:
            "Enter more of what was done; until then take the numbers of the first weeks as provisional.")
      }
    ]
  }
}
