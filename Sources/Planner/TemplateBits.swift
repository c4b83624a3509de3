import Rows

/// Sets of templates, a bit for each: those of each day, or any other sets.
struct TemplateBits {
  private let wordsPerSet: Int
  private let words: Row<UInt64>

  /// So many empty sets of templates.
  init(sets: Int, templates: Int, in memory: RowMemory) {
    wordsPerSet = (templates + 63) / 64
    words = memory.row(0, count: sets * wordsPerSet)
  }

  /// Puts a template into a set that does not have it, takes it out of one that does.
  func flip(_ template: Int, in set: Int) {
    words[set * wordsPerSet + template / 64] ^= 1 << UInt64(template % 64)
  }

  /// Empties all sets.
  func clear() {
    for place in words.indices { words[place] = 0 }
  }

  /// How many templates of a set are in a set of others too.
  func count(of set: Int, alsoIn other: Int, of others: TemplateBits) -> Int {
    var count = 0
    for word in 0..<wordsPerSet {
      count += (words[set * wordsPerSet + word] & others.words[other * wordsPerSet + word]).nonzeroBitCount
    }
    return count
  }

  /// How many templates of a set are not in another one.
  func count(of set: Int, notIn other: Int) -> Int {
    var count = 0
    for word in 0..<wordsPerSet {
      count += (words[set * wordsPerSet + word] & ~words[other * wordsPerSet + word]).nonzeroBitCount
    }
    return count
  }
}
