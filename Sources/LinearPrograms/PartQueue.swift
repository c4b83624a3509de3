extension BranchedBound {
  /// A column held to a part of its numbers.
  struct Step: Sendable {
    var column: Int
    var low: Double
    var high: Double
  }

  /// A part of a case that is still open.
  struct Part {
    /// The order in which parts were made.
    var number = 0
    var inCase: Int
    var steps: [Step] = []
    var bound: Double
    /// Where to go on.
    var basis: DualSimplex.Basis?
    var state = State.new
    /// What was divided to make it: the value of the column of its last step, and the bound.
    var value = 0.0
    var boundBefore = 0.0

    /// How far a part has come.
    enum State {
      /// Its case was not looked at.
      case new
      /// Its programme is not solved, or not to the end.
      case cut
      /// Solved, and to be divided by one of some columns.
      case solved([BranchingExperience.Candidate])
      /// All its choices are made.
      case whole
    }
  }
}

/// Parts that are still open, the one with the greatest bound first, of equal ones the one that was made first: a heap.
struct PartQueue {
  private var open: [BranchedBound.Part] = []
  private var made = 0

  var first: BranchedBound.Part? { open.first }
  var count: Int { open.count }

  mutating func insert(_ part: BranchedBound.Part) {
    var part = part
    part.number = made
    made += 1
    open.append(part)
    var place = open.count - 1
    while place > 0, isBefore(place, (place - 1) / 2) {
      open.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() {
    open.swapAt(0, open.count - 1)
    open.removeLast()
    var place = 0
    while true {
      var first = place
      for child in [2 * place + 1, 2 * place + 2] where child < open.count && isBefore(child, first) {
        first = child
      }
      if first == place { return }
      open.swapAt(place, first)
      place = first
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    open[a].bound != open[b].bound ? open[a].bound > open[b].bound : open[a].number < open[b].number
  }
}
