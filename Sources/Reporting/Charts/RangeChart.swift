/// How far an outcome moves with each input: a bar from the outcome at the input's low end to that at its high
/// end, around the outcome as it stands; widest first.
struct RangeChart {
  struct Row {
    let name: String
    let atLow: Double
    let atHigh: Double
    let lowText: String
    let highText: String
    /// Whether something else becomes best at that end.
    let changesAtLow: Bool
    let changesAtHigh: Bool
  }

  let rows: [Row]
  let base: Double
  let lowHead: String
  let highHead: String
  let format: (Double) -> String

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let nameColumn = isNarrow ? 0 : min(230, (rows.map { TextWidth.of($0.name, size: 12) }.max() ?? 0) + 14)
    let lowColumn = columnWidth(rows.map(\.lowText), head: lowHead)
    let highColumn = columnWidth(rows.map(\.highText), head: highHead)
    let rowHeight = isNarrow ? 42.0 : 30.0
    let top = 20.0
    let bottom = top + Double(rows.count) * rowHeight + 2
    var drawing = Drawing(width: width, height: bottom + 20)
    let scale = Scale(
      over: rows.flatMap { [$0.atLow, $0.atHigh] } + [base], from: isNarrow ? 8 : nameColumn + 8,
      to: width - lowColumn - highColumn - 14)
    drawing.addAxis(scale, from: top, to: bottom, about: isNarrow ? 3 : 5, format: format)
    let lowEnd = width - highColumn - 1
    drawing.write(lowHead, at: Point(lowEnd, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    drawing.write(highHead, at: Point(width - 1, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    let middle = scale.place(base)
    for (index, row) in rows.enumerated() {
      let rowTop = top + Double(index) * rowHeight
      let textLine = isNarrow ? rowTop + 33 : rowTop + rowHeight / 2 + 4.2
      let barTop = isNarrow ? rowTop + 22 : rowTop + 8
      for (value, paint) in [(row.atLow, Paint.hatch), (row.atHigh, Paint.grey)] {
        let place = scale.place(value)
        drawing.add(
          .rectangle(
            Box(x: min(place, middle), y: barTop, width: (place - middle).magnitude, height: 14), fill: paint,
            stroke: .grey))
      }
      for (value, changes) in [(row.atLow, row.changesAtLow), (row.atHigh, row.changesAtHigh)] where changes {
        drawing.add(
          .symbol(.diamond, Point(scale.place(value), barTop + 7), size: 5, fill: .accent, stroke: .white))
      }
      if isNarrow {
        drawing.write(
          TextWidth.fitted(row.name, size: 12, within: width), at: Point(0, rowTop + 15), role: .name, halo: true)
        drawing.line(from: Point(middle, barTop - 2), to: Point(middle, barTop + 16), .ink, width: 1.5)
      } else {
        drawing.writeRowName(row.name, in: nameColumn - 8, top: rowTop, height: rowHeight)
      }
      drawing.write(row.lowText, at: Point(lowEnd, textLine), anchor: .end, role: .value)
      drawing.write(row.highText, at: Point(width - 1, textLine), anchor: .end, role: .value)
    }
    if !isNarrow { drawing.line(from: Point(middle, top), to: Point(middle, bottom), .ink, width: 1.5) }
    return drawing
  }

  private func columnWidth(_ texts: [String], head: String) -> Double {
    max(texts.map { TextWidth.of($0, size: 12) }.max() ?? 0, TextWidth.of(head, size: 11)) + 10
  }
}
