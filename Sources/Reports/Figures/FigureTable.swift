/// Numbers in rows under a head, as texts that people read.
struct FigureTable: Equatable, Sendable {
  /// What the columns are, with units; the first names the row.
  var head: [String]
  /// The rows, each as long as the head.
  var rows: [[String]]
}
