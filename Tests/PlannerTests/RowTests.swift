import Rows
import Testing

@Suite struct RowTests {
  @Test func aRowIsChangedInPlaceAndCopiedWhole() {
    let memory = RowMemory()
    let row = memory.row([5, 6, 7, 8])
    let part = row.part(1..<3)
    part[0] = 60
    #expect(row.elements == [5, 60, 7, 8] && part.elements == [60, 7])
    let other = memory.row(0, count: 4)
    other.take(row, 2..<4)
    #expect(other.elements == [0, 0, 7, 8])
    other.take([1, 2, 3, 4])
    #expect(other.elements == [1, 2, 3, 4] && row.elements == [5, 60, 7, 8])
    #expect(memory.row([Int]()).elements.isEmpty)
  }

  @Test func aListOfChangesIsReadInOrderAndCleared() {
    let memory = RowMemory()
    let changes = memory.changes(of: 0, most: 3)
    for number in [4, 2, 9] { changes.append(number) }
    #expect(changes.reversed().map { $0 } == [9, 2, 4])
    changes.clear()
    #expect(changes.isEmpty)
  }
}
