/// Reads what the parties already have in common, and what they pay one another under it.
struct InstitutionReader {
  let `case`: CaseReader

  private var faults: FaultList { `case`.faults }
  private var parties: Reference { `case`.partyReference }

  func institutions(_ values: [Value]) -> [Institution] {
    findRepeats(of: "institutions", among: `case`.ids(values), faults: faults)
    return values.compactMap { $0.fields.flatMap(institution) }
  }

  private func institution(_ fields: Fields) -> Institution? {
    let members = `case`.partyList("members", of: fields)
    let since = fields.date("since")
    let until = fields.date("until")
    if let since, let until, until < since {
      faults.error(
        fields["until"]?.place ?? fields.place, "until is \(until) and since is \(since)",
        "put the earlier date in since")
    }
    let index = fields.fields("index").flatMap { self.index($0) }
    let payments = fields.list("payments").compactMap { value in
      value.fields.flatMap { payment($0, hasIndex: fields.has("index")) }
    }
    guard let id = fields.text("id"), let kind: Institution.Kind = fields.choice("kind"),
      let name = fields.localized("name")
    else { return nil }
    return Institution(
      id: id, kind: kind, name: name, members: members, since: since, until: until, field: fields.localized("field"),
      enforcement: fields.figure("enforcement"), index: index, payments: payments, source: fields.text("source"),
      place: fields.place)
  }

  private func index(_ fields: Fields) -> Institution.Index? {
    let entries = fields.table("weights")
    if case .table = fields["weights"]?.content, entries.isEmpty {
      faults.error(fields.keyPlace("weights"), "the index has no weights", "give one for each thing that is measured")
    }
    let components = entries.compactMap { entry in
      entry.value.figure.map { Institution.Index.Component(id: entry.key, weight: $0) }
    }
    guard let name = fields.localized("name"), components.count == entries.count, !entries.isEmpty else { return nil }
    return Institution.Index(
      name: name, base: fields.localized("base"), coefficient: fields.figure("coefficient"), components: components,
      place: fields.place)
  }

  private func payment(_ fields: Fields, hasIndex: Bool) -> Institution.Payment? {
    let from = parties.find("from", of: fields)
    let to = parties.find("to", of: fields)
    if let from, from == to {
      faults.error(
        fields["to"]?.place ?? fields.place, "a payment goes from '\(from)' to itself", "name who receives it")
    }
    let above = fields.figure("above")
    let upTo = fields.figure("upTo")
    if let above, let upTo, above.best >= upTo.best {
      faults.error(
        above.place, "the payment is due above \(plain(above.best)) and up to \(plain(upTo.best))",
        "above must be below upTo")
    }
    for key in ["above", "upTo"] where fields.has(key) && !hasIndex {
      faults.error(
        fields.keyPlace(key), "'\(key)' bounds an index that the institution does not have",
        "add index to the institution, or take the bound away")
    }
    guard let from, let to, from != to, let amount = fields.figure("amount") else { return nil }
    return Institution.Payment(
      from: PartyID(from), to: PartyID(to), amount: amount, above: above, upTo: upTo, place: fields.place)
  }
}
