/// Where parties stand on each issue: a disc a party on the issue's own scale, larger for the more capable and darker
/// for whom it matters more; below the line where each model puts the outcome.
struct PositionChart {
  struct Party {
    let letters: String
    let position: Double
    /// 0 … 1 of the most capable.
    let weight: Double
    /// 0 … 1.
    let salience: Double
  }

  struct Outcome {
    let value: Double
    let symbol: Symbol
  }

  struct Row {
    let name: String
    let low: Double
    let high: Double
    let lowText: String
    let highText: String
    let parties: [Party]
    /// Each in a lane of its own, so that marks that agree do not hide one another.
    let outcomes: [Outcome]
    /// From where to where the first outcome moves with small errors of the figures.
    let range: (low: Double, high: Double)?
  }

  let rows: [Row]

  private static let lane = 12.0

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let largest = isNarrow ? 9.5 : 11.5
    let least = isNarrow ? 6.0 : 6.5
    let (start, end) = (largest + 2, width - largest - 2)
    let swarms = rows.map { row in
      swarm(row, from: start, to: end, least: least, most: largest)
    }
    let names = rows.map { TextWidth.lines($0.name, size: 12, isBold: true, within: width) }
    var tops: [Double] = []
    var y = 0.0
    for (index, row) in rows.enumerated() {
      tops.append(y)
      y += Double(names[index].count) * 15 + 6 + swarms[index].height
      y += Self.lane * Double(row.outcomes.count) + 24
    }
    var drawing = Drawing(width: width, height: max(1, y))
    for (index, row) in rows.enumerated() {
      for (line, text) in names[index].enumerated() {
        drawing.write(text, at: Point(0, tops[index] + 12 + Double(line) * 15), isBold: true, role: .name)
      }
      let line = tops[index] + Double(names[index].count) * 15 + 6 + swarms[index].height
      drawing.line(from: Point(start, line), to: Point(end, line), .ink, width: 1.2)
      for x in [start, end] { drawing.line(from: Point(x, line - 4), to: Point(x, line + 4), .ink, width: 1.2) }
      for disc in swarms[index].discs {
        let party = row.parties[disc.party]
        let place = Point(disc.place.x, line - 3 + disc.place.y)
        drawing.add(.symbol(.disc, place, size: disc.radius, fill: .shade(party.salience), stroke: .ink))
        let size = disc.radius * (party.letters.count > 1 ? 0.95 : 1.15)
        drawing.write(
          party.letters, at: Point(place.x, place.y + size * 0.36), size: size, anchor: .middle, isBold: true,
          paint: party.salience > 0.62 ? .white : .black, role: .axis)
      }
      let scale = Scale(over: [row.low, row.high], from: start, to: end)
      for (number, outcome) in row.outcomes.enumerated() {
        let middle = line + 9 + Self.lane * Double(number)
        let place = Point(scale.place(outcome.value), middle)
        if number == 0, let range = row.range {
          drawing.line(
            from: Point(scale.place(range.low), middle), to: Point(scale.place(range.high), middle), .accent,
            width: 2.4)
        }
        drawing.line(from: Point(place.x, line), to: Point(place.x, middle - 4), .pale, width: 0.8)
        drawing.add(
          .symbol(
            outcome.symbol, place, size: 4.6, fill: outcome.symbol.isHollow ? .white : .accent, stroke: .accent))
      }
      let foot = line + Self.lane * Double(row.outcomes.count) + 14
      drawing.write(row.lowText, at: Point(0, foot), size: 11, paint: .grey, role: .axis)
      drawing.write(row.highText, at: Point(width, foot), size: 11, anchor: .end, paint: .grey, role: .axis)
    }
    return drawing
  }

  private struct Disc {
    let party: Int
    /// Its height is counted from the line, upwards negative.
    let place: Point
    let radius: Double
  }

  /// The discs of a row, each as low above the line as those before it leave room: the most capable first.
  private func swarm(
    _ row: Row, from start: Double, to end: Double, least: Double, most: Double
  ) -> (discs: [Disc], height: Double) {
    let scale = Scale(over: [row.low, row.high], from: start, to: end)
    // So many discs that letters would not fit are drawn as dots.
    let shrink = row.parties.count > 60 ? 0.45 : 1
    var discs: [Disc] = []
    let order = row.parties.indices.sorted {
      (row.parties[$1].weight, $0) < (row.parties[$0].weight, $1)
    }
    for index in order {
      let party = row.parties[index]
      // The area, not the width, is what the eye compares.
      let radius = shrink * (least + (most - least) * max(0, min(1, party.weight)).squareRoot())
      let x = scale.place(party.position)
      var y = -radius
      while let other = discs.first(where: { disc in
        let (dx, dy) = (disc.place.x - x, disc.place.y - y)
        return dx * dx + dy * dy < (disc.radius + radius + 1) * (disc.radius + radius + 1) - 1e-6
      }) {
        let dx = other.place.x - x
        let reach = other.radius + radius + 1
        let next = other.place.y - max(0, reach * reach - dx * dx).squareRoot()
        y = min(y - 0.5, next)
      }
      discs.append(Disc(party: index, place: Point(x, y), radius: radius))
    }
    return (discs, (discs.map { $0.radius - $0.place.y }.max() ?? 0) + 6)
  }
}
