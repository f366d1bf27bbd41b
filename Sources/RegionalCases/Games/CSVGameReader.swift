/// Reads a game from a CSV file: a row for every coalition, with its worth.
///
/// The rows are gone through several times rather than kept: first to learn who the players are, then to fill the table.
struct CSVGameReader {
  let file: String
  let faults: FaultList

  /// Where the columns stand.
  private struct Columns {
    let count: Int
    let coalition: Int
    let worth: Int
    let weight: Int?
  }

  func game(_ bytes: [UInt8], kind: GameFile.Kind) -> GameContents? {
    var rows = CSVRows(bytes: bytes, file: file, faults: faults)
    guard let (header, isSound) = CSVTable.header(of: &rows, faults: faults) else { return nil }
    let columns = self.columns(of: header)
    let players = columns.map { self.players(in: rows, $0) }
    guard isSound, let columns, let players else { return nil }
    let top = header[0].place
    guard !players.isEmpty else {
      faults.error(top, "no player stands alone in \(file)", "add a row for every coalition, single players too")
      return nil
    }
    let weights = columns.weight.flatMap { self.weights(in: rows, columns, at: $0, players: players) }
    guard
      var table = CoalitionTable(players: players, noun: "player", key: nil, place: top, faults: faults)
    else { return nil }
    fill(&table, from: rows, columns)
    table.tellRepeats { table, visit in
      each(rows, columns) { rows, cells in
        let cell = cells[columns.coalition]
        visit(mask(of: cell, in: rows, table)) { rows.place(of: cell) }
        return true
      }
    }
    guard let worths = table.filled() else { return nil }
    Subadditivity(worths: worths, isCost: kind == .cost).warn(at: top, names: table.name, faults: faults)
    return GameContents(players: players, kind: kind, worths: worths, indicator: weights)
  }

  // MARK: Rows

  private func columns(of header: [CSVTable.Cell]) -> Columns? {
    let needed = ["coalition", "worth"]
    let known = needed + ["weight"]
    for cell in header where !known.contains(cell.text) {
      faults.error(
        cell.place, "'\(shortened(cell.text))' is not a column of a game",
        suggestion(for: cell.text, among: known, otherwise: "its columns are"))
    }
    func index(_ column: String) -> Int? { header.firstIndex { $0.text == column } }
    for column in needed where index(column) == nil {
      faults.error(header[0].place, "\(file) has no column '\(column)'", "add it")
    }
    guard let coalition = index("coalition"), let worth = index("worth") else { return nil }
    return Columns(count: header.count, coalition: coalition, worth: worth, weight: index("weight"))
  }

  /// Goes through the rows that have a cell for every column, until `visit` says to stop.
  private func each(_ rows: CSVRows, _ columns: Columns, _ visit: (CSVRows, [CSVRows.Cell]) -> Bool) {
    var rows = rows
    var cells: [CSVRows.Cell] = []
    while rows.next(into: &cells) {
      guard CSVTable.isWhole(cells, of: columns.count, in: rows, faults: faults) else { continue }
      guard visit(rows, cells) else { return }
    }
  }

  private func mask(of cell: CSVRows.Cell, in rows: CSVRows, _ table: CoalitionTable) -> Int? {
    guard cell.hasDoubledQuotes else { return table.mask(rows.bytes, cell.range) }
    let bytes = Array(rows.text(of: cell).utf8)
    return table.mask(bytes, 0..<bytes.count)
  }

  private func fill(_ table: inout CoalitionTable, from rows: CSVRows, _ columns: Columns) {
    let shapes = ShapeReader(faults: faults, folder: nil, sourceKeys: [])
    each(rows, columns) { rows, cells in
      let (cell, worthCell) = (cells[columns.coalition], cells[columns.worth])
      let worth =
        worthCell.hasDoubledQuotes ? nil : NumberText.double(rows.bytes, worthCell.range)
      let told =
        worth
        ?? shapes.number(
          rows.node(of: worthCell), in: .any, called: "the worth of \(shortened(rows.text(of: cell)))")
      if cell.hasDoubledQuotes {
        let bytes = Array(rows.text(of: cell).utf8)
        table.take(
          bytes, 0..<bytes.count, worth: told, place: rows.place(of: cell), worthPlace: rows.place(of: worthCell))
      } else {
        table.take(
          rows.bytes, cell.range, worth: told, place: rows.place(of: cell), worthPlace: rows.place(of: worthCell))
      }
      return !table.isHopeless
    }
  }

