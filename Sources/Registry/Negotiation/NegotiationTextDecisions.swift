/// Decisions about the text: clauses, amendments and silence.
extension NegotiationTable {
  /// Decides a command about the text; says no when it is about something else.
  func decideText(_ command: Command, in scene: inout Scene) throws(Refusal) -> Bool {
    switch command {
    case .proposeClause(let title, let text):
      try scene.permit("proposeClause", on: self)
      let author = try author(in: scene)
      scene.happen(
        .clauseProposed(
          clause: clauses.count + 1, title: try scene.checked(title, as: "title", limit: 120), author: author,
          text: try scene.confide(text, as: "text", for: audience)), to: self)
    case .offerText(let number, let text):
      try scene.permit("offerText", on: self)
      let author = try author(in: scene)
      _ = try clause(number, for: "offerText")
      scene.happen(
        .textOffered(clause: number, author: author, text: try scene.confide(text, as: "text", for: audience)),
        to: self)
    case .agreeToText(let number, let text):
      try scene.permit("agreeToText", on: self)
      let party = try partyActing(in: scene)
      let wording = try wording(text, in: try clause(number, for: "agreeToText"))
      guard !wording.agreedBy.contains(party) else {
        throw .conditionFails(
          "your party has not agreed to it yet", act: "agreeToText",
          remedy: "nothing is left for you to do: the others must agree")
      }
      scene.happen(.textAgreedTo(clause: number, text: text, party: party), to: self)
    case .withdrawClause(let number):
      try scene.permit("withdrawClause", on: self)
      let author = try author(in: scene)
      let clause = try clause(number, for: "withdrawClause")
      guard clause.proposedBy == author else {
        throw .conditionFails(
          "you proposed the clause", act: "withdrawClause", remedy: "ask \(clause.proposedBy) to withdraw it")
      }
      scene.happen(.clauseWithdrawn(clause: number), to: self)
    case .consentToReopen(let number): try consentToReopen(number, in: &scene)
    case .amend(let number, let target, let amends, let text, let reasons):
      try amend(number, target: target, amends: amends, text: text, reasons: reasons, in: &scene)
    case .acceptAmendment(let number):
      try scene.permit("acceptAmendment", on: self)
      let party = try partyActing(in: scene)
      let amendment = try amendment(number, for: "acceptAmendment")
      guard !amendment.acceptedBy.contains(party) else {
        throw .conditionFails(
          "your party has not accepted it yet", act: "acceptAmendment",
          remedy: "nothing is left for you to do: the others must accept")
      }
      scene.happen(.amendmentAccepted(amendment: number, party: party), to: self)
    case .rejectAmendment(let number, let reasons):
      try scene.permit("rejectAmendment", on: self)
      let party = try partyActing(in: scene)
      let amendment = try amendment(number, for: "rejectAmendment")
      guard amendment.sponsor != party else {
        throw .conditionFails(
          "another party sponsors it", act: "rejectAmendment", remedy: "withdraw your own amendment")
      }
      scene.happen(
        .amendmentRejected(
          amendment: number, party: party, reasons: try scene.confide(reasons, as: "reasons", for: audience)),
        to: self)
    case .withdrawAmendment(let number):
      try scene.permit("withdrawAmendment", on: self)
      let party = try partyActing(in: scene)
      let amendment = try amendment(number, for: "withdrawAmendment")
      guard amendment.sponsor == party else {
        throw .conditionFails(
          "your party sponsors it", act: "withdrawAmendment", remedy: "reject it, or ask \(amendment.sponsor)")
      }
      scene.happen(.amendmentWithdrawn(amendment: number), to: self)
    case .putUnderSilence(let items, let until): try putUnderSilence(items, until: until, in: &scene)
    case .objectTo(let number, let reasons): try object(to: number, reasons: reasons, in: &scene)
    default: return false
    }
    return true
  }

  // MARK: Acts

  private func consentToReopen(_ number: Int, in scene: inout Scene) throws(Refusal) {
    try scene.permit("consentToReopen", on: self)
    let party = try partyActing(in: scene)
    let clause = try clause(number, for: "consentToReopen")
    guard !clause.reopenConsents.contains(party) else {
      throw .conditionFails(
        "your party has not consented yet", act: "consentToReopen",
        remedy: "nothing is left for you to do: the others must consent")
    }
    scene.happen(.reopenConsented(clause: number, party: party), to: self)
    if let table = scene.object(NegotiationTable.self, id), table.clauses[number - 1].reopenConsents == parties {
      try scene.act(.clauseReopened(clause: number), on: table)
    }
  }

