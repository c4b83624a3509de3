import Rows
import TrainingPlan

// The single-session spike and one new longest a week (R07, R08).
extension Trial {
  /// Brings up to date what the weeks of a sport break by sessions longer than those before them: the weeks of the changed
  /// days, and those after them that may still look back at one.
  func refreshSpikes(_ sport: Int) {
    let row = sport * dayCount
    var (first, last, longest) = (horizonDays, -1, 0)
    for (place, changed) in saved.days.enumerated() {
      let before = saved.longest[place * sportCount + sport]
      let after = longestOfSport[row + changed.day]
      guard before != after else { continue }
      (first, last) = (min(first, changed.day), max(last, changed.day))
      longest = max(longest, before, after)
    }
    guard first <= last else { return }
    var end = last + 1
    let reach = end + min(bounds.spikeWindow, horizonDays - end)
    // Behind a session that is as long as all that changed, none of that is the longest lately.
    while end < reach {
      end += 1
      if longestOfSport[row + end - 1] >= longest { break }
    }
    scoreSpikes(sport, weeks: first / 7..<(end + 6) / 7)
  }

  private func scoreSpikes(_ sport: Int, weeks: Range<Int>) {
    let row = sport * dayCount
    var lately = LongestLately(lengths: longestOfSport.part(row..<row + dayCount), queue: queue)
    let first = 7 * weeks.lowerBound
    for day in max(0, first - bounds.spikeWindow)..<first { lately.take(day) }
    for week in weeks {
      var score = Score()
      var records = 0
      for day in model.days(ofWeek: week) where longestOfSport[row + day] > 0 {
        let length = Double(longestOfSport[row + day])
        let before = score.violation
        let earlier = Double(lately.longest(since: day - bounds.spikeWindow))
        let longest = max(tables.longestBefore[row + day], earlier)
        score.breachStep(length - (1 + bounds.spike) * longest, besides: stepWeight)
        if length > longest + 1e-9 {
          records += 1
          if records > bounds.recordsPerWeek { score.breach(1, Score.count) }
        }
        if tables.isHeldDay[day] { score.forgive(since: before) }
        lately.take(day)
      }
      let place = sport * model.weekCount + week
      saved.spikes.append((place, spikeScore[place]))
      sumOfSportWeeks[sport] -= spikeScore[place]
      sumOfSportWeeks[sport] += score
      spikeScore[place] = score
    }
  }
}

/// The longest session of the last days slides along with a queue of the days that can still be it: later and shorter ones
/// behind earlier and longer ones.
private struct LongestLately {
  let lengths: Row<Int>
  let queue: Row<Int>
  var head = 0
  var tail = 0

  /// The next day, with or without a session.
  mutating func take(_ day: Int) {
    guard lengths[day] > 0 else { return }
    while tail > head, lengths[queue[tail - 1]] <= lengths[day] { tail -= 1 }
    queue[tail] = day
    tail += 1
  }

  /// The longest of the days taken from `first` on, minutes; 0 = there is none.
  mutating func longest(since first: Int) -> Int {
    while head < tail, queue[head] < first { head += 1 }
    return head < tail ? lengths[queue[head]] : 0
  }
}
