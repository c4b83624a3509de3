import ArgumentParser
import PlanFiles
import TrainingLoad

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Show what each day's training did: fitness, fatigue, form, ratios, monotony, hip flexion.",
    discussion: """
      EXAMPLES:
        gradus load history.csv
        gradus load history.csv --smoothing reciprocal --form same-day
        gradus load history.csv --json > days.json

      The file holds the columns date,sport,minutes,rpe and, where wanted, distance_km, load and activity. \
      A missing day is unknown, not rest; what cannot be computed is left out (null in JSON).
      """)

  @Argument(
    help: ArgumentHelp("History as CSV; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var file: String

  @Flag(help: "Print an array of days.")
  var json = false

  @Option(help: "How time constants become weights in fitness and fatigue.")
  var smoothing = Smoothing.exponential

  @Option(name: .customLong("monotony-sd"), help: "The standard deviation in monotony.")
  var deviation = Monotony.Deviation.sample

  @Option(help: "Form from yesterday's fitness and fatigue, or from today's.")
  var form = FormConvention.previousDay

  func run() throws {
    let source = try InputFile.read(file)
    let days: DaySeries
    do {
      days = DaySeries(try HistoryFile.read(source), catalogue: try CatalogueFile.standard())
    } catch {
      throw Failure.invalid(error)
    }
    let model = FitnessModel(smoothing: smoothing, form: form)
    let table = DayTable(days, options: DayTable.Options(fitness: model, deviation: deviation))
    if json {
      try Output.write(table.json.bytes())
    } else {
      try Output.print(table.lines(.ofOutput).joined(separator: "\n"))
    }
  }
}

extension DayTable {
  /// The columns in their order, with the decimals that people see.
  private var columns: [(name: String, values: [Double?], decimals: Int)] {
    [
      ("load", load, 0), ("fitness", fitness, 1), ("fatigue", fatigue, 1), ("form", form, 1),
      ("ratio_ewma", ratioEWMA, 2), ("ratio_coupled", ratioCoupled, 2),
      ("ratio_uncoupled", ratioUncoupled, 2), ("monotony", monotony, 2), ("strain", strain, 0),
      ("hip", hip, 0), ("relief", relief, 0),
    ]
  }

  fileprivate var json: JSONValue {
    let columns = columns
    return .array(
      (0..<count).map { row in
        .object(
          [JSONValue.Member("date", .text(date(row).iso))]
            + columns.map { JSONValue.Member($0.name, $0.values[row].map { .number($0) } ?? .null) })
      })
  }

  fileprivate func lines(_ style: Style) -> [String] {
    let columns = columns
    let titles = columns.map { ($0.name.replacing("ratio_", with: "r_"), TextTable.Alignment.right) }
    var table = TextTable([("date", .left)] + titles)
    for row in 0..<count {
      let cells = columns.map { column in column.values[row].map { decimal($0, column.decimals) } ?? "–" }
      table.add([date(row).iso] + cells)
    }
    return table.lines(style) + [
      style.faint("Variants: \(options.name)."),
      style.faint("load in AU, hip in run-minutes, relief in minutes. Workload ratios (r_) are contested."),
    ]
  }
}
