import LinearPrograms

/// Where the linear programmes of like problems ended: good starts for the next ones, which differ in what is left out.
struct KnownBases {
  private var bases: [Range<Int>: NamedBasis] = [:]
  private var rowNames: [RowKey: Int] = [:]
  private var columnNames: [ColumnKey: Int] = [:]

  /// Names of the rows and columns of a programme, of which all like programmes have the same.
  struct Names {
    var rows: [Int]
    var columns: [Int]

    /// Those of a part.
    func part(_ part: LinearProgram.Part) -> Names {
      Names(rows: part.rows.map { rows[$0] }, columns: part.columns.map { columns[$0] })
    }
  }

  /// What tells a row from others: what it is about, the last column that it has, and its number among such rows.
  fileprivate struct RowKey: Hashable {
    let subject: Relaxation.Subject
    let last: Int
    var number = 0
  }

  private enum ColumnKey: Hashable {
    case session(Int), minutes(Int), trained(Int), load(Int), hip(Int)
    /// Any other is known by the first row that it stands in.
    case first(RowKey)
  }

  /// The basis that a programme about some weeks ended with last; nil where there is none.
  subscript(weeks: Range<Int>) -> NamedBasis? {
    get { bases[weeks] }
    set { bases[weeks] = newValue }
  }

  /// Names of the rows and columns of a relaxation.
  mutating func names(of relaxation: Relaxation) -> Names {
    let program = relaxation.program
    var columns = Array(repeating: -1, count: program.columnCount)
    for cell in relaxation.session.indices where relaxation.session[cell] >= 0 {
      columns[relaxation.session[cell]] = name(.session(cell))
      if relaxation.minutes[cell] >= 0 { columns[relaxation.minutes[cell]] = name(.minutes(cell)) }
    }
    for day in relaxation.trained.indices {
      columns[relaxation.trained[day]] = name(.trained(day))
      columns[relaxation.load[day]] = name(.load(day))
      columns[relaxation.hip[day]] = name(.hip(day))
    }
    var (ofRows, ofColumns): ([RowKey: Int], [RowKey: Int]) = ([:], [:])
    var rows: [Int] = []
    for row in 0..<program.rowCount {
      let own = program.columns(ofRow: row)
      let known = own.last { columns[$0] >= 0 }.map { columns[$0] } ?? -1
      var key = RowKey(subject: relaxation.subjects[row], last: known)
      for column in own where columns[column] < 0 {
        columns[column] = name(.first(key.numbered(in: &ofColumns)))
      }
      key = RowKey(subject: key.subject, last: own.last.map { columns[$0] } ?? -1)
      rows.append(name(key.numbered(in: &ofRows)))
    }
    // Columns without a row.
    for column in columns.indices where columns[column] < 0 {
      columns[column] = name(.first(RowKey(subject: .given, last: -2).numbered(in: &ofColumns)))
    }
    return Names(rows: rows, columns: columns)
  }

  private mutating func name(_ key: ColumnKey) -> Int {
    let name = columnNames[key] ?? columnNames.count
    columnNames[key] = name
    return name
  }

  private mutating func name(_ key: RowKey) -> Int {
    let name = rowNames[key] ?? rowNames.count
    rowNames[key] = name
    return name
  }
}

extension KnownBases.RowKey {
  /// The same with the next number that is free.
  fileprivate func numbered(in counts: inout [Self: Int]) -> Self {
    let number = counts[self, default: 0]
    counts[self] = number + 1
    var key = self
    key.number = number
    return key
  }
}
