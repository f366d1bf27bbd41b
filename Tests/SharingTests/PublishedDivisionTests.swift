import CollectiveAction
import Mathematics
import Sharing
import Testing

/// Divisions that somebody printed, from tables under Literature.
@Suite struct PublishedDivisionTests {
  @Test(
    "gives the shares that are printed",
    arguments: [
      ("aumann-2010/games.csv", 1), ("campbell-knight-2014/games.csv", 1), ("coopgame-manual-2021/games.csv", 4),
      ("lemaire-1991/games.csv", 3),
      ("peleg-sudholter-2007/games.csv", 2), ("prieto-2018/games.csv", 2),
      ("young-1985/games.csv", 1),
    ])
  func smallGames(table: String, count: Int) throws {
    let rows = try literature(table)
    #expect(rows.count == count)
    for row in rows {
      let worths = try #require(row["worths"]).split(separator: " ").map { try #require(Double($0)) }
      let bySize = try PublishedGames.bySize(worths)
      let kind = try #require(row["kind"].flatMap(CoalitionGame.Kind.init(rawValue:)))
      let game = try CoalitionGame(players: bySize.players, kind: kind, worths: bySize.worths)
      try expect(row, of: game)
    }
  }

  @Test("gives what each creditor gets of an estate that is too small, Aumann & Maschler (1985)")
  func talmud() throws {
    let rows = try literature("aumann-maschler-1985/estates.csv")
    #expect(rows.count == 3)
    for row in rows {
      for rule in ["nucleolus", "prenucleolus"] { try expect(row, by: rule, of: try bankruptcy(row)) }
    }
    // Of 300 the Shapley value gives the same: half of the claims.
    try expect(rows[2], by: "shapley", of: try bankruptcy(rows[2]))
  }

  @Test("gives the shares of six creditors, Meinhardt (2021)")
  func sixCreditors() throws {
    let rows = try literature("meinhardt-2021/estate.csv")
    #expect(rows.count == 4)
    for row in rows { try expect(row, of: try bankruptcy(row)) }
  }

  @Test("counts the subsidy of the least core over all divisions, not only those nobody is worse off by")
  func leastCoreSubsidy() throws {
    let row = try #require(try literature("peleg-sudholter-2007/games.csv").first)
    let game = try PublishedGames.bySize(
      try #require(row["worths"]).split(separator: " ").map { try #require(Double($0)) })
    #expect(try leastCore(of: game).exactSubsidy == 4)
    // Where nobody may get less than alone, the two who are worth 10 miss 8 at best.
    #expect(try nucleolus(of: game).certificate.stages.first?.level == 8)
  }

  /// A coalition is worth what the others leave of the estate when they are paid in full.
  private func bankruptcy(_ row: [String: String]) throws -> CoalitionGame {
    let claims = try #require(row["claims"]).split(separator: " ").map { try #require(Rational(String($0))) }
    let estate = try #require(row["estate"].flatMap { Rational($0) })
    return try CoalitionGame(players: claims.indices.map { "\($0 + 1)" }, kind: .surplus) { coalition in
      let others = claims.indices.filter { !coalition.contains($0) }
      return max(0, others.reduce(estate) { $0 - claims[$1] }).approximation
    }
  }

  private func expect(_ row: [String: String], by rule: String? = nil, of game: CoalitionGame) throws {
    let rule = try rule ?? #require(row["rule"])
    let printed = try #require(row["shares"]).split(separator: " ").map(String.init)
    let shares =
      rule == "perCapitaNucleolus"
      ? try perCapitaNucleolus(of: game).allocation
      : try #require(SharingRule(rawValue: rule)).divide(game)
    #expect(shares.shares.count == printed.count)
    for (share, text) in zip(shares.shares, printed) {
      let exact = try #require(Rational(text))
      let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
      // Half of the last digit printed; a whole number or a fraction is exact, but for what sums of doubles round.
      let tolerance =
        decimals == 0
        ? Rational(exactly: 16 * game.jointWorth.ulp) : Rational(decimal: 0.500001) / power(10, decimals)
      #expect((Rational(exactly: share) - exact).magnitude <= tolerance, "\(rule): \(share), printed \(text)")
    }
  }

  private func power(_ base: Rational, _ exponent: Int) -> Rational {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
