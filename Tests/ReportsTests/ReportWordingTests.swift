import Testing
import TrainingPlan

@testable import Reports

/// Words that no report uses: exposure is not risk, and a planner is no doctor.
private let forbidden = [
  "diagnos", "dysfunction", "imbalance", "treat", "cure", "prevents injur", "prevent injur", "safe zone",
  "danger", "risk", "corrective", "kidney", "adrenal", "constipat", "fertil", "stored stress", "trauma",
  "immune", "sexual", "toxin", "heals",
]

@Suite struct ReportWordingTests {
  @Test(arguments: ReviewedSample.allCases, Report.Audience.allCases)
  func speaksOfExposure(sample: ReviewedSample, audience: Report.Audience) throws {
    let text = try ParsedReport(try sample.html(for: audience)).text.lowercased()
    for word in forbidden { #expect(!text.contains(word), "\(word)") }
    for slip in ["optional(", "nan ", "infinity", "  ,"] { #expect(!text.contains(slip), "\(slip)") }
  }

  @Test(arguments: [nil, Routine.Track.short, .weak, .both])
  func supportWorkStretchesAndStrengthens(track: Routine.Track?) throws {
    var sample = try SampleReport.asPlanned()
    sample.problem.athlete?.support = track
    let page = try ParsedReport(try sample.html(reviewed: try ReviewedSample.asPlanned.reviewed()))
    #expect(page.values("id").contains("support"))
    #expect(page.text.contains("Stop if it hurts."))
    #expect(page.text.contains("Ask a doctor before starting if you are injured, pregnant"))
    #expect(page.text.contains("Strengthen"))
    #expect(page.text.contains("Lengthen") || page.text.contains("Move:"))
  }
}
