extension Agreement {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .drafted(let parties, let field, let table) = event else { return nil }
    (self.id, stage, self.parties, fieldName, self.table) = (id, .draft, parties.sorted(), field, table)
    (versions, bound, commitments, notices, admissions, isPublic) = ([Version(number: 1)], [], [], [], [], false)
    // An office that drafts for the parties reads along; a table closes into an agreement of its parties alone.
    readers = table == nil ? author.organisation.map { parties.contains($0) ? [] : [$0] } ?? [] : []
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = stage(after: event)
    switch event {
    case .drafted: break
    case .copied, .settled, .written, .struck: applyWriting(event)
    case .submitted, .sentBack, .confirmed, .frozen, .signed, .signatureWithdrawn, .filed, .entered:
      applyPreparation(event, at: moment)
    case .undertaken, .amendmentBegun, .amendmentDiscarded, .suspended, .resumed, .endNeared, .reminded,
      .renewalPrepared:
      applyTerm(event, by: author)
    case .noticeGiven, .noticeWithdrawn, .duesSettled, .left, .admitted, .acceded: applyExit(event, at: moment)
    case .expired, .terminated: end(at: moment)
    case .renewed(let successor, _):
      end(at: moment)
      self.successor = successor
    case .windingUpBegun, .archived: break
    case .abandoned(let reason):
      self.reason = reason
      change { $0.stage = .discarded }
    }
  }

  /// Several transitions may share an act from one stage; what the event says, or what is under way, tells them apart.
  private func stage(after event: Event) -> Stage {
    switch event {
    case .signed(_, let completes, _): stage == .signing && completes ? .signed : stage
    case .left(_, let ends, _): ends ? .terminated : stage
    case .resumed: working == nil ? .inForce : .amending
    default: Self.lifeCycle.stage(after: event.act, from: stage)
    }
  }

  /// Changes the version that is being prepared, or the last one.
  private mutating func change(_ edit: (inout Version) -> Void) { edit(&versions[versions.count - 1]) }

  // MARK: Text

  private mutating func applyWriting(_ event: Event) {
    change { version in
      switch event {
      case .copied(_, let title, let frame, let terms, let clauses):
        (version.title, version.frame, version.terms, version.clauses) = (title, frame, terms, clauses)
      case .settled(let title, let frame, let terms, _):
        (version.title, version.frame, version.terms) = (title, frame, terms)
      case .written(let clause, let position, _):
        let before = version.clauses.firstIndex { $0.id == clause.id }
        version.clauses.removeAll { $0.id == clause.id }
        let place = position.map { $0 - 1 } ?? before ?? version.clauses.count
        version.clauses.insert(clause, at: max(0, min(place, version.clauses.count)))
      case .struck(let clause, _): version.clauses.removeAll { $0.id == clause }
      default: break
      }
      version.thaw()
    }
    if case .copied(let other, _, _, _, _) = event { predecessor = other }
  }

  // MARK: From check to force

  private mutating func applyPreparation(_ event: Event, at moment: Instant) {
    switch event {
    case .submitted(let reviewer, let texts):
      self.reviewer = reviewer
      if !parties.contains(reviewer) { readers = Self.union(readers, [reviewer]) }
      reveal(texts)
      change { $0.stage = .legalCheck }
    case .sentBack(let reasons): change { ($0.stage, $0.returned) = (.draft, reasons) }
    case .confirmed(let opinion): change { ($0.stage, $0.opinion) = (.ready, opinion) }
    case .frozen(let text): change { ($0.stage, $0.frozen, $0.voided) = (.signing, text, []) }
    case .signed(let signature, let completes, let made):
      if let index = versions.firstIndex(where: { $0.number == signature.version }) {
        versions[index].signatures.append(signature)
        if completes { versions[index].stage = .signed }
        if versions[index].stage == .inForce { bound = Self.union(bound, [signature.party]) }
      }
      commitments += made
    case .signatureWithdrawn(let party): change { $0.signatures.removeAll { $0.party == party } }
    case .filed(let registration, let disclosure, let texts):
      isPublic = true
      reveal(texts)
      change { version in
        (version.stage, version.filedAt) = (.filed, moment)
        (version.registration, version.disclosure) = (registration, disclosure)
      }
    case .entered(let number, let made, _):
      for index in versions.indices where versions[index].stage == .inForce {
        (versions[index].stage, versions[index].left) = (.superseded, moment)
      }
      if let index = versions.firstIndex(where: { $0.number == number }) {
        (versions[index].stage, versions[index].entered) = (.inForce, moment)
        bound = Self.union(bound, versions[index].signatures.map(\.party))
      }
      (amendedBy, reminded) = (nil, nil)
      commitments += made
    default: break
    }
  }

  /// Lets the contents that are named be read as far as their new audience says.
  private mutating func reveal(_ texts: [Confided]) {
    let audiences = Dictionary(texts.map { ($0.commit, $0) }) { first, _ in first }
    change { version in
      for index in version.clauses.indices {
        if let wider = audiences[version.clauses[index].text.commit] { version.clauses[index].text = wider }
      }
      if let frozen = version.frozen, let wider = audiences[frozen.commit] { version.frozen = wider }
    }
  }

  // MARK: Term and exit

  private mutating func applyTerm(_ event: Event, by author: Author) {
    switch event {
    case .undertaken(let made): commitments.append(made)
    case .amendmentBegun(let number, let reason):
      if let current { versions.append(Version(number: number, after: current)) }
      (self.reason, amendedBy) = (reason, author.organisation)
    case .amendmentDiscarded(let reason):
      change { $0.stage = .discarded }
      (self.reason, amendedBy) = (reason, nil)
    case .suspended(let reason), .resumed(let reason): self.reason = reason
    case .reminded(let days): reminded = days
    case .renewalPrepared(let successor): self.successor = successor
    default: break
    }
  }

  private mutating func applyExit(_ event: Event, at moment: Instant) {
    switch event {
    case .noticeGiven(let notice): notices.append(notice)
    case .noticeWithdrawn(let party): notices.removeAll { $0.party == party }
    case .duesSettled(let party, let statement):
      for index in notices.indices where notices[index].party == party {
        (notices[index].statement, notices[index].settledAt) = (statement, moment)
      }
    case .left(let party, let ends, _):
      notices.removeAll { $0.party == party }
      parties.removeAll { $0 == party }
      bound.removeAll { $0 == party }
      admissions = admissions.map { Admission(organisation: $0.organisation, by: $0.by.filter { $0 != party }) }
      thaw()
      if ends { end(at: moment) }
    case .admitted(let organisation, let party):
      if let index = admissions.firstIndex(where: { $0.organisation == organisation }) {
        admissions[index].by = Self.union(admissions[index].by, [party])
      } else {
        admissions.append(Admission(organisation: organisation, by: [party]))
        admissions.sort { $0.organisation < $1.organisation }
      }
    case .acceded(let signature):
      parties = Self.union(parties, [signature.party])
      bound = Self.union(bound, [signature.party])
      admissions.removeAll { $0.organisation == signature.party }
      if let index = versions.firstIndex(where: { $0.number == signature.version }) {
        versions[index].signatures.append(signature)
      }
      thaw()
    default: break
    }
  }

  /// A version under way was frozen for other parties: it goes back to its draft.
  private mutating func thaw() {
    guard working != nil else { return }
    change { $0.thaw() }
  }

  private mutating func end(at moment: Instant) {
    endedAt = moment
    for index in versions.indices {
      if versions[index].stage == .inForce {
        (versions[index].stage, versions[index].left) = (.ended, moment)
      } else if versions[index].stage.isInPreparation {
        versions[index].stage = .discarded
      }
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities.union(standing.partyCapacities(among: parties))
    guard let organisation = standing.organisation?.id else { return all }
    let checks: [Role] = [.desk, .guide, .lead, .clerk]
    if organisation == reviewer, let role = standing.role, checks.contains(role) { all.insert(.reviewer) }
    if standing.role == .lead, admissions.contains(where: { $0.organisation == organisation }) {
      all.insert(.subjectLead)
    }
    return all
  }
}

extension Agreement.Version {
  /// Back to a draft: what was signed before is void, and stays told.
  mutating func thaw() {
    if !signatures.isEmpty { voided = signatures }
    (stage, frozen, signatures, opinion) = (.draft, nil, [], nil)
    (registration, disclosure, filedAt) = (nil, nil, nil)
  }
}
