import Review
import TrainingLoad
import TrainingPlan
import XML

/// Writes the parts of a plan as elements.
struct PlanXMLWriter {
  private let content: PlanXML.Content
  private var xml = XMLWriter()

  private var schedule: Schedule { content.schedule }

  init(_ content: PlanXML.Content) {
    self.content = content
  }

  mutating func written() throws(XMLError) -> [UInt8] {
    xml.start("plan", namespace: PlanXML.namespace)
    xml.attribute("version", "1")
    xml.attribute("id", schedule.planID)
    if !schedule.problemID.isEmpty { xml.attribute("problem", schedule.problemID) }
    xml.attribute("start", schedule.start.iso)
    xml.attribute("maker", content.maker)
    xml.element("title", schedule.title)
    if let athlete = content.problem.athlete { write(athlete) }
    write(schedule.event)
    xml.start("weeks")
    for week in schedule.weeks { write(week) }
    xml.end()
    xml.start("sessions")
    for session in schedule.sessions { write(session) }
    xml.end()
    xml.start("findings")
    xml.attribute("verdict", content.verdict)
    for item in content.reviewed.items { write(item) }
    xml.end()
    xml.end()
    return try xml.finish()
  }

  private mutating func write(_ athlete: Athlete) {
    xml.start("athlete")
    xml.attribute("zone", athlete.zone)
    xml.attribute("experience", athlete.experience.rawValue)
    if let born = athlete.born { xml.attribute("born", String(born)) }
    attribute("sitting-hours", athlete.sittingHours)
    xml.element("name", athlete.name)
    xml.end()
  }

  private mutating func write(_ event: Schedule.Event) {
    xml.start("event")
    xml.attribute("id", event.id)
    xml.attribute("date", event.day.iso)
    start(event.startMinute)
    xml.attribute("sport", event.sport)
    xml.attribute("minutes", String(event.minutes))
    xml.element("name", event.name)
    xml.end()
  }

  private mutating func write(_ week: Schedule.Week) {
    let first = schedule.start + 7 * week.index
    let sessions = schedule.sessions.filter { (first...first + 6).contains($0.day) }
    xml.start("week")
    xml.attribute("number", String(week.index + 1))
    xml.attribute("first", first.iso)
    xml.attribute("last", (first + 6).iso)
    xml.attribute("type", week.type.rawValue)
    xml.attribute("phase", week.phase.rawValue)
    xml.attribute("minutes", String(sessions.reduce(0) { $0 + $1.minutes }))
    attribute("load", sessions.reduce(0) { $0 + $1.load })
    attribute("hip", sessions.reduce(0) { $0 + $1.hip })
    attribute("relief", sessions.reduce(0) { $0 + $1.relief })
    if !week.why.isEmpty { xml.element("why", week.why) }
    xml.end()
  }

  private mutating func write(_ session: Session) {
    xml.start("session")
    xml.attribute("id", session.id)
    xml.attribute("date", session.day.iso)
    start(session.startMinute)
    if let day = session.plannedDay { xml.attribute("planned", day.iso) }
    if let template = session.template { xml.attribute("template", template) }
    xml.attribute("sport", session.sport)
    xml.attribute("family", session.family)
    xml.attribute("minutes", String(session.minutes))
    attribute("srpe", session.sRPE)
    attribute("load", session.load)
    attribute("hip", session.hip)
    attribute("relief", session.relief)
    for (flag, name) in session.flags where session[keyPath: flag] { xml.attribute(name, "true") }
    xml.element("title", session.title)
    if !session.why.isEmpty { xml.element("why", session.why) }
    for step in session.steps {
      xml.start("step")
      xml.attribute("minutes", String(step.minutes))
      if !step.effort.isEmpty { xml.attribute("effort", step.effort) }
      xml.text(step.text)
      xml.end()
    }
    xml.end()
  }

  private mutating func write(_ item: Reviewed.Item) {
    let finding = item.finding
    xml.start("finding")
    xml.attribute("number", String(item.number))
    xml.attribute("rule", finding.rule)
    if !finding.aspect.isEmpty { xml.attribute("aspect", finding.aspect) }
    xml.attribute("level", finding.level.rawValue)
    xml.attribute("first", finding.first.iso)
    xml.attribute("last", finding.last.iso)
    attribute("value", finding.value)
    attribute("limit", finding.limit)
    if !finding.origin.isEmpty { xml.attribute("origin", finding.origin) }
    xml.attribute("grade", finding.evidence.rawValue)
    xml.element("message", finding.message)
    for input in finding.inputs {
      xml.start("input")
      xml.attribute("name", input.name)
      xml.attribute("value", Self.number(input.value))
      xml.attribute("unit", input.unit)
      xml.end()
    }
    xml.element("arithmetic", finding.arithmetic)
    xml.element("why", finding.why)
    xml.element("advice", finding.advice)
    if let fix = item.fix { xml.element("fix", fix.summary) }
    for source in finding.sources {
      xml.start("source")
      if let doi = source.doi { xml.attribute("doi", doi) }
      xml.text(source.text)
      xml.end()
    }
    if let contested = finding.contested { xml.element("contested", contested) }
    if let provisional = finding.provisional { xml.element("provisional", provisional) }
    if let waiver = finding.waiver {
      xml.start("waiver")
      xml.attribute("until", waiver.until.iso)
      xml.text(waiver.reason)
      xml.end()
    }
    if !finding.ask.isEmpty { xml.element("ask", finding.ask) }
    for id in finding.sessions {
      xml.start("session")
      xml.attribute("id", id)
      xml.end()
    }
    xml.end()
  }

  private mutating func start(_ minute: Int?) {
    guard let minute else { return }
    let parts = [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    xml.attribute("start", parts.joined(separator: ":"))
  }

  private mutating func attribute(_ name: StaticString, _ value: Double?) {
    if let value { xml.attribute(name, Self.number(value)) }
  }

  /// The shortest form that reads back as the same number.
  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    return Int(exactly: value).map(String.init) ?? "\(value)"
  }
}

extension Session {
  /// What holds or does not hold of a session, with the names of the attributes.
  var flags: [(WritableKeyPath<Session, Bool>, StaticString)] {
    [
      (\.isHard, "hard"), (\.isIntense, "intense"), (\.isLong, "long"), (\.isRestful, "restful"),
      (\.isLocked, "locked"), (\.isDone, "done"),
    ]
  }
}
