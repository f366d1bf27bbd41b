/// Which of a few states each row is in for each column: a cell in the paint of its state, told apart without colour.
struct StateMatrix {
  struct State {
    let paint: Paint
    /// Drawn in the middle of the cell, so that dark and light cells differ in shape as well.
    let symbol: Symbol?
  }

  let rowNames: [String]
  /// Short heads, such as numbers, of which the page tells the meaning.
  let columnHeads: [String]
  let states: [State]
  /// Row by row, the number of a state.
  let cells: [[Int]]

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let widest = rowNames.map { TextWidth.of($0, size: 12) }.max() ?? 0
    let nameColumn = min(widest + 10, isNarrow ? width * 0.46 : 220)
    let cell = min(isNarrow ? 44 : 96, (width - nameColumn - 1) / Double(max(1, columnHeads.count)))
    let rowHeight = 24.0
    let top = 18.0
    var drawing = Drawing(width: width, height: top + Double(rowNames.count) * rowHeight + 2)
    var taken: [Box] = []
    for (column, head) in columnHeads.enumerated() {
      let label = Label(
        text: head, point: Point(nameColumn + (Double(column) + 0.5) * cell, 12), size: 11, anchor: .middle,
        isBold: false, paint: .grey, role: .axis, halo: false)
      // Of a great many columns only as many are numbered as have room.
      guard !taken.contains(where: { $0.overlaps(label.box) }), label.box.isWithin(width, drawing.height) else {
        continue
      }
      taken.append(label.box)
      drawing.add(.label(label))
    }
    for (row, entries) in cells.enumerated() {
      let y = top + Double(row) * rowHeight
      drawing.write(
        TextWidth.fitted(rowNames[row], size: 12, within: nameColumn - 6), at: Point(0, y + rowHeight / 2 + 4.2),
        role: .name)
      for (column, state) in entries.enumerated() {
        let x = nameColumn + Double(column) * cell
        drawing.add(
          .rectangle(
            Box(x: x + 1, y: y + 1, width: max(1, cell - 2), height: rowHeight - 2), fill: states[state].paint,
            stroke: .grey))
        if let symbol = states[state].symbol, cell >= 12 {
          drawing.add(
            .symbol(symbol, Point(x + cell / 2, y + rowHeight / 2), size: 4, fill: .white, stroke: .ink))
        }
      }
    }
    return drawing
  }
}
