extension Double {
  /// The number with so many decimals, a point before them whatever the locale, rounded half away from zero
  /// and without a negative zero.
  func text(_ decimals: Int = 0) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (self * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 1e15 else { return isNaN ? "unknown" : "beyond counting" }
    let whole = Int64(scaled)
    let digits = String(whole.magnitude)
    let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
    let sign = whole < 0 ? "-" : ""
    return decimals == 0 ? sign + digits : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A whole number, from five digits on with its thousands apart: `11 232`.
  var grouped: String {
    var rest = text()[...]
    var groups: [Substring] = []
    while rest.count > 4 || (!groups.isEmpty && rest.count > 3) {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: "\u{202F}")
  }

  /// A share as a percentage: 0.1 is `10 %`.
  var percent: String { (self * 100).text() + " %" }

  /// A change as a percentage with its sign: 0.1 is `+10 %`.
  var change: String { (self >= 0.005 ? "+" : "") + percent }
}

extension Int {
  /// A count with its noun: `1 day`, `2 days`.
  func counted(_ noun: String) -> String { "\(self) \(noun)" + (self == 1 ? "" : "s") }
}
