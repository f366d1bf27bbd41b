extension NegotiationTable {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .convened(let parties, let field, let file, let secretariat) = event else { return nil }
    (self.id, stage, self.parties, observers) = (id, .convened, parties, [])
    (self.secretariat, fieldName, self.file) = (secretariat, field, file)
    (mandates, rounds, clauses, amendments, silences, silencesBegun) = ([], [], [], [], [], 0)
    (positions, packages, resumeConsents, initials, otherTexts) = ([], [], [], [], [])
  }

  /// Changes what the event says; every event that was decided can be applied.
  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    let before = stage
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    if before == .round, stage != .round, !rounds.isEmpty { rounds[rounds.count - 1].closed = moment }
    switch event {
    case .admitted(let organisation, .party, _): parties = (parties + [organisation]).sorted()
    case .admitted(let organisation, .observer, _): observers = (observers + [organisation]).sorted()
    case .mandateLodged(let party, let text):
      mandates.append(Mandate(party: party, text: text))
    case .roundBegun(let number): rounds.append(Round(number: number, begun: moment, closed: nil))
    case .suspended(let until, _): (suspendedUntil, resumeConsents, initials) = (until, [], [])
    case .resumeConsented(let party): resumeConsents = (resumeConsents + [party]).sorted()
    case .resumed: (suspendedUntil, resumeConsents) = (nil, [])
    case .initialled(let party): initials = (initials + [party]).sorted()
    case .summarised(let text, let ends):
      if let summary { otherTexts.append(summary.text) }
      summary = PublicSummary(text: text, embargoEnds: ends, isPublished: false)
    case .embargoExtended(let until): summary?.embargoEnds = until
    case .summaryPublished: summary?.isPublished = true
    case .closedWithAgreement(let agreement): self.agreement = agreement
    case .closedWithout(let reason): closingReason = reason
    default:
      let standing = standingTexts
      changeText(event)
      let kept = Set(standingTexts.map(\.commit))
      otherTexts += standing.filter { !kept.contains($0.commit) }
      changeOffers(event, at: moment)
      changeMediation(event)
    }
    if stage == .closedWithAgreement || stage == .closedWithout { clearTheTable() }
    relabel(event.relabels)
  }

  /// Closing takes away what still waits: no procedure runs on, and no package can be accepted any more.
  private mutating func clearTheTable() {
    silences = []
    for index in packages.indices where [.sealed, .tabled].contains(packages[index].stage) {
      packages[index].stage = .withdrawn
    }
    for index in amendments.indices where amendments[index].stage == .open { amendments[index].stage = .overtaken }
  }
}

// MARK: - The text

extension NegotiationTable {
  private mutating func changeText(_ event: Event) {
    switch event {
    case .clauseProposed(let number, let title, let author, let text):
      clauses.append(Clause(number: number, title: title, text: text, author: author, parties: parties))
    case .textOffered(let number, let author, let text):
      let supporters = parties.contains(author) ? [author] : []
      with(number) { $0.offer(text, by: author, supporters: supporters, of: $1) }
    case .textAgreedTo(let number, let text, let party): with(number) { $0.agree(text, by: [party], of: $1) }
    case .clauseWithdrawn(let number): with(number) { clause, _ in clause.stage = .withdrawn }
    case .reopenConsented(let number, let party):
      with(number) { clause, _ in clause.reopenConsents = (clause.reopenConsents + [party]).sorted() }
    case .clauseReopened(let number):
      with(number) { clause, _ in clause.reopen() }
      initials = []
    case .amended(let number, let clause, let target, let amends, let sponsor, let text, let reasons):
      amendments.append(
        Amendment(
          number: number, clause: clause, target: target, amends: amends, sponsor: sponsor, text: text,
          reasons: reasons, stage: .open, acceptedBy: [sponsor]))
    case .amendmentAccepted(let number, let party): acceptAmendment(number, by: party)
    case .amendmentRejected(let number, _, let reasons):
      amendments[number - 1].stage = .rejected
      otherTexts.append(reasons)
    case .amendmentWithdrawn(let number): amendments[number - 1].stage = .withdrawn
    case .silenceBegun(let number, let items, let until):
      silences.append(SilenceProcedure(number: number, items: items, until: until))
      silencesBegun = number
    case .objected(let number, _, let reasons):
      silences.removeAll { $0.number == number }
      otherTexts.append(reasons)
    case .adopted(let number):
      for item in silences.first(where: { $0.number == number })?.items ?? [] {
        with(item.clause) { $0.agree(item.text, by: $1, of: $1) }
      }
      silences.removeAll { $0.number == number }
    case .packageAccepted(let number, let party): acceptPackage(number, by: party)
    default: return
    }
    overtakeAmendments()
  }

