import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

/// What tells whether a schedule is still the planner's answer to a question.
@Suite struct ScheduleSealTests {
  private let problem = PlanProblem.generated(7)
  private let schedule = Schedule.generated(7)

  private func seal(_ change: (inout Schedule) -> Void) -> String {
    var changed = schedule
    change(&changed)
    return changed.seal(answering: problem, effort: 1)
  }

  @Test func namesTimesAndReasonsAreNotSealed() throws {
    let sealed = seal { _ in }
    #expect(sealed.count == 36)
    #expect(sealed == seal { $0.sessions[0].title += "!" })
    #expect(sealed == seal { $0.sessions[0].startMinute = 601 })
    #expect(sealed == seal { $0.weeks[0].why += "!" })
    #expect(sealed == seal { $0.seal = "another" })
    let written = SourceFile(name: "a.schedule.yaml", bytes: ScheduleFile.text(schedule))
    #expect(sealed == (try ScheduleFile.read(written).schedule.seal(answering: problem, effort: 1)))
  }

  @Test func sessionsAndKindsOfWeekAreSealed() {
    let sealed = seal { _ in }
    #expect(sealed != seal { $0.sessions.removeLast() })
    #expect(sealed != seal { $0.sessions[0].day = $0.sessions[0].day + 1 })
    #expect(sealed != seal { $0.sessions[0].minutes += 1 })
    #expect(sealed != seal { $0.sessions[0].load += 0.5 })
    #expect(sealed != seal { $0.sessions[0].template = "another" })
    #expect(sealed != seal { $0.weeks[0].type = $0.weeks[0].type == .load ? .taper : .load })
  }

  @Test func theQuestionIsSealedButNotWhatStands() throws {
    let sealed = seal { _ in }
    #expect(sealed != schedule.seal(answering: problem, effort: 2))
    #expect(sealed != schedule.seal(answering: PlanProblem.generated(8), effort: 1))
    var later = problem
    later.held = schedule.held(for: problem, today: problem.start + 9)
    try #require(!later.held.isEmpty)
    #expect(sealed == schedule.seal(answering: later, effort: 1))
  }
}
