/// Makes a problem of the values of its mapping.
struct ProblemReader {
  let `case`: CaseReader
  let fields: Fields

  private var faults: FaultList { `case`.faults }
  private var parties: Reference { `case`.partyReference }

  func problem() -> Problem? {
    let members = members()
    let authority = party("authority", kinds: [.authority, .government])
    let monitor = party("monitor", kinds: [.monitor, .socialOrganisation])
    let positions = positions()
    let linked = linked()
    let hierarchy = hierarchy(members)
    let agencies = agencies(members)
    let family = FamilyReader(case: `case`, problem: fields, members: members).data()
    if let family { LevelConditions(family: family, faults: faults).check(hierarchy, agencies) }
    guard let id = fields.text("id"), let title = fields.localized("title"), let field = fields.localized("field"),
      let family
    else { return nil }
    return Problem(
      id: id, title: title, field: field, territory: fields.localized("territory"), urgency: fields.figure("urgency"),
      members: members, authority: authority, monitor: monitor, positions: positions, linkedTo: linked,
      hierarchy: hierarchy, agencies: agencies, family: family, place: fields.place)
  }

  /// The members as written, so that a misspelled one is one fault and not one in every table.
  private func members() -> [PartyID] {
    let values = fields.list("members")
    _ = `case`.partyList("members", of: fields)
    var found: [PartyID] = []
    for value in values {
      guard let text = value.text, !found.contains(PartyID(text)) else { continue }
      found.append(PartyID(text))
      check(text, isOneOf: [.government, .authority, .socialOrganisation], role: "member", at: value.place)
    }
    return found
  }

  private func party(_ key: String, kinds: [PartyKindWord]) -> PartyID? {
    guard let value = fields[key], let id = parties.find(value) else { return nil }
    check(id, isOneOf: kinds, role: key, at: value.place)
    return PartyID(id)
  }

  private func check(_ id: String, isOneOf kinds: [PartyKindWord], role: String, at place: Place) {
    guard let party = `case`.parties.first(where: { $0.id.rawValue == id }), !kinds.contains(party.kind.word) else {
      return
    }
    let allowed = kinds.map(\.rawValue).joined(separator: " or ")
    faults.error(place, "the \(role) '\(id)' is a \(party.kind.word.rawValue)", "name a party of the kind \(allowed)")
  }

  private func positions() -> [Position] {
    var places: [String: Place] = [:]
    return fields.list("positions").compactMap { value in
      guard let fields = value.fields, let named = fields["party"], let party = parties.find(named) else { return nil }
      if let first = places[party] {
        faults.error(named.place, "'\(party)' has two positions, the first at \(first)", "make one of them")
        return nil
      }
      places[party] = named.place
      return Position(
        party: PartyID(party), demand: fields.localized("demand"), concern: fields.localized("concern"),
        actionCost: fields.figure("actionCost"), urgency: fields.figure("urgency"),
        salience: fields.figure("salience"), position: fields.figure("position"), place: fields.place)
    }
  }

  private func hierarchy(_ members: [PartyID]) -> [LevelAbove] {
    var places: [String: Place] = [:]
    return fields.list("hierarchy").compactMap { value in
      guard let fields = value.fields else { return nil }
      let weights = ColumnReader(case: `case`, name: "weights").column(of: fields.column("weights"), members: members)
      guard let named = fields["authority"], let authority = parties.find(named) else { return nil }
      check(authority, isOneOf: [.authority, .government], role: "authority", at: named.place)
      if members.contains(PartyID(authority)) {
        faults.error(
          named.place, "the level above is '\(authority)', a member of the problem", "name somebody above the members")
      }
      if let first = places[authority] {
        faults.error(named.place, "'\(authority)' stands twice in hierarchy, first at \(first)", "keep one of them")
        return nil
      }
      places[authority] = named.place
      guard let weights else { return nil }
      return LevelAbove(
        authority: PartyID(authority), weights: weights,
        subsidy: fields.figure("subsidyUpTo").map {
          LevelAbove.Subsidy(upTo: $0, costOfFunds: fields.figure("costOfFunds"))
        },
        evaluation: fields.figure("evaluationUpTo").map {
          LevelAbove.Evaluation(upTo: $0, cost: fields.figure("evaluationCost"))
        }, place: fields.place)
    }
  }

  private func agencies(_ members: [PartyID]) -> [Agency] {
    findRepeats(of: "agencies", among: `case`.ids(fields.list("agencies")), faults: faults)
    let agencies = fields.list("agencies").compactMap { value -> Agency? in
      guard let fields = value.fields, let named = fields["member"], let member = named.text else { return nil }
      guard members.contains(PartyID(member)) else {
        faults.error(
          named.place, "'\(shortened(member))' is not a member of the problem",
          suggestion(for: member, among: members.map(\.rawValue), otherwise: "the members are"))
        return nil
      }
      guard let id = fields.text("id"), let name = fields.localized("name"), let minds = fields.figure("minds")
      else { return nil }
      return Agency(id: id, name: name, member: PartyID(member), minds: minds, place: fields.place)
    }
    // While one is faulty, its part is missing from the sum.
    guard agencies.count == fields.list("agencies").count else { return agencies }
    for member in members {
      let own = agencies.filter { $0.member == member }
      let sum = own.reduce(0) { $0 + $1.minds.best }
      // 1e-9: parts such as a third are rounded.
      guard let last = own.last, abs(sum - 1) > 1e-9 else { continue }
      faults.error(
        last.minds.place, "the parts that the agencies of '\(member)' mind come to \(plain(sum))",
        "give parts that come to 1")
    }
    return agencies
  }

  private func linked() -> [String] {
    fields.list("linkedTo").compactMap { value in
      guard let id = `case`.problemReference.find(value) else { return nil }
      guard id != fields.text("id") else {
        faults.error(value.place, "the problem '\(id)' is linked to itself", "take it away")
        return nil
      }
      return id
    }
  }
}
