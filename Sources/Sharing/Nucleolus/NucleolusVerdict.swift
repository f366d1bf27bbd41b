/// What a certificate is worth.
public enum NucleolusVerdict: Sendable, Equatable {
  /// The shares are the nucleolus, or the prenucleolus, exactly.
  case certified
  /// They are that of a game whose worths differ from this one's by at most so much, which is less than the
  /// worths' own rounding lets decide.
  case certifiedWithin(Double)
  /// They are not shown to be.
  case refused(CertificateFault)

  /// Whether the shares may be relied on.
  public var isCertified: Bool { if case .refused = self { false } else { true } }
}

/// Why a certificate proves nothing; stages are counted from one.
public enum CertificateFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Other names, or another number of shares.
  case otherPlayers
  /// The shares do not add up to the joint worth.
  case unbalancedShares
  /// A player is worse off than alone, though imputations are claimed.
  case belowOwnWorth(player: String)
  /// A stage without a tight coalition.
  case emptyStage(Int)
  /// A weight of zero or less on a coalition that should settle.
  case weightNotPositive(stage: Int, coalition: [String])
  /// A coalition whose excess is not the level, or a player who is not held at its own worth.
  case notTight(stage: Int, coalition: [String])
  /// A coalition relied on that no earlier stage settles.
  case notSettledBefore(stage: Int, coalition: [String])
  /// Weights that do not cancel out.
  case notBalanced(stage: Int)
  /// Stages that leave shares open.
  case sharesNotSettled
  /// The coalition misses more than the level of the stage, by an amount, and was not settled before.
  case missesMore(stage: Int, coalition: [String], by: Double)

  /// What is wrong, and what would put it right.
  public var description: String {
    func list(_ names: [String]) -> String { "{\(names.joined(separator: ", "))}" }
    return switch self {
    case .otherPlayers: "the certificate is for other players; use the one of this game"
    case .unbalancedShares: "the shares do not add up to the joint worth; divide it exactly"
    case .belowOwnWorth(let player): "'\(player)' is worse off than alone; compare imputations only"
    case .emptyStage(let stage): "stage \(stage) names no tight coalition; name at least one"
    case .weightNotPositive(let stage, let names):
      "stage \(stage) gives \(list(names)) a weight that is not above zero; leave it out"
    case .notTight(let stage, let names):
      "the excess of \(list(names)) is not the level of stage \(stage); leave it out"
    case .notSettledBefore(let stage, let names):
      "stage \(stage) relies on \(list(names)), which no earlier stage settles; settle it first"
    case .notBalanced(let stage): "the weights of stage \(stage) do not cancel out; solve for them again"
    case .sharesNotSettled: "the stages leave shares open; add the stages that are missing"
    case .missesMore(let stage, let names, let amount):
      "\(list(names)) misses \(amount) more than the level of stage \(stage); the shares are not the nucleolus"
    }
  }
}
