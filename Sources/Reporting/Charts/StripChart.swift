/// What is best where along the range of each input: a strip in parts, told apart by pattern and letter, with the best
/// estimate marked above and the values where it changes written below.
struct StripChart {
  struct Part {
    let from: Double
    let to: Double
    let form: String
    /// Where the part ends, as it is written.
    let endText: String
  }

  struct Row {
    let name: String
    let best: Double
    let lowText: String
    /// From the low end to the high one without gaps; at least one.
    let parts: [Part]
  }

  let rows: [Row]
  let marks: FormMarks

  func drawing(width: Double) -> Drawing {
    let layout = RowLayout(names: rows.map(\.name), width: width, top: 2, band: 43)
    var drawing = Drawing(width: width, height: layout.bottom + 2)
    let start = layout.isNarrow ? 6 : layout.nameColumn + 6
    let end = width - 6
    for (index, row) in rows.enumerated() {
      let top = layout.bandTop(index) + 9
      let low = row.parts.first?.from ?? 0
      let high = row.parts.last?.to ?? 0
      /// The ends of a range may be so far apart that their distance has no number; halves then do.
      func place(_ value: Double) -> Double {
        let part = (value / 2 - low / 2) / (high / 2 - low / 2)
        return start + (part.isFinite ? min(1, max(0, part)) : 0.5) * (end - start)
      }
      let isPoint = !(high > low)
      for part in row.parts {
        let from = isPoint ? start : place(part.from)
        let to = isPoint ? end : place(part.to)
        drawing.add(
          .rectangle(
            Box(x: from, y: top, width: max(0, to - from), height: 18), fill: marks.paint(part.form), stroke: .ink))
        if to - from >= TextWidth.of(marks.letter(part.form), size: 12, isBold: true) + 6 {
          marks.write(part.form, at: Point((from + to) / 2, top + 13.3), size: 12, in: &drawing)
        }
      }
      let best = isPoint ? (start + end) / 2 : place(row.best)
      drawing.add(.symbol(.triangleDown, Point(best, top - 4.5), size: 4.5, fill: .ink, stroke: .ink))
      layout.writeName(of: index, in: &drawing)
      writeValues(of: row, below: top + 18, from: start, to: end, place: place, in: &drawing)
    }
    return drawing
  }

  /// The ends of the range first, then the switches from the one nearest to the best estimate on, where there is room.
  private func writeValues(
    of row: Row, below y: Double, from start: Double, to end: Double, place: (Double) -> Double,
    in drawing: inout Drawing
  ) {
    var taken: [Box] = []
    func write(_ text: String, at x: Double, _ anchor: Anchor) {
      let label = Label(
        text: text, point: Point(x, y + 13), size: 11, anchor: anchor, isBold: false,
        paint: anchor == .middle ? .ink : .grey, role: .value, halo: false)
      let box = Box(x: label.box.x - 3, y: label.box.y, width: label.box.width + 6, height: label.box.height)
      guard !taken.contains(where: { $0.overlaps(box) }) else { return }
      taken.append(box)
      drawing.add(.label(label))
    }
    write(row.lowText, at: start, .start)
    if let last = row.parts.last { write(last.endText, at: end, .end) }
    let best = place(row.best)
    let switches = row.parts.dropLast().sorted { (place($0.to) - best).magnitude < (place($1.to) - best).magnitude }
    for part in switches {
      let x = place(part.to)
      let half = TextWidth.of(part.endText, size: 11) / 2
      drawing.line(from: Point(x, y), to: Point(x, y + 4), .ink)
      write(part.endText, at: min(max(x, start + half), end - half), .middle)
    }
  }
}
