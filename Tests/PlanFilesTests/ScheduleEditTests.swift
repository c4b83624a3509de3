import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

private let head = """
  # The coach's own words.
  schema: schedule/1
  plan: p
  title: Plan
  start: 2027-02-01
  event: { id: e, date: 2027-02-21, name: Run, sport: run, minutes: 40 }
  weeks: [] # three
  sessions:

  """

private let monday = """
    - date: 2027-02-01
      title: Easy run
      minutes: 40 # not more
      sport: run
      srpe: 3
      id: a

  """

private let wednesday = """

    # Week of the hills

    # if the sun shines
    - date: 2027-02-03
      minutes: 30
      sport: run
      srpe: 5
      id: b
      # he was tired

  """

private let friday = """
    - date: 2027-02-05
      sport: swim
      minutes: 20
      srpe: 2
  # That is all.

  """

private let text = head + monday + wednesday + friday

private func schedule(_ text: String) throws(FileError) -> Schedule {
  try ScheduleFile.read(SourceFile(name: "s.yaml", text: text)).schedule
}

private func edited(
  _ text: String, _ edit: (inout Schedule) -> Void
) throws(FileError) -> String {
  var wanted = try schedule(text)
  edit(&wanted)
  wanted.sessions.sort { $0.day < $1.day }
  let bytes = try ScheduleFile.text(SourceFile(name: "s.yaml", text: text), becoming: wanted)
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct ScheduleEditTests {
  @Test func nothingChanges() throws {
    #expect(try edited(text) { _ in } == text)
    #expect(try edited(text.replacing("\n", with: "\r\n")) { _ in } == text.replacing("\n", with: "\r\n"))
  }

  @Test func aChangedSessionKeepsItsComments() throws {
    let longer = try edited(text) {
      $0.sessions[0].minutes = 50
      $0.sessions[0].load = 150
    }
    #expect(longer == text.replacing("minutes: 40 # not more", with: "minutes: 50  # not more"))
  }

  @Test func aMovedSessionTakesTheCommentDirectlyAboveIt() throws {
    let day = CivilDay(iso: "2027-02-09")
    let moved = try edited(text) { $0.sessions[1].day = day ?? $0.start }
    let id = try schedule(text).sessions[2].id
    #expect(
      moved == head + monday + """

          # Week of the hills

          - date: 2027-02-05
            title: swim
            minutes: 20
            sport: swim
            srpe: 2
            id: \(id)
          # if the sun shines
          - date: 2027-02-09
            title: run
            minutes: 30
            sport: run
            srpe: 5
            id: b
            # he was tired
        # That is all.

        """)
    #expect(try schedule(moved).sessions.map(\.id) == ["a", id, "b"])
  }

  @Test func sessionsOfADayStandInTheOrderOfTheSchedule() throws {
    let day = try schedule(text).sessions[0].day
    let first = try edited(text) { $0.sessions[1].day = day }
    #expect(try schedule(first).sessions.map(\.id).prefix(2) == ["a", "b"])
    let last = try edited(text) {
      $0.sessions[0].day = $0.sessions[1].day
    }
    #expect(try schedule(last).sessions.map(\.id).prefix(2) == ["a", "b"])
  }

  @Test func aCommentOfARemovedSessionIsNotLost() throws {
    for (index, place) in [(0, "s.yaml:9:1"), (1, "s.yaml:18:1")] {
      let error = #expect(throws: FileError.self) { try edited(text) { $0.sessions.remove(at: index) } }
      #expect(error?.description.hasPrefix("\(place): a comment belongs to a session") == true, "\(error!)")
    }
    #expect(try edited(text) { $0.sessions.remove(at: 2) } == head + monday + wednesday + "# That is all.\n")
  }

  @Test func theLastSessionGoesAndTheFirstOneComes() throws {
    let one = head + monday.replacing(" # not more", with: "") + "# That is all.\n"
    let none = try edited(one) { $0.sessions = [] }
    #expect(none == head.replacing("sessions:", with: "sessions: []") + "# That is all.\n")
    let session = try schedule(one).sessions[0]
    #expect(try edited(none) { $0.sessions = [session] } == one)
    let commented = none.replacing("sessions: []", with: "sessions: [] # none yet")
    #expect(try edited(commented) { $0.sessions = [session] }.contains("\nsessions: # none yet\n  - date"))
  }

  @Test func linesEndAsTheyDo() throws {
    let windows = text.replacing("\n", with: "\r\n")
    let edit = { (schedule: inout Schedule) in
      schedule.sessions[1].title = "Hills"
      schedule.sessions[2].day = schedule.sessions[2].day - 4
    }
    #expect(try edited(windows, edit) == edited(text, edit).replacing("\n", with: "\r\n"))
  }

  @Test func aCommentOfAKeyThatGoesStandsAboveTheSession() throws {
    let timed = text.replacing(
      "    title: Easy run\n", with: "    title: Easy run\n    start: \"18:30\" # fixed\n")
    let allDay = try edited(timed) { $0.sessions[0].startMinute = nil }
    #expect(allDay.contains("sessions:\n  # fixed\n  - date: 2027-02-01\n"))
  }

  @Test(
    "other layouts are refused with what helps",
    arguments: [
      "sessions: [{ date: 2027-02-01, minutes: 40, sport: run, srpe: 3, id: a }]\n",
      "sessions:\n  -\n    date: 2027-02-01\n    minutes: 40\n    sport: run\n    srpe: 3\n    id: a\n",
    ])
  func otherLayouts(sessions: String) throws {
    let other = head.replacing("sessions:\n", with: sessions)
    let error = #expect(throws: FileError.self) { try edited(other) { $0.sessions[0].title = "X" } }
    #expect(error?.description.contains("`gradus fmt` makes it so") == true)
    let formatted = String(
      decoding: try ScheduleFile.formatted(SourceFile(name: "s", text: other)), as: UTF8.self)
    #expect(try edited(formatted) { $0.sessions[0].title = "X" }.contains("title: X"))
  }

  @Test func onlyAScheduleFileIsChanged() throws {
    let json = ScheduleFile.json(try schedule(text), problem: nil).bytes()
    for change in [
      { (source: SourceFile) in _ = try ScheduleFile.formatted(source) },
      { source in _ = try ScheduleFile.text(source, becoming: try schedule(text)) },
    ] {
      #expect(throws: FileError.self) { try change(SourceFile(name: "s.json", bytes: json)) }
    }
  }
}