  private mutating func with(_ number: Int, _ change: (inout Clause, [ObjectID]) -> Void) {
    change(&clauses[number - 1], parties)
  }

  private mutating func acceptAmendment(_ number: Int, by party: ObjectID) {
    amendments[number - 1].acceptedBy = (amendments[number - 1].acceptedBy + [party]).sorted()
    let amendment = amendments[number - 1]
    guard amendment.acceptedBy == parties else { return }
    amendments[number - 1].stage = .accepted
    if let parent = amendment.amends {
      amendments[parent - 1].text = amendment.text
      amendments[parent - 1].acceptedBy = [amendments[parent - 1].sponsor]
    } else {
      with(amendment.clause) { $0.amend(amendment.target, with: amendment.text, of: $1) }
    }
  }

  /// Ends the amendments whose target is gone; those to a wording first, so that those to them follow.
  private mutating func overtakeAmendments() {
    for ofAmendments in [false, true] {
      for index in amendments.indices {
        let amendment = amendments[index]
        guard amendment.stage == .open, (amendment.amends != nil) == ofAmendments else { continue }
        let stands: Bool
        if let parent = amendment.amends {
          stands = amendments[parent - 1].stage == .open && amendments[parent - 1].text.commit == amendment.target
        } else {
          let clause = clauses[amendment.clause - 1]
          stands = clause.stage != .agreed && clause.stage != .withdrawn && clause.wording(amendment.target) != nil
        }
        if !stands { amendments[index].stage = .overtaken }
      }
    }
  }

  /// Notes one acceptance; the last one lets the package take effect, once, as a whole.
  private mutating func acceptPackage(_ number: Int, by party: ObjectID) {
    packages[number - 1].acceptedBy = (packages[number - 1].acceptedBy + [party]).sorted()
    let package = packages[number - 1]
    guard package.acceptedBy == package.addressees else { return }
    packages[number - 1].stage = .accepted
    for (matter, text) in zip(package.matters, package.texts) {
      guard case .clause(let clause) = matter else { continue }
      with(clause) {
        $0.offer(text, by: package.sponsor, supporters: [package.sponsor] + package.addressees, of: $1)
      }
    }
  }
}

// MARK: - Offers and the mediator

extension NegotiationTable {
  private mutating func changeOffers(_ event: Event, at moment: Instant) {
    switch event {
    case .positionLodged(let number, let party, let sort, let own, let text):
      positions.append(
        SealedPosition(number: number, party: party, sort: sort, own: own, text: text, isWithdrawn: false))
    case .positionWithdrawn(let number): positions[number - 1].isWithdrawn = true
    case .packageSealed(let number, let sponsor, let outline, let texts, let conditions, let readers):
      packages.append(
        OfferPackage(
          number: number, sponsor: sponsor, stage: .sealed, outline: outline, texts: texts, conditions: conditions,
          readers: readers, matters: [], addressees: [], acceptedBy: []))
    case .packageTabled(let number, let matters, let addressees, let expires, let answers, _):
      packages[number - 1].stage = .tabled
      packages[number - 1].matters = matters
      packages[number - 1].addressees = addressees
      (packages[number - 1].expires, packages[number - 1].answers) = (expires, answers)
      packages[number - 1].tabledAt = moment
    case .packageRejected(let number, _): packages[number - 1].stage = .rejected
    case .packageWithdrawn(let number): packages[number - 1].stage = .withdrawn
    case .packageExpired(let number): packages[number - 1].stage = .expired
    default: break
    }
  }

  private mutating func changeMediation(_ event: Event) {
    switch event {
    case .mediatorNamed(let mediator, let organisation, _):
      mediation = Mediation(mediator: mediator, organisation: organisation, grants: [], isSeated: false)
    case .mediatorGranted(let party, let sees, let readers, _):
      mediation?.grants.removeAll { $0.party == party }
      mediation?.grants.append(MediatorGrant(party: party, sees: sees, readers: readers))
      mediation?.grants.sort { $0.party < $1.party }
    case .mediatorSeated: mediation?.isSeated = true
    case .mediatorRevoked(let party, _):
      mediation?.grants.removeAll { $0.party == party }
      mediation?.isSeated = false
    default: break
    }
  }
}
