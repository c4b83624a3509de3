/// Collects the elements of a chart's SVG.
///
/// Lengths are units of a picture 400 wide, which scales with its place: text of 14 units is 11 px on a phone.
/// Lines keep their width in px. Colours are custom properties of the style sheet.
struct Drawing {
  static let width = 400.0
  /// Height of the text, units.
  static let textSize = 14.0

  private let id: String
  private let height: Double
  private var elements: [String] = []
  private var patterns: [Pattern] = []

  /// A colour of the style sheet.
  enum Paint {
    case ink, faint, line, ground
    case series(Int)

    var css: String {
      switch self {
      case .ink: "var(--ink)"
      case .faint: "var(--faint)"
      case .line: "var(--line)"
      case .ground: "var(--ground)"
      case .series(let number): "var(--series-\(number))"
      }
    }
  }

  /// How a shape is filled.
  enum Fill {
    case empty
    case plain(Paint)
    case pattern(Pattern)
  }

  /// The colour of a series under marks in the colour of the ground, which tell it apart without colour.
  struct Pattern: Equatable {
    var series: Int
    var marks: Marks

    enum Marks: String { case plain, diagonals, lines, dots, crosses }

    /// The pattern of each of the five series.
    static func series(_ number: Int) -> Pattern {
      let marks: [Marks] = [.plain, .diagonals, .lines, .dots, .crosses]
      return Pattern(series: number, marks: marks[(number - 1) % marks.count])
    }

    /// A striped series: part of it is not known, or not done yet.
    static func striped(_ number: Int) -> Pattern { Pattern(series: number, marks: .diagonals) }
  }

  /// How a line is drawn; width and dashes in px.
  struct Stroke {
    var paint: Paint
    var width = 1.0
    var isDashed = false

    static let grid = Stroke(paint: .line)
    static let axis = Stroke(paint: .faint)
  }

  enum Anchor: String { case start, middle, end }

  /// A point, in units from the top left.
  struct Point {
    var x: Double
    var y: Double
  }

  /// An empty picture; `id` is unique in the document.
  init(id: String, height: Double) {
    self.id = id
    self.height = height
  }

  /// The element, named and described for those who do not see it.
  func svg(title: String, description: String) -> String {
    let size = "\(Self.width.short) \(height.short)"
    let drawn = patterns.map(definition).joined()
    return "<svg class=\"chart\" role=\"img\" aria-labelledby=\"\(id)-name \(id)-text\" "
      + "viewBox=\"0 0 \(size)\" font-size=\"\(Self.textSize.short)\">"
      + "<title id=\"\(id)-name\">\(title.escaped)</title>"
      + "<desc id=\"\(id)-text\">\(description.escaped)</desc>"
      + (drawn.isEmpty ? "" : "<defs>\(drawn)</defs>") + elements.joined() + "</svg>"
  }
}

