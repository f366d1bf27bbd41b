/// A problem that several governments are in together, seen as a game in costs.
///
/// All families of problem (joint facility, spillover, …) give this one view, so whatever comes after
/// (diagnosis, mechanisms, sharing) is one code path. Costs are in one currency and price year per
/// year; a gain is a negative cost. Players are numbered as in ``players``.
public protocol Dilemma: Sendable {
  /// The players' names; unique, at most 26 where coalitions are enumerated.
  var players: [String] { get }

  /// What happens when the members of `coalition` act as one and every other player alone: the
  /// partial-agreement Nash equilibrium with respect to `coalition` (Chander & Tulkens 1997).
  ///
  /// With no coalition, or a single player, it is the Nash equilibrium; with all players the social
  /// optimum. Costs are those each player bears before any transfer. Where there are several equilibria,
  /// it is the one the players come to from where they stand today, as the family says, and
  /// ``Outcome/isUnique`` is false; ``equilibria(agreeing:)`` has the others.
  /// - Throws: ``DilemmaError`` when no equilibrium is found exactly.
  func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome

  /// Every equilibrium that was found while the members of `coalition` act as one and every other player
  /// alone; the outcome of ``outcome(agreeing:)`` is among them.
  func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet

  /// The least cost at which `player` can break away from `outcome` while all others keep doing what
  /// they do in it: the cost behind its temptation.
  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double

  /// What `player` bears when it alone does what it does in `outcome`, and all others do what they do in `alone`: the
  /// cost behind the risk of moving first. None where the family does not tell.
  func costOfKeepingAlone(_ player: Int, to outcome: Outcome, while alone: Outcome) -> Double?

  /// What each player puts into the common cause in `outcome`, part of its cost there: the abatement it
  /// pays for, its payment for a facility. Fines and transaction costs are measured against it.
  func contributions(in outcome: Outcome) -> [Double]

  /// The cost of every coalition under `convention`.
  /// - Complexity: 2ⁿ equilibria.
  func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame

  /// How much of `player`'s cost hangs on each other player: the fall of its cost when the other one
  /// alone moves from acting alone to acting as in the social optimum, over its cost when all act
  /// alone. Zero for itself; negative where the other's cooperation harms it.
  func stakes(of player: Int) throws(DilemmaError) -> [Double]
}

extension Dilemma {
  /// Not told.
  public func costOfKeepingAlone(_ player: Int, to outcome: Outcome, while alone: Outcome) -> Double? { nil }

  /// The one outcome, which is all there are where it was shown to be unique.
  public func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet {
    let outcome = try outcome(agreeing: coalition)
    return EquilibriumSet(outcomes: [outcome], isComplete: outcome.isUnique)
  }
}

/// The equilibria that were found, and whether there can be others.
public struct EquilibriumSet: Sendable, Equatable {
  /// At least one; in the family's order, from the least action to the greatest where actions are ordered.
  public let outcomes: [Outcome]
  /// Whether it was shown that there are no others.
  public let isComplete: Bool

  /// - Precondition: `outcomes` is not empty.
  public init(outcomes: [Outcome], isComplete: Bool) {
    precondition(!outcomes.isEmpty, "an equilibrium that was not found is a DilemmaError")
    self.outcomes = outcomes
    self.isComplete = isComplete
  }
}

/// What the players do, and what it costs each of them.
public struct Outcome: Sendable, Equatable, Codable {
  /// One action a player, in the family's unit (abatement in a spillover, 1 for taking part in a facility).
  public let actions: [Double]
  /// What each player bears before any transfer, in the game's currency.
  public let costs: [Double]
  /// Whether the equilibrium was shown to be the only one.
  public let isUnique: Bool

  public init(actions: [Double], costs: [Double], isUnique: Bool) {
    self.actions = actions
    self.costs = costs
    self.isUnique = isUnique
  }

  public var totalCost: Double { costs.reduce(0, +) }
}

/// What outsiders are taken to do when a coalition's worth is computed.
public enum WorthConvention: String, Sendable, Codable, CaseIterable {
  /// Outsiders each act in their own interest (γ; Chander & Tulkens 1997).
  case gamma
  /// Outsiders do what harms the coalition most (α; Aumann 1959): what it can guarantee itself.
  case alpha
  /// Outsiders act as one in their own interest (δ; Hart & Kurz 1983): the rest stays together.
  case delta
}

/// Why a dilemma could not be solved.
public enum DilemmaError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A number of the problem breaks a condition of its family.
  case invalid(String)
  /// No equilibrium was found for the coalition of these players.
  case noEquilibrium(agreeing: [String])
  /// Coalitions cannot be enumerated for so many players.
  case tooManyPlayers(Int)

  public var description: String {
    switch self {
    case .invalid(let why): why
    case .noEquilibrium(let names):
      names.isEmpty
        ? "no equilibrium was found when every player acts alone"
        : "no equilibrium was found when \(names.joined(separator: ", ")) act together"
    case .tooManyPlayers(let count):
      "\(count) players have too many coalitions to list; at most \(CoalitionGame.largestTable) can be"
    }
  }
}
