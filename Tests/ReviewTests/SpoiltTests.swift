import Foundation
import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

/// One spoilt season for each rule: exactly the findings that `Spoilt/RULE.txt` keeps, and a fix that clears
/// what was spoilt, or the reason why none does.
@Suite struct SpoiltTests {
  @Test func everyRuleIsSpoiltOnce() throws {
    #expect(Set(SpoiltCase.all.map(\.rule)) == Set(try Sample.book().rules.map(\.id)))
    #expect(Set(SpoiltCase.all.map(\.rule)).count == SpoiltCase.all.count)
  }

  @Test(arguments: SpoiltCase.all) func findsExactlyWhatWasSpoilt(spoilt: SpoiltCase) throws {
    let book = try Sample.book()
    let ((calm, sound), (problem, schedule)) = spoilt.applied()
    let before = review(sound, for: calm, ruleBook: book)
    #expect(
      before.allSatisfy { $0.level < .change }, "\(before.filter { $0.level == .change }.map(\.message))")
    let found = review(schedule, for: problem, ruleBook: book)
    let new = found.filter { finding in
      !before.contains {
        $0.rule == finding.rule && $0.aspect == finding.aspect && $0.level == finding.level
          && $0.first == finding.first && $0.last == finding.last
      }
    }
    let finding = try #require(new.filter { $0.rule == spoilt.rule }.max { $0.level < $1.level })
    let fix = smallestFix(for: finding, in: schedule, for: problem, ruleBook: book)
    #expect((fix == nil) == (spoilt.hopeless != nil), "\(fix?.summary ?? "no fix")")
    if let fix {
      let after = review(fix.applied(to: schedule, for: problem), for: problem, ruleBook: book)
      #expect(
        after.allSatisfy {
          $0.rule != finding.rule || $0.aspect != finding.aspect || $0.level < finding.level
            || $0.last < finding.first || $0.first > finding.last
        }, "\(fix.summary)")
    }
    var lines = spoilt.edits.map { $0.words(in: sound, for: calm) }.filter { !$0.isEmpty }
    lines += new.map {
      "\($0.level.rawValue) \($0.rule) (\($0.aspect)) \($0.first) to \($0.last): \($0.arithmetic)"
    }
    lines.append("fix: " + (fix?.summary ?? "none; " + (spoilt.hopeless ?? "")))
    try Self.compare(lines.joined(separator: "\n") + "\n", with: "\(spoilt.rule).txt")
  }

  /// Compares with the kept text; `RECORD_GOLDEN=1 swift test` keeps what is found now.
  private static func compare(_ text: String, with name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Spoilt/" + name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil { try Data(text.utf8).write(to: file) }
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == text, "\(name)")
  }
}
