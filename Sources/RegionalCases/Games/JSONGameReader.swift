/// Reads a game from a JSON file.
///
/// The worths are read one by one where they stand. What is not quite JSON is read as YAML where it is short, since
/// that tells better what a person may have meant.
struct JSONGameReader {
  let file: String
  let faults: FaultList

  /// The longest file that is read as YAML when it is not JSON.
  static let longestYAML = 1 << 20

  private static func shape(worths key: String) -> MappingShape {
    let counts = 1...CoalitionTable.mostPlayers
    let name = Shape.word(.any)
    var fields: [MappingShape.Field] = [
      .required("players", .sequence(of: name, counts: counts), "The players' names."),
      .required("kind", .choice(GameFile.Kind.allCases.map(\.rawValue)), "Whether a worth is a cost or a surplus."),
    ]
    let table = Shape.table(key: .coalition, of: .number(.any))
    let list = Shape.sequence(of: .number(.any), counts: 0...1 << CoalitionTable.mostPlayers)
    fields.append(
      key == "worth"
        ? .required("worth", table, "What each coalition pays or gets.")
        : .optional("worth", table, "What each coalition pays or gets."))
    fields += [
      .optional("worths", list, "What each coalition pays or gets, by the bits of its members."),
      .optional("indicator", .table(key: .any, of: .number(.any)), "One number a player, for the proportional rule."),
      .optional("weights", .table(key: .any, of: .number(.any)), "One number a player, for rules that weigh them."),
      .optional(
        "unions", .sequence(of: .sequence(of: name, counts: counts), counts: counts), "Who acts as one with whom."),
      .optional(
        "edges", .sequence(of: .sequence(of: name, counts: 2...2), counts: 0...325), "Who can work with whom."),
      .optional("downstream", .sequence(of: name, counts: counts), "The players from a river's source to its mouth."),
    ]
    return MappingShape("a game", fields, rules: [.notBoth("worth", "worths"), .notBoth("indicator", "weights")])
  }

