import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HipLoadTests {
  private func problem(_ hip: Limits.Hip) -> PlanProblem {
    Sample.problem(days: 5) { $0.limits.hip = hip }
  }

  @Test func sevenDaysAndOneDayHaveCaps() throws {
    let weekly = problem(.init(per7Cap: 100, dayThreshold: 300, maxConsecutiveDays: 7))
    let three = Sample.loads([50, 50, 50, 0], for: weekly) { $0.hip = 40 }
    let found = try Sample.findings("hip-load", three, weekly)
    #expect(found.map(\.value) == [120])
    #expect(found.first?.arithmetic == "0 + 0 + 0 + 0 + 40 + 40 + 40 = 120 run-minutes")
    #expect(found.first?.first == Sample.start + 2)
    let two = Sample.loads([50, 50, 0, 0], for: weekly) { $0.hip = 40 }
    #expect(try Sample.findings("hip-load", two, weekly).isEmpty)
    let daily = problem(.init(dayCap: 39, dayThreshold: 300, maxConsecutiveDays: 7))
    #expect(try Sample.findings("hip-load", two, daily).map(\.aspect) == ["hip flexion in one day"])
  }

  @Test func theUnitIsExposureAndSaysSo() throws {
    let problem = problem(.init(per7Cap: 100, dayThreshold: 300, maxConsecutiveDays: 7))
    let schedule = Sample.loads([50, 50, 50, 0], for: problem) { $0.hip = 40 }
    let finding = try #require(try Sample.findings("hip-load", schedule, problem).first)
    #expect(finding.message.contains("run-minutes of hip flexion"))
    #expect(finding.contested != nil)
    #expect(finding.ask.contains("professional"))
  }
}
