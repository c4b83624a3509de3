import TrainingLoad
import Rows
import TrainingPlan

/// The days around lesser events and after absences or high stress, compiled for the search.
struct TuneUpDays: Sendable {
  /// The event of each day, minutes; 0 = there is none.
  let minutes: [Int]
  /// Whether a week has one.
  let isInWeek: [Bool]
  /// What the days that end with each day are held to by a short taper or as a first week back.
  let loadLimit: [LoadLimit?]
  private let isWithoutHard: [Bool]
  private let isWithoutLong: [Bool]
  private let isEasy: [Bool]
  private let calmDays: Set<Int>

  /// The load of some days, at most: so many AU and a share of the load of four weeks.
  struct LoadLimit: Sendable {
    let days: Int
    var most = 0.0
    let share: Double
    /// Whether the last of them has its part of it at most.
    var isForEach = false
    /// How many days before the last of them the four weeks end; 0 = with it.
    var back = 0
    /// It holds where so many days before them have no load.
    var idleDays = 0

    /// Whether it is what a first week after an absence is held to.
    var isFirstWeekBack: Bool { back >= 7 }
    /// Days that it looks at, from the first of the four weeks to the last day.
    var reach: Int { back + TuneUp.ShortTaper.usualDays }
  }

  init(_ problem: PlanProblem) {
    let days = 0..<problem.dayCount
    var minutes = days.map { _ in 0 }
    var isInWeek = Array(repeating: false, count: problem.weekCount)
    var loadLimit: [LoadLimit?] = days.map { _ in nil }
    var isWithoutHard = days.map { _ in false }
    var isWithoutLong = isWithoutHard
    for (tuneUp, session) in problem.tuneUpSessions {
      let day = session.day - problem.start
      guard days.contains(day) else { continue }
      let taper = tuneUp.taper
      minutes[day] = session.minutes
      isInWeek[day / 7] = true
      let after = (day + 1)..<(day + 1 + taper.easyDaysAfter)
      for other in ((day - taper.noHardDays)..<day).clamped(to: days) { isWithoutHard[other] = true }
      for other in ((day - taper.noLongDays)..<day).clamped(to: days) { isWithoutLong[other] = true }
      for other in after.clamped(to: days) { (isWithoutHard[other], isWithoutLong[other]) = (true, true) }
      if let share = taper.loadShareAfter, days.contains(day + 1) {
        loadLimit[day + 1] = LoadLimit(days: 1, share: share / Double(TuneUp.ShortTaper.usualDays), back: 2)
      }
      let limited = min(taper.loadDays, day)
      if limited > 0 {
        loadLimit[day - 1] = LoadLimit(
          days: limited,
          share: taper.loadShare * Double(limited) / Double(TuneUp.ShortTaper.usualDays), isForEach: true)
      }
    }
    for (day, limit) in FirstWeekBack.loadLimits(of: problem)
    where days.contains(day) && loadLimit[day] == nil {
      loadLimit[day] = limit
    }
    let first = problem.limits.firstDays?.easyCount ?? 0
    isEasy = Self.areEasyAfterAbsences(problem).enumerated().map { $1 || $0 < first }
    calmDays = Set(problem.coaching?.calmDays ?? [])
    self.minutes = minutes
    self.isInWeek = isInWeek
    self.loadLimit = loadLimit
    self.isWithoutHard = isWithoutHard
    self.isWithoutLong = isWithoutLong
  }

  /// Whether each day is one of the first, up to the last of those with time that are asked for, after a week or more in a
  /// row on which nothing was possible, or in which little was done.
  private static func areEasyAfterAbsences(_ problem: PlanProblem) -> [Bool] {
    let count = problem.coaching?.easyDaysAfterAbsence ?? 0
    let blocked = Set(problem.availability.blockedDays)
    let back = LostTraining(in: problem)?.firstDay
    var (away, easy) = (0, 0)
    return (0..<problem.dayCount).map { day in
      if day == back { easy = count }
      if blocked.contains(day) {
        away += 1
        return false
      }
      if away >= absence { easy = count }
      away = 0
      guard easy > 0 else { return false }
      if problem.hasTime(on: day) { easy -= 1 }
      return true
    }
  }

  /// Days away that make an absence.
  private static let absence = 7

  /// Whether a session may be planned on a day: none beside an event, and none that its days are kept free of.
  func allows(_ kind: SessionTemplate, on day: Int) -> Bool {
    minutes[day] == 0 && !((kind.isHard || kind.role == .strength) && isWithoutHard[day])
      && !(kind.isLong && isWithoutLong[day]) && !((kind.isHard || kind.isLong) && isEasy[day])
      && !(kind.isHard && calmDays.contains(day))
  }
}

extension Trial {
  /// What the days before a lesser event and those after an absence break by their load.
  func breachLoadLimit(_ day: Int, _ loadSum: Double, _ score: inout Score) {
    guard let limit = tables.loadLimit[day] else { return }
    let next = model.historyCount + day + 1
    let first = next - limit.days
    guard tried.loadSum[first] - tried.loadSum[first - limit.idleDays] <= Score.tolerance else { return }
    let month = tried.loadSum[next - limit.back] - tried.loadSum[next - limit.reach]
    score.breach(loadSum - tried.loadSum[first] - limit.most - limit.share * month, Score.unit)
    if limit.isForEach { score.breach(load[day] - limit.share / Double(limit.days) * month, Score.unit) }
  }
}
