import Rows
import TrainingPlan

/// What depends on the days in their order: averages, run lengths, and the score of all days up to each.
struct DailySeries {
  let averages: Row<PlanModel.Averages>
  /// Sums of load and hip flexion up to each day, the history first; entry i is the sum of the first i days.
  let loadSum: Row<Double>
  let hipSum: Row<Double>
  /// Trained days up to each day, the history first.
  let trainedSum: Row<Int>
  let runs: Row<PlanModel.Runs>
  /// The largest load that one session up to each day has, AU; kept where any one may be missed.
  let largestLoss: Row<Double>
  /// What the days before each day break by their order.
  let violation: Row<Double>
  /// What of that is forgiven, and priced.
  let forgiven: Row<Double>

  init(model: PlanModel, in memory: RowMemory) {
    let history = model.problem.history
    let (past, days) = (model.historyCount, model.dayCount)
    averages = memory.row(model.start, count: days)
    loadSum = memory.row(0, count: past + days + 1)
    hipSum = memory.row(0, count: past + days + 1)
    trainedSum = memory.row(0, count: past + days + 1)
    for index in 0..<past {
      loadSum[index + 1] = loadSum[index] + history.load[index]
      hipSum[index + 1] = hipSum[index] + history.hip[index]
      trainedSum[index + 1] = trainedSum[index] + (model.isRestHistory[index] ? 0 : 1)
    }
    runs = memory.row(model.startRuns, count: days)
    largestLoss = memory.row(0, count: days)
    violation = memory.row(0, count: days + 1)
    forgiven = memory.row(0, count: days + 1)
  }

  /// Takes over what the windows that end on or after `first` reach back to: 28 days of sums, 7 of fitness.
  func joinWindow(of other: DailySeries, from first: Int, past: Int) {
    let window = (past + first - 27)..<(past + first + 1)
    loadSum.take(other.loadSum, window)
    hipSum.take(other.hipSum, window)
    trainedSum.take(other.trainedSum, window)
    averages.take(other.averages, max(0, first - 7)..<first)
  }

  /// Takes over another series from a day on.
  func take(_ other: DailySeries, from first: Int) {
    let days = averages.count
    let past = loadSum.count - 1 - days
    averages.take(other.averages, first..<days)
    runs.take(other.runs, first..<days)
    largestLoss.take(other.largestLoss, first..<days)
    violation.take(other.violation, (first + 1)..<(days + 1))
    forgiven.take(other.forgiven, (first + 1)..<(days + 1))
    let sums = (past + first + 1)..<(past + days + 1)
    loadSum.take(other.loadSum, sums)
    hipSum.take(other.hipSum, sums)
    trainedSum.take(other.trainedSum, sums)
  }
}

extension Trial {
  /// Runs the days from the first changed one on: what they break by the days before them (R02-R06, R11, R15, R18,
  /// R19, R27), all days together; stops as soon as that is more than `most`.
  func runDays(atMost most: Double) -> Score {
    let first = firstChangedDay.now
    let end = horizonDays
    guard first < end else { return Score(value: kept.forgiven[end], violation: kept.violation[end]) }
    let past = model.historyCount
    tried.joinWindow(of: kept, from: first, past: past)
    tried.violation[first] = kept.violation[first]
    var state = first > 0 ? kept.averages[first - 1] : model.start
    var run = first > 0 ? kept.runs[first - 1] : model.startRuns
    var loadSum = kept.loadSum[past + first]
    var hipSum = kept.hipSum[past + first]
    var trainedSum = kept.trainedSum[past + first]
    var score = Score(value: kept.forgiven[first], violation: kept.violation[first])
    var largestLoss = first > 0 ? kept.largestLoss[first - 1] : 0
    for day in first..<end {
      state.take(load[day], model)
      tried.averages[day] = state
      let next = past + day + 1
      loadSum += load[day]
      hipSum += hip[day]
      trainedSum += isTrained[day] ? 1 : 0
      if bounds.robust.isOn {
        largestLoss = max(largestLoss, largestLoad[day])
        tried.largestLoss[day] = largestLoss
      }
      tried.loadSum[next] = loadSum
      tried.hipSum[next] = hipSum
      tried.trainedSum[next] = trainedSum
      breachAverages(day, state, &score)
      if bounds.looksAtRollingRatios { breachRollingRatios(next, &score) }
      score.breach(bounds.restPer7 - 7 + trainedSum - tried.trainedSum[next - 7], Score.count)
      score.breach(hipSum - tried.hipSum[next - 7] - bounds.hipPer7, Score.unit)
      breachRuns(day, &run, &score)
      breachShortTaper(day, loadSum, &score)
      tried.runs[day] = run
      if tables.isHeldLately[day] { score.forgive(since: tried.violation[day]) }
      if score.violation > most { return score }
      tried.violation[day + 1] = score.violation
      tried.forgiven[day + 1] = score.value
    }
    if end == dayCount {
      breachFormOnTheDay(state, &score)
      tried.violation[end] = score.violation
      tried.forgiven[end] = score.value
    }
    return score
  }

