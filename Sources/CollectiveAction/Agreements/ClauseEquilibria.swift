/// Who signs under a clause: agreements in force that no signatory gains by leaving and no outsider by joining.
///
/// Where the clause is met with nobody to spare, whoever leaves ends the agreement, and all act alone again; so it is
/// held together by what its members would lose without it, not by what one of them would gain outside. (Nobody's
/// signing is as a rule an equilibrium too, and is not counted: one alone then puts nothing into force.)
///
/// Source: Black, Levi & de Meza (1993), Economica 60, 281–293; Carraro, Marchiori & Oreffice (2009), Environ. Resour.
/// Econ. 42, 411–425; unlike parties as in Weikard, Wangler & Freytag (2015), Environ. Resour. Econ. 62, 711–727.
public struct ClauseEquilibria: Sendable, Equatable {
  public let clause: ParticipationClause
  /// How many sets of signatories are in equilibrium.
  public let count: Int
  /// How many of them the clause holds: without it somebody would leave.
  public let heldByClause: Int
  /// The equilibrium in which all players together bear least, the first of equals; none where there is no equilibrium.
  public let cheapest: Coalition?
  /// The one in which they bear most.
  public let dearest: Coalition?
  /// What all bear in ``cheapest``.
  public let leastCost: Double?
  /// What all bear in ``dearest``.
  public let greatestCost: Double?
  /// What each player bears on average over all equilibria, before it is known who will sign; empty where there is none.
  public let meanCosts: [Double]
}

extension AgreementStability {
  /// What each size of a clause leads to, from two members to all.
  ///
  /// - Complexity: O(n 2ⁿ) for n players, together for all sizes.
  public var participationClauses: [ClauseEquilibria] {
    let count = outcomes.playerCount
    // Held at exactly its size; stable of itself at each size, under any smaller clause.
    var held = [ClauseTally](repeating: ClauseTally(players: count), count: count + 1)
    var stable = held
    for piece in CoalitionSweep.pieces(
      players: count,
      { [start = held] masks in
        var (held, stable) = (start, start)
        for mask in masks {
          let coalition = Coalition(mask: mask)
          guard coalition.count > 1, isExternallyStable(coalition) else { continue }
          let isStable = isInternallyStable(coalition)
          if isStable { stable[coalition.count].add(coalition, outcomes, isHeld: false) }
          if isProfitable(coalition) { held[coalition.count].add(coalition, outcomes, isHeld: !isStable) }
        }
        return (held, stable)
      })
    {
      for size in 0...count {
        held[size].add(piece.0[size])
        stable[size].add(piece.1[size])
      }
    }
    return (2...max(count, 2)).filter { $0 <= count }.compactMap { size in
      guard let clause = try? ParticipationClause(members: size) else { return nil }
      var tally = held[size]
      for larger in size..<count { tally.add(stable[larger + 1]) }
      return tally.equilibria(under: clause)
    }
  }

  /// The equilibria under one clause.
  /// - Throws: ``DilemmaError/invalid(_:)`` when the clause asks for more than all, or its weights are not one a player.
  /// - Complexity: O(n 2ⁿ) for n players.
  public func equilibria(under clause: ParticipationClause) throws(DilemmaError) -> ClauseEquilibria {
    let count = outcomes.playerCount
    guard clause.members <= count else {
      throw .invalid("a clause asks for \(clause.members) members of \(count) players; ask for at most all")
    }
    guard clause.weights.isEmpty || clause.weights.count == count else {
      throw .invalid("a clause has \(clause.weights.count) weights for \(count) players; give one each")
    }
    var tally = ClauseTally(players: count)
    for piece in CoalitionSweep.pieces(
      players: count,
      { masks in
        var tally = ClauseTally(players: count)
        for mask in masks {
          let coalition = Coalition(mask: mask)
          guard coalition.count > 1, isEquilibrium(coalition, under: clause) else { continue }
          tally.add(coalition, outcomes, isHeld: !isInternallyStable(coalition))
        }
        return tally
      })
    { tally.add(piece) }
    return tally.equilibria(under: clause)
  }

  /// Whether an agreement of the members of `coalition` is in force under `clause`, no member gains by leaving it, to
  /// act alone while the others go on or, where the clause is then no longer met, while all do, and no outsider gains
  /// by joining.
  public func isEquilibrium(_ coalition: Coalition, under clause: ParticipationClause) -> Bool {
    guard clause.isMet(by: coalition) else { return false }
    let staysWithoutGain = coalition.allSatisfy { member in
      let rest = coalition.removing(member)
      let after = clause.isMet(by: rest) ? rest : .empty
      return outcomes.cost(of: member, in: coalition) <= outcomes.cost(of: member, in: after) + rounding
    }
    return staysWithoutGain && isExternallyStable(coalition)
  }

  /// Whether no member would bear less if nobody had agreed to anything.
  public func isProfitable(_ coalition: Coalition) -> Bool {
    coalition.allSatisfy { outcomes.cost(of: $0, in: coalition) <= outcomes.cost(of: $0, in: .empty) + rounding }
  }
}

/// Equilibria, counted and added up.
private struct ClauseTally: Sendable {
  private var count = 0
  private var held = 0
  private var cheapest: (coalition: Coalition, cost: Double)?
  private var dearest: (coalition: Coalition, cost: Double)?
  private var costs: [Double]

  init(players: Int) { costs = [Double](repeating: 0, count: players) }

  mutating func add(_ coalition: Coalition, _ outcomes: OutcomeTable, isHeld: Bool) {
    var total = 0.0
    for player in costs.indices {
      let cost = outcomes.cost(of: player, in: coalition)
      costs[player] += cost
      total += cost
    }
    count += 1
    if isHeld { held += 1 }
    note((coalition, total), (coalition, total))
  }

  mutating func add(_ other: ClauseTally) {
    guard let least = other.cheapest, let most = other.dearest else { return }
    for player in costs.indices { costs[player] += other.costs[player] }
    count += other.count
    held += other.held
    note(least, most)
  }

  private mutating func note(
    _ least: (coalition: Coalition, cost: Double), _ most: (coalition: Coalition, cost: Double)
  ) {
    if least.cost < cheapest?.cost ?? .infinity { cheapest = least }
    if most.cost > dearest?.cost ?? -.infinity { dearest = most }
  }

  func equilibria(under clause: ParticipationClause) -> ClauseEquilibria {
    ClauseEquilibria(
      clause: clause, count: count, heldByClause: held, cheapest: cheapest?.coalition, dearest: dearest?.coalition,
      leastCost: cheapest?.cost, greatestCost: dearest?.cost,
      meanCosts: count > 0 ? costs.map { $0 / Double(count) } : [])
  }
}
