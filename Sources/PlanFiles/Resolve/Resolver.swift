import TrainingLoad
public import TrainingPlan

/// Turns a plan file, with the files that it names, into the whole question with nothing implicit.
public enum Resolver {
  /// The problem that a plan file states.
  ///
  /// - Parameters:
  ///   - source: The plan file; its name is what paths in it are seen from.
  ///   - loader: Gives the file at a path, which it may be asked for in the form of the plan's own.
  /// - Returns: The problem, every default expanded, with what was assumed in words.
  /// - Throws: `FileError` with file, line and column where a file is missing, faulty or contradicts itself.
  public static func problem(
    planFile source: SourceFile, loader: (String) throws(FileError) -> SourceFile
  ) throws(FileError) -> PlanProblem {
    try problem(plan: try source.document(), loader: loader)
  }

  /// The problem that a plan file states whose document is read already.
  ///
  /// - Throws: `FileError` as above.
  public static func problem(
    plan document: Field, loader: (String) throws(FileError) -> SourceFile
  ) throws(FileError) -> PlanProblem {
    try Resolution(try PlanFile(document), loader: loader).problem()
  }

  /// What was done, in the history that a plan file names: also what lies after the start of the plan.
  ///
  /// - Returns: nil where the plan names no history.
  /// - Throws: `FileError` as `problem` does.
  public static func history(
    planFile source: SourceFile, loader: (String) throws(FileError) -> SourceFile
  ) throws(FileError) -> TrainingHistory? {
    try Resolution(try PlanFile(source), loader: loader).past
  }
}

/// A plan with the files that it names.
struct Resolution {
  let plan: PlanFile
  let catalogue: Catalogue
  let defaults: Defaults
  let book: RuleBook
  /// What the coach's limits say, without the defaults.
  var coach = LimitSettings()
  var waivers: [RulePolicy.Waiver] = []
  /// What the athlete answered; empty where the plan names no check-ins.
  var checkIns = CheckIns()
  /// What the athlete did; nil where the plan names no history and no baseline.
  var past: TrainingHistory?

  /// Loads what the plan names.
  init(_ plan: PlanFile, loader: (String) throws(FileError) -> SourceFile) throws(FileError) {
    self.plan = plan
    var catalogue = try CatalogueFile.standard()
    if let own = plan.catalogue {
      let path = FilePath.join(own.value, to: plan.file)
      catalogue = try CatalogueFile.read(try own.field.load(path, by: loader), onto: catalogue)
    }
    self.catalogue = catalogue
    book = try RuleBookFile.standard()
    let names = catalogue.sportsAndFamilies
    defaults = try Defaults.bundled(names: names)
    try checkSports()
    try loadLimits(names: names, loader: loader)
    try loadHistory(loader: loader)
    if let file = plan.checkIns {
      let path = FilePath.join(file.value, to: plan.file)
      checkIns = try CheckInsFile.read(try file.field.load(path, by: loader))
    }
  }

  private mutating func loadLimits(
    names: [String], loader: (String) throws(FileError) -> SourceFile
  ) throws(FileError) {
    guard let limits = plan.limits else { return }
    let file: LimitsFile
    var name = plan.file
    switch limits {
    case .file(let path):
      name = FilePath.join(path.value, to: plan.file)
      file = try LimitsFile(try path.field.load(name, by: loader), names: names)
    case .inline(let field):
      file = try LimitsFile(inline: field, names: names)
    }
    let chain = try LimitsChain(file, named: name, names: names, loader: loader)
    coach = chain.settings
    waivers = chain.waivers
  }

  /// Refuses sports that the catalogue does not know.
  private func checkSports() throws(FileError) {
    let sports = catalogue.sports
    let eventSports = catalogue.eventSports
    func check(_ sport: Stated<String>, among known: [String]) throws(FileError) {
      guard !known.contains(sport.value) else { return }
      throw sport.field.error(
        "\"\(sport.value)\" is no sport of the catalogue",
        expected: "one of " + known.joined(separator: ", "),
        suggestion: NearestWord.of(sport.value, among: known))
    }
    try check(plan.event.sport, among: eventSports)
    for tuneUp in plan.tuneUps { try check(tuneUp.sport, among: tuneUpSports) }
    for leg in plan.event.legs { try check(leg.sport, among: sports) }
    for wish in plan.longSessions ?? [] { try check(wish.sport, among: sports) }
    for share in plan.balance ?? [] { try check(share.sport, among: sports) }
    for usual in plan.frequency ?? [] { try check(usual.sport, among: sports) }
    for baseline in plan.baseline { try check(baseline.sport, among: sports) }
  }
}

extension Catalogue {
  /// The sports of the sessions, in the order of the alphabet.
  public var sports: [String] { Set(entries.map(\.sport)).sorted() }

  /// The sports that an event may have: those that some session serves.
  var eventSports: [String] { Set(entries.flatMap(\.specificity.bySport.keys)).sorted() }

  /// The names that limits may be given for.
  var sportsAndFamilies: [String] { Set(entries.flatMap { [$0.sport, $0.family] }).sorted() }
}
