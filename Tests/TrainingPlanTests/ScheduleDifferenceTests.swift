import Testing
import TrainingLoad
import TrainingPlan

private let start = CivilDay(number: 20_478)

private func session(_ id: String, day: Int, minutes: Int = 40) -> Session {
  Session(
    id: id, day: start + day, template: "run-easy", title: "Easy run", sport: "run", family: "run",
    minutes: minutes, sRPE: 3, load: 3 * Double(minutes), hip: 1.1 * Double(minutes), relief: 0,
    steps: [Step(text: "Easy", minutes: minutes, effort: "easy")], why: "Because.", startMinute: 1110)
}

private func schedule(_ sessions: [Session]) -> Schedule {
  Schedule(
    planID: "p", title: "Plan", problemID: "p", start: start,
    event: .init(id: "e", day: start + 20, name: "Run", sport: "run", minutes: 40), weeks: [],
    sessions: sessions)
}

@Suite struct ScheduleDifferenceTests {
  private let old = schedule([session("a", day: 1), session("b", day: 3), session("c", day: 5)])

  private func kinds(_ edit: (inout Session) -> Void) -> [SessionDifference.Kind] {
    var new = old
    edit(&new.sessions[1])
    let difference = ScheduleDifference(from: old, to: new)
    #expect(difference.sessions.count == 3)
    #expect(difference.changes.allSatisfy { $0.session.id == "b" })
    return difference.sessions.first { $0.session.id == "b" }?.kinds ?? []
  }

  @Test func aSessionIsKeptWhereTheTrainingIsTheSame() {
    #expect(kinds { _ in } == [.kept])
    #expect(kinds { $0.why = "Another reason." } == [.kept])
    #expect(kinds { $0.plannedDay = start } == [.kept])
    #expect(ScheduleDifference(from: old, to: old).summary == "3 kept")
    #expect(ScheduleDifference(from: old, to: old).changes.isEmpty)
  }

  @Test func eachChangeHasItsWord() {
    #expect(kinds { $0.day = start + 4 } == [.moved])
    #expect(kinds { $0.startMinute = nil } == [.moved])
    #expect(kinds { $0.title = "Jog" } == [.changed])
    #expect(kinds { $0.hip = 60 } == [.changed])
    #expect(kinds { $0.isHard = true } == [.changed])
    #expect(kinds { $0.steps = [] } == [.changed])
    #expect(kinds { $0.isLocked = true } == [.marked])
    #expect(kinds { $0.isDone = true } == [.marked])
  }

  @Test(arguments: [7, 39, 41, 333])
  func anotherLengthIsTheSameTraining(minutes: Int) {
    let kinds = kinds { $0 = session("b", day: 3, minutes: minutes) }
    #expect(kinds == [minutes > 40 ? .longer : .shorter])
  }

  @Test func aSessionMayChangeInSeveralWays() {
    let kinds = kinds {
      $0 = session("b", day: 9, minutes: 50)
      $0.isLocked = true
    }
    #expect(kinds == [.moved, .longer, .marked])
  }

  @Test func sessionsStandInTheOrderOfTheSecondSchedule() {
    let new = schedule([session("d", day: 2), session("c", day: 3), session("a", day: 7)])
    let difference = ScheduleDifference(from: old, to: new)
    #expect(difference.sessions.map(\.session.id) == ["d", "c", "b", "a"])
    #expect(difference.sessions.map(\.kinds) == [[.added], [.moved], [.removed], [.moved]])
    #expect(difference.summary == "2 moved, 1 added, 1 removed")
    #expect(difference.count(.moved) == 2)
  }

  @Test func theOtherWayRoundItIsTheOpposite() {
    let new = schedule([session("c", day: 3, minutes: 50), session("d", day: 4), session("a", day: 1)])
    let back = ScheduleDifference(from: new, to: old)
    let forth = ScheduleDifference(from: old, to: new)
    #expect(forth.count(.added) == back.count(.removed) && forth.count(.removed) == back.count(.added))
    #expect(forth.count(.longer) == back.count(.shorter) && forth.count(.moved) == back.count(.moved))
    #expect(forth.count(.kept) == back.count(.kept))
  }

  @Test func words() {
    var new = session("a", day: 2, minutes: 50)
    (new.title, new.startMinute, new.isLocked) = ("Jog", nil, true)
    let difference = ScheduleDifference(from: schedule([session("a", day: 1)]), to: schedule([new]))
    #expect(
      difference.sessions.map(\.words) == [
        "moved from Mon 2026-01-26 18:30 to Tue 2026-01-27, longer: 40 to 50 min, "
          + "changed from Easy run to Jog, locked"
      ])
  }

  @Test func anotherTimeOfTheDay() {
    let before = schedule([session("a", day: 1)])
    var after = before
    after.sessions[0].startMinute = 425
    #expect(ScheduleDifference(from: before, to: after).sessions[0].words == "moved from 18:30 to 07:05")
    after.sessions[0].startMinute = nil
    #expect(ScheduleDifference(from: before, to: after).sessions[0].words == "moved from 18:30 to all day")
    #expect(ScheduleDifference(from: after, to: before).sessions[0].words == "moved to 18:30")
  }

  @Test func emptySchedules() {
    #expect(ScheduleDifference(from: schedule([]), to: schedule([])).summary == "no sessions")
    #expect(ScheduleDifference(from: old, to: schedule([])).summary == "3 removed")
  }
}
