/// How each of several quantities moves along one course: a small panel for each, all on one scale, a line a series.
struct CurveChart {
  struct Panel {
    let name: String
    /// One list a series: the values along the course, nothing where there is none.
    let series: [[Double?]]
    /// What stands below the panel at its ends: of the second series on the left, of the first on the right.
    let rightText: String
    let leftText: String
  }

  let panels: [Panel]

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let columns = isNarrow ? 2 : (panels.count <= 6 ? 3 : 4)
    let gap = isNarrow ? 16.0 : 22
    let panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
    let names = panels.map { TextWidth.lines($0.name, size: 12, isBold: true, within: panelWidth) }
    let nameHeight = (names.map(\.count).max() ?? 1) > 1 ? 32.0 : 18
    let plotHeight = isNarrow ? 52.0 : 60
    let panelHeight = nameHeight + plotHeight + 34
    let rowCount = (panels.count + columns - 1) / columns
    var drawing = Drawing(width: width, height: Double(rowCount) * panelHeight)
    let values: [Double] = panels.flatMap { panel in panel.series.flatMap { $0.compactMap { $0 } } } + [0]
    for (index, panel) in panels.enumerated() {
      let left = Double(index % columns) * (panelWidth + gap)
      let top = Double(index / columns) * panelHeight
      for (line, text) in names[index].enumerated() {
        drawing.write(
          text, at: Point(left, top + 12 + Double(line) * 14), isBold: true, role: .name)
      }
      let bottom = top + nameHeight + plotHeight
      let scale = Scale(over: values, from: bottom - 3, to: top + nameHeight + 3)
      let zero = scale.place(0)
      drawing.line(from: Point(left, zero), to: Point(left + panelWidth, zero), .pale)
      // The first series is drawn last, so that nothing hides it.
      for (number, series) in panel.series.enumerated().reversed() {
        draw(
          series, from: left + 2, to: left + panelWidth - 2, on: scale, isFirst: number == 0, into: &drawing)
      }
      drawing.write(
        panel.rightText, at: Point(left + panelWidth, bottom + 16), anchor: .end, isBold: true, paint: .accent,
        role: .value)
      drawing.write(panel.leftText, at: Point(left, bottom + 16), paint: .grey, role: .value)
    }
    return drawing
  }

  /// A line through the values; broken where there is none, and a dot where a value stands alone.
  private func draw(
    _ series: [Double?], from start: Double, to end: Double, on scale: Scale, isFirst: Bool, into drawing: inout Drawing
  ) {
    let step = series.count > 1 ? (end - start) / Double(series.count - 1) : 0
    var run: [Point] = []
    func close() {
      if run.count > 1 {
        drawing.add(
          .path(
            run, closed: false, fill: .none, stroke: isFirst ? .accent : .grey, width: isFirst ? 2.2 : 1.5,
            dash: isFirst ? [] : [4, 3]))
      } else if let only = run.first {
        drawing.add(.symbol(.disc, only, size: 2, fill: isFirst ? .accent : .grey, stroke: .none))
      }
      run = []
    }
    for (index, value) in series.enumerated() {
      if let value {
        run.append(Point(start + Double(index) * step, scale.place(value)))
      } else {
        close()
      }
    }
    close()
  }
}
