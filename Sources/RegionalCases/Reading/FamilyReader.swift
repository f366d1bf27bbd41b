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
    case .commonStandard:
      CommonStandardReader(case: `case`, members: members).commonStandard(fields).map { .commonStandard($0) }
    case .competition: CompetitionReader(case: `case`, members: members).competition(fields).map { .competition($0) }
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
    let river = fields.fields("river").flatMap { RiverReader(case: `case`, members: members).river($0) }
    let transport = fields.fields("transport").flatMap(transport)
    guard let action = fields.localized("action"), let unit = fields.localized("actionUnit"), let baseline, let limit,
      let cost, damage != nil,
      let transport = transport ?? river.map({ Spillover.Transport(along: $0, baseline: baseline) })
    else { return nil }
    return Spillover(
      action: action, actionUnit: unit, baseline: baseline, limit: limit, abatementCost: cost, linearDamage: linear,
      quadraticDamage: quadratic, transport: transport, river: river, level: level, background: background)
  }

  private func transport(_ fields: Fields) -> Spillover.Transport? {
    let reader = MatrixReader(case: `case`, members: members, range: .atLeastZero, name: "transport")
    guard let matrix = reader.matrix(fields, keyName: "receptor") else { return nil }
    return Spillover.Transport(matrix: matrix, scale: fields.number("scale") ?? 1)
  }
}
