/// Makes the data of a problem's family of the values of its block.
struct FamilyReader {
  let `case`: CaseReader
  let problem: Fields
  let members: [PartyID]

  private var faults: FaultList { `case`.faults }

  /// The data of the family the problem names; every other block that stands there was said to be a fault already.
  func data() -> ProblemData? {
    guard let family: ProblemFamily = problem.choice("family"), let fields = problem.fields(family.rawValue) else {
      return nil
    }
    return switch family {
    case .jointFacility: jointFacility(fields).map { .jointFacility($0) }
    case .spillover: spillover(fields).map { .spillover($0) }
    case .commonStandard: commonStandard(fields).map { .commonStandard($0) }
    case .competition: competition(fields).map { .competition($0) }
    case .normalForm: NormalFormReader(case: `case`, members: members).normalForm(fields).map { .normalForm($0) }
    }
  }

  private func column(_ key: String, of fields: Fields) -> PartyColumn? {
    ColumnReader(case: `case`, name: key).column(of: fields.column(key), members: members)
  }

  // MARK: Joint facility

  private func jointFacility(_ fields: Fields) -> JointFacility? {
    let alternative = column("alternativeCost", of: fields)
    let proportional = fields.list("proportionalTo").compactMap { value -> String? in
      guard let id = `case`.indicatorReference.find(value) else { return nil }
      `case`.checkIndicator(id, hasFiguresFor: members, at: value.place)
      return id
    }
    let costs: JointFacility.Costs?
    if let table = fields.fields("costs") {
      costs = costTable(table).map { .table($0) }
    } else {
      costs = fields.fields("costFunction").flatMap(costFunction).map { .function($0) }
    }
    guard let costs else { return nil }
    return JointFacility(costs: costs, proportionalTo: proportional, alternativeCost: alternative)
  }

  private func costTable(_ fields: Fields) -> CostTable? {
    let provenance = `case`.shapes.provenance(in: fields.scope, of: "costs", at: fields.place)
    guard let (rows, place) = costRows(fields) else { return nil }
    guard
      let (worths, table) = CoalitionTable.worths(
        of: rows, players: members.map(\.rawValue), noun: "member", most: CoalitionTable.mostMembers,
        key: fields.has("values") ? "values" : nil, place: place, faults: faults)
    else { return nil }
    Subadditivity(worths: worths, isCost: true).warn(at: place, names: table.name, faults: faults)
    guard let provenance else { return nil }
    return CostTable(worths: worths, provenance: provenance, place: fields.place)
  }

  private func costRows(_ fields: Fields) -> (rows: [CoalitionTable.Row], place: Place)? {
    if fields.has("values") {
      let rows = fields.table("values").map {
        CoalitionTable.Row(key: $0.key, place: $0.place, worth: $0.value.number, worthPlace: $0.value.place)
      }
      return (rows, fields.keyPlace("values"))
    }
    guard let file = fields["file"], let path = file.text, let table = `case`.folder.table(path, namedAt: file.place)
    else { return nil }
    func index(_ key: String) -> Int? {
      guard let named = fields[key], let column = named.text else { return nil }
      if let index = table.index(of: column) { return index }
      faults.error(
        named.place, "\(path) has no column '\(shortened(column))'",
        suggestion(for: column, among: table.header.map(\.text), otherwise: "its columns are"))
      return nil
    }
    let coalition = index("coalition")
    let worth = index("worth")
    guard let coalition, let worth else { return nil }
    if table.rows.isEmpty {
      faults.error(file.place, "\(path) has no rows", "write a row for every coalition")
      return nil
    }
    let rows = table.rows.map { row in
      CoalitionTable.Row(
        key: row[coalition].text, place: row[coalition].place,
        worth: `case`.shapes.number(
          row[worth].node, in: .atLeastZero, called: "the worth of \(shortened(row[coalition].text))"),
        worthPlace: row[worth].place)
    }
    return (rows, file.place)
  }

  private func costFunction(_ fields: Fields) -> CostFunction? {
    let load = `case`.indicatorReference.find("load", of: fields)
    if let load { `case`.checkIndicator(load, hasFiguresFor: members, at: fields["load"]?.place ?? fields.place) }
    if fields.has("pipelinePerKm") {
      let without = `case`.parties.filter { $0.location == nil && members.contains($0.id) }.map(\.id.rawValue)
      if !without.isEmpty {
        faults.error(
          fields.keyPlace("pipelinePerKm"), "a pipeline by the kilometre needs the place of \(listed(without))",
          "add place: {lon: …, lat: …} to the party")
      }
    }
    guard let load, let scale = fields.figure("scale"), let exponent = fields.figure("exponent") else { return nil }
    return CostFunction(
      load: load, fixed: fields.figure("fixed"), scale: scale, exponent: exponent,
      pipelinePerKm: fields.figure("pipelinePerKm"))
  }

  // MARK: Spillover

  private func spillover(_ fields: Fields) -> Spillover? {
    let baseline = column("baseline", of: fields)
    let limit = column("limit", of: fields)
    if let baseline, let limit {
      for (index, member) in members.enumerated() where limit[index].best > baseline[index].best {
        faults.error(
          limit[index].place,
          "the limit of \(member) is \(plain(limit[index].best)) and its baseline \(plain(baseline[index].best))",
          "nobody can abate more than it emits: lower the limit or raise the baseline")
      }
    }
    let cost = column("abatementCost", of: fields)
    let level = column("level", of: fields)
    let background = column("background", of: fields)
    let damage = fields.fields("damage")
    let linear = damage.flatMap { column("linear", of: $0) }
    let quadratic = damage.flatMap { column("quadratic", of: $0) }
    let transport = fields.fields("transport").flatMap(transport)
    guard let action = fields.localized("action"), let unit = fields.localized("actionUnit"), let baseline, let limit,
      let cost, damage != nil, let transport
    else { return nil }
    return Spillover(
      action: action, actionUnit: unit, baseline: baseline, limit: limit, abatementCost: cost, linearDamage: linear,
      quadraticDamage: quadratic, transport: transport, level: level, background: background)
  }

