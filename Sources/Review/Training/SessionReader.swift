import TrainingLoad
import TrainingPlan

/// Something that is wrong with a session as written, before any rule of training.
struct SessionFault: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case otherProblem, otherStart, unknownTemplate, contradictsTemplate(String), outsidePlan, negativeMinutes
  }
  var kind: Kind
  /// Day index.
  var day: Int
  /// Place in `Schedule.sessions`; nil where the schedule as a whole is meant.
  var source: Int?
  /// What the session says and what it should say, where that is a number.
  var said = 0.0
}

/// Turns the sessions of a schedule into entries, with the numbers of the problem's templates.
///
/// A session of a template counts as the template says, and what it says otherwise is a fault; one that is past
/// counts as it was done.
struct SessionReader {
  let problem: PlanProblem
  let rates: [TemplateRates]
  let templates: [String: Int]
  /// Days before this one are past.
  let firstDay: Int
  private(set) var entries: [Entry] = []
  private(set) var faults: [SessionFault] = []

  init(problem: PlanProblem, rates: [TemplateRates], templates: [String: Int], firstDay: Int) {
    self.problem = problem
    self.rates = rates
    self.templates = templates
    self.firstDay = firstDay
  }

  mutating func check(_ schedule: Schedule) {
    if schedule.problemID != problem.id { faults.append(SessionFault(kind: .otherProblem, day: 0)) }
    if schedule.start != problem.start { faults.append(SessionFault(kind: .otherStart, day: 0)) }
  }

  mutating func read(_ session: Session, at source: Int, names: inout Names) {
    let day = session.day - problem.start
    func fault(_ kind: SessionFault.Kind, said: Double = 0) -> SessionFault {
      SessionFault(kind: kind, day: day, source: source, said: said)
    }
    guard (0...max(0, problem.dayCount)).contains(day) else { return faults.append(fault(.outsidePlan)) }
    guard session.minutes >= 0 else { return faults.append(fault(.negativeMinutes)) }
    guard session.minutes > 0 else { return }
    guard let template = session.template else {
      return entries.append(Entry(session, day: day, source: source, names: &names))
    }
    guard let number = templates[template] else { return faults.append(fault(.unknownTemplate)) }
    guard day >= firstDay, !session.isDone else {
      return entries.append(
        Entry(session, day: day, source: source, template: number, rates[number], names: &names))
    }
    let entry = rates[number].entry(
      day: day, minutes: Double(session.minutes), template: number, source: source)
    entries.append(entry)
    for (said, word) in contradictions(session, entry, rates[number].template) {
      faults.append(fault(.contradictsTemplate(word), said: said))
    }
  }

  private func contradictions(
    _ session: Session, _ entry: Entry, _ template: SessionTemplate
  ) -> [(said: Double, word: String)] {
    var found: [(Double, String)] = []
    if session.sport != template.sport { found.append((0, "sport")) }
    if session.family != template.family { found.append((0, "family")) }
    if session.isHard != template.isHard { found.append((0, "hard")) }
    if session.isIntense != template.isIntense { found.append((0, "intense")) }
    if session.isLong != template.isLong { found.append((0, "long")) }
    if session.isRestful != template.isRestful { found.append((0, "rest_ok")) }
    func compare(_ said: Double, _ meant: Double, _ word: String, within tolerance: Double) {
      if abs(said - meant) > tolerance { found.append((said, word)) }
    }
    compare(session.load, entry.load, "load", within: 1e-3 * max(1, entry.load))
    compare(session.hip, entry.hip, "hip", within: 1e-3 * max(1, entry.hip))
    compare(session.relief, entry.relief, "relief", within: 1e-3 * max(1, entry.relief))
    compare(session.sRPE, template.sRPE, "srpe", within: 1e-6)
    return found
  }
}
