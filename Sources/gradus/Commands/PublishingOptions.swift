import ArgumentParser
import PlanFiles
import TrainingLoad

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The options of commands that publish calendars.
struct PublishingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When this is: 2027-02-01T08:00:00Z, a day, or the word clock. By default a second after the last change "
        + "that was published; at first, the start of the plan.", valueName: "instant"))
  var now: Moment?

  @Option(
    help: ArgumentHelp(
      "What comes before this day is past: taken off the plan, it stays in calendars. By default the day of "
        + "--now, or the start of the plan.", valueName: "date"))
  var today: CivilDay?

  @Option(
    help: ArgumentHelp(
      "Where it is kept what was published. By default ledger.json among the exports.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var ledger: String?

  @Flag(name: .customLong("no-ledger"), help: "Write calendars as if nothing was published before.")
  var ignoresLedger = false

  /// The day that the user gives, by itself or within the instant; nil where none is given, or a time with it.
  var explicitDay: CivilDay? {
    if case .day(let day) = now { today ?? day } else { today }
  }

  func validate() throws {
    if ignoresLedger, ledger != nil { throw ValidationError("--ledger and --no-ledger cannot both be.") }
  }
}

/// An instant as the user gives it.
enum Moment: ExpressibleByArgument {
  /// Seconds since 1970-01-01T00:00Z.
  case instant(Int)
  /// A day: midnight UTC on it.
  case day(CivilDay)

  init?(argument: String) {
    if argument == "clock" {
      self = .instant(Int(time(nil)))
    } else if let seconds = TimeText.seconds(argument) {
      self = .instant(seconds)
    } else if let day = CivilDay(iso: argument), day.number >= 0 {
      self = .day(day)
    } else {
      return nil
    }
  }

  /// Seconds since 1970-01-01T00:00Z.
  var seconds: Int {
    switch self {
    case .instant(let seconds): seconds
    case .day(let day): day.number * 86_400
    }
  }
}
