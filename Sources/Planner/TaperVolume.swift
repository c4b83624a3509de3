import Rows
import TrainingPlan

extension PlanModel {
  /// The six days before the event, or the seven days that come so many weeks before these.
  func taperDays(_ window: Int) -> Range<Int> {
    let first = dayCount - 6 - 7 * window
    return (first..<first + 7).clamped(to: 0..<dayCount)
  }

  /// The shares of a usual week that the days of the taper keep, those next to the event first: no more than the plan has
  /// weeks of taper.
  var taperVolume: [Double] {
    Array((coaching?.taperVolume ?? []).prefix(problem.limits.taper?.maxFraction.count ?? 0))
  }

  /// Minutes of training that each day has room for; nothing restful is training.
  var roomForTraining: [Int] {
    (0..<dayCount).map { day in
      let cells = (0..<templateCount).filter { !templates[$0].isRestful }
      return min(available[day], cells.reduce(0) { $0 + longest[day * templateCount + $1] })
    }
  }
}

// The objective alone would leave the last days nearly empty; about half of the volume does better (Bosquet 2007).
extension Trial {
  /// Brings up to date what a taper with little volume costs, where it or the weeks that it is measured by have changed.
  func refreshTaperVolume() {
    guard bounds.taperVolumePrice > 0, horizon.now == model.weekCount, let last = changedWeeks.max(),
      last >= firstUsualWeek
    else { return }
    let price = priceOfLittleTaperVolume()
    sums.now.weeks.value -= price - sums.now.taperVolumePrice
    sums.now.taperVolumePrice = price
  }

  /// What it costs that the days of the taper have fewer minutes than their share of the mean of the last load weeks, as
  /// far as they have room for them: no day counts for more than two fifths of what is asked, so that it takes three.
  func priceOfLittleTaperVolume() -> Double {
    let usual = minutesOfUsualWeek()
    var lacking = 0.0
    for window in tables.taperVolume.indices {
      let asked = tables.taperVolume[window] * usual
      let mostOfDay = Self.mostOfDay * asked
      var (room, trained) = (0.0, 0.0)
      for day in model.taperDays(window) {
        room += min(mostOfDay, Double(tables.roomForTraining[day]))
        trained += min(mostOfDay, Double(minutesOfTraining(on: day)))
      }
      lacking += max(0, min(asked, room) - trained)
    }
    return bounds.taperVolumePrice * lacking
  }

  private static let mostOfDay = 0.4
  private static let usualWeeks = 3

  /// The first of the last three load weeks.
  private var firstUsualWeek: Int {
    var (first, count) = (model.weekCount, 0)
    for week in (0..<model.weekCount).reversed() where weekTypes[week] == .load {
      (first, count) = (week, count + 1)
      if count == Self.usualWeeks { break }
    }
    return first
  }

  /// The mean of the last three load weeks.
  private func minutesOfUsualWeek() -> Double {
    var (minutes, count) = (0, 0)
    for week in firstUsualWeek..<model.weekCount where weekTypes[week] == .load {
      for template in weekPresence.members(of: week) where !tables.templates[template].isRestful {
        minutes += weekMinutes[week * templateCount + template]
      }
      count += 1
    }
    return Double(minutes) / Double(max(1, count))
  }

  private func minutesOfTraining(on day: Int) -> Int {
    var minutes = 0
    for template in presence.members(of: day) where !tables.templates[template].isRestful {
      minutes += self[day, template]
    }
    return minutes
  }
}

extension Reasons {
  /// That a session keeps training going in the taper.
  func taperReason(_ day: Int, _ template: Int) -> String? {
    let isAsked = trial.tables.taperVolume.indices.contains { trial.model.taperDays($0).contains(day) }
    guard isAsked, trial.bounds.taperVolumePrice > 0, !trial.model.templates[template].isRestful else {
      return nil
    }
    return "Keeps training going while the volume falls."
  }
}
