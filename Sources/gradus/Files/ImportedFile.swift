import Calendars
import PlanFiles
import TrainingPlan

/// A file that holds sessions as another program left them.
enum ImportedFile {
  /// iCalendar (RFC 5545).
  case iCalendar(SourceFile)
  /// xCal (RFC 6321).
  case xCalendar(SourceFile)

  /// Tells the kinds apart by what they begin with.
  static func read(_ source: SourceFile) -> ImportedFile {
    let first = source.bytes.first { !($0 <= 0x20 || [0xef, 0xbb, 0xbf].contains($0)) }
    return first == UInt8(ascii: "<") ? .xCalendar(source) : .iCalendar(source)
  }

  /// What the file changes in a schedule.
  func edits(of answer: Answer, options: CalendarEdits.Options) throws(Failure) -> CalendarEdits {
    let zone = answer.problem.athlete?.zone ?? "UTC"
    let source: SourceFile
    do throws(CalendarFault) {
      let reading: CalendarReading
      switch self {
      case .iCalendar(let file):
        source = file
        reading = try CalendarDocument.reading(iCalendar: file.bytes, zone: zone)
      case .xCalendar(let file):
        source = file
        reading = try CalendarDocument.reading(xCalendar: file.bytes, zone: zone)
      }
      var edits = CalendarEdits(in: reading, of: answer.schedule, for: answer.problem, options: options)
      edits.remarks += reading.remarks
      return edits
    } catch {
      let mark = error.place.map { Mark(line: $0.line, column: $0.column) }
      throw .invalid(
        FileError(file: source.name, mark: mark, error.message, expected: error.expected))
    }
  }
}
