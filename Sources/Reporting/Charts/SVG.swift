extension Drawing {
  /// Writes the drawing as an image a screen reader can name.
  func write(to html: inout HTML, id: String, kind: String, title: String, description: String) {
    html.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": kind, "viewBox": "0 0 \(svg(width)) \(svg(height))",
        "role": "img", "aria-labelledby": "\(id)-\(kind)-t \(id)-\(kind)-d",
      ]
    ) { html in
      html.element("title", ["id": "\(id)-\(kind)-t"], text: title)
      html.element("desc", ["id": "\(id)-\(kind)-d"], text: description)
      for mark in marks {
        html.newline()
        mark.write(to: &html)
      }
    }
  }
}

extension Mark {
  func write(to html: inout HTML) {
    switch self {
    case .path(let points, let closed, let fill, let stroke, let width, let dash):
      let path = Mark.path(points, closed: closed)
      if dash.isEmpty {
        html.void("path", ["d": path, "fill": fill.css, "stroke": stroke.css, "stroke-width": svg(width)])
      } else {
        html.void(
          "path",
          [
            "d": path, "fill": fill.css, "stroke": stroke.css, "stroke-width": svg(width),
            "stroke-dasharray": dash.map(svg).joined(separator: " "),
          ])
      }
    case .area(let rings, let fill, let stroke):
      html.void(
        "path",
        [
          "d": rings.map { Mark.path($0, closed: true) }.joined(), "fill": fill.css, "fill-rule": "evenodd",
          "stroke": stroke.css, "stroke-width": "1", "stroke-linejoin": "round",
        ])
    case .curve(let start, let bend, let end, let stroke, let width):
      html.void(
        "path",
        [
          "d": "M\(svg(start.x)) \(svg(start.y))Q\(svg(bend.x)) \(svg(bend.y)) \(svg(end.x)) \(svg(end.y))",
          "fill": "none", "stroke": stroke.css, "stroke-width": svg(width),
        ])
    case .rectangle(let box, let fill, let stroke):
      html.void(
        "rect",
        [
          "x": svg(box.x), "y": svg(box.y), "width": svg(box.width), "height": svg(box.height), "fill": fill.css,
          "stroke": stroke.css,
        ])
    case .symbol(let symbol, let point, let size, let fill, let stroke):
      Mark.write(symbol, at: point, size: size, fill: fill, stroke: stroke, to: &html)
    case .label(let label): Mark.write(label, to: &html)
    }
  }

  private static func write(
    _ symbol: Symbol, at point: Point, size: Double, fill: Paint, stroke: Paint, to html: inout HTML
  ) {
    if symbol == .disc || symbol == .ring {
      html.void(
        "circle",
        [
          "cx": svg(point.x), "cy": svg(point.y), "r": svg(size), "fill": fill.css, "stroke": stroke.css,
          "stroke-width": "1.6",
        ])
      return
    }
    let corners = symbol.corners.map { Point(point.x + $0.x * size, point.y + $0.y * size) }
    let strokes = symbol.strokes.map { start, end in
      path(
        [
          Point(point.x + start.x * size, point.y + start.y * size),
          Point(point.x + end.x * size, point.y + end.y * size),
        ], closed: false)
    }
    html.void(
      "path",
      [
        "d": corners.isEmpty ? strokes.joined() : path(corners, closed: true), "fill": fill.css, "stroke": stroke.css,
        "stroke-width": corners.isEmpty ? "2" : "1.6",
      ])
  }

  private static func write(_ label: Label, to html: inout HTML) {
    let attributes: KeyValuePairs<StaticString, String> = [
      "x": svg(label.point.x), "y": svg(label.point.y), "font-size": svg(label.size), "fill": label.paint.css,
      "text-anchor": label.anchor.rawValue, "font-weight": label.isBold ? "600" : "400",
      "class": label.halo ? "halo" : "label",
    ]
    html.element("text", attributes, text: label.text)
  }

  static func path(_ points: [Point], closed: Bool) -> String {
    guard let first = points.first else { return "" }
    return "M\(svg(first.x)) \(svg(first.y))" + points.dropFirst().map { "L\(svg($0.x)) \(svg($0.y))" }.joined()
      + (closed ? "Z" : "")
  }
}

/// A coordinate with at most one decimal, which is finer than any screen shows.
func svg(_ value: Double) -> String {
  // Values near the end of what a number can hold may overflow on their way to a place; they end at an edge far off.
  let held = value.isFinite ? min(max(value, -1e6), 1e6) : 0
  let tenths = Int((held * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let fraction = tenths.magnitude % 10
  return "\(sign)\(tenths.magnitude / 10)" + (fraction == 0 ? "" : ".\(fraction)")
}
