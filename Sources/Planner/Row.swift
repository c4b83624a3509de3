/// A row of numbers in plain memory, changed in place.
///
/// The search reads and writes its rows some hundred times in each of a million trials; a row costs neither a count of
/// references nor a look whether it is shared. Places are checked in debug builds, in which all tests run. A row lives
/// as long as the memory that it was taken from.
struct Row<Element: BitwiseCopyable>: RandomAccessCollection {
  private let first: UnsafeMutablePointer<Element>
  let count: Int

  fileprivate init(first: UnsafeMutablePointer<Element>, count: Int) {
    (self.first, self.count) = (first, count)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(place: Int) -> Element {
    get {
      assert(0 <= place && place < count)
      return first[place]
    }
    nonmutating set {
      assert(0 <= place && place < count)
      first[place] = newValue
    }
  }

  /// Some places of the row, as a row.
  func part(_ places: Range<Int>) -> Row {
    assert(places.isEmpty || 0 <= places.lowerBound && places.upperBound <= count)
    return Row(first: first + places.lowerBound, count: places.count)
  }

  /// Takes over all of a row, or an array, of the same length.
  func take(_ other: some Sequence<Element>) {
    var place = 0
    for element in other {
      self[place] = element
      place += 1
    }
  }

  /// Takes over a part of a row of the same length.
  func take(_ other: Row, _ places: Range<Int>) {
    assert(places.isEmpty || 0 <= places.lowerBound && places.upperBound <= Swift.min(count, other.count))
    (first + places.lowerBound).update(from: other.first + places.lowerBound, count: places.count)
  }
}

/// A list of changes to take back, never longer than the row that holds it.
struct ChangeList<Element: BitwiseCopyable>: RandomAccessCollection {
  private let row: Row<Element>
  private(set) var endIndex = 0

  var startIndex: Int { 0 }

  fileprivate init(_ row: Row<Element>) { self.row = row }

  subscript(place: Int) -> Element { row[place] }

  mutating func append(_ element: Element) {
    row[endIndex] = element
    endIndex += 1
  }

  mutating func clear() { endIndex = 0 }
}

/// Owns the memory of rows, until it is released itself.
final class RowMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit {
    for block in blocks { block.deallocate() }
  }

  func row<Element: BitwiseCopyable>(_ element: Element, count: Int) -> Row<Element> {
    let first = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(1, count))
    first.initialize(repeating: element, count: count)
    blocks.append(UnsafeMutableRawPointer(first))
    return Row(first: first, count: count)
  }

  func row<Element: BitwiseCopyable>(_ elements: [Element]) -> Row<Element> {
    let first = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(1, elements.count))
    for (place, element) in elements.enumerated() { (first + place).initialize(to: element) }
    blocks.append(UnsafeMutableRawPointer(first))
    return Row(first: first, count: elements.count)
  }

  /// A list of at most so many changes.
  func changes<Element: BitwiseCopyable>(of element: Element, most: Int) -> ChangeList<Element> {
    ChangeList(row(element, count: most))
  }
}
