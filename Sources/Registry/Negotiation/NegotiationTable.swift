/// Where parties negotiate one text on the record: rounds, clauses, amendments, packages and what each keeps to itself.
///
/// The table is for its participants. What a party confides reaches nobody else but a mediator to whom it grants it.
public struct NegotiationTable: RecordObject {
  /// From convening to the end; the raw values stand in the record.
  public enum Stage: String, RecordStage {
    case convened, open, round, textAgreed, initialled, suspended, closedWithAgreement, closedWithout
  }

  /// How an organisation takes part besides those that were invited first.
  public enum Seat: String, Codable, Hashable, CaseIterable, Sendable {
    /// It negotiates.
    case party
    /// It reads what is for the table, and does nothing.
    case observer
  }

  /// A sitting, counted from 1: only in a round do parties agree to texts and table packages.
  public struct Round: Codable, Hashable, Sendable {
    public let number: Int
    public let begun: Instant
    public internal(set) var closed: Instant?
  }

  /// What may be asked of a table. A text is named by its commitment, so that nobody agrees to words that have changed.
  public enum Command: RecordCommand {
    case convene(parties: [ObjectID], field: String, file: ObjectID?, secretariat: ObjectID? = nil)
    case admit(organisation: ObjectID, seat: Seat)
    case lodgeMandate(text: String)
    case open
    case beginRound
    case closeRound
    case suspend(until: Instant, reason: String)
    case consentToResume

    case proposeClause(title: String, text: String)
    case offerText(clause: Int, text: String)
    case agreeToText(clause: Int, text: String)
    case withdrawClause(clause: Int)
    case consentToReopen(clause: Int)
    case amend(clause: Int, target: String, amends: Int?, text: String, reasons: String)
    case acceptAmendment(amendment: Int)
    case rejectAmendment(amendment: Int, reasons: String)
    case withdrawAmendment(amendment: Int)
    case putUnderSilence(items: [SilenceProcedure.Item], until: Instant)
    case objectTo(silence: Int, reasons: String)

    case lodgePosition(sort: SealedPosition.Sort, text: String, readers: [ObjectID])
    case withdrawPosition(position: Int)
    case sealPackage(terms: [Term], conditions: [String], readers: [ObjectID])
    case tablePackage(package: Int, matters: [Matter], to: [ObjectID], expires: Instant, answers: Int?)
    case acceptPackage(package: Int)
    case rejectPackage(package: Int)
    case withdrawPackage(package: Int)
    case nameMediator(appointment: ObjectID)
    case grantMediator(sees: [Disclosure], readers: [ObjectID])
    case revokeMediator

    case agreeText
    case initial
    case summarise(text: String, embargoEnds: Instant)
    case extendEmbargo(until: Instant)
    case closeWithAgreement
    case closeWithout(reason: ClosingReason)
  }

  public static let kind = ObjectKind.negotiationTable

  public let id: ObjectID
  public internal(set) var stage: Stage
  /// Who negotiates; ascending.
  public internal(set) var parties: [ObjectID]
  /// Who reads along; ascending.
  public internal(set) var observers: [ObjectID]
  /// The public body whose desk serves the table: it opens and closes, and reads what is for the table.
  public let secretariat: ObjectID
  let fieldName: String
  /// The problem that is negotiated.
  public let file: ObjectID?
  /// In the order in which they were lodged; a party's last one holds.
  public internal(set) var mandates: [Mandate]
  public internal(set) var rounds: [Round]
  public internal(set) var clauses: [Clause]
  public internal(set) var amendments: [Amendment]
  /// The silence procedures that run now.
  public internal(set) var silences: [SilenceProcedure]
  public internal(set) var silencesBegun: Int
  public internal(set) var positions: [SealedPosition]
  public internal(set) var packages: [OfferPackage]
  public internal(set) var mediation: Mediation?
  public internal(set) var suspendedUntil: Instant?
  /// The parties that consent to go on before the suspension ends; ascending.
  public internal(set) var resumeConsents: [ObjectID]
  /// The parties that have initialled the text; ascending.
  public internal(set) var initials: [ObjectID]
  public internal(set) var summary: PublicSummary?
  /// Texts for the table that no part of it holds any more, such as replaced wordings and reasons given.
  public internal(set) var otherTexts: [Confided]
  public internal(set) var closingReason: ClosingReason?
  /// The agreement that the table handed its text to.
  public internal(set) var agreement: ObjectID?

  public var field: String? { fieldName }

  /// Everybody whose organisation reads what is for the table: parties, observers, the secretariat and, once every
  /// party has admitted the mediator, the mediator's organisation; ascending.
  public var participants: [ObjectID] {
    var all = parties + observers
    if !all.contains(secretariat) { all.append(secretariat) }
    if let mediation, mediation.isSeated, !all.contains(mediation.organisation) { all.append(mediation.organisation) }
    return all.sorted()
  }

  public var audience: Audience { .parties(participants) }

  /// The round that is being held.
  public var currentRound: Round? { rounds.last.flatMap { $0.closed == nil ? $0 : nil } }

  /// How many clauses are agreed, of how many that were not withdrawn.
  public var progress: (agreed: Int, of: Int) {
    (clauses.count { $0.stage == .agreed }, clauses.count { $0.stage != .withdrawn })
  }

  public var wakes: Instant? {
    var moments = silences.map(\.until)
    if packagesExpire { moments += packages.compactMap { $0.stage == .tabled ? $0.expires : nil } }
    if stage == .suspended, let suspendedUntil { moments.append(suspendedUntil) }
    if let summary, !summary.isPublished { moments.append(summary.embargoEnds) }
    return moments.min()
  }

  private var packagesExpire: Bool { [.open, .round, .suspended].contains(stage) }

  /// Bounds that keep a table readable, and its row small.
  public enum Limit {
    public static let parties = 20
    public static let observers = 20
    public static let clauses = 60
    public static let rounds = 100
    /// Texts of all kinds that the table has ever held.
    public static let texts = 300
    public static let terms = 20
    public static let readers = 20
  }
}
