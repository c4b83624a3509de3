/// Owns the memory of rows, until it is released itself.
@safe public final class RowMemory {
  private var blocks: [UnsafeMutableRawPointer] = unsafe []

  /// Memory that has no row yet.
  public init() {}

  deinit {
    unsafe blocks.forEach { unsafe $0.deallocate() }
  }

  /// A row of so many times the same.
  public func row<Element: BitwiseCopyable>(_ element: Element, count: Int) -> Row<Element> {
    let first = unsafe allocate(of: Element.self, count)
    unsafe first.initialize(repeating: element, count: count)
    return unsafe Row(first: first, count: count)
  }

  /// A row of the elements of an array.
  public func row<Element: BitwiseCopyable>(_ elements: [Element]) -> Row<Element> {
    let first = unsafe allocate(of: Element.self, elements.count)
    unsafe elements.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe first.initialize(from: start, count: source.count)
    }
    return unsafe Row(first: first, count: elements.count)
  }

  /// One number.
  public func slot<Element: BitwiseCopyable>(_ element: Element) -> Slot<Element> {
    Slot(row(element, count: 1))
  }

  /// A list of at most so many changes.
  public func changes<Element: BitwiseCopyable>(of element: Element, most: Int) -> ChangeList<Element> {
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
