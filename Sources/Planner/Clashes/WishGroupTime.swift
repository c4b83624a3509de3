import TrainingLoad
import TrainingPlan

extension WishGroup {
  /// Days that are named one by one, at most.
  private static let mostNamed = 4

  /// The time that there is.
  static func time(of problem: PlanProblem) -> [WishGroup] {
    let most = problem.availability.maxSessionsPerDay
    return [week(of: problem)] + blocked(of: problem) + [
      WishGroup(
        "availability.max_sessions_per_day", "\(count(most, "session")) on a day at most",
        boundsColumns: true,
        ladders: [
          [Step("\(count(most + 1, "session")) on a day") { $0.availability.maxSessionsPerDay = most + 1 }]
        ]
      ) { $0.availability.maxSessionsPerDay = 100 }
    ]
  }

  private static func week(of problem: PlanProblem) -> WishGroup {
    let minutes = problem.availability.minutes
    let free = Weekday.allCases.filter { minutes[$0.rawValue] > 0 }
    let words = free.map { "\($0.shortName) \(whole(minutes[$0.rawValue])) min" }.joined(separator: ", ")
    var ladders: [[Step]] = []
    if let longest = free.max(by: { minutes[$0.rawValue] < minutes[$1.rawValue] }) {
      ladders.append(more(on: longest, minutes))
    }
    if let day = dayBetween(free, rest: problem.rest.fixed) {
      ladders.append(
        [30.0, 45, 60, 90, 120].map { time in
          Step("one more free day: \(whole(time)) min on \(day.shortName)") {
            $0.availability.minutes[day.rawValue] = time
          }
        })
    }
    ladders.append(
      [15.0, 30, 45, 60, 90, 120, 180].map { more in
        Step("\(whole(more)) min more on every free day") { changed in
          for day in free {
            changed.availability.minutes[day.rawValue] = min(1440, minutes[day.rawValue] + more)
          }
        }
      })
    return WishGroup(
      "availability.minutes", "the time that is free: " + (words.isEmpty ? "none" : words),
      boundsColumns: true, ladders: ladders
    ) { $0.availability.minutes = Array(repeating: 1440, count: 7) }
  }

  private static func more(on day: Weekday, _ minutes: [Double]) -> [Step] {
    let now = minutes[day.rawValue]
    return [15.0, 30, 45, 60, 90, 120, 180, 240].filter { now + $0 <= 1440 }.map { more in
      Step("\(whole(now + more)) min on \(day.shortName) instead of \(whole(now))") {
        $0.availability.minutes[day.rawValue] = now + more
      }
    }
  }

  /// The day without time that lies furthest from the free ones; nil where each is free or rest.
  private static func dayBetween(_ free: [Weekday], rest: [Weekday]) -> Weekday? {
    func distance(_ day: Weekday) -> Int {
      free.map { min(abs($0.rawValue - day.rawValue), 7 - abs($0.rawValue - day.rawValue)) }.min() ?? 7
    }
    let others = Weekday.allCases.filter { !free.contains($0) && !rest.contains($0) }
    return others.min { (distance($1), $0.rawValue) < (distance($0), $1.rawValue) }
  }

  private static func blocked(of problem: PlanProblem) -> [WishGroup] {
    let blocked = problem.availability.blockedDays
    guard !blocked.isEmpty else { return [] }
    let why = problem.availability.absences.map(\.reason).filter { !$0.isEmpty }.joined(separator: ", ")
    let ladders =
      [freed(blocked, in: problem)]
      + problem.availability.absences.prefix(3).map { absence in
        [
          Step("training from \(problem.day(absence.firstDay)) to \(problem.day(absence.lastDay))") {
            $0.availability.blockedDays.removeAll { (absence.firstDay...absence.lastDay).contains($0) }
          }
        ]
      }
    return [
      WishGroup(
        "availability.blocked_days",
        count(Set(blocked).count, "day") + " without training" + (why.isEmpty ? "" : " (\(why))"),
        boundsColumns: true, ladders: ladders
      ) { $0.availability.blockedDays = [] }
    ]
  }

  /// One blocked day in each week, two and so on, the days with the most time first; then all of them.
  private static func freed(_ blocked: [Int], in problem: PlanProblem) -> [Step] {
    let open = Set(blocked).sorted().filter { $0 >= problem.held.firstDay && problem.hasTime(on: $0) }
    func time(_ day: Int) -> Double { problem.availability.minutes[problem.day(day).weekday.rawValue] }
    let weeks = Dictionary(grouping: open) { $0 / 7 }.values.map { days in
      days.sorted { (time($1), $0) < (time($0), $1) }
    }
    let most = weeks.map(\.count).max() ?? 0
    return (1..<max(1, most)).map { count in
      let days = weeks.flatMap { $0.prefix(count) }.sorted()
      return Step("training on \(names(of: days, in: problem))") {
        $0.availability.blockedDays.removeAll { days.contains($0) }
      }
    } + [Step("training on all of these days") { $0.availability.blockedDays = [] }]
  }

  /// Some days by their names, or how many they are.
  private static func names(of days: [Int], in problem: PlanProblem) -> String {
    guard days.count <= mostNamed else { return "\(days.count) of these days" }
    return days.map { "\(problem.day($0).weekday.shortName) \(problem.day($0))" }.joined(separator: ", ")
  }

  /// The rest that there shall be, and not be.
  static func rest(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    let asked = problem.rest.minPer7
    if asked > 0 {
      groups.append(
        WishGroup(
          "rest.min_rest_days_per_7", "\(count(asked, "rest day")) in every seven", rows: [.restDays],
          ladders: [
            stride(from: asked - 1, through: 0, by: -1).map { fewer in
              Step("\(count(fewer, "rest day")) in every seven instead of \(asked)") {
                $0.rest.minPer7 = fewer
              }
            }
          ]
        ) { $0.rest.minPer7 = 0 })
    }
    if !problem.rest.fixed.isEmpty {
      groups.append(
        WishGroup(
          "rest.fixed_weekdays", "rest on \(days(problem.rest.fixed))", boundsColumns: true,
          ladders: problem.rest.fixed.map { day in
            [Step("training on \(day.shortName)") { $0.rest.fixed.removeAll { $0 == day } }]
          }
        ) { $0.rest.fixed = [] })
    }
    if let most = problem.rest.maxConsecutive {
      groups.append(
        WishGroup(
          "rest.max_consecutive", "\(count(most, "rest day")) in a row at most", rows: [.restRun],
          ladders: [
            (1...4).map { more in
              Step("up to \(most + more) rest days in a row") { $0.rest.maxConsecutive = most + more }
            }
          ]
        ) { $0.rest.maxConsecutive = nil })
    }
    return groups
  }
}
