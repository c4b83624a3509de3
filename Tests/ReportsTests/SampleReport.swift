import Foundation
import PlanFiles
import Reports
import Review
import TrainingLoad
import TrainingPlan
import XML

/// Reports of the half marathon that stands in the repository, as it is or spoilt.
struct SampleReport {
  var schedule: Schedule
  var problem: PlanProblem

  private static let plans = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Plans")

  /// The plan as Gradus made it: nothing to change.
  static func asPlanned() throws -> SampleReport {
    func file(_ path: String) throws -> SourceFile {
      SourceFile(name: path, bytes: Array(try Data(contentsOf: plans.appending(path: path))))
    }
    let problem = try Resolver.problem(planFile: try file("half-marathon.yaml")) { path throws(FileError) in
      do { return try file(path) } catch { throw FileError(file: path, mark: nil, "\(error)") }
    }
    let schedule = try ScheduleFile.read(try file("half-marathon.schedule.yaml")).schedule
    return SampleReport(schedule: schedule, problem: problem)
  }

  /// A run far too long, runs on the days after it, and a way of support work chosen.
  static func spoilt() throws -> SampleReport {
    var sample = try asPlanned()
    let long = sample.schedule.sessions.firstIndex { $0.isLong } ?? 0
    sample.schedule.sessions[long].minutes += 60
    sample.schedule.sessions[long].load += 240
    sample.schedule.sessions[long].hip += 60
    for day in 7..<11 {
      sample.schedule.sessions.append(
        Session(
          id: "extra-\(day)", day: sample.schedule.start + day, template: nil, title: "Extra run",
          sport: "run",
          family: "run", minutes: 40, sRPE: 4, load: 160, hip: 40, relief: 0))
    }
    sample.problem.athlete?.support = .short
    sample.problem.policy.waivers = [
      .init(rule: "monotony", until: sample.schedule.start + 3, reason: "a camp"),
      .init(rule: "weekly-rise", until: sample.schedule.start - 3, reason: "an old reason"),
    ]
    return sample
  }

  /// Names and reasons that try to become markup.
  static func hostile() throws -> SampleReport {
    var sample = try spoilt()
    sample.schedule.title = Self.attack
    sample.schedule.planID = Self.attack
    sample.schedule.event.name = Self.attack
    sample.schedule.sessions[0].title = Self.attack
    sample.schedule.sessions[0].why = Self.attack
    sample.schedule.sessions[0].steps = [Step(text: Self.attack, minutes: 10, effort: Self.attack)]
    sample.problem.athlete?.name = Self.attack
    sample.problem.assumptions = [Self.attack]
    sample.problem.policy.waivers[0].reason = Self.attack
    sample.problem.availability.absences = [
      .init(firstDay: 0, lastDay: 2, reason: Self.attack, seatedHours: 5)
    ]
    return sample
  }

  static let attack =
    "</style></script><script>alert(1)</script>\"'>&\u{0}\u{1B}\u{202E}\n} body { display: none"

  func reviewed(today: CivilDay? = nil) throws -> Reviewed {
    Review.reviewed(schedule, for: problem, ruleBook: try RuleBookFile.standard(), today: today)
  }

  /// The report as text; `reviewed` saves another review.
  func html(
    for audience: Report.Audience = .coach, today: CivilDay? = nil, reviewed: Reviewed? = nil
  ) throws -> String {
    let report = Report(
      schedule: schedule, problem: problem, reviewed: try reviewed ?? self.reviewed(today: today),
      ruleBook: try RuleBookFile.standard(), routines: try CatalogueFile.standard().routines, today: today,
      maker: "gradus", audience: audience)
    return String(decoding: report.html(), as: UTF8.self)
  }
}

/// A sample with its review, made once for all tests.
enum ReviewedSample: CaseIterable, Sendable {
  case asPlanned, spoilt, hostile

  private static let made = Dictionary(
    uniqueKeysWithValues: allCases.map { kind in
      (
        kind,
        Result { () throws -> (SampleReport, Reviewed) in
          let sample =
            switch kind {
            case .asPlanned: try SampleReport.asPlanned()
            case .spoilt: try SampleReport.spoilt()
            case .hostile: try SampleReport.hostile()
            }
          return (sample, try sample.reviewed())
        }
      )
    })

  private func get() throws -> (SampleReport, Reviewed) {
    guard let made = Self.made[self] else { throw CancellationError() }
    return try made.get()
  }

  func reviewed() throws -> Reviewed { try get().1 }

  func html(for audience: Report.Audience = .coach) throws -> String {
    let (sample, reviewed) = try get()
    return try sample.html(for: audience, reviewed: reviewed)
  }
}

/// A report as an XML parser sees it.
struct ParsedReport {
  var elements: [(name: String, attributes: [String: String])] = []
  /// All texts, one after the other; those of styles are left out.
  var text = ""

  init(_ html: String) throws {
    let doctype = "<!DOCTYPE html>\n"
    let document = html.hasPrefix(doctype) ? html.dropFirst(doctype.count) : html[...]
    let reader = try XMLReader(Array(document.utf8))
    var open: [String] = []
    while let piece = try reader.next() {
      switch piece {
      case .start(let name, _, let attributes):
        open.append(name)
        elements.append((name, Dictionary(attributes.map { ($0.name, $0.value) }) { $1 }))
      case .text(let part): if open.last != "style" { text += part + " " }
      case .end: open.removeLast()
      }
    }
  }

  /// The values of an attribute, in the order of the document.
  func values(_ attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }
}
