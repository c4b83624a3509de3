import Testing
import TrainingLoad
import TrainingPlan

private let start = CivilDay(number: 20_478)

/// A schedule of sessions that a planner has just made: each named after its place of birth.
private func schedule(_ sessions: [(template: String, day: Int, minutes: Int)]) -> Schedule {
  var ordinals: [String: Int] = [:]
  let born = sessions.map { template, day, minutes in
    let place = "\(day / 7)/\(template)"
    let ordinal = ordinals[place, default: 0]
    ordinals[place] = ordinal + 1
    return Session(
      id: "\(place)/\(ordinal)", day: start + day, template: template, title: template,
      sport: template.split(separator: "-").first.map(String.init) ?? template, family: "any",
      minutes: minutes, sRPE: 3, load: 3 * Double(minutes), hip: 0, relief: 0)
  }
  return Schedule(
    planID: "p", title: "Plan", problemID: "p", start: start,
    event: .init(id: "event", day: start + 90, name: "Run", sport: "run", minutes: 40), weeks: [],
    sessions: born)
}

extension Schedule {
  fileprivate func id(_ template: String, _ day: Int) -> String? {
    sessions.first { $0.template == template && $0.day == start + day }?.id
  }
}

@Suite struct SessionIdentitiesTests {
  /// A season that was re-planned once already: identities no longer say where a session stands.
  private let older = {
    var older = schedule([
      ("run-easy", 1, 40), ("run-long", 6, 80), ("run-easy", 8, 45), ("run-long", 13, 90),
    ])
    for index in older.sessions.indices { older.sessions[index].id = "old-\(index)" }
    older.event.id = "old-event"
    return older
  }()

  @Test func theSameTrainingKeepsItsIdentity() {
    let again = schedule([
      ("run-easy", 1, 40), ("run-long", 6, 80), ("run-easy", 8, 45), ("run-long", 13, 90),
    ])
    #expect(again.keepingIdentities(of: older) == older)
  }

  @Test func aMovedSessionStaysTheSame() {
    let kept = schedule([("run-easy", 2, 40), ("run-long", 5, 80), ("run-easy", 8, 50), ("run-long", 13, 90)])
      .keepingIdentities(of: older)
    #expect(kept.sessions.map(\.id) == ["old-0", "old-1", "old-2", "old-3"])
    #expect(kept.sessions.map(\.plannedDay) == [start + 1, start + 6, nil, nil])
    #expect(kept.event.id == "old-event")
    let back = schedule([("run-easy", 1, 40), ("run-long", 6, 80)]).keepingIdentities(of: kept)
    #expect(back.sessions.map(\.plannedDay) == [nil, nil])
  }

  /// A session that is taken out does not push all later ones into the place before.
  @Test func whatIsLeftOutLeavesTheOthersAlone() {
    let kept = schedule([("run-easy", 1, 40), ("run-long", 6, 80), ("run-long", 13, 90)])
      .keepingIdentities(of: older)
    #expect(kept.sessions.map(\.id) == ["old-0", "old-1", "old-3"])
  }

  @Test func otherTrainingOfTheSportOnTheDayIsTheSameEvent() {
    let kept = schedule([("run-hills", 1, 40), ("run-long", 6, 80)]).keepingIdentities(of: older)
    #expect(kept.id("run-hills", 1) == "old-0")
    let rather = schedule([("run-hills", 1, 40), ("run-easy", 3, 40)]).keepingIdentities(of: older)
    #expect(rather.id("run-easy", 3) == "old-0", "the same template is nearer than the same day")
    let swim = schedule([("swim-easy", 1, 40)]).keepingIdentities(of: older)
    #expect(swim.id("swim-easy", 1) == "0/swim-easy/0", "another sport is another event")
  }

  @Test func farAwayIsNew() {
    let kept = schedule([("run-easy", 40, 40)]).keepingIdentities(of: older)
    #expect(kept.sessions.map(\.id) == ["5/run-easy/0"])
  }

  @Test func newIdentitiesAreNobodyElses() {
    var before = schedule([("run-easy", 1, 40)])
    before.sessions[0].day = start + 60
    // The only session of that birth stands far away, so it is another one, and its name is taken.
    let kept = schedule([("run-easy", 1, 40)]).keepingIdentities(of: before)
    #expect(kept.sessions[0].id != before.sessions[0].id)
    #expect(kept == schedule([("run-easy", 1, 40)]).keepingIdentities(of: before))
    let again = schedule([("run-easy", 1, 40)])
      .keepingIdentities(of: before, retired: [kept.sessions[0].id])
    #expect(![before.sessions[0].id, kept.sessions[0].id].contains(again.sessions[0].id))
  }

  @Test func pastAndHeldSessionsGiveTheirIdentityToNoOther() {
    let new = schedule([("run-easy", 2, 40), ("run-easy", 9, 45)])
    let kept = new.keepingIdentities(of: older, held: ["old-2"], today: start + 2)
    #expect(kept.sessions.map(\.id) == new.sessions.map(\.id))
  }

  @Test func theTimeStaysOnTheDay() {
    var timed = older
    for index in timed.sessions.indices { timed.sessions[index].startMinute = 1110 }
    let kept = schedule([("run-easy", 1, 40), ("run-long", 5, 80)]).keepingIdentities(of: timed)
    #expect(kept.sessions.map(\.startMinute) == [1110, nil])
  }

  /// However two drawn seasons differ, identities are unique, and those of the older one go to its own sport.
  @Test(arguments: 0..<30) func identitiesAreUnique(seed: UInt64) {
    var dice = Dice(seed)
    func season() -> Schedule {
      var places: [(String, Int, Int)] = []
      for day in 0..<84 {
        for template in ["run-easy", "run-long", "bike-easy"] where dice.below(3) == 0 {
          places.append((template, day, 30 + 5 * dice.below(10)))
        }
      }
      return schedule(places)
    }
    var last = season()
    for _ in 0..<6 {
      let next = season().keepingIdentities(of: last)
      #expect(Set(next.sessions.map(\.id)).count == next.sessions.count)
      for change in ScheduleDifference(from: last, to: next).sessions {
        if let before = change.before, let after = change.after { #expect(before.sport == after.sport) }
      }
      #expect(next.keepingIdentities(of: next) == next)
      last = next
    }
  }
}
