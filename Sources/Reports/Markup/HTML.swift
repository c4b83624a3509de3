/// Markup that is escaped and well-formed by construction: what a browser reads as HTML is XML as well.
///
/// Text gets in through `init(_:)`, which escapes it. Names of elements and attributes are literals of this
/// program, so nothing that a person wrote can become markup.
struct HTML: Equatable, Sendable {
  /// The markup so far.
  private(set) var source: String

  /// No markup.
  static let nothing = HTML(source: "")

  private init(source: String) { self.source = source }

  /// Text, escaped.
  init(_ text: String) { source = text.escaped }

  /// The picture of a chart, which was built from escaped text.
  init(pictureOf chart: Chart) { source = chart.svg + "\n" }

  /// A style sheet, whose texts are escaped as CSS strings.
  init(_ sheet: StyleSheet) { source = "<style>\n" + sheet.css + "</style>\n" }

  /// An element with its content. An attribute without a value is left out.
  init(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    @HTMLBuilder content: () -> HTML
  ) {
    let tag = name.description
    let end = HTML.inline.contains(tag) ? "" : "\n"
    source = "<" + tag + HTML.text(attributes) + ">" + content().source + "</" + tag + ">" + end
  }

  /// An element that has no content, such as `meta`.
  init(void name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
    source = "<" + name.description + HTML.text(attributes) + " />\n"
  }

  /// A whole document: its declaration and its root element.
  static func document(_ root: HTML) -> HTML { HTML(source: "<!DOCTYPE html>\n" + root.source) }

  /// Pieces one after the other.
  static func joined(_ pieces: [HTML]) -> HTML { HTML(source: pieces.map(\.source).joined()) }

  /// Elements within a line; after all others the source has a line break.
  private static let inline: Set = ["a", "b", "code", "em", "small", "span", "strong", "time"]

  private static func text(_ attributes: KeyValuePairs<StaticString, String?>) -> String {
    attributes.map { name, value in value.map { " " + name.description + "=\"" + $0.escaped + "\"" } ?? "" }
      .joined()
  }
}

/// Puts markup together from texts and elements that are written one below the other.
@resultBuilder enum HTMLBuilder {
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildExpression(_ text: String) -> HTML { HTML(text) }
  static func buildBlock(_ pieces: HTML...) -> HTML { .joined(pieces) }
  static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .nothing }
  static func buildEither(first piece: HTML) -> HTML { piece }
  static func buildEither(second piece: HTML) -> HTML { piece }
  static func buildArray(_ pieces: [HTML]) -> HTML { .joined(pieces) }
}

extension String {
  /// The text as markup, in content and in attributes. Characters that XML does not know are replaced.
  var escaped: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as a string of a style sheet: all but letters, digits and spaces as escapes.
  var asStyleString: String {
    let pieces = unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-": String(scalar)
      case "\u{0}"..<" ": "\\fffd "
      default: "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return "\"" + pieces.joined() + "\""
  }
}
