/// What dividing by columns has gained so far, and which column of a point is worth it most (pseudo-costs, Benichou et al.
/// 1971).
struct BranchingExperience {
  private let kinds: [Int?]
  private var ofColumn: [[Int: Gain]] = [[:], [:]]
  private var ofKind: [[Int: Gain]] = [[:], [:]]
  private var ofAll = [Gain(), Gain()]

  /// What a column gained for each unit that its value was moved by.
  private struct Gain {
    var sum = 0.0
    var count = 0.0

    mutating func take(_ gain: Double) {
      sum += gain
      count += 1
    }

    func mean(or other: Double, of weight: Double) -> Double { (sum + weight * other) / (count + weight) }
  }

  private static let tolerance = 1e-5

  init(kinds: [Int?]) {
    self.kinds = kinds
  }

  /// What a step from a value gained; nil where nothing was left, which counts as twice the usual.
  mutating func learn(_ step: BranchedBound.Step, from value: Double, gain: Double?) {
    let isUp = step.low > value
    let way = isUp ? 1 : 0
    let distance = max(1e-6, isUp ? step.low - value : value - step.high)
    let usual = ofAll[way].mean(or: 0, of: 1e-9)
    let perUnit = gain.map { $0 / distance } ?? 2 * usual
    let kind = kinds[step.column] ?? 0
    ofColumn[way][step.column, default: Gain()].take(perUnit)
    ofKind[way][kind, default: Gain()].take(perUnit)
    ofAll[way].take(perUnit)
  }

  /// The column to divide a point by, with its value; nil where all are whole.
  func choice(at point: [Double]) -> (column: Int, value: Double)? {
    var best: (column: Int, value: Double)?
    var greatest = -1.0
    for column in point.indices {
      guard let kind = kinds[column] else { continue }
      let value = point[column]
      let part = value - value.rounded(.down)
      guard part > Self.tolerance, part < 1 - Self.tolerance else { continue }
      let down = part * expected(0, column, kind)
      let up = (1 - part) * expected(1, column, kind)
      let merit = max(down, 1e-6) * max(up, 1e-6)
      if merit > greatest {
        greatest = merit
        best = (column, value)
      }
    }
    return best
  }

  private func expected(_ way: Int, _ column: Int, _ kind: Int) -> Double {
    let all = ofAll[way].mean(or: 1, of: 1e-3)
    let like = ofKind[way][kind, default: Gain()].mean(or: all, of: 1)
    return ofColumn[way][column, default: Gain()].mean(or: like, of: 1)
  }
}
