/// A facility that is cheaper together: a game in costs.
public struct JointFacility: Hashable, Sendable {
  /// What a coalition would pay, by table or by formula.
  public enum Costs: Hashable, Sendable {
    case table(CostTable)
    case function(CostFunction)
  }

  /// What every coalition of the members would pay.
  public let costs: Costs
  /// Ids of the indicators by which a proportional rule may divide; every member has a figure in each.
  public let proportionalTo: [String]
  /// What each member's cheapest other way costs, where that is not its own cost in ``costs``.
  public let alternativeCost: PartyColumn?
}

/// What every coalition of the members would pay.
public struct CostTable: Hashable, Sendable {
  /// 2ⁿ worths: that of the coalition whose members are the bits of the index, bit i for the i-th
  /// member of the problem; the first is 0.
  public let worths: [Double]
  /// Where all of the worths come from.
  public let provenance: Provenance
  /// Where the table is named.
  public let place: Place
}

/// A cost by formula: fixed + scale·(Σ load)^exponent + pipelinePerKm·(length of the members' least
/// spanning tree, in great-circle kilometres).
public struct CostFunction: Hashable, Sendable {
  /// The id of the indicator that is the load of each member.
  public let load: String
  /// At least 0; 0 when absent.
  public let fixed: Figure?
  /// Above 0.
  public let scale: Figure
  /// Above 0, at most 1: economies of scale.
  public let exponent: Figure
  /// At least 0; then every member has a location. 0 when absent.
  public let pipelinePerKm: Figure?
}
