import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Reports

/// A report's numbers are those of the review, which computes them by itself: limits that no plan can keep
/// make it say them.
@Suite struct ReviewAgreementTests {
  private func compare(
    _ rule: String, _ aspect: String? = nil, _ limits: @escaping (inout PlanProblem) -> Void,
    _ value: (Figures, Finding) -> Double?
  ) throws {
    let (schedule, problem) = FigureSample.season(weeks: 9) { limits(&$0) }
    let figures = try FigureSample.figures(schedule, problem)
    let found = review(schedule, for: problem, ruleBook: try FigureSample.book())
      .filter { $0.rule == rule && (aspect == nil || $0.aspect == aspect) }
    #expect(!found.isEmpty)
    for finding in found {
      #expect(isClose(value(figures, finding), finding.value), "\(finding.message)")
    }
  }

  private func weeks(_ figures: Figures, _ finding: Finding) -> [WeekFigures] {
    figures.weeks.filter {
      $0.isPlanned && finding.first <= $0.days.upperBound && $0.days.lowerBound <= finding.last
    }
  }

  @Test func monotonyAndStrain() throws {
    for ddof in [0, 1] {
      try compare("monotony", nil, { ($0.limits.monotonyMax, $0.limits.monotonyDDOF) = (0.1, ddof) }) {
        weeks($0, $1).compactMap(\.monotony.monotony).max()
      }
      try compare("strain", nil, { ($0.limits.strainMax, $0.limits.monotonyDDOF) = (1, ddof) }) {
        weeks($0, $1).first?.monotony.strain
      }
    }
  }

  @Test func theOwnLimitOfStrain() throws {
    let problem = FigureSample.problem(days: 13)
    let heavy = (0..<6).map { FigureSample.session($0, "run", 90, 5, hip: 1) }
    let schedule = FigureSample.schedule(heavy, for: problem)
    let finding = try #require(
      review(schedule, for: problem, ruleBook: try FigureSample.book()).first { $0.rule == "strain" })
    let standard = try #require(try FigureSample.figures(schedule, problem).standards.strain)
    #expect(isClose(standard.value, finding.limit))
    #expect(standard.origin == "own mean + 1.5 SD")
  }

  @Test func weeklyLoadAndItsChange() throws {
    let rule = "weekly-rise"
    try compare(rule, "weekly load", { $0.limits.weeklyGrowthMax = -0.99 }) {
      weeks($0, $1).first?.plan?.load
    }
    let (schedule, problem) = FigureSample.season(weeks: 9) { $0.limits.weeklyGrowthMax = -0.99 }
    let figures = try FigureSample.figures(schedule, problem)
    for finding in review(schedule, for: problem, ruleBook: try FigureSample.book())
    where finding.rule == rule {
      guard let load = finding.value, finding.aspect == "weekly load",
        let base = finding.inputs.first(where: { $0.name == "last load week" })?.value
      else { continue }
      #expect(isClose(weeks(figures, finding).first?.change, load / base - 1))
    }
  }

  @Test func hipFlexion() throws {
    let steps = Limits.Hip(dayThreshold: 1000, maxConsecutiveDays: 7, weeklyGrowthMax: -0.99)
    try compare("hip-rise", "weekly hip flexion", { $0.limits.hip = steps }) {
      weeks($0, $1).first?.hip?.total
    }
    let problem = FigureSample.problem(days: 20)
    let runs = (2..<9).map { FigureSample.session($0, "run", 25, 3, hip: 1) }
    let schedule = FigureSample.schedule(runs, for: problem)
    let finding = try #require(
      review(schedule, for: problem, ruleBook: try FigureSample.book()).first { $0.rule == "hip-streak" })
    let longest = try FigureSample.figures(schedule, problem).summary.longestHipStreak
    #expect(finding.value == 7)
    #expect(longest == .init(value: 7, week: 1))
  }

  @Test func intenseMinutes() throws {
    try compare(
      "intensity-share", "intense minutes",
      {
        $0.limits.hard = .init(minGapDays: 1)
        $0.limits.intenseShareMax = 0
      }
    ) { weeks($0, $1).first?.intensity.hard }
  }

  @Test func form() throws {
    for smoothing in PlanProblem.ResponseModel.Smoothing.allCases {
      try compare(
        "form-floor", nil,
        {
          $0.limits.formFloorRelative = 10
          $0.model.smoothing = smoothing
        }
      ) { figures, finding in
        // The rule judges the evening: the form of the morning after.
        figures.days.filter { $0.day > finding.first && $0.day <= finding.last + 1 }.compactMap(\.form)
          .first { isClose($0, finding.value) }
      }
    }
  }
}
