import CollectiveAction
import Mathematics
import Testing

@Suite struct SharedStandardTests {
  @Test("makes k + 1 of n adopters worth (k + 1)/n of the benefit when all count alike", arguments: 1...7)
  func uniformGain(count: Int) throws {
    let names = (0..<count).map { "p\($0)" }
    for exchange in [
      nil,
      try ExchangeWeights(players: names, weights: .allAlike(count)),
    ] {
      let standard = try SharedStandard(
        players: names, benefit: [Double](repeating: 3, count: count),
        switchingCost: [Double](repeating: 1, count: count), exchange: exchange)
      for adopters in 1...count {
        let costs = standard.costs(of: (0..<count).map { $0 < adopters })
        // Three roundings: the share, its sum and its product.
        #expect(abs(costs[0] - (1 - 3 * Double(adopters) / Double(count))) < 1e-14)
        #expect(costs[adopters...].allSatisfy { $0 == 0 })
      }
    }
  }

  @Test(
    "has equilibria in order, the extremes bounding every one that a search of all sets finds",
    arguments: UInt64(0)..<150)
  func extremesBoundAll(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed)
    let found = standard.everySet.filter { set in
      standard.players.indices.allSatisfy {
        let net = standard.independentNet(of: $0, set)
        return standard.holds[$0] || (set[$0] ? net >= -adoptionRounding : net <= adoptionRounding)
      }
    }
    let (least, greatest) = (standard.leastEquilibrium, standard.greatestEquilibrium)
    #expect(found.contains(least) && found.contains(greatest))
    #expect(found.allSatisfy { isWithin(least, $0) && isWithin($0, greatest) })
    let all = try standard.allEquilibria()
    #expect(Set(all) == Set(found) && all.count == found.count)
    #expect(all.first == least && all.last == greatest)
    #expect(all.allSatisfy(standard.isEquilibrium))
  }

  @Test("lists all equilibria of twenty players, of whom two camps can each hold out")
  func twoCamps() throws {
    var ties: [ExchangeWeights.Tie] = []
    for i in 0..<20 {
      for j in 0..<20 where i != j && i / 10 == j / 10 { ties.append(.init(player: i, other: j, weight: 1)) }
    }
    let names = (0..<20).map { "p\($0)" }
    let standard = try SharedStandard(
      players: names, benefit: [Double](repeating: 1, count: 20), switchingCost: [Double](repeating: 0.6, count: 20),
      exchange: ExchangeWeights(players: names, ties: ties))
    let all = try standard.allEquilibria()
    #expect(all == [0, 1023, 1023 << 10, (1 << 20) - 1].map { mask in (0..<20).map { mask >> $0 & 1 == 1 } })
  }

  @Test("lets a cascade run from the first to the last, each following the one before it")
  func cascadeInOrder() throws {
    let standard = try SharedStandard(
      players: ["a", "b", "c", "d", "e"], benefit: [1, 1, 1, 1, 1], switchingCost: [0.7, 0.1, 0.9, 0.3, 0.5])
    #expect(standard.cascade().rounds == [[], [1], [3], [4], [0], [2]])
    #expect(standard.leastEquilibrium == [true, true, true, true, true])
    let held = try SharedStandard(
      players: ["a", "b", "c"], benefit: [1, 1, 1], switchingCost: [0.5, 0.7, 0.9], holders: [2])
    #expect(held.cascade().rounds == [[2], [0], [1]])
    #expect(held.switchingCost == [0.5, 0.7, 0])
  }

  @Test("leaves the indifferent where they are: outside the least, inside the greatest equilibrium")
  func indifference() throws {
    // Each gains exactly its cost as the next to follow, in thirds of nine tenths that binary numbers miss.
    let standard = try SharedStandard(
      players: ["a", "b", "c"], benefit: [0.9, 0.9, 0.9], switchingCost: [0.3, 0.6, 0.9])
    #expect(standard.leastEquilibrium == [false, false, false])
    #expect(standard.greatestEquilibrium == [true, true, true])
    #expect(try standard.allEquilibria().count == 4)  // nobody, the first, the first two, all
  }

  // MARK: - Selection

  @Test("puts the Laplacian threshold at (n + 1)/(2n) of the benefit, 0.6 of it for five", arguments: 1...12)
  func laplacian(count: Int) throws {
    // Carlsson & van Damme (1993), worked out for v(k) = V(k + 1)/n: 0.6 V for n = 5.
    let standard = try SharedStandard(
      players: (0..<count).map { "p\($0)" }, benefit: [Double](repeating: 10, count: count),
      switchingCost: (0..<count).map { $0 == 0 ? 5.9 : 6 })
    let expected = 10 * Double(count + 1) / Double(2 * count)
    #expect(standard.laplacianThresholds.allSatisfy { abs($0 - expected) < 1e-13 })  // sums of twelve shares
    if count == 5 { #expect(standard.laplacianSelection == [true, false, false, false, false]) }
  }

  @Test("asks for the smallest belief at which adopting is a best reply", arguments: UInt64(0)..<100)
  func smallestBelief(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed)
    let greatest = standard.greatestEquilibrium
    let risk = standard.pDominance
    for (player, belief) in risk.beliefs.enumerated() {
      #expect((belief != nil) == greatest[player])
      guard let belief, !standard.holds[player] else { continue }
      func expected(_ p: Double) -> Double {
        p * standard.independentNet(of: player, greatest) + (1 - p)
          * standard.independentNet(of: player, standard.holds)
      }
      #expect(belief >= 0 && belief <= 1 && belief <= risk.largest)
      #expect(expected(belief) >= -adoptionRounding)
      if belief > 0.01 { #expect(expected(belief - 0.01) <= adoptionRounding) }
    }
  }

  @Test("calls risk dominant what is best against a coin toss")
  func riskDominance() {
    let hunt = StagHunt(bothFirst: 4, firstAlone: 0, secondAgainstFirst: 3, bothSecond: 2)
    #expect(hunt.riskDominant == .second)
    #expect(hunt.smallestBeliefInFirst == 2.0 / 3)
    #expect(StagHunt(bothFirst: 4, firstAlone: 1, secondAgainstFirst: 2, bothSecond: 2).riskDominant == .first)
    #expect(StagHunt(bothFirst: 2, firstAlone: 1, secondAgainstFirst: 1, bothSecond: 2).riskDominant == nil)
    // A prisoner's dilemma has one equilibrium and no belief that matters.
    #expect(
      StagHunt(bothFirst: 3, firstAlone: 0, secondAgainstFirst: 5, bothSecond: 1).smallestBeliefInFirst == nil)
  }

  // MARK: - Refusals

  @Test("refuses figures that would not be a standard, naming the player")
  func refusals() throws {
    func refusal(
      benefit: [Double] = [1, 1], cost: [Double] = [1, 1], holders: [Int] = [], exchange: ExchangeWeights? = nil
    ) -> String? {
      do throws(DilemmaError) {
        _ = try SharedStandard(
          players: ["Ya'an", "Ziyang"], benefit: benefit, switchingCost: cost, holders: holders, exchange: exchange)
        return nil
      } catch { return error.description }
    }
    #expect(refusal() == nil)
    #expect(refusal(benefit: [1, -2]) == "the benefit of 'Ziyang' is -2.0; give a finite number, 0 or more")
    #expect(refusal(cost: [.nan, 1]) == "the switching cost of 'Ya'an' is nan; give a finite number, 0 or more")
    #expect(refusal(cost: [1]) == "1 figures of switching cost for 2 players; give one each")
    #expect(refusal(holders: [2]) == "player 2 has the standard already; players are numbered 0 to 1")
    #expect(refusal(exchange: ExchangeWeights(uniform: 3)) == "exchange weights of 3 players for 2; give one each")
    #expect(
      refusal(benefit: [1e301, 0]) == "the figures are too large to be added up; state them in larger units")
    #expect(
      refusal(benefit: [1e-305, 0], cost: [0, 0])
        == "the figures are too small to be told from nothing; state them in smaller units")
    #expect(refusal(benefit: [0, 0], cost: [0, 0]) == nil)
  }

  @Test("refuses weights that are negative, of oneself, or of unknown players")
  func refusesWeights() throws {
    func refusal(_ weights: Matrix, ownShare: Double? = nil) -> String? {
      do throws(DilemmaError) {
        _ = try ExchangeWeights(players: ["a", "b"], weights: weights, ownShare: ownShare)
        return nil
      } catch { return error.description }
    }
    #expect(
      refusal(Matrix([[0, -1], [1, 0]]))
        == "the exchange weight of 'b' for 'a' is -1.0; give a finite number, 0 or more")
    #expect(
      refusal(Matrix([[2, 1], [1, 0]]))
        == "the exchange weight of 'a' for itself is 2.0; give 0, its own adoption counts by the own share")
    #expect(refusal(Matrix([[0, 1]])) == "exchange weights of 1 × 2; 2 players need a row and a column each")
    #expect(refusal(Matrix([[0, 1], [1, 0]]), ownShare: 1.5) == "the own share is 1.5; give a number from 0 to 1")
    #expect(throws: DilemmaError.invalid("a tie between players 0 and 7; players are numbered 0 to 1")) {
      try ExchangeWeights(players: ["a", "b"], ties: [.init(player: 0, other: 7, weight: 1)])
    }
  }

  @Test("adds up the ties between the same two, and gives one without ties its own part only")
  func tiesAddUp() throws {
    let weights = try ExchangeWeights(
      players: ["a", "b", "c"],
      ties: [
        .init(player: 0, other: 2, weight: 1), .init(player: 0, other: 1, weight: 2),
        .init(player: 0, other: 2, weight: 1),
        .init(player: 1, other: 0, weight: 5),
      ], ownShare: 0.2)
    #expect(weights.share(of: 1, for: 0) == 0.4 && weights.share(of: 2, for: 0) == 0.4)
    #expect(weights.share(of: 0, for: 1) == 0.8 && weights.share(of: 0, for: 2) == 0)
    #expect((0..<3).allSatisfy { weights.share(of: $0, for: $0) == 0.2 })
  }
}

extension Matrix {
  static func allAlike(_ count: Int) -> Matrix {
    var weights = Matrix(rows: count, columns: count, repeating: 1)
    for i in 0..<count { weights[i, i] = 0 }
    return weights
  }
}
