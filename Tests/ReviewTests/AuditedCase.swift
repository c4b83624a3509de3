import Foundation
import PlanFiles
import TrainingLoad
import TrainingPlan

/// A schedule with what `tools/audit_plan.py` found in it: so many violations of each of its rules.
///
/// The schedules are random, with faults planted; the problems are those of the field with random limits.
/// A session is `day:template:minutes[:fault]`, or `day:sport:minutes:load:hip:flags` when written by hand.
struct AuditedCase: Decodable, Sendable, CustomStringConvertible {
  var problem: String
  var event: [Value]
  var weeks: String
  var sessions: String
  var expected: [String: Int]

  var description: String { "\(problem), \(sessions.prefix(24))..." }

  /// The event's day or its sport.
  enum Value: Decodable, Sendable {
    case day(Int)
    case sport(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let day = try? container.decode(Int.self) {
        self = .day(day)
      } else {
        self = .sport(try container.decode(String.self))
      }
    }
  }

  struct Missing: Error {
    var what: String
  }

  static let all: [AuditedCase] = (try? JSONDecoder().decode([AuditedCase].self, from: data("cases"))) ?? []

  static let problems: [String: PlanProblem] = {
    guard let bytes = try? data("problems"),
      let rows = try? SourceFile(name: "problems.json", bytes: Array(bytes)).document().items()
    else { return [:] }
    var problems: [String: PlanProblem] = [:]
    for row in rows {
      if let problem = try? ProblemFile.read(row).problem { problems[problem.id] = problem }
    }
    return problems
  }()

  private static func data(_ name: String) throws -> Data {
    guard let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Audited")
    else {
      throw Missing(what: name)
    }
    return try Data(contentsOf: url)
  }

  func schedule(for problem: PlanProblem) throws -> Schedule {
    guard case .day(let day) = event.first, case .sport(let sport) = event.last else {
      throw Missing(what: "event")
    }
    let types = weeks.split(separator: " ").compactMap { WeekType(rawValue: String($0)) }
    return Schedule(
      planID: problem.id, title: "", problemID: problem.id, start: problem.start,
      event: .init(id: "event", day: problem.day(day), name: "", sport: sport, minutes: 60),
      weeks: types.enumerated().map { .init(index: $0, type: $1, phase: .build, why: "") },
      sessions: try sessions.split(separator: " ").enumerated().map { index, token in
        try session(token.split(separator: ":").map(String.init), "s\(index)", problem)
      })
  }

  private func session(_ parts: [String], _ id: String, _ problem: PlanProblem) throws -> Session {
    guard parts.count >= 3, let day = Int(parts[0]), let minutes = Int(parts[2]) else {
      throw Missing(what: parts.joined(separator: ":"))
    }
    guard let number = Int(parts[1]) else { return try byHand(parts, id, problem.day(day), minutes) }
    let template = problem.templates[number]
    var session = Session(id: id, day: problem.day(day), of: template, minutes: minutes)
    switch parts.count > 3 ? parts[3] : "" {
    case "load": session.load += 10
    case "hip": session.hip += 5
    case "relief": session.relief += 5
    case "srpe": session.sRPE += 1
    case "hard": session.isHard.toggle()
    case "long": session.isLong.toggle()
    case "intense": session.isIntense.toggle()
    case "rest": session.isRestful.toggle()
    case "sport": session.sport = "yachting"
    case "family": session.family = "yachting"
    default: break
    }
    return session
  }

  private func byHand(_ parts: [String], _ id: String, _ day: CivilDay, _ minutes: Int) throws -> Session {
    guard parts[1] != "?" else {
      return Session(
        id: id, day: day, template: "nobody", title: "", sport: "run", family: "run", minutes: minutes,
        sRPE: 3,
        load: 90, hip: 0, relief: 0)
    }
    guard parts.count >= 5, let load = Double(parts[3]), let hip = Double(parts[4]) else {
      throw Missing(what: parts.joined(separator: ":"))
    }
    let flags = parts.count > 5 ? parts[5] : ""
    return Session(
      id: id, day: day, template: nil, title: "", sport: parts[1], family: parts[1], minutes: minutes,
      sRPE: load / Double(minutes), load: load, hip: hip, relief: 0, isHard: flags.contains("h"),
      isIntense: flags.contains("i"))
  }
}
