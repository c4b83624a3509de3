import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SitUpsTests {
  private func found(_ sessions: [Session], _ templates: [SessionTemplate] = Sample.templates) throws
    -> [Finding]
  {
    let problem = Sample.problem(days: 14) { $0.templates = templates }
    return try Sample.findings("sit-ups", Sample.schedule(sessions, for: problem), problem)
  }

  @Test func notOnTwoDaysRunning() throws {
    let found = try found([Sample.planned("sit-ups", 1, 10), Sample.planned("sit-ups", 2, 10)])
    #expect(found.map(\.aspect) == ["sit-ups on days running"])
    #expect(found.map(\.level) == [.note])
    #expect(try self.found([Sample.planned("sit-ups", 1, 10), Sample.planned("sit-ups", 3, 10)]).isEmpty)
  }

  /// 10 min, then 13 (+30 %) or 14 (+40 %).
  @Test func theyGrowSlowly() throws {
    #expect(try found([Sample.planned("sit-ups", 1, 10), Sample.planned("sit-ups", 8, 13)]).isEmpty)
    let found = try found([Sample.planned("sit-ups", 1, 10), Sample.planned("sit-ups", 8, 14)])
    #expect(found.map(\.arithmetic) == ["14 min / 10 min - 1 = +40.0 %"])
  }

  @Test func feetAreNotHeld() throws {
    var templates = Sample.templates
    templates[6].steps = [.init(text: "sit-ups", activity: "situp_held", share: 1, effort: 5)]
    let found = try found([Sample.planned("sit-ups", 1, 10)], templates)
    #expect(found.map(\.level) == [.watch])
    #expect(found.first?.sources.contains { $0.text.contains("Parfrey") } == true)
  }
}
