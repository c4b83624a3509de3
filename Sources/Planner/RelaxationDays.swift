import LinearPrograms
import TrainingPlan

extension Relaxation {
  private var history: PlanProblem.History { model.problem.history }

  /// R02, R27 of the auditor.
  mutating func limitRestDays() {
    let bounds = model.bounds
    for day in 0..<model.dayCount {
      let window = (day - 6)...day
      let past = window.filter { $0 < 0 && !model.isRestHistory[model.historyCount + $0] }.count
      addSeldom(
        window.filter { $0 >= 0 }.map { Term(trained[$0], 1) }, atMost: Double(7 - bounds.restPer7 - past))
    }
    tag(.restDays)
    guard bounds.restInARow < model.dayCount else { return }
    let open = (0..<model.dayCount).filter { model.available[$0] > 0 }
    for first in 0..<max(0, open.count - bounds.restInARow) {
      addSeldom(open[first...(first + bounds.restInARow)].map { Term(trained[$0], 1) }, atLeast: 1)
    }
    tag(.restRun)
  }

  /// R03-R06, R15 and the fitness asked for.
  mutating func limitAverages() {
    limitRatios()
    let fitness = average(model.fitnessFactor, from: model.start.fitness)
    limitRamp(fitness)
    limitForm(fitness)
    if model.bounds.minFitness > -.infinity {
      addSum([(fitness[model.dayCount - 1], 1)], atLeast: model.bounds.minFitness)
      tag(.fitness)
    }
  }

  private mutating func limitRatios() {
    let bounds = model.bounds
    if bounds.daily.ratioEWMA < .infinity {
      let acute = average(PlanModel.acuteFactor, from: model.start.acute)
      let chronic = average(PlanModel.chronicFactor, from: model.start.chronic)
      for day in 0..<model.dayCount {
        addSum([(acute[day], 1), (chronic[day], -bounds.on(day).ratioEWMA)], atMost: bounds.acuteAllowance)
      }
    }
    limitRollingRatios()
    tag(.ratio)
  }

  private mutating func limitRamp(_ fitness: [Average]) {
    let bounds = model.bounds
    guard bounds.daily.rampAbsolute < .infinity else { return }
    let factor = 1 + bounds.rampRelative
    for day in 0..<model.dayCount {
      let rise = bounds.on(day).rampAbsolute
      if day >= 7 {
        addSum([(fitness[day], 1), (fitness[day - 7], -factor)], atMost: rise)
      } else {
        addSum([(fitness[day], 1)], atMost: rise + factor * model.fitnessBefore[day])
      }
    }
    tag(.ramp)
  }

  private mutating func limitForm(_ fitness: [Average]) {
    let bounds = model.bounds
    guard max(bounds.daily.formFloor, bounds.formLow) > -.infinity || bounds.formHigh < .infinity else {
      return
    }
    let fatigue = average(model.fatigueFactor, from: model.start.fatigue)
    if bounds.daily.formFloor > -.infinity {
      for day in 0..<model.dayCount {
        addSum([(fitness[day], 1 - bounds.on(day).formFloor), (fatigue[day], -1)], atLeast: 0)
      }
    }
    let last = model.dayCount - 1
    if bounds.formLow > -.infinity {
      addSum([(fitness[last], 1 - bounds.formLow), (fatigue[last], -1)], atLeast: 0)
    }
    if bounds.formHigh < .infinity {
      addSum([(fitness[last], 1 - bounds.formHigh), (fatigue[last], -1)], atMost: 0)
    }
    tag(.form)
  }

  /// An exponentially weighted average of the daily load on a day: a column, or the loads that it is made of.
  struct Average {
    var terms: [Term]
    var constant = 0.0
  }

  /// A row of averages times factors; the limits that such rows express bind on few days.
  private mutating func addSum(
    _ averages: [(Average, Double)], atLeast low: Double = -.infinity, atMost high: Double = .infinity
  ) {
    let constant = averages.reduce(0) { $0 + $1.1 * $1.0.constant }
    let terms = averages.flatMap { average, factor in
      average.terms.map { Term($0.column, factor * $0.factor) }
    }
    addSeldom(terms, atLeast: low - constant, atMost: high - constant)
  }

  private mutating func average(_ factor: Double, from start: Double) -> [Average] {
    var averages: [Average] = []
    var most = start
    for day in 0..<model.dayCount {
      let before = averages.last ?? Average(terms: [], constant: start)
      let left = before.terms.map { Term($0.column, (1 - factor) * $0.factor) }
      let next = Average(terms: [Term(load[day], factor)] + left, constant: (1 - factor) * before.constant)
      most = max(most, program.upper[load[day]])
      if isTight {
        averages.append(next)
      } else {
        let column = program.addDefinition(next.terms, constant: next.constant, from: 0, to: most)
        averages.append(Average(terms: [Term(column, 1)]))
      }
    }
    tag(.given)
    return averages
  }

