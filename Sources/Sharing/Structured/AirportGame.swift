import Mathematics

/// A cost that only the largest user of a coalition decides: a runway as long as the largest aircraft
/// needs, a pipeline as far as the last town.
///
/// Users of one type cost the same. The game has too many players for a table, and a short answer: users
/// of a type pay alike.
public struct AirportGame: Sendable, Equatable {
  /// What a facility for one type of user costs, and how many such users there are.
  public struct UserType: Sendable, Equatable {
    public let cost: Double
    public let users: Int

    /// - Parameters:
    ///   - cost: finite, from zero up.
    ///   - users: at least one.
    public init(cost: Double, users: Int) {
      precondition(cost >= 0 && cost.isFinite, "a facility costs zero or more")
      precondition(users >= 1, "a type of user has at least one")
      self.cost = cost
      self.users = users
    }
  }

  /// The types in the order of their costs, none costlier than the next.
  public let types: [UserType]

  /// - Parameter types: at least one, in any order.
  public init(types: [UserType]) {
    precondition(!types.isEmpty, "an airport has at least one type of user")
    self.types = types.sorted { $0.cost < $1.cost }
  }

  /// What one user of each type pays under the Shapley value: each step in cost is divided equally by those
  /// who need it.
  ///
  /// - Complexity: O(k) for k types.
  ///
  /// Source: Littlechild & Owen (1973), Manag. Sci. 20, 370–372.
  public var shapleyFees: [Double] {
    var remaining = types.reduce(0) { $0 + $1.users }
    var (fee, paid) = (0.0, 0.0)
    return types.map { type in
      fee += (type.cost - paid) / Double(remaining)
      paid = type.cost
      remaining -= type.users
      return fee
    }
  }

  /// What one user of each type pays under the nucleolus.
  ///
  /// The smallest users bind first: the types up to some j, who all pay r, save r in all against the cost of
  /// the last of them; the smallest such r is settled, and what they pay goes towards the cost of the others.
  /// With the largest type nothing is saved, for the whole cost is paid.
  ///
  /// - Complexity: O(k²) for k types.
  ///
  /// Source: Littlechild (1974), Int. J. Game Theory 3, 21–29; Littlechild & Thompson (1977), Bell J. Econ.
  /// 8, 186–204.
  public var nucleolusFees: [Double] {
    var fees: [Double] = []
    // What the settled types paid in all is the cost of the last of them less the fee they settled at.
    var (settledCost, settledFee) = (0.0, 0.0)
    while fees.count < types.count {
      var best = (fee: Double.infinity, last: fees.count)
      var users = 0
      for last in fees.count..<types.count {
        users += types[last].users
        let parts = users + (last == types.count - 1 ? 0 : 1)
        let fee = (types[last].cost - settledCost + settledFee) / Double(parts)
        // Of equal fees the last: its types settle together.
        if fee <= best.fee { best = (fee, last) }
      }
      fees += [Double](repeating: best.fee, count: best.last + 1 - fees.count)
      (settledCost, settledFee) = (types[best.last].cost, best.fee)
    }
    return fees
  }
}
