import LinearPrograms
import TrainingPlan

/// A linear programme that every schedule inside the limits satisfies, so that its optimum bounds all of them from
/// above: sessions may be taken in part, and what is no linear limit (monotony, the longest session of the last days)
/// is left out or weakened.
///
/// Which rows count depends on the kinds of the weeks (`switches`), so that one programme serves all sequences.
struct Relaxation {
  let model: PlanModel
  var program = LinearProgram()
  /// The part (0-1) of a session and its minutes, a cell; -1 where the cell allows none.
  private(set) var session: [Int]
  private(set) var minutes: [Int]
  /// Whether a day is trained (0-1), its load (AU) and its hip-flexion exposure (run-minutes).
  private(set) var trained: [Int] = []
  private(set) var load: [Int] = []
  private(set) var hip: [Int] = []
  /// Rows that count for some kinds of week only.
  var switches: [Switch] = []
  /// What each row is about.
  private(set) var subjects: [Subject] = []

  typealias Term = LinearProgram.Term

  /// A row that counts where a week is of a kind and its last load week is `reference`; nil = whichever that is.
  struct Switch: Sendable {
    var row: Int
    var week: Int
    var kind: WeekType
    var reference: Int?
    var low: Double
    var high: Double
  }

  /// A wish or a limit that rows express; `given` is what cannot be left out.
  enum Subject: Hashable, Sendable {
    case given, time, goal(Int), fitness, sessions(Int), variety, relief, hipLoad, hipStreak, hipRise
    case restDays, restRun, weeklyRise, ramp, ratio, form, hardDays, intensity, deload, taper, sport(Int)
  }

  init(_ model: PlanModel) {
    self.model = model
    let cells = model.dayCount * model.templateCount
    session = Array(repeating: -1, count: cells)
    minutes = session
    program.constant = model.emptyObjective
    addSessions()
    addDays()
    limitRestDays()
    limitAverages()
    limitHardDays()
    limitShortTapers()
    limitHipDays()
    limitWeeks()
    limitWeeksInOrder()
    limitTaper()
    askForGoals()
    loosen()
  }

  /// Says what the rows are about that were added since the last time.
  mutating func tag(_ subject: Subject) {
    while subjects.count < program.rowCount { subjects.append(subject) }
  }

  /// Lets every limit be passed by what an auditor takes for rounding.
  private mutating func loosen() {
    for row in 0..<program.rowCount where program.rowLower[row] < program.rowUpper[row] {
      let slack = Self.rounding * program.size(ofRow: row)
      program.rowLower[row] -= slack
      program.rowUpper[row] += slack
    }
    for index in switches.indices {
      let slack = Self.rounding * program.size(ofRow: switches[index].row)
      switches[index].low -= slack
      switches[index].high += slack
    }
  }

  private static let rounding = 1e-6

  /// The cells of a day that sessions can stand in.
  func cells(on day: Int, where isWanted: (PlanModel.Template) -> Bool = { _ in true }) -> [Int] {
    let first = day * model.templateCount
    return (first..<first + model.templateCount).filter {
      session[$0] >= 0 && isWanted(model.templates[$0 - first])
    }
  }

  func template(of cell: Int) -> PlanModel.Template { model.templates[cell % model.templateCount] }

  /// The longest session of a sport that the single-session rule can lead to by a week: one new longest a week.
  private func reach(of sport: Int, week: Int) -> Double {
    guard model.bounds.spike < .infinity else { return .infinity }
    let start = model.longestBefore[sport * model.dayCount]
    let steps = model.bounds.recordsPerWeek == 1 ? week + 1 : 7 * (week + 1)
    return (0..<steps).reduce(start) { longest, _ in longest * (1 + model.bounds.spike) }
  }

