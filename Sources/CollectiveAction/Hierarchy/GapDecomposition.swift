/// Why the gap is there: borders between governments, walls inside them, or the want of somebody above.
///
/// Three remedies can be applied, alone or together: **horizontal**, those who act for all governments act as one;
/// **functional**, the agencies of each government act as one; **vertical**, the upper level uses its lever as is best for
/// it. The part of a remedy is what it closes of the gap, the mean over the six orders in which they can be applied (the
/// Shapley value, 1953, of the game among remedies, as Shorrocks 2013, J. Econ. Inequal. 11, 99–126, decomposes other
/// figures). So no order is preferred and the parts add up to what all three close. The remedies and their use are ours.
///
///     let parts = try GapDecomposition(of: agencies, leader: "province", subsidyUpTo: 0.8, costOfFunds: 1.2)
///     parts.horizontal.share   // 0.55
public struct GapDecomposition: Sendable, Equatable {
  /// The remedies.
  public enum Remedy: String, Sendable, Codable, CaseIterable { case horizontal, functional, vertical }

  /// What one remedy is worth.
  public struct Part: Sendable, Equatable {
    public let remedy: Remedy
    /// The mean over the orders of what it closes, in money; negative where it does harm.
    public let closed: Double
    /// The same over the gap; none where there is no gap.
    public let share: Double?
    /// What it closes by itself, in money.
    public let alone: Double
  }

  /// What all bear without a remedy, less what they bear at the optimum, in money.
  public let gap: Double
  public let horizontal: Part
  public let functional: Part
  public let vertical: Part

  public var parts: [Part] { [horizontal, functional, vertical] }

  /// From what all bear under each set of remedies.
  /// - Parameters:
  ///   - cost: the total cost when these remedies are applied; asked once for each of the eight sets.
  ///   - optimum: the least total cost.
  public init(
    optimum: Double, cost: (Set<Remedy>) throws(DilemmaError) -> Double
  ) throws(DilemmaError) {
    var costs: [Double] = []
    for mask in 0..<8 {
      costs.append(try cost(Set(Remedy.allCases.indices.filter { mask >> $0 & 1 == 1 }.map { Remedy.allCases[$0] })))
    }
    let gap = costs[0] - optimum
    // Below 10⁻¹² of all costs a gap is rounding.
    let isGap = gap > 1e-12 * (abs(costs[0]) + abs(optimum))
    func part(_ index: Int) -> Part {
      let bit = 1 << index
      let closed = (0..<8).filter { $0 & bit == 0 }.reduce(0.0) { sum, mask in
        // It is first, or last, in two of the six orders each, and second after one given other in one.
        let weight = mask.nonzeroBitCount == 1 ? 1.0 / 6 : 1.0 / 3
        return sum + weight * (costs[mask] - costs[mask | bit])
      }
      return Part(
        remedy: Remedy.allCases[index], closed: closed, share: isGap ? closed / gap : nil, alone: costs[0] - costs[bit])
    }
    self.gap = gap
    (horizontal, functional, vertical) = (part(0), part(1), part(2))
  }

  /// Of a spillover between governments of several agencies, with an upper level that can pay a part of what they spend.
  ///
  /// The upper level minds all costs alike, its own outlay at the cost of funds. What it bears counts in what all bear.
  /// - Parameters:
  ///   - agencies: the governments and what they are made of.
  ///   - leader: the upper level's name.
  ///   - subsidyUpTo: the highest rate, above 0 and below 1.
  ///   - costOfFunds: what a unit paid costs, 1 or more where taxes are a burden.
  ///   - accuracy: how far the best rate may be missed, as a part of all costs.
  /// - Throws: ``DilemmaError`` when a figure is out of range or an equilibrium is not found.
  public init(
    of agencies: AgencyGame, leader: String, subsidyUpTo: Double, costOfFunds: Double = 1, accuracy: Double = 1e-5
  ) throws(DilemmaError) {
    let (split, whole) = (agencies.game, agencies.whole)
    let overAgencies = try HierarchyGame(
      base: split, leader: leader, subsidyUpTo: subsidyUpTo, costOfFunds: costOfFunds, accuracy: accuracy)
    let overWhole = try HierarchyGame(
      base: whole, leader: leader, subsidyUpTo: subsidyUpTo, costOfFunds: costOfFunds, accuracy: accuracy)
    let optimum = try whole.outcome(agreeing: .grand(of: whole.players.count)).totalCost
    try self.init(optimum: optimum) { (remedies) throws(DilemmaError) in
      let isWhole = remedies.contains(.functional)
      let together: Coalition =
        !remedies.contains(.horizontal) ? .empty : isWhole ? .grand(of: whole.players.count) : agencies.acting
      guard remedies.contains(.vertical) else {
        return isWhole
          ? try whole.outcome(agreeing: together).totalCost : try split.outcome(agreeing: together).totalCost
      }
      return isWhole
        ? try overWhole.outcome(agreeing: together).totalCost : try overAgencies.outcome(agreeing: together).totalCost
    }
  }
}
