/// Two figures a row on lines of their own, a ring above and a disc below, each with the range it may lie in.
struct PairChart {
  struct Entry {
    let value: Double
    /// From where to where the figure may lie; nothing where that is not known.
    var range: (low: Double, high: Double)?
    let text: String
  }

  struct Row {
    let name: String
    let first: Entry
    let second: Entry
    var isMarked = false
  }

  let rows: [Row]
  let firstHead: String
  let secondHead: String
  let format: (Double) -> String

  func drawing(width: Double) -> Drawing {
    let top = 20.0
    let layout = RowLayout(
      names: rows.map(\.name), width: width, top: top, band: 26, boldRow: rows.firstIndex(where: \.isMarked))
    let firstColumn = columnWidth(rows.map(\.first.text), head: firstHead)
    let secondColumn = columnWidth(rows.map(\.second.text), head: secondHead)
    let bottom = layout.bottom + 2
    var drawing = Drawing(width: width, height: bottom + 20)
    let entries = rows.flatMap { [$0.first, $0.second] }
    let ends = entries.flatMap { [$0.value, $0.range?.low ?? $0.value, $0.range?.high ?? $0.value] }
    let scale = Scale(
      over: ends + [0], from: layout.isNarrow ? 8 : layout.nameColumn + 8, to: width - firstColumn - secondColumn - 12)
    drawing.addAxis(scale, from: top, to: bottom, about: layout.isNarrow ? 3 : 5, format: format)
    let firstEnd = width - secondColumn - 1
    drawing.write(firstHead, at: Point(firstEnd, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    drawing.write(secondHead, at: Point(width - 1, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    let zero = scale.place(0)
    for (index, row) in rows.enumerated() {
      let bandTop = layout.bandTop(index)
      drawing.line(from: Point(zero, bandTop), to: Point(zero, bandTop + 26), .ink)
      for (entry, y, isFirst) in [(row.first, bandTop + 8, true), (row.second, bandTop + 19, false)] {
        let paint: Paint = isFirst ? .ink : .accent
        if let range = entry.range {
          let (low, high) = (scale.place(range.low), scale.place(range.high))
          drawing.line(from: Point(low, y), to: Point(high, y), paint, width: 1.4)
          for end in [low, high] { drawing.line(from: Point(end, y - 3), to: Point(end, y + 3), paint, width: 1.4) }
        } else {
          drawing.line(from: Point(zero, y), to: Point(scale.place(entry.value), y), .grey, width: 2)
        }
        drawing.add(
          .symbol(
            isFirst ? .ring : .disc, Point(scale.place(entry.value), y), size: 4.2, fill: isFirst ? .white : paint,
            stroke: paint))
      }
      layout.writeName(of: index, in: &drawing)
      let textLine = bandTop + 17.2
      drawing.write(row.first.text, at: Point(firstEnd, textLine), anchor: .end, role: .value)
      drawing.write(row.second.text, at: Point(width - 1, textLine), anchor: .end, isBold: true, role: .value)
    }
    return drawing
  }

  private func columnWidth(_ texts: [String], head: String) -> Double {
    max(texts.map { TextWidth.of($0, size: 12, isBold: true) }.max() ?? 0, TextWidth.of(head, size: 11)) + 10
  }
}
