#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bold and faint text where standard output is a terminal that shows them.
struct Style {
  let isOn: Bool

  /// The style of standard output; `NO_COLOR` (https://no-color.org) turns it off.
  static var ofOutput: Style {
    Style(isOn: Descriptor.output.isTerminal && !isDumb && (environment("NO_COLOR") ?? "").isEmpty)
  }

  /// Whether the terminal cannot move its cursor.
  static var isDumb: Bool { environment("TERM") == "dumb" }

  func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { isOn ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
