/// A chart on the page: its finding, the drawing for wide and for narrow pages, the key, and the table behind.
struct Figure: Sendable {
  let id: String
  /// What the chart shows, as a sentence.
  let finding: String
  /// What is drawn, for those who cannot see it.
  let description: String
  let wide: Drawing
  let narrow: Drawing
  let legend: [LegendEntry]
  /// Names of what the drawing could only number, on the wide and on the narrow sheet.
  var wideKeys: [String] = []
  var narrowKeys: [String] = []
  var note: String?
  let table: DataTable

  /// Width of the drawing on wide pages and on paper, and on narrow pages; in CSS pixels.
  static let wideWidth = 720.0
  static let narrowWidth = 300.0
}

/// One line of a chart's key.
struct LegendEntry: Sendable {
  enum Swatch: Sendable {
    case bar(Paint)
    case cell(Paint, Symbol?)
    case symbol(Symbol, Paint)
    case line(Paint, width: Double, dash: [Double])
    /// A line that ends in a symbol.
    case course(Paint, dash: [Double], Symbol)
  }

  let swatch: Swatch
  let text: String
}

/// A table of a report: a caption, named columns and rows of text.
struct DataTable: Sendable {
  struct Column: Sendable {
    let title: String
    var isNumber = true
  }

  struct Row: Sendable {
    var cells: [String]
    /// Whether the row is set off, such as the recommended form.
    var isMarked = false
  }

  let caption: String
  let columns: [Column]
  let rows: [Row]
  var note: String?

  init(caption: String, columns: [Column], rows: [Row], note: String? = nil) {
    for row in rows { precondition(row.cells.count == columns.count, "a row has one cell a column: \(caption)") }
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.note = note
  }
}

extension DataTable {
  /// The table without the columns in which nothing stands.
  var withoutEmptyColumns: DataTable {
    let kept = columns.indices.filter { column in rows.contains { !["", "–"].contains($0.cells[column]) } }
    return DataTable(
      caption: caption, columns: kept.map { columns[$0] },
      rows: rows.map { row in Row(cells: kept.map { row.cells[$0] }, isMarked: row.isMarked) }, note: note)
  }

  func write(to html: inout HTML) {
    html.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) { html in
      html.element("table") { html in
        html.element("caption") { $0.element("span", text: caption) }
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns {
              html.element("th", ["scope": "col", "class": column.isNumber ? "n" : "t"], text: column.title)
            }
          }
        }
        html.element("tbody") { html in
          for row in rows {
            html.newline()
            html.element("tr", ["class": row.isMarked ? "marked" : "plain"]) { html in
              for (index, cell) in row.cells.enumerated() {
                let kind = columns[index].isNumber ? "n" : "t"
                if index == 0 {
                  html.element("th", ["scope": "row", "class": kind], text: cell)
                } else {
                  html.element("td", ["class": kind], text: cell)
                }
              }
            }
          }
        }
      }
    }
    if let note { html.element("p", ["class": "note"], text: note) }
  }
}

extension Figure {
  func write(to html: inout HTML, tableTitle: String) {
    html.newline()
    html.element("figure", ["id": id]) { html in
      html.element("figcaption", text: finding)
      if !legend.isEmpty {
        html.element("ul", ["class": "legend"]) { html in
          for entry in legend { entry.write(to: &html) }
        }
      }
      wide.write(to: &html, id: id, kind: "wide", title: finding, description: description)
      narrow.write(to: &html, id: id, kind: "narrow", title: finding, description: description)
      for (keys, kind) in [(wideKeys, "keys wide"), (narrowKeys, "keys narrow")] where !keys.isEmpty {
        html.element("ul", ["class": kind]) { html in
          for key in keys { html.element("li", text: key) }
        }
      }
      if let note { html.element("p", ["class": "note"], text: note) }
      html.element("details") { html in
        html.element("summary", text: tableTitle)
        table.write(to: &html)
      }
    }
  }
}

extension LegendEntry {
  func write(to html: inout HTML) {
    html.element("li") { html in
      html.element(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "width": "26", "height": "14", "viewBox": "0 0 26 14",
          "aria-hidden": "true",
        ]
      ) { html in
        switch swatch {
        case .bar(let paint):
          Mark.rectangle(Box(x: 1, y: 2, width: 24, height: 10), fill: paint, stroke: .grey).write(to: &html)
        case .cell(let paint, let symbol):
          Mark.rectangle(Box(x: 1, y: 1, width: 24, height: 12), fill: paint, stroke: .grey).write(to: &html)
          if let symbol {
            Mark.symbol(symbol, Point(13, 7), size: 3.5, fill: .white, stroke: .ink).write(to: &html)
          }
        case .symbol(let symbol, let paint):
          Mark.symbol(symbol, Point(13, 7), size: 4.5, fill: symbol.isHollow ? .white : paint, stroke: paint)
            .write(to: &html)
        case .line(let paint, let width, let dash):
          Mark.path([Point(1, 7), Point(25, 7)], closed: false, fill: .none, stroke: paint, width: width, dash: dash)
            .write(to: &html)
        case .course(let paint, let dash, let symbol):
          Mark.path([Point(1, 7), Point(19, 7)], closed: false, fill: .none, stroke: paint, width: 1.8, dash: dash)
            .write(to: &html)
          Mark.symbol(symbol, Point(20, 7), size: 4, fill: symbol.isHollow ? .white : paint, stroke: paint)
            .write(to: &html)
        }
      }
      html.text(text)
    }
  }
}
