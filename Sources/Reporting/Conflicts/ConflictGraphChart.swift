/// A conflict as a graph: its states on a circle, so that no move runs through a third, and the moves between them.
///
/// A move that is good for its maker is dark and has a head; one that leaves it as it is, or worse off where it cannot
/// come back, is pale. Makers differ by the dashes of their lines.
struct ConflictGraphChart {
  struct Node {
    let name: String
    /// Whether all stay, concept by concept.
    let holds: [Bool]
    let isToday: Bool
    let isWanted: Bool
  }

  struct Edge {
    let from: Int
    let to: Int
    let maker: Int
    let kind: Kind
  }

  enum Kind: String, CaseIterable {
    /// Good for its maker; where it starts from today's state, and elsewhere.
    case firstImprovement, improvement
    /// Neither good nor bad for it, there and back.
    case indifferent
    /// Bad for it, or nothing to it, with no way back.
    case oneWay

    var paint: Paint { self == .firstImprovement ? .accent : self == .improvement ? .ink : .grey }
    var width: Double { self == .firstImprovement ? 2.4 : self == .improvement ? 1.3 : 0.8 }
    var hasHead: Bool { self != .indifferent }
  }

  let nodes: [Node]
  let edges: [Edge]

  static func dash(_ maker: Int) -> [Double] {
    let dashes: [[Double]] = [[], [6, 3], [1.6, 2.4], [9, 3, 1.6, 3], [3, 6], [12, 4], [5, 2, 1, 2, 1, 2]]
    return dashes[maker % dashes.count]
  }

  /// Whether the names are too long for the nodes, so that these are numbered and the names listed below.
  func isNumbered(width: Double) -> Bool {
    nodes.contains { TextWidth.of($0.name, size: Self.letterSize(width), isBold: true) > 2 * Self.radius(width) - 3 }
  }

