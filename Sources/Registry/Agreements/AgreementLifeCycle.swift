extension Agreement {
  private static let preparing: [Stage] = [.draft, .legalCheck, .ready, .signing]
  /// A version may be prepared beside the one in force.
  private static let beside: [Stage] = [.amending, .expiring]
  private static let binding: [Stage] = [.inForce, .amending, .expiring]
  private static let running: [Stage] = [.inForce, .amending, .expiring, .suspended]

  /// The life of an agreement. While a version is in force, the acts that prepare the next one leave the stage of the
  /// agreement as it is; the stage of the version tells how far that one has come.
  public static let lifeCycle = LifeCycle<Agreement>(
    opening: .init("draft", from: [], to: .draft, by: [.partyClerk, .partyLead, .desk]),
    preparation + signature + term + exit + ending)

  private static let preparation: [LifeCycle<Agreement>.Transition] = [
    .init("copy", from: [.draft], to: nil, by: [.partyLead]),
    .init("set", from: preparing, to: .draft, by: [.partyClerk, .partyLead, .desk]),
    .init("set", from: beside, to: nil, by: [.partyClerk, .partyLead, .desk], guards: [runs, isWritable]),
    .init("write", from: preparing, to: .draft, by: [.partyClerk, .partyLead, .desk]),
    .init("write", from: beside, to: nil, by: [.partyClerk, .partyLead, .desk], guards: [runs, isWritable]),
    .init("strike", from: preparing, to: .draft, by: [.partyClerk, .partyLead, .desk]),
    .init("strike", from: beside, to: nil, by: [.partyClerk, .partyLead, .desk], guards: [runs, isWritable]),
    .init("submit", from: [.draft], to: .legalCheck, by: [.partyClerk, .partyLead], guards: completeness),
    .init(
      "submit", from: beside, to: nil, by: [.partyClerk, .partyLead], guards: [runs, isAt(.draft)] + completeness),
    .init("sendBack", from: [.legalCheck], to: .draft, by: [.reviewer]),
    .init("sendBack", from: beside, to: nil, by: [.reviewer], guards: [runs, isAt(.legalCheck)]),
    .init("confirm", from: [.legalCheck], to: .ready, by: [.reviewer], guards: completeness),
    .init("confirm", from: beside, to: nil, by: [.reviewer], guards: [runs, isAt(.legalCheck)] + completeness),
    .init("freeze", from: [.ready], to: .signing, by: [.partyLead], guards: completeness),
    .init("freeze", from: beside, to: nil, by: [.partyLead], guards: [runs, isAt(.ready)] + completeness),
    .init("abandon", from: preparing, to: .archived, by: [.partyLead]),
  ]

  private static let signature: [LifeCycle<Agreement>.Transition] = [
    .init(
      "sign", from: [.signing], to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [mayStillSign, endLiesAhead]),
    .init(
      "sign", from: [.signing], to: .signed, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [mayStillSign, endLiesAhead]),
    .init(
      "sign", from: [.signed, .filed] + binding, to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [runs, mayStillSign]),
    .init(
      "withdrawSignature", from: [.signing], to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [hasSigned]),
    .init(
      "withdrawSignature", from: beside, to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [runs, isAt(.signing), hasSigned]),
    .init("file", from: [.signed], to: .filed, by: [.reviewer, .partyLead, .partyClerk], guards: [endLiesAhead]),
    .init(
      "file", from: beside, to: nil, by: [.reviewer, .partyLead, .partyClerk],
      guards: [runs, isAt(.signed), endLiesAhead]),
    .init("enter", from: [.filed], to: .inForce, by: [.clock], guards: [dateReached]),
    .init("enter", from: beside, to: .inForce, by: [.clock], guards: [dateReached]),
  ]

  private static let term: [LifeCycle<Agreement>.Transition] = [
    .init("undertake", from: binding, to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true),
    .init("amend", from: [.inForce], to: .amending, by: [.partyLead], guards: [runs, hasRoom]),
    .init("amend", from: [.expiring], to: nil, by: [.partyLead], guards: [runs, nothingUnderWay, hasRoom]),
    .init("discardAmendment", from: [.amending], to: .inForce, by: [.partyLead], guards: [runs, isOwnAmendment]),
    .init("discardAmendment", from: [.expiring], to: nil, by: [.partyLead], guards: [runs, isOwnAmendment]),
    .init("suspend", from: binding, to: .suspended, by: [.conference], power: .decide, guards: [runs]),
    .init("resume", from: [.suspended], to: .inForce, by: [.conference], power: .decide, guards: [runs]),
    .init("resume", from: [.suspended], to: .amending, by: [.conference], power: .decide, guards: [runs]),
    .init("nearEnd", from: [.inForce, .amending], to: .expiring, by: [.clock]),
    .init("remind", from: [.expiring], to: nil, by: [.clock]),
    .init("prepareRenewal", from: binding, to: nil, by: [.partyLead], guards: [runs, notYetRenewed]),
  ]

  private static let exit: [LifeCycle<Agreement>.Transition] = [
    .init(
      "giveNotice", from: running, to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [runs, noNoticeYet]),
    .init(
      "withdrawNotice", from: running, to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [runs, noticeStands]),
    .init("resolveTermination", from: running, to: nil, by: [.conference], power: .decide, guards: [runs, noEndYet]),
    .init("settleDues", from: running, to: nil, by: [.desk], guards: [runs]),
    .init("leave", from: running, to: nil, by: [.clock]),
    .init("leave", from: running, to: .terminated, by: [.clock]),
    .init("terminate", from: running, to: .terminated, by: [.clock]),
    .init(
      "admit", from: binding, to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [runs, isOpenToAccession]),
    .init(
      "accede", from: binding, to: nil, by: [.subjectLead], power: .sign, needsSecondFactor: true,
      guards: [runs, isOpenToAccession, isAdmittedByAll]),
  ]

  private static let ending: [LifeCycle<Agreement>.Transition] = [
    .init("expire", from: running, to: .expired, by: [.clock]),
    .init("renew", from: running, to: .renewed, by: [.clock]),
    .init("windUp", from: [.renewed, .terminated, .expired], to: .windingUp, by: [.desk], guards: [dutiesAreOpen]),
    .init(
      "archive", from: [.renewed, .terminated, .expired, .windingUp], to: .archived, by: [.desk],
      guards: [noDutyIsOpen]),
  ]
}

