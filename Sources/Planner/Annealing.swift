import TrainingLoad
import TrainingPlan

/// Simulated annealing over the cells of a trial: random small changes, kept when they help, sometimes when they
/// do not, ever less often. All randomness comes from the seed and all budgets are counts, so equal input gives
/// equal plans.
struct Annealing {
  var trial: Trial
  private(set) var score: Score
  /// The best admissible schedule seen; its value is -infinity while there is none.
  private(set) var best: Found
  /// The least broken schedule seen, for when nothing admissible is found.
  private(set) var nearest: Found

  let model: PlanModel
  var random: SplitMix
  let usableCells: [[Int]]
  let usableDays: [Int]
  /// The part of `usableDays` that changes may fall on.
  var focus: Range<Int>
  private let exponentials: [Double]

  /// A schedule that was seen, with its score.
  struct Found: Sendable {
    var score: Score
    var minutes: [Int]
    var weekTypes: [WeekType]
  }

  init(model: PlanModel, weekTypes: [WeekType], seed: UInt64) {
    self.model = model
    random = SplitMix(seed: seed)
    trial = Trial(model: model, weekTypes: weekTypes)
    let cells = (0..<model.dayCount).map { day in
      (0..<model.templateCount).filter { model.longest[day * model.templateCount + $0] > 0 }
    }
    usableCells = cells
    usableDays = cells.indices.filter { !cells[$0].isEmpty }
    focus = 0..<usableDays.count
    exponentials = Self.exponentialVariates(count: 1024)
    score = trial.reset(minutes: trial.minutes, weekTypes: weekTypes)
    nearest = Found(score: score, minutes: trial.minutes, weekTypes: weekTypes)
    best = nearest
    forget()
  }

  /// The best admissible schedule seen, or else the least broken one.
  var outcome: Found { best.score.value > -.infinity ? best : nearest }

  /// Goes on from another schedule.
  mutating func restart(from found: Found) {
    score = trial.reset(minutes: found.minutes, weekTypes: found.weekTypes)
  }

  /// Tries `count` changes while the temperature falls and the price of broken limits rises, both geometrically.
  mutating func run(_ count: Int, temperature: (from: Double, to: Double), price: (from: Double, to: Double))
  {
    guard !focus.isEmpty, count > 0 else { return }
    let blocks = max(1, count / 256)
    let cooling = Self.root(temperature.to / temperature.from, blocks)
    let rising = Self.root(price.to / price.from, blocks)
    var heat = temperature.from
    var weight = price.from
    for _ in 0..<blocks {
      for _ in 0..<256 {
        guard change() else { continue }
        let least = score.value - weight * score.violation - heat * exponentials[random.below(1024)]
        if let new = trial.evaluate(floor: least, price: weight) {
          trial.commit()
          score = new
          remember()
        } else {
          trial.rollback()
        }
      }
      heat *= cooling
      weight *= rising
    }
  }

  /// Goes on from another schedule, and forgets what was seen.
  mutating func take(_ found: Found) {
    restart(from: found)
    forget()
  }

  /// Tries changes of the best schedule within one to three weeks beside one another.
  mutating func refineWindow(
    _ count: Int, temperature: (from: Double, to: Double), price: (from: Double, to: Double)
  ) {
    restart(from: outcome)
    let width = 1 + random.below(3)
    let first = random.below(max(1, model.weekCount - width + 1))
    focus = places(ofWeeks: first..<first + width)
    run(count, temperature: temperature, price: price)
    focus = 0..<usableDays.count
  }

  /// Goes over the best schedule session by session, and takes for each the length that is best while the others stay,
  /// until none gets better.
  mutating func polish() {
    restart(from: outcome)
    guard score.violation <= 0 else { return }
    for _ in 0..<8 {
      let before = score.value
      for day in usableDays {
        for template in usableCells[day] where trial[day, template] > 0 { improveLength(day, template) }
      }
      if score.value <= before { return }
    }
  }

  private mutating func improveLength(_ day: Int, _ template: Int) {
    let most = model.longest[day * model.templateCount + template]
    let least = model.templates[template].minMinutes
    let present = trial[day, template]
    var lengths = [0, present - 1, present + 1]
    lengths += stride(from: (least + model.step - 1) / model.step * model.step, through: most, by: model.step)
    for length in lengths where length == 0 || (least...most).contains(length) {
      trial.set(day, template, to: length)
      if let new = trial.evaluate(floor: score.value + 1e-9, price: 1e9) {
        trial.commit()
        score = new
        remember()
      } else {
        trial.rollback()
      }
    }
  }

  /// Where the days of some weeks stand in `usableDays`.
  private func places(ofWeeks weeks: Range<Int>) -> Range<Int> {
    let first = usableDays.firstIndex { $0 >= 7 * weeks.lowerBound } ?? usableDays.count
    return first..<(usableDays.firstIndex { $0 >= 7 * weeks.upperBound } ?? usableDays.count)
  }

  /// Fills the weeks one after another, each with `count` changes, starting from the load week before it; then looks
  /// at the whole.
  mutating func fillWeeks(
    _ count: Int, temperature: (from: Double, to: Double), price: (from: Double, to: Double)
  ) {
    for week in 0..<model.weekCount {
      focus = places(ofWeeks: week..<week + 1)
      copyLoadWeek(before: week)
      score = trial.fill(weeks: week + 1)
      forget()
      run(count, temperature: temperature, price: price)
      restart(from: outcome)
    }
    focus = 0..<usableDays.count
    score = trial.fill(weeks: model.weekCount)
    forget()
  }

  /// Starts a week from the sessions of the last load week before it.
  private mutating func copyLoadWeek(before week: Int) {
    guard let earlier = (0..<week).last(where: { trial.weekTypes[$0] == .load }) else { return }
    for day in model.days(ofWeek: week) {
      for template in 0..<model.templateCount {
        let length = trial[day - 7 * (week - earlier), template]
        trial.set(day, template, to: model.fitted(length, day, template))
      }
    }
  }

  /// Takes the present schedule as the best and the nearest seen.
  private mutating func forget() {
    nearest = Found(score: score, minutes: trial.minutes, weekTypes: trial.weekTypes)
    best = nearest
    if score.violation > 0 { best.score.value = -.infinity }
  }

  private mutating func remember() {
    if score.violation <= 0 {
      if score.value > best.score.value + 1e-9 {
        best = Found(score: score, minutes: trial.minutes, weekTypes: trial.weekTypes)
      }
    } else if best.score.value == -.infinity, score.violation < nearest.score.violation {
      nearest = Found(score: score, minutes: trial.minutes, weekTypes: trial.weekTypes)
    }
  }

  /// Quantiles of the exponential distribution, by arithmetic alone.
  private static func exponentialVariates(count: Int) -> [Double] {
    (0..<count).map { index in
      let u = (Double(index) + 0.5) / Double(count)
      return -naturalLogarithm(u)
    }
  }

  private static func root(_ ratio: Double, _ count: Int) -> Double {
    exponential(naturalLogarithm(ratio) / Double(count))
  }
}
