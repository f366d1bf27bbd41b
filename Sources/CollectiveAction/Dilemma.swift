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
  /// optimum. Costs are those each player bears before any transfer.
  /// - Throws: ``DilemmaError`` when no equilibrium is found exactly.
  func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome

  /// The least cost at which `player` can break away from `outcome` while all others keep doing what
  /// they do in it: the cost behind its temptation.
  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double

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
