import Registry

/// The life cycle of one kind of object as a picture: a line down for each stage, a row across for each act, in the
/// order of the declaration from which decisions are taken.
public struct LifeCycleChart: Sendable {
  /// An SVG that stands on its own.
  public let markup: String
  /// The same as rows: act, from, to, by whom, what is needed; the first row has the headings.
  public let rows: [[String]]

  /// The picture of a kind's life cycle.
  public init(of kind: ObjectKind) {
    func declared<T: RecordObject>(_ type: T.Type) -> ([String], [Row]) {
      let cycle = T.lifeCycle
      let stages = T.Stage.allCases.map(\.rawValue)
      return (stages, ([cycle.opening] + cycle.transitions).map(Row.init))
    }
    let (stages, acts) = declared(kind.type)
    rows =
      [["act", "from", "to", "by", "needs"]]
      + acts.map { act in
        [
          act.name, act.from.joined(separator: ", "), act.to ?? "", act.by.joined(separator: ", "),
          act.needs.joined(separator: "; "),
        ]
      }
    let drawing = Self.drawing(stages: stages, acts: acts)
    var html = HTML()
    drawing.write(
      to: &html, id: "\(kind)", kind: "lifecycle", title: "Life cycle of \(kind)",
      description: "A line for each of \(stages.count) stages, a row for each of \(acts.count) acts.")
    markup = html.markup
  }

  private struct Row {
    let name: String
    let from: [String]
    let to: String?
    let by: [String]
    let needs: [String]

    init<T: RecordObject>(_ transition: LifeCycle<T>.Transition) {
      name = transition.act
      from = transition.from.map(\.rawValue)
      to = transition.to?.rawValue
      by = transition.by.map(\.rawValue)
      needs =
        (transition.power.map { ["power \($0.rawValue)"] } ?? [])
        + (transition.needsSecondFactor ? ["second factor"] : []) + transition.guards.map(\.name.description)
    }
  }

  // MARK: Drawing

  private static let nameWidth = 150.0
  private static let rowHeight = 24.0
  private static let headHeight = 96.0

  private static func drawing(stages: [String], acts: [Row]) -> Drawing {
    let spacing = 46.0
    let byWidth = acts.map { TextWidth.of($0.by.joined(separator: ", "), size: 11, isBold: false) }.max() ?? 0
    let end = nameWidth + spacing * Double(stages.count)
    let width = end + 16 + byWidth + 16
    let height = headHeight + rowHeight * Double(acts.count) + 20
    var drawing = Drawing(width: width, height: height)
    drawing.add(.rectangle(Box(x: 0, y: 0, width: width, height: height), fill: .white, stroke: .none))
    var places: [String: Double] = [:]
    for (index, stage) in stages.enumerated() {
      let x = nameWidth + spacing * (Double(index) + 0.5)
      places[stage] = x
      // Two heights in turn, so that long names of neighbours do not meet.
      let y = headHeight - 14 - Double((stages.count - 1 - index) % 4) * 18
      drawing.write(stage, at: Point(x, y), size: 11, anchor: .middle, isBold: true, role: .name)
      drawing.line(from: Point(x, y + 4), to: Point(x, height - 10), .pale)
    }
    for (index, act) in acts.enumerated() {
      let y = headHeight + rowHeight * (Double(index) + 0.5)
      drawing.write(act.name, at: Point(12, y + 4), size: 12, role: .name)
      drawing.write(act.by.joined(separator: ", "), at: Point(end + 16, y + 4), size: 11, paint: .grey, role: .axis)
      draw(act, at: y, places: places, in: &drawing)
    }
    return drawing
  }

  private static func draw(_ act: Row, at y: Double, places: [String: Double], in drawing: inout Drawing) {
    let starts = act.from.compactMap { places[$0] }
    guard let target = act.to.flatMap({ places[$0] }) else {
      for x in starts { drawing.add(.symbol(.ring, Point(x, y), size: 4, fill: .white, stroke: .accent)) }
      return
    }
    let all = starts + [target]
    if let left = all.min(), let right = all.max(), left < right {
      drawing.line(from: Point(left, y), to: Point(right, y), .accent, width: 1.4)
    }
    for x in starts { drawing.add(.symbol(.disc, Point(x, y), size: 3, fill: .accent, stroke: .accent)) }
    // The head points to the stage that follows, from the side where the act comes from.
    let side = (starts.first ?? target - 1) <= target ? -1.0 : 1.0
    let tip = [Point(target, y), Point(target + side * 8, y - 4.5), Point(target + side * 8, y + 4.5)]
    drawing.add(.path(tip, closed: true, fill: .accent, stroke: .accent, width: 1, dash: []))
  }
}