  private func transport(_ fields: Fields) -> Spillover.Transport? {
    let reader = MatrixReader(case: `case`, members: members, range: .atLeastZero, name: "transport")
    guard let matrix = reader.matrix(fields, keyName: "receptor") else { return nil }
    return Spillover.Transport(matrix: matrix, scale: fields.number("scale") ?? 1)
  }

  // MARK: Common standard

  private func commonStandard(_ fields: Fields) -> CommonStandard? {
    let values = fields.list("items")
    let ids = `case`.ids(values)
    findRepeats(of: "items", among: ids, faults: faults)
    let items = values.compactMap { value -> CommonStandard.Item? in
      guard let item = value.fields, let id = item.text("id"), let name = item.localized("name") else { return nil }
      return CommonStandard.Item(id: id, name: name, weight: item.figure("weight"), place: item.place)
    }
    let adopted = adopted(fields, items: Reference(to: "item", plural: "items", known: ids.map(\.id), faults: faults))
    let benefit = column("benefit", of: fields)
    let switching = column("switchingCost", of: fields)
    guard let benefit, let switching else { return nil }
    return CommonStandard(
      items: items, benefit: benefit, switchingCost: switching,
      exchangeWeights: fields.choice("exchangeWeights") ?? .uniform, adopted: adopted,
      minimumEffort: fields.fields("minimumEffort").flatMap(minimumEffort))
  }

  private func adopted(_ fields: Fields, items: Reference) -> [String: [PartyID]] {
    var found: [String: [PartyID]] = [:]
    for (key, place, value) in fields.table("adopted") {
      guard items.find(key, at: place) != nil, case .sequence(let list) = value.content else { continue }
      var owners: [PartyID] = []
      for element in list {
        guard let id = element.text else { continue }
        if !members.contains(PartyID(id)) {
          faults.error(
            element.place, "'\(shortened(id))' is not a member of the problem",
            suggestion(for: id, among: members.map(\.rawValue), otherwise: "the members are"))
        } else if owners.contains(PartyID(id)) {
          faults.error(element.place, "'\(id)' has adopted '\(key)' twice", "name it once")
        } else {
          owners.append(PartyID(id))
        }
      }
      found[key] = owners
    }
    return found
  }

  private func minimumEffort(_ fields: Fields) -> CommonStandard.MinimumEffort? {
    guard let benefit = fields.figure("benefit"), let cost = fields.figure("cost"), let levels = fields.number("levels")
    else { return nil }
    return CommonStandard.MinimumEffort(benefit: benefit, cost: cost, levels: Int(levels))
  }

  // MARK: Competition

  private func competition(_ fields: Fields) -> Competition? {
    let kind: Competition.Kind? = fields.choice("kind")
    let range = fields.fields("range").flatMap { instrumentRange($0) }
    let parameters = kind.flatMap { kindParameters(fields.fields("parameters"), of: $0) }
    var general: Competition.General?
    if kind == .general {
      let own = column("own", of: fields)
      let base = column("base", of: fields)
      let reader = MatrixReader(case: `case`, members: members, range: .any, name: "interaction")
      let interaction = fields.fields("interaction").flatMap { reader.matrix($0, keyName: "player") }
      guard let own, let base, let interaction else { return nil }
      general = Competition.General(own: own, base: base, interaction: interaction)
    }
    guard let instrument = fields.localized("instrument"), let kind, let range, let parameters else { return nil }
    return Competition(instrument: instrument, kind: kind, range: range, parameters: parameters, general: general)
  }

  private func instrumentRange(_ fields: Fields) -> ClosedRange<Double>? {
    guard let low = fields.number("low"), let high = fields.number("high") else { return nil }
    guard low < high else {
      faults.error(
        fields["low"]?.place ?? fields.place, "low of the range is \(plain(low)) and high is \(plain(high))",
        "low must be below high")
      return nil
    }
    return low...high
  }

  private func kindParameters(_ fields: Fields?, of kind: Competition.Kind) -> [Competition.Parameter: Figure]? {
    guard let fields else { return kind == .general ? [:] : nil }
    var found: [Competition.Parameter: Figure] = [:]
    var isSound = true
    for parameter in Competition.Parameter.allCases {
      let isNeeded = kind.parameters.contains(parameter)
      if isNeeded, !fields.has(parameter.rawValue) {
        faults.error(
          fields.place, "a competition of the kind \(kind.rawValue) has no '\(parameter.rawValue)'", "add it")
        isSound = false
      } else if !isNeeded, kind != .general, fields.has(parameter.rawValue) {
        faults.error(
          fields.keyPlace(parameter.rawValue),
          "a competition of the kind \(kind.rawValue) has no parameter '\(parameter.rawValue)'", "take it away")
        isSound = false
      }
      if isNeeded { found[parameter] = fields.figure(parameter.rawValue) }
    }
    return isSound && found.count == kind.parameters.count ? found : nil
  }
}
