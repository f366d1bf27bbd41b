/// Whether some players of a linear public good would found a body that makes its members give everything.
///
/// Of n players each has w, and keeps what it does not give; a unit given brings a to everyone. The s members of the body
/// give all they have and share its cost C; those outside give nothing. So a member has a·s·w − C/s, an outsider
/// w + a·s·w, and each had w without the body.
///
///     let body = try InstitutionFormation(players: 4, endowment: 20, marginalReturn: 0.4, cost: 2)
///     body.memberPayoff(of: 3)   // 23.33
///     body.smallestSize          // 3: two members would have 15, less than the 20 they have without it
///
/// Source: Kosfeld, Okada & Riedl (2009), Am. Econ. Rev. 99, 1335–1355.
public struct InstitutionFormation: Sendable, Equatable {
  /// n.
  public let players: Int
  /// w: what each can give.
  public let endowment: Double
  /// a: what a unit given brings to each.
  public let marginalReturn: Double
  /// C: what the body costs its members together.
  public let cost: Double

  /// - Parameters:
  ///   - players: n, 2 or more.
  ///   - endowment: w, above 0.
  ///   - marginalReturn: a, between 1/n and 1, both excluded.
  ///   - cost: C, 0 or more.
  /// - Throws: ``DynamicsError/figure(_:_:wanted:)``.
  public init(players: Int, endowment: Double, marginalReturn: Double, cost: Double) throws(DynamicsError) {
    guard players >= 2 else { throw .figure("number of players", Double(players), wanted: "2 or more") }
    guard endowment.isFinite, endowment > 0 else {
      throw .figure("endowment w", endowment, wanted: "a finite number above 0")
    }
    guard marginalReturn < 1, marginalReturn * Double(players) > 1 else {
      throw .figure("marginal return a", marginalReturn, wanted: "a number above 1/\(players) and below 1")
    }
    guard cost.isFinite, cost >= 0 else { throw .figure("cost C", cost, wanted: "a finite number of 0 or more") }
    self.players = players
    self.endowment = endowment
    self.marginalReturn = marginalReturn
    self.cost = cost
  }

  /// What each of `size` members has.
  /// - Precondition: 1 to n members.
  public func memberPayoff(of size: Int) -> Double {
    precondition((1...players).contains(size), "members are some of the players")
    return marginalReturn * Double(size) * endowment - cost / Double(size)
  }

  /// What each player outside a body of `size` members has.
  /// - Precondition: 0 to n − 1 members.
  public func outsiderPayoff(of size: Int) -> Double {
    precondition((0..<players).contains(size), "an outsider is one of the players")
    return endowment + marginalReturn * Double(size) * endowment
  }

  /// The fewest members who all have more than without the body; none if not even all players do.
  public var smallestSize: Int? { (1...players).first { memberPayoff(of: $0) > endowment } }

  /// The sizes at which nobody would rather change sides.
  ///
  /// A member that leaves enjoys what the others go on giving if they are ``smallestSize`` or more; with fewer the body
  /// comes to nothing. An outsider that joins bears its part.
  public var stableSizes: [Int] {
    guard let smallest = smallestSize else { return [] }
    return (smallest...players).filter { size in
      let without = size - 1 >= smallest ? outsiderPayoff(of: size - 1) : endowment
      let staysIn = memberPayoff(of: size) >= without
      let staysOut = size == players || outsiderPayoff(of: size) >= memberPayoff(of: size + 1)
      return staysIn && staysOut
    }
  }
}
