import TrainingLoad
import TrainingPlan
import Testing

private func activity(_ id: String, hip: Double, relief: Double = 0, held: Double = 0, _ kind: Activity.Kind)
  -> Activity
{
  Activity(
    id: id, name: id, cyclesPerMinute: 60, relativeIntensity: 1, tensionSeconds: 0.3, hipPerMinute: hip,
    staticFraction: held, reliefFraction: relief, kind: kind, evidence: .assumed, reason: "test")
}

private let jog = activity("jog", hip: 1, .flexion)
private let fast = activity("fast", hip: 2, .flexion)
private let bridge = activity("bridge", hip: 0, relief: 1, .extension)
private let stretch = activity("stretch", hip: 0, relief: 0.5, held: 0.5, .lengthening)

private func step(
  _ activity: Activity, _ share: Double, _ effort: Double, repeats: StepPattern.Repeats? = nil,
  recovery: Activity? = nil
) -> CatalogueEntry.Step {
  CatalogueEntry.Step(
    pattern: StepPattern(
      text: activity.name, activity: activity.id, share: share, effort: effort, repeats: repeats),
    activity: activity, recovery: recovery)
}

private func entry(_ steps: [CatalogueEntry.Step], perWeek: Int? = 2, weekdays: [Weekday]? = nil)
  -> CatalogueEntry
{
  CatalogueEntry(
    id: "test", title: "Test", sport: "run", family: "run", role: .endurance, steps: steps, minMinutes: 20,
    maxMinutes: 60, maxPerWeek: perWeek, weekdays: weekdays, purpose: "is tested",
    specificity: .init(bySport: ["run": 1, "bike": 0.5], otherwise: 0.25))
}

@Suite struct CatalogueEntryTests {
  @Test func exposureIsTheMeanOfTheSteps() {
    let mixed = entry([step(jog, 0.5, 3), step(bridge, 0.25, 3), step(stretch, 0.25, 3)])
    #expect(mixed.hipPerMinute == 0.5)
    #expect(mixed.reliefPerMinute == 0.375)
    #expect(mixed.staticPerMinute == 0.125)
    #expect(mixed.flexionShare == 0.5)
    #expect(mixed.trainingShare == 0.75)
    #expect(mixed.sRPE == 3)
  }

  @Test func recoveriesCountAsWhatIsDoneInThem() {
    let set = StepPattern.Repeats(workSeconds: 60, recoverySeconds: 120, recovery: "easy jog")
    #expect(entry([step(fast, 1, 8, repeats: set, recovery: jog)]).hipPerMinute == 1.3333)
    #expect(entry([step(fast, 1, 8, repeats: set)]).hipPerMinute == 0.6667)
  }

  @Test func theHardPartWeighsMoreThanItsMinutes() {
    // sqrt(0.25 x 9 + 0.6 x 72.25 + 0.15 x 4) = 6.80; the plain mean would be 6.15.
    #expect(entry([step(jog, 0.25, 3), step(fast, 0.6, 8.5), step(jog, 0.15, 2)]).sRPE == 7)
    // sqrt(0.9 x 9 + 0.1 x 4) = 2.92
    #expect(entry([step(jog, 0.9, 3), step(jog, 0.1, 2)]).sRPE == 3)
  }

  @Test func specificityFollowsTheEvent() {
    let run = entry([step(jog, 1, 3)])
    #expect(run.template(for: "run").specificity == 1)
    #expect(run.template(for: "bike").specificity == 0.5)
    #expect(run.template(for: "chess").specificity == 0.25)
  }

  @Test func aTemplateCarriesEverything() {
    let template = entry([step(jog, 0.75, 3), step(stretch, 0.25, 1)]).template(for: "run")
    #expect(template.hipPerMinute == 0.75)
    #expect(template.flexionShare == 0.75)
    #expect(template.trainingShare == 0.75)
    #expect(template.steps.map(\.activity) == ["jog", "stretch"])
    #expect(template.maxPerWeek == 2)
  }

  @Test func repetitionsAreSaidAsRepetitions() {
    let set = StepPattern.Repeats(repetitions: 8, workSeconds: 30, recoverySeconds: 90, recovery: "rest")
    let template = entry([step(bridge, 1, 5, repeats: set)]).template(for: "run")
    #expect(template.steps(lasting: 20).map(\.text) == ["10 x 8 bridge, 1 min 30 s rest between"])
  }
}

@Suite struct NarrowingTests {
  private let run = entry([step(jog, 1, 3)], weekdays: [.tuesday, .thursday, .sunday])

  @Test func tightens() throws {
    let narrow = try run.narrowed(
      by: Narrowing(minMinutes: 30, maxMinutes: 45, maxPerWeek: 1, weekdays: [.tuesday]))
    #expect(narrow.minMinutes == 30 && narrow.maxMinutes == 45)
    #expect(narrow.maxPerWeek == 1 && narrow.weekdays == [.tuesday])
    #expect(try run.narrowed(by: Narrowing()) == run)
  }

  @Test(arguments: [
    (Narrowing(minMinutes: 19), Narrowing.Refusal.minMinutesBelow(20)),
    (Narrowing(maxMinutes: 61), .maxMinutesAbove(60)),
    (Narrowing(maxPerWeek: 3), .maxPerWeekAbove(2)),
    (Narrowing(maxPerWeek: 0), .noSession),
    (Narrowing(weekdays: [.tuesday, .monday]), .weekdaysOutside([.monday])),
    (Narrowing(weekdays: []), .noWeekday),
    (Narrowing(minMinutes: 50, maxMinutes: 40), .nothingLeft(minMinutes: 50, maxMinutes: 40)),
  ])
  func refusesWhatIsWider(narrowing: Narrowing, refusal: Narrowing.Refusal) {
    #expect(throws: refusal) { try run.narrowed(by: narrowing) }
  }

  @Test func neverWidens() throws {
    var narrowed = 0
    for low in stride(from: 10.0, through: 70, by: 5) {
      for high in stride(from: 10.0, through: 70, by: 5) {
        guard let result = try? run.narrowed(by: Narrowing(minMinutes: low, maxMinutes: high)) else {
          continue
        }
        narrowed += 1
        #expect(run.minMinutes <= result.minMinutes && result.minMinutes <= result.maxMinutes)
        #expect(result.maxMinutes <= run.maxMinutes)
      }
    }
    #expect(narrowed == 45)
  }
}

@Suite struct DoseTests {
  @Test func readsAsPeopleSayIt() {
    #expect(Routine.Dose.seconds(low: 10, high: 30, eachSide: true).words == "10-30 s a side")
    #expect(Routine.Dose.seconds(low: 60, high: nil, eachSide: true).words == "60 s or more a side")
    #expect(Routine.Dose.minutes(low: 10, high: 20).words == "10-20 min")
    #expect(Routine.Dose.minutes(low: 5, high: nil).words == "5 min or more")
    #expect(Routine.Dose.askCoach.words == "ask your coach")
  }
}
