import Reports
import Testing
import TrainingLoad
import TrainingPlan

/// Sheets to hang up.
@Suite struct WeekSheetTests {
  private func sheets(_ sample: SampleReport, week: Int? = nil) throws -> String {
    let sheets = WeekSheets(schedule: sample.schedule, problem: sample.problem, week: week, maker: "gradus")
    return String(decoding: try #require(sheets).html(), as: UTF8.self)
  }

  @Test func sayEveryDayAndSessionOnce() throws {
    let sample = try SampleReport.asPlanned()
    let page = try ParsedReport(try sheets(sample))
    let days = (0...(sample.schedule.event.day - sample.schedule.start)).map {
      (sample.schedule.start + $0).iso
    }
    #expect(page.values("datetime") == days)
    #expect(page.values("class").count { $0 == "session" } == sample.schedule.sessions.count + 1)
    #expect(page.values("id").filter { $0.hasPrefix("week-") && !$0.hasSuffix("-title") }.count == 12)
    for session in sample.schedule.sessions {
      for step in session.steps { #expect(page.text.contains(step.text)) }
    }
    #expect(page.text.contains("Spring half") && page.text.contains("Travel, up to 5 h in a seat"))
  }

  @Test func eachSheetEndsWithTheNotice() throws {
    let text = try ParsedReport(try sheets(try SampleReport.asPlanned())).text
    #expect(text.split(separator: "Training information, not medical advice.").count == 13)
  }

  @Test func oneWeekIsOneSheet() throws {
    let sample = try SampleReport.asPlanned()
    let page = try ParsedReport(try sheets(sample, week: 3))
    #expect(page.values("datetime").first == (sample.schedule.start + 14).iso)
    #expect(page.values("datetime").count == 7)
    #expect(page.text.contains("8 – 14 February 2027"))
    for week in [0, 13, -1, .max] {
      #expect(WeekSheets(schedule: sample.schedule, problem: sample.problem, week: week, maker: "") == nil)
    }
  }

  @Test func whatWasDoneIsTicked() throws {
    var sample = try SampleReport.asPlanned()
    #expect(!(try sheets(sample).contains("✓")))
    sample.schedule.sessions[0].isDone = true
    #expect(try sheets(sample).split(separator: "✓").count == 2)
  }

  @Test func hostileTextsStayTexts() throws {
    let html = try sheets(try SampleReport.hostile())
    let page = try ParsedReport(html)
    #expect(!page.elements.contains { ["script", "img", "iframe"].contains($0.name) })
    #expect(html.firstRange(of: "<script") == nil)
    #expect(page.text.contains("alert(1)"))
  }

  @Test func fullWeeksHaveSmallerLetters() throws {
    var sample = try SampleReport.asPlanned()
    func size(_ sample: SampleReport) throws -> Int {
      let word = try ParsedReport(try sheets(sample, week: 1)).values("class").first {
        $0.hasPrefix("week pt")
      }
      return try #require(word.flatMap { Int($0.dropFirst(7)) })
    }
    let usual = try size(sample)
    let first = sample.schedule.sessions[0]
    for copy in 0..<6 {
      var more = first
      more.id = "more-\(copy)"
      sample.schedule.sessions.append(more)
    }
    #expect(try size(sample) < usual)
    sample.schedule.sessions.removeAll { $0.day < sample.schedule.start + 7 }
    #expect(try size(sample) == 14)
  }

  @Test func speakAsReportsDo() throws {
    let text = try ParsedReport(try sheets(try SampleReport.asPlanned())).text.lowercased()
    for word in ["diagnos", "dysfunction", "imbalance", "risk", "corrective", "danger", "optional(", "nan "] {
      #expect(!text.contains(word), "\(word)")
    }
  }
}
