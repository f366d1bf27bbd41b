/// Finds room for labels on a map, one after the other: beside the point, further off with a line to it, or
/// not at all.
struct LabelPlacement {
  let width: Double
  let height: Double
  private(set) var taken: [Box] = []

  struct Spot {
    let label: Label
    /// Where a line from the point should end, when the label stands off.
    let leader: Point?
  }

  mutating func occupy(_ box: Box) { taken.append(box) }

  /// Room for `text` near `point`; what is found is taken.
  mutating func place(
    _ text: String, near point: Point, size: Double, isBold: Bool = false, role: Label.Role
  ) -> Spot? {
    let textWidth = TextWidth.of(text, size: size, isBold: isBold)
    for distance in [8.0, 14, 22, 32, 44, 58] {
      for (dx, dy) in LabelPlacement.directions {
        let centre = Point(point.x + dx * (distance + textWidth / 2), point.y + dy * (distance + size / 2))
        // Straight above or below the label is centred; otherwise it starts where the direction ends.
        let shift = dx == 0 ? 0 : (dx > 0 ? 1 : -1) * (distance * abs(dx) + textWidth / 2)
        let label = Label(
          text: text, point: Point(point.x + shift, centre.y + size * 0.3), size: size, anchor: .middle,
          isBold: isBold, paint: .ink, role: role, halo: true)
        let box = label.box
        guard box.isWithin(width, height), !taken.contains(where: { $0.overlaps(box) }) else { continue }
        taken.append(box)
        let isFar = distance > 14
        let edge = Point(
          min(max(point.x, box.x), box.x + box.width), min(max(point.y, box.y), box.y + box.height))
        return Spot(label: label, leader: isFar ? edge : nil)
      }
    }
    return nil
  }

  /// Right, left, above, below, then the ways between.
  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.6), (0.8, 0.6), (-0.8, -0.6), (-0.8, 0.6), (0.5, -0.9), (0.5, 0.9),
    (-0.5, -0.9), (-0.5, 0.9),
  ]
}
