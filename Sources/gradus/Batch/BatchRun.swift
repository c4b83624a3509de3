/// Answers records on several cores, in their order, with no more than a window of them in memory.
struct BatchRun {
  let settings: BatchSettings
  /// Records that are worked on at once.
  let jobs: Int
  /// Records with errors that end the run; nil = none does.
  let mostErrors: Int?
  private(set) var tally = Tally()

  /// Answers that wait for an earlier one, and records that are worked on, a job.
  private static let window = 8

  /// How many records ended how.
  struct Tally {
    var byOutcome: [Outcome: Int] = [:]
    var kept = 0

    var errors: Int { byOutcome.reduce(0) { $0 + ($1.key == .done ? 0 : $1.value) } }
    var records: Int { byOutcome.values.reduce(0, +) }
  }

  init(settings: BatchSettings, jobs: Int, mostErrors: Int?) {
    self.settings = settings
    self.jobs = jobs
    self.mostErrors = mostErrors
  }

  /// Whether there are more errors than the user allows.
  var isStopped: Bool { mostErrors.map { tally.errors > $0 } ?? false }

  /// Answers all records of `input`; ends early where there are too many errors.
  mutating func run(_ input: BatchInput, _ output: BatchOutput) async throws {
    var (input, output) = (input, output)
    let pending = try resume(&input, &output)
    try await withThrowingTaskGroup(of: (Int, BatchAnswer?).self) { group in
      var waiting: [Int: BatchAnswer?] = [:]
      var (next, written, running) = (0, 0, 0)
      func add(_ record: @escaping @Sendable () -> BatchRecord) {
        let (index, settings) = (next, settings)
        group.addTask {
          let record = record()
          return (index, record.isWanted ? record.answer(settings) : nil)
        }
        next += 1
        running += 1
      }
      if let pending { add { pending } }
      while !isStopped {
        while running < jobs, next - written < Self.window * jobs, let line = try input.next() {
          let settings = settings
          add { BatchRecord(line, settings) }
        }
        guard let (index, answer) = try await group.next() else { break }
        running -= 1
        waiting[index] = .some(answer)
        while !isStopped, let answer = waiting.removeValue(forKey: written) {
          written += 1
          guard let answer else { continue }
          try output.write(answer)
          tally.byOutcome[answer.outcome, default: 0] += 1
        }
      }
    }
    if !isStopped { try output.finish() }
  }

  /// Keeps what an earlier run has answered; gives the first record that it has not.
  private mutating func resume(_ input: inout BatchInput, _ output: inout BatchOutput) throws(Failure)
    -> BatchRecord?
  {
    while output.mayResume, let line = try input.next() {
      let record = BatchRecord(line, settings)
      guard record.isWanted else { continue }
      guard let answer = try output.keep(record, settings) else { return record }
      tally.byOutcome[answer.outcome, default: 0] += 1
      tally.kept += 1
    }
    return nil
  }
}

/// The records of a batch, one a line; lines with nothing on them do not count.
struct BatchInput {
  private let path: String
  private var lines: LineReader

  /// The records of a file; `-` is standard input.
  init(_ path: String) throws(Failure) {
    self.path = path
    do { lines = LineReader(try Descriptor(reading: path)) } catch { throw error.failure(at: path) }
  }

  mutating func next() throws(Failure) -> LineReader.Line? {
    do {
      while let line = try lines.next() {
        if !line.isBlank { return line }
      }
      return nil
    } catch {
      throw error.failure(at: path == "-" ? "standard input" : path)
    }
  }
}
