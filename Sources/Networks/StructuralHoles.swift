import Mathematics

/// How much room its network leaves to a player: whether those it is tied with are also tied with each other.
///
///     network.constraint(of: 3)     // near 1: all its ties lead to one circle
///     network.effectiveSize(of: 3)  // how many of its contacts bring it something new
///
/// Source: Burt (1992), Structural Holes, ch. 2.
extension TieNetwork {
  /// What part of all i's ties, both ways, is with j: pᵢⱼ = (wᵢⱼ + wⱼᵢ) / Σₖ (wᵢₖ + wₖᵢ); zero for one without ties.
  public func investment(of i: Int, in j: Int) -> Double {
    let total = players.indices.reduce(0) { $0 + weights[i, $1] + weights[$1, i] }
    return total > 0 ? (weights[i, j] + weights[j, i]) / total : 0
  }

  /// Burt's constraint: Σⱼ (pᵢⱼ + Σ_q pᵢ_q p_qⱼ)², over the j that i is tied with.
  ///
  /// None for a player without ties. Small where contacts are many and strangers to each other; 1 where there is but one.
  /// - Complexity: O(n³).
  public func constraint(of i: Int) -> Double? {
    guard degree(of: i) > 0 else { return nil }
    let parts = players.indices.map { q in players.indices.map { investment(of: q, in: $0) } }
    return players.indices.filter { areTied(i, $0) }.reduce(0) { sum, j in
      let indirect = players.indices.filter { $0 != i && $0 != j }.reduce(0) { $0 + parts[i][$1] * parts[$1][j] }
      return sum + (parts[i][j] + indirect) * (parts[i][j] + indirect)
    }
  }

  /// Burt's effective size: the number of i's contacts less what they share, Σⱼ (1 − Σ_q pᵢ_q mⱼ_q), where mⱼ_q is the
  /// tie of j with q over j's strongest. None for a player without ties.
  ///
  /// Where all ties are mutual and of one weight it is n − 2t/n, n contacts with t ties among them (Borgatti 1997,
  /// Connections 20, 35–38).
  public func effectiveSize(of i: Int) -> Double? {
    let contacts = players.indices.filter { areTied(i, $0) }
    guard !contacts.isEmpty else { return nil }
    return contacts.reduce(0) { sum, j in
      let strongest = players.indices.reduce(0) { max($0, weights[j, $1] + weights[$1, j]) }
      return sum
        + contacts.filter { $0 != j }.reduce(1) { rest, q in
          rest - investment(of: i, in: q) * (weights[j, q] + weights[q, j]) / strongest
        }
    }
  }
}
