import Testing
import TrainingLoad
import TrainingPlan

private let start = CivilDay(number: 20_478)

private let easy = SessionTemplate(
  id: "run-easy", title: "Easy run", sport: "run", family: "run", sRPE: 3, minMinutes: 20, maxMinutes: 90,
  hipPerMinute: 1.1, steps: [StepPattern(text: "Easy", activity: "run_easy", share: 1, effort: 3)])

private func session(_ id: String, day: Int, at minute: Int? = nil) -> Session {
  Session(id: id, day: start + day, of: easy, minutes: 40, why: "Because.", startMinute: minute)
}

private func schedule(_ sessions: [Session]) -> Schedule {
  Schedule(
    planID: "p", title: "Plan", problemID: "p", start: start,
    event: .init(id: "e", day: start + 20, name: "Run", sport: "run", minutes: 40), weeks: [],
    sessions: sessions)
}

@Suite struct SessionEditTests {
  @Test(arguments: [[3], [3, 9, 0], [9, 1], [1], [5, 1, 5, 1]])
  func theFirstDayIsKeptUntilASessionComesBack(days: [Int]) {
    var moved = session("a", day: 1)
    for day in days { moved = moved.moved(to: start + day) }
    #expect(moved.plannedDay == (days.last == 1 ? nil : start + 1))
    #expect(moved.id == "a" && moved.day == start + (days.last ?? 1))
  }

  @Test(arguments: [20, 41, 90])
  func lengthFollowsTheTemplate(minutes: Int) {
    let longer = session("a", day: 1).lasting(minutes, as: easy)
    #expect(longer == Session(id: "a", day: start + 1, of: easy, minutes: minutes, why: "Because."))
  }

  @Test func ratesOfTheCoachStay() {
    var own = session("a", day: 1)
    (own.sRPE, own.load, own.title) = (5, 200, "Jog")
    let longer = own.lasting(60, as: easy)
    #expect(longer.load == 300 && longer.sRPE == 5 && longer.title == "Jog")
    #expect(longer.hip == 1.1 * 60 && longer.steps == easy.steps(lasting: 60))
    own.template = nil
    let byHand = own.lasting(20, as: nil)
    #expect(byHand.load == 100 && byHand.hip == 22 && byHand.steps.isEmpty)
  }

  @Test func anotherTemplateKeepsIdentityAndMarks() {
    var own = session("a", day: 1, at: 600).moved(to: start + 2)
    (own.isLocked, own.isDone) = (true, true)
    var other = easy
    other.id = "other"
    let swapped = own.becoming(other, minutes: 30)
    #expect(swapped.id == "a" && swapped.startMinute == 600 && swapped.plannedDay == start + 1)
    #expect(swapped.isLocked && swapped.isDone && swapped.why.isEmpty && swapped.minutes == 30)
  }

  @Test func aSessionTakesItsPlace() {
    var plan = schedule([session("a", day: 1, at: 600), session("b", day: 1), session("c", day: 3)])
    plan.put(session("d", day: 1, at: 500))
    plan.put(session("e", day: 0))
    plan.put(session("f", day: 9))
    plan.put(session("g", day: 1))
    #expect(plan.sessions.map(\.id) == ["e", "d", "a", "b", "g", "c", "f"])
    plan.put(session("c", day: 1, at: 700))
    plan.put(session("a", day: 1, at: 600))
    #expect(plan.sessions.map(\.id) == ["e", "d", "a", "b", "g", "c", "f"])
  }

  @Test func newIDsDiffer() {
    var plan = schedule([])
    for _ in 0..<20 { plan.put(session(plan.newID(bornAt: "x"), day: 1)) }
    #expect(Set(plan.sessions.map(\.id)).count == 20)
    #expect(schedule([]).newID(bornAt: "x") == plan.sessions[0].id, "the same birth, the same id")
  }
}

@Suite struct SessionAddressTests {
  private let plan = schedule([
    session("aaaa1111", day: 1), session("aaaa2222", day: 3), session("bbbb3333", day: 3),
    session("c", day: 9),
  ])

  @Test(
    arguments: [
      ("aaaa1111", "aaaa1111"), ("aaaa1", "aaaa1111"), ("bbbb", "bbbb3333"), ("c", "c"),
      ("2026-01-26", "aaaa1111"), ("2026-01-26/run-easy", "aaaa1111"), ("2026-01-26/RUN", "aaaa1111"),
      ("2026-01-26/easy run", "aaaa1111"), ("1.mon", "aaaa1111"), ("2.TUE", "c"), ("2.tue/run", "c"),
    ])
  func names(name: String, id: String) throws {
    #expect(try plan.session(named: name).id == id)
  }

  @Test(
    arguments: [
      "", "a", "aaaa", "aaaa9", "2026-01-28", "2026-01-28/run", "2026-01-27", "2026-02-30", "0.mon", "9.mon",
      "1.", ".mon", "1.mon.2", "-1.mon", "2026-01-26/", "/", "2026-01-26/swim", "2026-02-14",
    ])
  func refused(name: String) {
    let error = #expect(throws: SessionAddressError.self) { try plan.session(named: name) }
    #expect(
      error?.message.contains(name) == true || error?.message.contains("2026-0") == true
        || error?.message.contains("weeks 1 to 3") == true)
  }

  @Test func everyAddressLeadsBack() throws {
    for session in plan.sessions {
      #expect(try plan.session(named: plan.address(of: session)).id == session.id)
    }
  }
}
