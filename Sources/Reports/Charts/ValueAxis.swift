/// The upright axis of a chart: which value lies at which height.
struct ValueAxis {
  /// Round numbers from the lowest to the highest, evenly spaced.
  let ticks: [Double]
  /// Decimals that the ticks need.
  let decimals: Int
  /// The height of the highest tick.
  let top: Double
  /// The height of the lowest tick.
  let bottom: Double

  /// An axis over values, zero included, with at most so many steps or one more.
  init(of values: [Double], steps: Int = 5, top: Double, bottom: Double) {
    let finite = values.filter(\.isFinite)
    let low = min(0, finite.min() ?? 0)
    let highest = max(0, finite.max() ?? 0)
    let high = highest > low ? highest : 1
    let step = ValueAxis.niceStep((high - low) / Double(max(1, steps)))
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step - 1e-9).rounded(.up))
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2
    self.top = top
    self.bottom = bottom
  }

  /// The height of a value.
  func y(_ value: Double) -> Double {
    let (low, high) = (ticks[0], ticks[ticks.count - 1])
    return bottom - (min(max(value, low), high) - low) / (high - low) * (bottom - top)
  }

  /// A tick as people read it; thousands from 10 000 on.
  func label(_ tick: Double) -> String {
    guard let last = ticks.last, max(last, -ticks[0]) >= 10_000 else { return tick.text(decimals) }
    let isWhole = ticks.allSatisfy { ($0 / 1000).rounded() == $0 / 1000 }
    return tick == 0 ? "0" : (tick / 1000).text(isWhole ? 0 : 1) + "k"
  }

  /// The least of 1, 2, 5, 10, 20, 50, ... (or 0.5, 0.2, ...) that is not below a length.
  private static func niceStep(_ length: Double) -> Double {
    var unit = 0.01
    while unit * 10 <= length { unit *= 10 }
    return [1.0, 2, 5, 10].map { $0 * unit }.first { $0 >= length - 1e-12 } ?? 10 * unit
  }
}

extension Drawing {
  /// Grid lines and the numbers of an axis; `unit` stands above its numbers.
  mutating func draw(_ axis: ValueAxis, unit: String? = nil) {
    for tick in axis.ticks {
      let y = axis.y(tick)
      line(
        Point(x: WeekAxis.left, y: y), Point(x: WeekAxis.right, y: y), tick == 0 ? .axis : .grid)
      text(axis.label(tick), Point(x: WeekAxis.left - 5, y: y), .end, isCentred: true)
    }
    if let unit { text(unit, Point(x: 0, y: axis.top - 14)) }
  }
}
