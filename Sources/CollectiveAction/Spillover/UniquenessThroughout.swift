import Mathematics

extension SpilloverGame {
  /// Whether costs of abatement rise so much faster than harm from abroad that every equilibrium is the only one,
  /// whoever acts with whom: one look at the game instead of one for each coalition.
  ///
  /// Let player i act for a group gᵢ it belongs to, the groups being the coalition and the outsiders, one by one or
  /// together. The slopes of the equilibrium's conditions have the form
  ///
  ///     xᵀMx = Σ cᵢxᵢ² + Σⱼ δⱼ uⱼ(uⱼ + vⱼ),   uⱼ = Σ Aᵢⱼxᵢ over j's group, vⱼ = Σ Aᵢⱼxᵢ over all others,
  ///
  /// and u(u + v) ≥ −v²/4. All of vⱼ comes from others than j, so M is positive definite, and the equilibrium unique,
  /// whenever C − ¼ Σⱼ δⱼ ãⱼãⱼᵀ is, with ãⱼ the column of A without the entry of j itself. (A ≥ 0, so the signs of x
  /// do not matter.) The argument is ours. As much is taken off C as rounding can have added to the form.
  static func isUniqueThroughout(abatementCost: [Double], quadraticDamage: [Double], transport: Matrix) -> Bool {
    let count = abatementCost.count
    var form = Matrix(rows: count, columns: count)
    for j in 0..<count where quadraticDamage[j] != 0 {
      for i in 0..<count where i != j {
        let weight = quadraticDamage[j] * transport[i, j] / 4
        guard weight != 0 else { continue }
        for k in 0..<count where k != j { form.elements[i * count + k] -= weight * transport[k, j] }
      }
    }
    // No entry of the form is off by more than (n + 4) roundings of √(cᵢcₖ), or it is not definite anyway.
    let margin = 4 * Double(count) * Double(count + 5) * .ulpOfOne
    for i in 0..<count { form.elements[i * count + i] += abatementCost[i] * (1 - margin) }
    return form.elements.allSatisfy(\.isFinite) && form.isPositiveDefinite
  }
}
