/// From when on an agreement is in force: not before enough parties have signed it.
///
///     try ParticipationClause(members: 4)
///     try ParticipationClause(members: 55, share: 0.55, of: emissions)  // the two conditions of the Paris Agreement
public struct ParticipationClause: Sendable, Equatable {
  /// The fewest signatories.
  public let members: Int
  /// The least part of all weights that the signatories must have, 0 to 1.
  public let share: Double
  /// What each party counts towards the share, its emissions say; empty where no share is asked for.
  public let weights: [Double]

  /// At least `members` signatories.
  /// - Throws: ``DilemmaError/invalid(_:)`` when that is less than one.
  public init(members: Int) throws(DilemmaError) {
    try self.init(members: members, share: 0, of: [])
  }

  /// At least `members` signatories, with at least `share` of all weights between them.
  /// - Parameters:
  ///   - members: one or more.
  ///   - share: 0 to 1.
  ///   - weights: one a party, 0 or more and not all zero; they may be left out where the share is 0.
  /// - Throws: ``DilemmaError/invalid(_:)`` saying which number is wrong.
  public init(members: Int = 1, share: Double, of weights: [Double]) throws(DilemmaError) {
    guard members >= 1 else { throw .invalid("a clause asks for 1 member or more, not \(members)") }
    guard share >= 0, share <= 1 else { throw .invalid("a clause asks for a share of \(share); give 0 to 1") }
    for (place, weight) in weights.enumerated() where !(weight.isFinite && weight >= 0) {
      throw .invalid("weight \(place + 1) of the clause is \(weight); give a finite number, 0 or more")
    }
    guard share == 0 || weights.contains(where: { $0 > 0 }) else {
      throw .invalid("a clause asks for a share of \(share) of nothing; give weights that are not all 0")
    }
    self.members = members
    self.share = share
    self.weights = weights
  }

  /// Whether an agreement that the members of `coalition` have signed is in force. What is missing of the share by no
  /// more than rounding is not missing.
  public func isMet(by coalition: Coalition) -> Bool {
    guard coalition.count >= members else { return false }
    guard share > 0 else { return true }
    let all = weights.reduce(0, +)
    let signed = coalition.reduce(0) { $0 + ($1 < weights.count ? weights[$1] : 0) }
    return signed >= (share - 1e-12) * all
  }
}
