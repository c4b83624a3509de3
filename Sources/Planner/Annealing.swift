import TrainingLoad
import Rows
import TrainingPlan

/// Simulated annealing over the cells of a trial: random small changes, kept when they help, sometimes when they
/// do not, ever less often. All randomness comes from the seed and all budgets are counts, so equal input gives
/// equal plans.
struct Annealing: ~Copyable {
  let trial: Trial
  private(set) var score: Score
  /// The best admissible schedule seen; its value is -infinity while there is none.
  private var best: Seen
  /// The best of the broken schedules seen, at a steep price of what they break, for when nothing admissible is found.
  private var nearest: Seen

  let model: PlanModel
  var random: SplitMix
  let usableDays: Row<Int>
  /// The part of `usableDays` that changes may fall on.
  var focus: Range<Int>
  /// The templates of each day that it may have, day by day, and where those of a day begin.
  private let usable: Row<Int>
  private let firstUsable: Row<Int>
  private let exponentials: Row<Double>
  private let memory = RowMemory()

  /// A schedule that was seen, with its score.
  struct Found: Sendable {
    var score: Score
    var minutes: [Int]
    var weekTypes: [WeekType]
  }

  /// The same where the next one takes its place.
  private struct Seen {
    var score = Score()
    let minutes: Row<Int>
    let weekTypes: Row<WeekType>

    mutating func take(_ trial: Trial, _ score: Score) {
      self.score = score
      minutes.take(trial.minutes, trial.minutes.indices)
      weekTypes.take(trial.weekTypes, trial.weekTypes.indices)
    }
  }

  init(
    model: PlanModel, weekTypes: [WeekType], seed: UInt64, stepWeight: Double = Trial.usualStepWeight
  ) {
    self.model = model
    random = SplitMix(seed: seed)
    trial = Trial(model: model, weekTypes: weekTypes, stepWeight: stepWeight)
    let cells = (0..<model.dayCount).map { day in
      (0..<model.templateCount).filter { model.longest[day * model.templateCount + $0] > 0 }
    }
    usable = memory.row(cells.flatMap { $0 })
    firstUsable = memory.row(cells.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
    usableDays = memory.row(cells.indices.filter { !cells[$0].isEmpty })
    focus = 0..<usableDays.count
    exponentials = memory.row(Self.exponentialVariates(count: 1024))
    score = trial.reset(minutes: trial.minutes.elements, weekTypes: weekTypes)
    nearest = Seen(minutes: memory.row(trial.minutes.elements), weekTypes: memory.row(weekTypes))
    best = Seen(minutes: memory.row(trial.minutes.elements), weekTypes: memory.row(weekTypes))
    forget()
  }

  /// The best admissible schedule seen, or else the best of the broken ones.
  var outcome: Found {
    Found(score: seen.score, minutes: seen.minutes.elements, weekTypes: seen.weekTypes.elements)
  }

  /// Its score.
  var outcomeScore: Score { seen.score }

  private var seen: Seen { best.score.value > -.infinity ? best : nearest }

  /// The templates that a day may have.
  func usableCells(on day: Int) -> Row<Int> { usable.part(firstUsable[day]..<firstUsable[day + 1]) }

  /// Those of them that it has a session of.
  func sessions(on day: Int) -> TemplateBits.Members {
    trial.presence.members(of: day, alsoIn: day, of: trial.tables.usable)
  }

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
          keep(new)
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

  /// Tries changes of the best schedule within a few weeks beside one another. One window after another falls far from
  /// those before it, so that all weeks get about as many (multiples of the golden ratio, Knuth 1998, 6.4).
  mutating func refine(
    window: Int, _ count: Int, temperature: (from: Double, to: Double), price: (from: Double, to: Double)
  ) {
    restart(from: outcome)
    let width = 1 + random.below(model.bounds.hasCoaching ? 3 : 2)
    let places = max(1, model.weekCount - width + 1)
    let turns = Double(window + 1) * Self.goldenTurn
    let first = min(places - 1, Int((turns - turns.rounded(.down)) * Double(places)))
    focus = self.places(ofWeeks: first..<first + width)
    run(count, temperature: temperature, price: price)
    focus = 0..<usableDays.count
  }

  private static let goldenTurn = 0.618_033_988_749_894_9

  /// Goes over the best schedule session by session, and takes for each the length that is best while the others stay,
  /// until none gets better.
  mutating func polish() {
    cutSteps()
    restart(from: outcome)
    guard score.violation <= 0 else { return }
    for _ in 0..<8 {
      let before = score.value
      for day in usableDays {
        for template in sessions(on: day) { improveLength(day, template) }
      }
      if score.value <= before { return }
    }
  }

  private mutating func improveLength(_ day: Int, _ template: Int) {
    let most = trial.tables.longest[day * trial.templateCount + template]
    let least = trial.tables.templates[template].minMinutes
    let present = trial[day, template]
    var lengths = [0, present - 1, present + 1]
    lengths += stride(from: (least + model.step - 1) / model.step * model.step, through: most, by: model.step)
    for length in lengths where length == 0 || (least...most).contains(length) {
      trial.set(day, template, to: length)
      if let new = trial.evaluate(floor: score.value + 1e-9, price: 1e9) {
        keep(new)
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
        trial.set(day, template, to: trial.fitted(length, day, template))
      }
    }
  }

  /// Takes the present schedule as the best and the nearest seen.
  private mutating func forget() {
    nearest.take(trial, score)
    best.take(trial, score)
    if score.violation > 0 { best.score.value = -.infinity }
  }

  /// Keeps the changes that have just been looked at.
  mutating func keep(_ new: Score) {
    trial.commit()
    score = new
    remember()
  }

  /// What broken schedules are compared by: where a limit cannot be kept yet, the rest still has to be good.
  private func worth(_ score: Score) -> Double { score.value - Self.steepPrice * score.violation }

  private static let steepPrice = 1_000.0

  private mutating func remember() {
    if score.violation <= 0 {
      if score.value > best.score.value + 1e-9 {
        best.take(trial, score)
      }
    } else if best.score.value == -.infinity, worth(score) > worth(nearest.score) {
      nearest.take(trial, score)
    }
  }

  /// Quantiles of the exponential distribution, by arithmetic alone.
  private static func exponentialVariates(count: Int) -> [Double] {
    (0..<count).map { index in
      let u = (Double(index) + 0.5) / Double(count)
      return -naturalLogarithm(u)
    }
  }

  /// What a number is to be multiplied by, so often, to come to `ratio` times it.
  static func root(_ ratio: Double, _ count: Int) -> Double {
    exponential(naturalLogarithm(ratio) / Double(count))
  }
}
