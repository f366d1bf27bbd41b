extension NegotiationTable {
  /// Who somebody is at the table: a party's clerk or lead, the desk that serves it, or the mediator while seated.
  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities.union(standing.partyCapacities(among: parties))
    if standing.organisation?.id != secretariat { all.remove(.desk) }
    let sits = mediation.map { $0.isSeated && standing.appointment?.id == $0.mediator } ?? false
    if !sits { all.remove(.mediator) }
    // A social organisation has delegates where a government has leads and clerks.
    if standing.role == .socialDelegate, let home = standing.organisation?.id, parties.contains(home) {
      all.formUnion([.partyLead, .partyClerk])
    }
    return all
  }

  /// Decides a command, or refuses it.
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .convene(let parties, let field, let file, let secretariat) = command {
      return try convene(parties, field: field, file: file, secretariat: secretariat, in: &scene)
    }
    let table = try scene.visible(NegotiationTable.self, id)
    if try table.decideSitting(command, in: &scene) { return }
    if try table.decideText(command, in: &scene) { return }
    if try table.decideOffer(command, in: &scene) { return }
    if try table.decideMediation(command, in: &scene) { return }
    try table.decideEnding(command, in: &scene)
  }

  /// Lets the clock do the one thing that is due first.
  public func wake(in scene: inout Scene) throws(Refusal) {
    // The earliest first: what a silence adopts may decide what a package can still settle.
    guard let moment = wakes else { return }
    if let silence = silences.first(where: { $0.until == moment }) {
      return try scene.act(.adopted(silence: silence.number), on: self)
    }
    if stage == .suspended, suspendedUntil == moment { return try scene.act(.resumed, on: self) }
    if let package = packages.first(where: { $0.stage == .tabled && $0.expires == moment }),
      [.open, .round, .suspended].contains(stage)
    {
      return try scene.act(.packageExpired(package: package.number), on: self)
    }
    try scene.act(
      .summaryPublished(opens: relabels(after: .summaryPublished(opens: []), at: scene.now)), on: self)
  }

  // MARK: Convening

  private static func convene(
    _ invited: [ObjectID], field: String, file: ObjectID?, secretariat: ObjectID?, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(NegotiationTable.self, field: field)
    let fields = scene.region?.charter.fields ?? []
    guard fields.contains(field) else {
      throw .invalid(
        field: "field", fault: "'\(field)' is no field of cooperation here",
        remedy: "choose one of \(fields, .cooperationField)")
    }
    guard (2...Limit.parties).contains(invited.count), Set(invited).count == invited.count else {
      throw .invalid(
        field: "parties", fault: "there are \(Set(invited).count) different parties in \(invited.count) named",
        remedy: "name 2 to \(Limit.parties), each once")
    }
    for party in invited { _ = try organisation(party, asParty: true, in: scene) }
    if scene.standing.role == .lead, let home = scene.standing.organisation, home.sort == .government,
      !invited.contains(home.id)
    {
      throw .conditionFails(
        "your own organisation is a party", act: "convene", remedy: "join the parties, or ask the joint office")
    }
    if let file {
      let problem = try scene.visible(DocketFile.self, file)
      guard problem.stage == .inNegotiation else {
        throw .conditionFails(
          "the file is to be negotiated", act: "convene",
          remedy: "\(file) is '\(stageOf: problem)'; have its negotiation decided and carried out")
      }
    }
    let serving = secretariat ?? (scene.standing.role == .desk ? scene.standing.organisation?.id : nil)
    guard let serving else {
      throw .invalid(
        field: "secretariat", fault: "nobody serves the table", remedy: "name the public body whose desk does")
    }
    guard let office = scene.object(Organisation.self, serving) else { throw .notFound(serving) }
    guard office.sort == .publicBody, office.stage == .active else {
      throw .invalid(
        field: "secretariat", fault: "\(serving) is no active public body", remedy: "name one that has a desk")
    }
    scene.open(
      NegotiationTable.self,
      with: .convened(parties: invited.sorted(), field: field, file: file, secretariat: serving))
  }

  /// An organisation that may take a seat.
  private static func organisation(
    _ id: ObjectID, asParty: Bool, in scene: borrowing Scene
  ) throws(Refusal) -> Organisation {
    guard let organisation = scene.object(Organisation.self, id) else { throw .notFound(id) }
    let sorts: [Organisation.Sort] =
      asParty ? [.government, .socialOrganisation] : [.government, .socialOrganisation, .authority]
    guard organisation.stage == .active, sorts.contains(organisation.sort) else {
      throw .invalid(
        field: asParty ? "party" : "observer",
        fault: organisation.stage == .active
          ? "\(id) is of the sort '\(organisation.sort)'" : "\(id) is closed",
        remedy: "choose an active organisation of this sort: \(sorts)")
    }
    return organisation
  }

  // MARK: Sittings

  /// Decides a command about the sittings; says no when it is about something else.
  private func decideSitting(_ command: Command, in scene: inout Scene) throws(Refusal) -> Bool {
    switch command {
    case .admit(let organisation, let seat):
      try scene.permit("admit", on: self)
      _ = try Self.organisation(organisation, asParty: seat == .party, in: scene)
      guard !parties.contains(organisation), !observers.contains(organisation) else {
        throw .invalid(field: "organisation", fault: "\(organisation) has a seat", remedy: "admit another")
      }
      guard seat == .party ? parties.count < Limit.parties : observers.count < Limit.observers else {
        throw .invalid(field: "organisation", fault: "the table is full", remedy: "convene another")
      }
      func event(_ opens: [Relabelled]) -> Event { .admitted(organisation: organisation, seat: seat, opens: opens) }
      scene.happen(event(relabels(after: event([]), at: scene.now)), to: self)
    case .lodgeMandate(let text):
      try scene.permit("lodgeMandate", on: self)
      let party = try partyActing(in: scene)
      let readers = audience(.holder(party), of: party, as: .mandate)
      scene.happen(.mandateLodged(party: party, text: try scene.confide(text, as: "text", for: readers)), to: self)
    case .open: try scene.act(.opened, on: self)
    case .beginRound: try scene.act(.roundBegun(round: rounds.count + 1), on: self)
    case .closeRound: try scene.act(.roundClosed(round: rounds.count), on: self)
    case .suspend(let until, let reason):
      try scene.permit("suspend", on: self)
      try checkToCome(until, as: "until", in: scene)
      scene.happen(
        .suspended(until: until, reason: try scene.checked(reason, as: "reason", limit: 500)), to: self)
    case .consentToResume:
      try scene.permit("consentToResume", on: self)
      scene.happen(.resumeConsented(party: try partyActing(in: scene)), to: self)
      if let table = scene.object(NegotiationTable.self, id), table.resumeConsents == parties {
        try scene.act(.resumed, on: table)
      }
    default: return false
    }
    return true
  }

  // MARK: The end

  private func decideEnding(_ command: Command, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .agreeText: try scene.act(.textAgreed, on: self)
    case .initial:
      try scene.permit("initial", on: self)
      scene.happen(.initialled(party: try partyActing(in: scene)), to: self)
      if let table = scene.object(NegotiationTable.self, id), table.initials == parties {
        try scene.act(.initialsCompleted, on: table)
      }
    case .summarise(let text, let ends):
      try scene.permit("summarise", on: self)
      try checkToCome(ends, as: "embargoEnds", in: scene)
      scene.happen(
        .summarised(text: try scene.confide(text, as: "text", for: audience), embargoEnds: ends), to: self)
    case .extendEmbargo(let until):
      try scene.permit("extendEmbargo", on: self)
      guard let ends = summary?.embargoEnds, ends < until else {
        throw .invalid(
          field: "until", fault: "it is not after the present end", remedy: "give a later moment")
      }
      scene.happen(.embargoExtended(until: until), to: self)
    case .closeWithAgreement:
      try scene.permit("closeWithAgreement", on: self)
      let agreement = scene.open(
        Agreement.self, with: .drafted(parties: parties, field: fieldName, table: id))
      scene.happen(.closedWithAgreement(agreement: agreement), to: self)
    case .closeWithout(let reason): try scene.act(.closedWithout(reason: reason), on: self)
    default: preconditionFailure("a command of the table is decided nowhere")
    }
  }

  // MARK: Who and when

  /// The party for which the person acts; asked once the act is permitted.
  func partyActing(in scene: borrowing Scene) throws(Refusal) -> ObjectID {
    guard let party = scene.standing.organisation?.id, parties.contains(party) else {
      throw .notEntitled(act: "act for a party", needed: [.partyLead])
    }
    return party
  }

  /// Under whose name a wording stands: the party's, or the mediator's own.
  func author(in scene: borrowing Scene) throws(Refusal) -> ObjectID {
    if let mediation, mediation.isSeated, scene.standing.appointment?.id == mediation.mediator {
      return mediation.mediator
    }
    return try partyActing(in: scene)
  }

  func checkToCome(_ moment: Instant, as field: String, in scene: borrowing Scene) throws(Refusal) {
    guard scene.now < moment else {
      throw .invalid(field: field, fault: "it is over already", remedy: "give a moment to come")
    }
  }

  /// Persons of one organisation that may be named as readers, the acting person among them; ascending.
  func readers(_ named: [ObjectID], of party: ObjectID, in scene: borrowing Scene) throws(Refusal) -> [ObjectID] {
    guard named.count <= Limit.readers else {
      throw .invalid(
        field: "readers", fault: "there are \(named.count)", remedy: "name at most \(Limit.readers)")
    }
    for reader in named {
      guard let appointment = scene.object(Appointment.self, reader), appointment.organisation == party,
        appointment.isValid(at: scene.now)
      else {
        throw .invalid(
          field: "readers", fault: "\(reader) is nobody of \(party) now", remedy: "name people of your own")
      }
    }
    let own = scene.standing.appointment.map { [$0.id] } ?? []
    return Set(named + own).sorted()
  }
}
