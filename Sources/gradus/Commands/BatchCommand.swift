import ArgumentParser
import PlanFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Plan for many athletes: a line in, a line out.",
    discussion: """
      EXAMPLES:
        gradus batch athletes.jsonl -o plans.jsonl
        gradus batch athletes.jsonl -o plans.jsonl --resume plans.jsonl.part
        gradus batch - --effort quick --shard 3/64 < athletes.jsonl > plans-3.jsonl

      Each line of FILE is a plan-problem/1 or a plan file written as JSON. Each gives one line, in the same \
      order: the schedule as plan/1, or what is wrong, and under "batch" the record's id and SHA-256, and \
      the exit code that a run for it alone would have. The same records give the same bytes, whatever the \
      number of jobs. -o writes FILE.part, which takes its place when every record is answered.

      Exit 0: every record has a schedule. 1: every record is answered, some with what is wrong. 3: there \
      were more errors than --max-errors allows.
      """)

  @Argument(
    help: ArgumentHelp("Records, one a line; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["jsonl", "ndjson"]))
  var file = "-"

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"), completion: .file())
  var output = "-"

  @Option(help: "How long to search for each; the result is the same on every machine.")
  var effort = EffortName.standard

  @Option(help: ArgumentHelp("Records worked on at once (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Only part i of n, from 0, as the ids' SHA-256 divides them.", valueName: "i/n"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      "Keep the answers of a run that was stopped, as far as they answer the same records.", valueName: "file"
    ),
    completion: .file())
  var resume: String?

  @Option(
    name: .customLong("max-errors"),
    help: ArgumentHelp("Stop when more records than this have no schedule.", valueName: "n"))
  var maxErrors: Int?

  @Flag(help: "Put the whole question into each answer.")
  var problem = false

  @Flag(help: "Print faults as JSON too; the answers always are.")
  var json = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024.") }
    if let maxErrors, maxErrors < 0 { throw ValidationError("--max-errors is a number from 0.") }
  }

  func run() async throws {
    let settings = BatchSettings(file: file, effort: effort, shard: shard, showsProblem: problem)
    let input = try BatchInput(file)
    var run = BatchRun(settings: settings, jobs: jobs ?? Self.cores, mostErrors: maxErrors)
    try await run.run(input, try BatchOutput(output, resume: resume))
    Output.complain(run.tally.inWords)
    if run.isStopped {
      throw Failure.invalid(
        FileError(
          file: file, mark: nil, "\(run.tally.errors) records have no schedule",
          expected: "at most \(maxErrors ?? 0); --resume goes on from what is written"))
    }
    if run.tally.errors > 0 { throw FindingsRemain() }
  }

  /// Cores that this process may use.
  private static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

extension BatchRun.Tally {
  /// One line for whoever waits.
  fileprivate var inWords: String {
    let kinds: [(Outcome, String)] = [
      (.done, "with a schedule"), (.infeasible, "without one"), (.invalid, "not valid"),
      (.inputOutput, "that failed"),
    ]
    let parts = kinds.compactMap { outcome, words in byOutcome[outcome].map { "\($0) \(words)" } }
    let all = parts.isEmpty ? "no records" : "\(records) records: " + parts.joined(separator: ", ")
    return "gradus: " + all + (kept > 0 ? "; \(kept) of them kept from before" : "")
  }
}
