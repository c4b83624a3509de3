import TrainingLoad
import TrainingPlan

/// The sheet of one week.
struct WeekSheet {
  private let sheets: WeekSheets
  private let index: Int
  private let days: [CivilDay]

  init(_ index: Int, of sheets: WeekSheets) {
    self.sheets = sheets
    self.index = index
    let first = sheets.schedule.start + 7 * index
    days = (0..<7).map { first + $0 }
  }

  /// The week's number, from 1.
  var number: Int { index + 1 }

  /// The name that links lead to.
  var id: String { "week-\(number)" }

  private var schedule: Schedule { sheets.schedule }
  private var week: Schedule.Week? { schedule.weeks.indices.contains(index) ? schedule.weeks[index] : nil }
  private var sessions: [Session] { days.flatMap(sessions) }

  private func sessions(_ day: CivilDay) -> [Session] { schedule.sessions.filter { $0.day == day } }

  var html: HTML {
    HTML("section", ["id": id, "class": "week pt\(size)", "aria-labelledby": id + "-title"]) {
      head
      HTML("ol", ["class": "days", "role": "list"]) {
        for day in days where !isAfterTheEvent(day) { text(of: day) }
      }
      HTML("div", ["class": "foot"]) {
        HTML("p") { Notice.text }
        HTML("p", ["class": "maker"]) { owner + ", made by " + sheets.maker }
      }
    }
  }

  private var owner: String {
    [sheets.problem.athlete?.name, schedule.title].compactMap(\.self).joined(separator: ", ")
  }

  /// Days behind the event on which nothing is planned need no room.
  private func isAfterTheEvent(_ day: CivilDay) -> Bool { day > schedule.event.day && sessions(day).isEmpty }
}

// The head: which week, what it is for, how much it is.
extension WeekSheet {
  private var head: HTML {
    HTML("header", ["class": "which"]) {
      HTML("div") {
        HTML("h2", ["id": id + "-title"]) {
          "Week \(number) "
          HTML("span", ["class": "of"]) { "of \(WeekSheets.lastWeek(of: schedule))" }
        }
        HTML("p", ["class": "dates"]) { (days[0]...days[6]).inFull }
      }
      HTML("div", ["class": "aim"]) {
        if let week { HTML("p", ["class": "phase"]) { week.phaseInWords } }
        if let focus = week?.focus { HTML("p", ["class": "focus"]) { focus } }
        HTML("p", ["class": "sum"]) { sum }
      }
    }
  }

  private var sum: String {
    let rest = days.count { day in
      sessions(day).allSatisfy(\.isRestful) && day != schedule.event.day && !isAfterTheEvent(day)
    }
    let minutes = sessions.reduce(0) { $0 + $1.minutes }
    let work = sessions.isEmpty ? [] : [sessions.count.counted("session"), minutes.asDuration]
    return (work + [rest.counted("rest day")]).joined(separator: ", ")
  }
}

// The days.
extension WeekSheet {
  private func text(of day: CivilDay) -> HTML {
    let sessions = sessions(day)
    let isEvent = day == schedule.event.day
    let kind = isEvent ? "day event" : sessions.isEmpty ? "day rest" : "day"
    return HTML("li", ["class": kind]) {
      HTML("h3") {
        HTML("time", ["datetime": day.iso]) {
          HTML("span", ["class": "weekday"]) { day.weekday.name }
          " "
          HTML("span", ["class": "date"]) { day.dayAndMonth }
        }
      }
      HTML("div", ["class": "sessions"]) {
        for absence in sheets.problem.awayInWords(day) { HTML("p", ["class": "away"]) { absence } }
        if isEvent { event }
        if sessions.isEmpty, !isEvent { HTML("p", ["class": "rest"]) { "Rest" } }
        for session in sessions { text(of: session) }
      }
    }
  }

  private var event: HTML {
    let event = schedule.event
    return HTML("div", ["class": "session"]) {
      box(isTicked: false)
      HTML("div") {
        HTML("h4") {
          HTML("span", ["class": "name"]) { event.name.isEmpty ? "The event" : event.name }
          " "
          HTML("span", ["class": "time"]) {
            [event.startMinute?.asClock, "about " + event.minutes.asDuration].compactMap(\.self)
              .joined(separator: ", ")
          }
        }
      }
      felt
    }
  }

