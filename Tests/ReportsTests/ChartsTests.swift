import Testing
import TrainingLoad
import TrainingPlan
import XML

@testable import Reports

@Suite struct ChartsTests {
  /// Plans of every shape: of a season, of a week, of nothing, after nothing, in the middle of a log.
  private static func shapes() throws -> [Figures] {
    var shapes: [Figures] = []
    for (weeks, past) in [(12, 6), (52, 16), (24, 0), (1, 6), (1, 0)] {
      let (schedule, problem) = FigureSample.season(weeks: weeks, pastWeeks: past)
      shapes.append(try FigureSample.figures(schedule, problem, today: FigureSample.start + 3))
    }
    for days in [0, 1, 7, 20] {
      let problem = FigureSample.problem(days: days, pastWeeks: 0)
      shapes.append(try FigureSample.figures(FigureSample.schedule([], for: problem), problem))
    }
    let (schedule, problem) = FigureSample.season(weeks: 6)
    let log = TrainingHistory(
      sessions: [.init(day: FigureSample.start + 8, sport: "paddle", minutes: 60, load: 240)],
      knownDays: [FigureSample.start - 100, FigureSample.start + 9])
    shapes.append(try FigureSample.figures(schedule, problem, history: log, today: FigureSample.start + 10))
    return shapes
  }

  @Test func standInTheOrderThatACoachAsks() throws {
    for figures in try Self.shapes() {
      let charts = figures.charts()
      #expect(charts.map(\.id) == ["weekly-load", "fitness", "monotony", "hip-flexion", "intensity"])
      for chart in charts {
        #expect(!chart.title.isEmpty)
        #expect(chart.summary.hasSuffix("."))
        #expect(!chart.summary.contains("nan") && !chart.summary.contains("inf"))
      }
    }
  }

  @Test func tablesHoldARowAWeekAsLongAsTheHead() throws {
    for figures in try Self.shapes() {
      for chart in figures.charts() {
        #expect(chart.table.rows.count == figures.weeks.count + (chart.id == "fitness" ? 1 : 0))
        for row in chart.table.rows {
          #expect(row.count == chart.table.head.count)
          #expect(row.allSatisfy { !$0.isEmpty && !$0.contains("nan") && !$0.hasPrefix("-0 ") })
        }
      }
    }
  }

  @Test func picturesAreWellFormedAndNamed() throws {
    for figures in try Self.shapes() {
      var ids: Set<String> = []
      for chart in figures.charts() {
        var own: Set<String> = []
        var used: Set<String> = []
        let reader = try XMLReader(Array(chart.svg.utf8))
        while let piece = try reader.next() {
          guard case .start(let name, _, let attributes) = piece else { continue }
          #expect(
            ["svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "circle", "text"].contains(name))
          for attribute in attributes {
            #expect(!attribute.value.contains("nan") && !attribute.value.contains("inf"))
            switch attribute.name {
            case "id": #expect(own.insert(attribute.value).inserted)
            case "aria-labelledby": used.formUnion(attribute.value.split(separator: " ").map(String.init))
            case "fill", "stroke":
              if attribute.value.hasPrefix("url(#") {
                used.insert(String(attribute.value.dropFirst(5).dropLast()))
              } else {
                #expect(attribute.value == "none" || attribute.value.hasPrefix("var(--"))
              }
            default: break
            }
          }
        }
        #expect(used.count >= 2)
        #expect(used.isSubset(of: own))
        #expect(ids.isDisjoint(with: own), "unique in the document")
        ids.formUnion(own)
      }
    }
  }

  @Test func areTheSameEveryTime() throws {
    let (schedule, problem) = FigureSample.season(weeks: 12)
    let figures = try FigureSample.figures(schedule, problem)
    #expect(figures.charts() == figures.charts())
    #expect(try FigureSample.figures(schedule, problem) == figures)
  }

  @Test func hostileWordsStayWords() throws {
    let words = "</title><script>alert(1)</script>&\"'\u{0}\u{7}" + String(repeating: "x", count: 10_000)
    var drawing = Drawing(id: "hostile", height: 10)
    drawing.text(words, .init(x: 0, y: 0))
    let svg = drawing.svg(title: words, description: words)
    #expect(!svg.contains("<script"))
    let reader = try XMLReader(Array(svg.utf8))
    var texts: [String] = []
    while let piece = try reader.next() {
      if case .text(let text) = piece { texts.append(text) }
    }
    let kept = String(words.map { $0 == "\u{0}" || $0 == "\u{7}" ? "\u{fffd}" : $0 })
    #expect(texts == [kept, kept, kept])
  }

  @Test func hostileNumbersStayInThePicture() throws {
    var (schedule, problem) = FigureSample.season(weeks: 4)
    schedule.sessions[0].load = .infinity
    schedule.sessions[1].hip = 1e300
    schedule.sessions[2].load = .nan
    problem.history.load[3] = 1e200
    for chart in try FigureSample.figures(schedule, problem).charts() {
      #expect(throws: Never.self) {
        let reader = try XMLReader(Array(chart.svg.utf8))
        while try reader.next() != nil {}
      }
    }
  }

  @Test func theDoneAndThePlannedAreToldApart() throws {
    let (schedule, problem) = FigureSample.season(weeks: 8)
    let figures = try FigureSample.figures(schedule, problem, today: FigureSample.start)
    let load = figures.charts()[0]
    #expect(load.svg.contains(">planned<") && load.svg.contains(">done<") && load.svg.contains(">today<"))
    #expect(load.svg.contains(">E easier, T taper<"))
    #expect(load.table.rows[6][4...5] == ["755", "–"])
    #expect(load.table.rows[0][4...5] == ["–", "650"])
    #expect(figures.charts()[1].svg.contains("stroke-dasharray"))
  }

  @Test func theThresholdSaysItsValueAndOrigin() throws {
    let (schedule, problem) = FigureSample.season(weeks: 4) { $0.limits.monotonyMax = 1.7 }
    #expect(try FigureSample.figures(schedule, problem).charts()[2].svg.contains("limit 1.7"))
    let (other, bare) = FigureSample.season(weeks: 4)
    #expect(try FigureSample.figures(other, bare).charts()[2].svg.contains("rule book 2.0"))
  }
}
