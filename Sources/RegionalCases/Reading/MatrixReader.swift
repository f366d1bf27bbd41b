/// Reads a number for each pair of members from a CSV file with a row and a column for each of them.
struct MatrixReader {
  let `case`: CaseReader
  let members: [PartyID]
  /// What an entry may be.
  let range: FigureRange
  /// What the matrix is called, to stand before "has": `transport`.
  let name: String

  private var faults: FaultList { `case`.faults }

  /// The matrix that `fields` name with `file` and, under `keyName`, the column of the rows' ids.
  func matrix(_ fields: Fields, keyName: String) -> PartyMatrix? {
    let provenance = `case`.shapes.provenance(in: fields.scope, of: name, at: fields.place)
    guard let file = fields["file"], let path = file.text, let key = fields[keyName], let keyColumn = key.text,
      let table = `case`.folder.table(path, namedAt: file.place)
    else { return nil }
    guard let keyIndex = table.index(of: keyColumn) else {
      faults.error(
        key.place, "\(path) has no column '\(shortened(keyColumn))'",
        suggestion(for: keyColumn, among: table.header.map(\.text), otherwise: "its columns are"))
      return nil
    }
    let columns = members.map { table.index(of: $0.rawValue) }
    let without = members.indices.filter { columns[$0] == nil }.map { members[$0].rawValue }
    if !without.isEmpty {
      faults.error(
        table.header[0].place, "\(path) has no column for the member \(listed(without))",
        "add a column for every member, named by its id")
    }
    guard let rows = rows(of: table, keyIndex: keyIndex, columns: columns, at: file.place), without.isEmpty,
      let provenance
    else { return nil }
    return PartyMatrix(rows: rows, provenance: provenance, place: fields.place)
  }

  private func rows(of table: CSVTable, keyIndex: Int, columns: [Int?], at place: Place) -> [[Double]]? {
    var rows: [String: [Double]] = [:]
    var places: [String: Place] = [:]
    var isSound = true
    for row in table.rows {
      let cell = row[keyIndex]
      guard `case`.partyReference.find(cell.text, at: cell.place) != nil else {
        isSound = false
        continue
      }
      guard members.contains(PartyID(cell.text)) else { continue }
      if let first = places[cell.text] {
        faults.error(cell.place, "'\(cell.text)' has two rows, the first at \(first)", "keep one of them")
        isSound = false
        continue
      }
      places[cell.text] = cell.place
      let numbers = zip(members, columns).map { member, column -> Double? in
        guard let column else { return nil }
        return `case`.shapes.number(row[column].node, in: range, called: "\(name) from \(member) to \(cell.text)")
      }
      let found = numbers.compactMap { $0 }
      if found.count == members.count { rows[cell.text] = found } else { isSound = false }
    }
    let missing = members.filter { places[$0.rawValue] == nil }.map(\.rawValue)
    if !missing.isEmpty {
      faults.error(place, "\(table.file) has no row for \(listed(missing))", "add a row for every member")
      return nil
    }
    return isSound ? members.compactMap { rows[$0.rawValue] } : nil
  }
}
