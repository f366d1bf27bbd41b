/// A bar a row from zero, its name on the left (or above) and its figure on the right.
struct BarChart {
  struct Segment {
    let from: Double
    let to: Double
    let paint: Paint
  }

  struct Bar {
    let name: String
    let segments: [Segment]
    let figure: String
    var isMarked = false
    /// From where to where the figure may lie.
    var range: (low: Double, high: Double)?
  }

  let bars: [Bar]
  var format: ((Double) -> String)?

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let nameColumn = isNarrow ? width : min(230, (bars.map { nameWidth($0) }.max() ?? 0) + 12)
    let figureColumn = (bars.map { TextWidth.of($0.figure, size: 12, isBold: true) }.max() ?? 0) + 10
    let rowHeight = isNarrow ? 40.0 : 32.0
    let bottom = Double(bars.count) * rowHeight + 4
    var drawing = Drawing(width: width, height: bottom + (format == nil ? 2 : 20))
    let segments: [Segment] = bars.flatMap(\.segments)
    let ranges: [Double] = bars.compactMap(\.range).flatMap { [$0.low, $0.high] }
    let ends: [Double] = segments.map(\.from) + segments.map(\.to) + ranges + [0]
    let scale = Scale(over: ends, from: isNarrow ? 1 : nameColumn, to: width - figureColumn)
    if let format { drawing.addAxis(scale, from: 2, to: bottom, about: isNarrow ? 3 : 5, format: format) }
    for (index, bar) in bars.enumerated() {
      let top = Double(index) * rowHeight + 2
      let barTop = isNarrow ? top + 20 : top + 7
      if isNarrow {
        drawing.writeRowName(
          TextWidth.fitted(bar.name, size: 12, isBold: bar.isMarked, within: width), in: width, top: top, height: 20,
          isBold: bar.isMarked)
      } else {
        drawing.writeRowName(bar.name, in: nameColumn - 10, top: top, height: rowHeight, isBold: bar.isMarked)
      }
      if isNarrow {
        // Between the names the line of zero would run through them.
        drawing.line(from: Point(scale.place(0), barTop - 2), to: Point(scale.place(0), barTop + 18), .ink)
      }
      for segment in bar.segments {
        let from = scale.place(min(segment.from, segment.to))
        let to = scale.place(max(segment.from, segment.to))
        guard to - from > 0.05 else { continue }
        drawing.add(
          .rectangle(
            Box(x: from, y: barTop, width: to - from, height: 16), fill: segment.paint,
            stroke: segment.paint == .accent || segment.paint == .grey ? .none : .grey))
      }
      if let range = bar.range {
        let (low, high, middle) = (scale.place(range.low), scale.place(range.high), barTop + 8)
        for (paint, width) in [(Paint.white, 3.4), (Paint.ink, 1.4)] {
          drawing.line(from: Point(low, middle), to: Point(high, middle), paint, width: width)
          for end in [low, high] {
            drawing.line(from: Point(end, middle - 4), to: Point(end, middle + 4), paint, width: width)
          }
        }
      }
      drawing.write(
        bar.figure, at: Point(width - 1, barTop + 12.5), anchor: .end, isBold: bar.isMarked, role: .value)
    }
    let zero = scale.place(0)
    if !isNarrow { drawing.line(from: Point(zero, 2), to: Point(zero, bottom), .ink) }
    return drawing
  }

  private func nameWidth(_ bar: Bar) -> Double {
    TextWidth.of(bar.name, size: 12, isBold: bar.isMarked)
  }
}
