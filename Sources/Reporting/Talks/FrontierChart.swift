/// A deal that charts of a negotiation mark, under the number that the text gives it.
struct DealMark {
  let number: String
  /// Who chooses it or lands on it.
  let name: String
  let kind: Kind
  /// What it is worth to each party, in the units of the chart.
  let worths: [Double]

  enum Kind: CaseIterable {
    /// Chosen by a rule of fairness; where bargaining lands; both.
    case fair, landing, both
    /// Better than where bargaining lands.
    case improvement
    /// The nearest to a deal where there is none.
    case nearest

    var symbol: Symbol {
      switch self {
      case .fair: .diamond
      case .landing: .hollowSquare
      case .both: .star
      case .improvement: .hollowTriangle
      case .nearest: .cross
      }
    }
    var paint: Paint { self == .landing || self == .improvement || self == .nearest ? .ink : .accent }
    var dash: [Double] {
      switch self {
      case .fair: []
      case .landing: [7, 3]
      case .both: [12, 3]
      case .improvement: [2, 3]
      case .nearest: [9, 3, 2, 3]
      }
    }
  }
}

/// Two parties' deals: what each is worth to the one across and to the other up, with the lines below which no deal is
/// better than a deal.
struct FrontierChart {
  let frontier: [(across: Double, up: Double)]
  let reservation: (across: Double, up: Double)
  let marks: [DealMark]
  let across: String
  let up: String
  let noDeal: String
  let format: (Double) -> String

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let height = isNarrow ? 300.0 : 430
    var drawing = Drawing(width: width, height: height)
    let (top, bottom) = (28.0, height - 36)
    let ups = frontier.map(\.up) + marks.map { $0.worths[1] } + [reservation.up]
    let acrosses = frontier.map(\.across) + marks.map { $0.worths[0] } + [reservation.across]
    let vertical = Scale(over: ups, from: bottom - 12, to: top + 12)
    let ticks = vertical.ticks(about: 5)
    let left = (ticks.map { TextWidth.of(format($0), size: 11) }.max() ?? 0) + 6
    let right = width - 1
    let horizontal = Scale(over: acrosses, from: left + 12, to: right - 18)
    let corner = Point(horizontal.place(reservation.across), vertical.place(reservation.up))
    drawing.add(
      .rectangle(
        Box(x: corner.x, y: top, width: right - corner.x, height: corner.y - top), fill: .faint, stroke: .none))
    for tick in ticks {
      let y = vertical.place(tick)
      drawing.line(from: Point(left, y), to: Point(right, y), .pale, width: 0.5)
      drawing.write(format(tick), at: Point(left - 5, y + 3.8), size: 11, anchor: .end, paint: .grey, role: .axis)
    }
    drawing.addAcross(horizontal, from: top, to: bottom, right: right, format: format)
    drawing.line(from: Point(corner.x, top), to: Point(corner.x, bottom), .ink, width: 1.2, dash: [5, 3])
    drawing.line(from: Point(left, corner.y), to: Point(right, corner.y), .ink, width: 1.2, dash: [5, 3])
    drawing.write(
      TextWidth.fitted("↑ " + up, size: 11, within: width), at: Point(0, 13), size: 11, role: .axis)
    drawing.write(
      TextWidth.fitted("→ " + across, size: 11, within: width), at: Point(right, bottom + 30), size: 11, anchor: .end,
      role: .axis)
    let dot = frontier.count > 200 ? 1.6 : 2.6
    for point in frontier {
      drawing.add(
        .symbol(
          .disc, Point(horizontal.place(point.across), vertical.place(point.up)), size: dot, fill: .grey,
          stroke: .grey))
    }
    let places = marks.map { Point(horizontal.place($0.worths[0]), vertical.place($0.worths[1])) }
    var room = LabelPlacement(width: right, height: bottom)
    room.occupy(Box(x: 0, y: 0, width: left, height: height))
    room.occupy(Box(x: 0, y: 0, width: width, height: top))
    room.occupy(Box(x: left, y: corner.y - 1, width: right - left, height: 2))
    room.occupy(Box(x: corner.x - 1, y: top, width: 2, height: bottom - top))
    for place in places { room.occupy(Box(x: place.x - 6, y: place.y - 6, width: 12, height: 12)) }
    for (mark, place) in zip(marks, places) {
      drawing.add(
        .symbol(
          mark.kind.symbol, place, size: 6, fill: mark.kind.symbol.isHollow ? .white : mark.kind.paint,
          stroke: mark.kind.paint))
    }
    for group in Self.groups(of: places) {
      let numbers = group.map { marks[$0].number }.joined(separator: " ")
      let long = group.count == 1 && !isNarrow ? ["\(numbers)  \(marks[group[0]].name)"] : []
      for text in long.filter({ TextWidth.of($0, size: 11) < 260 }) + [numbers] {
        guard let spot = room.place(text, near: places[group[0]], size: 11.5, isBold: text == numbers, role: .name)
        else { continue }
        if let leader = spot.leader { drawing.line(from: places[group[0]], to: leader, .grey, width: 0.8) }
        drawing.add(.label(spot.label))
        break
      }
    }
    if let spot = room.place(noDeal, near: corner, size: 11, role: .axis) { drawing.add(.label(spot.label)) }
    return drawing
  }

  /// Marks that would hide one another, together: their numbers share one label.
  private static func groups(of places: [Point]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in places.indices {
      let near = groups.firstIndex { group in
        let point = places[group[0]]
        return (point.x - places[index].x).magnitude < 5 && (point.y - places[index].y).magnitude < 5
      }
      if let near { groups[near].append(index) } else { groups.append([index]) }
    }
    return groups
  }
}

extension Drawing {
  /// Hair lines and figures of an axis across, those that have room.
  fileprivate mutating func addAcross(
    _ scale: Scale, from top: Double, to bottom: Double, right: Double, format: (Double) -> String
  ) {
    var end = -Double.infinity
    for tick in scale.ticks(about: 5) {
      let x = scale.place(tick)
      line(from: Point(x, top), to: Point(x, bottom), .pale, width: 0.5)
      let text = format(tick)
      let half = TextWidth.of(text, size: 11) / 2
      let middle = min(x, right - half)
      guard middle - half > end + 4 else { continue }
      end = middle + half
      write(text, at: Point(middle, bottom + 14), size: 11, anchor: .middle, paint: .grey, role: .axis)
    }
  }
}
