/// The colour names that a calendar knows (RFC 7986 section 5.9: CSS Color Module Level 3 section 4.3).
enum ColourNames {
  static let all: [String] = String(decoding: EmbeddedData.colours, as: UTF8.self)
    .split(separator: "\n").map(String.init)
}