  private mutating func addSessions() {
    for day in 0..<model.dayCount {
      for index in 0..<model.templateCount {
        let cell = day * model.templateCount + index
        if model.held.minutes[cell] > 0 {
          stand(cell)
          continue
        }
        let kind = model.templates[index]
        let reach = reach(of: kind.sport, week: day / 7) + 1e-6
        let most = min(Double(model.longest[cell]), reach.rounded(.down))
        guard model.longest[cell] > 0, most >= Double(kind.minMinutes) else { continue }
        session[cell] = program.addColumn(from: 0, to: 1)
        minutes[cell] = program.addColumn(from: 0, to: most, cost: model.gain[cell])
        program.addRow([Term(minutes[cell], 1), Term(session[cell], -most)], atMost: 0)
        program.addRow([Term(minutes[cell], 1), Term(session[cell], -Double(kind.minMinutes))], atLeast: 0)
      }
    }
    tag(.given)
  }

  /// A session that stands: its part and its minutes are constants.
  private mutating func stand(_ cell: Int) {
    let length = Double(model.held.minutes[cell])
    session[cell] = program.addColumn(from: 1, to: 1)
    minutes[cell] = program.addColumn(from: length, to: length, cost: model.gain[cell])
  }

  private mutating func addDays() {
    for day in 0..<model.dayCount {
      let cells = cells(on: day)
      let open = Double(model.available[day])
      let hardest = cells.map { template(of: $0).sRPE }.max() ?? 0
      let steepest = cells.map { template(of: $0).hip }.max() ?? 0
      load.append(
        program.addDefinition(
          cells.map { Term(minutes[$0], template(of: $0).sRPE) }, from: 0, to: hardest * open))
      hip.append(
        program.addDefinition(
          cells.map { Term(minutes[$0], template(of: $0).hip) }, from: 0, to: steepest * open))
      let main = cells.filter { !template(of: $0).isRestful }
      let mayTrain = !main.isEmpty && !model.isFixedRest[day]
      trained.append(
        program.addColumn(
          from: 0, to: mayTrain ? 1 : 0, cost: model.isWishedRest[day] ? -model.bounds.restWishPrice : 0))
      tag(.given)
      program.addRow(cells.map { Term(minutes[$0], 1) }, atMost: open)
      tag(.time)
      limitSessions(on: day, main)
      limitRestfulSessions(on: day, cells.filter { template(of: $0).isRestful }, hardest * open)
    }
    tag(.given)
  }

  private mutating func limitSessions(on day: Int, _ main: [Int]) {
    guard !main.isEmpty else { return }
    let sessions = main.map { Term(session[$0], 1) }
    let most = Double(min(model.bounds.sessionsPerDay, main.count))
    program.addRow(sessions + [Term(trained[day], -most)], atMost: 0)
    program.addRow(sessions + [Term(trained[day], -1)], atLeast: 0)
    for sport in model.sports.indices {
      let ofSport = main.filter { template(of: $0).sport == sport }
      guard !ofSport.isEmpty else { continue }
      program.addRow(ofSport.map { Term(session[$0], 1) } + [Term(trained[day], -1)], atMost: 0)
    }
  }

  private mutating func limitRestfulSessions(on day: Int, _ restful: [Int], _ most: Double) {
    if restful.count > 1 { program.addRow(restful.map { Term(session[$0], 1) }, atMost: 1) }
    guard !restful.isEmpty, model.bounds.restLoad < most else { return }
    program.addRow(
      restful.map { Term(minutes[$0], template(of: $0).sRPE) } + [Term(trained[day], -most)],
      atMost: model.bounds.restLoad)
  }
}

extension Relaxation {
  /// Which rows count for a sequence of week kinds; nil = a kind that is not settled, whose rows do not count.
  func isOn(_ item: Switch, for types: [WeekType?]) -> Bool {
    guard types[item.week] == item.kind else { return false }
    guard let wanted = item.reference else { return true }
    var week = item.week - 1
    while week >= 0 {
      guard let kind = types[week] else { return false }
      if kind == .load { break }
      week -= 1
    }
    return week == wanted
  }

  mutating func addSwitched(
    _ terms: [Term], week: Int, kind: WeekType, reference: Int? = nil, atLeast low: Double = -.infinity,
    atMost high: Double = .infinity
  ) {
    let row = program.addRow(terms)
    switches.append(Switch(row: row, week: week, kind: kind, reference: reference, low: low, high: high))
  }
}
