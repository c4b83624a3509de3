import TrainingPlan

/// Turns the sessions that a coach names into templates with bounds that fit athlete and event.
///
/// What the coach says of a session wins; the rest follows from the catalogue and, tighter, from the
/// athlete's experience and the event.
struct SessionSelection {
  let plan: PlanFile
  let catalogue: Catalogue
  let defaults: Defaults
  /// The long sessions that the plan asks for.
  let goals: [GoalSession]

  /// The templates, in the order of the plan file.
  func templates() throws(FileError) -> [SessionTemplate] {
    let choices = try choices()
    var templates: [SessionTemplate] = []
    for choice in choices {
      let entry = try narrowedEntry(choice)
      var template = entry.template(for: plan.event.sport.value)
      template.widest = catalogue.entry(entry.id).map {
        .init(minutes: $0.maxMinutes, perWeek: $0.maxPerWeek)
      }
      templates.append(template)
    }
    let strengthKinds = templates.filter { $0.role == .strength }.count
    for index in templates.indices {
      setMinutes(&templates[index], choice: choices[index])
      setFrequency(&templates[index], choice: choices[index], strengthKinds: strengthKinds)
    }
    return templates
  }

  /// The coach's sessions, or the usual ones of the sport; and the support work of the chosen track.
  private func choices() throws(FileError) -> [PlanFile.SessionChoice] {
    var choices: [PlanFile.SessionChoice]
    if let named = plan.sessions {
      choices = named
    } else if let usual = defaults.sessions[plan.event.sport.value] {
      choices = usual.map { PlanFile.SessionChoice(id: Stated($0, at: plan.event.sport.field)) }
    } else {
      throw plan.event.sport.field.error(
        "there are no usual sessions for the sport \"\(plan.event.sport.value)\"",
        expected: "a list \"sessions\" in the plan file")
    }
    if let track = plan.athlete.support {
      let id = Self.supportSession(track)
      if !choices.contains(where: { $0.id.value == id }) {
        choices.append(PlanFile.SessionChoice(id: Stated(id, at: plan.event.sport.field)))
      }
    }
    return choices
  }

  private static func supportSession(_ track: Routine.Track) -> String {
    switch track {
    case .short: "support-short"
    case .weak: "support-weak"
    case .both: "support-both"
    }
  }

  private func narrowedEntry(_ choice: PlanFile.SessionChoice) throws(FileError) -> CatalogueEntry {
    guard let entry = catalogue.entry(choice.id.value) else {
      throw choice.id.field.error(
        "the catalogue has no session \"\(choice.id.value)\"", expected: "a session of the catalogue",
        suggestion: NearestWord.of(choice.id.value, among: catalogue.entries.map(\.id)))
    }
    let narrowed =
      try choice.bounds.map { bounds throws(FileError) in try entry.narrowed(by: bounds) } ?? entry
    if let least = choice.minPerWeek, let most = narrowed.maxPerWeek, least.value > most {
      throw least.field.wrong(expected: "\(most) or less, as often as \"\(entry.id)\" may come")
    }
    return narrowed
  }

  /// Longest session: by experience, and for long sessions by the event where that asks for more.
  private func setMinutes(_ template: inout SessionTemplate, choice: PlanFile.SessionChoice) {
    guard choice.narrowing.maxMinutes == nil else { return }
    let sport = template.role == .strength ? "strength" : template.sport
    let usual = defaults.sessionMinutes[sport]?[plan.athlete.experience]
    let goal = goals.first { $0.sport == template.sport }
    var most = template.maxMinutes
    if template.isLong {
      if let goal { most = max(goal.minutes, goal.longest, usual ?? 0) }
    } else if template.role != .support, let usual {
      most = template.isHard ? usual : max(usual, defaults.easyBesideLong * (goal?.minutes ?? 0))
    }
    template.maxMinutes = max(template.minMinutes, min(template.maxMinutes, most))
  }

  /// Sessions of one kind in a week.
  private func setFrequency(
    _ template: inout SessionTemplate, choice: PlanFile.SessionChoice, strengthKinds: Int
  ) {
    func cap(_ most: Int) {
      guard choice.narrowing.maxPerWeek == nil else { return }
      template.maxPerWeek = min(template.maxPerWeek ?? most, most)
    }
    switch template.role {
    case .strength:
      let range = strengthKinds == 1 ? defaults.perWeek.strengthAlone : defaults.perWeek.strengthShared
      cap(range.upperBound)
      template.minPerWeek = range.lowerBound
    case .support: cap(defaults.perWeek.support)
    case .endurance: if template.isIntense { cap(defaults.perWeek.intense) }
    }
    template.minPerWeek = choice.minPerWeek?.value ?? template.minPerWeek
    if template.minPerWeek == 0 { template.minPerWeek = nil }
    if let least = template.minPerWeek, let most = template.maxPerWeek, least > most {
      template.minPerWeek = most
    }
  }
}
