/// A chart as it stands in a report: a picture, one sentence that says what it shows, and the same numbers as
/// a table, so that it survives printing, a screen reader and no script.
struct Chart: Equatable, Sendable {
  /// Name in the document, for example `weekly-load`; unique in a report.
  var id: String
  /// What a person reads above it.
  var title: String
  /// What it shows, in one sentence with its numbers.
  var summary: String
  /// An inline SVG element of class `chart` with its own title and description. Colours are custom properties
  /// of the style sheet: `--ink`, `--faint`, `--line`, `--ground`, `--series-1` to `--series-5`. The size of its
  /// text fits a phone; where it has more room, the style sheet makes it smaller.
  var svg: String
  /// The same numbers.
  var table: FigureTable
  /// What a reader should know of the measure, for example that it is contested; nil = nothing.
  var caution: String?
}
