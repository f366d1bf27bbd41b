/// Where the rows of a chart stand: names beside the plot on a wide sheet, above it on a narrow one, on one line or two.
struct RowLayout {
  let isNarrow: Bool
  let nameColumn: Double
  let bottom: Double
  private let lines: [[String]]
  private let tops: [Double]
  private let heights: [Double]
  private let band: Double
  private let boldRow: Int?

  /// - Parameters:
  ///   - names: of the rows, from above.
  ///   - width: of the sheet.
  ///   - top: where the first row begins.
  ///   - band: the height of what is drawn in a row.
  ///   - boldRow: the row whose name is set off.
  init(names: [String], width: Double, top: Double, band: Double, boldRow: Int? = nil) {
    let isNarrow = width < 500
    let widest = names.map { TextWidth.of($0, size: 12, isBold: boldRow != nil) }.max() ?? 0
    let nameColumn = isNarrow ? 0 : min(236, widest + 14)
    let lines = names.enumerated().map { index, name in
      TextWidth.lines(name, size: 12, isBold: index == boldRow, within: isNarrow ? width : nameColumn - 10)
    }
    let heights = lines.map { lines in
      isNarrow ? Double(lines.count) * 15 + band + 9 : max(band + 6, Double(lines.count) * 15 + 4)
    }
    var tops: [Double] = []
    var y = top
    for height in heights {
      tops.append(y)
      y += height
    }
    self.isNarrow = isNarrow
    self.nameColumn = nameColumn
    self.band = band
    self.boldRow = boldRow
    (self.lines, self.tops, self.heights, bottom) = (lines, tops, heights, y)
  }

  /// Where the band of a row begins.
  func bandTop(_ row: Int) -> Double {
    isNarrow ? tops[row] + Double(lines[row].count) * 15 + 5 : tops[row] + (heights[row] - band) / 2
  }

  func writeName(of row: Int, in drawing: inout Drawing) {
    let lines = lines[row]
    // On a wide sheet the name stands in the middle of its row.
    let first = isNarrow ? tops[row] + 14 : tops[row] + heights[row] / 2 + 4.2 - Double(lines.count - 1) * 7.5
    for (index, text) in lines.enumerated() {
      drawing.write(
        text, at: Point(0, first + Double(index) * 15), isBold: row == boldRow, role: .name, halo: true)
    }
  }
}
