/// A vector most of whose entries are 0, with the places of those that are not.
struct SparseVector {
  private(set) var value: [Double]
  /// Every place with an entry, once, in no order.
  private(set) var places: [Int] = []

  /// Smaller entries are rounding.
  static let noise = 1e-14

  init(size: Int) {
    value = Array(repeating: 0, count: size)
  }

  subscript(place: Int) -> Double { value[place] }

  mutating func clear() {
    for place in places { value[place] = 0 }
    places.removeAll(keepingCapacity: true)
  }

  /// Takes over the entries of a vector of the same size.
  mutating func take(_ other: SparseVector) {
    clear()
    for place in other.places { value[place] = other.value[place] }
    places.append(contentsOf: other.places)
  }

  /// Adds to an entry; what cancels out stays as next to nothing, so that its place is not listed twice.
  @inline(__always) mutating func add(_ term: Double, at place: Int) {
    let before = value[place]
    if before == 0 { places.append(place) }
    let sum = before + term
    value[place] = sum == 0 ? .leastNormalMagnitude : sum
  }

  mutating func add(_ other: SparseColumns, column: Int, times factor: Double) {
    let places = other.start[column]..<other.start[column + 1]
    add(other.row, other.value, places, times: factor)
  }

  /// Adds the terms that stand at some places of two arrays: where to, and how much.
  mutating func add(_ targets: [Int], _ terms: [Double], _ some: Range<Int>, times factor: Double) {
    let (targets, terms) = (targets.span, terms.span)
    var listed = takePlaces()
    var own = value.mutableSpan
    for place in some {
      let target = targets[place]
      let before = own[target]
      if before == 0 { listed.append(target) }
      let sum = before + factor * terms[place]
      own[target] = sum == 0 ? .leastNormalMagnitude : sum
    }
    places = listed
  }

  func dot(_ other: SparseColumns, column: Int) -> Double {
    let (own, rows, factors) = (value.span, other.row.span, other.value.span)
    var sum = 0.0
    for place in other.start[column]..<other.start[column + 1] { sum += factors[place] * own[rows[place]] }
    return sum
  }

  /// Takes entries off others: row by row, `columns[row] * value[row]`, after a division by `diagonal[row]`. Rows come
  /// before those that they take from, in this order or in the reverse one; all that is not 0 is in `rows`, or comes
  /// to be on the way.
  mutating func eliminate(
    _ rows: [Int], isReversed: Bool = false, _ columns: SparseColumns, diagonal: [Double]?
  ) {
    var own = value.mutableSpan
    let (rows, starts, targets, factors) = (
      rows.span, columns.start.span, columns.row.span, columns.value.span
    )
    let last = rows.count - 1
    for place in 0..<rows.count {
      let row = rows[isReversed ? last - place : place]
      var entry = own[row]
      if entry == 0 { continue }
      if let diagonal {
        entry /= diagonal[row]
        own[row] = entry
      }
      for place in starts[row]..<starts[row + 1] { own[targets[place]] -= factors[place] * entry }
    }
  }

  /// Lists the places anew, out of all of them or out of some that hold all entries, without what is rounding.
  mutating func list() { list(value.indices) }

  mutating func list(_ some: some Sequence<Int>) {
    var listed = takePlaces()
    listed.removeAll(keepingCapacity: true)
    var own = value.mutableSpan
    for place in some where own[place] != 0 {
      if abs(own[place]) > Self.noise { listed.append(place) } else { own[place] = 0 }
    }
    places = listed
  }

  /// The list, for a loop that also changes entries.
  private mutating func takePlaces() -> [Int] {
    var taken: [Int] = []
    swap(&taken, &places)
    return taken
  }
}
