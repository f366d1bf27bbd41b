import CollectiveAction
import Mathematics
import Testing

/// What the families of problem are known for, found by the diagnosis from their numbers alone.
@Suite struct FamilyVerdictTests {
  @Test("closed markets are a prisoner's dilemma, whatever the payoffs", arguments: UInt64(0)..<20)
  func protection(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [12])
    let sucker = chance.uniform()
    let punishment = sucker + 0.1 + chance.uniform()
    let reward = punishment + 0.1 + chance.uniform()
    let temptation = reward + (reward - sucker) * (0.05 + 0.9 * chance.uniform())
    let protection = try MarketProtection(
      players: Array(GamesByNumber.names.prefix(2 + Int(seed % 2))), temptation: temptation, reward: reward,
      punishment: punishment, sucker: sucker)
    let diagnosis = try GameDiagnosis(of: protection.game)
    #expect(diagnosis.verdict().trap == .defection)
    let patience = try CriticalDiscount(of: diagnosis)
    for least in patience.least {
      // Friedman (1971), of payoffs near one.
      #expect(abs(try #require(least) - (temptation - reward) / (temptation - punishment)) < 1e-9)
    }
  }

  @Test("a linear public good is a prisoner's dilemma for any number of players", arguments: 2...5)
  func publicGood(count: Int) throws {
    let good = try LinearPublicGood(
      players: Array(GamesByNumber.names.prefix(count)), endowment: 10, marginalReturn: 1.5 / Double(count))
    #expect(try GameDiagnosis(of: good.game).verdict().trap == .defection)
  }

  @Test("tax competition is a prisoner's dilemma between equals")
  func taxes() throws {
    let taxes = try TaxCompetition(
      players: ["a", "b", "c"], outputA: 10, outputB: 1, capitalPerHead: [1, 1, 1], publicFundsValue: 2, range: 0...3)
    #expect(try GameDiagnosis(of: taxes.game).verdict().parts == [.defection])
  }

  @Test("a standard worth more to all the more have it is a matter of assurance, and its own measures agree")
  func standard() throws {
    let standard = try SharedStandard(
      players: ["a", "b", "c", "d"], benefit: [10, 10, 10, 10], switchingCost: [4, 5, 6, 4.5])
    let game = try AdoptionGame(standard)
    let diagnosis = try GameDiagnosis(of: game)
    let verdict = diagnosis.verdict()
    #expect(verdict.trap == .assurance)
    #expect(verdict.waiting == [0, 1, 2, 3])
    #expect(diagnosis.priceOfStability == nil || abs(diagnosis.best.totalCost - diagnosis.optimum.totalCost) < 1e-9)
  }

  @Test(
    "a table of two equal players is the same trap as the game it writes down, mixtures and all",
    arguments: UInt64(0)..<60)
  func tables(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [13])
    // Hundredths, which a table of decimals keeps exactly; ties are one in a hundred.
    let payoffs = (0..<4).map { _ in Double(Int.random(in: 0...10000, using: &chance)) / 100 }
    guard Set(payoffs).count == 4 else { return }
    let (t, r, p, s) = (payoffs[0], payoffs[1], payoffs[2], payoffs[3])
    let table = try NormalFormSamples.bimatrix([[p, t], [s, r]], [[p, s], [t, r]])
    let diagnosis = try GameDiagnosis(of: table)
    #expect(!diagnosis.standing.isEmpty)
    #expect(
      try diagnosis.verdict().trap == GameDiagnosis(of: TableGame.symmetric(t: t, r: r, p: p, s: s)).verdict().trap)
  }
}