  private func text(of session: Session) -> HTML {
    HTML("div", ["class": "session"]) {
      box(isTicked: session.isDone)
      HTML("div") {
        HTML("h4") {
          HTML("span", ["class": "name"]) { session.title }
          " "
          if session.isIntense {
            HTML("span", ["class": "kind"]) { "hard" }
            " "
          }
          HTML("span", ["class": "time"]) {
            [session.startMinute?.asClock, session.minutes.asDuration, session.isDone ? "done" : nil]
              .compactMap(\.self).joined(separator: ", ")
          }
        }
        steps(of: session)
      }
      felt
    }
  }

  @HTMLBuilder private func steps(of session: Session) -> HTML {
    if session.steps.isEmpty {
      HTML("p", ["class": "effort"]) { Effort.words(session.sRPE).capitalisedFirst }
    } else {
      HTML("ol", ["class": "steps", "role": "list"]) {
        for step in session.steps {
          HTML("li") {
            HTML("span", ["class": "minutes"]) { "\(step.minutes) min" }
            " "
            HTML("span", ["class": "do"]) {
              step.text
              if !step.effort.isEmpty {
                " "
                HTML("span", ["class": "effort"]) { step.effort }
              }
            }
          }
        }
      }
    }
  }

  /// A box for a tick of the pen: nothing to those who listen.
  private func box(isTicked: Bool) -> HTML {
    HTML("span", ["class": "box", "aria-hidden": "true"]) { isTicked ? "✓" : "" }
  }

  /// Where the athlete writes how hard it was, 0 to 10, and what else there is to say.
  private var felt: HTML {
    HTML("span", ["class": "felt", "aria-hidden": "true"]) {
      HTML("span", ["class": "frame"]) { "" }
      HTML("small") { "felt, 0–10" }
    }
  }
}

// How large the letters may be so that the week fits its page.
extension WeekSheet {
  /// The sizes of letters on paper, points, largest first.
  static let sizes = [14, 13, 12, 11, 10, 9, 8]

  /// The largest size at which the week fits a page as low as Letter and as narrow as A4, in a wide face.
  private var size: Int { Self.sizes.first { height(points: Double($0)) <= 720 } ?? 8 }

  /// About how high the sheet is, in points, at a size of letters.
  private func height(points: Double) -> Double {
    // A letter is about 0.53 of its height wide; beside the words of a step stand day, box, minutes and side.
    let inLine = (521 / points - 23) / 0.53
    let lines = days.filter { !isAfterTheEvent($0) }.map { day in
      let blocks = sessions(day).map { session in
        session.steps.reduce(2.2) { lines, step in
          lines + 1.25 * (Double(step.text.count + step.effort.count + 1) / inLine).rounded(.up)
        }
      }
      let event = day == schedule.event.day ? 2.5 : 0
      let away = 1.45 * Double(sheets.problem.awayInWords(day).count)
      return max(blocks.reduce(0.8 + event + away, +), blocks.isEmpty ? 2 : 3.6)
    }
    // The head has room for two lines of what the week does, beside its number and dates.
    let besideNumber = (521 / points - 13.5) / 0.53
    let focus = (Double(week?.focus?.count ?? 0) / besideNumber).rounded(.up)
    return 45 + points * (7.5 + 1.25 * max(0, focus - 2) + lines.reduce(0, +))
  }
}

extension Schedule.Week {
  fileprivate var phaseInWords: String {
    let part = phase.rawValue.capitalisedFirst
    return type == .deload ? part + ", easier week" : part
  }

  /// The first sentence of what the week does: figures come after it.
  fileprivate var focus: String? {
    let words = why.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? ""
    guard !words.isEmpty else { return nil }
    return words.hasSuffix(".") ? words : words + "."
  }
}

extension ClosedRange<CivilDay> {
  /// For people: `8 – 14 February 2027`, `29 March – 4 April 2027`.
  fileprivate var inFull: String {
    let (first, last) = (lowerBound.components, upperBound.components)
    if first.year != last.year { return lowerBound.inFull + " – " + upperBound.inFull }
    let from = first.month == last.month ? String(first.day) : lowerBound.dayAndFullMonth
    return from + " – " + upperBound.inFull
  }
}
