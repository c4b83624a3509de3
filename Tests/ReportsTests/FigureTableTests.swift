import Testing

@testable import Reports

@Suite struct FigureTableTests {
  @Test func keepsItsRows() {
    let table = FigureTable(head: ["week", "load"], rows: [["1", "900"]])
    #expect(table.rows[0].count == table.head.count)
  }
}
