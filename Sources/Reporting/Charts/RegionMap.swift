import Studies

/// The members on the land: territories or seats, the ties between them, and the strongest flows.
struct RegionMap {
  struct Place {
    let id: String
    let name: String
    let isPlayer: Bool
    let seat: Point
    let rings: [[Point]]
  }

  struct Flow {
    let from: String
    let to: String
    let amount: Double
    let text: String
  }

  /// Positions are degrees east and north until ``drawing(width:)`` projects them.
  let places: [Place]
  let ties: [TieFinding]
  /// How many exchanges of resources are left out, since the net of all would hide the land.
  let leftOut: Int
  let flows: [Flow]
  /// What two parties share without a direction, such as what they would save as a pair.
  let bonds: [Flow]

  /// Nothing when fewer than two parties have a place.
  init?(_ voice: Voice, flows: [Flow], bonds: [Flow] = []) {
    let findings = voice.findings
    places = findings.parties.compactMap { party in
      let rings = party.rings.map { $0.map { Point($0[0], $0[1]) } }.filter { $0.count >= 3 }
      let seat: Point
      if let longitude = party.longitude, let latitude = party.latitude {
        seat = Point(longitude, latitude)
      } else if let middle = RegionMap.middle(of: rings) {
        seat = middle
      } else {
        return nil
      }
      return Place(id: party.id, name: voice.name(party.id), isPlayer: party.isPlayer, seat: seat, rings: rings)
    }
    let known = Set(places.map(\.id))
    let placed = findings.ties.filter { known.contains($0.from) && known.contains($0.to) && $0.from != $0.to }
    ties = RegionMap.strongest(of: placed)
    leftOut = placed.count - ties.count
    self.flows = flows.filter { known.contains($0.from) && known.contains($0.to) }
    self.bonds = bonds.filter { known.contains($0.from) && known.contains($0.to) }
    guard places.count >= 2 else { return nil }
  }

  /// How many pairs that exchange resources are drawn.
  static let mostExchanges = 24

  /// All ties but those of exchange, and of these the strongest pairs, both ways together.
  private static func strongest(of ties: [TieFinding]) -> [TieFinding] {
    func pair(_ tie: TieFinding) -> [String] { [tie.from, tie.to].sorted() }
    let exchanges = ties.filter { $0.kind == TieName.exchange.rawValue }
    let weights = Dictionary(exchanges.map { (pair($0), $0.weight) }, uniquingKeysWith: +)
    guard weights.count > mostExchanges else { return ties }
    let ranked = weights.sorted {
      ($1.value, $0.key.joined(separator: " ")) < ($0.value, $1.key.joined(separator: " "))
    }
    let kept = Set(ranked.prefix(mostExchanges).map(\.key))
    return ties.filter { $0.kind != TieName.exchange.rawValue || kept.contains(pair($0)) }
  }

  var hasTerritories: Bool { places.contains { !$0.rings.isEmpty } }

  /// The dashes of a line for a kind of tie.
  static func stroke(of kind: String) -> (paint: Paint, width: Double, dash: [Double]) {
    switch kind {
    case "hierarchy": (.ink, 2.2, [])
    case "agreement": (.ink, 1.2, [])
    case "membership": (.grey, 1.2, [1, 3])
    case "informal": (.grey, 1.2, [5, 3])
    default: (.grey, 1.2, [7, 3, 1, 3])
    }
  }

  /// The map on a sheet of this width, and the numbered names that found no room on it.
  func drawing(width: Double) -> (drawing: Drawing, keys: [(number: Int, name: String)]) {
    let projection = Projection(
      points: places.flatMap { $0.rings.flatMap { $0 } + [$0.seat] }, width: width,
      tallest: width < 500 ? 400 : (hasTerritories ? 620 : 460), margin: hasTerritories ? 14 : (width < 500 ? 56 : 84))
    var drawing = Drawing(width: width, height: projection.height)
    for place in places where !place.rings.isEmpty {
      let rings = place.rings.map { RegionMap.simplified($0.map(projection.place)) }.filter { $0.count >= 3 }
      drawing.add(.area(rings, fill: place.isPlayer ? .faint : .white, stroke: .grey))
    }
    let seats = Dictionary(
      places.map { ($0.id, projection.place($0.seat)) }, uniquingKeysWith: { first, _ in first })
    var placement = LabelPlacement(width: width, height: projection.height)
    for place in places {
      if let seat = seats[place.id] { placement.occupy(Box(x: seat.x - 5, y: seat.y - 5, width: 10, height: 10)) }
    }
    addTies(to: &drawing, seats: seats)
    let arrows = addFlows(to: &drawing, seats: seats) + addBonds(to: &drawing, seats: seats)
    for place in places {
      guard let seat = seats[place.id] else { continue }
      drawing.add(
        .symbol(
          place.isPlayer ? .disc : .hollowSquare, seat, size: place.isPlayer ? 4 : 3.6,
          fill: place.isPlayer ? .accent : .white, stroke: place.isPlayer ? .white : .ink))
    }
    let keys = addNames(to: &drawing, seats: seats, placement: &placement)
    for (flow, middle) in arrows {
      guard let spot = placement.placeBeside(flow.text, at: middle, size: width < 500 ? 9 : 10.5) else { continue }
      drawing.add(.label(spot))
    }
    return (drawing, keys)
  }

