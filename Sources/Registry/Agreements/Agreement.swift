/// What governments have agreed: one object through all its numbered versions, from the first draft to the archive.
///
/// A version in force stays in force while the next one is prepared beside it. Nothing is ever deleted.
public struct Agreement: RecordObject {
  public enum Stage: String, RecordStage {
    case draft, legalCheck, ready, signing, signed, filed, inForce, amending, expiring, suspended
    case renewed, terminated, expired, windingUp, archived
  }

  public enum Command: RecordCommand {
    case draft(parties: [ObjectID], field: String, table: ObjectID?)
    case set(title: String, frame: LegalFrame, terms: Terms)
    /// Writes a clause, or writes it anew when there is one of this id. A position counts from 1.
    case write(clause: ClauseDraft, position: Int?)
    case strike(clause: String)
    /// Hands the version to the organisation that checks it: a party, a public body or an authority.
    case submit(reviewer: ObjectID)
    case sendBack(reasons: String)
    case confirm(opinion: String)
    case freeze
    case sign(version: Int, digest: String)
    case withdrawSignature
    case file(registration: String, disclosure: String)
    case amend(reason: String)
    case discardAmendment(reason: String)
    case suspend(reason: String)
    case resume(reason: String)
    /// A party's notice that it leaves.
    case giveNotice(reason: String)
    case withdrawNotice
    /// The joint conference's notice that the whole agreement ends.
    case resolveTermination(reason: String)
    /// Nothing, for the dues of all when the whole agreement ends.
    case settleDues(of: ObjectID?, statement: String)
    case admit(organisation: ObjectID)
    case accede(version: Int, digest: String)
    case prepareRenewal(begins: Instant?, ends: Instant?)
    case windUp
    case archive
    case abandon(reason: String)
  }

  public enum Event: RecordEvent {
    case drafted(parties: [ObjectID], field: String, table: ObjectID?)
    /// The text of an earlier agreement, to be renewed.
    case copied(from: ObjectID, title: String, frame: LegalFrame, terms: Terms, clauses: [Clause])
    /// `voids` are the parties whose signatures the change made void.
    case settled(title: String, frame: LegalFrame, terms: Terms, voids: [ObjectID])
    case written(clause: Clause, position: Int?, voids: [ObjectID])
    case struck(clause: String, voids: [ObjectID])
    /// `texts` are the contents that the reviewer may read from now on.
    case submitted(reviewer: ObjectID, texts: [Confided])
    case sentBack(reasons: Confided)
    case confirmed(opinion: Confided)
    case frozen(text: Confided)
    /// `commitments` are those that a signature after the entry into force brings about.
    case signed(signature: Signature, completes: Bool, commitments: [Made])
    case signatureWithdrawn(party: ObjectID)
    /// `texts` are the contents that everybody may read from now on.
    case filed(registration: String, disclosure: String, texts: [Confided])
    case entered(version: Int, made: [Made], waived: [ObjectID])
    /// A commitment by which a party bound itself further.
    case undertaken(made: Made)
    case amendmentBegun(version: Int, reason: String)
    case amendmentDiscarded(reason: String)
    case suspended(reason: String)
    case resumed(reason: String)
    case endNeared
    case reminded(days: Int)
    case expired(released: [ObjectID])
    case noticeGiven(notice: Notice)
    case noticeWithdrawn(party: ObjectID)
    case duesSettled(party: ObjectID?, statement: String)
    case left(party: ObjectID, ends: Bool, released: [ObjectID])
    case terminated(released: [ObjectID])
    case admitted(organisation: ObjectID, by: ObjectID)
    case acceded(signature: Signature)
    case renewalPrepared(successor: ObjectID)
    case renewed(successor: ObjectID, released: [ObjectID])
    case windingUpBegun
    case archived
    case abandoned(reason: String)
  }

  /// A commitment that was made from a duty.
  public struct Made: Codable, Hashable, Sendable {
    public let commitment: ObjectID
    public let version: Int
    public let clause: String
    /// Nothing when a party bound itself further.
    public let duty: String?
  }

  /// A notice that a party leaves, or, without a party, that the whole agreement ends.
  public struct Notice: Codable, Hashable, Sendable {
    public let party: ObjectID?
    public let given: Instant
    /// Its notice period is over then; it takes effect as soon as the dues are settled too.
    public let effective: Instant
    public let reason: String
    /// The statement by which the dues were settled, and when.
    public internal(set) var statement: String?
    public internal(set) var settledAt: Instant?

    /// When it takes effect; nothing while dues are open.
    public var takesEffect: Instant? { settledAt.map { max($0, effective) } }
  }

  /// The consent of parties to let an organisation accede.
  public struct Admission: Codable, Hashable, Sendable {
    public let organisation: ObjectID
    /// The parties that consent; ascending.
    public internal(set) var by: [ObjectID]
  }

  public static let kind = ObjectKind.agreement