@Suite struct ScheduleFormTests {
  @Test func formOfAFileByHand() throws {
    let formatted = String(
      decoding: try ScheduleFile.formatted(SourceFile(name: "s", text: text)), as: UTF8.self)
    let id = try schedule(text).sessions[2].id
    #expect(
      formatted == """
        # The coach's own words.
        schema: schedule/1
        plan: p
        title: Plan
        start: 2027-02-01
        event:
          id: e
          date: 2027-02-21
          name: Run
          sport: run
          minutes: 40

        weeks: []  # three

        sessions:
          - date: 2027-02-01
            title: Easy run
            minutes: 40  # not more
            sport: run
            srpe: 3
            id: a

          # Week of the hills

          # if the sun shines
          - date: 2027-02-03
            title: run
            minutes: 30
            sport: run
            srpe: 5
            id: b
            # he was tired
          - date: 2027-02-05
            title: swim
            minutes: 20
            sport: swim
            srpe: 2
            id: \(id)
        # That is all.

        """)
  }

  @Test(arguments: 0..<20)
  func whatGradusWritesIsInForm(seed: Int) throws {
    let text = ScheduleFile.text(.generated(UInt64(seed)))
    #expect(try ScheduleFile.formatted(SourceFile(name: "s", bytes: text)) == text)
  }

  @Test(arguments: 0..<40)
  func formKeepsCommentsAndIsItsOwnForm(seed: Int) throws {
    var g = Seeded(UInt64(seed))
    let source = SourceFile(name: "s", text: g.annotated(.generated(UInt64(seed))))
    let formatted = SourceFile(name: "s", bytes: try ScheduleFile.formatted(source))
    #expect(try ScheduleFile.read(formatted) == ScheduleFile.read(source))
    let isKept = formatted.notes == source.notes
    #expect(isKept)
    #expect(try ScheduleFile.formatted(formatted) == formatted.bytes)
  }
}

