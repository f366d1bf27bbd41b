/// How many of N equal parties sign an agreement that nobody can enforce.
///
/// Each party gains b(aQ − Q²/2)/N from the abatement Q of all and pays cq²/2 for its own. Signatories choose
/// first, so as to make their joint gain greatest, foreseeing how the others reply. An agreement of k holds by itself
/// when no signatory gains by leaving and no outsider by joining; k depends on N and c/b alone.
///
///     let agreement = try SelfEnforcingAgreement(parties: 10, saturation: 100, benefit: 1, cost: 0.25)
///     agreement.stableSizes                      // [4]
///     agreement.terms(signatories: 4).total      // 4738.1
///
/// Where it would gain most, the fewest sign. Outsiders may be led to abate less than nothing at extreme parameters;
/// the model does not forbid it.
///
/// Source: Barrett (1994), Oxf. Econ. Pap. 46, 878–894.
public struct SelfEnforcingAgreement: Sendable, Equatable {
  /// What the parties do, and get a head, when some of them have signed.
  public struct Terms: Sendable, Equatable {
    public let signatories: Int
    /// Abatement of each signatory; none where nobody signed.
    public let signatoryAbatement: Double?
    /// Abatement of each outsider; none where everybody signed.
    public let outsiderAbatement: Double?
    /// Gain of each signatory, after its abatement.
    public let signatoryGain: Double?
    /// Gain of each outsider, after its abatement.
    public let outsiderGain: Double?
    /// Gain of all parties together.
    public let total: Double
  }

  public let parties: Int
  /// a: the total abatement beyond which more brings nothing.
  public let saturation: Double
  /// b: the benefit's slope.
  public let benefit: Double
  /// c: the cost's slope.
  public let cost: Double

  /// - Throws: ``DilemmaError/invalid(_:)`` unless there are two parties or more and all figures are above zero.
  public init(parties: Int, saturation: Double, benefit: Double, cost: Double) throws(DilemmaError) {
    guard parties >= 2 else { throw .invalid("an agreement has 2 parties or more, not \(parties)") }
    for (what, figure) in [("saturation", saturation), ("benefit", benefit), ("cost", cost)]
    where !(figure.isFinite && figure > 0) {
      throw .invalid("the \(what) is \(figure); give a finite number above 0")
    }
    self.parties = parties
    self.saturation = saturation
    self.benefit = benefit
    self.cost = cost
  }

  /// What happens when `signatories` of the parties, 0 to all, have signed.
  public func terms(signatories: Int) -> Terms {
    precondition((0...parties).contains(signatories), "0 to \(parties) parties sign")
    let (all, signed) = (Double(parties), Double(signatories))
    let ratio = cost / benefit
    // How much the outsiders together give up for each unit the signatories add, over what they keep.
    let reply = (all - signed) / (all * ratio)
    let drive = signed / (all * ratio * (1 + reply) * (1 + reply))
    let leader = drive * saturation / (1 + drive * signed)
    let total = (signed * leader + reply * saturation) / (1 + reply)
    let follower = (saturation - total) / (all * ratio)
    let shared = benefit * (saturation * total - total * total / 2) / all
    let leaderGain = shared - cost * leader * leader / 2
    let followerGain = shared - cost * follower * follower / 2
    let hasSignatories = signatories > 0
    let hasOutsiders = signatories < parties
    return Terms(
      signatories: signatories,
      signatoryAbatement: hasSignatories ? leader : nil,
      outsiderAbatement: hasOutsiders ? follower : nil,
      signatoryGain: hasSignatories ? leaderGain : nil,
      outsiderGain: hasOutsiders ? followerGain : nil,
      total: signed * leaderGain + (all - signed) * followerGain)
  }

  /// Whether no one of `signatories` gains by leaving and no outsider by joining; a tie holds.
  public func isStable(signatories: Int) -> Bool {
    let now = terms(signatories: signatories)
    if let inside = now.signatoryGain, let outside = terms(signatories: signatories - 1).outsiderGain,
      outside > inside + rounding(inside)
    {
      return false
    }
    if let outside = now.outsiderGain, let inside = terms(signatories: signatories + 1).signatoryGain,
      inside > outside + rounding(outside)
    {
      return false
    }
    return true
  }

  /// The numbers of signatories that hold by themselves, ascending.
  public var stableSizes: [Int] { (0...parties).filter { isStable(signatories: $0) } }

  private func rounding(_ gain: Double) -> Double { 1e-12 * abs(gain) }
}
