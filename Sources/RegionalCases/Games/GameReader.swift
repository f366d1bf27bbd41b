/// Reads a game from the text of a file.
struct GameReader {
  typealias Game = (players: [String], kind: GameFile.Kind, worths: [Double], indicator: [Double]?)

  let file: String
  let faults: FaultList

  private static let shape = MappingShape(
    "a game",
    [
      .required("players", .sequence(of: .word(.any), counts: 1...CoalitionTable.mostPlayers), "The players' names."),
      .required("kind", .choice(GameFile.Kind.allCases.map(\.rawValue)), "Whether a worth is a cost or a surplus."),
      .required("worth", .table(key: .coalition, of: .number(.any)), "What each coalition pays or gets."),
      .optional("indicator", .table(key: .any, of: .number(.any)), "One number a player, for the proportional rule."),
    ])

  // MARK: JSON

  /// JSON is read as the YAML that it is also, so that every fault has its line and column.
  func json(_ text: String) -> Game? {
    guard let root = YAMLText(file: file, text: text, faults: faults, subject: "game").root() else { return nil }
    let shapes = ShapeReader(faults: faults, folder: nil, sourceKeys: [])
    guard let fields = shapes.fields(root, of: Self.shape, called: "the game", in: .none(at: root.place)) else {
      return nil
    }
    let named = fields.list("players").compactMap { value in value.text.map { (id: $0.trimmed, place: value.place) } }
    findRepeats(of: "players", among: named, faults: faults)
    let players = named.map(\.id)
    for (name, place) in named where name.contains(where: { $0 == "+" || $0 == "," }) {
      faults.error(place, "the player '\(shortened(name))' has a '+' or ',' in its name", "use another name")
    }
    let kind: GameFile.Kind? = fields.choice("kind")
    let indicator = indicator(fields, players: players)
    // Worths cannot be told apart while two players bear one name.
    guard let kind, fields.has("worth"), (1...CoalitionTable.mostPlayers).contains(players.count),
      Set(players).count == players.count
    else { return nil }
    let rows = fields.table("worth").map {
      CoalitionTable.Row(key: $0.key, place: $0.place, worth: $0.value.number, worthPlace: $0.value.place)
    }
    guard let worths = worths(rows, of: "worth", players: players, kind: kind, at: fields.keyPlace("worth")) else {
      return nil
    }
    return (players, kind, worths, indicator)
  }

  private func indicator(_ fields: Fields, players: [String]) -> [Double]? {
    guard fields.has("indicator") else { return nil }
    let reference = Reference(to: "player", plural: "players", known: players, faults: faults)
    var found: [String: Double] = [:]
    var named: Set<String> = []
    for (key, place, value) in fields.table("indicator") {
      guard let player = reference.find(key.trimmed, at: place) else { continue }
      named.insert(player)
      found[player] = value.number
    }
    let missing = players.filter { !named.contains($0) }
    if !missing.isEmpty {
      faults.error(fields.keyPlace("indicator"), "the indicator has no number for \(listed(missing))", "add it")
    }
    return players.allSatisfy { found[$0] != nil } ? players.compactMap { found[$0] } : nil
  }

  // MARK: CSV

  func csv(_ text: String, kind: GameFile.Kind) -> Game? {
    guard let table = CSVTable(text: text, file: file, faults: faults) else { return nil }
    let needed = ["coalition", "worth"]
    let columns = needed + ["weight"]
    for cell in table.header where !columns.contains(cell.text) {
      faults.error(
        cell.place, "'\(shortened(cell.text))' is not a column of a game",
        suggestion(for: cell.text, among: columns, otherwise: "its columns are"))
    }
    let top = table.header[0].place
    for column in needed where table.index(of: column) == nil {
      faults.error(top, "\(file) has no column '\(column)'", "add it")
    }
    guard let coalition = table.index(of: "coalition"), let worth = table.index(of: "worth") else { return nil }
    let shapes = ShapeReader(faults: faults, folder: nil, sourceKeys: [])
    let rows = table.rows.map { row in
      CoalitionTable.Row(
        key: row[coalition].text, place: row[coalition].place,
        worth: shapes.number(row[worth].node, in: .any, called: "the worth of \(shortened(row[coalition].text))"),
        worthPlace: row[worth].place)
    }
    let players = players(in: rows.map(\.key))
    guard !players.isEmpty else {
      faults.error(top, "no player stands alone in \(file)", "add a row for every coalition, single players too")
      return nil
    }
    let weights = table.index(of: "weight").flatMap { weight in
      self.weights(table.rows.map { ($0[coalition].text.trimmed, $0[weight]) }, players: players, shapes: shapes)
    }
    guard let worths = worths(rows, of: nil, players: players, kind: kind, at: top) else { return nil }
    return (players, kind, worths, weights)
  }

  /// The weights that stand beside single players; nil when there is none, and with faults when only some have one.
  private func weights(
    _ rows: [(coalition: String, cell: CSVTable.Cell)], players: [String], shapes: ShapeReader
  ) -> [Double]? {
    let known = Set(players)
    for (coalition, cell) in rows where !known.contains(coalition) && !cell.text.isEmpty {
      faults.error(
        cell.place, "the coalition '\(shortened(coalition))' has a weight",
        "only single players have one: empty the cell")
    }
    let single = rows.filter { known.contains($0.coalition) }
    guard single.contains(where: { !$0.cell.text.isEmpty }) else { return nil }
    var found: [String: Double] = [:]
    for (player, cell) in single {
      found[player] = shapes.number(cell.node, in: .any, called: "the weight of \(shortened(player))")
    }
    return players.allSatisfy { found[$0] != nil } ? players.compactMap { found[$0] } : nil
  }

  /// The players who stand alone, in the order in which they first do.
  ///
  /// Where no coalition is joined by `+` and each longer one is made of letters that stand alone, letters are players
  /// and longer ones their coalitions; else whatever is not joined is the name of a player.
  private func players(in keys: [String]) -> [String] {
    let keys = keys.map(\.trimmed).filter { !$0.isEmpty }
    var single: [String] = []
    var seen: Set<String> = []
    let isJoined = keys.contains { $0.contains { $0 == "+" || $0 == "," } }
    let letters = Set(keys.filter { $0.count == 1 })
    let areLetters =
      !isJoined && keys.allSatisfy { key in key.count == 1 || key.contains { letters.contains(String($0)) } }
    for key in keys where !key.contains(where: { $0 == "+" || $0 == "," }) && (!areLetters || key.count == 1) {
      if seen.insert(key).inserted { single.append(key) }
    }
    return single
  }

  private func worths(
    _ rows: [CoalitionTable.Row], of key: String?, players: [String], kind: GameFile.Kind, at place: Place
  ) -> [Double]? {
    let table = CoalitionTable(players: players, noun: "player", rows: rows, key: key, place: place, faults: faults)
    guard let worths = table.worths() else { return nil }
    Subadditivity(worths: worths, isCost: kind == .cost).warn(at: place, names: table.name, faults: faults)
    return worths
  }
}
