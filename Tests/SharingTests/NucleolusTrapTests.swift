import CollectiveAction
import Mathematics
import Sharing
import Testing

/// Where programmes for the nucleolus are known to go wrong.
@Suite struct NucleolusTrapTests {
  @Test("settles what binds in every optimum, not whatever binds at the one that was found")
  func everyOptimum() throws {
    let game = CoalitionGame(
      players: ["a", "b", "c", "d"], surpluses: [0, 0, 0, 8, 0, 7, 7, 8, 0, 5, 3, 3, 7, 4, 0, 6])
    let solution = try prenucleolus(of: game)
    #expect(solution.certificate.shares == ["9/4", "5/4", "11/4", "-1/4"].fractions)
    #expect(solution.verdict == .certified)
    // Freezing all that binds at a corner of each optimum ends elsewhere, where coalitions miss more.
    let frozen = ["7/4", "7/4", "3/4", "7/4"].fractions
    #expect(SortedExcesses(of: solution.certificate.shares, in: game) < SortedExcesses(of: frozen, in: game))
  }

  @Test("does not stay at one level with coalitions that the settled ones decide already", arguments: 2...9)
  func decidedCoalitions(players: Int) throws {
    let half = players / 2
    let names = (0..<players).map { "\($0)" }
    let gloves = try CoalitionGame(players: names, kind: .surplus) { coalition in
      let left = coalition.filter { $0 < half }.count
      return Double(min(left, coalition.count - left))
    }
    let unanimity = try CoalitionGame(players: names, kind: .surplus) { $0.count == players ? 1 : 0 }
    for game in [gloves, unanimity] {
      let solution = try nucleolus(of: game)
      #expect(solution.verdict == .certified)
      // Each stage settles at least one share more, and the first equation is the joint worth.
      #expect(solution.certificate.stages.count < players)
    }
    let equal = [Rational](repeating: 1 / Rational(players), count: players)
    #expect(try nucleolus(of: unanimity).certificate.shares == equal)
  }

  @Test(
    "gives the savings of units beside budgets of millions and milliards",
    arguments: [1e6, 1e9], CoalitionGame.Kind.allCases)
  func largeBudgets(budget: Double, kind: CoalitionGame.Kind) throws {
    for seed in UInt64(0)..<6 {
      let plain = PublishedGames.random(seed: seed, players: 4, kind: kind, range: 0...6)
      let budgets = plain.players.indices.map { budget * Double($0 + 1) }
      let game = try CoalitionGame(players: plain.players, kind: kind) { coalition in
        plain[coalition] + coalition.reduce(0) { $0 + budgets[$1] }
      }
      let shares = try prenucleolus(of: game).certificate.shares
      for (index, share) in try prenucleolus(of: plain).certificate.shares.enumerated() {
        let expected = share + Rational(decimal: budgets[index])
        #expect(shares[index] == expected)
      }
    }
  }

  @Test("knows no amount too small or too large to count", arguments: [-9, -6, 9, 12])
  func scales(power: Int) throws {
    let unit = (0..<abs(power)).reduce(1.0) { product, _ in product * 10 }
    for seed in UInt64(0)..<6 {
      let plain = PublishedGames.random(seed: seed, players: 4, range: 0...6)
      // A quotient is the number nearest to the decimal, as it is read from a file.
      let game = try CoalitionGame(players: plain.players, kind: plain.kind) {
        power < 0 ? plain[$0] / unit : plain[$0] * unit
      }
      let scale = power < 0 ? 1 / Rational(decimal: unit) : Rational(decimal: unit)
      let solution = try prenucleolus(of: game)
      #expect(solution.verdict == .certified)
      let scaled = try prenucleolus(of: plain).certificate.shares.map { $0 * scale }
      #expect(solution.certificate.shares == scaled)
    }
  }

  @Test("is exact where coalitions by the hundred are near to binding", arguments: UInt64(0)..<2)
  func manyRows(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let count = 9
    let game = try CoalitionGame(players: (0..<count).map { "\($0)" }, kind: .surplus) { coalition in
      switch coalition.count {
      case 1: 0
      case count: Double(Int.random(in: 100 * (count - 2)...100 * count, using: &chance))
      default: Double(Int.random(in: 1...100 * coalition.count, using: &chance))
      }
    }
    let solution = try nucleolus(of: game)
    #expect(verify(solution.certificate, for: game) == .certified)
    let sum = solution.certificate.shares.reduce(Rational.zero, +)
    #expect(sum == Rational(decimal: game.jointWorth))
    for (share, exact) in zip(solution.allocation.shares, solution.certificate.shares) {
      #expect(abs(share - exact.approximation) <= share.ulp)
    }
  }

