/// A row of numbers in plain memory, changed in place.
///
/// A search reads and writes its rows some hundred times in each of a million trials; a row costs neither a count of
/// references nor a look whether it is shared. Places are checked wherever assertions are, as in all tests. A row must
/// not be used after the memory that it was taken from is gone: its owner keeps both.
@frozen @safe public struct Row<Element: BitwiseCopyable>: RandomAccessCollection {
  @usableFromInline let first: UnsafeMutablePointer<Element>
  /// How many elements there are.
  public let count: Int

  @inlinable init(first: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.first = first
    self.count = count
  }

  /// The first place.
  @inlinable public var startIndex: Int { 0 }
  /// The place after the last one.
  @inlinable public var endIndex: Int { count }

  /// The element at a place, 0 up to, not including, `count`.
  @inlinable public subscript(place: Int) -> Element {
    get {
      assert(0 <= place && place < count)
      return unsafe first[place]
    }
    nonmutating set {
      assert(0 <= place && place < count)
      unsafe first[place] = newValue
    }
  }

  /// The elements, copied. Not `Array(row)`: where the copy is not used in the end, the compiler (6.3) may give the array
  /// back before it is filled.
  @inline(never) public var elements: [Element] {
    unsafe Array(unsafeUninitializedCapacity: count) { copy, copied in
      unsafe copy.baseAddress?.initialize(from: first, count: count)
      copied = count
    }
  }

  /// Some places of the row, as a row.
  @inlinable public func part(_ places: Range<Int>) -> Row {
    assert(places.isEmpty || 0 <= places.lowerBound && places.upperBound <= count)
    return unsafe Row(first: first + places.lowerBound, count: places.count)
  }

  /// Takes over all elements of an array of the same length.
  @inlinable public func take(_ elements: [Element]) {
    precondition(elements.count == count)
    for (place, element) in elements.enumerated() { self[place] = element }
  }

  /// Takes over a part of a row of the same length.
  @inlinable public func take(_ other: Row, _ places: Range<Int>) {
    assert(places.isEmpty || 0 <= places.lowerBound && places.upperBound <= Swift.min(count, other.count))
    unsafe (first + places.lowerBound).update(from: other.first + places.lowerBound, count: places.count)
  }
}

/// One number in plain memory.
@frozen public struct Slot<Element: BitwiseCopyable> {
  @usableFromInline let row: Row<Element>

  @inlinable init(_ row: Row<Element>) { self.row = row }

  /// The number.
  @inlinable public var now: Element {
    get { row[0] }
    nonmutating set { row[0] = newValue }
  }
}

/// A list of changes to take back, never longer than the row that holds it.
@frozen public struct ChangeList<Element: BitwiseCopyable>: RandomAccessCollection {
  @usableFromInline let row: Row<Element>
  @usableFromInline let used: Slot<Int>

  @inlinable init(_ row: Row<Element>, used: Slot<Int>) {
    (self.row, self.used) = (row, used)
  }

  /// The first place.
  @inlinable public var startIndex: Int { 0 }
  /// The place after the last change.
  @inlinable public var endIndex: Int { used.now }

  /// The change at a place.
  @inlinable public subscript(place: Int) -> Element { row[place] }

  /// Adds a change.
  @inlinable public func append(_ element: Element) {
    precondition(used.now < row.count)
    row[used.now] = element
    used.now += 1
  }

  /// Takes all changes out.
  @inlinable public func clear() { used.now = 0 }
}
