import CalendarFiles
import Calendars
import PlanFiles
import TrainingLoad
import TrainingPlan

/// The calendars of a schedule as they are published now, and the ledger that says so.
struct CalendarOutput {
  /// The ledger to be written before the calendars; nil where none is kept.
  let ledger: OutputFile?
  private let publication: Publication
  /// The file that is at fault where a calendar cannot be written down.
  private let file: String
  /// Held from the reading of the ledger until this is gone.
  private let lock: FolderLock?

  /// Publishes a schedule after what the ledger knows.
  ///
  /// - Parameters:
  ///   - answer: What to publish.
  ///   - options: When this is, and whether a ledger is kept.
  ///   - ledgerPath: Where it is kept unless the options say so; nil = nowhere.
  ///   - detail: A calendar that is wanted whatever the plan wishes.
  ///   - file: The file that is at fault where a calendar cannot be written down.
  /// - Throws: `Failure` where the ledger cannot be read, is damaged or is of another plan.
  init(
    _ answer: Answer, _ options: PublishingOptions, ledgerPath: String?,
    with detail: CalendarDocument.Detail = .full, file: String
  ) throws(Failure) {
    let (schedule, problem) = (answer.schedule, answer.problem)
    func document(_ detail: CalendarDocument.Detail) -> CalendarDocument {
      CalendarDocument(
        schedule: schedule, problem: problem, detail: detail,
        revision: CalendarDocument.defaultRevision(of: schedule))
    }
    let hasBusy = problem.calendar.hasBusyCalendar || detail == .busy
    let path = options.ignoresLedger ? nil : options.ledger ?? ledgerPath
    lock = path.map { FolderLock(FileName($0).folder) }
    publication = Publication(
      of: schedule.planID,
      hasBusy ? [.full: document(.full), .busy: document(.busy)] : [.full: document(.full)],
      after: try path.flatMap { path throws(Failure) in try Self.ledger(path, of: schedule.planID) },
      now: options.now?.seconds, today: try options.day(in: problem, file: file))
    ledger = path.map { [publication] in OutputFile(path: $0, bytes: LedgerFile.bytes(publication.ledger)) }
    self.file = file
  }

  /// The ledger at a path; nil where there is no file.
  private static func ledger(_ path: String, of planID: String) throws(Failure) -> Ledger? {
    guard InputFile.exists(path) else { return nil }
    let source = try InputFile.read(path)
    do { return try LedgerFile.read(source, of: planID) } catch { throw .invalid(error) }
  }

  /// A calendar, as iCalendar or as xCal.
  func bytes(
    _ detail: CalendarDocument.Detail, for purpose: CalendarDocument.Purpose, asXML: Bool = false
  ) throws(Failure) -> [UInt8] {
    guard let document = publication.document(detail, for: purpose) else { return [] }
    do {
      return try asXML ? document.xCalendar() : document.iCalendar()
    } catch {
      throw error.failure(in: file)
    }
  }
}

extension PublishingOptions {
  /// The day that parts past from future.
  func day(in problem: PlanProblem, file: String) throws(Failure) -> CivilDay {
    switch (today, now) {
    case (let today?, _), (nil, .day(let today)): return today
    case (nil, .instant(let seconds)):
      do {
        return try CivilDay(of: seconds, zone: problem.athlete?.zone ?? "UTC")
      } catch {
        throw error.failure(in: file)
      }
    case (nil, nil): return problem.start
    }
  }
}

extension CalendarError {
  /// The failure of a command that was to make a calendar from what stands in a file.
  fileprivate func failure(in file: String) -> Failure {
    .invalid(FileError(file: file, mark: nil, description))
  }
}