/// Files with comments anywhere, and changes in a row.
@Suite struct ScheduleEditPropertyTests {
  @Test(arguments: 0..<24)
  func editsLoseNothing(seed: Int) throws {
    var g = Seeded(UInt64(seed) &+ 77)
    var source = SourceFile(name: "s", text: g.annotated(.generated(UInt64(seed))))
    var refusals = 0
    for _ in 0..<8 {
      var wanted = try ScheduleFile.read(source).schedule
      g.edit(&wanted)
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try ScheduleFile.text(source, becoming: wanted)
      } catch {
        #expect(error.description.contains("a comment belongs to a session that would be removed"))
        refusals += 1
        continue
      }
      let after = SourceFile(name: "s", bytes: bytes)
      let isRead = try ScheduleFile.read(after).schedule == wanted
      #expect(isRead)
      let isKept = after.notes == source.notes
      #expect(isKept)
      let keepsHead = source.head == after.head
      #expect(keepsHead)
      source = after
    }
    #expect(refusals < 8, "not every edit is refused")
  }
}

extension SourceFile {
  /// The generated comments, sorted.
  fileprivate var notes: [String] {
    String(decoding: bytes, as: UTF8.self).matches(of: /#c\d+/).map { String($0.output) }.sorted()
  }

  /// What comes before the sessions.
  fileprivate var head: [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return Array(text[..<(text.firstRange(of: "\nsessions:")?.lowerBound ?? text.startIndex)].utf8)
  }
}

extension Seeded {
  /// A schedule file with comments above and beside anything, and empty lines.
  fileprivate mutating func annotated(_ schedule: Schedule) -> String {
    var lines: [String] = []
    var count = 0
    for line in String(decoding: ScheduleFile.text(schedule), as: UTF8.self).split(separator: "\n") {
      while int(0...9) == 0 {
        if flag() { lines.append("") }
        count += 1
        lines.append(String(repeating: " ", count: int(0...12)) + "#c\(count)")
        if flag() { lines.append(String(repeating: " ", count: int(0...2))) }
      }
      count += 1
      lines.append(line + (int(0...9) == 0 && !line.hasPrefix("#") ? "  #c\(count)" : ""))
    }
    return (lines + ["#c0"]).joined(separator: "\n")
  }

  /// Moves, lengthens, renames, removes or adds a session.
  fileprivate mutating func edit(_ schedule: inout Schedule) {
    let index = schedule.sessions.isEmpty ? nil : int(0...schedule.sessions.count - 1)
    switch (int(0...5), index) {
    case (0...1, let index?): schedule.sessions[index].day = schedule.start + int(0...25)
    case (2, let index?): schedule.sessions[index].minutes += 5
    case (3, let index?):
      (schedule.sessions[index].title, schedule.sessions[index].startMinute) = (words(), nil)
    case (4, let index?): schedule.sessions.remove(at: index)
    default:
      schedule.sessions.append(
        Session(
          id: "new-\(next())", day: schedule.start + int(0...25), of: .generated("own", &self), minutes: 30))
    }
    let order = schedule.sessions.indices.sorted {
      (schedule.sessions[$0].day, $0) < (schedule.sessions[$1].day, $1)
    }
    schedule.sessions = order.map { schedule.sessions[$0] }
  }
}

/// Files that are made to be slow.
@Suite(.timeLimit(.minutes(1))) struct HostileCommentTests {
  @Test(arguments: ["#\n", "        #\n", "\n#\n", "  -\n    #\n"])
  func aMillionComments(line: String) throws {
    let comments = String(repeating: line, count: 200_000 / line.utf8.count)
    let source = SourceFile(name: "s", text: text + comments)
    if line.contains("-") {
      #expect(throws: FileError.self) { try ScheduleFile.formatted(source) }
    } else {
      #expect(try ScheduleFile.formatted(source).count > 100_000)
    }
  }

  @Test func manyKeysWithCommentsBetween() throws {
    let items = (0..<1500).map {
      "  - { date: 2027-02-01, minutes: 1, sport: run, srpe: 1, id: i\($0) }\n     # \($0)\n"
    }
    let source = SourceFile(name: "s", text: head + items.joined())
    let formatted = SourceFile(name: "s", bytes: try ScheduleFile.formatted(source))
    #expect(try ScheduleFile.formatted(formatted) == formatted.bytes)
    #expect(
      try ScheduleFile.text(formatted, becoming: try ScheduleFile.read(source).schedule) == formatted.bytes)
  }
}
