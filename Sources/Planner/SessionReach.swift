import TrainingPlan

/// How long sessions of each sport can be by each week: as far as the single-session rule lets them grow and days have
/// room for them, whichever weeks are easier. An upper bound for every schedule.
///
/// A long session of an easier week stays under the longest of the load weeks before it, so it is no new longest beyond what
/// is always easy, unless these went without a session: then it grows from what was the longest before them. Before the
/// first load week it stays under what was done before the plan.
struct SessionReach {
  /// The longest session by the end of a week, minutes; sport-major.
  private let byWeek: [Double]
  private let model: PlanModel

  init(_ model: PlanModel) {
    self.model = model
    let isBounded = model.bounds.spike < .infinity
    byWeek = model.sports.indices.flatMap { sport in
      isBounded
        ? Self.climb(of: sport, in: model)
        : Array(repeating: .infinity, count: model.weekCount)
    }
  }

  /// The longest session of a sport by the end of a week, minutes; infinite where no rule bounds it.
  subscript(sport: Int, week: Int) -> Double { byWeek[sport * model.weekCount + week] }

  /// The longest session that a cell can hold, minutes; 0 = none.
  func longest(inCell cell: Int) -> Double {
    let kind = model.templates[cell % model.templateCount]
    let most = min(Double(model.longest[cell]), self[kind.sport, cell / model.templateCount / 7])
    return most >= Double(kind.minMinutes) ? most : 0
  }

  /// The longest session of a sport that each day may have by the taper of long sessions, minutes, in a plan whose longest
  /// one is as long as can be; infinite before the taper.
  func longTaper(of sport: Int) -> [Double] {
    var longest = 0.0
    for cell in model.longest.indices where model.templates[cell % model.templateCount].sport == sport {
      longest = max(longest, Double(model.held.minutes[cell]), self.longest(inCell: cell))
    }
    return (0..<model.dayCount).map { model.longTaper(on: $0, ofLongest: longest) }
  }

  /// The longest session after some load weeks in a row, minutes.
  private struct Rung {
    /// The longest where these weeks went without a session; nil where they cannot have.
    var skipping: Double?
    var now: Double
  }

  private static func climb(of sport: Int, in model: PlanModel) -> [Double] {
    let start = model.longestBefore[sport * model.dayCount]
    let most = model.problem.limits.deload.map { max(1, $0.maxLoadWeeks) }
    // By how many load weeks there were since the last easier one; without easier weeks that is the same for all.
    var rungs: [Rung?] = [Rung(skipping: start > 0 ? nil : start, now: start)]
    return (0..<model.weekCount).map { week in
      let room = Room(for: sport, in: week, model)
      var later: [Rung?] = Array(repeating: nil, count: (most ?? 0) + 1)
      for (run, rung) in rungs.enumerated() {
        guard let rung else { continue }
        let skipping = run == 0 ? rung.now : rung.skipping ?? 0
        let loaded = Rung(skipping: max(skipping, room.standing), now: room.grown(from: rung.now))
        guard let most, week < model.buildWeeks else {
          join(loaded, to: &later[0])
          continue
        }
        let isLight = model.isLight(week)
        if run < most, !isLight { join(loaded, to: &later[run + 1]) }
        if run > 0 || isLight { join(room.afterEasierWeek(rung), to: &later[0]) }
      }
      rungs = later
      return later.reduce(start) { max($0, $1?.now ?? 0) }
    }
  }

  private static func join(_ rung: Rung, to place: inout Rung?) {
    let skipping = [rung.skipping, place?.skipping].compactMap { $0 }.max()
    place = Rung(skipping: skipping, now: max(rung.now, place?.now ?? 0))
  }

  /// The room that a week has for sessions of a sport.
  private struct Room {
    let model: PlanModel
    /// The longest session that a day can take, and the longest that stands, minutes.
    let longest: Double
    let standing: Double
    /// New longest sessions that there may be.
    let records: Int
    /// Whether easier weeks hold their long sessions down.
    let isHeldDown: Bool

    init(for sport: Int, in week: Int, _ model: PlanModel) {
      self.model = model
      longest = Double(model.longest(of: sport, inWeek: week))
      standing = Double(model.cells(of: sport, inWeek: week).reduce(0) { max($0, model.held.minutes[$1]) })
      records = min(7, model.bounds.recordsPerWeek)
      isHeldDown = model.bounds.longInDeload < 1 && !model.held.isInWeek[week]
    }

    func grown(from start: Double) -> Double {
      let before = max(start, standing)
      var length = before
      for _ in 0..<records where length < longest {
        length = SessionReach.next(after: length, model.bounds.spike)
      }
      return max(before, min(length, longest))
    }

    func afterEasierWeek(_ rung: Rung) -> Rung {
      guard isHeldDown else {
        let now = grown(from: rung.now)
        return Rung(skipping: now, now: now)
      }
      let easy = min(grown(from: rung.now), Double(Bounds.alwaysEasy))
      let free = rung.skipping.map { grown(from: $0) }
      return Rung(skipping: free, now: max(rung.now, easy, free ?? 0))
    }
  }

  /// The longest session, minutes, that may follow one when sessions may grow by a share; a limit that is passed by what
  /// an auditor takes for rounding is kept.
  static func next(after longest: Double, _ spike: Double) -> Double {
    let most = (1 + spike) * longest
    return (most + 1e-6 * max(1, most)).rounded(.down)
  }
}

extension PlanModel {
  /// The longest session of a sport that a day of a week has room for, minutes; 0 = none has any.
  func longest(of sport: Int, inWeek week: Int) -> Int {
    days(ofWeek: week).reduce(0) { max($0, longest(of: sport, on: $1)) }
  }

  /// The longest session of a sport that a day has room for, minutes; 0 = none.
  func longest(of sport: Int, on day: Int) -> Int {
    var most = 0
    for template in 0..<templateCount where templates[template].sport == sport {
      most = max(most, longest[day * templateCount + template])
    }
    return most
  }

  fileprivate func cells(of sport: Int, inWeek week: Int) -> [Int] {
    let days = days(ofWeek: week)
    let cells = days.lowerBound * templateCount..<days.upperBound * templateCount
    return cells.filter { templates[$0 % templateCount].sport == sport }
  }
}
