/// Two figures a row as two points of one line: a ring for the first, a disc for the second.
struct DumbbellChart {
  struct Row {
    let name: String
    let first: Double
    let second: Double
    let firstText: String
    let secondText: String
    var isMarked = false
  }

  let rows: [Row]
  let firstHead: String
  let secondHead: String
  /// Whether the axis starts from zero, as it does for costs; changes are seen better without.
  var holdsZero = true
  let format: (Double) -> String

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let nameColumn =
      isNarrow ? 0 : min(200, (rows.map { TextWidth.of($0.name, size: 12, isBold: true) }.max() ?? 0) + 14)
    let firstColumn = columnWidth(rows.map(\.firstText), head: firstHead)
    let secondColumn = columnWidth(rows.map(\.secondText), head: secondHead)
    let rowHeight = isNarrow ? 38.0 : 26.0
    let top = 20.0
    let bottom = top + Double(rows.count) * rowHeight + 2
    var drawing = Drawing(width: width, height: bottom + 20)
    let plotEnd = isNarrow ? width - 8 : width - firstColumn - secondColumn - 12
    let scale = Scale(
      over: rows.flatMap { [$0.first, $0.second] } + (holdsZero ? [0] : []), from: isNarrow ? 8 : nameColumn + 6,
      to: plotEnd)
    drawing.addAxis(scale, from: top, to: bottom, about: isNarrow ? 3 : 5, format: format)
    let firstEnd = width - secondColumn - 1
    drawing.write(firstHead, at: Point(firstEnd, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    drawing.write(secondHead, at: Point(width - 1, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    for (index, row) in rows.enumerated() {
      let rowTop = top + Double(index) * rowHeight
      let textLine = isNarrow ? rowTop + 14 : rowTop + rowHeight / 2 + 4.2
      let y = isNarrow ? rowTop + 26 : rowTop + rowHeight / 2
      let nameLimit = isNarrow ? width - firstColumn - secondColumn - 6 : nameColumn - 8
      drawing.write(
        TextWidth.fitted(row.name, size: 12, isBold: row.isMarked, within: nameLimit), at: Point(0, textLine),
        isBold: row.isMarked, role: .name)
      drawing.line(from: Point(scale.place(row.first), y), to: Point(scale.place(row.second), y), .grey, width: 2)
      drawing.add(.symbol(.ring, Point(scale.place(row.first), y), size: 4.5, fill: .white, stroke: .ink))
      drawing.add(.symbol(.disc, Point(scale.place(row.second), y), size: 4.5, fill: .accent, stroke: .accent))
      drawing.write(row.firstText, at: Point(firstEnd, textLine), anchor: .end, role: .value)
      drawing.write(row.secondText, at: Point(width - 1, textLine), anchor: .end, isBold: true, role: .value)
    }
    return drawing
  }

  private func columnWidth(_ texts: [String], head: String) -> Double {
    max(texts.map { TextWidth.of($0, size: 12, isBold: true) }.max() ?? 0, TextWidth.of(head, size: 11)) + 10
  }
}
