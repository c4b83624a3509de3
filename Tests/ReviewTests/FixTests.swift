import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

/// A sound season, spoilt by hand in one place; each copy has a fix that clears what was spoilt.
@Suite struct FixTests {
  /// A rule, and the edit that breaks it.
  struct Spoilt: Sendable, CustomStringConvertible {
    var rule: String
    var edits: [Edit]
    var description: String { rule }
  }

  private static let day = Sample.start

  static let all = [
    Spoilt(rule: "availability", edits: [.lasts(session: "run-easy-1", minutes: 100)]),
    Spoilt(rule: "single-session-spike", edits: [.lasts(session: "run-long-34", minutes: 140)]),
    Spoilt(rule: "weekly-rise", edits: [.lasts(session: "run-long-13", minutes: 140)]),
    Spoilt(rule: "deload", edits: [.lasts(session: "run-long-27", minutes: 90)]),
    Spoilt(rule: "hard-spacing", edits: [.move(session: "run-intervals-10", to: day + 12)]),
    Spoilt(
      rule: "monotony",
      edits: [
        .add(id: "a", template: "run-easy", day: day + 7, minutes: 60),
        .add(id: "b", template: "run-easy", day: day + 9, minutes: 60),
        .lasts(session: "run-long-13", minutes: 60),
      ]),
    Spoilt(rule: "rest-days", edits: [.add(id: "a", template: "swim-easy", day: day + 7, minutes: 40)]),
    Spoilt(
      rule: "hip-streak",
      edits: [
        .add(id: "a", template: "run-easy", day: day + 9, minutes: 50),
        .lasts(session: "run-easy-8", minutes: 50), .lasts(session: "run-intervals-10", minutes: 45),
      ]),
    Spoilt(rule: "hip-relief", edits: [.remove(session: "strength-hip-11"), .remove(session: "mobility-8")]),
    Spoilt(
      rule: "variety",
      edits: [
        .remove(session: "strength-hip-11"), .remove(session: "mobility-8"), .remove(session: "swim-easy-12"),
      ]),
    Spoilt(rule: "taper", edits: [.lasts(session: "run-long-76", minutes: 120)]),
    Spoilt(rule: "event", edits: [.add(id: "a", template: "run-easy", day: day + 83, minutes: 30)]),
  ]

  @Test(arguments: all) func aFixClearsWhatWasSpoilt(spoilt: Spoilt) throws {
    let (problem, sound) = Sample.season(weeks: 12)
    let book = try Sample.book()
    let before = review(sound, for: problem, ruleBook: book)
    #expect(before.filter { $0.level == .change }.isEmpty)
    let schedule = spoilt.edits.reduce(sound) { $1.applied(to: $0, for: problem) }
    let found = review(schedule, for: problem, ruleBook: book)
    let finding = try #require(found.first { $0.rule == spoilt.rule && $0.level == .change })
    let fix = try #require(
      smallestFix(for: finding, in: schedule, for: problem, ruleBook: book), "\(finding.message)")
    #expect(fix.edits.count == fix.words.count && !fix.words.contains(""))
    let after = review(fix.applied(to: schedule, for: problem), for: problem, ruleBook: book)
    let cleared = after.allSatisfy {
      $0.rule != finding.rule || $0.aspect != finding.aspect || $0.level < .change
        || $0.last < finding.first || $0.first > finding.last
    }
    #expect(cleared, "\(fix.summary)")
    let known = Set(found.filter { $0.level == .change }.map { $0.rule + $0.aspect })
    #expect(after.allSatisfy { $0.level < .change || known.contains($0.rule + $0.aspect) }, "\(fix.summary)")
  }

  /// The numbers that the search works on are those of the edited schedule.
  @Test func changesAreEdits() throws {
    let (problem, schedule) = Sample.season(weeks: 8)
    let (frame, entries) = Frame.reading(schedule, for: problem, book: try Sample.book())
    let training = Training(frame, entries)
    let changes: [Change] = [
      .lasts(entry: 3, minutes: 25), .move(entry: 7, day: 9), .swap(entry: 5, template: 4, minutes: 30),
      .remove(entry: 9), .add(template: 7, day: 2, minutes: 15),
    ]
    for change in changes {
      let edit = try #require(change.edit(training, schedule))
      let edited = edit.applied(to: schedule, for: problem)
      let (_, read) = Frame.reading(edited, for: problem, book: try Sample.book())
      let expected = Training(frame, read)
      let changed = training.changed(by: [change])
      #expect(changed.load == expected.load && changed.hip == expected.hip)
      #expect(changed.weeks.map(\.relief) == expected.weeks.map(\.relief))
      #expect(edit.words(in: schedule, for: problem).hasSuffix("."))
    }
  }

  @Test func editsOfNothingChangeNothing() {
    let (problem, schedule) = Sample.season(weeks: 8)
    let edits: [Edit] = [
      .lasts(session: "nobody", minutes: 5), .move(session: "nobody", to: Sample.start),
      .swap(session: "run-easy-1", template: "nobody", minutes: 5), .remove(session: "nobody"),
      .add(id: "x", template: "nobody", day: Sample.start, minutes: 5),
    ]
    for edit in edits { #expect(edit.applied(to: schedule, for: problem) == schedule) }
  }

  /// A pair is offered where one change is not enough, and says so.
  @Test func aPairSaysThatNoSingleChangeClearsIt() throws {
    let problem = Sample.problem(days: 7) {
      $0.limits.sportCaps = ["run": .init(maxDaysPerWeek: 1)]
    }
    let schedule = Sample.schedule([0, 2, 4].map { Sample.run($0, minutes: 30) }, for: problem)
    let finding = try #require(try Sample.findings("sport-cap", schedule, problem).first)
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits.count == 2)
    #expect(fix.summary.hasPrefix("No single change clears this. Together these do: "))
  }

  @Test func whereNothingHelpsNothingIsOffered() throws {
    let problem = Sample.problem(days: 7) { $0.limits.sportCaps = ["run": .init(maxDaysPerWeek: 1)] }
    let schedule = Sample.schedule((0..<6).map { Sample.run($0, minutes: 30) }, for: problem)
    let finding = try #require(
      try Sample.findings("sport-cap", schedule, problem).first { $0.aspect == "days of run" })
    #expect(try Sample.fix(finding, schedule, problem) == nil, "four of six would have to go")
  }

  @Test func thePastIsLeftAsItIs() throws {
    let problem = Sample.problem(days: 7) { $0.limits.spikeMax = 0.1 }
    let schedule = Sample.schedule([Sample.run(1, minutes: 90)], for: problem)
    let finding = try #require(try Sample.findings("single-session-spike", schedule, problem).first)
    #expect(
      smallestFix(
        for: finding, in: schedule, for: problem, ruleBook: try Sample.book(), today: Sample.start + 3) == nil
    )
  }
}
