/// Turns the rows of a CSV file into the nodes that a mapping of the same kind would give.
struct RowNodes {
  let shape: MappingShape
  let faults: FaultList

  /// One node a row; nil, with faults at the header, when its columns do not fit the shape.
  func nodes(of table: CSVTable) -> [Node]? {
    var paths: [[String]?] = []
    for cell in table.header {
      let path = path(of: cell.text)
      if path == nil {
        faults.error(
          cell.place, "'\(shortened(cell.text))' is not a column of \(shape.name)",
          suggestion(for: cell.text, among: columns, otherwise: "its columns are"))
      }
      paths.append(path)
    }
    let present = Set(paths.compactMap { $0?.first })
    var isSound = !paths.contains { $0 == nil }
    for field in shape.fields where field.isRequired && !present.contains(field.key) {
      faults.error(
        table.header[0].place, "\(table.file) has no column for '\(field.key)' of \(shape.name)", "add it")
      isSound = false
    }
    if table.rows.isEmpty {
      faults.error(table.header[0].place, "\(table.file) has no rows", "write a row for each")
      isSound = false
    }
    guard isSound else { return nil }
    return table.rows.map { node(of: $0, paths: paths.compactMap { $0 }) }
  }

  private func node(of row: [CSVTable.Cell], paths: [[String]]) -> Node {
    var entries: [Node.Entry] = []
    // An empty cell is a missing value; the shape then says whether one was needed.
    for (cell, path) in zip(row, paths) where !cell.text.isEmpty {
      if path.count == 1 {
        entries.append(Node.Entry(key: path[0], keyPlace: cell.place, value: cell.node))
        continue
      }
      let inner = Node.Entry(key: path[1], keyPlace: cell.place, value: cell.node)
      if let index = entries.firstIndex(where: { $0.key == path[0] }), let old = entries[index].value.entries {
        entries[index] = Node.Entry(
          key: path[0], keyPlace: entries[index].keyPlace,
          value: Node(place: entries[index].value.place, content: .mapping(old + [inner])))
      } else {
        entries.append(
          Node.Entry(key: path[0], keyPlace: cell.place, value: Node(place: cell.place, content: .mapping([inner]))))
      }
    }
    return Node(place: row[0].place, content: .mapping(entries))
  }

  /// The keys under which a column's cells stand: `lon` is `place`, `lon`; `name_zh` is `name`, `zh`.
  private func path(of column: String) -> [String]? {
    for field in shape.fields {
      switch field.shape {
      case .localized:
        if column == field.key { return [field.key] }
        if column.hasPrefix(field.key + "_") {
          let language = String(column.dropFirst(field.key.count + 1))
          if Word.language.isSpelled(language) { return [field.key, language] }
        }
      case .mapping(let inner): if inner.field(column) != nil { return [field.key, column] }
      case .sequence, .table, .rows, .column: continue
      default: if column == field.key { return [field.key] }
      }
    }
    return nil
  }

  private var columns: [String] {
    shape.fields.flatMap { field -> [String] in
      switch field.shape {
      case .localized: [field.key + "_en", field.key + "_zh"]
      case .mapping(let inner): inner.fields.map(\.key)
      case .sequence, .table, .rows, .column: []
      default: [field.key]
      }
    }
  }
}
