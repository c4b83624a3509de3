/// Numbers as people read them, the same on every machine.
enum Figures {
  /// A number with at most `digits` decimals, without trailing zeros; "infinite" beyond counting.
  static func plain(_ value: Double, digits: Int = 1) -> String {
    let text = fixed(value, digits: digits)
    guard text.contains(".") else { return text }
    var kept = text[...]
    while kept.hasSuffix("0") { kept = kept.dropLast() }
    if kept.hasSuffix(".") { kept = kept.dropLast() }
    return String(kept)
  }

  /// A number with exactly `digits` decimals, rounded half away from zero.
  static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return value.isNaN ? "unknown" : "infinite" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int64((abs(value) * scale).rounded(.toNearestOrAwayFromZero))
    let whole = scaled / Int64(scale)
    var fraction = String(scaled % Int64(scale))
    while fraction.count < digits { fraction = "0" + fraction }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return digits == 0 ? sign + String(whole) : sign + String(whole) + "." + fraction
  }

  /// A share as a percentage: 0.1 is "10 %".
  static func percent(_ share: Double, digits: Int = 0) -> String {
    plain(share * 100, digits: digits) + " %"
  }

  /// A change as a percentage with its sign: 0.1 is "+10.0 %".
  static func change(_ share: Double) -> String {
    (share >= 0 ? "+" : "") + fixed(share * 100, digits: 1) + " %"
  }

  /// A count with its noun: "1 session", "2 sessions".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)" + (number == 1 ? "" : "s")
  }
}
