extension HTML {
  /// A table with a head row; the first cell of each row is its head.
  ///
  /// A wide one scrolls inside a region of its own that the keyboard reaches, so that the page never does.
  static func table(_ table: FigureTable, labelled label: String) -> HTML {
    let alignments = table.head.indices.map { table.isNumeric($0) ? "number" : nil }
    return HTML("div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"]) {
      HTML("table") {
        HTML("thead") {
          HTML("tr") {
            for (place, title) in table.head.enumerated() {
              HTML("th", ["scope": "col", "class": alignments[place]]) { title }
            }
          }
        }
        HTML("tbody") {
          for row in table.rows {
            HTML("tr") {
              for (place, cell) in row.enumerated() {
                if place == 0 {
                  HTML("th", ["scope": "row"]) { cell }
                } else {
                  HTML("td", ["class": place < alignments.count ? alignments[place] : nil]) { cell }
                }
              }
            }
          }
        }
      }
    }
  }

  /// A part of the report under a heading, with the name that links lead to.
  static func section(
    _ id: StaticString, _ title: String, class name: String? = nil, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    HTML("section", ["id": id.description, "aria-labelledby": id.description + "-title", "class": name]) {
      HTML("h2", ["id": id.description + "-title"]) { title }
      content()
    }
  }
}

extension FigureTable {
  /// Whether a column holds figures, which stand below each other by their ends.
  fileprivate func isNumeric(_ column: Int) -> Bool {
    let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }.filter { !$0.isEmpty }
    return column > 0 && cells.contains { $0.first?.isNumber ?? false }
      && cells.allSatisfy { $0.allSatisfy { $0.isNumber || "+-−–.,:% ".contains($0) } }
  }
}
