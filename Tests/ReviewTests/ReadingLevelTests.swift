import PlanFiles
import Testing
import TrainingPlan

@testable import Review

/// What athletes read is for readers of about twelve.
///
/// Measured by the automated readability index (Senter and Smith 1967): 4.71 x letters a word + 0.5 x words a
/// sentence - 21.43, a school grade; grade 7 is read at twelve.
@Suite struct ReadingLevelTests {
  /// Numbers, dates and units say nothing of a sentence's difficulty: only words of letters count.
  private static func grade(_ texts: [String]) -> Double {
    var (letters, words, sentences) = (0, 0, 0)
    for text in texts {
      for sentence in text.split(whereSeparator: { ".!?:;".contains($0) }) {
        let found = sentence.split { !$0.isLetter }.filter { $0.count > 1 || "aAI".contains($0) }
        guard found.count > 1 else { continue }
        sentences += 1
        words += found.count
        letters += found.reduce(0) { $0 + $1.count }
      }
    }
    guard words > 0, sentences > 0 else { return .infinity }
    return 4.71 * Double(letters) / Double(words) + 0.5 * Double(words) / Double(sentences) - 21.43
  }

  /// What findings say of the spoilt seasons.
  private static func spoken(_ part: (Finding) -> String) throws -> [String] {
    var texts: Set<String> = []
    for spoilt in SpoiltCase.all {
      let (problem, schedule) = spoilt.applied().spoilt
      for finding in review(schedule, for: problem, ruleBook: try Sample.book()) {
        texts.insert(part(finding))
      }
    }
    return texts.sorted()
  }

  @Test func routinesAndSessions() throws {
    let catalogue = try CatalogueFile.standard()
    #expect(Self.grade(catalogue.routines.map(\.how)) < 4)
    #expect(Self.grade(catalogue.routines.map(\.stopRule)) < 8)
    #expect(Self.grade(catalogue.entries.flatMap { $0.steps.map(\.pattern.text) }) < 5)
  }

  @Test func rulesAndWhatTheySay() throws {
    let rules = try Sample.book().rules
    #expect(Self.grade(rules.map(\.meaning)) < 6)
    #expect(Self.grade(rules.flatMap(\.refer)) < 6)
    for rule in rules {
      #expect(Self.grade([rule.meaning]) < 11, "\(rule.id): \(Self.grade([rule.meaning]))")
    }
  }

  @Test func findings() throws {
    #expect(try Self.grade(Self.spoken(\.message)) < 7)
    #expect(try Self.grade(Self.spoken(\.advice)) < 7)
    #expect(try Self.grade(Self.spoken(\.ask)) < 7)
  }

  /// Every string about the body has its source: articles, or the study behind the rule.
  @Test func whatIsSaidOfTheBodyHasItsSource() throws {
    for routine in try CatalogueFile.standard().routines {
      #expect(!routine.articles.isEmpty && routine.articles.allSatisfy((1...4).contains), "\(routine.id)")
      #expect(!routine.stopRule.isEmpty, "\(routine.id)")
    }
    for rule in try Sample.book().rules {
      #expect(!rule.sources.isEmpty && rule.sources.allSatisfy { !$0.text.isEmpty }, "\(rule.id)")
    }
  }
}
