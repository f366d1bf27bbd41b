extension Agreement {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .draft(let parties, let field, let table) = command {
      return try open(parties: parties, field: field, table: table, in: &scene)
    }
    let agreement = try scene.visible(Agreement.self, id)
    switch command {
    case .draft: preconditionFailure("a draft is opened, not changed")
    case .set, .write, .strike: try agreement.decideWriting(command, in: &scene)
    case .submit, .sendBack, .confirm, .freeze, .file, .abandon: try agreement.decidePreparation(command, in: &scene)
    case .sign, .withdrawSignature: try agreement.decideSignature(command, in: &scene)
    case .amend, .discardAmendment, .suspend, .resume, .prepareRenewal, .windUp, .archive:
      try agreement.decideTerm(command, in: &scene)
    case .giveNotice, .withdrawNotice, .resolveTermination, .settleDues, .admit, .accede:
      try agreement.decideExit(command, in: &scene)
    }
  }

  private static func open(
    parties: [ObjectID], field: String, table: ObjectID?, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(Agreement.self, field: field)
    let fields = scene.region?.charter.fields ?? []
    guard fields.contains(field) else {
      throw .invalid(
        field: "field", fault: "'\(field)' is no field of cooperation here",
        remedy: "choose one of \(fields, .cooperationField)")
    }
    guard (2...60).contains(parties.count), Set(parties).count == parties.count else {
      throw .invalid(
        field: "parties", fault: "they are not 2 to 60 organisations, each once", remedy: "name each party once")
    }
    for party in parties {
      let organisation = try scene.visible(Organisation.self, party)
      guard organisation.stage == .active, organisation.sort != .monitor else {
        throw .invalid(
          field: "parties", fault: "\(party) cannot be a party",
          remedy: "name active organisations that do not monitor agreements")
      }
    }
    if scene.standing.role != .desk, let own = scene.standing.organisation?.id, !parties.contains(own) {
      throw .invalid(field: "parties", fault: "your organisation is not among them", remedy: "add \(own)")
    }
    if let table { _ = try scene.visible(NegotiationTable.self, table) }
    scene.open(Agreement.self, with: .drafted(parties: parties.sorted(), field: field, table: table))
  }

  // MARK: Text

  /// The parties whose signatures a change of the text makes void.
  private var signatories: [ObjectID] { (working?.signatures.map(\.party) ?? []).sorted() }

  private func decideWriting(_ command: Command, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .set(let title, let frame, let terms):
      try scene.permit("set", on: self)
      try check(terms, in: scene)
      scene.happen(
        .settled(title: try scene.checked(title, as: "title"), frame: frame, terms: terms, voids: signatories),
        to: self)
    case .write(let draft, let position):
      try scene.permit("write", on: self)
      try draft.check(among: parties, in: scene)
      let clauses = working?.clauses ?? []
      let isNew = !clauses.contains { $0.id == draft.id }
      guard !isNew || clauses.count < ClauseDraft.limit.clauses else {
        throw .invalid(
          field: "clause", fault: "there are \(clauses.count) clauses already",
          remedy: "move matters of detail into an annex")
      }
      let duties = clauses.filter { $0.id != draft.id }.map(\.duties.count).reduce(draft.duties.count, +)
      guard duties <= ClauseDraft.limit.allDuties else {
        throw .invalid(
          field: "duties", fault: "the version would have \(duties), at most \(ClauseDraft.limit.allDuties) fit",
          remedy: "join duties, or make a second agreement")
      }
      if let position {
        guard (1...clauses.count + (isNew ? 1 : 0)).contains(position) else {
          throw .invalid(
            field: "position", fault: "\(position) is no place in the text",
            remedy: "give 1 to \(clauses.count + (isNew ? 1 : 0))")
        }
      }
      let text = try scene.confide(draft.text, as: "text", for: textAudience)
      scene.happen(
        .written(clause: Clause(draft, text: text), position: position, voids: signatories), to: self)
    case .strike(let clause):
      try scene.permit("strike", on: self)
      let clauses = working?.clauses.map(\.id) ?? []
      guard clauses.contains(clause) else {
        throw .invalid(
          field: "clause", fault: "there is no such clause",
          remedy: clauses.isEmpty ? "write one first" : "choose one of \(clauses)")
      }
      scene.happen(.struck(clause: clause, voids: signatories), to: self)
    default: break
    }
  }

  private func check(_ terms: Terms, in scene: borrowing Scene) throws(Refusal) {
    _ = try scene.checked(terms.authentic, as: "authentic", limit: 40)
    for (moment, field) in [(terms.begins, "begins"), (terms.ends, "ends")] {
      if let moment { try Self.check(moment, as: field, in: scene) }
    }
    if let ends = terms.ends {
      guard max(terms.begins ?? scene.now, scene.now) < ends else {
        throw .invalid(field: "ends", fault: "it is not after the beginning", remedy: "give a later end")
      }
    }
    if let activation = terms.activation {
      guard 2 <= activation, activation <= parties.count else {
        throw .invalid(
          field: "activation", fault: "\(activation) signatures cannot bring it into force",
          remedy: "give 2 to \(parties.count), or leave it out for all")
      }
    }
    guard (0...3660).contains(terms.noticeDays) else {
      throw .invalid(
        field: "noticeDays", fault: "\(terms.noticeDays) days cannot be kept", remedy: "give 0 to 3660 days")
    }
  }

  // MARK: From check to filing

  /// The contents of the version under way, to be read by a wider audience.
  private func texts(for audience: Audience) -> [Confided] {
    guard let version = working else { return [] }
    let all = version.clauses.map(\.text) + (version.frozen.map { [$0] } ?? [])
    return all.filter { $0.audience.level != .everybody && $0.audience != audience }
      .map { $0.opened(to: audience) }
  }

  private func decidePreparation(_ command: Command, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .submit(let reviewer):
      try scene.permit("submit", on: self)
      let organisation = try scene.visible(Organisation.self, reviewer)
      let mayCheck = parties.contains(reviewer) || [.publicBody, .authority].contains(organisation.sort)
      guard mayCheck, organisation.stage == .active else {
        throw .invalid(
          field: "reviewer", fault: "\(reviewer) cannot check it",
          remedy: "name a party, a public body or an authority that is active")
      }
      let wider = Audience.parties(Self.union(Self.union(parties, readers), [reviewer]))
      scene.happen(.submitted(reviewer: reviewer, texts: texts(for: wider)), to: self)
    case .sendBack(let reasons):
      try scene.permit("sendBack", on: self)
      scene.happen(.sentBack(reasons: try scene.confide(reasons, as: "reasons", for: textAudience)), to: self)
    case .confirm(let opinion):
      try scene.permit("confirm", on: self)
      scene.happen(.confirmed(opinion: try scene.confide(opinion, as: "opinion", for: textAudience)), to: self)
    case .freeze:
      try scene.permit("freeze", on: self)
      let text = working?.canonicalText(among: parties) ?? ""
      scene.happen(
        .frozen(text: try scene.confide(text, as: "text", for: textAudience, limit: 4_000_000)), to: self)
    case .file(let registration, let disclosure):
      try scene.permit("file", on: self)
      scene.happen(
        .filed(
          registration: try scene.checked(registration, as: "registration", limit: 100),
          disclosure: try scene.checked(disclosure, as: "disclosure"), texts: texts(for: .everybody)), to: self)
    case .abandon(let reason):
      try scene.act(.abandoned(reason: try scene.checked(reason, as: "reason", limit: 2000)), on: self)
    default: break
    }
  }

  // MARK: Signatures

  private func decideSignature(_ command: Command, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .sign(let number, let digest):
      try scene.permit("sign", on: self)
      guard let party = scene.standing.organisation?.id else { return }
      let open = open(toSignatureOf: party)
      guard let version = open.first(where: { $0.number == number }) else {
        throw .invalid(
          field: "version", fault: "version \(number) does not wait for your signature",
          remedy: "sign version \(open.map(\.number))")
      }
      let signature = try signature(of: party, on: version, digest: digest, act: "sign", in: scene)
      let completes =
        version.stage == .signing && version.signatures.count + 1 >= requiredSignatures(for: version)
      let made =
        version.stage == .inForce ? makeCommitments(of: version, for: [party], at: scene.now, in: &scene) : []
      scene.happen(.signed(signature: signature, completes: completes, commitments: made), to: self)
    case .withdrawSignature:
      guard let party = scene.standing.organisation?.id else {
        throw .notEntitled(act: "withdrawSignature", needed: [.partyLead])
      }
      try scene.act(.signatureWithdrawn(party: party), on: self)
    default: break
    }
  }

  /// The signature of the acting lead, if the text that was read is the text that was frozen.
  func signature(
    of party: ObjectID, on version: Version, digest: String, act: String, in scene: borrowing Scene
  ) throws(Refusal) -> Signature {
    guard let frozen = version.digest, frozen == digest else {
      throw .conditionFails(
        "the text that was frozen", act: act,
        remedy: "read version \(version.number) again and sign the digest \(version.digest ?? "")")
    }
    return Signature(
      party: party, by: Author(scene.standing), at: scene.now, version: version.number, digest: frozen)
  }
}
