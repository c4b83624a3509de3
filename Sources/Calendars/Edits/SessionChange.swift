import TrainingLoad
import TrainingPlan

/// What a calendar asks of one session.
struct SessionChange {
  private let session: Session
  private let old: CivilTime
  private let new: CivilTime
  private let title: String?
  private let minutes: Int?
  /// What was left as it is, a sentence each.
  let remarks: [String]

  /// - Parameters:
  ///   - session: The session as it is.
  ///   - before: Its event as it would be published.
  ///   - old: When that is.
  ///   - event: Its event in the calendar.
  ///   - new: When that is.
  ///   - readsTitle: Whether the title is the session's.
  init(
    _ session: Session, from before: CalendarEvent, _ old: CivilTime, to event: CalendarEvent,
    _ new: CivilTime,
    readsTitle: Bool
  ) {
    self.session = session
    self.old = old
    self.new = new
    let read =
      readsTitle && event.summary != CalendarText.line(before.summary) ? TitleWithLength(event.summary) : nil
    title = read?.title.flatMap { $0.isEmpty || $0 == CalendarText.line(session.title) ? nil : $0 }
    var remarks: [String] = []
    let wished: Int?
    if let length = new.minutes, let known = old.minutes {
      wished = length == known ? read?.minutes ?? length : length
    } else {
      wished = read?.minutes
      if old.minute == nil, let length = new.minutes, length != session.minutes, read?.minutes == nil {
        remarks.append(
          "\(session.title) of \(new.day.named) keeps its \(session.minutes) min: an all-day event says no length, "
            + "and the \(length) min are the calendar program's.")
      }
    }
    minutes = wished.flatMap { $0 == session.minutes || !(1...1440).contains($0) ? nil : $0 }
    if old.minute != nil, new.minute == nil, old.day == new.day {
      remarks.append("\(session.title) of \(new.day.named) is all-day in the calendar; it keeps its start.")
    }
    self.remarks = remarks
  }

  /// The day that it is to be on.
  var day: CivilDay { new.day }

  /// Whether day or time differ; without a time only the day counts.
  var isMoved: Bool { old.day != new.day || new.minute != nil && old.minute != new.minute }

  /// Whether anything of the session changes.
  var isChange: Bool { isMoved || minutes != nil || title != nil }

  /// The session after it. A start is set later, where it does not follow from the rest.
  func applied(_ problem: PlanProblem) -> Session {
    var changed = session.moved(to: new.day)
    changed.isLocked = true
    if new.day != session.day, new.minute == nil { changed.startMinute = nil }
    if let minutes {
      changed = changed.lasting(minutes, as: problem.templates.first { $0.id == session.template })
    }
    if let title { changed.title = title }
    return changed
  }

  /// The change in words.
  var edit: CalendarEdit {
    var words: [String] = []
    if isMoved { words.append("moved from \(old.words) to \(new.words)") }
    if let minutes { words.append("\(minutes) min instead of \(session.minutes)") }
    if let title { words.append("named \"\(title)\" instead of \"\(session.title)\"") }
    return CalendarEdit(
      session: session.id, title: session.title, day: new.day, words: words.joined(separator: ", "),
      kind: isMoved ? .moved : minutes != nil ? .resized : .renamed)
  }
}

/// A title as calendars show it, with the length behind it: `Long run 90 min`.
struct TitleWithLength {
  private(set) var title: String?
  private(set) var minutes: Int?

  init(_ summary: String) {
    let words = summary.split(separator: " ")
    if words.count >= 2, words.last == "min", let minutes = Int(words[words.count - 2]) {
      self.minutes = minutes
      title = words.dropLast(2).joined(separator: " ")
    } else {
      title = summary
    }
  }
}
