import Rows
import TrainingPlan

/// What depends on the days in their order.
struct DailySeries {
  let averages: Row<PlanModel.Averages>
  /// The largest load that one session up to each day has, AU; kept where any one may be missed.
  let largestLoss: Row<Double>
  /// What the days before each day break by their averages, all together.
  let averageScore: Row<Score>

  /// Sums of load and hip flexion up to each day, the history first; entry i is the sum of the first i days.
  let loadSum: Row<Double>
  let hipSum: Row<Double>
  /// Trained days up to each day, the history first.
  let trainedSum: Row<Int>
  let runs: Row<PlanModel.Runs>
  /// What a day breaks by the load of the four weeks up to it.
  let ratioScore: Row<Score>
  /// What a day breaks by the rest, the hip flexion and the hard days of the days before it.
  let orderScore: Row<Score>

  init(model: PlanModel, in memory: RowMemory) {
    let history = model.problem.history
    let (past, days) = (model.historyCount, model.dayCount)
    averages = memory.row(model.start, count: days)
    largestLoss = memory.row(0, count: days)
    averageScore = memory.row(Score(), count: days + 1)
    loadSum = memory.row(0, count: past + days + 1)
    hipSum = memory.row(0, count: past + days + 1)
    trainedSum = memory.row(0, count: past + days + 1)
    for index in 0..<past {
      loadSum[index + 1] = loadSum[index] + history.load[index]
      hipSum[index + 1] = hipSum[index] + history.hip[index]
      trainedSum[index + 1] = trainedSum[index] + (model.isRestHistory[index] ? 0 : 1)
    }
    runs = memory.row(model.startRuns, count: days)
    ratioScore = memory.row(Score(), count: days)
    orderScore = memory.row(Score(), count: days)
  }

  /// Takes over the averages of another series from a day on.
  func takeAverages(_ other: DailySeries, from first: Int) {
    let days = averages.count
    averages.take(other.averages, first..<days)
    largestLoss.take(other.largestLoss, first..<days)
    averageScore.take(other.averageScore, (first + 1)..<(days + 1))
  }
}