  private mutating func limitRollingRatios() {
    let bounds = model.bounds
    guard bounds.looksAtRollingRatios else { return }
    for day in 0..<model.dayCount {
      let acute = sum(load, (day - 6)...day, history.load, 1.0 / 7)
      if bounds.daily.ratioCoupled < .infinity {
        let month = sum(load, (day - 27)...day, history.load, -bounds.on(day).ratioCoupled / 28)
        addSeldom(acute.terms + month.terms, atMost: bounds.acuteAllowance - acute.past - month.past)
      }
      if bounds.daily.ratioUncoupled < .infinity {
        let month = sum(load, (day - 27)...(day - 7), history.load, -bounds.on(day).ratioUncoupled / 21)
        addSeldom(acute.terms + month.terms, atMost: bounds.acuteAllowance - acute.past - month.past)
      }
    }
  }

  /// A sum over days, those of the history as a number.
  func sum(
    _ columns: [Int], _ days: ClosedRange<Int>, _ history: [Double], _ factor: Double
  ) -> (terms: [Term], past: Double) {
    let past = days.filter { $0 < 0 }.reduce(0.0) { $0 + factor * history[history.count + $1] }
    return (days.filter { $0 >= 0 }.map { Term(columns[$0], factor) }, past)
  }

  /// R11, and hard sessions a week (R12).
  mutating func limitHardDays() {
    let bounds = model.bounds
    guard bounds.hasHardRule else { return }
    for day in 0..<model.dayCount {
      let days = day..<min(day + max(1, bounds.hardGap), model.dayCount)
      let hard = days.flatMap { cells(on: $0, where: \.isHard) }
      if !hard.isEmpty { addSeldom(hard.map { Term(session[$0], 1) }, atMost: 1) }
      if day - bounds.lastHardDay < bounds.hardGap {
        for cell in cells(on: day, where: \.isHard) {
          if program.lower[session[cell]] > 0 {
            program.addRow([Term(session[cell], 1)], atMost: 0)
          } else {
            program.upper[session[cell]] = 0
          }
        }
      }
    }
    tag(.hardDays)
    guard bounds.hardPerWeek < 7 else { return }
    for week in 0..<model.weekCount {
      let hard = model.days(ofWeek: week).flatMap { cells(on: $0, where: \.isHard) }
      program.addRow(hard.map { Term(session[$0], 1) }, atMost: Double(bounds.hardPerWeek))
    }
    tag(.hardDays)
  }

  /// What the days before lesser events and after absences are held to.
  mutating func limitLoads() {
    for day in 0..<model.dayCount {
      guard let limit = model.tuneUps.loadLimit[day], limit.idleDays == 0 else { continue }
      let taper = sum(load, (day - limit.days + 1)...day, history.load, 1)
      let usual = sum(load, (day - limit.reach + 1)...(day - limit.back), history.load, limit.share)
      program.addRow(
        taper.terms + usual.terms.map { Term($0.column, -$0.factor) },
        atMost: limit.most + usual.past - taper.past)
      tag(limit.isFirstWeekBack ? .weekBack : .given)
    }
  }

  /// R18, R19.
  mutating func limitHipDays() {
    let bounds = model.bounds
    guard bounds.hasHipRule else { return }
    var isAbove: [Int] = []
    for day in 0..<model.dayCount {
      if bounds.daily.hipPer7 < .infinity {
        let window = sum(hip, (day - 6)...day, history.hip, 1)
        addSeldom(window.terms, atMost: bounds.on(day).hipPer7 - window.past)
        tag(.hipLoad)
      }
      program.upper[hip[day]] = min(program.upper[hip[day]], bounds.hipPerDay)
      let most = min(program.upper[hip[day]], bounds.on(day).hipPer7)
      let threshold = bounds.hipThreshold
      isAbove.append(addChoice(.hipDay))
      if most > threshold {
        program.addRow([Term(hip[day], 1), Term(isAbove[day], threshold - most)], atMost: threshold)
      }
    }
    tag(.hipStreak)
    guard bounds.hipDaysInARow < model.dayCount else { return }
    for day in 0..<model.dayCount {
      let window = (day - bounds.hipDaysInARow)...day
      let past = window.filter { $0 < 0 && history.hip[history.hip.count + $0] > bounds.hipThreshold }.count
      addSeldom(
        window.filter { $0 >= 0 }.map { Term(isAbove[$0], 1) }, atMost: Double(bounds.hipDaysInARow - past))
    }
    tag(.hipStreak)
  }
}
