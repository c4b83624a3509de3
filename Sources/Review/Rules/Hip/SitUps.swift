/// Signal H7: sit-ups and leg raises grow slowly, not on two days running, and never with the feet held.
enum SitUps: ReviewRule {
  static let id = "sit-ups"
  static let remedies: [Remedy] = [.move, .swap, .shorten, .remove]
  static let ask = HipAdvice.ask
  static let joinsWeeks = true

  static func breaches(in training: Training) -> [Breach] {
    guard training.entries.contains(where: { $0.sitUps > 0 }) else { return [] }
    return feetHeld(training) + rise(training) + running(training)
  }

  private static func feetHeld(_ training: Training) -> [Breach] {
    training.entries.filter { $0.feetHeld && training.days.contains($0.day) }.map { entry in
      .advice(.watch, "feet held down", days: entry.day...entry.day, value: entry.sitUps, limit: 0) {
        Words(
          message:
            "\(training.name(entry)) on \(training.name(day: entry.day)) has sit-ups with the feet held "
            + "down (\(Figures.plain(entry.sitUps)) min).",
          inputs: [.init("sit-ups, feet held", entry.sitUps, "min")],
          arithmetic: "\(Figures.plain(entry.sitUps)) min against 0", causes: [entry],
          advice: "Leave the feet free, or do neutral planks, curl-ups or a ball squeeze instead.")
      }
    }
  }

  private static func rise(_ training: Training) -> [Breach] {
    guard let most = training.frame.number(id, "rise") else { return [] }
    var before = 0.0
    return training.weeks.compactMap { week in
      let minutes = training.sessions(in: week.days).reduce(0) { $0 + $1.sitUps }
      let last = before
      before = minutes
      guard last > 0, exceeds(minutes / last - 1, most) else { return nil }
      return .advice(
        .note, "rise of sit-ups", days: week.span, week: week.index, value: minutes / last - 1, limit: most
      ) {
        Words(
          message: "\(training.name(week: week.index).capitalizedFirst) has \(Figures.plain(minutes)) min of "
            + "sit-ups and leg raises, after \(Figures.plain(last)) min the week before.",
          inputs: [.init("sit-ups", minutes, "min"), .init("week before", last, "min")],
          arithmetic: Sum.rise(minutes, over: last, "min"),
          causes: training.heaviest(in: week, by: \.sitUps),
          advice: "Add a few repetitions a week, and put planks beside them.")
      }
    }
  }

  private static func running(_ training: Training) -> [Breach] {
    guard let most = training.frame.number(id, "days_in_a_row").map(Int.init(rounding:)) else { return [] }
    var found: [Breach] = []
    var run = 0
    for day in 0...training.frame.dayCount {
      if day < training.frame.dayCount, training.sessions(on: day).contains(where: { $0.sitUps > 0 }) {
        run += 1
        continue
      }
      if run > most {
        let row = (day - run)...(day - 1)
        found.append(
          .advice(.note, "sit-ups on days running", days: row, value: Double(row.count), limit: Double(most))
          {
            Words(
              message: "Sit-ups or leg raises on \(row.count) days running (\(training.name(days: row))).",
              inputs: [.init("days running", Double(row.count), "days")],
              arithmetic: "\(row.count) days against \(most)",
              causes: training.sessions(in: Range(row)).filter { $0.sitUps > 0 },
              advice: "Leave a day between them; planks and a ball squeeze fit in there.")
          })
      }
      run = 0
    }
    return found
  }
}
