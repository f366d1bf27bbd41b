/// A chart as shapes and words on a sheet of a given size, before it becomes SVG.
///
/// Words know the box they take, so that a test can ask whether any two of them meet.
struct Drawing: Sendable {
  let width: Double
  let height: Double
  private(set) var marks: [Mark] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  var labels: [Label] { marks.compactMap { if case .label(let label) = $0 { label } else { nil } } }

  mutating func add(_ mark: Mark) { marks.append(mark) }

  mutating func line(
    from start: Point, to end: Point, _ paint: Paint = .grey, width: Double = 1, dash: [Double] = []
  ) {
    marks.append(.path([start, end], closed: false, fill: .none, stroke: paint, width: width, dash: dash))
  }

  mutating func bar(from start: Double, to end: Double, y: Double, height: Double, _ paint: Paint) {
    guard end > start else { return }
    marks.append(.rectangle(Box(x: start, y: y, width: end - start, height: height), fill: paint, stroke: .none))
  }

  mutating func write(
    _ text: String, at point: Point, size: Double = 12, anchor: Anchor = .start,
    isBold: Bool = false, paint: Paint = .ink, role: Label.Role, halo: Bool = false
  ) {
    guard !text.isEmpty else { return }
    marks.append(
      .label(
        Label(
          text: text, point: point, size: size, anchor: anchor, isBold: isBold, paint: paint, role: role, halo: halo)))
  }
}

struct Point: Sendable, Equatable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

struct Box: Sendable, Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
  }

  func isWithin(_ width: Double, _ height: Double) -> Bool {
    x >= 0 && y >= 0 && x + self.width <= width && y + self.height <= height
  }
}

/// Where a label's point lies along its text.
enum Anchor: String, Sendable { case start, middle, end }

/// A label: text on one line.
struct Label: Sendable {
  /// What a label says: a name, a figure that also stands in the table, or a mark of an axis.
  enum Role: Sendable { case name, value, axis }

  let text: String
  /// On the baseline.
  let point: Point
  let size: Double
  let anchor: Anchor
  let isBold: Bool
  let paint: Paint
  let role: Role
  /// Whether it is drawn over other shapes, with a rim of white.
  let halo: Bool

  /// The box it takes, by ``TextWidth``.
  var box: Box {
    let width = TextWidth.of(text, size: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    return Box(x: left, y: point.y - size * 0.82, width: width, height: size * 1.08)
  }
}

enum Mark: Sendable {
  case path([Point], closed: Bool, fill: Paint, stroke: Paint, width: Double, dash: [Double])
  /// Rings of one area: drawn as one path, holes by the even–odd rule.
  case area([[Point]], fill: Paint, stroke: Paint)
  /// A curve from the first point to the last, bent towards the middle one.
  case curve(Point, Point, Point, stroke: Paint, width: Double)
  case rectangle(Box, fill: Paint, stroke: Paint)
  case symbol(Symbol, Point, size: Double, fill: Paint, stroke: Paint)
  case label(Label)
}

/// Colours and patterns: one accent, else greys; patterns carry what colour would elsewhere.
enum Paint: Sendable, Equatable {
  case none, ink, black, accent, white, grey, pale, faint, hatch, dots, lines, checks
  /// 0 white … 1 the darkest grey of a heat map.
  case shade(Double)

  var css: String {
    switch self {
    case .none: "none"
    case .ink: "#1b1f23"
    case .black: "#000000"
    case .accent: "#14506b"
    case .white: "#ffffff"
    case .grey: "#6b7075"
    case .pale: "#c9cdd1"
    case .faint: "#eceef0"
    case .hatch: "url(#hatch)"
    case .dots: "url(#dots)"
    case .lines: "url(#lines)"
    case .checks: "url(#checks)"
    case .shade(let degree):
      {
        let level = Int((255 - 190 * (degree.isFinite ? min(1, max(0, degree)) : 0)).rounded())
        let digits = String(level, radix: 16)
        let pair = digits.count == 1 ? "0" + digits : digits
        return "#" + pair + pair + pair
      }()
    }
  }
}

/// Shapes that tell series apart without colour.
enum Symbol: Int, Sendable, CaseIterable {
  case disc, square, diamond, triangle, triangleDown, ring, hollowSquare, hollowDiamond, hollowTriangle, cross, plus,
    star

  /// The corners around the origin for a symbol of radius one; nothing for round ones and strokes.
  var corners: [Point] {
    switch self {
    case .square, .hollowSquare: [Point(-0.85, -0.85), Point(0.85, -0.85), Point(0.85, 0.85), Point(-0.85, 0.85)]
    case .diamond, .hollowDiamond: [Point(0, -1.2), Point(1.2, 0), Point(0, 1.2), Point(-1.2, 0)]
    case .triangle, .hollowTriangle: [Point(0, -1.15), Point(1.1, 0.85), Point(-1.1, 0.85)]
    case .triangleDown: [Point(0, 1.15), Point(1.1, -0.85), Point(-1.1, -0.85)]
    case .star:
      [
        Point(0, -1.3), Point(0.31, -0.42), Point(1.24, -0.4), Point(0.5, 0.16), Point(0.76, 1.05), Point(0, 0.53),
        Point(-0.76, 1.05), Point(-0.5, 0.16), Point(-1.24, -0.4), Point(-0.31, -0.42),
      ]
    case .disc, .ring, .cross, .plus: []
    }
  }

  var isHollow: Bool {
    switch self {
    case .ring, .hollowSquare, .hollowDiamond, .hollowTriangle: true
    default: false
    }
  }

  /// The strokes of a cross or a plus around the origin.
  var strokes: [(Point, Point)] {
    switch self {
    case .cross: [(Point(-0.9, -0.9), Point(0.9, 0.9)), (Point(-0.9, 0.9), Point(0.9, -0.9))]
    case .plus: [(Point(-1.1, 0), Point(1.1, 0)), (Point(0, -1.1), Point(0, 1.1))]
    default: []
    }
  }
}