  private func addTies(to drawing: inout Drawing, seats: [String: Point]) {
    for tie in ties {
      guard let from = seats[tie.from], let to = seats[tie.to] else { continue }
      let stroke = RegionMap.stroke(of: tie.kind)
      drawing.line(from: from, to: to, stroke.paint, width: stroke.width, dash: stroke.dash)
    }
  }

  /// Draws the bonds as plain lines, and says where the middle of each is, strongest first.
  private func addBonds(to drawing: inout Drawing, seats: [String: Point]) -> [(flow: Flow, middle: Point)] {
    let strongest = bonds.map(\.amount).max() ?? 0
    var middles: [(flow: Flow, middle: Point)] = []
    for bond in bonds.sorted(by: { ($1.amount, $0.from, $0.to) < ($0.amount, $1.from, $1.to) }) {
      guard let from = seats[bond.from], let to = seats[bond.to], strongest > 0 else { continue }
      drawing.line(from: from, to: to, .accent, width: 1 + 3 * bond.amount / strongest, dash: [])
      middles.append((bond, Point((from.x + to.x) / 2, (from.y + to.y) / 2)))
    }
    return middles
  }

  /// Draws the arrows, weakest first, and says where the middle of each is, strongest first.
  private func addFlows(to drawing: inout Drawing, seats: [String: Point]) -> [(flow: Flow, middle: Point)] {
    let strongest = flows.map(\.amount).max() ?? 0
    var middles: [(flow: Flow, middle: Point)] = []
    for flow in flows.sorted(by: { ($0.amount, $0.from, $0.to) < ($1.amount, $1.from, $1.to) }) {
      guard let from = seats[flow.from], let to = seats[flow.to], strongest > 0 else { continue }
      let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
      guard length > 16 else { continue }
      let along = Point((to.x - from.x) / length, (to.y - from.y) / length)
      // Bent to the right of its way, so that the arrow back does not lie upon it.
      let bend = Point(
        (from.x + to.x) / 2 - along.y * length * 0.16, (from.y + to.y) / 2 + along.x * length * 0.16)
      let stroke = 1 + 3 * flow.amount / strongest
      let head = 5 + stroke * 1.6
      let arrival = Point(to.x - bend.x, to.y - bend.y)
      let reach = max(1e-9, (arrival.x * arrival.x + arrival.y * arrival.y).squareRoot())
      let way = Point(arrival.x / reach, arrival.y / reach)
      let tip = Point(to.x - way.x * 6, to.y - way.y * 6)
      let neck = Point(tip.x - way.x * head, tip.y - way.y * head)
      let start = Point(from.x + along.x * 6, from.y + along.y * 6)
      drawing.add(.curve(start, bend, neck, stroke: .accent, width: stroke))
      let half = head * 0.45
      drawing.add(
        .path(
          [
            tip, Point(neck.x - way.y * half, neck.y + way.x * half),
            Point(neck.x + way.y * half, neck.y - way.x * half),
          ],
          closed: true, fill: .accent, stroke: .accent, width: 0.5, dash: []))
      middles.insert(
        (flow, Point((from.x + 2 * bend.x + to.x) / 4, (from.y + 2 * bend.y + to.y) / 4)), at: 0)
    }
    return middles
  }

