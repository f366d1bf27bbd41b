import CollectiveAction
import Mathematics
import Testing

@Suite struct ClauseEquilibriaTests {
  @Test("lets any number of equal players sign once a clause asks for that many", arguments: 3...8)
  func equals(players: Int) throws {
    // Without a clause two or three of any number sign; with one, all that gain by it do (Carraro et al. 2009).
    let stability = AgreementStability(of: try AgreementStabilityTests.equals(players).allOutcomes())
    let clauses = stability.participationClauses
    #expect(clauses.map(\.clause.members) == Array(2...players))
    for found in clauses {
      let size = found.clause.members
      let choose = { (k: Int) in (0..<k).reduce(1) { $0 * (players - $1) / ($1 + 1) } }
      #expect(found.count == (size == 2 ? choose(2) + choose(3) : choose(size)))
      #expect(found.heldByClause == (size > 3 ? found.count : 0))
      #expect(found.cheapest?.count == max(size, 3))
      // Before it is known who signs all stand alike.
      for cost in found.meanCosts { #expect(abs(cost - found.meanCosts[0]) < 1e-9) }  // costs of some hundred
    }
    // No clause does more good than the one that asks for all.
    let most = try #require(clauses.last)
    #expect(most.cheapest == .grand(of: players))
    #expect(clauses.allSatisfy { $0.leastCost ?? .infinity >= most.leastCost ?? .infinity })
  }

  @Test("counts the equilibria that the definition gives, for each size", arguments: UInt64(0)..<40)
  func byDefinition(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let table = try game.allOutcomes()
    let stability = AgreementStability(of: table)
    let count = game.players.count
    for found in stability.participationClauses {
      let size = found.clause.members
      let equilibria = (1..<(UInt64(1) << UInt64(count))).map(Coalition.init(mask:)).filter { signed in
        guard signed.count >= size, signed.count > 1 else { return false }
        for player in 0..<count {
          let moved = signed.contains(player) ? signed.removing(player) : signed.adding(player)
          let after = table[moved.count >= size ? moved : .empty].costs[player]
          if after < table[signed].costs[player] - 1e-9 { return false }  // ties hold
        }
        return true
      }
      #expect(found.count == equilibria.count)
      #expect(try stability.equilibria(under: ParticipationClause(members: size)) == found)
      let totals = equilibria.map { table[$0].totalCost }
      #expect(abs((found.leastCost ?? 0) - (totals.min() ?? 0)) < 1e-9)
      #expect(abs((found.greatestCost ?? 0) - (totals.max() ?? 0)) < 1e-9)
      if let cheapest = found.cheapest, let dearest = found.dearest {
        #expect(equilibria.contains(cheapest) && equilibria.contains(dearest))
      } else {
        #expect(equilibria.isEmpty && found.meanCosts.isEmpty)
      }
    }
  }

  @Test("brings an agreement into force when those who signed have the share asked for")
  func share() throws {
    let clause = try ParticipationClause(members: 2, share: 0.55, of: [50, 5, 30, 15])
    #expect(clause.isMet(by: Coalition([0, 1])))  // 55 of 100 exactly
    #expect(!clause.isMet(by: Coalition([0])))  // one member
    #expect(!clause.isMet(by: Coalition([1, 2, 3])))
    #expect(clause.isMet(by: Coalition([0, 2])))
    #expect(try ParticipationClause(members: 3).isMet(by: Coalition([0, 1, 2])))
  }

  @Test("lets nobody whose signature is needed leave, where all gain")
  func pivotal() throws {
    // Under a clause of 90 % of equal weights all ten, or nine, have to sign, and each prefers that to nothing.
    let stability = AgreementStability(of: try AgreementStabilityTests.equals(10).allOutcomes())
    #expect(stability.participationClauses[6].clause.members == 8)
    #expect(stability.participationClauses[6].cheapest?.count == 8)
    let clause = try ParticipationClause(share: 0.9, of: [Double](repeating: 1, count: 10))
    let found = try stability.equilibria(under: clause)
    #expect(found.count == 10)  // nine of ten; the tenth stays out, and of ten each would leave
    #expect(found.cheapest?.count == 9)
    #expect(!stability.isEquilibrium(.grand(of: 10), under: clause))
    #expect(stability.isEquilibrium(.grand(of: 10), under: try ParticipationClause(members: 10)))
  }

  @Test("refuses clauses that nobody can meet, saying why")
  func refusals() throws {
    let stability = AgreementStability(of: try SpilloverGame.threePlayers().allOutcomes())
    for (why, attempt) in [
      ("a clause asks for 1 member or more, not 0", { _ = try ParticipationClause(members: 0) }),
      ("a clause asks for a share of 1.2; give 0 to 1", { _ = try ParticipationClause(share: 1.2, of: [1]) }),
      ("a clause asks for a share of nan; give 0 to 1", { _ = try ParticipationClause(share: .nan, of: [1]) }),
      (
        "weight 2 of the clause is -1.0; give a finite number, 0 or more",
        { _ = try ParticipationClause(share: 0.5, of: [1, -1]) }
      ),
      (
        "a clause asks for a share of 0.5 of nothing; give weights that are not all 0",
        { _ = try ParticipationClause(share: 0.5, of: [0, 0]) }
      ),
      (
        "a clause asks for 4 members of 3 players; ask for at most all",
        { _ = try stability.equilibria(under: ParticipationClause(members: 4)) }
      ),
      (
        "a clause has 2 weights for 3 players; give one each",
        { _ = try stability.equilibria(under: ParticipationClause(share: 0.5, of: [1, 1])) }
      ),
    ] as [(String, () throws -> Void)] {
      #expect(throws: DilemmaError.invalid(why)) { try attempt() }
    }
  }
}