  // MARK: Players

  /// The players who stand alone, in the order in which they first do.
  ///
  /// Where no coalition is joined by `+` and each longer one is made of letters that stand alone, letters are players
  /// and longer ones their coalitions; else whatever is not joined is the name of a player.
  private func players(in rows: CSVRows, _ columns: Columns) -> [String] {
    var isJoined = false
    var letters: Set<String> = []
    each(rows, columns) { rows, cells in
      let cell = cells[columns.coalition]
      if joins(cell, in: rows) {
        isJoined = true
      } else if let letter = letter(cell, in: rows) {
        letters.insert(letter)
      }
      return true
    }
    var areLetters = !isJoined
    if areLetters {
      let bytes = Set(letters.flatMap { $0.utf8.count == 1 ? Array($0.utf8) : [] })
      each(rows, columns) { rows, cells in
        let cell = cells[columns.coalition]
        let isPlain = cell.range.isEmpty || rows.bytes[cell.range].contains { bytes.contains($0) }
        if !isPlain {
          let key = rows.text(of: cell).trimmed
          areLetters = key.count <= 1 || key.contains { letters.contains(String($0)) }
        }
        return areLetters
      }
    }
    var single: [String] = []
    var seen: Set<String> = []
    each(rows, columns) { rows, cells in
      let cell = cells[columns.coalition]
      guard !joins(cell, in: rows) else { return true }
      if areLetters, letter(cell, in: rows) == nil { return true }
      let key = rows.text(of: cell).trimmed
      if !key.isEmpty, seen.insert(key).inserted { single.append(key) }
      return true
    }
    return single
  }

  private func joins(_ cell: CSVRows.Cell, in rows: CSVRows) -> Bool {
    rows.bytes[cell.range].contains(where: CoalitionKeys.joins)
  }

  /// The cell's text where it is a single letter.
  private func letter(_ cell: CSVRows.Cell, in rows: CSVRows) -> String? {
    let bytes = rows.bytes[cell.range]
    // Two letters of ASCII are two letters, unless a space is trimmed away.
    if let first = bytes.first, bytes.count > 1, first > 0x20, first < 0x80, let last = bytes.last, last > 0x20,
      last < 0x80
    {
      return nil
    }
    let key = rows.text(of: cell).trimmed
    return key.count == 1 ? key : nil
  }

  // MARK: Weights

  /// The weights that stand beside single players; nil when there is none, and with faults when only some have one.
  private func weights(in rows: CSVRows, _ columns: Columns, at weight: Int, players: [String]) -> [Double]? {
    let known = Set(players)
    var single: [(player: String, node: Node, isEmpty: Bool)] = []
    var faulty = 0
    each(rows, columns) { rows, cells in
      let (cell, weightCell) = (cells[columns.coalition], cells[weight])
      // Only single players are looked up: whatever joins names is none of them, and most rows have no weight.
      let isEmpty = weightCell.range.isEmpty
      if joins(cell, in: rows), isEmpty { return true }
      let coalition = rows.text(of: cell).trimmed
      if known.contains(coalition) {
        single.append((coalition, rows.node(of: weightCell), isEmpty))
      } else if !isEmpty {
        faults.error(
          rows.place(of: weightCell), "the coalition '\(shortened(coalition))' has a weight",
          "only single players have one: empty the cell")
        faulty += 1
      }
      return faulty < CoalitionTable.mostFaultyRows
    }
    guard single.contains(where: { !$0.isEmpty }) else { return nil }
    let shapes = ShapeReader(faults: faults, folder: nil, sourceKeys: [])
    var found: [String: Double] = [:]
    for (player, node, _) in single {
      found[player] = shapes.number(node, in: .any, called: "the weight of \(shortened(player))")
    }
    return players.allSatisfy { found[$0] != nil } ? players.compactMap { found[$0] } : nil
  }
}
