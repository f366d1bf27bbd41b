import Registry

extension ObjectKind {
  /// The page under which the things of this kind are listed.
  var path: String {
    switch self {
    case .region: "/how"
    case .organisation: "/members"
    case .appointment: "/appointments"
    case .delegation: "/delegations"
    case .docketFile: "/docket"
    case .negotiationTable: "/tables"
    case .agreement: "/agreements"
    case .commitment: "/commitments"
    case .partyReport: "/reports"
    case .jointReport: "/joint-reports"
    case .verification: "/verifications"
    case .incentiveCase: "/incentives"
    case .dispute: "/disputes"
    case .evaluation: "/evaluations"
    case .books: "/ledger"
    case .erasure: "/erasures"
    }
  }
}

extension ObjectID {
  /// The page of this thing: `/docket/PD-3`.
  var path: String { "\(kind.path)/\(self)" }
}
