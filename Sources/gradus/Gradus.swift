import ArgumentParser
import PlanFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
@MainActor
enum Program {
  static func main() async {
    // Writing fails with an error, and is answered there, instead of ending the run with a signal.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs a command line, words after the program's name, and says how it ended.
  static func run(_ arguments: [String]) async -> Outcome {
    do {
      try Gradus.refuseUnknownCommand(arguments)
      var command = try Gradus.parseAsRoot(arguments)
      if var patient = command as? any AsyncParsableCommand {
        try await patient.run()
      } else {
        try command.run()
      }
      return .done
    } catch is FindingsRemain {
      return .findings
    } catch let failure as Failure {
      return failure.report(asJSON: arguments.contains("--json"))
    } catch {
      return Gradus.report(error, asJSON: arguments.contains("--json"))
    }
  }
}

/// The command tree: help, completions and the manual page are made from it.
struct Gradus: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Plans training that rises as far as the athlete's limits allow.",
    discussion: """
      EXAMPLES:
        gradus plan Plans/half-marathon.yaml       schedule and calendars from a plan
        gradus check Plans/half-marathon.yaml      findings, with proof and fix
        gradus report Plans/half-marathon.yaml     one HTML file to read, print and hand over
        gradus move Plans/half-marathon.yaml 2.sat 2.wed   a session to another day
        gradus load history.csv                    fitness, fatigue, form day by day
        gradus explain weekly-rise                 what a rule means and rests on
      """,
    version: "gradus \(version)",
    subcommands: [
      PlanCommand.self, BatchCommand.self, CheckCommand.self, ReportCommand.self, ProveCommand.self,
      ResolveCommand.self, LoadCommand.self, MoveCommand.self, EditCommand.self, AddCommand.self,
      RemoveCommand.self, LockCommand.self, UndoCommand.self, DiffCommand.self, FmtCommand.self,
      ExportCommand.self, ImportCommand.self, ExplainCommand.self, SchemaCommand.self, DoctorCommand.self,
      CompletionsCommand.self, ManCommand.self,
    ])

  /// Names the nearest command where the first word is none.
  fileprivate static func refuseUnknownCommand(_ arguments: [String]) throws(Failure) {
    guard let word = arguments.first, !word.hasPrefix("-") else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(word) else { return }
    let nearest = NearestWord.of(word, among: known).map { "did you mean \"\($0)\"?" }
    throw .usage("\"\(word)\" is no command; " + (nearest ?? "see: gradus --help"))
  }

  /// Prints what the parser asks for: help and version as data, a wrong use as an error.
  fileprivate static func report(_ error: any Error, asJSON: Bool) -> Outcome {
    let text = fullMessage(for: error)
    guard exitCode(for: error) == .success else {
      return Failure.usage(text).report(asJSON: asJSON)
    }
    do {
      try Output.print(text)
      return .done
    } catch {
      return error.report(asJSON: asJSON)
    }
  }
}
