/// How an outcome is spread: a thin bar from the 5th to the 95th percentile of each row, a thick one over the middle
/// half, and a stroke at the median.
struct SpreadChart {
  struct Row {
    let name: String
    /// The 5th, 25th, 50th, 75th and 95th percentile.
    let percentiles: [Double]
    let figure: String
    var isMarked = false
  }

  let rows: [Row]
  let figureHead: String
  let format: (Double) -> String

  func drawing(width: Double) -> Drawing {
    let top = 20.0
    let layout = RowLayout(
      names: rows.map(\.name), width: width, top: top, band: 22, boldRow: rows.firstIndex(where: \.isMarked))
    let figureColumn =
      max(
        rows.map { TextWidth.of($0.figure, size: 12, isBold: true) }.max() ?? 0, TextWidth.of(figureHead, size: 11))
      + 10
    let bottom = layout.bottom + 2
    var drawing = Drawing(width: width, height: bottom + 20)
    let scale = Scale(
      over: rows.flatMap(\.percentiles) + [0], from: layout.isNarrow ? 6 : layout.nameColumn + 6,
      to: width - figureColumn - 8)
    drawing.addAxis(scale, from: top, to: bottom, about: layout.isNarrow ? 3 : 5, format: format)
    drawing.write(figureHead, at: Point(width - 1, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    let zero = scale.place(0)
    for (index, row) in rows.enumerated() {
      let middle = layout.bandTop(index) + 11
      let places = row.percentiles.map(scale.place)
      if layout.isNarrow { drawing.line(from: Point(zero, middle - 11), to: Point(zero, middle + 11), .ink) }
      let paint: Paint = row.isMarked ? .accent : .grey
      drawing.line(from: Point(places[0], middle), to: Point(places[4], middle), paint, width: 2)
      for end in [places[0], places[4]] {
        drawing.line(from: Point(end, middle - 4), to: Point(end, middle + 4), paint, width: 2)
      }
      drawing.bar(from: places[1], to: places[3], y: middle - 7, height: 14, paint)
      // White within the bar and dark beyond it, so that it shows on both.
      drawing.line(from: Point(places[2], middle - 10), to: Point(places[2], middle + 10), .ink, width: 4)
      drawing.line(from: Point(places[2], middle - 9), to: Point(places[2], middle + 9), .white, width: 2)
      layout.writeName(of: index, in: &drawing)
      drawing.write(
        row.figure, at: Point(width - 1, middle + 4.2), anchor: .end, isBold: row.isMarked, role: .value)
    }
    if !layout.isNarrow { drawing.line(from: Point(zero, top), to: Point(zero, bottom), .ink) }
    return drawing
  }
}
