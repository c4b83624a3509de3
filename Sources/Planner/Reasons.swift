import TrainingLoad
import Rows
import TrainingPlan

/// Why each week and session is as it is, read off the schedule itself.
struct Reasons {
  let trial: Trial
  let phases: [Phase]

  var model: PlanModel { trial.model }
  var problem: PlanProblem { trial.model.problem }

  // MARK: Weeks

  /// What a week does, how it compares with the load week before it, and which limits it touches.
  func ofWeek(_ week: Int) -> String {
    var sentences = [purpose(ofWeek: week)]
    if let load = loadOfWeek(week) { sentences.append(load) }
    sentences += tuneUps(inWeek: week)
    if let balance = balanceReason(week) { sentences.append(balance) }
    let held = limitsTouched(inWeek: week)
    if trial.weekTypes[week] == .load, !held.isEmpty {
      sentences.append("Held back by " + held.listed + ".")
    }
    return sentences.joined(separator: " ")
  }

  /// What a week of the past came to: what was said of it when it was planned, where that is what was done.
  func ofPastWeek(_ week: Int, planned: String) -> String {
    guard let load = loadOfWeek(week), !planned.contains(load) else { return planned }
    return "Not as it was planned. " + load
  }

  /// The load of a week, and how it compares with the load week before it; nil where there is nothing to compare with.
  private func loadOfWeek(_ week: Int) -> String? {
    let load = trial.weekLoad[week]
    guard let change = change(load, reference(before: week)), !model.days(ofWeek: week).isEmpty else {
      return nil
    }
    let against = lastLoadWeek(before: week).map { "week \($0 + 1)" } ?? "the weeks before the plan"
    return "Load \(Int((load + 1e-6).rounded())), \(change) \(against)."
  }

  private func tuneUps(inWeek week: Int) -> [String] {
    problem.tuneUpSessions.filter { ($0.session.day - problem.start) / 7 == week }.map { tuneUp, session in
      let day = session.day.weekday.shortName
      return switch tuneUp.priority {
      case .b:
        "\(session.title) on \(day), a B event: a short taper leads to it, and \(easyDays(after: tuneUp))."
      case .c: "\(session.title) on \(day), a C event: trained through, after an easy day."
      }
    }
  }

  private func easyDays(after tuneUp: TuneUp) -> String {
    let count = tuneUp.taper.easyDaysAfter
    return count == 1 ? "an easy day follows" : "\(count) easy days follow"
  }

  private func purpose(ofWeek week: Int) -> String {
    switch (trial.weekTypes[week], phases[week]) {
    case (.deload, _) where model.isLight(week): return lightPurpose(ofWeek: week)
    case (.deload, _): return "Easier week: the body takes up the work of the weeks before."
    case (.taper, _):
      let isLess = trial.weekLoad[week] < reference(before: week)
      let volume = isLess ? "less volume" : "the load falls towards the event"
      let kept = trial.intenseSessions(inWeek: week) > 0 ? ", some intensity kept." : "."
      return (week == model.weekCount - 1 ? "Event week: " : "Taper: ") + volume + kept
    case (_, .base): return "Base week: regular training comes first."
    case (_, .build): return "Build week: " + buildPurpose(ofWeek: week)
    case (_, .peak), (_, .taper): return peakPurpose(ofWeek: week)
    }
  }

  private func buildPurpose(ofWeek week: Int) -> String {
    let (load, before) = (trial.weekLoad[week], reference(before: week))
    if load > before + 0.5 {
      return limitsTouched(inWeek: week).isEmpty
        ? "the load rises." : "the load rises as far as the limits let it."
    }
    return load > Self.level * before ? "the load holds." : lighterLoad(inWeek: week)
  }

  private func lighterLoad(inWeek week: Int) -> String {
    if firstWeekBack(in: model.days(ofWeek: week)) != nil { return "less load, in the first week back." }
    if trial.tables.isTuneUpWeek[week] { return "less load, around the event in it." }
    if week > 0, trial.tables.isTuneUpWeek[week - 1] {
      return "less load, after the event of the week before."
    }
    if shortensLongSession(inWeek: week) {
      return "less load, as long sessions shorten towards the event."
    }
    return "less load than the last that built."
  }

  /// From this share of the load week before it on, the load of a week holds.
  private static let level = 0.97

  private func peakPurpose(ofWeek week: Int) -> String {
    guard lastLoadWeek(before: model.weekCount) == week, !trial.tables.isTuneUpWeek[week] else {
      let isFullest = trial.weekLoad[week] > Self.level * reference(before: week)
      return "Peak week: " + (isFullest ? "training is at its fullest." : lighterLoad(inWeek: week))
    }
    guard trial.weekLoad[week] > Self.full * reference(before: week) else {
      return "Peak week: the last before the taper, and lighter already."
    }
    let isShorter =
      trial.weekLoad[week] <= Self.level * reference(before: week) && shortensLongSession(inWeek: week)
    return "Peak week: the last full training before the taper"
      + (isShorter ? ", though long sessions shorten from here." : ".")
  }

