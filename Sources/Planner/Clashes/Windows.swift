import LinearPrograms
import TrainingPlan

extension PlanModel {
  /// Whether a sequence of week kinds is one of `weekPatterns`, where nothing is past.
  func admits(_ types: [WeekType]) -> Bool {
    held.weekTypes.isEmpty && types.count == weekCount && isAdmissible(types)
      && types.indices.allSatisfy { (types[$0] == .taper) == ($0 >= buildWeeks) }
      && (problem.limits.deload != nil || types.indices.allSatisfy { types[$0] != .deload || isLight($0) })
  }
}

/// The parts of a relaxation that are about some weeks alone. Most clashes are about a week or two, and what is about a
/// week is proven in a hundredth of the work.
struct Windows {
  private let relaxation: Relaxation
  /// The day that each column is about, the last one where there are several.
  private let dayOfColumn: [Int]

  init(_ relaxation: Relaxation) {
    self.relaxation = relaxation
    let program = relaxation.program
    var days = Array(repeating: -1, count: program.columnCount)
    for cell in relaxation.session.indices where relaxation.session[cell] >= 0 {
      days[relaxation.session[cell]] = cell / relaxation.model.templateCount
      days[relaxation.minutes[cell]] = cell / relaxation.model.templateCount
    }
    for columns in [relaxation.trained, relaxation.load, relaxation.hip] {
      for (day, column) in columns.enumerated() { days[column] = day }
    }
    // Of the others, the rows that they share with known columns tell: the earliest is theirs.
    var own = days
    for row in 0..<program.rowCount {
      let columns = program.columns(ofRow: row)
      let last = columns.reduce(-1) { max($0, days[$1]) }
      guard last >= 0 else { continue }
      for column in columns where days[column] < 0 {
        own[column] = own[column] < 0 ? last : min(own[column], last)
      }
    }
    dayOfColumn = own
  }

  /// What is about some weeks alone.
  func part(_ weeks: Range<Int>) -> LinearProgram.Part {
    let days = 7 * weeks.lowerBound..<7 * weeks.upperBound
    return relaxation.program.part(dayOfColumn.map(days.contains))
  }

  /// All ranges of so many weeks.
  static func all(weekCount: Int, size: Int) -> [Range<Int>] {
    guard size < weekCount else { return [] }
    return (0...(weekCount - size)).map { $0..<$0 + size }
  }

  /// Ranges of weeks in which choices are gone through, with how many: what costs little comes first.
  static func forChoices(weekCount: Int) -> [(weeks: [Range<Int>], choices: Int)] {
    let halves = weekCount > 6 ? [0..<weekCount / 2, weekCount / 2..<weekCount] : []
    return [1, 2, 3].map { (all(weekCount: weekCount, size: $0), 60) } + [(halves, 30)]
  }
}
