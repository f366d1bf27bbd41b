import Studies
import Testing

@testable import Reporting

/// Every figure of a report, with what the page would draw.
func figures(_ findings: Findings, _ language: Language) -> [Figure] {
  let voice = Voice(findings, in: language)
  let others =
    [MembersPart(voice: voice).figure, SharingPart(voice: voice).figure, ReasonPart(voice: voice).curve]
    + [MechanismPart(voice: voice).levers]
  return others.compactMap { $0 } + DiagnosisPart(voice: voice).figures + DependencePart(voice: voice).figures
    + MechanismPart(voice: voice).figures + UncertaintyPart(voice: voice).figures + HingePart(voice: voice).figures
    + (findings.negotiation.map { NegotiationPage($0, in: language).figures } ?? [])
    + (findings.conflict.map { ConflictPage($0, in: language).figures } ?? [])
    + (findings.decision.map { DecisionPage($0, in: language).figures } ?? [])
}

@Suite struct ChartTests {
  static let cases: [(Findings, Language)] = PageTests.cases + (0..<6).map { (hostileFindings($0), .english) }

  @Test("draw no two labels over each other and none beyond the sheet, wide or narrow", arguments: 0..<16)
  func labelsKeepApart(index: Int) {
    Self.checkLabels(in: figures(Self.cases[index].0, Self.cases[index].1))
  }

  static func checkLabels(in figures: [Figure]) {
    for figure in figures {
      for drawing in [figure.wide, figure.narrow] {
        let labels = drawing.labels
        for (position, label) in labels.enumerated() {
          // Half a pixel: a label may touch the edge of the sheet or its neighbour.
          let box = label.box.inset(by: 0.5)
          #expect(box.isWithin(drawing.width, drawing.height), "\(figure.id): \(label.text)")
          let others = labels[(position + 1)...].filter { box.overlaps($0.box.inset(by: 0.5)) }
          #expect(others.isEmpty, "\(figure.id): \(label.text) on \(others.map(\.text))")
        }
      }
    }
  }

  @Test("have a table behind them with every figure that they show", arguments: 0..<10)
  func tablesHoldTheFigures(index: Int) throws {
    let (findings, language) = Self.cases[index]
    let page = PageReader(try Report(findings: findings, language: language).html)
    Self.checkTables(behind: figures(findings, language), on: page)
  }

  static func checkTables(behind all: [Figure], on page: PageReader) {
    #expect(all.count >= 6)
    for figure in all {
      let cells = Set(figure.table.rows.flatMap(\.cells))
      #expect(!cells.isEmpty)
      for drawing in [figure.wide, figure.narrow] {
        for label in drawing.labels where label.role == .value {
          #expect(cells.contains(label.text), "\(figure.id): \(label.text)")
        }
      }
      #expect(
        page.all("figure").contains { $0.attributes["id"] == figure.id && $0.text.contains(figure.table.caption) })
    }
    #expect(page.all("figure").count == all.count)
  }

  @Test("are titled with a sentence and described for those who do not see them", arguments: 0..<10)
  func areTitled(index: Int) throws {
    let page = PageReader(
      try Report(findings: Self.cases[index].0, language: Self.cases[index].1).html)
    for image in page.elements where image.name == "svg" && image.attributes["role"] == "img" {
      let inside = page.elements.filter { $0.name == "title" || $0.name == "desc" }
      #expect(
        (image.attributes["aria-labelledby"] ?? "").split(separator: " ").allSatisfy { id in
          inside.contains { $0.attributes["id"] == String(id) && !$0.text.isEmpty }
        })
    }
  }

  @Test func namesEveryMemberOnTheMapOrInItsKey() throws {
    for (findings, language) in Self.cases {
      let voice = Voice(findings, in: language)
      let map = try #require(RegionMap(voice, flows: MembersPart(voice: voice).strongest))
      for width in [Figure.wideWidth, Figure.narrowWidth] {
        let (drawing, keys) = map.drawing(width: width)
        let shown = drawing.labels.filter { $0.role == .name }.map(\.text) + keys.map(\.name)
        for place in map.places { #expect(shown.contains(place.name), "\(place.name)") }
      }
    }
  }

  @Test("map places at their true proportions", arguments: [0.0, 40, 56, 68])
  func projection(latitude: Double) {
    // At 60 degrees a degree of longitude is half as long as one of latitude.
    let points = [Point(10, latitude - 1), Point(12, latitude + 1)]
    let projection = Projection(points: points, width: 700, tallest: 5000, margin: 10)
    let south = projection.place(points[0])
    let north = projection.place(points[1])
    let shrink = [0.0: 1.0, 40: 0.766_044, 56: 0.559_193, 68: 0.374_607][latitude]!
    // 1e-5: the cosines are given to six digits.
    #expect(abs((north.x - south.x) / (south.y - north.y) - shrink) < 1e-5)
  }

  @Test("keep every corner that shows when a territory is simplified", arguments: UInt64(0)..<50)
  func simplification(seed: UInt64) {
    var ring: [Point] = []
    for step in 0..<200 {
      let wave = Double((seed &+ UInt64(step)) &* 2_654_435_761 % 97) / 97
      ring.append(Point(Double(step), wave * (step % 10 == 0 ? 20 : 0.3)))
    }
    let kept = RegionMap.simplified(ring)
    #expect(kept.count < ring.count && kept.first == ring.first && kept.last == ring.last)
    for corner in ring {
      let nearest = zip(kept, kept.dropFirst()).map { distance(corner, $0, $1) }.min() ?? 0
      #expect(nearest <= 0.6 + 1e-9)  // the rounding of a square root
    }
  }

  private func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let t = max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / max(1e-12, dx * dx + dy * dy)))
    let (ex, ey) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
    return (ex * ex + ey * ey).squareRoot()
  }

  @Test("have axes whose round values lie within them", arguments: UInt64(0)..<100)
  func ticks(seed: UInt64) {
    let low = Double(Int64(bitPattern: seed &* 0x9E37_79B9_7F4A_7C15) % 10_000) / 7
    let high = low + Double(seed + 1) * Double(seed % 9 + 1) / 11
    let scale = Scale(over: [low, high], from: 0, to: 100)
    let ticks = scale.ticks(about: 4)
    #expect((1...9).contains(ticks.count))
    for tick in ticks { #expect(scale.place(tick) >= -1e-6 && scale.place(tick) <= 100 + 1e-6) }
  }
}

extension Box {
  func inset(by margin: Double) -> Box {
    Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }
}

@Suite struct CurveChartTests {
  @Test("a chart of curves keeps names and figures apart for any number of panels", arguments: 1...20)
  func labelsKeepApart(count: Int) {
    let chart = CurveChart(
      panels: (0..<count).map { index in
        CurveChart.Panel(
          name: index % 3 == 0 ? "The municipality of Long Name number \(index)" : "北京市第\(index)区",
          series: [[0, Double(index), nil, -1], [0, 1, 2, 3]], rightText: "+12,345.67", leftText: "−1,234.5")
      })
    for width in [Figure.wideWidth, Figure.narrowWidth] {
      let drawing = chart.drawing(width: width)
      let labels = drawing.labels
      for (position, label) in labels.enumerated() {
        #expect(label.box.inset(by: 0.5).isWithin(drawing.width, drawing.height), "\(label.text)")
        for other in labels[(position + 1)...] {
          #expect(!label.box.inset(by: 0.5).overlaps(other.box.inset(by: 0.5)), "\(label.text) on \(other.text)")
        }
      }
    }
  }
}