  private func breachAverages(_ day: Int, _ state: PlanModel.Averages, _ score: inout Score) {
    score.breach(state.acute - bounds.acuteAllowance - bounds.ratioEWMA * state.chronic, Score.unit)
    let before = day >= 7 ? tried.averages[day - 7].fitness : tables.fitnessBefore[day]
    score.breach(state.fitness - before - bounds.rampAbsolute - bounds.rampRelative * before, 10 * Score.unit)
    score.breach(bounds.formFloor * state.fitness - (state.fitness - state.fatigue), Score.unit)
    if bounds.robust.isOn { breachAveragesAfterLoss(day, state, before: before, &score) }
  }

  private func breachRollingRatios(_ next: Int, _ score: inout Score) {
    let now = tried.loadSum[next]
    let week = tried.loadSum[next - 7]
    let month = tried.loadSum[next - 28]
    let acute = (now - week) / 7 - bounds.acuteAllowance
    let coupled = acute - bounds.ratioCoupled * (now - month) / 28
    let uncoupled = acute - bounds.ratioUncoupled * (week - month) / 21
    score.breach(coupled, Score.unit)
    score.breach(uncoupled, Score.unit)
    guard bounds.robust.isOn else { return }
    let day = next - 1 - model.historyCount
    breachRatiosAfterLoss(day, coupled: coupled, uncoupled: uncoupled, &score)
  }

  /// Rest days, hip-flexion days and hard days in their order.
  private func breachRuns(_ day: Int, _ run: inout PlanModel.Runs, _ score: inout Score) {
    if isTrained[day] {
      run.restAfterLoss = isFragile[day] ? run.rest + 1 : 0
      run.rest = 0
    } else if tables.available[day] > 0 {
      run.rest += 1
      run.restAfterLoss += 1
      if run.rest > bounds.restInARow { score.breach(1, Score.count) }
    }
    if bounds.robust.restRun, run.restAfterLoss > bounds.restInARow { score.breach(1, Score.count) }
    run.hip = hip[day] > bounds.hipThreshold ? run.hip + 1 : 0
    if run.hip > bounds.hipDaysInARow { score.breach(1, Score.count) }
    if isHardDay[day] {
      score.breach(bounds.hardGap - (day - run.lastHard), Score.count)
      run.lastHard = day
    }
  }

  private func breachFormOnTheDay(_ state: PlanModel.Averages, _ score: inout Score) {
    let before = score.violation
    let form = state.fitness - state.fatigue
    score.breach(bounds.formLow * state.fitness - form, 10 * Score.unit)
    score.breach(form - bounds.formHigh * state.fitness, 10 * Score.unit)
    if tables.isHeldFortnight { score.forgive(since: before) }
    score.breach(bounds.minFitness - state.fitness, Score.count)
    if bounds.robust.isOn { breachFormAfterLoss(state, &score) }
  }
}
