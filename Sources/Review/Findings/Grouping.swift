/// Breaches that are said together: the same part of a rule on days, or habits in weeks, that follow each other.
struct BreachGroup: Sendable {
  /// In the order of the days; never empty.
  var members: [Judged]

  /// The breach that is farthest past its limit; the first of equals.
  var worst: Judged {
    var worst = members[0]
    for member in members where member.breach.excess > worst.breach.excess { worst = member }
    return worst
  }

  var days: ClosedRange<Int> {
    let last = members.map(\.breach.days.upperBound).max() ?? 0
    let first = members.map(\.breach.days.lowerBound).min() ?? 0
    return first...max(first, last)
  }

  /// Groups in the order of their first days.
  static func joining(_ judged: [Judged]) -> [BreachGroup] {
    var groups: [BreachGroup] = []
    for next in judged {
      let place = groups.lastIndex { group in group.members.last.map { $0.isFollowed(by: next) } ?? false }
      if let place { groups[place].members.append(next) } else { groups.append(BreachGroup(members: [next])) }
    }
    return groups
  }
}

extension Judged {
  fileprivate func isFollowed(by next: Judged) -> Bool {
    guard rule == next.rule, breach.aspect == next.breach.aspect, level == next.level, waiver == next.waiver
    else { return false }
    if let week = breach.week, let nextWeek = next.breach.week {
      let joins = ReviewRules.all[rule].joinsWeeks || level == .note
      return joins && nextWeek == week + 1
    }
    guard breach.week == nil, next.breach.week == nil else { return false }
    let joins = ReviewRules.all[rule].joinsDays || level == .note
    return joins && next.breach.days.lowerBound <= breach.days.upperBound + 1
      && next.breach.days.lowerBound >= breach.days.lowerBound
  }
}
