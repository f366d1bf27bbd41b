import Studies

/// In which respects one form stays behind another, and by how much of the difference in net gain.
///
/// Costs differ by themselves. The gain and the three chances are multiplied, so each is credited with what its change
/// brings on average over all orders in which the four could be changed; the amounts add up to the difference.
///
/// Source: Shorrocks (2013), J. Econ. Inequality 11, 99–126.
struct FormDifference {
  /// Above zero where the other falls behind; in the order of ``AspectName``.
  let parts: [(aspect: AspectName, amount: Double)]

  /// - Parameters:
  ///   - best: the form compared with.
  ///   - other: a form that comes about as well.
  init(of best: MechanismFinding, over other: MechanismFinding) {
    func factors(_ form: MechanismFinding) -> [Double] {
      [form.grossGain, form.coordination, form.division, form.defectionSafety]
    }
    func costs(_ form: MechanismFinding) -> [Double] {
      let cost = form.transactionCost
      return [cost.search, cost.bargaining, cost.monitoring, cost.enforcement, cost.agency, form.autonomyCost]
    }
    let (new, old) = (factors(best), factors(other))
    // s!(3 − s)!/4! for the s factors changed before.
    let weights = [1.0 / 4, 1.0 / 12, 1.0 / 12, 1.0 / 4]
    var amounts = (0..<4).map { factor in
      (0..<16).filter { $0 & 1 << factor == 0 }.reduce(0.0) { sum, changed in
        let rest = (0..<4).filter { $0 != factor }.reduce(1.0) {
          $0 * (changed & 1 << $1 != 0 ? new[$1] : old[$1])
        }
        return sum + weights[changed.nonzeroBitCount] * rest * (new[factor] - old[factor])
      }
    }
    amounts += zip(costs(best), costs(other)).map { $1 - $0 }
    parts = zip(AspectName.allCases, amounts).map { (aspect: $0, amount: $1) }
  }
}
