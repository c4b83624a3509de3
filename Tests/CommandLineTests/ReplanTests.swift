import Foundation
import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

/// Planning again where a schedule stands.
@Suite struct ReplanTests {
  private static let plan = ["plan", "small.yaml", "--effort", "quick"]

  /// A folder with the small plan and its schedule.
  private func standing(_ body: (Tool) throws -> Void) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      try #require(try tool.run(words: Self.plan).status == 0)
      try body(tool)
    }
  }

  private func change(_ tool: Tool, _ old: String, _ new: String) throws {
    try #require(SmallPlan.yaml.contains(old))
    try tool.file("small.yaml", SmallPlan.yaml.replacing(old, with: new))
  }

  @Test func theSamePlanChangesNothing() throws {
    try standing { tool in
      let before = try tool.contents("small.schedule.yaml")
      for words in [[], ["--today", "2027-03-09"], ["--today", "2027-03-31"]] {
        let run = try tool.run(words: Self.plan + words)
        #expect(run.status == 0, "\(run.error)")
        #expect(run.text.contains("Against the schedule that stood: nothing changes"))
        #expect(try tool.contents("small.schedule.yaml") == before)
      }
    }
  }

  @Test func whatACoachMovedAndLockedStays() throws {
    try standing { tool in
      let old = try tool.schedule()
      var text = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
      let session = try #require(old.sessions.first { $0.day > old.start + 8 && $0.template == "run-easy" })
      let lines = "  - date: \(session.day)\n"
      // An id that reads like a number stands in quotes.
      let id = ["id: \(session.id)", "id: \"\(session.id)\""].first(where: text.contains) ?? ""
      let place = try #require(text.range(of: id))
      let item = try #require(
        text.range(of: lines, options: .backwards, range: text.startIndex..<place.upperBound))
      text.replaceSubrange(place, with: "\(id)\n    locked: true\n    planned: \(session.day)")
      text.replaceSubrange(item, with: "  - date: \(session.day + 1)\n")
      try tool.file("small.schedule.yaml", text)
      try change(tool, "thu: 60m", "thu: 45m")
      let run = try tool.run(words: Self.plan + ["--today", "2027-03-05"])
      #expect(run.status == 0, "\(run.error)")
      #expect(run.text.contains("1 locked, done or written by hand"))
      let new = try tool.schedule()
      let kept = try #require(new.sessions.first { $0.id == session.id })
      #expect(kept.day == session.day + 1 && kept.isLocked && kept.minutes == session.minutes)
      #expect(kept.plannedDay == session.day)
      let today = old.start + 4
      #expect(new.sessions.filter { $0.day < today } == old.sessions.filter { $0.day < today })
      let fresh = try tool.run(words: Self.plan + ["--today", "2027-03-05", "--fresh"])
      #expect(fresh.status == 0 && !fresh.text.contains("locked, done"))
    }
  }

  @Test func aBlockedDayIsSaidAndWhatIsNotWrittenIsNotChanged() throws {
    try standing { tool in
      let old = try tool.schedule()
      let before = try tool.contents("small.schedule.yaml")
      let lost = try #require(old.sessions.first { $0.day > old.start + 6 })
      try tool.file(
        "small.yaml", SmallPlan.yaml + "blocked: [{ from: \(lost.day), to: \(lost.day), why: wedding }]\n")
      let look = try tool.run(words: Self.plan + ["--dry-run"])
      #expect(look.status == 0, "\(look.error)")
      #expect(try tool.contents("small.schedule.yaml") == before)
      let run = try tool.run(words: Self.plan)
      #expect(run.text == look.text.replacing("Would write ", with: "Wrote "))
      let new = try tool.schedule()
      #expect(!new.sessions.contains { $0.day == lost.day })
      #expect(Set(new.sessions.map(\.id)).count == new.sessions.count)
      let kept = Set(old.sessions.map(\.id)).intersection(new.sessions.map(\.id))
      #expect(kept.count * 10 >= old.sessions.count * 7, "\(kept.count) of \(old.sessions.count)")
      let again = try tool.run(words: Self.plan)
      #expect(again.text.contains("nothing changes"))
    }
  }

  @Test(arguments: ["2027-04-04", "2027-03-20"]) func theEventIsTheSameOnAnotherDay(day: String) throws {
    try standing { tool in
      let old = try tool.schedule()
      try change(tool, "2027-03-21", day)
      let run = try tool.run(words: Self.plan + ["--today", "2027-03-03"])
      #expect(run.status == 0, "\(run.error)")
      #expect(run.text.contains("Park run: moved from 2027-03-21 to \(day)"))
      let new = try tool.schedule()
      #expect(new.event.id == old.event.id && new.event.day.iso == day)
      let kept = Set(old.sessions.map(\.id)).intersection(new.sessions.map(\.id))
      #expect(kept.count * 2 >= old.sessions.count)
      #expect(try tool.run(words: Self.plan + ["--today", "2027-03-03"]).text.contains("nothing changes"))
    }
  }

  @Test(arguments: ["2027-03-08", "2027-02-22", "2027-03-04"]) func thePlanStartsAnotherDay(day: String)
    throws
  {
    try standing { tool in
      let old = try tool.schedule()
      try change(tool, "start: 2027-03-01", "start: \(day)")
      let run = try tool.run(words: Self.plan)
      #expect(run.status == 0, "\(run.error)")
      let new = try tool.schedule()
      #expect(new.sessions.allSatisfy { $0.day >= new.start })
      let kept = Set(old.sessions.map(\.id)).intersection(new.sessions.map(\.id))
      #expect(kept.count * 2 >= old.sessions.count { $0.day >= new.start })
      #expect(Set(new.sessions.map(\.id)).count == new.sessions.count)
    }
  }

  @Test func whatWasDoneTakesThePlaceOfWhatWasPlanned() throws {
    try standing { tool in
      try tool.file(
        "log.csv",
        "date,sport,minutes,rpe\n2027-03-01,rest,,\n2027-03-02,run,55,6\n2027-03-03,bike,90,3\n2027-03-04,rest,,\n"
      )
      let words = Self.plan + ["--done", "log.csv", "--today", "2027-03-05"]
      let run = try tool.run(words: words)
      #expect(run.status == 0, "\(run.error)")
      let past = try tool.schedule().sessions.filter { $0.day.iso < "2027-03-05" }
      #expect(past.map(\.minutes) == [55, 90])
      #expect(past.allSatisfy { $0.isDone })
      #expect(past.map(\.load) == [330, 270])
      let before = try tool.contents("small.schedule.yaml")
      #expect(try tool.run(words: words).text.contains("nothing changes"))
      #expect(try tool.contents("small.schedule.yaml") == before)
      #expect(try tool.run(words: Self.plan + ["--done", "log.csv"]).status == 2)
    }
  }

  /// A sport that nobody knows is a slip of the pen, and what is not past yet does not count: both are said.
  @Test func aLogIsReadWithCare() throws {
    try standing { tool in
      let words = Self.plan + ["--done", "log.csv", "--today", "2027-03-03"]
      try tool.file("log.csv", "date,sport,minutes,rpe\n2027-03-01,rest,,\n2027-03-02,rum,55,6\n")
      let before = try tool.contents("small.schedule.yaml")
      let slip = try tool.run(words: words)
      #expect(slip.status == 3 && slip.error.contains("log.csv:3:12: ") && slip.error.contains("\"run\""))
      #expect(try tool.contents("small.schedule.yaml") == before)
      try tool.file("log.csv", "date,sport,minutes,rpe\n2027-03-02,run,55,6\n2027-03-03,run,40,3\n")
      let run = try tool.run(words: words)
      #expect(run.status == 0)
      #expect(
        run.text.contains("1 session of the log is not counted: what was done counts on the days before Wed"))
    }
  }

  /// What was done as planned stays as hard, intense and long as it was planned; half of it at an easy pace does not.
  @Test func whatWasDoneAsPlannedIsAsHard() throws {
    try standing { tool in
      let planned = try tool.schedule().sessions
      let hard = try #require(planned.first { $0.isHard && $0.sRPE < 7 })
      let days = (0...(hard.day - planned[0].day)).map { planned[0].day + $0 }
      func done(_ minutes: Int, _ effort: Double) throws -> Session {
        let rows = days.map {
          $0 == hard.day ? "\($0.iso),\(hard.sport),\(minutes),\(effort)" : "\($0.iso),rest,,"
        }
        try tool.file("log.csv", (["date,sport,minutes,rpe"] + rows).joined(separator: "\n") + "\n")
        let today = (hard.day + 1).iso
        #expect(try tool.run(words: Self.plan + ["--done", "log.csv", "--today", today]).status == 0)
        #expect(!(try tool.run("check", "small.yaml").text.contains("contradicts its template")))
        return try #require(try tool.schedule().sessions.first { $0.day == hard.day })
      }
      let whole = try done(hard.minutes, hard.sRPE)
      #expect((whole.isHard, whole.isIntense, whole.isLong) == (true, hard.isIntense, hard.isLong))
      let half = try done(hard.minutes / 2, 3)
      #expect(!half.isHard && !half.isIntense)
    }
  }

  @Test func aSessionByHandStays() throws {
    try standing { tool in
      let text = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
      try tool.file(
        "small.schedule.yaml",
        text + "  - date: 2027-03-12\n    title: Ski tour\n    minutes: 60\n    sport: ski\n    srpe: 3\n")
      let run = try tool.run(words: Self.plan)
      #expect(run.status == 0, "\(run.error)")
      let tours = try tool.schedule().sessions.filter { $0.title == "Ski tour" }
      #expect(tours.count == 1 && tours.first?.load == 180)
    }
  }

  @Test func jsonKeepsIdentitiesAndWritesNothing() throws {
    try standing { tool in
      let names = try tool.names()
      let before = try tool.contents("small.schedule.yaml")
      let run = try tool.run(words: Self.plan + ["--json", "--today", "2027-03-09"])
      #expect(run.status == 0)
      let source = SourceFile(name: "out", bytes: Array(run.output))
      let document = try ScheduleFile.read(source)
      #expect(document.schedule.sessions.map(\.id) == (try tool.schedule().sessions.map(\.id)))
      #expect(document.problem?.problem.held.firstDay == 8)
      #expect(try tool.names() == names && tool.contents("small.schedule.yaml") == before)
    }
  }

  @Test func aScheduleFileThatCannotBeReadIsNotReplaced() throws {
    try standing { tool in
      try tool.file("small.schedule.yaml", "schema: schedule/1\nplan: [\n")
      let refused = try tool.run(words: Self.plan)
      #expect(refused.status == 3 && refused.error.contains("small.schedule.yaml"))
      #expect(try tool.run(words: Self.plan + ["--replace"]).status == 0)
    }
  }
}

extension Tool {
  fileprivate func schedule() throws -> Schedule {
    let bytes = Array(try contents("small.schedule.yaml"))
    return try ScheduleFile.read(SourceFile(name: "small.schedule.yaml", bytes: bytes)).schedule
  }
}