  private func amend(
    _ number: Int, target: String, amends: Int?, text: String, reasons: String, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permit("amend", on: self)
    let party = try partyActing(in: scene)
    let clause = try clause(number, for: "amend")
    if let amends {
      let parent = try amendment(amends, for: "amend")
      guard parent.amends == nil else {
        throw .conditionFails(
          "amendments go one level deep", act: "amend",
          remedy: "amendment \(amends) amends an amendment; amend amendment \(parent.amends ?? 0), or the clause")
      }
      guard parent.clause == number, parent.text.commit == target else {
        throw .invalid(
          field: "target", fault: "amendment \(amends) has no such text in clause \(number)",
          remedy: "read the amendment again")
      }
    } else {
      _ = try wording(target, in: clause)
    }
    scene.happen(
      .amended(
        amendment: amendments.count + 1, clause: number, target: target, amends: amends, sponsor: party,
        text: try scene.confide(text, as: "text", for: audience),
        reasons: try scene.confide(reasons, as: "reasons", for: audience)), to: self)
  }

  private func putUnderSilence(
    _ items: [SilenceProcedure.Item], until: Instant, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permit("putUnderSilence", on: self)
    try checkToCome(until, as: "until", in: scene)
    guard !items.isEmpty, Set(items.map(\.clause)).count == items.count else {
      throw .invalid(
        field: "items", fault: "no clause is named, or one twice", remedy: "name one text each of some clauses")
    }
    for item in items { _ = try wording(item.text, in: try clause(item.clause, for: "putUnderSilence")) }
    scene.happen(
      .silenceBegun(silence: silencesBegun + 1, items: items.sorted { $0.clause < $1.clause }, until: until), to: self)
  }

  private func object(to number: Int, reasons: String, in scene: inout Scene) throws(Refusal) {
    try scene.permit("objectTo", on: self)
    let party = try partyActing(in: scene)
    guard let silence = silences.first(where: { $0.number == number }) else {
      throw .invalid(
        field: "silence", fault: "no silence procedure \(number) runs",
        remedy: silences.isEmpty
          ? "what was adopted can be reopened with everybody's consent"
          : "choose one of \(silences.map(\.number))")
    }
    // Also when the clock has not run yet.
    guard scene.now < silence.until else {
      throw .conditionFails(
        "the silence still runs", act: "objectTo",
        remedy: "it ended at \(silence.until); what was adopted can be reopened with everybody's consent")
    }
    scene.happen(
      .objected(silence: number, party: party, reasons: try scene.confide(reasons, as: "reasons", for: audience)),
      to: self)
  }

  // MARK: Parts

  /// The clause with a number, when its stage allows the act and no silence lets it rest.
  func clause(_ number: Int, for act: String) throws(Refusal) -> Clause {
    guard clauses.indices.contains(number &- 1) else {
      throw .invalid(
        field: "clause", fault: "there is no clause \(number)",
        remedy: clauses.isEmpty ? "propose one" : "choose one of 1 to \(clauses.count)")
    }
    let clause = clauses[number - 1]
    try Clause.cycle.permit(act, on: ("clause", number), in: clause.stage)
    if let silence = silences.first(where: { $0.items.contains { $0.clause == number } }) {
      throw .conditionFails(
        "the clause is not under silence", act: act, remedy: "object, or wait until \(silence.until)")
    }
    return clause
  }

  private func wording(_ commit: String, in clause: Clause) throws(Refusal) -> Clause.Wording {
    guard let wording = clause.wording(commit) else {
      throw .invalid(
        field: "text", fault: "clause \(clause.number) has no such text",
        remedy: "read the clause again: its wordings may have changed")
    }
    return wording
  }

  private func amendment(_ number: Int, for act: String) throws(Refusal) -> Amendment {
    guard amendments.indices.contains(number &- 1) else {
      throw .invalid(
        field: "amendment", fault: "there is no amendment \(number)",
        remedy: amendments.isEmpty ? "sponsor one" : "choose one of 1 to \(amendments.count)")
    }
    let amendment = amendments[number - 1]
    try Amendment.cycle.permit(act, on: ("amendment", number), in: amendment.stage)
    // Accepting changes the clause, which rests while it is under silence.
    if act == "acceptAmendment" { _ = try clause(amendment.clause, for: "amend") }
    return amendment
  }
}