  /// From this share of the load week before it on, a week is full training.
  private static let full = 0.8

  private func lightPurpose(ofWeek week: Int) -> String {
    let days = model.days(ofWeek: week)
    if week < problem.limits.firstDays?.lightWeeks ?? 0 {
      return "Easy start: what was done before the plan has to wear off first."
    }
    let lost = problem.availability.blockedDays.count(where: days.contains)
    let back = FirstWeekBack.all(in: problem).filter { $0.share() != nil }.map(\.day)
    if 2 * lost < days.count, back.contains(where: { days.contains($0) || days.contains($0 + 6) }) {
      return "First week back: an easier one. Later weeks are measured by the load week before the days off."
    }
    let what = trial.weekLoad[week] > 0 ? "Little time this week" : "Days off all week"
    return what + ": it counts as an easier one. Later weeks are measured by the load week before it."
  }

  func lastLoadWeek(before week: Int) -> Int? { (0..<week).last { trial.weekTypes[$0] == .load } }

  func reference(before week: Int) -> Double {
    lastLoadWeek(before: week).map { trial.weekLoad[$0] } ?? model.referenceLoad
  }

  private func change(_ load: Double, _ reference: Double) -> String? {
    guard reference > 1 else { return nil }
    let percent = Int((100 * (load / reference - 1)).rounded())
    return percent == 0 ? "the same as" : (percent > 0 ? "+" : "-") + "\(abs(percent)) % on"
  }

  // MARK: Sessions

  /// Why a session is there, and what set its length.
  func ofSession(_ day: Int, _ template: Int) -> String {
    let kind = model.held.kinds[template]
    var sentences: [String] = []
    if !kind.purpose.isEmpty { sentences.append(kind.purpose.capitalisedFirst.ended) }
    if kind.isLong, let length = longSessionReason(day, template) { sentences.append(length) }
    if kind.isHard, !kind.isLong { sentences.append(spacing(day)) }
    if kind.isIntense, trial.weekTypes[day / 7] == .taper {
      sentences.append("Keeps the intensity while the volume falls.")
    }
    if let variety = varietyReason(day, template) { sentences.append(variety) }
    if !kind.isLong, !kind.isHard, let frequency = frequencyReason(day, template) {
      sentences.append(frequency)
    }
    if model.lastDays.contains(day), trial.tables.openers.members(of: 0).contains(template) {
      sentences.append("Short and close to the event, so that the body stays used to it.")
    }
    if sentences.isEmpty, let keeps = taperReason(day, template) { sentences.append(keeps) }
    if sentences.isEmpty { sentences.append("Fills the week up to what the limits allow.") }
    return sentences.joined(separator: " ")
  }

  private func longSessionReason(_ day: Int, _ template: Int) -> String? {
    let sport = model.templates[template].sport
    let longest = longestBefore(day, sport: sport)
    let minutes = Double(trial[day, template])
    let week = trial.weekTypes[day / 7]
    guard longest > 0 else { return nil }
    if week == .taper, minutes < longest { return "Shorter now, so that the legs are fresh on the day." }
    if week == .deload, minutes < longest { return "Shorter in the easier week." }
    if minutes > longest {
      let before =
        "The longest yet: \(whole(longest)) min was the longest of the last \(model.bounds.spikeWindow) days"
      let most = (1 + model.bounds.spike) * longest
      return before + (most.isFinite ? ", \(whole(most)) min the most that follows from it." : ".")
    }
    return "Within the longest of the last \(model.bounds.spikeWindow) days (\(whole(longest)) min)."
  }

  private func spacing(_ day: Int) -> String {
    guard let before = (0..<day).last(where: { trial.isHardDay[$0] }) else {
      return "The first hard day of the plan."
    }
    let days = day - before
    return days == 1 ? "The day after a hard day." : "\(days) days after the last hard day."
  }

  func longestBefore(_ day: Int, sport: Int) -> Double {
    let row = sport * model.dayCount
    let window = max(0, day - model.bounds.spikeWindow)..<day
    let planned = window.map { trial.longestOfSport[row + $0] }.max() ?? 0
    return max(model.longestBefore[row + day], Double(planned))
  }

  // MARK: Words

  func whole(_ value: Double) -> String { String(Int(value.rounded(.down))) }
}

extension String {
  /// With the capital of a sentence's beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
  fileprivate var ended: String { hasSuffix(".") ? self : self + "." }
}