// Shapes and texts.
extension Drawing {
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Fill, stroke: Stroke? = nil
  ) {
    guard width > 0, height > 0 else { return }
    elements.append(
      "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" height=\"\(height.short)\""
        + attributes(fill, stroke) + "/>")
  }

  mutating func line(_ from: Point, _ to: Point, _ stroke: Stroke) { polyline([from, to], stroke) }

  mutating func polyline(_ points: [Point], _ stroke: Stroke) {
    guard points.count > 1 else { return }
    elements.append("<path d=\"\(Self.path(points))\"" + attributes(.empty, stroke) + "/>")
  }

  mutating func area(_ points: [Point], fill: Fill) {
    guard points.count > 2 else { return }
    elements.append("<path d=\"\(Self.path(points))Z\"" + attributes(fill, nil) + "/>")
  }

  mutating func dot(_ at: Point, radius: Double, fill: Fill, stroke: Stroke? = nil) {
    elements.append(
      "<circle cx=\"\(at.x.short)\" cy=\"\(at.y.short)\" r=\"\(radius.short)\"" + attributes(fill, stroke)
        + "/>")
  }

  /// A text on a line; `hasHalo` keeps it readable over lines, `isCentred` puts its middle at the height.
  mutating func text(
    _ text: String, _ at: Point, _ anchor: Anchor = .start, _ paint: Paint = .faint, isUpright: Bool = true,
    isCentred: Bool = false, hasHalo: Bool = false
  ) {
    let turn = isUpright ? "" : " transform=\"rotate(-90 \(at.x.short) \(at.y.short))\""
    let halo =
      hasHalo
      ? " stroke=\"\(Paint.ground.css)\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""
      : ""
    elements.append(
      "<text x=\"\(at.x.short)\" y=\"\(at.y.short)\"" + (isCentred ? " dy=\"0.35em\"" : "")
        + " text-anchor=\"\(anchor.rawValue)\" fill=\"\(paint.css)\"\(halo)\(turn)>\(text.escaped)</text>")
  }

  private static func path(_ points: [Point]) -> String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x.short) \($1.y.short)" }.joined()
  }

  private mutating func attributes(_ fill: Fill, _ stroke: Stroke?) -> String {
    var text = " fill=\""
    switch fill {
    case .empty: text += "none"
    case .plain(let paint): text += paint.css
    case .pattern(let pattern):
      if !patterns.contains(pattern) { patterns.append(pattern) }
      text += "url(#\(name(pattern)))"
    }
    text += "\""
    guard let stroke else { return text }
    text += " stroke=\"\(stroke.paint.css)\" stroke-width=\"\(stroke.width.short)\""
    text += " vector-effect=\"non-scaling-stroke\""
    if stroke.isDashed { text += " stroke-dasharray=\"4 2.5\"" }
    return text
  }

  private func name(_ pattern: Pattern) -> String { "\(id)-\(pattern.marks.rawValue)-\(pattern.series)" }

  private func definition(_ pattern: Pattern) -> String {
    let marks =
      switch pattern.marks {
      case .plain: ""
      case .diagonals: "<path d=\"M-1 1L1 -1M0 5L5 0M4 6L6 4\"/>"
      case .lines: "<path d=\"M0 1.5H5M0 4H5\"/>"
      case .dots: "<circle cx=\"2.5\" cy=\"2.5\" r=\"0.8\"/>"
      case .crosses: "<path d=\"M0 0L5 5M0 5L5 0\"/>"
      }
    return "<pattern id=\"\(name(pattern))\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
      + "<rect width=\"5\" height=\"5\" fill=\"\(Paint.series(pattern.series).css)\"/>"
      + "<g fill=\"none\" stroke=\"\(Paint.ground.css)\" stroke-width=\"0.9\">\(marks)</g></pattern>"
  }
}

// Texts side by side.
extension Drawing {
  /// About how wide a text is in a broad typeface, units.
  static func width(of text: String) -> Double { 8.2 * Double(text.count) }

  /// What a shape or a colour stands for.
  struct Key {
    var text: String
    var sample: Sample

    enum Sample {
      case box(Fill, Stroke? = nil)
      case line(Stroke)
    }
  }

  /// Keys in a row from the left end of the weeks on; `y` is the foot of the text.
  mutating func keys(_ keys: [Key], y: Double) {
    var x = WeekAxis.left
    for key in keys {
      switch key.sample {
      case .box(let fill, let stroke):
        rectangle(x: x, y: y - 10, width: 10, height: 10, fill: fill, stroke: stroke)
        x += 14
      case .line(let stroke):
        line(Point(x: x, y: y - 5), Point(x: x + 18, y: y - 5), stroke)
        x += 22
      }
      text(key.text, Point(x: x, y: y))
      x += Self.width(of: key.text) + 9
    }
  }
}

extension Double {
  /// With at most two decimals, as short as it goes.
  fileprivate var short: String {
    var text = self.text(2)[...]
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }
}
