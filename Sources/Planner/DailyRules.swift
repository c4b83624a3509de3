import Rows
import TrainingPlan

extension Trial {
  /// Runs the days from the first changed one on: what they break by the days before them (R02-R06, R11, R15, R18,
  /// R19, R27), all days together; nil where that is more than `most`.
  func runDays(atMost most: Double) -> Score? {
    var score = runAverages(atMost: most)
    if score.violation > most { return nil }
    score += runRatios()
    if score.violation > most { return nil }
    score += runOrder()
    return score.violation > most ? nil : score
  }

  /// Keeps what the days were found to be from the first changed one on.
  func keepDays() {
    let (first, past) = (firstChangedDay.now, model.historyCount)
    guard first < dayCount else { return }
    kept.takeAverages(tried, from: first)
    kept.ratioScore.take(tried.ratioScore, first..<max(first, endOfRatios.now))
    kept.orderScore.take(tried.orderScore, first..<max(first, endOfOrder.now))
    kept.runs.take(tried.runs, first..<max(first, endOfOrder.now))
    for day in first..<dayCount {
      let next = past + day + 1
      kept.loadSum[next] = kept.loadSum[next - 1] + load[day]
      kept.hipSum[next] = kept.hipSum[next - 1] + hip[day]
      kept.trainedSum[next] = kept.trainedSum[next - 1] + (isTrained[day] ? 1 : 0)
    }
  }

  /// Averages never forget a change whole: they are run to the end, or until they break more than `most`.
  private func runAverages(atMost most: Double) -> Score {
    let first = firstChangedDay.now
    let end = horizonDays
    guard first < end else { return kept.averageScore[end] }
    tried.averages.take(kept.averages, max(0, first - 7)..<first)
    tried.averageScore[first] = kept.averageScore[first]
    var state = first > 0 ? kept.averages[first - 1] : model.start
    var score = kept.averageScore[first]
    var largestLoss = first > 0 ? kept.largestLoss[first - 1] : 0
    for day in first..<end {
      state.take(load[day], model)
      tried.averages[day] = state
      if bounds.robust.isOn {
        largestLoss = max(largestLoss, largestLoad[day])
        tried.largestLoss[day] = largestLoss
      }
      breachAverages(day, state, &score)
      if tables.isHeldLately[day] { score.forgive(since: tried.averageScore[day].violation) }
      if score.violation > most { return score }
      tried.averageScore[day + 1] = score
    }
    if end == dayCount {
      breachFormOnTheDay(state, &score)
      tried.averageScore[end] = score
    }
    return score
  }

  private func breachAverages(_ day: Int, _ state: PlanModel.Averages, _ score: inout Score) {
    let limits = bounds.on(day)
    score.breach(state.acute - bounds.acuteAllowance - limits.ratioEWMA * state.chronic, Score.unit)
    let before = day >= 7 ? tried.averages[day - 7].fitness : tables.fitnessBefore[day]
    score.breach(state.fitness - before - limits.rampAbsolute - bounds.rampRelative * before, 10 * Score.unit)
    score.breach(limits.formFloor * state.fitness - (state.fitness - state.fatigue), Score.unit)
    if bounds.robust.isOn { breachAveragesAfterLoss(day, state, before: before, &score) }
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

  /// Ratios of the last week's load to that of four, short tapers and first weeks back: no further behind the last change
  /// than these look, unless the largest session of all days before may be missed.
  private func runRatios() -> Score {
    guard bounds.looksAtRollingRatios || tables.hasLoadLimits else { return Score() }
    let first = firstChangedDay.now
    let end = bounds.robust.isOn ? horizonDays : min(horizonDays, lastChangedDay.now + tables.ratioReach)
    endOfRatios.now = end
    guard first < end else { return sums.now.ratios }
    let past = model.historyCount
    tried.loadSum.take(kept.loadSum, max(0, past + first + 1 - tables.ratioReach)..<(past + first + 1))
    var sum = kept.loadSum[past + first]
    var total = sums.now.ratios
    for day in first..<end {
      sum += load[day]
      tried.loadSum[past + day + 1] = sum
      var score = Score()
      if bounds.looksAtRollingRatios { breachRollingRatios(day, &score) }
      breachLoadLimit(day, sum, &score)
      if tables.isHeldLately[day] { score.forgive() }
      total -= kept.ratioScore[day]
      total += score
      tried.ratioScore[day] = score
    }
    sums.now.ratios = total
    return total
  }

  private func breachRollingRatios(_ day: Int, _ score: inout Score) {
    let next = model.historyCount + day + 1
    let now = tried.loadSum[next]
    let week = tried.loadSum[next - 7]
    let month = tried.loadSum[next - 28]
    let acute = (now - week) / 7 - bounds.acuteAllowance
    let limits = bounds.on(day)
    let coupled = acute - limits.ratioCoupled * (now - month) / 28
    let uncoupled = acute - limits.ratioUncoupled * (week - month) / 21
    score.breach(coupled, Score.unit)
    score.breach(uncoupled, Score.unit)
    if bounds.robust.isOn { breachRatiosAfterLoss(day, coupled: coupled, uncoupled: uncoupled, &score) }
  }

  /// Rest days, hip flexion and hard days: until a week behind the last change, and until the runs are what they were.
  private func runOrder() -> Score {
    let first = firstChangedDay.now
    let end = horizonDays
    endOfOrder.now = end
    guard first < end else { return sums.now.order }
    let past = model.historyCount
    let window = (past + first - 6)..<(past + first + 1)
    tried.hipSum.take(kept.hipSum, window)
    tried.trainedSum.take(kept.trainedSum, window)
    var run = first > 0 ? kept.runs[first - 1] : model.startRuns
    var (hipSum, trainedSum) = (kept.hipSum[past + first], kept.trainedSum[past + first])
    var total = sums.now.order
    for day in first..<end {
      let next = past + day + 1
      hipSum += hip[day]
      trainedSum += isTrained[day] ? 1 : 0
      (tried.hipSum[next], tried.trainedSum[next]) = (hipSum, trainedSum)
      var score = Score()
      score.breach(bounds.restPer7 - 7 + trainedSum - tried.trainedSum[next - 7], Score.count)
      score.breach(hipSum - tried.hipSum[next - 7] - bounds.on(day).hipPer7, Score.unit)
      breachRuns(day, &run, &score)
      if tables.isHeldLately[day] { score.forgive() }
      total -= kept.orderScore[day]
      total += score
      tried.orderScore[day] = score
      tried.runs[day] = run
      guard day >= lastChangedDay.now + 6, run == kept.runs[day] else { continue }
      endOfOrder.now = day + 1
      break
    }
    sums.now.order = total
    return total
  }

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
    run.flexed = hip[day] >= bounds.watch.hipDay ? run.flexed + 1 : 0
    if run.flexed >= bounds.watch.hipDaysInARow { score.value -= bounds.watch.price }
    if isHardDay[day] {
      score.breach(bounds.hardGap - (day - run.lastHard), Score.count)
      run.lastHard = day
    }
  }
}