// MARK: - Conditions of a text

extension Agreement {
  typealias Condition = LifeCycle<Agreement>.Guard

  private static let completeness = [hasTerms, everyItemIsAnswered, everyObligationIsSeen, everyDateLiesAhead]

  private static let hasTerms = Condition("a title, a legal frame and terms") { agreement, _ in
    agreement.working?.terms == nil ? "set them first" : nil
  }

  private static let everyItemIsAnswered = Condition("every item of the checklist answered by a clause") {
    agreement, _ in
    let missing = agreement.working?.missingItems ?? []
    let names = missing.map { item in
      Refusal.Sentence.Part.both(
        english: "\(item.id) (\(item.english))", chinese: "\(item.id)（\(item.chinese)）")
    }
    return missing.isEmpty ? nil : "link a clause to \(Refusal.Sentence.Part.list(names))"
  }

  private static let everyObligationIsSeen = Condition("a duty or an excuse for every obligation") { agreement, _ in
    let silent = agreement.working?.clauses.filter(\.lacksCommitment) ?? []
    return silent.isEmpty
      ? nil : "say who owes what by when, or why it cannot be measured, in clause \(silent.map(\.id))"
  }

  private static let everyDateLiesAhead = Condition("dates that lie ahead") { agreement, scene in
    guard let version = agreement.working else { return nil }
    if let ends = version.terms?.ends, ends <= scene.now { return "set an end after \(scene.now)" }
    let past = version.clauses.filter { clause in
      clause.duties.contains { duty in
        // A duty of the version in force keeps its commitment, whenever that fell due.
        guard case .on(let due) = duty.due, agreement.current?.duty(duty.id, of: clause.id) != duty else {
          return false
        }
        return due <= scene.now
      }
    }
    return past.isEmpty ? nil : "move what is due by then in clause \(past.map(\.id))"
  }

  private static let isWritable = Condition("a version that may be written") { agreement, _ in
    guard let version = agreement.working else { return "begin an amendment" }
    return version.stage.isWritable
      ? nil : "version \(version.number) is '\(version.stage)'; amend it later"
  }

  private static func isAt(_ stage: VersionStage) -> Condition {
    Condition("an amendment that is '\(stage)'") { agreement, _ in
      guard let version = agreement.working else { return "begin an amendment" }
      return version.stage == stage ? nil : "version \(version.number) is '\(version.stage)'"
    }
  }

  private static let hasRoom = Condition("at most 50 versions") { agreement, _ in
    agreement.versions.count < 50 ? nil : "renew the agreement instead"
  }

  private static let nothingUnderWay = Condition("no other amendment under way") { agreement, _ in
    agreement.working.map { "finish or discard version \($0.number)" }
  }

