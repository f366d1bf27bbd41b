/// What counts as a concession: how a new proposal has to compare with the party's last one for the others.
///
/// For two parties all but ``egocentric`` say the same: it gives the other more. Source: Endriss (2006), Monotonic
/// concession protocols for multilateral negotiation, AAMAS-06, 392–399.
public enum Concession: String, Sendable, Hashable, CaseIterable {
  /// Every other party gains.
  case strong
  /// No other party loses, and one or more gain.
  case pareto
  /// One other party or more gain.
  case weak
  /// The others' gains add up to more; compares gains of different parties.
  case utilitarian
  /// The smallest gain among the others grows; compares gains of different parties.
  case egalitarian
  /// The product of the others' gains grows.
  case nash
  /// The party itself has less.
  case egocentric

  /// Whether `new` is such a concession after `old`, both gains of all parties over no deal, made by `party`;
  /// `units` as for the measure.
  func holds(from old: [Double], to new: [Double], by party: Int, units: [Double]) -> Bool {
    switch self {
    case .strong: return old.indices.allSatisfy { $0 == party || new[$0] > old[$0] }
    case .pareto:
      return old.indices.allSatisfy { $0 == party || new[$0] >= old[$0] }
        && old.indices.contains { $0 != party && new[$0] > old[$0] }
    case .weak: return old.indices.contains { $0 != party && new[$0] > old[$0] }
    case .utilitarian, .egalitarian, .nash:
      return measure(of: new, without: party, units: units) > measure(of: old, without: party, units: units)
    case .egocentric: return new[party] < old[party]
    }
  }

  /// What is compared between concessions that cost the party the same: the sum, the minimum, or else the product of
  /// the others' gains, these in `units` of each party's own.
  func measure(of gains: [Double], without party: Int, units: [Double]) -> Double {
    var sum = 0.0
    var least = Double.infinity
    var product = 1.0
    for (other, gain) in gains.enumerated() where other != party {
      sum += gain
      least = min(least, gain)
      product *= gain / units[other]
    }
    return switch self {
    case .utilitarian: sum
    case .egalitarian: least
    default: product
    }
  }
}
