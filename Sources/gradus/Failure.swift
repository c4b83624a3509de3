import PlanFiles
import Planner
import TrainingLoad
import TrainingPlan

/// How a run ended: its exit code.
enum Outcome: Int32 {
  /// Done.
  case done = 0
  /// Done, but there are findings at or above the level that the user named.
  case findings = 1
  /// Wrong usage.
  case usage = 2
  /// An input is invalid.
  case invalid = 3
  /// No schedule satisfies the limits, or a warning sign stops training.
  case infeasible = 4
  /// Reading or writing failed.
  case inputOutput = 5
}

/// The work is done, and there are findings at or above the level that the user named.
struct FindingsRemain: Error {}

/// Why a command ended before its work was done.
enum Failure: Error {
  /// The command line is wrong; the text says how and what is right.
  case usage(String)
  /// An input is wrong.
  case invalid(FileError)
  /// No schedule satisfies the limits; with where the wishes stand.
  case infeasible(Infeasibility, WishPlaces?)
  /// A check-in names a warning sign that nobody has cleared: no training is planned.
  case redFlag(CheckIn, refer: [String])
  /// A file could not be read or written, or this machine lacks something.
  case inputOutput(path: String, message: String)
  /// The reader of the output has gone.
  case closedPipe

  /// Says on standard error what happened, with `asJSON` also as data, and gives the outcome.
  func report(asJSON: Bool) -> Outcome {
    if asJSON, let json {
      // Nothing more can be said to a reader that has gone.
      try? Output.write(json.bytes())
    }
    if !text.isEmpty { Output.complain(text) }
    return outcome
  }

  /// How the run ends.
  var outcome: Outcome {
    switch self {
    case .usage: .usage
    case .invalid: .invalid
    case .infeasible, .redFlag: .infeasible
    case .inputOutput: .inputOutput
    case .closedPipe: .done
    }
  }

  private var text: String {
    switch self {
    case .usage(let text): text.hasPrefix("Error:") ? text : "gradus: " + text
    case .invalid(let error): error.description
    case .infeasible(let infeasibility, let places): infeasibility.inWords(places)
    case .redFlag(let checkIn, let refer): ([checkIn.stops] + refer).joined(separator: "\n")
    case .inputOutput(let path, let message): "gradus: \(path): \(message)"
    case .closedPipe: ""
    }
  }

  /// The same as data; nil where there is nobody to tell.
  var json: JSONValue? {
    switch self {
    case .usage(let text):
      .record(["status": .text("usage"), "faults": .array([.record(["message": .text(text)])])])
    case .invalid(let error):
      .record(["status": .text("invalid"), "faults": .array(error.faults.map(\.json))])
    case .infeasible(let infeasibility, let places): infeasibility.json(places)
    case .redFlag(let checkIn, let refer):
      .record([
        "status": .text("stopped"), "reason": .text("red-flag"), "date": .text(checkIn.day.iso),
        "message": .text(checkIn.stops), "refer": .texts(refer),
      ])
    case .inputOutput(let path, let message):
      .record([
        "status": .text("failed"),
        "faults": .array([.record(["file": .text(path), "message": .text(message)])]),
      ])
    case .closedPipe: nil
    }
  }
}

extension CheckIn {
  /// Why nothing is planned.
  fileprivate var stops: String { "The check-in of \(day) names a warning sign, so no training is planned." }
}

extension FileError.Fault {
  fileprivate var json: JSONValue {
    .record([
      "file": .text(file), "line": mark.map { .number($0.line) }, "column": mark.map { .number($0.column) },
      "message": .text(message), "expected": expected.map(JSONValue.text),
      "suggestion": suggestion.map(JSONValue.text),
    ])
  }
}
