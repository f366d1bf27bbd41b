/// What is best as two inputs move together: a cell a pair of values, told apart by pattern and letter, with a ring
/// around the best estimates.
struct ChoiceMapChart {
  let across: String
  let up: String
  let acrossTexts: [String]
  let upTexts: [String]
  /// One row a value of ``up``, ascending, in each one a value of ``across``.
  let forms: [[String]]
  /// Where the best estimates lie, counted in cells from the middle of the first; nothing where that is not known.
  let best: (across: Double, up: Double)?
  let marks: FormMarks

  func drawing(width: Double) -> Drawing {
    let isNarrow = width < 500
    let columns = Double(max(1, acrossTexts.count))
    let left = max(
      (upTexts.map { TextWidth.of($0, size: 11) }.max() ?? 0) + 8,
      (acrossTexts.first.map { TextWidth.of($0, size: 11) } ?? 0) / 2)
    let right = (acrossTexts.last.map { TextWidth.of($0, size: 11) } ?? 0) / 2
    let cell = min(isNarrow ? 40 : 46, (width - left - right - 1) / columns)
    let height = isNarrow ? max(16, cell) : max(18, min(32, cell))
    let upLines = TextWidth.lines("↑ " + up, size: 12, within: width)
    let acrossLines = TextWidth.lines("→ " + across, size: 12, within: width)
    let top = Double(upLines.count) * 15 + 8
    let bottom = top + Double(forms.count) * height
    var drawing = Drawing(width: width, height: bottom + 22 + Double(acrossLines.count) * 15)
    for (index, line) in upLines.enumerated() {
      drawing.write(line, at: Point(0, 13 + Double(index) * 15), role: .name)
    }
    for (index, line) in acrossLines.enumerated() {
      drawing.write(line, at: Point(0, bottom + 31 + Double(index) * 15), role: .name)
    }
    for (row, entries) in forms.enumerated() {
      let y = bottom - Double(row + 1) * height
      drawing.write(
        upTexts[row], at: Point(left - 6, y + height / 2 + 4), size: 11, anchor: .end, paint: .grey, role: .axis)
      for (column, form) in entries.enumerated() {
        let x = left + Double(column) * cell
        drawing.add(
          .rectangle(Box(x: x, y: y, width: cell, height: height), fill: marks.paint(form), stroke: .grey))
        let size = min(12, cell * 0.62)
        guard TextWidth.of(marks.letter(form), size: size, isBold: true) + 2 <= cell, size >= 6 else { continue }
        marks.write(form, at: Point(x + cell / 2, y + height / 2 + size * 0.36), size: size, in: &drawing)
      }
    }
    writeAcross(below: bottom, from: left, cell: cell, in: &drawing)
    if let best {
      let point = Point(left + (best.across + 0.5) * cell, bottom - (best.up + 0.5) * height)
      let size = min(cell, height) * 0.46
      drawing.add(.symbol(.ring, point, size: size + 1.5, fill: .none, stroke: .white))
      drawing.add(.symbol(.ring, point, size: size, fill: .none, stroke: .black))
    }
    return drawing
  }

  /// The values below the columns; of many only those that have room, the ends first.
  private func writeAcross(below y: Double, from left: Double, cell: Double, in drawing: inout Drawing) {
    var taken: [Box] = []
    let order = [0, acrossTexts.count - 1] + Array(acrossTexts.indices.dropFirst().dropLast())
    for column in order where acrossTexts.indices.contains(column) {
      let label = Label(
        text: acrossTexts[column], point: Point(left + (Double(column) + 0.5) * cell, y + 14), size: 11,
        anchor: .middle, isBold: false, paint: .grey, role: .axis, halo: false)
      let box = Box(x: label.box.x - 3, y: label.box.y, width: label.box.width + 6, height: label.box.height)
      guard label.box.isWithin(drawing.width, drawing.height), !taken.contains(where: { $0.overlaps(box) }) else {
        continue
      }
      taken.append(box)
      drawing.add(.label(label))
    }
  }
}
