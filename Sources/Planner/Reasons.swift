import TrainingLoad
import Rows
import TrainingPlan

/// Why each week and session is as it is, read off the schedule itself.
struct Reasons {
  let trial: Trial
  let phases: [Phase]

  private var model: PlanModel { trial.model }
  private var problem: PlanProblem { trial.model.problem }

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
    return "less load than the last that built."
  }

  /// From this share of the load week before it on, the load of a week holds.
  private static let level = 0.97

  private func peakPurpose(ofWeek week: Int) -> String {
    guard lastLoadWeek(before: model.weekCount) == week, !trial.tables.isTuneUpWeek[week] else {
      let isFullest = trial.weekLoad[week] > Self.level * reference(before: week)
      return "Peak week: " + (isFullest ? "training is at its fullest." : lighterLoad(inWeek: week))
    }
    let isFull = trial.weekLoad[week] > Self.full * reference(before: week)
    return isFull
      ? "Peak week: the last full training before the taper."
      : "Peak week: the last before the taper, and lighter already."
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

  private func lastLoadWeek(before week: Int) -> Int? { (0..<week).last { trial.weekTypes[$0] == .load } }

  private func reference(before week: Int) -> Double {
    lastLoadWeek(before: week).map { trial.weekLoad[$0] } ?? model.referenceLoad
  }

  private func change(_ load: Double, _ reference: Double) -> String? {
    guard reference > 1 else { return nil }
    let percent = Int((100 * (load / reference - 1)).rounded())
    return percent == 0 ? "the same as" : (percent > 0 ? "+" : "-") + "\(abs(percent)) % on"
  }

  /// The limits that leave a week no room for one more step of a session.
  private func limitsTouched(inWeek week: Int) -> [String] {
    let step = Double(model.step)
    let room = max(15, 3 * step)
    let days = model.days(ofWeek: week)
    let bounds = model.bounds
    var held: [String] = []
    let most = (1 + bounds.growth) * reference(before: week) + bounds.growthAllowance
    if most - trial.weekLoad[week] < room { held.append("the weekly rise (\(whole(most)) AU at most)") }
    if let most = firstWeekBack(in: days), most - trial.weekLoad[week] < room {
      held.append("how much a first week back holds (\(whole(most)) AU at most)")
    }
    for day in days where longSessionIsHeld(day) {
      let longest = longestEndurance(day)
      held.append("the single-session rule (\(longest.title.lowercasedFirst) of \(longest.minutes) min)")
      break
    }
    if intenseRoom(inWeek: week) < step { held.append("the share of intense minutes") }
    if days.contains(where: { fitnessRoom($0) < 0.12 }) { held.append("the fitness ramp") }
    if days.contains(where: { bounds.on($0).hipPer7 - hipSum(to: $0) < 5 }) {
      held.append("hip-flexion load in seven days")
    }
    let hipMost = (1 + bounds.hipGrowth) * hipReference(before: week) + bounds.hipAllowance
    if hipMost - trial.weekHip[week] < 5 { held.append("the weekly rise of hip flexion") }
    let open = days.filter { model.available[$0] > 0 }
    let full = open.filter { minutes(on: $0) > model.available[$0] - 2 * model.step }
    if !open.isEmpty, full.count * 3 >= open.count * 2 { held.append("the time available") }
    if bounds.robust.isOn { held.append("what a missed session would break") }
    return held
  }

  /// What the first week back after days off or little training holds at most, AU, where it is one of the plan's weeks.
  private func firstWeekBack(in days: Range<Int>) -> Double? {
    guard let last = days.last, let limit = model.tuneUps.loadLimit[last], limit.isFirstWeekBack,
      limit.idleDays == 0
    else { return nil }
    let sums = trial.kept.loadSum
    let next = model.historyCount + last + 1
    return limit.most + limit.share * (sums[next - limit.back] - sums[next - limit.reach])
  }

  /// Intense minutes that a week has room for in place of easy ones.
  private func intenseRoom(inWeek week: Int) -> Double {
    var (intense, main) = (0.0, 0.0)
    for template in trial.weekPresence.members(of: week) {
      let kind = trial.tables.templates[template]
      let length = Double(trial.weekMinutes[week * model.templateCount + template])
      if kind.isIntense { intense += length }
      if !kind.isRestful { main += length }
    }
    let share = model.bounds.intenseShare
    return share < 1 && intense > 0 ? share * main - intense : .infinity
  }

  private func fitnessRoom(_ day: Int) -> Double {
    let now = trial.kept.averages[day].fitness
    let before = day >= 7 ? trial.kept.averages[day - 7].fitness : model.fitnessBefore[day]
    return model.bounds.on(day).rampAbsolute + model.bounds.rampRelative * before - (now - before)
  }

  private func hipSum(to day: Int) -> Double {
    let next = model.historyCount + day + 1
    return trial.kept.hipSum[next] - trial.kept.hipSum[next - 7]
  }

  private func hipReference(before week: Int) -> Double {
    lastLoadWeek(before: week).map { trial.weekHip[$0] } ?? model.referenceHip
  }

  private func minutes(on day: Int) -> Int {
    (0..<model.templateCount).reduce(0) { $0 + trial[day, $1] }
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

  private func longestBefore(_ day: Int, sport: Int) -> Double {
    let row = sport * model.dayCount
    let window = max(0, day - model.bounds.spikeWindow)..<day
    let planned = window.map { trial.longestOfSport[row + $0] }.max() ?? 0
    return max(model.longestBefore[row + day], Double(planned))
  }

  private func longestEndurance(_ day: Int) -> (title: String, minutes: Int) {
    var longest = (title: "", minutes: 0)
    for template in 0..<model.templateCount
    where model.templates[template].isEndurance && trial[day, template] > longest.minutes {
      longest = (model.held.kinds[template].title, trial[day, template])
    }
    return longest
  }

  private func longSessionIsHeld(_ day: Int) -> Bool {
    for template in 0..<model.templateCount where trial[day, template] > 0 && model.templates[template].isLong
    {
      let most = (1 + model.bounds.spike) * longestBefore(day, sport: model.templates[template].sport)
      if Double(trial[day, template] + model.step) > most { return true }
    }
    return false
  }

  // MARK: Words

  private func whole(_ value: Double) -> String { String(Int(value.rounded(.down))) }
}

extension String {
  /// With the capital of a sentence's beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
  fileprivate var ended: String { hasSuffix(".") ? self : self + "." }
}
