import TrainingPlan

/// Finds where the wishes and limits of a question stand in the files that ask it, by their keys in a `plan-problem/1`.
public struct WishPlaces: Sendable {
  private let question: ReadFile
  /// The limits files, the nearest first; the first may be a part of the plan file.
  private var limits: [ReadFile] = []
  /// What a plan resolves with; nil for a problem, which holds everything itself.
  private var resolution: Resolution?
  /// The schedule that stands; nil where there is none.
  private var schedule: ReadFile?

  /// The places of a plan file or a problem; nil where it cannot be read.
  public init?(_ source: SourceFile, loader: (String) throws(FileError) -> SourceFile) {
    guard let question = try? ReadFile(source) else { return nil }
    self.question = question
    guard question.part("schema") == nil else { return }
    guard let plan = try? PlanFile(question.document), let resolution = try? Resolution(plan, loader: loader)
    else {
      return nil
    }
    self.resolution = resolution
    limits = (try? Self.limits(question, loader: loader)) ?? []
  }

  /// The limits that a plan names, and those that they extend. That they lead to an end is known: they were read before.
  private static func limits(
    _ plan: ReadFile, loader: (String) throws(FileError) -> SourceFile
  ) throws(FileError) -> [ReadFile] {
    guard let named = plan.part("limits") else { return [] }
    var files: [ReadFile] = []
    var next: Field? = named
    if named.isMapping {
      files = [ReadFile(plan.source, part: named)]
      next = files[0].part("extends")
    }
    while let path = next, files.count < 10 {
      let here = files.last?.source.name ?? plan.source.name
      files.append(try ReadFile(try loader(FilePath.join(try path.line(), to: here))))
      next = files[files.count - 1].part("extends")
    }
    return files
  }

  /// The same with a schedule that stands, for the places of its sessions.
  public func beside(_ schedule: SourceFile?) -> WishPlaces {
    var places = self
    places.schedule = schedule.flatMap { try? ReadFile($0) }
    return places
  }

  /// Where the wish or limit of a key comes from.
  public func place(of key: String) -> WishPlace {
    if key.hasPrefix("held.") {
      let path = key.split(separator: ".").dropFirst().map(String.init)
      return WishPlace(line: schedule?.line(path) ?? question.line(["held"] + path), standard: nil)
    }
    guard let resolution else {
      let line = question.line(key.split(separator: ".").map(String.init))
      return WishPlace(line: line, standard: line == nil ? "by default of the format" : nil)
    }
    if let rule = rules(key, resolution.book).first { return place(ofRule: rule, key, resolution) }
    for (path, standard) in Self.paths(key) {
      if let line = question.line(path) { return WishPlace(line: line, standard: standard) }
    }
    return WishPlace(line: nil, standard: "by default")
  }

  /// Where a plan file says what a key of the problem holds, and what it is where only its reason is said.
  private static func paths(_ key: String) -> [([String], String?)] {
    let parts = key.split(separator: ".").map(String.init)
    let rest = Array(parts.dropFirst(2))
    switch (parts.first, parts.dropFirst().first) {
    case ("goal", "min_long"):
      let usual = "usual for such an event; `goal: { long: … }` asks for another"
      return [(["goal", "long"] + rest, nil), (["event", "expected"], usual)]
    case ("goal", _): return [(["goal", "fitness"], nil)]
    case ("templates", _):
      let named = ["sessions"] + parts.dropFirst()
      let session = ["sessions"] + parts.dropFirst().prefix { $0 != "min_per_week" }
      return [
        (named, nil), (session, "usual for such sessions"), (["event", "sport"], "usual for the sport"),
      ]
    case ("availability", "minutes"): return [(["available"], nil)]
    case ("availability", "blocked_days"): return [(["blocked"], nil)]
    case ("tune_ups", _), ("robust", _): return [(parts, nil)]
    case ("availability", _): return [(["sessions_per_day"], nil)]
    case ("rest", _): return [(["rest"], nil)]
    case ("event", _): return [(["event", "date"], nil)]
    case ("history", _): return [(["history"], nil), (["baseline"], nil)]
    case ("coaching", _): return [(parts, nil)]
    default: return []
    }
  }

  private func place(ofRule rule: LimitVocabulary.Rule, _ key: String, _ resolution: Resolution) -> WishPlace
  {
    let last = key.split(separator: ".").last.map(String.init) ?? ""
    let number = rule.keys.first { $0.number == last }?.name
    let sport = key.hasPrefix("limits.sport_caps.") ? last : nil
    let path = ["rules", rule.id] + [number ?? sport].compactMap { $0 }
    for file in limits {
      if let line = file.line(path) { return WishPlace(line: line, standard: nil) }
    }
    let layer = resolution.defaultLayers.last { layer in
      guard let said = layer.settings.rules[rule.id] else { return false }
      return number.map { said.values[$0] != nil } ?? true
    }
    let reason = layer.map { $0.reason.isEmpty ? "" : " " + $0.reason } ?? ""
    return WishPlace(line: nil, standard: "by default\(reason) (gradus explain \(rule.id))")
  }

  /// The rules that set what stands under a key, as the rule book says; the first to name a key owns it. A rule may be
  /// named itself.
  private func rules(_ key: String, _ book: RuleBook) -> [LimitVocabulary.Rule] {
    if key == "coaching.first_week_back" {
      return LimitVocabulary.rules.filter { $0.id == "return-from-break" }
    }
    if let rule = LimitVocabulary.rule(key) { return [rule] }
    guard key.hasPrefix("limits.") || key.hasPrefix("rest.m") else { return [] }
    return LimitVocabulary.rules.filter { rule in
      book[rule.id]?.keys.contains { $0 == key || $0.hasPrefix(key + ".") || key.hasPrefix($0 + ".") }
        ?? false
    }
  }
}