  private static func radius(_ width: Double) -> Double { width < 500 ? 10.5 : 13.5 }
  private static func letterSize(_ width: Double) -> Double { width < 500 ? 9.5 : 11.5 }

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let node = Self.radius(width)
    let count = Double(max(1, nodes.count))
    let ring = isNarrow ? 104.0 : min(260, max(130, count * 46 / (2 * Double.pi)))
    let margin = isNarrow ? 40.0 : 48
    let centre = Point(width / 2, ring + margin)
    var drawing = Drawing(width: width, height: 2 * (ring + margin))
    let places = nodes.indices.map { index -> Point in
      let turn = Self.turn(index, of: nodes.count)
      return Point(centre.x + ring * turn.x, centre.y + ring * turn.y)
    }
    // Pale lines first, so that nothing hides an improvement.
    for kind in Kind.allCases.reversed() {
      for (number, edge) in edges.enumerated() where edge.kind == kind {
        let twins = edges[..<number].count {
          ($0.from, $0.to) == (edge.from, edge.to) || ($0.to, $0.from) == (edge.from, edge.to)
        }
        draw(edge, from: places[edge.from], to: places[edge.to], about: centre, twin: twins, node: node, on: &drawing)
      }
    }
    let numbered = isNumbered(width: width)
    for (index, state) in nodes.enumerated() {
      let place = places[index]
      let isFirm = !state.holds.isEmpty && state.holds.allSatisfy { $0 }
      let isSome = state.holds.contains(true)
      if state.isToday { drawing.add(.symbol(.ring, place, size: node + 4, fill: .white, stroke: .ink)) }
      drawing.add(
        .symbol(
          .disc, place, size: node, fill: isFirm ? .accent : isSome ? .pale : .white,
          stroke: isFirm ? .accent : isSome ? .ink : .grey))
      let size = Self.letterSize(width)
      drawing.write(
        numbered ? "\(index + 1)" : state.name, at: Point(place.x, place.y + size * 0.35), size: size, anchor: .middle,
        isBold: isSome, paint: isFirm ? .white : .ink, role: .name)
      drawMarks(of: state, at: place, turn: Self.turn(index, of: nodes.count), node: node, on: &drawing)
    }
    return drawing
  }

  /// Beside a node, outwards: a star where it is wanted, and a small square for each concept.
  private func drawMarks(of state: Node, at place: Point, turn: Point, node: Double, on drawing: inout Drawing) {
    var distance = node + (state.isToday ? 5 : 1)
    if state.isWanted {
      distance += 6
      drawing.add(
        .symbol(
          .star, Point(place.x + turn.x * distance, place.y + turn.y * distance), size: 4.6, fill: .ink, stroke: .ink))
      distance += 4
    }
    guard state.holds.contains(true) else { return }
    let step = 5.4
    let half = step * Double(state.holds.count) / 2
    let shift = distance + 5 + half * turn.x.magnitude
    let middle = Point(place.x + turn.x * shift, place.y + turn.y * shift)
    for (number, holds) in state.holds.enumerated() {
      drawing.add(
        .rectangle(
          Box(x: middle.x - half + Double(number) * step, y: middle.y - 2.2, width: 4.2, height: 4.4),
          fill: holds ? .ink : .white, stroke: .ink))
    }
  }

  private func draw(
    _ edge: Edge, from start: Point, to end: Point, about centre: Point, twin: Int, node: Double,
    on drawing: inout Drawing
  ) {
    let pull = 0.22 + 0.16 * Double(twin)
    let middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    var bend = Point(middle.x + (centre.x - middle.x) * pull, middle.y + (centre.y - middle.y) * pull)
    if (middle.x - centre.x).magnitude + (middle.y - centre.y).magnitude < 8 {
      // Opposite states: the line bends sideways, each maker's further.
      let away = 24.0 * Double(twin) + 8
      let length = max(1, Self.distance(start, end))
      bend = Point(
        middle.x - (end.y - start.y) / length * away, middle.y + (end.x - start.x) / length * away)
    }
    let steps = 24
    let course = (0...steps).map { step -> Point in
      let t = Double(step) / Double(steps)
      let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return Point(a * start.x + b * bend.x + c * end.x, a * start.y + b * bend.y + c * end.y)
    }
    let room = node + 5
    let line = course.filter { Self.distance($0, start) > node + 1 && Self.distance($0, end) > room }
    guard let last = line.last, line.count > 1 else { return }
    drawing.add(
      .path(
        line, closed: false, fill: .none, stroke: edge.kind.paint, width: edge.kind.width, dash: Self.dash(edge.maker)))
    guard edge.kind.hasHead else { return }
    let length = max(1e-9, Self.distance(last, end))
    let way = Point((end.x - last.x) / length, (end.y - last.y) / length)
    let size = edge.kind == .oneWay ? 4.5 : 6.5
    let tip = Point(end.x - way.x * (node + 1.5), end.y - way.y * (node + 1.5))
    let foot = Point(tip.x - way.x * size, tip.y - way.y * size)
    drawing.add(
      .path(
        [
          tip, Point(foot.x - way.y * size * 0.42, foot.y + way.x * size * 0.42),
          Point(foot.x + way.y * size * 0.42, foot.y - way.x * size * 0.42),
        ],
        closed: true, fill: edge.kind == .oneWay ? .white : edge.kind.paint, stroke: edge.kind.paint, width: 1, dash: []
      ))
  }

  /// Where a node stands on the circle of radius one: the first above, on with the clock.
  private static func turn(_ index: Int, of count: Int) -> Point {
    let angle = 2 * Double.pi * Double(index) / Double(max(1, count))
    return Point(sine(angle), -sine(angle + Double.pi / 2))
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// The sine by its series, so that every machine draws the same: libraries differ in the last digit.
  private static func sine(_ angle: Double) -> Double {
    var x = angle.truncatingRemainder(dividingBy: 2 * Double.pi)
    if x > Double.pi { x -= 2 * Double.pi }
    var (term, sum) = (x, x)
    for order in 1...12 {
      term *= -x * x / Double(2 * order * (2 * order + 1))
      sum += term
    }
    return sum
  }
}