  public let id: ObjectID
  public internal(set) var stage: Stage
  /// Ascending.
  public internal(set) var parties: [ObjectID]
  let fieldName: String
  /// The table at which it was negotiated.
  public let table: ObjectID?
  /// By number, from 1.
  public internal(set) var versions: [Version]
  /// The parties that are bound: those that signed a version in force, or acceded; ascending.
  public internal(set) var bound: [ObjectID]
  /// Organisations beside the parties that may read what is for the parties; ascending.
  public internal(set) var readers: [ObjectID]
  public internal(set) var reviewer: ObjectID?
  /// The party that began the amendment under way.
  public internal(set) var amendedBy: ObjectID?
  /// Every commitment made from its duties; later occurrences of a duty follow from the first.
  public internal(set) var commitments: [Made]
  public internal(set) var notices: [Notice]
  public internal(set) var admissions: [Admission]
  /// Whether a version has ever been filed: it is everybody's from then on.
  public internal(set) var isPublic: Bool
  /// How many days before the end the parties were last reminded.
  public internal(set) var reminded: Int?
  public internal(set) var reason: String?
  /// The agreement that this one renews.
  public internal(set) var predecessor: ObjectID?
  /// The agreement that is to renew this one.
  public internal(set) var successor: ObjectID?
  public internal(set) var endedAt: Instant?

  /// How many commitments one agreement may bring about, their later occurrences not counted.
  static let mostCommitments = 2000

  public var field: String? { fieldName }

  /// The parties and whoever checks the text, until it is filed; then everybody.
  public var audience: Audience { isPublic ? .everybody : textAudience }

  /// Who may read texts that have not been filed.
  var textAudience: Audience { .parties(Self.union(parties, readers)) }

  static func union(_ one: [ObjectID], _ other: [ObjectID]) -> [ObjectID] { Set(one).union(other).sorted() }
}

// MARK: - Names of acts

extension Agreement.Event {
  public var act: String {
    switch self {
    case .drafted: "draft"
    case .copied: "copy"
    case .settled: "set"
    case .written: "write"
    case .struck: "strike"
    case .submitted: "submit"
    case .sentBack: "sendBack"
    case .confirmed: "confirm"
    case .frozen: "freeze"
    case .signed: "sign"
    case .signatureWithdrawn: "withdrawSignature"
    case .filed: "file"
    case .entered: "enter"
    case .undertaken: "undertake"
    case .amendmentBegun: "amend"
    case .amendmentDiscarded: "discardAmendment"
    case .suspended: "suspend"
    case .resumed: "resume"
    case .endNeared: "nearEnd"
    case .reminded: "remind"
    case .expired: "expire"
    case .noticeGiven: "giveNotice"
    case .noticeWithdrawn: "withdrawNotice"
    case .duesSettled: "settleDues"
    case .left: "leave"
    case .terminated: "terminate"
    case .admitted: "admit"
    case .acceded: "accede"
    case .renewalPrepared: "prepareRenewal"
    case .renewed: "renew"
    case .windingUpBegun: "windUp"
    case .archived: "archive"
    case .abandoned: "abandon"
    }
  }
}

// MARK: - What it says of itself

extension Agreement {
  /// The version that is in force, or was when the agreement ended.
  public var current: Version? { versions.last { $0.stage == .inForce || $0.stage == .ended } }

  /// The version that is being prepared.
  public var working: Version? { versions.last.flatMap { $0.stage.isInPreparation ? $0 : nil } }

  /// Whether its duties bind now: in force, also while it is amended or about to run out.
  public var isInForce: Bool { Self.stagesInForce.contains(stage) }

  /// The stages at which an agreement is in force.
  public static let stagesInForce: [Stage] = [.inForce, .amending, .expiring]

  /// Whether it has entered into force and has not ended; it may be suspended.
  public var isRunning: Bool { Self.stagesRunning.contains(stage) }

  /// The stages at which an agreement is running.
  public static let stagesRunning = stagesInForce + [.suspended]

  public var hasEnded: Bool { [.renewed, .terminated, .expired, .windingUp, .archived].contains(stage) }

  /// When the version in force runs out.
  public var ends: Instant? { current?.terms?.ends }

  /// The version that was in force at `moment`: the text as of any date.
  public func version(inForceAt moment: Instant) -> Version? {
    versions.last { version in
      guard let entered = version.entered, entered <= moment else { return false }
      return version.left.map { moment < $0 } ?? true
    }
  }

  /// How many signatures a version needs. An amendment never needs fewer than the version that it replaces.
  public func requiredSignatures(for version: Version) -> Int {
    let own = min(version.terms?.activation ?? parties.count, parties.count)
    guard let current, current.number != version.number else { return own }
    return max(own, min(current.terms?.activation ?? parties.count, parties.count))
  }

  /// What a version still needs before it enters into force by itself.
  public enum EntryCondition: Hashable, Sendable {
    /// Signatures are missing: how many, and of which parties they may be.
    case signatures(missing: Int, of: [ObjectID])
    case filing
    case date(Instant)
  }

  /// The conditions of the entry into force that the version under way does not fulfil at `moment`.
  public func missingForEntry(at moment: Instant) -> [EntryCondition] {
    guard let version = working else { return [] }
    var missing: [EntryCondition] = []
    let lacking = requiredSignatures(for: version) - version.signatures.count
    if lacking > 0 {
      missing.append(.signatures(missing: lacking, of: parties.filter { version.signed(by: $0) == nil }))
    }
    if version.stage != .filed { missing.append(.filing) }
    if let begins = version.terms?.begins, moment < begins { missing.append(.date(begins)) }
    return missing
  }

  /// The versions that a party may sign now: one that is being signed or has been filed with signatures to spare.
  func open(toSignatureOf party: ObjectID?) -> [Version] {
    versions.filter { version in
      switch version.stage {
      case .signing, .signed, .filed: version.signed(by: party) == nil
      case .inForce: isInForce && party.map { !bound.contains($0) } ?? false
      default: false
      }
    }
  }
}
