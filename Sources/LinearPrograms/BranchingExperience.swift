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
  private static let mostCandidates = 12
  /// So often a kind was divided by that it is known.
  private static let enough = 24.0

  init(kinds: [Int?]) {
    self.kinds = kinds
  }

  /// What a step from a value gained; nil where nothing was left, which counts as twice the usual.
  mutating func learn(_ step: BranchedBound.Step, from value: Double, gain: Double?) {
    let isUp = step.low > value
    let way = isUp ? 1 : 0
    let distance = max(1e-6, isUp ? step.low - value : value - step.high)
    let usual = ofAll[way].mean(or: 0, of: 1e-9)
    let perUnit = gain.map { max(0, $0) / distance } ?? 2 * usual
    let kind = kinds[step.column] ?? 0
    ofColumn[way][step.column, default: Gain()].take(perUnit)
    ofKind[way][kind, default: Gain()].take(perUnit)
    ofAll[way].take(perUnit)
  }

  /// A column that a point may be divided by.
  struct Candidate: Sendable {
    var column: Int
    var value: Double
    /// What either half is expected to bring the bound down by, multiplied.
    var merit: Double
  }

  /// The columns that a point is best divided by, the best first; empty where all are whole.
  func candidates(at point: [Double]) -> [Candidate] {
    var found: [Candidate] = []
    for column in point.indices where kinds[column] != nil {
      let value = point[column]
      let part = value - value.rounded(.down)
      guard part > Self.tolerance, part < 1 - Self.tolerance else { continue }
      let (down, up) = (expected(column, at: value, isUp: false), expected(column, at: value, isUp: true))
      found.append(Candidate(column: column, value: value, merit: Self.merit(down, up)))
    }
    found.sort { ($1.merit, $0.column) < ($0.merit, $1.column) }
    return Array(found.prefix(Self.mostCandidates))
  }

  /// What dividing is worth whose halves bring the bound down by so much.
  static func merit(_ down: Double, _ up: Double) -> Double { max(down, 1e-6) * max(up, 1e-6) }

  /// Whether little is known of a column or its kind that way.
  func isNew(_ column: Int, isUp: Bool) -> Bool {
    let way = isUp ? 1 : 0
    guard let kind = kinds[column] else { return false }
    return ofColumn[way][column] == nil && (ofKind[way][kind]?.count ?? 0) < Self.enough
  }

  /// What dividing by a column brings the bound of one half down by.
  func expected(_ column: Int, at value: Double, isUp: Bool) -> Double {
    let part = value - value.rounded(.down)
    return (isUp ? 1 - part : part) * expected(isUp ? 1 : 0, column, kinds[column] ?? 0)
  }

  private func expected(_ way: Int, _ column: Int, _ kind: Int) -> Double {
    let all = ofAll[way].mean(or: 1, of: 1e-3)
    let like = ofKind[way][kind, default: Gain()].mean(or: all, of: 1)
    return ofColumn[way][column, default: Gain()].mean(or: like, of: 1)
  }
}
