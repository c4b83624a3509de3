extension LinearProgram {
  /// A value that the objective cannot exceed, proven from prices of the rows alone (weak duality): whoever found the
  /// prices, and however badly, the bound holds. Every sum is rounded upwards.
  ///
  /// For any prices y: cost·x = y·Ax + (cost - yA)·x, and each part is at most what the bounds of rows and columns
  /// let it be.
  public func provenBound(prices given: [Double]) -> Double {
    let prices = given.indices.map { hasBound(row: $0, for: given[$0]) ? given[$0] : 0 }
    var bound = UpwardSum()
    bound.add(constant)
    let reduced = reducedCosts(prices)
    for column in 0..<columnCount {
      bound.addGreatest(of: reduced[column], from: lower[column], to: upper[column])
    }
    for row in 0..<rowCount where prices[row] != 0 {
      bound.addGreatest(of: Rounded(prices[row]), from: rowLower[row], to: rowUpper[row])
    }
    return bound.value
  }

  /// Whether the prices prove that no point keeps all bounds: a combination of the rows that would have to be 0 and is
  /// above 0, or below it, everywhere.
  public func provesInfeasible(prices: [Double]) -> Bool {
    var free = self
    free.dropObjective()
    return free.provenBound(prices: prices) < 0
  }

  /// Whether a row has the bound that a price of its sign asks for.
  private func hasBound(row: Int, for price: Double) -> Bool {
    price.isFinite && (price > 0 ? rowUpper[row] : rowLower[row]).isFinite
  }

  private mutating func dropObjective() {
    for column in 0..<columnCount { addCost(-cost[column], to: column) }
    constant = 0
  }

  /// cost - yA with what rounding may have done to it.
  private func reducedCosts(_ prices: [Double]) -> [Rounded] {
    var reduced = cost.map { Rounded($0) }
    for row in 0..<rowCount where prices[row] != 0 {
      for place in rowStart[row]..<rowStart[row + 1] {
        reduced[columnOfTerm[place]].subtract(prices[row] * factor[place])
      }
    }
    return reduced
  }
}

/// A number with a bound of its rounding error: each operation is right to half a unit in the last place
/// (IEEE 754), so a sum is off by at most the unit roundoff of every partial result and product.
private struct Rounded {
  private(set) var value: Double
  private(set) var error = 0.0

  private static let unit = 0x1p-52

  init(_ value: Double) { self.value = value }

  /// Takes off a product that was rounded once.
  mutating func subtract(_ product: Double) {
    value -= product
    error += (abs(product) + abs(value)) * Self.unit
  }
}

/// A sum that is never below the true one.
private struct UpwardSum {
  private(set) var value = 0.0

  mutating func add(_ term: Double) { value = (value + term).nextUp }

  /// Adds the greatest product of a factor and a number between two bounds; a factor that may be 0 wants none of an
  /// infinite bound.
  mutating func addGreatest(of factor: Rounded, from low: Double, to high: Double) {
    let slack = (factor.error * 1.000_001).nextUp
    var greatest = -Double.infinity
    for bound in [low, high] {
      if factor.value == 0, slack == 0 {
        greatest = max(greatest, 0)
      } else if bound.isFinite {
        greatest = max(greatest, (factor.value * bound).nextUp + (slack * abs(bound)).nextUp)
      } else if (factor.value > 0) == (bound > 0) {
        greatest = .infinity
      }
    }
    add(greatest.nextUp)
  }
}
