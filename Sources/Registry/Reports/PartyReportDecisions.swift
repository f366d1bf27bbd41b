extension PartyReport {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .draft(let agreement, let period) = command {
      return try draft(under: agreement, period: period, in: &scene)
    }
    let report = try scene.visible(PartyReport.self, id)
    // Whether the act is possible at all is asked first: faults of a field come after it.
    switch command {
    case .draft: preconditionFailure("a report is opened by its draft, not changed")
    case .addItem(let commitment, let entry):
      try scene.permit("addItem", on: report)
      let item = try report.item(report.itemsEver + 1, for: commitment, entry: entry, in: &scene)
      try report.checkRoom(for: commitment, in: scene)
      scene.happen(.itemAdded(item: item), to: report)
    case .editItem(let number, let entry):
      try scene.permit("editItem", on: report)
      let old = try report.item(number)
      let item = try report.item(number, for: old.commitment, entry: entry, in: &scene)
      if report.submissions > 0 { try report.check(item, against: old) }
      scene.happen(.itemEdited(item: item), to: report)
    case .removeItem(let number):
      try scene.permit("removeItem", on: report)
      scene.happen(.itemRemoved(item: try report.item(number).id), to: report)
    case .submit:
      try scene.permit("submit", on: report)
      scene.happen(.submitted, to: report)
      for id in report.commitments {
        guard let commitment = scene.object(Commitment.self, id) else { throw .notFound(id) }
        // An amendment may have waived it since it was written into the draft.
        guard commitment.stage != .waived, commitment.stage != .closed else { continue }
        scene.happen(.reported(report: report.id), to: commitment)
      }
    case .resubmit: try scene.act(.resubmitted, on: report)
    case .reopen(let kind, let reason):
      try scene.permit(kind.act, on: report)
      scene.happen(.reopened(kind: kind, reason: try scene.checked(reason, as: "reason", limit: 500)), to: report)
    case .reopenCertified(let finding, let reason):
      try scene.permit("reopenCertified", on: report)
      let reference = try report.reference(to: finding, in: scene)
      let reason = try scene.checked(reason, as: "reason", limit: 500)
      scene.happen(.reopenedCertified(finding: reference, reason: reason), to: report)
    case .correct(let item, let amount, let reason):
      try scene.permit("correct", on: report)
      let correction = try report.correction(of: item, to: amount, reason: reason, in: &scene)
      scene.happen(.corrected(correction: correction), to: report)
    }
  }

  // MARK: Drafting

  private static func draft(
    under agreement: ObjectID, period: ReportingPeriod, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(PartyReport.self)
    let agreement = try scene.visible(Agreement.self, agreement)
    guard let party = scene.standing.organisation?.id, agreement.parties.contains(party) else {
      throw .notEntitled(act: "draft", needed: [.partyClerk, .partyLead])
    }
    let version = try versionInForce(of: agreement, act: "draft")
    let period = try period.checked()
    let own = recorded(in: scene) { $0.agreement == agreement.id && $0.party == party }
    if let last = own.last, last.isReopened {
      throw .conditionFails(
        "the last report is not open again", act: "draft", remedy: "resubmit \(last.id) first")
    }
    if let same = own.first(where: { $0.period == period }) {
      throw .conditionFails(
        "one report a party, agreement and period", act: "draft", remedy: "use \(same.id), or give another period")
    }
    scene.open(
      PartyReport.self,
      with: .drafted(
        agreement: agreement.id, party: party, field: agreement.field, agreementVersion: version, period: period))
  }

  /// The number of the version that is in force, or was when the agreement ended: duties that survive are reported too.
  static func versionInForce(of agreement: Agreement, act: String) throws(Refusal) -> Int {
    guard let current = agreement.current, agreement.stage != .archived else {
      throw .conditionFails(
        "the agreement is in force", act: act,
        remedy: "wait until \(agreement.id) is: it is \(stageOf: agreement)")
    }
    return current.number
  }

  // MARK: Items

  private func item(_ number: Int) throws(Refusal) -> Item {
    guard let item = items.first(where: { $0.id == number }) else {
      throw .invalid(
        field: "item", fault: "the report has no item \(number)",
        remedy: "choose one of \(items.map(\.id))")
    }
    return item
  }

  private func checkRoom(for commitment: ObjectID, in scene: borrowing Scene) throws(Refusal) {
    guard items.count < Self.itemLimit else {
      throw .invalid(
        field: "commitment", fault: "the report has \(Self.itemLimit) items already",
        remedy: "report the rest for another period")
    }
    guard let promise = scene.object(Commitment.self, commitment), promise.agreement == agreement else {
      throw .notFound(commitment)
    }
    guard promise.debtor == party else {
      throw .invalid(
        field: "commitment", fault: "\(commitment) is owed by \(promise.debtor)",
        remedy: "report on what your own organisation owes")
    }
    guard promise.stage != .waived, promise.stage != .closed else {
      throw .conditionFails(
        "the commitment is open", act: "addItem", remedy: "leave \(commitment) out: it is \(stageOf: promise)")
    }
  }

  private func item(
    _ number: Int, for commitment: ObjectID, entry: Entry, in scene: inout Scene
  ) throws(Refusal) -> Item {
    let figure = try scene.checked(entry.figure, as: "figure")
    if let conversion = entry.conversion {
      _ = try scene.checked(conversion.original, as: "conversion.original")
      guard let amount = conversion.amount else {
        throw .invalid(
          field: "conversion", fault: "the rate is not positive, or the amount too great",
          remedy: "give a rate of two positive whole numbers")
      }
      guard amount == figure.amount else {
        throw .invalid(
          field: "figure", fault: "\(figure.amount) is not what the conversion gives", remedy: "write \(amount)")
      }
    }
    guard entry.deviations.count <= DeviationSort.allCases.count,
      Set(entry.deviations.map(\.sort)).count == entry.deviations.count
    else {
      throw .invalid(field: "deviations", fault: "a sort stands twice", remedy: "explain each sort once")
    }
    let exhibits = try Exhibit.checked(entry.exhibits, limit: 5, in: scene)
    let narrative = try scene.confide(entry.narrative, as: "narrative", for: audience)
    var deviations: [Deviation] = []
    for explained in entry.deviations {
      let reason = try scene.confide(explained.reason, as: "deviations.reason", for: audience, limit: 4000)
      deviations.append(Deviation(sort: explained.sort, reason: reason))
    }
    return Item(
      id: number, commitment: commitment, figure: figure, conversion: entry.conversion, narrative: narrative,
      exhibits: exhibits, deviations: deviations)
  }

  /// Refuses a change of what stays once the report has been submitted.
  private func check(_ item: Item, against old: Item) throws(Refusal) {
    let sameRate =
      switch (item.conversion, old.conversion) {
      case (nil, nil): true
      case (let new?, let old?): new.hasRate(of: old)
      default: false
      }
    guard item.figure.unit == old.figure.unit, sameRate else {
      throw .conditionFails(
        "unit, currency and rate stay as first submitted", act: "editItem",
        remedy: "give the figure in \(old.figure.unit) at the same rate")
    }
    guard !figuresAreFrozen || (item.figure == old.figure && item.conversion == old.conversion) else {
      throw .conditionFails(
        "certified or carried figures stay", act: "editItem",
        remedy: "have the report reopened for correction; the correction goes into the next joint report")
    }
  }

  // MARK: Corrections

  /// The finding under which certified figures are opened: it stands on the certificate, or was recorded after it.
  private func reference(to finding: Int, in scene: borrowing Scene) throws(Refusal) -> FindingReference {
    guard let certificate = certifiedBy, let verification = scene.object(Verification.self, certificate) else {
      throw .notFound(certifiedBy ?? ObjectID(.verification, 0))
    }
    guard verification.allFindings.contains(where: { $0.id == finding }) else {
      throw .conditionFails(
        "a finding says what is wrong", act: "reopenCertified",
        remedy: "name a finding of \(certificate), or have the monitor record the new one there")
    }
    return FindingReference(certificate: certificate, finding: finding)
  }

  private func correction(
    of number: Int, to amount: Int64, reason: String, in scene: inout Scene
  ) throws(Refusal) -> Correction {
    let item = try item(number)
    let right = try scene.checked(ReportedFigure(amount, item.figure.unit), as: "amount")
    guard let finding = correcting, let standing = correctedFigure(of: number) else { throw .notFound(id) }
    guard right != standing else {
      throw .invalid(
        field: "amount", fault: "it is the figure that stands", remedy: "give the right amount, or resubmit without")
    }
    // One new correction an item: writing it again replaces it.
    let again = corrections.first { $0.item == number && $0.certifiedBy == nil }
    guard again != nil || corrections.count < Self.correctionLimit else {
      throw .invalid(
        field: "item", fault: "the report has \(Self.correctionLimit) corrections already",
        remedy: "report what is left in the next period")
    }
    return Correction(
      id: again?.id ?? corrections.count + 1, item: number,
      change: ReportedFigure(right.amount - standing.amount, right.unit), finding: finding,
      reason: try scene.confide(reason, as: "reason", for: audience, limit: 4000), certifiedBy: nil,
      carriedInto: nil)
  }
}
