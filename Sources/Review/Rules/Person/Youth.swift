/// Under 18: no more hours a week than years of age, and rest days (science R35).
enum Youth: ReviewRule {
  static let id = "youth"

  static func breaches(in training: Training) -> [Breach] {
    guard let age = training.age, let under = training.frame.number(id, "age"), Double(age) < under else {
      return []
    }
    return hours(age, training) + rest(age, training)
  }

  private static func hours(_ age: Int, _ training: Training) -> [Breach] {
    let byAge = training.frame.number(id, "hours_per_year_of_age").map { $0 * Double(age) }
    guard let most = training.frame.number(id, "hours_per_week") ?? byAge else { return [] }
    return training.weeks.compactMap { week in
      let hours = training.sessions(in: week.days).reduce(0) { $0 + $1.minutes } / 60
      guard exceeds(hours, most) else { return nil }
      return .advice(.watch, "hours a week", days: week.span, week: week.index, value: hours, limit: most) {
        Words(
          message:
            "\(Figures.plain(hours)) h of training in \(training.name(week: week.index)) at age \(age); no "
            + "more hours than years is the usual advice.",
          inputs: [.init("training", hours, "h"), .init("age", Double(age), "years")],
          arithmetic: "\(Figures.plain(hours)) h against \(Figures.plain(most)) h",
          causes: training.heaviest(in: week, by: \.minutes), advice: "Shorten sessions, or leave one out.")
      }
    }
  }

  private static func rest(_ age: Int, _ training: Training) -> [Breach] {
    guard let target = training.frame.number(id, "target") else { return [] }
    return training.weeks.filter(\.isFull).compactMap { week in
      let rest = week.days.count { training.isRestDay($0) == true }
      guard Double(rest) < target else { return nil }
      return .advice(
        .note, "rest days a week", days: week.span, week: week.index, value: Double(rest), limit: target
      ) {
        Words(
          message:
            "\(training.name(week: week.index).capitalizedFirst) holds \(Figures.count(rest, "rest day")); "
            + "\(Figures.plain(target)) are better at age \(age).",
          inputs: [.init("rest days", Double(rest), "days")],
          arithmetic: "\(rest) against \(Figures.plain(target))",
          causes: training.heaviest(in: week, by: \.load), advice: "Leave a day free.")
      }
    }
  }
}
