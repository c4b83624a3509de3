/// A row of numbers in plain memory, changed in place.
///
/// The search reads and writes its rows some hundred times in each of a million trials; a row costs neither a count of
/// references nor a look whether it is shared. Places are checked in debug builds, in which all tests run. A row must
/// not be used after the memory that it was taken from is gone: its owner keeps both.
@safe struct Row<Element: BitwiseCopyable>: RandomAccessCollection {
  private let first: UnsafeMutablePointer<Element>
  let count: Int

  fileprivate init(first: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.first = first
    self.count = count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(place: Int) -> Element {
    get {
      assert(0 <= place && place < count)
      return unsafe first[place]
    }
    nonmutating set {
      assert(0 <= place && place < count)
      unsafe first[place] = newValue
    }
  }

  /// Some places of the row, as a row.
  func part(_ places: Range<Int>) -> Row {
    assert(places.isEmpty || 0 <= places.lowerBound && places.upperBound <= count)
    return unsafe Row(first: first + places.lowerBound, count: places.count)
  }

  /// Takes over all elements of an array of the same length.
  func take(_ elements: [Element]) {
    assert(elements.count == count)
    for (place, element) in elements.enumerated() { self[place] = element }
  }

  /// Takes over a part of a row of the same length.
  func take(_ other: Row, _ places: Range<Int>) {
    assert(places.isEmpty || 0 <= places.lowerBound && places.upperBound <= Swift.min(count, other.count))
    unsafe (first + places.lowerBound).update(from: other.first + places.lowerBound, count: places.count)
  }
}

/// One number in plain memory.
struct Slot<Element: BitwiseCopyable> {
  private let row: Row<Element>

  fileprivate init(_ row: Row<Element>) { self.row = row }

  var now: Element {
    get { row[0] }
    nonmutating set { row[0] = newValue }
  }
}

/// A list of changes to take back, never longer than the row that holds it.
struct ChangeList<Element: BitwiseCopyable>: RandomAccessCollection {
  private let row: Row<Element>
  private let used: Slot<Int>

  fileprivate init(_ row: Row<Element>, used: Slot<Int>) {
    (self.row, self.used) = (row, used)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { used.now }

  subscript(place: Int) -> Element { row[place] }

  func append(_ element: Element) {
    row[used.now] = element
    used.now += 1
  }

  func clear() { used.now = 0 }
}

/// Owns the memory of rows, until it is released itself.
@safe final class RowMemory {
  private var blocks: [UnsafeMutableRawPointer] = unsafe []

  deinit {
    unsafe blocks.forEach { unsafe $0.deallocate() }
  }

  /// A row of so many times the same.
  func row<Element: BitwiseCopyable>(_ element: Element, count: Int) -> Row<Element> {
    let first = unsafe allocate(of: Element.self, count)
    unsafe first.initialize(repeating: element, count: count)
    return unsafe Row(first: first, count: count)
  }

  /// A row of the elements of an array.
  func row<Element: BitwiseCopyable>(_ elements: [Element]) -> Row<Element> {
    let first = unsafe allocate(of: Element.self, elements.count)
    for (place, element) in elements.enumerated() { unsafe (first + place).initialize(to: element) }
    return unsafe Row(first: first, count: elements.count)
  }

  /// One number.
  func slot<Element: BitwiseCopyable>(_ element: Element) -> Slot<Element> { Slot(row(element, count: 1)) }

  /// A list of at most so many changes.
  func changes<Element: BitwiseCopyable>(of element: Element, most: Int) -> ChangeList<Element> {
    ChangeList(row(element, count: most), used: slot(0))
  }

  private func allocate<Element: BitwiseCopyable>(
    of type: Element.Type, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    let first = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(1, count))
    unsafe blocks.append(UnsafeMutableRawPointer(first))
    return unsafe first
  }
}
