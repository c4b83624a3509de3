import ArgumentParser
import PlanFiles
import Planner
import TrainingPlan

/// How every record of a batch is answered.
struct BatchSettings: Sendable {
  /// The file of the records, for errors and for the paths that plans name.
  var file: String
  var effort: EffortName
  /// The part of the records that is answered; nil = all.
  var shard: Shard?
  /// Whether an answer holds the whole question too.
  var showsProblem = false
}

/// One part of many, told by a number that an id always has.
struct Shard: ExpressibleByArgument, Sendable {
  /// Which part, from 0.
  let index: Int
  let count: Int

  /// `3/64`: the part 3 of the parts 0 to 63.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count > 0, (0..<count).contains(index)
    else {
      return nil
    }
    (self.index, self.count) = (index, count)
  }

  /// The first eight bytes of the id's SHA-256, modulo the number of parts.
  func holds(_ id: [UInt8]) -> Bool {
    let words = SHA256.digest(id)
    return (UInt64(words[0]) << 32 | UInt64(words[1])) % UInt64(count) == UInt64(index)
  }
}

/// One line of a batch: what it asks, as far as it can be read.
struct BatchRecord: Sendable {
  let line: Int
  /// The id that it states; empty where it states none or cannot be read.
  let id: String
  /// What it hashes to, in hexadecimal digits.
  let input: String
  /// Whether the shard that is wanted holds it; without an id, the line itself says so.
  let isWanted: Bool
  private let document: Result<Field, FileError>

  init(_ line: LineReader.Line, _ settings: BatchSettings) {
    self.line = line.number
    input = SHA256.hexadecimal(line.bytes)
    document = Self.document(line, settings.file)
    id = (try? document.get()).flatMap(Self.id) ?? ""
    isWanted = settings.shard?.holds(id.isEmpty ? line.bytes : Array(id.utf8)) ?? true
  }

  private static func document(_ line: LineReader.Line, _ file: String) -> Result<Field, FileError> {
    Result { () throws(FileError) in
      guard !line.isTooLong else {
        throw FileError(
          file: file, mark: Mark(line: line.number, column: 1), "the record is too long",
          expected: "at most \(SourceFile.dataSizeLimit) bytes")
      }
      do throws(FileError) {
        let first = line.bytes.first { !($0 == 0x20 || $0 == 0x09) }
        let field = try SourceFile(name: file, bytes: line.bytes).document(
          sizeLimit: SourceFile.dataSizeLimit)
        guard first == UInt8(ascii: "{") else { throw field.wrong(expected: "a JSON object on one line") }
        return field
      } catch {
        throw error.moved(toLine: line.number)
      }
    }
  }

  private static func id(_ document: Field) -> String? {
    guard var keys = try? MappingReader(document), let id = keys.optional("id") else { return nil }
    return try? id.line()
  }

  /// The answer on one line, with its line break, and how a run for this record alone would have ended.
  func answer(_ settings: BatchSettings) -> BatchAnswer {
    do throws(Failure) {
      let question = try question(settings.file)
      var planned = try settings.effort.effort.answer(question.problem, asked: nil)
      planned.seal(answering: question.problem)
      let json = ScheduleFile.json(planned.schedule, problem: settings.showsProblem ? question : nil)
      return BatchAnswer(json, .done, self, settings)
    } catch {
      return BatchAnswer(error.json ?? .object([]), error.outcome, self, settings)
    }
  }

  private func question(_ file: String) throws(Failure) -> ProblemDocument {
    do {
      return try Question.read(try document.get())
    } catch {
      throw .invalid(error.moved(toLine: line))
    }
  }
}

/// The answer to a record.
struct BatchAnswer: Sendable {
  /// One line with its line break.
  let bytes: [UInt8]
  let outcome: Outcome

  init(_ json: JSONValue, _ outcome: Outcome, _ record: BatchRecord, _ settings: BatchSettings) {
    self.outcome = outcome
    let rest = JSONValue.object(json.members).compact.utf8.dropFirst()
    bytes =
      Self.head(record, settings) + "\(outcome.rawValue)}".utf8 + (rest.count > 1 ? ",".utf8 : "".utf8) + rest
      + [0x0A]
  }

  /// An answer of an earlier run; nil where the line is not the answer to the record.
  init?(_ line: LineReader.Line, to record: BatchRecord, _ settings: BatchSettings) {
    let head = Self.head(record, settings)
    guard line.isWhole, line.bytes.starts(with: head), line.bytes.last == UInt8(ascii: "}"),
      let digit = line.bytes[head.count...].first,
      let outcome = Outcome(rawValue: Int32(digit) - Int32(UInt8(ascii: "0")))
    else { return nil }
    bytes = line.bytes + [0x0A]
    self.outcome = outcome
  }

  /// What every answer to the record begins with, up to how it ended.
  private static func head(_ record: BatchRecord, _ settings: BatchSettings) -> [UInt8] {
    let head = JSONValue.record([
      "input": .text(record.input), "id": .text(record.id), "version": .text(Gradus.version),
      "effort": .text(settings.effort.rawValue), "problem": settings.showsProblem ? .bool(true) : nil,
    ])
    return Array(("{\"batch\":" + head.compact.dropLast() + ",\"exit\":").utf8)
  }
}

extension FileError {
  /// The faults of a text that stands on one line of a larger file.
  fileprivate func moved(toLine line: Int) -> FileError {
    FileError(
      faults: faults.map { fault in
        var fault = fault
        if let mark = fault.mark, mark.line == 1 { fault.mark = Mark(line: line, column: mark.column) }
        return fault
      })
  }
}
