/// Forms by what they bring and what they put at risk, and by what they cost: the points that no other beats are
/// filled, the others hollow.
struct FrontChart {
  struct Mark {
    let name: String
    let letter: String
    /// The chance that it fails, and what it nets.
    let risk: Double
    let net: Double
    let transaction: Double
    let autonomy: Double
    let isOnFront: Bool
    let isRecommended: Bool
  }

  /// The heads of an axis across and of one up, and how their values are written.
  struct Axes {
    let across: String
    let up: String
    let acrossFormat: (Double) -> String
    let upFormat: (Double) -> String
  }

  let marks: [Mark]
  let outcome: Axes
  let burden: Axes

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let sheet = Box(x: 0, y: 0, width: width, height: isNarrow ? 522 : 330)
    var drawing = Drawing(width: width, height: sheet.height)
    let first = isNarrow ? Box(x: 0, y: 0, width: width, height: 270) : Box(x: 0, y: 0, width: 430, height: 330)
    let second =
      isNarrow ? Box(x: 0, y: 286, width: width, height: 236) : Box(x: 466, y: 0, width: width - 466, height: 330)
    draw(outcome, in: first, points: marks.map { Point($0.risk, $0.net) }, namesFront: !isNarrow, on: &drawing)
    draw(burden, in: second, points: marks.map { Point($0.transaction, $0.autonomy) }, namesFront: false, on: &drawing)
    return drawing
  }

  private func draw(_ axes: Axes, in box: Box, points: [Point], namesFront: Bool, on drawing: inout Drawing) {
    let high = points.map(\.y) + [0]
    let bottom = box.y + box.height - 34
    let top = box.y + 26
    let vertical = Scale(over: high, from: bottom - 8, to: top + 8)
    let ticks = vertical.ticks(about: 4)
    let margin = (ticks.map { TextWidth.of(axes.upFormat($0), size: 11) }.max() ?? 0) + 6
    let left = box.x + margin
    let right = box.x + box.width
    let horizontal = Scale(over: points.map(\.x) + [0], from: left + 8, to: right - 14)
    // What a label may not cover: the other panel, the axes' words, the points themselves.
    var room = LabelPlacement(width: right, height: bottom)
    room.occupy(Box(x: 0, y: 0, width: left, height: drawing.height))
    room.occupy(Box(x: 0, y: 0, width: drawing.width, height: top))
    for tick in ticks {
      let y = vertical.place(tick)
      drawing.line(from: Point(left, y), to: Point(right, y), tick == 0 ? .grey : .faint)
      drawing.write(
        axes.upFormat(tick), at: Point(left - 5, y + 3.8), size: 11, anchor: .end, paint: .grey, role: .axis)
    }
    writeTicks(horizontal, format: axes.acrossFormat, from: top, to: bottom, right: right, on: &drawing)
    drawing.write("↑ " + axes.up, at: Point(box.x, box.y + 13), size: 11, role: .axis)
    drawing.write("→ " + axes.across, at: Point(right - 1, bottom + 30), size: 11, anchor: .end, role: .axis)
    let places = points.map { Point(horizontal.place($0.x), vertical.place($0.y)) }
    for place in places { room.occupy(Box(x: place.x - 5, y: place.y - 5, width: 10, height: 10)) }
    // The front is drawn last, so that nothing hides it.
    let order =
      marks.indices.filter { !marks[$0].isOnFront }
      + marks.indices.filter { marks[$0].isOnFront && !marks[$0].isRecommended }
      + marks.indices.filter { marks[$0].isRecommended }
    for index in order {
      let mark = marks[index]
      let paint: Paint = mark.isRecommended ? .accent : mark.isOnFront ? .ink : .grey
      drawing.add(
        .symbol(
          mark.isRecommended ? .diamond : .disc, places[index], size: mark.isRecommended ? 5.4 : 4.6,
          fill: mark.isOnFront ? paint : .white, stroke: paint))
    }
    for group in groups(of: places, in: order.reversed()) {
      let isFront = group.contains { marks[$0].isOnFront }
      let letters = group.map { marks[$0].letter }.joined(separator: " ")
      let isBold = group.contains { marks[$0].isRecommended }
      var texts = [letters]
      if namesFront, isFront, group.count == 1 { texts.insert("\(letters)  \(marks[group[0]].name)", at: 0) }
      for text in texts {
        guard let spot = room.place(text, near: places[group[0]], size: 11, isBold: isBold, role: .name) else {
          continue
        }
        if let leader = spot.leader { drawing.line(from: places[group[0]], to: leader, .grey, width: 0.8) }
        drawing.add(.label(spot.label))
        break
      }
    }
  }

  /// Points that would hide one another, together: their letters share one label.
  private func groups(of places: [Point], in order: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in order {
      let near = groups.firstIndex { group in
        let point = places[group[0]]
        return (point.x - places[index].x).magnitude < 4 && (point.y - places[index].y).magnitude < 4
      }
      if let near { groups[near].append(index) } else { groups.append([index]) }
    }
    return groups.map { [$0[0]] + $0.dropFirst().sorted() }
  }

  private func writeTicks(
    _ scale: Scale, format: (Double) -> String, from top: Double, to bottom: Double, right: Double,
    on drawing: inout Drawing
  ) {
    var end = -Double.infinity
    for tick in scale.ticks(about: 4) {
      let x = scale.place(tick)
      drawing.line(from: Point(x, top), to: Point(x, bottom), tick == 0 ? .grey : .faint)
      let text = format(tick)
      let half = TextWidth.of(text, size: 11) / 2
      let middle = min(x, right - half)
      guard middle - half > end + 4 else { continue }
      end = middle + half
      drawing.write(
        text, at: Point(middle, bottom + 14), size: 11, anchor: .middle, paint: .grey, role: .axis)
    }
  }
}