  func game(_ bytes: [UInt8]) -> GameContents? {
    // Until all of the file was seen to be JSON, what is said of it does not count.
    let found = FaultList()
    do throws(JSONScanner.Fault) {
      let reader = JSONGameReader(file: file, faults: found)
      let (root, cursors) = try reader.outline(of: bytes)
      let game = try reader.game(root) { fields, players throws(JSONScanner.Fault) in
        if let scanner = cursors.worths { return try reader.list(from: scanner, players: players, fields: fields) }
        if let scanner = cursors.worth { return try reader.table(from: scanner, players: players, fields: fields) }
        return reader.worths(from: fields, players: players)
      }
      faults.add(contentsOf: found)
      return game
    } catch {
      guard bytes.count <= Self.longestYAML else {
        faults.error(error.place, error.what, error.remedy)
        return nil
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let root = YAMLText(file: file, text: text, faults: faults, subject: "game").root() else { return nil }
    return game(root) { worths(from: $0, players: $1) }
  }

  // MARK: The file without its worths

  /// The root of the file, the worths left out, and scanners that stand where those begin.
  private func outline(
    of bytes: [UInt8]
  ) throws(JSONScanner.Fault) -> (root: Node, cursors: (worth: JSONScanner?, worths: JSONScanner?)) {
    var scanner = JSONScanner(bytes: bytes, file: file)
    scanner.skipSpace()
    let start = scanner.place(of: scanner.mark)
    var entries: [Node.Entry] = []
    var cursors: (worth: JSONScanner?, worths: JSONScanner?)
    try scanner.object { scanner, key throws(JSONScanner.Fault) in
      let (text, place) = (scanner.text(of: key), scanner.place(of: key.mark))
      guard !entries.contains(where: { $0.key == text }) else {
        throw JSONScanner.Fault(
          place: place, what: "the key '\(shortened(text))' stands twice in its mapping", remedy: "keep one of them")
      }
      let value: Node
      let valuePlace = scanner.place(of: scanner.mark)
      switch (text, scanner.peek) {
      case ("worth", UInt8(ascii: "{")):
        cursors.worth = scanner
        try scanner.skipContainer()
        value = Node(place: valuePlace, content: .mapping([]))
      case ("worths", UInt8(ascii: "[")):
        cursors.worths = scanner
        try scanner.skipContainer()
        value = Node(place: valuePlace, content: .sequence([]))
      default:
        value = try scanner.value()
      }
      entries.append(Node.Entry(key: text, keyPlace: place, value: value))
      return true
    }
    try scanner.end()
    return (Node(place: start, content: .mapping(entries)), cursors)
  }

  private func game<Fault: Error>(
    _ root: Node, worths: (Fields, [String]) throws(Fault) -> [Double]?
  ) throws(Fault) -> GameContents? {
    let shapes = ShapeReader(faults: faults, folder: nil, sourceKeys: [])
    let shape = Self.shape(worths: root["worths"] != nil && root["worth"] == nil ? "worths" : "worth")
    guard let fields = shapes.fields(root, of: shape, called: "the game", in: .none(at: root.place)) else { return nil }
    let named = fields.list("players").compactMap { value in value.text.map { (id: $0.trimmed, place: value.place) } }
    findRepeats(of: "players", among: named, faults: faults)
    let players = named.map(\.id)
    for (name, place) in named where name.contains(where: { $0 == "+" || $0 == "," }) {
      faults.error(place, "the player '\(shortened(name))' has a '+' or ',' in its name", "use another name")
    }
    let kind: GameFile.Kind? = fields.choice("kind")
    let grounds = GameGroundsReader(fields: fields, players: players, faults: faults)
    let indicator = grounds.weights(called: "indicator") ?? grounds.weights(called: "weights")
    // Worths cannot be told apart while two players bear one name.
    guard let kind, fields.has("worth") || fields.has("worths"),
      (1...CoalitionTable.mostPlayers).contains(players.count),
      Set(players).count == players.count, fields.list("players").count == players.count
    else { return nil }
    let (unions, edges, downstream) = (grounds.unions(), grounds.edges(), grounds.downstream())
    guard let worths = try worths(fields, players) else { return nil }
    Subadditivity(worths: worths, isCost: kind == .cost).warn(
      at: fields.keyPlace(fields.has("worth") ? "worth" : "worths"), names: { CoalitionTable.name($0, players) },
      faults: faults)
    return GameContents(
      players: players, kind: kind, worths: worths, indicator: indicator, unions: unions, edges: edges,
      downstream: downstream)
  }

  // MARK: Worths

  /// The worths where the file was read whole.
  private func worths(from fields: Fields, players: [String]) -> [Double]? {
    if fields.has("worths") {
      guard case .sequence(let values) = fields["worths"]?.content else { return nil }
      let numbers = values.compactMap(\.number)
      guard numbers.count == values.count else { return nil }
      return whole(numbers, firstPlace: values.first?.place, players: players, at: fields.keyPlace("worths"))
    }
    let rows = fields.table("worth").map {
      CoalitionTable.Row(key: $0.key, place: $0.place, worth: $0.value.number, worthPlace: $0.value.place)
    }
    return CoalitionTable.worths(
      of: rows, players: players, noun: "player", key: "worth", place: fields.keyPlace("worth"), faults: faults)?.worths
  }

  /// The worths that stand by coalition in the object at which `start` stands.
  private func table(
    from start: JSONScanner, players: [String], fields: Fields
  ) throws(JSONScanner.Fault) -> [Double]? {
    guard
      var table = CoalitionTable(
        players: players, noun: "player", key: "worth", place: fields.keyPlace("worth"), faults: faults)
    else { return nil }
    let shapes = ShapeReader(faults: faults, folder: nil, sourceKeys: [])
    var scanner = start
    try scanner.object { scanner, key throws(JSONScanner.Fault) in
      let worth: Double?
      let worthPlace: Place?
      let mark = scanner.mark
      switch try scanner.item() {
      case .number(let number, _): (worth, worthPlace) = (number, nil)
      case .other(let node):
        worth = shapes.number(node, in: .any, called: "'\(shortened(scanner.text(of: key)))' of worth")
        worthPlace = node.place
      }
      if let unescaped = key.unescaped {
        let bytes = Array(unescaped.utf8)
        table.take(
          bytes, 0..<bytes.count, worth: worth, place: scanner.place(of: key.mark),
          worthPlace: worthPlace ?? scanner.place(of: mark))
      } else {
        table.take(
          scanner.bytes, key.range, worth: worth, place: scanner.place(of: key.mark),
          worthPlace: worthPlace ?? scanner.place(of: mark))
      }
      return !table.isHopeless
    }
    table.tellRepeats { table, visit in
      var scanner = start
      // What was read once reads again.
      try? scanner.object { scanner, key throws(JSONScanner.Fault) in
        _ = try scanner.item()
        let bytes = key.unescaped.map { Array($0.utf8) }
        let mask = bytes.map { table.mask($0, 0..<$0.count) } ?? table.mask(scanner.bytes, key.range)
        visit(mask) { scanner.place(of: key.mark) }
        return true
      }
    }
    return table.filled()
  }

  /// The worths that stand by mask in the array at which `start` stands.
  private func list(
    from start: JSONScanner, players: [String], fields: Fields
  ) throws(JSONScanner.Fault) -> [Double]? {
    let shapes = ShapeReader(faults: faults, folder: nil, sourceKeys: [])
    var numbers: [Double] = []
    numbers.reserveCapacity(1 << players.count)
    var faulty = 0
    var firstPlace: Place?
    var scanner = start
    try scanner.array { scanner throws(JSONScanner.Fault) in
      if firstPlace == nil { firstPlace = scanner.place(of: scanner.mark) }
      switch try scanner.item() {
      case .number(let number, _): numbers.append(number)
      case .other(let node):
        let coalition = CoalitionTable.name(numbers.count, players)
        let number = shapes.number(
          node, in: .any, called: numbers.count == 0 ? "the worth of the empty coalition" : "the worth of \(coalition)")
        if number == nil { faulty += 1 }
        numbers.append(number ?? 0)
      }
      return faulty < CoalitionTable.mostFaultyRows
    }
    guard faulty == 0 else { return nil }
    return whole(numbers, firstPlace: firstPlace, players: players, at: fields.keyPlace("worths"))
  }

  /// The numbers, where there is one for each coalition and none for the empty one.
  private func whole(_ numbers: [Double], firstPlace: Place?, players: [String], at place: Place) -> [Double]? {
    let needed = 1 << players.count
    guard numbers.count == needed else {
      let first = (1..<min(needed, 5)).map { CoalitionTable.name($0, players) }.joined(separator: ", ")
      faults.error(
        place, "worths has \(numbers.count) \(numbers.count == 1 ? "number" : "numbers")",
        "give \(needed), one a coalition in the order of its bits: that of none, which is 0, then \(first)"
          + (needed > 5 ? ", …" : ""))
      return nil
    }
    guard numbers[0] == 0 else {
      faults.error(firstPlace ?? place, "the empty coalition is worth \(plain(numbers[0]))", "give it 0")
      return nil
    }
    return numbers
  }
}
