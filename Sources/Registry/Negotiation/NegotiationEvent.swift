extension NegotiationTable {
  /// What happened at a table. Texts are confided; what stands here in clear is for the table.
  public enum Event: RelabellingEvent {
    case convened(parties: [ObjectID], field: String, file: ObjectID?, secretariat: ObjectID)
    case admitted(organisation: ObjectID, seat: Seat, opens: [Relabelled])
    case mandateLodged(party: ObjectID, text: Confided)
    case opened
    case roundBegun(round: Int)
    case roundClosed(round: Int)
    case suspended(until: Instant, reason: String)
    case resumeConsented(party: ObjectID)
    case resumed

    case clauseProposed(clause: Int, title: String, author: ObjectID, text: Confided)
    case textOffered(clause: Int, author: ObjectID, text: Confided)
    case textAgreedTo(clause: Int, text: String, party: ObjectID)
    case clauseWithdrawn(clause: Int)
    case reopenConsented(clause: Int, party: ObjectID)
    case clauseReopened(clause: Int)
    case amended(
      amendment: Int, clause: Int, target: String, amends: Int?, sponsor: ObjectID, text: Confided, reasons: Confided)
    case amendmentAccepted(amendment: Int, party: ObjectID)
    case amendmentRejected(amendment: Int, party: ObjectID, reasons: Confided)
    case amendmentWithdrawn(amendment: Int)
    case silenceBegun(silence: Int, items: [SilenceProcedure.Item], until: Instant)
    case objected(silence: Int, party: ObjectID, reasons: Confided)
    case adopted(silence: Int)

    case positionLodged(position: Int, party: ObjectID, sort: SealedPosition.Sort, own: Audience, text: Confided)
    case positionWithdrawn(position: Int)
    case packageSealed(
      package: Int, sponsor: ObjectID, outline: Confided, texts: [Confided], conditions: [Confided],
      readers: [ObjectID])
    case packageTabled(
      package: Int, matters: [Matter], to: [ObjectID], expires: Instant, answers: Int?, opens: [Relabelled])
    case packageAccepted(package: Int, party: ObjectID)
    case packageRejected(package: Int, party: ObjectID)
    case packageWithdrawn(package: Int)
    case packageExpired(package: Int)
    case mediatorNamed(mediator: ObjectID, organisation: ObjectID, closes: [Relabelled])
    case mediatorGranted(party: ObjectID, sees: [Disclosure], readers: [ObjectID], opens: [Relabelled])
    case mediatorSeated(opens: [Relabelled])
    case mediatorRevoked(party: ObjectID, closes: [Relabelled])

    case textAgreed
    case initialled(party: ObjectID)
    case initialsCompleted
    case summarised(text: Confided, embargoEnds: Instant)
    case embargoExtended(until: Instant)
    case summaryPublished(opens: [Relabelled])
    case closedWithAgreement(agreement: ObjectID)
    case closedWithout(reason: ClosingReason)

    public var act: String {
      switch self {
      case .convened: "convene"
      case .admitted: "admit"
      case .mandateLodged: "lodgeMandate"
      case .opened: "open"
      case .roundBegun: "beginRound"
      case .roundClosed: "closeRound"
      case .suspended: "suspend"
      case .resumeConsented: "consentToResume"
      case .resumed: "resume"
      case .clauseProposed: "proposeClause"
      case .textOffered: "offerText"
      case .textAgreedTo: "agreeToText"
      case .clauseWithdrawn: "withdrawClause"
      case .reopenConsented: "consentToReopen"
      case .clauseReopened: "reopenClause"
      case .amended: "amend"
      case .amendmentAccepted: "acceptAmendment"
      case .amendmentRejected: "rejectAmendment"
      case .amendmentWithdrawn: "withdrawAmendment"
      case .silenceBegun: "putUnderSilence"
      case .objected: "objectTo"
      case .adopted: "adopt"
      case .positionLodged: "lodgePosition"
      case .positionWithdrawn: "withdrawPosition"
      case .packageSealed: "sealPackage"
      case .packageTabled: "tablePackage"
      case .packageAccepted: "acceptPackage"
      case .packageRejected: "rejectPackage"
      case .packageWithdrawn: "withdrawPackage"
      case .packageExpired: "expirePackage"
      case .mediatorNamed: "nameMediator"
      case .mediatorGranted: "grantMediator"
      case .mediatorSeated: "seatMediator"
      case .mediatorRevoked: "revokeMediator"
      case .textAgreed: "agreeText"
      case .initialled: "initial"
      case .initialsCompleted: "completeInitials"
      case .summarised: "summarise"
      case .embargoExtended: "extendEmbargo"
      case .summaryPublished: "publishSummary"
      case .closedWithAgreement: "closeWithAgreement"
      case .closedWithout: "closeWithout"
      }
    }

    public var relabels: [Relabelled] {
      switch self {
      case .packageTabled(_, _, _, _, _, let labels), .mediatorNamed(_, _, let labels),
        .mediatorGranted(_, _, _, let labels), .mediatorSeated(let labels), .mediatorRevoked(_, let labels),
        .summaryPublished(let labels), .admitted(_, _, let labels):
        labels
      default: []
      }
    }
  }
}
