extension [String] {
  /// The items as a sentence lists them: `A`, `A and B`, `A, B and C`; empty for none.
  public var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
