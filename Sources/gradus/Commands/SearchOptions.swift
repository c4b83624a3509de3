import ArgumentParser
import Planner

/// How much work a search may do, for every command that plans.
struct SearchOptions: ParsableArguments {
  @Option(
    help: """
      How long to search (default: standard), and longer where nothing is found and nothing is proven; the result is \
      the same on every machine.
      """)
  var effort: EffortName?

  @Option(
    help: ArgumentHelp(
      "Search as long as an ordinary core takes in so many seconds: an amount of work, not of time.",
      valueName: "seconds"))
  var time: Double?

  func validate() throws {
    guard let time else { return }
    if effort != nil { throw ValidationError("--effort and --time say the same thing twice.") }
    guard (0.01...3600).contains(time) else { throw ValidationError("--time is 0.01 to 3600 seconds.") }
  }

  var work: Planner.Effort { time.map(Planner.Effort.init(seconds:)) ?? (effort ?? .standard).effort }
}

/// How long to search, as named on the command line.
enum EffortName: String, CaseIterable, ExpressibleByArgument {
  case quick, standard, thorough

  var effort: Planner.Effort {
    switch self {
    case .quick: .quick
    case .standard: .standard
    case .thorough: .thorough
    }
  }
}
