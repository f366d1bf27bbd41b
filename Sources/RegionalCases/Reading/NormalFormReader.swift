/// Reads a game in normal form: the actions of each member and the payoffs of every profile.
struct NormalFormReader {
  let `case`: CaseReader
  let members: [PartyID]

  static let mostPlayers = 8

  private var faults: FaultList { `case`.faults }

  func normalForm(_ fields: Fields) -> NormalForm? {
    let actions = actions(fields)
    guard let table = fields.fields("payoffs") else { return nil }
    let provenance = `case`.shapes.provenance(in: table.scope, of: "payoffs", at: table.place)
    guard members.count <= Self.mostPlayers else {
      faults.error(
        fields.place, "a game in normal form for \(members.count) members", "it is for 2 to \(Self.mostPlayers) of them"
      )
      return nil
    }
    guard let actions, let file = table["file"], let path = file.text,
      let rows = `case`.folder.table(path, namedAt: file.place)
    else { return nil }
    guard let payoffs = payoffs(rows, actions: actions, at: file.place), let provenance else { return nil }
    return NormalForm(actions: actions, payoffs: payoffs, provenance: provenance, place: table.place)
  }

  private func actions(_ fields: Fields) -> [[String]]? {
    guard case .table(let entries) = fields["actions"]?.content else { return nil }
    var found: [PartyID: [String]] = [:]
    var isSound = true
    for (key, place, value) in entries {
      guard members.contains(PartyID(key)) else {
        faults.error(
          place, "'\(shortened(key))' is not a member of the problem",
          suggestion(for: key, among: members.map(\.rawValue), otherwise: "the members are"))
        isSound = false
        continue
      }
      guard case .sequence(let list) = value.content else {
        isSound = false
        found[PartyID(key)] = []
        continue
      }
      var names: [String] = []
      for element in list {
        guard let name = element.text else {
          isSound = false
          continue
        }
        if names.contains(name) {
          faults.error(element.place, "'\(key)' has the action '\(shortened(name))' twice", "name it once")
          isSound = false
        }
        names.append(name)
      }
      if !(2...6).contains(names.count) { isSound = false }
      found[PartyID(key)] = names
    }
    let missing = members.filter { found[$0] == nil }
    if !missing.isEmpty {
      faults.error(
        fields.keyPlace("actions"), "no actions are given for \(listed(missing.map(\.rawValue)))",
        "give every member 2 to 6")
      return nil
    }
    return isSound ? members.compactMap { found[$0] } : nil
  }

  private func payoffs(_ table: CSVTable, actions: [[String]], at place: Place) -> [[Double]]? {
    let known = members.map(\.rawValue) + members.map { "payoff_\($0)" }
    for cell in table.header where !known.contains(cell.text) {
      faults.error(
        cell.place, "'\(shortened(cell.text))' is not a column of the payoffs",
        suggestion(for: cell.text, among: known, otherwise: "the columns are"))
    }
    let missing = known.filter { table.index(of: $0) == nil }
    if !missing.isEmpty {
      faults.error(table.header[0].place, "\(table.file) has no column \(listed(missing))", "add it")
    }
    let actionColumns = members.compactMap { table.index(of: $0.rawValue) }
    let payoffColumns = members.compactMap { table.index(of: "payoff_\($0)") }
    guard missing.isEmpty, table.header.count == known.count else { return nil }

    let count = actions.reduce(1) { $0 * $1.count }
    var payoffs = [[Double]](repeating: [], count: count)
    var places = [Place?](repeating: nil, count: count)
    var isSound = true
    var unread = 0
    for row in table.rows {
      guard let profile = profile(row, columns: actionColumns, actions: actions) else {
        isSound = false
        unread += 1
        continue
      }
      if let first = places[profile] {
        faults.error(
          row[actionColumns[0]].place, "the profile \(name(profile, actions)) stands twice, first at \(first)",
          "keep one of them")
        isSound = false
        continue
      }
      places[profile] = row[actionColumns[0]].place
      let numbers = zip(members, payoffColumns).compactMap { member, column in
        `case`.shapes.number(row[column].node, in: .any, called: "the payoff of \(member)")
      }
      if numbers.count == members.count { payoffs[profile] = numbers } else { isSound = false }
    }
    let absent = places.indices.filter { places[$0] == nil }
    // A profile whose row cannot be read is missing too; that fault was said where it stands.
    if absent.count > unread {
      let shown = absent.prefix(5).map { name($0, actions) }.joined(separator: ", ")
      let more = absent.count > 5 ? " and \(absent.count - 5) more" : ""
      faults.error(place, "\(table.file) has no row for \(shown)\(more)", "add a row for every profile")
    }
    return isSound && absent.isEmpty ? payoffs : nil
  }

  private func profile(_ row: [CSVTable.Cell], columns: [Int], actions: [[String]]) -> Int? {
    var index = 0
    var weight = 1
    var isSound = true
    for (column, options) in zip(columns, actions) {
      if let action = options.firstIndex(of: row[column].text) {
        index += action * weight
      } else {
        faults.error(
          row[column].place, "'\(shortened(row[column].text))' is not an action of the member",
          suggestion(for: row[column].text, among: options, otherwise: "its actions are"))
        isSound = false
      }
      weight *= options.count
    }
    return isSound ? index : nil
  }

  private func name(_ profile: Int, _ actions: [[String]]) -> String {
    var rest = profile
    var names: [String] = []
    for options in actions {
      names.append(options[rest % options.count])
      rest /= options.count
    }
    return "(\(names.joined(separator: ", ")))"
  }
}