  @Test("charges a player less than nothing where the others gain that much by its joining")
  func negativeCostShare() throws {
    let game = CoalitionGame(
      players: ["1", "2", "3"], costs: [0, 0.538, 0.761, 0.554, 1.742, 0.137, 0.293, 0.343])
    let solution = try nucleolus(of: game)
    #expect(solution.certificate.shares == ["56/375", "229/750", "-67/600"].fractions)
    #expect(solution.verdict == .certified)
    // Shares from zero up that are in circulation for this game leave {1, 3} and {2, 3} worse off.
    let clamped = ["0.137", "0.206", "0"].fractions
    #expect(SortedExcesses(of: solution.certificate.shares, in: game) < SortedExcesses(of: clamped, in: game))
  }

  @Test("is refused by name where the players do better apart, and the prenucleolus is there")
  func noImputation() throws {
    let inheritance = try PublishedGames.bySize([120, 60, 40, 30, 120, 120, 120, 60, 60, 40, 120, 120, 120, 60, 120])
    #expect(throws: SharingError.betterApart(apart: 250, together: 120)) { try nucleolus(of: inheritance) }
    #expect(throws: SharingError.betterApart(apart: 250, together: 120)) { try perCapitaNucleolus(of: inheritance) }
    #expect(try prenucleolus(of: inheritance).certificate.shares == ["260/3", "80/3", "20/3", "0"].fractions)
    let costs = CoalitionGame(players: ["a", "b", "c"], costs: [0, 1, 2, 5, 3, 4, 5, 6.000_000_1])
    #expect(throws: SharingError.cheaperApart(apart: 6, together: 6.000_000_1)) { try nucleolus(of: costs) }
    #expect(try prenucleolus(of: costs).verdict == .certified)
  }

  @Test("has levels that do not depend on how they were reached", arguments: UInt64(0)..<20)
  func levels(seed: UInt64) throws {
    // Stages may split equal levels differently; the levels, each counted once, are the same in any order of players.
    let game = PublishedGames.random(seed: seed, players: 5, range: 0...3)
    var chance = SeededChance(seed: seed)
    let moved = try Renaming(of: game, order: game.players.indices.shuffled(using: &chance)).game
    let levels = try prenucleolus(of: game).certificate.distinctLevels
    #expect(try prenucleolus(of: moved).certificate.distinctLevels == levels)
    #expect(zip(levels, levels.dropFirst()).allSatisfy(>))
  }

  @Test("disagrees with figures that were misprinted, and is nearer")
  func misprints() throws {
    // The README of Benedek's programmes (2018) prints 2.75, 3.75, 5.5 for this game.
    let game = try PublishedGames.bySize([1, 3, 5, 6, 7, 8, 12])
    let shares = try nucleolus(of: game).certificate.shares
    #expect(shares == ["5/2", "4", "11/2"].fractions)
    #expect(
      SortedExcesses(of: shares, in: game) < SortedExcesses(of: ["2.75", "3.75", "5.5"].fractions, in: game))
    // The working paper of 1979 on Skåne prints 18.60 and 19.21 for the shares of M and T.
    let skane = try PublishedGames.skane()
    let exact = try nucleolus(of: skane).certificate.shares
    var printed = exact
    let off = Rational(decimal: 0.28)
    (printed[4], printed[5]) = (exact[4] + off, exact[5] - off)
    #expect(printed[4] == Rational(decimal: 18.60) && printed[5] == Rational(decimal: 19.21))
    #expect(SortedExcesses(of: exact, in: skane) < SortedExcesses(of: printed, in: skane))
  }

  @Test("has room for a cost of −2⁶³ in the units of another")
  func leastWord() throws {
    // −2⁵⁰ in parts of 2⁻¹³ is the least number of 64 bits, whose opposite has no room in them.
    let game = CoalitionGame(players: ["a", "b"], costs: [0, -0x1p50, 0x1p-13, -0x1p50])
    let solution = try nucleolus(of: game)
    #expect(solution.verdict == .certified)
    #expect(solution.certificate.shares[1] == Rational(1, over: 1 << 14))
  }

  @Test("is the same in every order of the players, to the last bit", arguments: UInt64(0)..<6)
  func everyOrder(seed: UInt64) throws {
    // Few values make ties, and ties are where the order would show.
    let game = PublishedGames.random(seed: seed, players: 4, range: 0...2)
    let solution = try prenucleolus(of: game)
    for order in permutations(of: Array(game.players.indices)) {
      let moved = try prenucleolus(of: Renaming(of: game, order: order).game)
      for player in game.players { #expect(moved[player] == solution[player]) }
    }
  }

  private func permutations(of items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in permutations(of: items.filter { $0 != first }).map { [first] + $0 } }
  }
}
