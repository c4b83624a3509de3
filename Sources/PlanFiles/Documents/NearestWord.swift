/// Finds the word that a mistyped one was meant to be.
public enum NearestWord {
  /// The candidate nearest to `word`, or nil where none is near enough; the first of equals.
  ///
  /// Near enough is one edit in three letters of the longer word, and three at most. Case is ignored.
  public static func of(_ word: String, among candidates: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let longer = max(letters.count, other.count)
      let distance = distance(letters, other)
      guard distance <= min(3, (longer + 2) / 3), distance < longer else { continue }
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Edits (insert, delete, replace, swap neighbours) from one word to the other.
  ///
  /// Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors",
  /// CACM 7(3), 1964; the restricted form (optimal string alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int]()
    var last = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
