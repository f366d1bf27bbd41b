/// What a verification needs to know of a report, be it one party's or a joint one.
struct VerifiedReport {
  let id: ObjectID
  let agreement: ObjectID
  let agreementVersion: Int
  let period: ReportingPeriod
  let field: String?
  /// The organisation that reports; nothing when the report is joint.
  let party: ObjectID?
  /// The numbers of the items, or of the lines from 1; ascending.
  let population: [Int]
  /// Items that are checked whatever is drawn: those that deviate from the promise or are being corrected.
  let certain: [Int]
  /// The commitments that must be assessed; none for a joint report, whose figures are assessed already.
  let commitments: [ObjectID]
  let figures: [Verification.CertifiedFigure]
  let submissions: Int
  let isSubmitted: Bool
  /// The verification that controls the report now, if any.
  let controlledBy: ObjectID?
  /// The stage in which it is, as a word of its own kind.
  let stage: Refusal.Sentence.Part
  /// The verification whose certificate stands so far.
  let certifiedBy: ObjectID?

  init?(_ id: ObjectID, in scene: borrowing Scene) {
    if let report = scene.object(PartyReport.self, id) {
      self.init(report)
    } else if let report = scene.object(JointReport.self, id) {
      self.init(report)
    } else {
      return nil
    }
  }

  private init(_ report: PartyReport) {
    (id, agreement, agreementVersion) = (report.id, report.agreement, report.agreementVersion)
    (period, field, party) = (report.period, report.field, report.party)
    population = report.items.map(\.id).sorted()
    let corrected = Set(report.corrections.filter { $0.certifiedBy == nil }.map(\.item))
    certain = report.items.filter { !$0.deviations.isEmpty || corrected.contains($0.id) }.map(\.id).sorted()
    commitments = report.commitments
    figures = report.items.compactMap { item in
      // As the certificate will have it: with the corrections that it certifies.
      let change = report.corrections.reduce(Int64(0)) { $1.item == item.id ? $0 + $1.change.amount : $0 }
      return .init(item: item.id, figure: ReportedFigure(item.figure.amount + change, item.figure.unit))
    }
    (submissions, isSubmitted) = (report.submissions, report.stage == .submitted)
    stage = .word(report.stage.rawValue, .stage(report.id.kind))
    controlledBy = report.stage == .inControl ? report.controlledBy : nil
    certifiedBy = report.certifiedBy
  }

  private init(_ report: JointReport) {
    (id, agreement, agreementVersion) = (report.id, report.agreement, report.agreementVersion)
    (period, field, party) = (report.period, report.field, nil)
    population = report.lines.indices.map { $0 + 1 }
    // Every line has been certified with its party report, so all are drawn from alike.
    (certain, commitments, figures) = ([], [], [])
    (submissions, isSubmitted) = (report.submissions, report.stage == .submitted)
    stage = .word(report.stage.rawValue, .stage(report.id.kind))
    controlledBy = report.stage == .inVerification ? report.verifiedBy : nil
    certifiedBy = nil
  }

  /// Tells the report that a verification has taken it up.
  func begin(_ verification: Verification, in scene: inout Scene) {
    if let report = scene.object(PartyReport.self, id) {
      scene.happen(.controlBegun(verification: verification.id, monitor: verification.monitor), to: report)
    } else if let report = scene.object(JointReport.self, id) {
      scene.happen(.verificationBegun(verification: verification.id, monitor: verification.monitor), to: report)
    }
  }

  /// Tells the report that the verification has been withdrawn, if it had taken the report up.
  func end(_ verification: Verification, in scene: inout Scene) {
    if let report = scene.object(PartyReport.self, id), report.controlledBy == verification.id {
      scene.happen(.controlEnded(verification: verification.id), to: report)
    } else if let report = scene.object(JointReport.self, id), report.verifiedBy == verification.id {
      scene.happen(.verificationEnded(verification: verification.id), to: report)
    }
  }

  /// Tells the report that it is certified.
  func certify(by verification: Verification, in scene: inout Scene) {
    if let report = scene.object(PartyReport.self, id) {
      scene.happen(.certified(verification: verification.id), to: report)
    } else if let report = scene.object(JointReport.self, id) {
      scene.happen(.finalised(verification: verification.id), to: report)
    }
  }
}
