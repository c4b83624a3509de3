public import Review
public import TrainingLoad
public import TrainingPlan

/// The load-warning report: one HTML file that stands by itself, for a coach or for the athlete.
///
/// It needs neither network nor script, and prints. Equal input gives equal bytes.
public struct Report: Sendable {
  /// The plan that is reported on.
  let schedule: Schedule
  /// What the schedule answers, with history, limits and policy.
  let problem: PlanProblem
  /// What was really done, as far as it is known; nil = not said.
  let done: TrainingHistory?
  /// What the review found.
  let reviewed: Reviewed
  /// The part of it that is told, in points.
  let points: [Point]
  /// Evidence and sources of the rules.
  let ruleBook: RuleBook
  /// The support-work library.
  let routines: [Routine]
  /// The day of the report; nil = not said.
  let today: CivilDay?
  /// Who made it, for example `gradus 0.1.0`.
  let maker: String
  /// Who reads it.
  let audience: Audience

  /// Who reads a report.
  public enum Audience: String, CaseIterable, Sendable {
    /// Everything: all findings, their proof and evidence, contested measures said as such.
    case coach
    /// What there is to do: changes and watches in plain words, without contested measures.
    case athlete
  }

  /// A report of a reviewed schedule.
  ///
  /// - Parameters:
  ///   - schedule: what is reported on.
  ///   - problem: what it answers.
  ///   - done: what was really done; days without an entry are unknown.
  ///   - reviewed: what the review found, with the smallest fixes.
  ///   - ruleBook: evidence and sources of the rules.
  ///   - routines: the support-work library.
  ///   - today: the day of the report: the next fourteen days begin there; nil = with the plan.
  ///   - maker: the program with its version.
  ///   - audience: who reads it.
  public init(
    schedule: Schedule, problem: PlanProblem, done: TrainingHistory? = nil, reviewed: Reviewed,
    ruleBook: RuleBook, routines: [Routine], today: CivilDay? = nil, maker: String,
    audience: Audience = .coach
  ) {
    self.schedule = schedule
    self.problem = problem
    self.done = done
    self.reviewed = reviewed
    let told = reviewed.items.filter { Point.isTold($0.finding, to: audience) }
    points = Point.points(told, start: schedule.start, ruleBook)
    self.ruleBook = ruleBook
    self.routines = routines
    self.today = today
    self.maker = maker
    self.audience = audience
  }

  /// The file, UTF-8.
  public func html() -> [UInt8] {
    let page = Page(title: title, style: .report(foot: foot), sections: sections)
    return Array(page.html.source.utf8)
  }

  private var title: String {
    (audience == .coach ? "Training load: " : "Your plan: ") + schedule.title
  }

  /// What stands at the foot of every printed page.
  private var foot: String {
    let days = schedule.start...max(schedule.start, schedule.event.day)
    let parts = [problem.athlete?.name, days.inWords, maker, "version " + shortVersion]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// The report from top to bottom.
  private var sections: [HTML] {
    let figures = Figures(
      schedule: schedule, problem: problem, history: done, ruleBook: ruleBook, today: today)
    return [
      HeadSection(self).html,
      SummaryStrip(report: self, figures: figures).html,
      FindingSection(self).html,
      ChartSection(report: self, charts: figures.charts()).html,
      WeekSection(report: self, figures: figures).html,
      NextDays(self).html,
      SupportWork(self).html,
      DailyLife(self).html,
      PolicySection(self).html,
      HowMade(self).html,
      Notice.html,
    ]
  }
}

extension Report {
  var isForCoach: Bool { audience == .coach }

  /// The last day of the plan: the event's.
  var lastDay: CivilDay { max(schedule.start, schedule.event.day) }

  /// The name of this version of the schedule: equal sessions give equal names.
  var version: String {
    let sessions = schedule.sessions.map { session in
      [
        session.id, session.day.iso, session.template ?? "", session.title, session.sport,
        String(session.minutes), String(session.load), String(session.hip),
      ].joined(separator: "\t")
    }
    let head = [schedule.planID, schedule.problemID, schedule.start.iso, schedule.event.day.iso]
    return nameBasedUUID(namespace: .gradus, name: (head + sessions).joined(separator: "\n"))
  }

  /// The first eight digits of the version.
  var shortVersion: String { String(version.prefix(8)) }
}
