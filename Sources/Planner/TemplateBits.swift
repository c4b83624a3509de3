import Rows

/// Sets of templates, a bit for each: those of each day, of each week, or any other sets.
struct TemplateBits {
  private let wordsPerSet: Int
  private let words: Row<UInt64>

  /// So many empty sets of templates.
  init(sets: Int, templates: Int, in memory: RowMemory) {
    wordsPerSet = max(1, (templates + 63) / 64)
    words = memory.row(0, count: sets * wordsPerSet)
  }

  /// So many sets of the templates that belong to them.
  init(
    sets: Int, templates: Int, in memory: RowMemory, has isMember: (_ set: Int, _ template: Int) -> Bool
  ) {
    self.init(sets: sets, templates: templates, in: memory)
    for set in 0..<sets {
      for template in 0..<templates where isMember(set, template) { flip(template, in: set) }
    }
  }

  /// Puts a template into a set that does not have it, takes it out of one that does.
  func flip(_ template: Int, in set: Int) {
    words[set * wordsPerSet + template / 64] ^= 1 << UInt64(template % 64)
  }

  /// Empties all sets.
  func clear() {
    for place in words.indices { words[place] = 0 }
  }

  /// The templates of a set, in order.
  @inline(__always) func members(of set: Int) -> Members { members(of: set, alsoIn: set, of: self) }

  /// The templates of a set that are in one of others too, in order.
  @inline(__always) func members(of set: Int, alsoIn other: Int, of others: TemplateBits) -> Members {
    Members(self, set * wordsPerSet, others, other * wordsPerSet)
  }

  /// Whether a set and one of others have a template in common.
  @inline(__always) func shares(_ set: Int, with other: Int, of others: TemplateBits) -> Bool {
    var common = members(of: set, alsoIn: other, of: others)
    return common.next() != nil
  }

  /// How many templates of a set are in one of others too.
  func count(of set: Int, alsoIn other: Int, of others: TemplateBits) -> Int {
    var count = 0
    for _ in members(of: set, alsoIn: other, of: others) { count += 1 }
    return count
  }

  /// How many templates of a set are not in another one.
  func count(of set: Int, notIn other: Int) -> Int {
    var count = 0
    for word in 0..<wordsPerSet {
      count += Self.count(words[set * wordsPerSet + word] & ~words[other * wordsPerSet + word])
    }
    return count
  }

  /// How many templates are in any of some sets (but not in the same set of `exceptions`), in one of others too, and in
  /// none of the earlier sets.
  func count(
    ofAny sets: Range<Int>, except exceptions: TemplateBits, alsoIn other: Int, of others: TemplateBits,
    notInAny earlier: Range<Int>
  ) -> Int {
    var count = 0
    for word in 0..<wordsPerSet {
      let mask = others.words[other * wordsPerSet + word]
      var left: UInt64 = 0
      for set in sets {
        let place = set * wordsPerSet + word
        left |= words[place] & ~exceptions.words[place] & mask
      }
      for set in earlier where left != 0 { left &= ~words[set * wordsPerSet + word] }
      count += Self.count(left)
    }
    return count
  }

  /// Sets are small: a step for each member is shorter than what counts all bits where there is no instruction for it.
  @inline(__always) private static func count(_ word: UInt64) -> Int {
    var (left, count) = (word, 0)
    while left != 0 {
      left &= left &- 1
      count += 1
    }
    return count
  }

  /// Templates that are in two sets, in order.
  struct Members: Sequence, IteratorProtocol {
    private let bits: TemplateBits
    private let mask: TemplateBits
    private let first: Int
    private let firstOfMask: Int
    /// Which word of the two sets is looked at, and what is left of it.
    private var word = 0
    private var left: UInt64

    @inline(__always) fileprivate init(
      _ bits: TemplateBits, _ first: Int, _ mask: TemplateBits, _ firstOfMask: Int
    ) {
      (self.bits, self.first, self.mask, self.firstOfMask) = (bits, first, mask, firstOfMask)
      left = bits.words[first] & mask.words[firstOfMask]
    }

    @inline(__always) mutating func next() -> Int? {
      while left == 0 {
        word += 1
        guard word < bits.wordsPerSet else { return nil }
        left = bits.words[first + word] & mask.words[firstOfMask + word]
      }
      defer { left &= left &- 1 }
      return 64 * word + left.trailingZeroBitCount
    }
  }
}
