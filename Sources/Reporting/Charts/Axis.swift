extension Drawing {
  /// Hair lines across the drawing at round values, and their figures below; figures that would meet are left out, and
  /// all where rounding makes two of them alike.
  mutating func addAxis(
    _ scale: Scale, from top: Double, to bottom: Double, about count: Int, format: (Double) -> String
  ) {
    var taken: [Box] = []
    let ticks = scale.ticks(about: count)
    let isTold = Set(ticks.map(format)).count == ticks.count
    for tick in ticks {
      let x = scale.place(tick)
      line(from: Point(x, top), to: Point(x, bottom), .faint)
      let text = format(tick)
      let half = TextWidth.of(text, size: 11) / 2
      let label = Label(
        text: text, point: Point(min(max(x, half), width - half), bottom + 14), size: 11, anchor: .middle,
        isBold: false, paint: .grey, role: .axis, halo: false)
      guard isTold, !taken.contains(where: { $0.overlaps(label.box) }) else { continue }
      taken.append(label.box)
      add(.label(label))
    }
  }

  /// A small arrow past a point at the edge: what it marks lies further out.
  mutating func addChevron(at point: Point, pointsRight: Bool) {
    let way = pointsRight ? 1.0 : -1
    add(
      .path(
        [
          Point(point.x + way * 6, point.y - 3), Point(point.x + way * 10, point.y),
          Point(point.x + way * 6, point.y + 3),
        ],
        closed: false, fill: .none, stroke: .ink, width: 1.4, dash: []))
  }

  /// The name of a row: beside the plot on a wide sheet, above it on a narrow one; at most two lines.
  mutating func writeRowName(_ name: String, in column: Double, top: Double, height: Double, isBold: Bool = false) {
    let lines = TextWidth.lines(name, size: 12, isBold: isBold, within: column)
    let middle = top + height / 2 + 4.2
    for (index, text) in lines.enumerated() {
      let shift = lines.count == 1 ? 0 : (index == 0 ? -7.0 : 7.0)
      write(text, at: Point(0, middle + shift), isBold: isBold, role: .name, halo: true)
    }
  }
}
