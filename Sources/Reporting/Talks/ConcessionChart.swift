/// How parties give way: a panel for each way of bargaining, a line for each party, from what its first offer is worth
/// to itself to its last.
struct ConcessionChart {
  struct Panel {
    let title: String
    /// One list a party: the share of its own best that each offer keeps, round by round; nothing where it made none.
    let series: [[Double?]]
    let foot: String
  }

  let panels: [Panel]
  let round: String

  static func dash(_ party: Int) -> [Double] {
    let dashes: [[Double]] = [[], [6, 3], [1.6, 2.4], [9, 3, 1.6, 3], [12, 4]]
    return dashes[party % dashes.count]
  }

  static func paint(_ party: Int) -> Paint { party % 2 == 0 ? .accent : .ink }

  static func symbol(_ party: Int) -> Symbol { Symbol.allCases[party % Symbol.allCases.count] }

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let columns = isNarrow || panels.count == 1 ? 1 : 2
    let gap = 28.0
    let panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
    let (head, plot, foot) = (24.0, isNarrow ? 110.0 : 140, 50.0)
    let rowCount = (panels.count + columns - 1) / columns
    var drawing = Drawing(width: width, height: max(1, Double(rowCount) * (head + plot + foot)))
    let values = panels.flatMap { $0.series.flatMap { $0.compactMap { $0 } } }
    for (index, panel) in panels.enumerated() {
      let left = Double(index % columns) * (panelWidth + gap)
      let top = Double(index / columns) * (head + plot + foot)
      drawing.write(
        TextWidth.fitted(panel.title, size: 12, isBold: true, within: panelWidth), at: Point(left, top + 13),
        isBold: true, role: .name)
      let (ceiling, floor) = (top + head + 4, top + head + plot)
      let scale = Scale(over: values + [0, 1], from: floor, to: ceiling)
      let (start, end) = (left + 44, left + panelWidth - 10)
      for tick in scale.ticks(about: 4) {
        let y = scale.place(tick)
        drawing.line(from: Point(start, y), to: Point(end, y), tick == 0 ? .grey : .faint)
        drawing.write(
          Numeral.fixed(tick * 100, decimals: 0) + "%", at: Point(start - 8, y + 3.8), size: 10.5, anchor: .end,
          paint: .grey, role: .axis)
      }
      let rounds = panel.series.map(\.count).max() ?? 0
      drawing.write("1", at: Point(start, floor + 14), size: 10.5, anchor: .middle, paint: .grey, role: .axis)
      if rounds > 1 {
        drawing.write(
          "\(Numeral.whole(rounds)) \(round)", at: Point(end, floor + 14), size: 10.5, anchor: .end, paint: .grey,
          role: .axis)
      }
      drawing.write(
        TextWidth.fitted(panel.foot, size: 11, within: panelWidth - 38), at: Point(start, floor + 30), size: 11,
        role: .name)
      for (party, offers) in panel.series.enumerated().reversed() {
        draw(offers, of: party, rounds: rounds, from: start, to: end, on: scale, into: &drawing)
      }
    }
    return drawing
  }

  private func draw(
    _ offers: [Double?], of party: Int, rounds: Int, from start: Double, to end: Double, on scale: Scale,
    into drawing: inout Drawing
  ) {
    let step = rounds > 1 ? (end - start) / Double(rounds - 1) : 0
    var points = offers.enumerated().compactMap { number, offer in
      offer.map { Point(start + Double(number) * step, scale.place($0)) }
    }
    // A point for every half pixel is all that shows; the first and the last stay.
    let most = 400
    if points.count > most {
      points = (0..<most).map { points[$0 * (points.count - 1) / (most - 1)] }
    }
    guard let first = points.first, let last = points.last else { return }
    let paint = Self.paint(party)
    if points.count > 1 {
      drawing.add(.path(points, closed: false, fill: .none, stroke: paint, width: 1.8, dash: Self.dash(party)))
    }
    let symbol = Self.symbol(party)
    for point in points.count > 1 ? [first, last] : [last] {
      drawing.add(.symbol(symbol, point, size: 4.2, fill: symbol.isHollow ? .white : paint, stroke: paint))
    }
  }
}
