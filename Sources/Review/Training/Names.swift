/// Names as small whole numbers, so that per-day loops compare integers.
///
/// Numbers are given in the order of first use; equal input gives equal numbers.
struct Names: Equatable, Sendable {
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a name, given now where it is new.
  mutating func number(_ name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = all.count
    all.append(name)
    return all.count - 1
  }

  /// The number of a name; nil where it does not occur.
  func known(_ name: String) -> Int? { numbers[name] }

  /// How many names there are.
  var count: Int { all.count }

  /// The name with the number.
  subscript(number: Int) -> String { all[number] }
}
