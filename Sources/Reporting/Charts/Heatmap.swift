/// A matrix in greys, darker for more, with the figure in every cell that has room for it.
struct Heatmap {
  let rowNames: [String]
  let columnHeads: [String]
  /// Row by row.
  let values: [[Double]]
  let texts: [[String]]
  /// The value of the darkest grey.
  let darkest: Double
  /// Whether rows are known by their number on a narrow sheet, their names being listed below.
  let numbersRows: Bool
  var markedRow: Int?

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let names = rowNames.enumerated().map { numbersRows ? (isNarrow ? "\($0 + 1)" : "\($0 + 1)  \($1)") : $1 }
    let widest = names.map { TextWidth.of($0, size: 12, isBold: true) }.max() ?? 0
    let nameColumn = min(widest + 8, isNarrow ? width * 0.44 : 220)
    let columns = Double(max(1, columnHeads.count))
    let cell = min(isNarrow ? 60 : 84, (width - nameColumn - 1) / columns)
    let fontSize = max(6.5, min(12, cell * 0.44))
    let heads = columnHeads.map { TextWidth.lines($0, size: 11, within: cell - 2) }
    let headHeight = Double(heads.map(\.count).max() ?? 1) * 13 + 5
    let wraps = isNarrow && !numbersRows
    let nameLines = names.enumerated().map { row, name in
      wraps
        ? TextWidth.lines(name, size: 11, isBold: row == markedRow, within: nameColumn - 4)
        : [TextWidth.fitted(name, size: 12, isBold: row == markedRow, within: nameColumn - 4)]
    }
    let rowHeight = max(nameLines.contains { $0.count > 1 } ? 27 : 22, min(30, cell))
    var drawing = Drawing(width: width, height: headHeight + Double(values.count) * rowHeight + 2)
    for (column, lines) in heads.enumerated() {
      let x = nameColumn + (Double(column) + 0.5) * cell
      for (index, text) in lines.enumerated() {
        drawing.write(
          text, at: Point(x, headHeight - 5 - Double(lines.count - 1 - index) * 13), size: 11, anchor: .middle,
          paint: .grey, role: .axis)
      }
    }
    for (row, entries) in values.enumerated() {
      let top = headHeight + Double(row) * rowHeight
      let isBold = row == markedRow
      let lines = nameLines[row]
      for (index, text) in lines.enumerated() {
        let shift = lines.count == 1 ? 0 : (index == 0 ? -6.0 : 6.0)
        drawing.write(
          text, at: Point(0, top + rowHeight / 2 + 4.2 + shift), size: wraps ? 11 : 12, isBold: isBold, role: .name)
      }
      for (column, value) in entries.enumerated() {
        let degree = darkest > 0 ? value.magnitude / darkest : 0
        let x = nameColumn + Double(column) * cell
        drawing.add(
          .rectangle(
            Box(x: x, y: top, width: cell, height: rowHeight), fill: .shade(degree), stroke: .pale))
        let text = texts[row][column]
        guard TextWidth.of(text, size: fontSize) <= cell - 1 else { continue }
        // Black on greys down to #767676, white below: at least 4.5 to 1 throughout.
        drawing.write(
          text, at: Point(x + cell / 2, top + rowHeight / 2 + fontSize * 0.36), size: fontSize, anchor: .middle,
          isBold: isBold, paint: degree > 0.72 ? .white : .black, role: .value)
      }
    }
    return drawing
  }
}
