import LinearPrograms
import TrainingPlan

/// Rows that whole sessions keep anyway and that parts of sessions would not.
extension Relaxation {
  /// Sessions a day whose combinations are few enough to look at.
  private static let mostSessions = 3

  mutating func tighten() {
    for day in 0..<model.dayCount { tightenDay(day) }
    limitHardInDeload()
    tag(.given)
    for sport in model.sports.indices where model.goals.contains(where: { $0.sport == sport }) {
      addLadder(of: sport)
    }
    tag(.given)
  }

  /// A day that is trained in part has that part of its time, of its load and of one hard session.
  private mutating func tightenDay(_ day: Int) {
    let main = cells(on: day) { !$0.isRestful }
    guard !main.isEmpty else { return }
    let isTrained = Term(trained[day], -Double(model.available[day]))
    addSeldom(main.map { Term(minutes[$0], 1) } + [isTrained], atMost: 0)
    if model.bounds.hasHardRule {
      let hard = main.filter { template(of: $0).isHard }
      if hard.count > 1 {
        addSeldom(hard.map { Term(session[$0], 1) } + [Term(trained[day], -1)], atMost: 0)
      }
    }
    let endurance = main.filter { template(of: $0).isEndurance }
    if endurance.count > model.bounds.endurancePerDay {
      let most = Double(model.bounds.endurancePerDay)
      addSeldom(endurance.map { Term(session[$0], 1) } + [Term(trained[day], -most)], atMost: 0)
    }
    if model.tuneUps.minutes[day] == 0, model.bounds.sessionsPerDay <= Self.mostSessions {
      let most = mostLoad(of: main[...], sessions: model.bounds.sessionsPerDay, on: day)
      addSeldom(
        main.map { Term(minutes[$0], template(of: $0).sRPE) } + [Term(trained[day], -most)], atMost: 0)
    }
  }

  /// The greatest load that some of these sessions can have together in a day's time, AU: of different sports, and no
  /// more of them hard or for endurance than a day may have.
  private func mostLoad(of cells: ArraySlice<Int>, sessions: Int, on day: Int, with chosen: [Int] = [])
    -> Double
  {
    var greatest = load(of: chosen, on: day) ?? 0
    guard chosen.count < sessions else { return greatest }
    for (index, cell) in zip(cells.indices, cells) {
      let kind = template(of: cell)
      let isBarred = chosen.contains {
        let other = template(of: $0)
        return other.sport == kind.sport || (model.bounds.hasHardRule && other.isHard && kind.isHard)
      }
      let endurance = (chosen + [cell]).count { template(of: $0).isEndurance }
      guard !isBarred, endurance <= model.bounds.endurancePerDay, load(of: chosen + [cell], on: day) != nil
      else { continue }
      greatest = max(
        greatest, mostLoad(of: cells[(index + 1)...], sessions: sessions, on: day, with: chosen + [cell]))
    }
    return greatest
  }

  /// The greatest load of some sessions in a day's time, AU; nil where there is no time for them.
  private func load(of cells: [Int], on day: Int) -> Double? {
    var left = Double(model.available[day])
    var load = 0.0
    for cell in cells {
      left -= Double(template(of: cell).minMinutes)
      load += Double(template(of: cell).minMinutes) * template(of: cell).sRPE
    }
    guard left >= 0 else { return nil }
    for cell in cells.sorted(by: { template(of: $0).sRPE > template(of: $1).sRPE }) {
      let more = min(left, program.upper[minutes[cell]] - Double(template(of: cell).minMinutes))
      left -= more
      load += more * template(of: cell).sRPE
    }
    return load
  }

  /// Easier weeks have fewer hard days.
  private mutating func limitHardInDeload() {
    guard model.bounds.hasHardRule, model.bounds.hardPerDeload < 7 else { return }
    for week in 0..<model.weekCount where kinds(of: week).contains(.deload) {
      let hard = model.days(ofWeek: week).flatMap { cells(on: $0, where: \.isHard) }
      guard hard.count > model.bounds.hardPerDeload else { continue }
      addSwitched(
        hard.map { Term(session[$0], 1) }, week: week, kind: .deload,
        atMost: Double(model.bounds.hardPerDeload))
    }
  }

  /// Longer sessions of a sport step by step, as the single-session rule leads to them with one new longest a week: a
  /// session above a rung takes one above the rung before in a week before.
  private mutating func addLadder(of sport: Int) {
    let bounds = model.bounds
    guard bounds.spike < .infinity, bounds.recordsPerWeek == 1, standing(sport, before: model.dayCount) == 0
    else { return }
    let start = model.longestBefore[sport * model.dayCount]
    let longest = (0..<session.count).reduce(0.0) {
      session[$1] >= 0 && template(of: $1).sport == sport ? max($0, program.upper[minutes[$1]]) : $0
    }
    var rungs = [start]
    while let last = rungs.last, last < longest {
      let next = SessionReach.next(after: last, bounds.spike)
      guard next > last else { break }
      rungs.append(next)
    }
    guard rungs.count > 1 else { return }
    var before: [Int?] = rungs.map { _ in nil }
    for week in 0..<model.weekCount {
      var present: [Int?] = rungs.map { _ in nil }
      for rung in 1..<rungs.count where rung <= week + 1 {
        let isAbove = addChoice(.rung(sport))
        present[rung] = isAbove
        climb(sport, week, above: rungs[rung - 1], isAbove, before: before[rung])
        if rung > 1, let lower = before[rung - 1] {
          program.addRow([Term(isAbove, 1), Term(lower, -1)], atMost: 0)
        }
      }
      limitLengths(of: sport, in: week, rungs, present)
      before = present
    }
  }

  /// A rung that is first passed in a week is passed by one of its sessions.
  private mutating func climb(_ sport: Int, _ week: Int, above rung: Double, _ isAbove: Int, before: Int?) {
    let least = rung.rounded(.down) + 1
    let own = model.days(ofWeek: week).flatMap { cells(on: $0) { $0.sport == sport } }.filter {
      program.upper[minutes[$0]] >= least
    }
    let gain = [Term(isAbove, -1)] + (before.map { [Term($0, 1)] } ?? [])
    if let before { program.addRow([Term(isAbove, 1), Term(before, -1)], atLeast: 0) }
    program.addRow(own.map { Term(session[$0], 1) } + gain, atLeast: 0)
    addSeldom(own.map { Term(minutes[$0], 1) } + gain.map { Term($0.column, least * $0.factor) }, atLeast: 0)
  }

  private mutating func limitLengths(of sport: Int, in week: Int, _ rungs: [Double], _ isAbove: [Int?]) {
    for cell in model.days(ofWeek: week).flatMap({ cells(on: $0) { $0.sport == sport } }) {
      let most = program.upper[minutes[cell]]
      guard most > rungs[0] else { continue }
      var terms = [Term(minutes[cell], 1), Term(session[cell], -rungs[0])]
      for rung in 1..<rungs.count {
        guard let column = isAbove[rung], rungs[rung - 1] < most else { break }
        terms.append(Term(column, rungs[rung - 1] - min(rungs[rung], most)))
      }
      addSeldom(terms, atMost: 0)
    }
  }
}
