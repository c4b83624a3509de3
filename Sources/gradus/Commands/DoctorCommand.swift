import ArgumentParser
import Calendars
import PlanFiles
import TrainingLoad
import TrainingPlan

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check that this machine has what Gradus needs.",
    discussion: """
      EXAMPLES:
        gradus doctor

      Exits with 0 where all is well, and with 5 where something is missing.
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let checks = Check.all
    if json {
      try Output.write(JSONValue.array(checks.map(\.json)).bytes())
    } else {
      var table = TextTable([("check", .left), ("", .left), ("", .left)])
      for check in checks { table.add([check.name, check.fault == nil ? "ok" : "FAILS", check.words]) }
      try Output.print(table.lines(.ofOutput).joined(separator: "\n"))
    }
    if let broken = checks.first(where: { $0.fault != nil }) {
      throw Failure.inputOutput(path: broken.name, message: broken.words)
    }
  }
}

/// Something that Gradus needs, and whether it is there.
private struct Check {
  let name: String
  /// What was found.
  var found = ""
  /// What is wrong; nil = all is well.
  var fault: String?

  var words: String { fault ?? found }

  var json: JSONValue {
    .record(["check": .text(name), "ok": .bool(fault == nil), "detail": .text(words)])
  }

  static var all: [Check] { [version, data, zones, xml, folder, terminal] }

  private static var version: Check { Check(name: "version", found: Gradus.version) }

  private static var data: Check {
    do {
      let (catalogue, book) = (try CatalogueFile.standard(), try RuleBookFile.standard())
      let counts = "\(catalogue.activities.count) activities, \(catalogue.entries.count) kinds of session"
      return Check(name: "embedded data", found: counts + ", \(book.rules.count) rules")
    } catch {
      return Check(name: "embedded data", fault: "\(error)")
    }
  }

  private static var zones: Check {
    do {
      _ = try trial.iCalendar()
      return Check(name: "time zones", found: trial.zone + " is known")
    } catch {
      return Check(name: "time zones", fault: error.description)
    }
  }

  private static var xml: Check {
    do {
      _ = try trial.xCalendar()
      return Check(name: "libxml2", found: "writes XML")
    } catch {
      return Check(name: "libxml2", fault: error.description)
    }
  }

  private static var folder: Check {
    access(".", W_OK) == 0
      ? Check(name: "this directory", found: "can be written")
      : Check(name: "this directory", fault: SystemError().message)
  }

  private static var terminal: Check {
    let kind = Descriptor.output.isTerminal ? "a terminal" : "no terminal"
    return Check(name: "terminal", found: kind + (Style.ofOutput.isOn ? ", with bold text" : ", plain text"))
  }

  /// A calendar of one event in a zone whose clocks change.
  private static var trial: CalendarDocument {
    let zone = "Europe/Berlin"
    let day = CivilDay(number: 20_000)
    let event = CalendarEvent(
      uid: "trial", created: 0, lastModified: 0, when: .timed(day, startMinute: 600, minutes: 60, zone: zone),
      summary: "Trial")
    return CalendarDocument(name: "Trial", zone: zone, lastModified: 0, events: [event])
  }
}
