import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

/// Words that no finding uses: exposure is not risk, and a planner is no doctor.
private let forbidden = [
  "diagnos", "treat", "prevents injur", "prevent injur", "injury risk", "risk", "safe zone", "danger", "cure",
  "dysfunction", "imbalance", "corrective", "heal", "must", "toxin", "stored",
]

@Suite struct WordingTests {
  /// Everything that is said of all the audited schedules.
  private func everything() throws -> [(finding: Finding, fix: Fix?)] {
    let book = try Sample.book()
    var spoken: [(Finding, Fix?)] = []
    for (index, audited) in AuditedCase.all.enumerated() where index % 9 == 0 {
      guard var problem = AuditedCase.problems[audited.problem] else { continue }
      problem.athlete = Athlete(
        name: "Sample", born: index % 2 == 0 ? 1970 : 2011, experience: .novice, sittingHours: 8)
      problem.availability.absences = [.init(firstDay: 3, lastDay: 5, seatedHours: 7)]
      let schedule = try audited.schedule(for: problem)
      let findings = review(schedule, for: problem, ruleBook: book)
      for finding in findings { spoken.append((finding, nil)) }
    }
    return spoken
  }

  @Test func findingsSpeakOfExposureAndSuggest() throws {
    let spoken = try everything()
    #expect(Set(spoken.map(\.finding.rule)).count > 30)
    for (finding, _) in spoken {
      let texts = [
        finding.message, finding.arithmetic, finding.advice, finding.why, finding.ask, finding.origin,
      ]
      for text in texts {
        #expect(!text.isEmpty, "\(finding.rule): \(finding.aspect)")
        for word in forbidden {
          #expect(!text.lowercased().contains(word), "\(finding.rule) says \"\(word)\": \(text)")
        }
      }
      #expect(finding.message.hasSuffix("."), "\(finding.message)")
      #expect(!finding.sources.isEmpty, "\(finding.rule) has no source")
      #expect(finding.first <= finding.last)
      #expect(!texts.joined().contains("nan") && !texts.joined().contains("Optional"))
    }
  }

  @Test func equalInputGivesEqualFindings() throws {
    let first = try everything().map(\.finding)
    #expect(first == (try everything().map(\.finding)))
  }
}
