// MARK: - Amendment, suspension, renewal, winding up

extension Agreement {
  func decideTerm(_ command: Command, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .amend(let reason):
      try scene.act(
        .amendmentBegun(version: versions.count + 1, reason: try scene.checked(reason, as: "reason", limit: 2000)),
        on: self)
    case .discardAmendment(let reason):
      try scene.act(.amendmentDiscarded(reason: try scene.checked(reason, as: "reason", limit: 2000)), on: self)
    case .suspend(let reason):
      try scene.act(.suspended(reason: try scene.checked(reason, as: "reason", limit: 2000)), on: self)
    case .resume(let reason):
      try scene.act(.resumed(reason: try scene.checked(reason, as: "reason", limit: 2000)), on: self)
    case .prepareRenewal(let begins, let ends): try prepareRenewal(begins: begins, ends: ends, in: &scene)
    case .windUp: try scene.act(.windingUpBegun, on: self)
    case .archive: try scene.act(.archived, on: self)
    default: break
    }
  }

  /// Opens the agreement that is to take this one's place: the same text, no commitments yet.
  private func prepareRenewal(begins: Instant?, ends: Instant?, in scene: inout Scene) throws(Refusal) {
    try scene.permit("prepareRenewal", on: self)
    guard let current, let title = current.title, let frame = current.frame, var terms = current.terms else { return }
    for (moment, field) in [(begins, "begins"), (ends, "ends")] {
      if let moment { try Self.check(moment, as: field, in: scene) }
    }
    guard ends.map({ max(begins ?? scene.now, scene.now) < $0 }) ?? true else {
      throw .invalid(field: "ends", fault: "it is not after the beginning", remedy: "give a later end")
    }
    (terms.begins, terms.ends) = (begins, ends)
    // Parties may have left since the threshold was set.
    if let activation = terms.activation, activation > parties.count { terms.activation = nil }
    let clauses = current.clauses
    let successor = scene.open(Agreement.self, with: .drafted(parties: parties, field: fieldName, table: table))
    if let opened = scene.object(Agreement.self, successor) {
      scene.happen(.copied(from: id, title: title, frame: frame, terms: terms, clauses: clauses), to: opened)
    }
    scene.happen(.renewalPrepared(successor: successor), to: self)
  }
}

// MARK: - Exit and accession

extension Agreement {
  func decideExit(_ command: Command, in scene: inout Scene) throws(Refusal) {
    let own = scene.standing.organisation?.id
    let effective = scene.now.later(days: current?.terms?.noticeDays ?? 0)
    switch command {
    case .giveNotice(let reason):
      try scene.act(
        .noticeGiven(
          notice: Notice(
            party: own, given: scene.now, effective: effective,
            reason: try scene.checked(reason, as: "reason", limit: 2000))), on: self)
    case .withdrawNotice:
      guard let own else { throw .notEntitled(act: "withdrawNotice", needed: [.partyLead]) }
      try scene.act(.noticeWithdrawn(party: own), on: self)
    case .resolveTermination(let reason):
      try scene.permit("resolveTermination", on: self)
      scene.happen(
        .noticeGiven(
          notice: Notice(
            party: nil, given: scene.now, effective: effective,
            reason: try scene.checked(reason, as: "reason", limit: 2000))), to: self)
    case .settleDues(let party, let statement): try settleDues(of: party, statement: statement, in: &scene)
    case .admit(let organisation):
      try scene.permit("admit", on: self)
      guard let own else { return }
      let candidate = try scene.visible(Organisation.self, organisation)
      guard candidate.stage == .active, candidate.sort != .monitor, !parties.contains(organisation) else {
        throw .invalid(
          field: "organisation", fault: "\(organisation) cannot accede",
          remedy: "name an active organisation that is no party and monitors no agreements")
      }
      let consent = admissions.first { $0.organisation == organisation }?.by ?? []
      guard !consent.contains(own), parties.count + admissions.count < 60 || !consent.isEmpty else {
        throw .conditionFails(
          "a consent that is not given yet", act: "admit", remedy: "wait for \(organisation), or for the other parties")
      }
      scene.happen(.admitted(organisation: organisation, by: own), to: self)
    case .accede(let number, let digest):
      try scene.permit("accede", on: self)
      guard let own, let current else { return }
      guard number == current.number else {
        throw .invalid(
          field: "version", fault: "version \(number) is not in force", remedy: "accede to version \(current.number)")
      }
      scene.happen(
        .acceded(signature: try signature(of: own, on: current, digest: digest, act: "accede", in: scene)), to: self)
    default: break
    }
  }

  private func settleDues(of party: ObjectID?, statement: String, in scene: inout Scene) throws(Refusal) {
    try scene.permit("settleDues", on: self)
    guard let notice = notices.first(where: { $0.party == party }), notice.settledAt == nil else {
      throw .conditionFails(
        "a notice with open dues", act: "settleDues",
        remedy: party.map { "let \($0) give notice first" } ?? "let the conference resolve the end first")
    }
    let dues = self.dues(of: party, at: scene.now, in: scene)
    guard dues.isEmpty else {
      throw .conditionFails(
        "no duty that is owed", act: "settleDues", remedy: "have \(dues) verified and closed first")
    }
    scene.happen(.duesSettled(party: party, statement: try scene.checked(statement, as: "statement")), to: self)
  }

  /// The commitments of a party, or of all, that have fallen due and are not closed, or about which a dispute is open.
  func dues(of party: ObjectID?, at moment: Instant, in scene: borrowing Scene) -> [ObjectID] {
    openCommitments(in: scene)
      .filter { party == nil || $0.debtor == party }
      .filter { $0.isDisputed || $0.due <= moment || ![.pending, .due].contains($0.stage) }
      .map(\.id)
  }

  /// What it means when a party leaves: to be shown before notice is given.
  public struct LeavingEffect: Hashable, Sendable {
    public let party: ObjectID
    /// When a notice given now would take effect, once dues are settled.
    public let effective: Instant
    public let remaining: [ObjectID]
    /// How many bound parties the agreement needs to go on; with fewer it ends.
    public let needed: Int
    public let endsAgreement: Bool
    /// The duties of the party that survive its leaving, and those that lapse, as clause and duty.
    public let surviving: [String]
    public let lapsing: [String]
  }

  /// What follows when `party` gives notice at `moment`; nothing when it is not bound.
  public func effect(ofLeaving party: ObjectID, noticeAt moment: Instant) -> LeavingEffect? {
    guard isRunning, bound.contains(party), let current else { return nil }
    let own = current.clauses.flatMap { clause in
      clause.duties.filter { $0.debtor == party }.map { (name: "\(clause.id) \($0.id)", survives: clause.survives) }
    }
    return LeavingEffect(
      party: party, effective: moment.later(days: current.terms?.noticeDays ?? 0),
      remaining: parties.filter { $0 != party }, needed: neededParties, endsAgreement: ends(without: party),
      surviving: own.filter(\.survives).map(\.name), lapsing: own.filter { !$0.survives }.map(\.name))
  }

  /// How many bound parties keep it in force: those that brought it into force by a threshold, and never fewer than two.
  var neededParties: Int { max(2, current?.terms?.activation ?? 2) }

  func ends(without party: ObjectID) -> Bool { bound.filter { $0 != party }.count < neededParties }
}
