import LinearPrograms
import TrainingPlan

/// A linear programme that every schedule inside the limits satisfies, so that its optimum bounds all of them from
/// above: sessions may be taken in part, and what is no linear limit (monotony, the longest session of the last days)
/// is left out or weakened.
///
/// Which rows count depends on the kinds of the weeks (`switches`), so that one programme serves all sequences.
struct Relaxation {
  let model: PlanModel
  let isTight: Bool
  var program = LinearProgram()
  /// The part (0-1) of a session and its minutes, a cell; -1 where the cell allows none.
  private(set) var session: [Int]
  private(set) var minutes: [Int]
  /// Whether a day is trained (0-1), its load (AU) and its hip-flexion exposure (run-minutes).
  private(set) var trained: [Int] = []
  private(set) var load: [Int] = []
  private(set) var hip: [Int] = []
  /// Rows that hold in all weeks and seldom bind: they are added where a point breaks them. Only in a tight programme.
  private(set) var aside: [LinearProgram.Row] = []
  /// Rows that count for some kinds of week only.
  var switches: [Switch] = []
  /// What each row is about.
  private(set) var subjects: [Subject] = []
  /// The yes/no columns, each with its kind: what is learnt of one is of use for others of its kind.
  private(set) var choices: [(column: Int, kind: Choice)] = []

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
    case restDays, restRun, weeklyRise, ramp, ratio, form, hardDays, intensity, deload, taper, weekBack
    case sport(Int)
  }

  /// What a yes/no column decides.
  enum Choice: Hashable, Sendable {
    case session(Int), trained, hipDay, family(Int), goal(Int), rung(Int)
  }

  /// The programme of a model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - isTight: Whether rows are added that part sessions keep without, but whole ones only with them: a lower bound for
  ///     more columns and rows.
  init(_ model: PlanModel, isTight: Bool = false) {
    self.model = model
    self.isTight = isTight
    let cells = model.dayCount * model.templateCount
    session = Array(repeating: -1, count: cells)
    minutes = session
    program.constant = model.emptyObjective
    addSessions()
    addDays()
    limitRestDays()
    limitAverages()
    limitHardDays()
    limitLoads()
    limitHipDays()
    limitWeeks()
    limitWeeksInOrder()
    limitTaper()
    askForGoals()
    if isTight { tighten() }
    loosen()
  }

  /// Adds a row that binds on few days.
  mutating func addSeldom(
    _ terms: [Term], atLeast low: Double = -.infinity, atMost high: Double = .infinity
  ) {
    if isTight {
      aside.append(LinearProgram.Row(terms.merged, atLeast: low, atMost: high))
    } else {
      program.addRow(terms, atLeast: low, atMost: high)
    }
  }

  /// Adds a yes/no column.
  mutating func addChoice(_ kind: Choice, upTo most: Double = 1, cost: Double = 0) -> Int {
    let column = program.addColumn(from: 0, to: most, cost: cost)
    choices.append((column, kind))
    return column
  }

  /// Which columns are whole numbers: choices and minutes.
  var isWhole: [Bool] {
    var isWhole = Array(repeating: false, count: program.columnCount)
    for choice in choices { isWhole[choice.column] = true }
    for column in minutes where column >= 0 { isWhole[column] = true }
    return isWhole
  }

  /// The number of the kind of each choice; nil for other columns.
  var branching: [Int?] {
    var numbers: [Choice: Int] = [:]
    var kinds = [Int?](repeating: nil, count: program.columnCount)
    for choice in choices {
      let number = numbers[choice.kind] ?? numbers.count
      numbers[choice.kind] = number
      kinds[choice.column] = number
    }
    return kinds
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
    for index in aside.indices {
      let slack = Self.rounding * program.size(of: aside[index].terms)
      aside[index].low -= slack
      aside[index].high += slack
    }
    for index in switches.indices {
      let slack = Self.rounding * program.size(ofRow: switches[index].row)
      switches[index].low -= slack
      switches[index].high += slack
    }
  }

  static let rounding = 1e-6

  /// The cells of a day that sessions can stand in.
  func cells(on day: Int, where isWanted: (PlanModel.Template) -> Bool = { _ in true }) -> [Int] {
    let first = day * model.templateCount
    return (first..<first + model.templateCount).filter {
      session[$0] >= 0 && isWanted(model.templates[$0 - first])
    }
  }

  func template(of cell: Int) -> PlanModel.Template { model.templates[cell % model.templateCount] }

  /// The longest session of a sport that stands before a day, minutes; 0 where there is none.
  func standing(_ sport: Int, before day: Int) -> Double {
    let cells = 0..<(min(day, model.dayCount) * model.templateCount)
    return cells.reduce(0) { template(of: $1).sport == sport ? max($0, Double(model.held.minutes[$1])) : $0 }
  }

  private mutating func addSessions() {
    let reach = SessionReach(model)
    let taper = model.sports.indices.map { isTight ? reach.longTaper(of: $0) : [] }
    for day in 0..<model.dayCount {
      for index in 0..<model.templateCount {
        let cell = day * model.templateCount + index
        if model.held.minutes[cell] > 0 {
          stand(cell)
          continue
        }
        let kind = model.templates[index]
        var most = reach.longest(inCell: cell)
        if isTight { most = min(most, (taper[kind.sport][day] + Self.rounding).rounded(.down)) }
        guard most >= Double(max(1, kind.minMinutes)) else { continue }
        session[cell] = addChoice(.session(index))
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
      load.append(sum(of: cells, upTo: hardest * open) { $0.sRPE })
      hip.append(sum(of: cells, upTo: steepest * open) { $0.hip })
      let main = cells.filter { !template(of: $0).isRestful }
      let restful = cells.filter { template(of: $0).isRestful }
      // A restful session that is too much for a rest day makes it a day of training.
      let training = main + restful.filter { mostLoad(ofCell: $0, open) > model.bounds.restLoad }
      let mayTrain = !training.isEmpty && !model.isFixedRest[day]
      trained.append(
        addChoice(
          .trained, upTo: mayTrain ? 1 : 0, cost: model.isWishedRest[day] ? -model.bounds.restWishPrice : 0))
      tag(.given)
      if !cells.isEmpty { program.addRow(cells.map { Term(minutes[$0], 1) }, atMost: open) }
      tag(.time)
      limitSessions(on: day, main)
      if !training.isEmpty {
        program.addRow(training.map { Term(session[$0], 1) } + [Term(trained[day], -1)], atLeast: 0)
      }
      limitRestfulSessions(on: day, restful, hardest * open)
    }
    tag(.given)
  }

  /// A column that is the sum of minutes times a weight.
  private mutating func sum(
    of cells: [Int], upTo most: Double, weight: (PlanModel.Template) -> Double
  ) -> Int {
    if cells.isEmpty { return program.addColumn(from: 0, to: 0) }
    return program.addDefinition(
      cells.map { Term(minutes[$0], weight(template(of: $0))) }, from: 0, to: most)
  }

  /// The most load of a session on a day with so many minutes, AU.
  private func mostLoad(ofCell cell: Int, _ open: Double) -> Double {
    template(of: cell).sRPE * min(open, Double(model.longest[cell]))
  }

  private mutating func limitSessions(on day: Int, _ main: [Int]) {
    guard !main.isEmpty else { return }
    let sessions = main.map { Term(session[$0], 1) }
    let most = Double(min(model.bounds.sessionsPerDay, main.count))
    program.addRow(sessions + [Term(trained[day], -most)], atMost: 0)
    for sport in model.sports.indices {
      let ofSport = main.filter { template(of: $0).sport == sport }
      guard !ofSport.isEmpty else { continue }
      if ofSport.count == main.count, most == 1 { continue }
      addSeldom(ofSport.map { Term(session[$0], 1) } + [Term(trained[day], -1)], atMost: 0)
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

extension [LinearProgram.Term] {
  /// One term for each column.
  fileprivate var merged: [Element] {
    var factors: [Int: Double] = [:]
    for term in self { factors[term.column, default: 0] += term.factor }
    return factors.keys.sorted().map { Element($0, factors[$0] ?? 0) }
  }
}
