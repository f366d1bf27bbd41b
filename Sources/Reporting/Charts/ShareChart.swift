/// What every rule asks of every player, as points on a line of their own, against what it would pay alone.
struct ShareChart {
  struct Row {
    let name: String
    /// What each rule asks, as a part of ``standAlone`` or as an amount; nothing where a rule has no answer.
    let places: [Double?]
    /// Where paying one's own way lies on the same axis.
    let standAlone: Double
    /// From the least to the most the player can be asked in the core.
    let core: (Double, Double)?
    let figure: String
    let standAloneText: String
  }

  let rows: [Row]
  /// The rule set off by the accent.
  let proposed: Int?
  let figureHead: String
  let standAloneHead: String
  let format: (Double) -> String

  static func symbol(_ rule: Int) -> Symbol { Symbol.allCases[rule % Symbol.allCases.count] }

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let ruleCount = rows.map(\.places.count).max() ?? 0
    let lane = 7.0
    let band = Double(ruleCount) * lane + 4
    let nameHeight = isNarrow ? 20.0 : 0
    let rowHeight = max(isNarrow ? 40 : 28, band + nameHeight + 8)
    let nameColumn =
      isNarrow ? 0 : min(170, (rows.map { TextWidth.of($0.name, size: 12, isBold: true) }.max() ?? 0) + 14)
    let figureColumn = columnWidth(rows.map(\.figure), head: figureHead)
    let aloneColumn = columnWidth(rows.map(\.standAloneText), head: standAloneHead)
    let top = 20.0
    let bottom = top + Double(rows.count) * rowHeight
    var drawing = Drawing(width: width, height: bottom + 20)
    let fences = self.fences
    let scale = Scale(
      over: values.filter { $0 >= fences.low && $0 <= fences.high }, from: (isNarrow ? 14 : nameColumn + 14),
      to: isNarrow ? width - 14 : width - figureColumn - aloneColumn - 20)
    drawing.addAxis(scale, from: top, to: bottom, about: isNarrow ? 3 : 5, format: format)
    let figureEnd = width - aloneColumn - 1
    drawing.write(figureHead, at: Point(figureEnd, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    drawing.write(standAloneHead, at: Point(width - 1, 13), size: 11, anchor: .end, paint: .grey, role: .axis)
    for (index, row) in rows.enumerated() {
      let rowTop = top + Double(index) * rowHeight
      let laneTop = rowTop + nameHeight + 4
      if index > 0 { drawing.line(from: Point(0, rowTop), to: Point(width, rowTop), .pale) }
      if let core = row.core {
        let start = scale.place(min(max(core.0, scale.low), scale.high))
        let end = scale.place(min(max(core.1, scale.low), scale.high))
        drawing.add(
          .rectangle(
            Box(x: start, y: laneTop - 1, width: max(1, end - start), height: band), fill: .shade(0.16),
            stroke: .none))
      }
      let alone = scale.place(min(max(row.standAlone, scale.low), scale.high))
      drawing.line(from: Point(alone, laneTop - 2), to: Point(alone, laneTop + band), .ink, width: 2.5)
      // The proposed rule is drawn last, so that nothing hides it.
      let order = row.places.indices.filter { $0 != proposed } + (proposed.map { [$0] } ?? [])
      for rule in order {
        guard row.places.indices.contains(rule), let place = row.places[rule] else { continue }
        let symbol = ShareChart.symbol(rule)
        let y = laneTop + 2 + (Double(rule) + 0.5) * lane
        let x = scale.place(min(max(place, scale.low), scale.high))
        if place < scale.low || place > scale.high {
          drawing.addChevron(at: Point(x, y), pointsRight: place > scale.high)
        }
        let paint: Paint = rule == proposed ? .accent : .grey
        drawing.add(
          .symbol(
            symbol, Point(x, y),
            size: rule == proposed ? 4.6 : 3.5, fill: symbol.isHollow ? .white : paint, stroke: paint))
      }
      let textLine = isNarrow ? rowTop + 15 : rowTop + rowHeight / 2 + 4.2
      let limit = isNarrow ? width - figureColumn - aloneColumn - 6 : nameColumn - 8
      drawing.write(
        TextWidth.fitted(row.name, size: 12, isBold: true, within: limit), at: Point(0, textLine), isBold: true,
        role: .name)
      drawing.write(
        row.figure, at: Point(figureEnd, textLine), anchor: .end, isBold: true, paint: .accent, role: .value)
      drawing.write(row.standAloneText, at: Point(width - 1, textLine), anchor: .end, role: .value)
    }
    return drawing
  }

  private var values: [Double] {
    rows.flatMap { row -> [Double] in
      row.places.compactMap { $0 } + [row.standAlone] + (row.core.map { [$0.0, $0.1] } ?? [])
    }
  }

  /// Whether some point lies so far out that it is drawn at the edge.
  var hasOutliers: Bool { values.contains { $0 < fences.low || $0 > fences.high } }

  /// Beyond these a single point would press all others together: three times the middle half's width away from
  /// it (the outer fences of Tukey 1977), and no nearer than a quarter of its own size.
  private var fences: (low: Double, high: Double) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last, sorted.count >= 4 else { return (-.infinity, .infinity) }
    let lower = sorted[sorted.count / 4]
    let upper = sorted[3 * sorted.count / 4]
    let reach = 3 * max(upper - lower, 0.25 * max(lower.magnitude, upper.magnitude) / 3)
    return (max(first, lower - reach), min(last, upper + reach))
  }

  private func columnWidth(_ texts: [String], head: String) -> Double {
    max(texts.map { TextWidth.of($0, size: 12, isBold: true) }.max() ?? 0, TextWidth.of(head, size: 11)) + 10
  }
}