  private static let isOwnAmendment = Condition("an amendment of your own that has not been signed") {
    agreement, scene in
    guard let version = agreement.working else { return "there is none under way" }
    guard version.stage.isWritable else {
      return "version \(version.number) is '\(version.stage)'"
    }
    return agreement.amendedBy == scene.standing.organisation?.id
      ? nil : agreement.amendedBy.map { "ask \($0)" } ?? "ask who began it"
  }
}

// MARK: - Conditions of signature, term and exit

extension Agreement {
  private static let mayStillSign = Condition("a version without your signature") { agreement, scene in
    let party = scene.standing.organisation?.id
    if !agreement.open(toSignatureOf: party).isEmpty { return nil }
    let signature = agreement.versions.reversed().lazy.compactMap { $0.signed(by: party) }.first
    return signature.map { "\($0.party) signed version \($0.version) at \($0.at) already" } ?? "nothing is being signed"
  }

  private static let hasSigned = Condition("your signature") { agreement, scene in
    agreement.working?.signed(by: scene.standing.organisation?.id) == nil ? "you have not signed" : nil
  }

  private static let endLiesAhead = Condition("an end that lies ahead") { agreement, scene in
    guard let ends = agreement.working?.terms?.ends, ends <= scene.now else { return nil }
    return "version \(agreement.working?.number ?? 0) would have run out at \(ends); set another end"
  }

  private static let dateReached = Condition("signatures, filing and date") { agreement, scene in
    guard let enters = agreement.working?.enters else { return "sign and file it first" }
    return enters <= scene.now ? nil : "wait until \(enters)"
  }

  /// What the clock will do is already so for whoever comes before the clock has run.
  private static let runs = Condition("an agreement that has not run out") { agreement, scene in
    if let ends = agreement.ends, ends <= scene.now { return "it ran out at \(ends); renew it" }
    let past = agreement.notices.filter { $0.takesEffect.map { $0 <= scene.now } ?? false }
    if past.contains(where: { $0.party == nil }) { return "it was terminated; make another one" }
    guard let party = scene.standing.organisation?.id, past.contains(where: { $0.party == party }) else { return nil }
    return "\(party) has left; accede again"
  }

  private static let notYetRenewed = Condition("no renewal under way") { agreement, _ in
    agreement.successor.map { "\($0) is to renew it" }
  }

  private static let noNoticeYet = Condition("no notice of yours") { agreement, scene in
    agreement.notices.first { $0.party == scene.standing.organisation?.id }
      .map { "you leave at \($0.effective); withdraw that notice first" }
  }

  private static let noticeStands = Condition("a notice of yours that has not taken effect") { agreement, scene in
    guard let notice = agreement.notices.first(where: { $0.party == scene.standing.organisation?.id }) else {
      return "you have given none"
    }
    guard let moment = notice.takesEffect, moment <= scene.now else { return nil }
    return "it took effect at \(moment); accede again"
  }

  private static let noEndYet = Condition("no resolution to end it") { agreement, _ in
    agreement.notices.first { $0.party == nil }.map { "it ends at \($0.effective) already" }
  }

  private static let isOpenToAccession = Condition("an agreement that is open to accession") { agreement, _ in
    agreement.current?.terms?.openToAccession == true ? nil : "open it by an amendment of its terms"
  }

  private static let isAdmittedByAll = Condition("the consent of every party") { agreement, scene in
    let consent = agreement.admissions.first { $0.organisation == scene.standing.organisation?.id }?.by ?? []
    let missing = agreement.parties.filter { !consent.contains($0) }
    return missing.isEmpty ? nil : "ask \(missing) to admit you"
  }

  private static let dutiesAreOpen = Condition("duties that outlive the agreement") { agreement, scene in
    agreement.openCommitments(in: scene).isEmpty ? "nothing is open; archive it" : nil
  }

  private static let noDutyIsOpen = Condition("no duty open any more") { agreement, scene in
    let open = agreement.openCommitments(in: scene).map(\.id)
    return open.isEmpty ? nil : "close \(open) first"
  }

  /// The commitments made from its duties, with their later occurrences, that are neither closed nor waived.
  func openCommitments(in scene: borrowing Scene) -> [Commitment] {
    commitments.compactMap { made in
      var commitment = scene.object(Commitment.self, made.commitment)
      while let next = commitment?.next { commitment = scene.object(Commitment.self, next) }
      return commitment.flatMap { $0.isOpen ? $0 : nil }
    }
  }
}
