import Mathematics

/// Payments that leave nobody, alone or with others, better off outside the joint abatement of a spillover.
///
/// Each emitter is paid what the optimum makes it spend beyond the equilibrium in which all act alone, and those
/// whom its abatement spares harm pay for it, in proportion to how much a unit of it spares each at the optimum:
///
///     tᵢ = [Cᵢ(q*) − Cᵢ(qᴺ)] − Σⱼ wⱼᵢ [Cⱼ(q*) − Cⱼ(qᴺ)],   wⱼᵢ = AⱼᵢDᵢ′(dep*) / Σₖ AⱼₖDₖ′(dep*)
///
/// For a pollutant that settles alike wherever it comes from (all rows of A proportional to one), wⱼᵢ is the same
/// for each j and this is the formula of Chander & Tulkens. Taking the weights emitter by emitter is our extension
/// to other transports.
///
/// With linear damage the allocation is in the core of the γ game, for any transport and any limits: the game is then
/// a sum of one game an emitter, and in each the argument of Chander & Tulkens holds. (Say emitter j's abatement
/// spares coalition S harm B per unit, the best worth of which, φ(B), is convex in B. What the formula gives S is
/// linear in B, no less than φ at B = Aⱼⱼdⱼ and equal to it when S is everyone, so no less between.) With quadratic
/// damage the payments still add to zero, but no theorem covers every transport: compare with the γ game.
///
/// Source: Chander & Tulkens (1995), Int. Tax Public Finance 2, 279–293; (1997), Int. J. Game Theory 26, 379–401.
public struct ChanderTulkensTransfers: Sendable, Equatable {
  /// Whether the core of the γ game is known to contain the result.
  public enum Ground: String, Sendable {
    /// Damage is linear, so it does.
    case linearDamage
    /// It may or may not.
    case notProven
  }

  public let nash: Outcome
  public let optimum: Outcome
  /// tᵢ: what each player receives; negative when it pays. They add up to zero.
  public let received: [Double]
  public let ground: Ground

  /// What each player bears at the optimum after the payments.
  public var costs: [Double] { zip(optimum.costs, received).map { $0 - $1 } }

  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)`` when an equilibrium is not found.
  public init(of game: SpilloverGame) throws(DilemmaError) {
    let count = game.players.count
    nash = try game.outcome(agreeing: .empty)
    optimum = try game.outcome(agreeing: .grand(of: count))
    let before = game.contributions(in: nash)
    let after = game.contributions(in: optimum)
    let deposition = game.deposition(after: optimum.actions)
    let marginal = (0..<count).map { game.linearDamage[$0] + game.quadraticDamage[$0] * deposition[$0] }
    var received = (0..<count).map { after[$0] - before[$0] }
    for emitter in 0..<count {
      let spared = (0..<count).map { game.transport[emitter, $0] * marginal[$0] }
      let total = spared.reduce(0, +)
      // Whose emission harms nobody at the optimum has nobody to charge; it bears its own cost.
      for payer in 0..<count {
        let weight = total > 0 ? spared[payer] / total : payer == emitter ? 1 : 0
        received[payer] -= weight * (after[emitter] - before[emitter])
      }
    }
    self.received = received
    ground = game.quadraticDamage.allSatisfy { $0 == 0 } ? .linearDamage : .notProven
  }
}
