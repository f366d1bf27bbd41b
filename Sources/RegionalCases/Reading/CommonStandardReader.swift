/// Reads what could be made common, who has it already and what changing over costs.
struct CommonStandardReader {
  let `case`: CaseReader
  let members: [PartyID]

  private var faults: FaultList { `case`.faults }

  func commonStandard(_ fields: Fields) -> CommonStandard? {
    let values = fields.list("items")
    let ids = `case`.ids(values)
    findRepeats(of: "items", among: ids, faults: faults)
    let items = values.compactMap { value -> CommonStandard.Item? in
      guard let item = value.fields, let id = item.text("id"), let name = item.localized("name") else { return nil }
      return CommonStandard.Item(
        id: id, name: name, weight: item.figure("weight"), source: item.text("source"), place: item.place)
    }
    let reference = Reference(to: "item", plural: "items", known: ids.map(\.id), faults: faults)
    let weights: CommonStandard.ExchangeWeights? = fields.choice("exchangeWeights")
    if weights == .ties {
      `case`.checkExchange(
        among: members, askedFor: fields["exchangeWeights"], by: "exchangeWeights", ofEveryone: false)
    }
    let adopted = adopted(fields, items: reference)
    let benefit = column("benefit", of: fields)
    let switching = switching(fields, items: reference)
    guard let benefit, let switching else { return nil }
    return CommonStandard(
      items: items, benefit: benefit, switching: switching,
      exchangeWeights: weights ?? .uniform, adopted: adopted,
      minimumEffort: fields.fields("minimumEffort").flatMap(minimumEffort))
  }

  private func column(_ key: String, of fields: Fields) -> PartyColumn? {
    ColumnReader(case: `case`, name: key).column(of: fields.column(key), members: members)
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

  // MARK: What changing over costs

  private func switching(_ fields: Fields, items: Reference) -> CommonStandard.Switching? {
    guard let scales = fields.fields("scales") else {
      return column("switchingCost", of: fields).map { .cost($0) }
    }
    return self.scales(scales, items: items).map { .scales($0) }
  }

  private func scales(_ fields: Fields, items: Reference) -> GovernanceScales? {
    let costPerStep = column("costPerStep", of: fields)
    let levels = perItem("levels", of: fields, items: items) { key, value -> PartyColumn? in
      guard case .column(let column) = value.content else { return nil }
      return ColumnReader(case: `case`, name: "the level in '\(key)'").column(of: column, members: members)
    }
    let target: GovernanceScales.Target?
    if fields.has("targetLevels") {
      target = perItem("targetLevels", of: fields, items: items) { $1.figure }.map { .levels($0) }
    } else {
      let rule: GovernanceScales.Rule? = fields.choice("target")
      target = rule.map { .rule($0) }
    }
    guard let levels, let target, let costPerStep else { return nil }
    return GovernanceScales(levels: levels, target: target, costPerStep: costPerStep)
  }

  /// What stands for each item in the table under `key`, in the order of the items; nil when one lacks it.
  private func perItem<Element>(
    _ key: String, of fields: Fields, items: Reference, read: (String, Value) -> Element?
  ) -> [Element]? {
    var found: [String: Element] = [:]
    var named: Set<String> = []
    for (item, place, value) in fields.table(key) {
      guard items.find(item, at: place) != nil else { continue }
      named.insert(item)
      found[item] = read(item, value)
    }
    let missing = items.known.filter { !named.contains($0) }
    if case .table = fields[key]?.content, !missing.isEmpty {
      faults.error(fields.keyPlace(key), "\(key) has nothing for \(listed(missing))", "add it: one for every item")
    }
    let elements = items.known.compactMap { found[$0] }
    return elements.count == items.known.count ? elements : nil
  }
}