  private func addNames(
    to drawing: inout Drawing, seats: [String: Point], placement: inout LabelPlacement
  ) -> [(number: Int, name: String)] {
    var keys: [(number: Int, name: String)] = []
    let size = drawing.width < 500 ? 11.0 : 12.5
    // Players first, and from the outside in: those in the middle have more ways to give way.
    let order = places.indices.sorted { left, right in
      (places[left].isPlayer ? 0 : 1, places[left].name.count, left)
        < (places[right].isPlayer ? 0 : 1, places[right].name.count, right)
    }
    var spots: [(Int, LabelPlacement.Spot)] = []
    for index in order {
      guard let seat = seats[places[index].id] else { continue }
      let name = TextWidth.fitted(places[index].name, size: size, within: drawing.width * 0.4)
      if name == places[index].name,
        let spot = placement.place(name, near: seat, size: size, isBold: places[index].isPlayer, role: .name)
      {
        spots.append((index, spot))
        continue
      }
      let number = keys.count + 1
      keys.append((number, places[index].name))
      if let spot = placement.place("\(number)", near: seat, size: size, isBold: true, role: .name) {
        spots.append((index, spot))
      }
    }
    for (index, spot) in spots {
      if let leader = spot.leader, let seat = seats[places[index].id] {
        drawing.line(from: seat, to: leader, .grey, width: 0.8)
      }
    }
    for (_, spot) in spots { drawing.add(.label(spot.label)) }
    return keys
  }

  private static func middle(of rings: [[Point]]) -> Point? {
    guard let ring = rings.max(by: { $0.count < $1.count }) else { return nil }
    let total = ring.reduce(Point(0, 0)) { Point($0.x + $1.x, $0.y + $1.y) }
    return Point(total.x / Double(ring.count), total.y / Double(ring.count))
  }

  /// The ring without corners that stray less than 0.6 from the line through their neighbours kept
  /// (Douglas & Peucker 1973).
  static func simplified(_ ring: [Point]) -> [Point] {
    guard ring.count > 8 else { return ring }
    var kept = Set([0, ring.count - 1, ring.count / 2])
    var spans = [(0, ring.count / 2), (ring.count / 2, ring.count - 1)]
    while let (start, end) = spans.popLast() {
      guard end > start + 1 else { continue }
      let a = ring[start]
      let b = ring[end]
      let length = max(1e-9, ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot())
      var farthest = (index: start, distance: 0.0)
      for index in start + 1..<end {
        let p = ring[index]
        let distance = abs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / length
        if distance > farthest.distance { farthest = (index, distance) }
      }
      guard farthest.distance > 0.6 else { continue }
      kept.insert(farthest.index)
      spans.append((start, farthest.index))
      spans.append((farthest.index, end))
    }
    return kept.sorted().map { ring[$0] }
  }
}

extension LabelPlacement {
  /// Room for a figure close to a point of an arrow, on it where there is no other.
  mutating func placeBeside(_ text: String, at point: Point, size: Double) -> Label? {
    for (dx, dy) in [(0.0, -9.0), (0, 9), (14, 0), (-14, 0), (12, -9), (-12, -9), (12, 9), (-12, 9), (0, 0)] {
      let label = Label(
        text: text, point: Point(point.x + dx, point.y + dy + size * 0.35), size: size, anchor: .middle, isBold: false,
        paint: .accent, role: .value, halo: true)
      guard label.box.isWithin(width, height), !taken.contains(where: { $0.overlaps(label.box) }) else { continue }
      occupy(label.box)
      return label
    }
    return nil
  }
}

/// Degrees to a sheet: equirectangular, east–west distances shortened by the cosine of the middle latitude.
struct Projection {
  let height: Double
  private let west: Double
  private let north: Double
  private let unitX: Double
  private let unitY: Double
  private let offset: Point

  init(points: [Point], width: Double, tallest: Double, margin: Double) {
    let west = points.map(\.x).min() ?? 0
    let east = points.map(\.x).max() ?? 1
    let south = points.map(\.y).min() ?? 0
    let north = points.map(\.y).max() ?? 1
    let shrink = max(0.05, cosine(ofDegrees: (south + north) / 2))
    let spanX = max((east - west) * shrink, 1e-6)
    let spanY = max(north - south, 1e-6)
    let unit = min((width - 2 * margin) / spanX, (tallest - 2 * margin) / spanY)
    self.west = west
    self.north = north
    unitX = unit * shrink
    unitY = unit
    height = max(120, spanY * unit + 2 * margin)
    offset = Point((width - spanX * unit) / 2, (height - spanY * unit) / 2)
  }

  func place(_ point: Point) -> Point {
    Point(offset.x + (point.x - west) * unitX, offset.y + (north - point.y) * unitY)
  }
}

/// The cosine by its series: exact to the last digits here and the same on every machine, which a system's
/// mathematical library does not promise.
private func cosine(ofDegrees degrees: Double) -> Double {
  let x = degrees * Double.pi / 180
  var term = 1.0
  var sum = 1.0
  for k in 1...14 {
    term *= -x * x / Double((2 * k - 1) * (2 * k))
    sum += term
  }
  return sum
}
