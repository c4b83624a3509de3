import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Reports

@Suite struct ReportTests {
  private static let notice =
    "Training information, not medical advice. Pain that is sharp, at night, at rest"

  @Test(arguments: ReviewedSample.allCases)
  func tellsEveryFindingOnce(sample: ReviewedSample) throws {
    let reviewed = try sample.reviewed()
    let ids = try ParsedReport(try sample.html()).values("id")
    for item in reviewed.items { #expect(ids.count { $0 == "finding-\(item.number)" } == 1) }
    #expect(ids.count { $0.hasPrefix("finding-") } == reviewed.items.count)
  }

  /// Headings go down a step at a time, also where the review has nothing to say but notes.
  @Test(arguments: Report.Audience.allCases, [nil, Finding.Level.note, .watch, .change])
  func noHeadingIsSkipped(audience: Report.Audience, only: Finding.Level?) throws {
    let sample = try SampleReport.spoilt()
    var reviewed = try ReviewedSample.spoilt.reviewed()
    if let only { reviewed.items.removeAll { $0.finding.level != only } }
    #expect(!reviewed.items.isEmpty)
    let page = try ParsedReport(try sample.html(for: audience, reviewed: reviewed))
    let steps = page.elements.compactMap { $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
    #expect(steps.first == 1 && steps.count > 4)
    for (upper, lower) in zip(steps, steps.dropFirst()) { #expect(lower <= upper + 1, "\(steps)") }
  }

  @Test func aSpoiltPlanHasChangesAndFixes() throws {
    let sample = ReviewedSample.spoilt
    let reviewed = try sample.reviewed()
    let text = try ParsedReport(try sample.html()).text
    #expect(reviewed.count(.change) > 3)
    #expect(reviewed.items.contains { $0.fix != nil })
    for item in reviewed.items {
      #expect(text.contains(item.finding.message), "\(item.finding.rule)")
      #expect(text.contains(item.finding.arithmetic), "\(item.finding.rule)")
      for words in item.fix?.words ?? [] { #expect(text.contains(words), "\(words)") }
    }
    #expect(text.contains("A camp") && text.contains("the rule holds again"))
  }

  @Test(arguments: ReviewedSample.allCases, Report.Audience.allCases)
  func endsWithTheNotice(sample: ReviewedSample, audience: Report.Audience) throws {
    let text = try ParsedReport(try sample.html(for: audience)).text
    #expect(text.contains(Self.notice))
  }

  @Test(arguments: ReviewedSample.allCases)
  func spareAthletesNotesAndDisputes(sample: ReviewedSample) throws {
    let told = try sample.reviewed().items.filter {
      $0.finding.level > .note && $0.finding.evidence != .contested
    }
    let page = try ParsedReport(try sample.html(for: .athlete))
    let ids = page.values("id").filter { $0.hasPrefix("finding-") }
    #expect(ids.sorted() == told.map { "finding-\($0.number)" }.sorted())
    for word in ["workload", "Monotony", "monotony of", "grade", "Evidence", "limits file"] {
      #expect(!page.text.contains(word), "\(word)")
    }
  }

  @Test func beginsTheNextDaysToday() throws {
    let sample = try SampleReport.asPlanned()
    let reviewed = try ReviewedSample.asPlanned.reviewed()
    func page(_ today: CivilDay?) throws -> ParsedReport {
      try ParsedReport(try sample.html(today: today, reviewed: reviewed))
    }
    let first = try page(nil)
    let later = try page(sample.schedule.start + 20)
    let last = try page(sample.schedule.event.day + 1)
    #expect(first.text.contains("The first 14 days") && !first.text.contains("Made on"))
    #expect(later.text.contains("The next 14 days") && later.text.contains("Made on"))
    #expect(later.values("datetime").contains((sample.schedule.start + 20).iso))
    #expect(!later.values("datetime").contains(sample.schedule.start.iso))
    #expect(last.text.contains("The plan has ended"))
  }

  @Test func namesTheVersionByItsSessions() throws {
    let sample = try SampleReport.asPlanned()
    var moved = sample
    moved.schedule.sessions[3].minutes += 5
    func version(_ html: String) throws -> String? { try ParsedReport(html).values("title").first }
    let reviewed = try ReviewedSample.asPlanned.reviewed()
    let name = try version(try sample.html(reviewed: reviewed))
    #expect(name?.count == 36)
    #expect(try name == version(try sample.html(for: .athlete, reviewed: reviewed)))
    #expect(try name != version(try moved.html(reviewed: reviewed)))
  }

  @Test(arguments: ReviewedSample.allCases, Report.Audience.allCases)
  func givesTheSameBytes(sample: ReviewedSample, audience: Report.Audience) throws {
    #expect(try sample.html(for: audience) == sample.html(for: audience))
  }

  @Test func saysTheVerdictInOneSentence() throws {
    let planned = try ParsedReport(try ReviewedSample.asPlanned.html()).text
    let findings = try ReviewedSample.asPlanned.reviewed().items.map(\.finding)
    let watched = Set(findings.filter { $0.level == .watch }.map(\.rule))
    #expect(watched.count > 1)
    #expect(planned.contains("Nothing to change, \(watched.count) things to watch, in 12 weeks."))
    #expect(planned.contains("advice for steady training, and no alarm"))
    let spoilt = try ParsedReport(try ReviewedSample.spoilt.html()).text
    #expect(spoilt.contains(" to change, ") && !spoilt.contains("no alarm"))
  }
}
