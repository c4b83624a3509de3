import Foundation
import PlanFiles
import Planner
import Review
import TrainingLoad
import TrainingPlan

/// Measures Gradus and prints a row a figure: `subject,case,measure,value`.
///
/// Arguments are problem files; or `calendar`, a format and a number of events, for one large calendar by itself.
/// Or `curves` and problem files, for the objective over the work; or `bounds`, the most seconds and problem files, for
/// the proven bound over the work. `compare.py` and `curves.py` run it and set the
/// figures beside others.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    print("subject,case,measure,value")
    if arguments.first == "calendar" {
      guard arguments.count == 3, let format = Calendars.Format(rawValue: CommandLine.arguments[2]),
        let events = Int(CommandLine.arguments[3])
      else { throw CocoaError(.formatting) }
      return try Calendars.measure(format, events: events)
    }
    if arguments.first == "curves" {
      for path in arguments.dropFirst() { try Curves.measure(path) }
      return
    }
    if arguments.first == "bounds", let most = arguments.dropFirst().first.flatMap(Double.init) {
      for path in arguments.dropFirst(2) { try BoundCurves.measure(path, upTo: most) }
      return
    }
    for path in arguments {
      try plans(path)
      try Clashes.measure(path)
    }
    try review(weeks: 52)
    try missed(weeks: 16, most: 1)
    try missed(weeks: 26, most: 2)
    loadSeries(days: 1_000_000)
    try Calendars.measureSeason(weeks: 57)
  }

  private static func plans(_ path: String) throws {
    let (name, problem) = try problem(at: path)
    for (label, effort) in [("quick", Effort.quick), ("standard", .standard), ("thorough", .thorough)] {
      let (seconds, planned) = timed { try? plan(problem, effort: effort) }
      row("plan", name, "\(label) seconds", seconds)
      if let planned { row("plan", name, "\(label) objective", planned.objective) }
    }
  }

  /// The review of a year, and all its fixes; each week breaks some rule of the resolved plan file.
  private static func review(weeks: Int) throws {
    let (problem, schedule) = try Season.spoilt(weeks: weeks)
    let book = try RuleBookFile.standard()
    let name = "\(weeks) weeks"
    let (seconds, findings) = bestOfThree { Review.review(schedule, for: problem, ruleBook: book) }
    row("review", name, "review seconds", seconds)
    row("review", name, "findings", Double(findings.count))
    let (fixSeconds, reviewed) = bestOfThree { Review.reviewed(schedule, for: problem, ruleBook: book) }
    row("review", name, "fixes seconds", fixSeconds)
    row("review", name, "searched", Double(reviewed.items.count(where: \.isSearched)))
    row("review", name, "fixes", Double(reviewed.items.count { $0.fix != nil }))
    let before = residentBytes
    for _ in 0..<20 { _ = Review.reviewed(schedule, for: problem, ruleBook: book) }
    row("review", name, "bytes more after 20 reviews", residentBytes - before)
  }

  /// What breaks when sessions are missed: in a schedule whose limits break often, and in one in which hardly any does.
  private static func missed(weeks: Int, most: Int) throws {
    let book = try RuleBookFile.standard()
    for (name, season) in [("spoilt", Season.spoilt), ("steady", Season.steady)] {
      let (problem, schedule) = try season(weeks)
      let (seconds, missed) = bestOfThree {
        missedSessions(schedule, for: problem, ruleBook: book, most: most)
      }
      let label = "\(weeks) \(name) weeks up to \(most)"
      row("missed sessions", label, "seconds", seconds)
      let (plainSeconds, _) = bestOfThree { Review.review(schedule, for: problem, ruleBook: book) }
      let sets = missed?.looked.reduce(0) { $0 + $1.setCount } ?? 0
      row("missed sessions", label, "plain seconds", plainSeconds * Double(sets))
      row("missed sessions", label, "sets", Double(sets))
      row("missed sessions", label, "free", Double(missed?.freeCount ?? 0))
      row("missed sessions", label, "cases", Double(missed?.cases.count ?? 0))
    }
  }

  /// The largest memory that the process has held so far, bytes.
  static var residentBytes: Double {
    var usage = rusage()
    // RUSAGE_SELF has another type on every platform; the unit differs too.
    getrusage(0, &usage)
    #if os(Linux)
      return Double(usage.ru_maxrss) * 1024
    #else
      return Double(usage.ru_maxrss)
    #endif
  }

  private static func loadSeries(days: Int) {
    let loads: [Double?] = (0..<days).map { Double(($0 * 37) % 101) }
    let (seconds, series) = bestOfThree { FitnessModel().series(loads) }
    row("load series", "\(days) days", "seconds", seconds)
    row("load series", "\(days) days", "last fitness", (series.fitness.last ?? nil) ?? .nan)
  }

  /// A problem file, with the name that its figures go by.
  static func problem(at path: String) throws -> (name: String, problem: PlanProblem) {
    let url = URL(fileURLWithPath: path)
    let file = SourceFile(name: path, bytes: Array(try Data(contentsOf: url)))
    return (url.deletingPathExtension().lastPathComponent, try ProblemFile.read(file).problem)
  }

  static func row(_ subject: String, _ name: String, _ measure: String, _ value: Double) {
    print("\(subject),\(name),\(measure),\(value)")
  }

  /// The processor's seconds that some work takes: what else runs on the machine does not count.
  static func timed<Result>(_ work: () throws -> Result) rethrows -> (Double, Result) {
    let start = processorSeconds
    let result = try work()
    return (processorSeconds - start, result)
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func bestOfThree<Result>(_ work: () throws -> Result) rethrows -> (Double, Result) {
    var (best, result) = try timed(work)
    for _ in 1..<3 {
      let (seconds, again) = try timed(work)
      if seconds < best { (best, result) = (seconds, again) }
    }
    return (best, result)
  }
}
