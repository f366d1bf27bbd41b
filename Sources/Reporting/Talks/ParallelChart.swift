/// Deals of three or more parties: an upright line a party, from no deal at its foot to the most it can have at its
/// head, and through them a line a deal.
struct ParallelChart {
  /// Names, or numbers where names have no room.
  let heads: [String]
  /// Shares of what each could gain.
  let frontier: [[Double]]
  let marks: [DealMark]

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let height = isNarrow ? 280.0 : 360
    var drawing = Drawing(width: width, height: height)
    let (top, bottom) = (38.0, height - 14)
    let low = (frontier + marks.map(\.worths)).flatMap { $0 }.min() ?? 0
    let high = (frontier + marks.map(\.worths)).flatMap { $0 }.max() ?? 1
    let scale = Scale(over: [min(0, low), max(1, high)], from: bottom, to: top)
    let left = 38.0
    let right = width - (isNarrow ? 30 : 44)
    let step = heads.count > 1 ? (right - left - 24) / Double(heads.count - 1) : 0
    let axes = heads.indices.map { left + 12 + Double($0) * step }
    for tick in scale.ticks(about: 4) {
      let y = scale.place(tick)
      drawing.line(from: Point(left, y), to: Point(right - 10, y), tick == 0 ? .grey : .faint)
      drawing.write(
        Numeral.fixed(tick * 100, decimals: 0) + "%", at: Point(left - 4, y + 3.8), size: 11, anchor: .end,
        paint: .grey, role: .axis)
    }
    let most = 150
    let stride = max(1, (frontier.count + most - 1) / most)
    for (number, deal) in frontier.enumerated() where number % stride == 0 {
      drawing.add(
        .path(
          zip(axes, deal).map { Point($0, scale.place($1)) }, closed: false, fill: .none, stroke: .pale, width: 0.8,
          dash: []))
    }
    for (index, x) in axes.enumerated() {
      drawing.line(from: Point(x, top), to: Point(x, bottom), .ink, width: 1.2)
      let room = max(24, step - 4)
      let lines = TextWidth.lines(heads[index], size: 11, within: room)
      for (line, text) in lines.enumerated() {
        let half = TextWidth.of(text, size: 11) / 2
        drawing.write(
          text,
          at: Point(min(max(x, half), width - half), 28 - Double(lines.count - 1 - line) * 13), size: 11,
          anchor: .middle, role: .name)
      }
    }
    for mark in marks {
      let points = zip(axes, mark.worths).map { Point($0, scale.place($1)) }
      drawing.add(
        .path(points, closed: false, fill: .none, stroke: mark.kind.paint, width: 1.8, dash: mark.kind.dash))
      for point in points {
        drawing.add(
          .symbol(
            mark.kind.symbol, point, size: 4.4, fill: mark.kind.symbol.isHollow ? .white : mark.kind.paint,
            stroke: mark.kind.paint))
      }
    }
    writeNumbers(from: axes.last ?? left, right: width, top: top, bottom: bottom, on: scale, to: &drawing)
    return drawing
  }

  /// The number of each deal beside the last axis, pushed apart where they would meet; deals of one place share one.
  private func writeNumbers(
    from axis: Double, right: Double, top: Double, bottom: Double, on scale: Scale, to drawing: inout Drawing
  ) {
    var ends: [(y: Double, text: String)] = []
    for mark in marks {
      guard let last = mark.worths.last else { continue }
      let y = scale.place(last)
      if let same = ends.firstIndex(where: { ($0.y - y).magnitude < 3 }) {
        ends[same].text += " " + mark.number
      } else {
        ends.append((y, mark.number))
      }
    }
    ends.sort { $0.y < $1.y }
    var places: [Double] = []
    for end in ends { places.append(max(end.y, (places.last ?? top - 14) + 14)) }
    // What was pushed beyond the foot goes back up.
    var floor = bottom + 4
    for index in places.indices.reversed() {
      places[index] = min(places[index], floor)
      floor = places[index] - 14
    }
    for (end, y) in zip(ends, places) {
      if (y - end.y).magnitude > 3 {
        drawing.line(from: Point(axis + 6, end.y), to: Point(axis + 12, y), .grey, width: 0.8)
      }
      drawing.write(
        TextWidth.fitted(end.text, size: 11.5, isBold: true, within: right - axis - 14), at: Point(axis + 14, y + 4),
        size: 11.5, isBold: true, role: .name, halo: true)
    }
  }
}
