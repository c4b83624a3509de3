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
