/// Finds the figure of each party in a column, wherever it is written.
struct ColumnReader {
  let `case`: CaseReader
  /// What the column is called, to stand before "has": `baseline`.
  let name: String

  private var faults: FaultList { `case`.faults }
  private var parties: Reference { `case`.partyReference }

  struct Found {
    var figures: [PartyID: Figure] = [:]
    /// Parties of whom something is written, if faulty.
    var named: Set<String> = []
    var isFaulty = false
  }

  /// The column of a problem: one figure for each of its members and for nobody else.
  func column(of value: ColumnValue?, members: [PartyID]) -> PartyColumn? {
    guard let value else { return nil }
    if case .all(let figure) = value.form {
      return PartyColumn(figures: members.map { _ in figure })
    }
    let found = figures(of: value, members: members)
    let missing = members.filter { !found.named.contains($0.rawValue) }
    if !missing.isEmpty, !found.isFaulty || !found.named.isEmpty {
      faults.error(
        value.place, "\(name) has no figure for \(listed(missing.map(\.rawValue)))", "give every member one")
      return nil
    }
    let figures = members.compactMap { found.figures[$0] }
    return figures.count == members.count ? PartyColumn(figures: figures) : nil
  }

  /// The figures of a column by party.
  /// - Parameter members: those who alone may have one; nil for all parties.
  func figures(of value: ColumnValue, members: [PartyID]? = nil) -> Found {
    switch value.form {
    case .all(let figure):
      var found = Found()
      for party in `case`.parties { found.figures[party.id] = figure }
      found.named = Set(parties.known)
      return found
    case .values(let entries):
      var found = Found()
      for (key, place, value) in entries {
        guard accept(key, at: place, members: members) else {
          found.isFaulty = true
          continue
        }
        found.named.insert(key)
        if let figure = value.figure { found.figures[PartyID(key)] = figure } else { found.isFaulty = true }
      }
      return found
    case .file(let name, let place, let columns):
      return figures(inFile: name, at: place, columns: columns, of: value, members: members)
    }
  }

  private func accept(_ id: String, at place: Place, members: [PartyID]?) -> Bool {
    guard parties.find(id, at: place) != nil else { return false }
    guard let members, !members.contains(PartyID(id)) else { return true }
    faults.error(
      place, "'\(id)' has a figure in \(name) and is not a member of the problem",
      "take the figure away, or make it a member")
    return false
  }

  // MARK: Files

  private func figures(
    inFile file: String, at place: Place, columns: Fields, of value: ColumnValue, members: [PartyID]?
  ) -> Found {
    var found = Found(isFaulty: true)
    guard let table = `case`.folder.table(file, namedAt: place) else { return found }
    var indices: [String: Int] = [:]
    var isSound = true
    for key in ["key", "column", "low", "high", "statusColumn", "sourceColumn"] {
      guard let named = columns[key], let column = named.text else { continue }
      if let index = table.index(of: column) {
        indices[key] = index
      } else {
        faults.error(
          named.place, "\(file) has no column '\(shortened(column))'",
          suggestion(for: column, among: table.header.map(\.text), otherwise: "its columns are"))
        isSound = false
      }
    }
    guard isSound, let keyIndex = indices["key"], let columnIndex = indices["column"] else { return found }
    if table.rows.isEmpty {
      faults.error(place, "\(file) has no rows", "write a row for each party")
      return found
    }
    found.isFaulty = false
    var places: [String: Place] = [:]
    for row in table.rows {
      let cell = row[keyIndex]
      // A table may hold more parties than the problem has members; only strangers to the case are a fault.
      guard parties.find(cell.text, at: cell.place) != nil else {
        found.isFaulty = true
        continue
      }
      if let first = places[cell.text] {
        faults.error(cell.place, "'\(cell.text)' has two rows, the first at \(first)", "keep one of them")
        found.isFaulty = true
        continue
      }
      places[cell.text] = cell.place
      if let members, !members.contains(PartyID(cell.text)) { continue }
      found.named.insert(cell.text)
      if let figure = figure(row, indices, columnIndex, of: value) {
        found.figures[PartyID(cell.text)] = figure
      } else {
        found.isFaulty = true
      }
    }
    return found
  }

  private func figure(_ row: [CSVTable.Cell], _ indices: [String: Int], _ column: Int, of value: ColumnValue) -> Figure?
  {
    let cell = row[column]
    var entries: [Node.Entry] = []
    func add(_ key: String, _ index: Int?) {
      guard let index, key == "value" || key == "mode" || !row[index].text.isEmpty else { return }
      entries.append(Node.Entry(key: key, keyPlace: row[index].place, value: row[index].node))
    }
    let hasRange = indices["low"] != nil && indices["high"] != nil
    add(hasRange ? "mode" : "value", column)
    if hasRange {
      // A range whose ends are empty would leave a triangle without corners, which the figure then says.
      add("low", indices["low"])
      add("high", indices["high"])
    }
    add("status", indices["statusColumn"])
    add("source", indices["sourceColumn"])
    let node = Node(place: cell.place, content: .mapping(entries))
    let name = "\(name) of \(row[indices["key"] ?? 0].text)"
    guard let figure = `case`.shapes.read(node, as: .figure(value.range), called: name, in: value.scope).figure
    else { return nil }
    return Figure(figure.form, unit: value.unit, provenance: figure.provenance, place: figure.place)
  }
}
