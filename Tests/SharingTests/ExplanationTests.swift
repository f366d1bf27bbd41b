import CollectiveAction
import Mathematics
import Sharing
import Testing

@Suite struct ExplanationTests {
  @Test("averages what each player adds over all coalitions of each size", arguments: UInt64(0)..<30)
  func positions(seed: UInt64) {
    let game = PublishedGames.random(seed: seed, players: seed % 10 == 0 ? 9 : 1 + Int(seed % 6))
    let found = contributionsByPosition(of: game)
    let shapley = shapleyValue(of: game)
    for player in game.players.indices {
      var sums = [Double](repeating: 0, count: game.playerCount)
      var counts = sums
      for mask in game.worths.indices where mask >> player & 1 == 0 {
        sums[mask.nonzeroBitCount] += game.worths[mask | 1 << player] - game.worths[mask]
        counts[mask.nonzeroBitCount] += 1
      }
      for (average, (sum, count)) in zip(found.averages[player], zip(sums, counts)) {
        #expect(abs(average - sum / count) <= 1e-10)  // sums of up to 126 whole numbers below 100
      }
      #expect(abs(found.average(of: player) - shapley.shares[player]) <= 1e-10)
    }
  }

  @Test("is not blurred by a part of the budget a thousand million times the differences")
  func positionsWithOffset() throws {
    let plain = try PublishedGames.tennesseeValley()
    let shifted = CoalitionGame(
      players: plain.players, costs: plain.worths.indices.map { plain.worths[$0] + 1e9 * Double($0.nonzeroBitCount) })
    for (row, moved) in zip(contributionsByPosition(of: plain).averages, contributionsByPosition(of: shifted).averages)
    {
      for (average, other) in zip(row, moved) { #expect(abs(other - 1e9 - average) <= 1e-6) }  // 3e9 has ulp 5e-7
    }
  }

  @Test("says why Helsingborg pays what it pays of the water of Skåne")
  func skane() throws {
    let game = try PublishedGames.skane()
    let explanation = try explain(.nucleolus, in: game)
    let helsingborg = explanation.shares[1]
    #expect(helsingborg.player == "H" && helsingborg.alone == 17.08)
    #expect(helsingborg.separable == 9.85)  // 83.82 − 73.97, to the digit
    #expect(helsingborg.averagesByPosition.first == 17.08 && helsingborg.averagesByPosition.last == 9.85)
    #expect(abs(helsingborg.averageContribution - shapleyValue(of: game).shares[1]) <= 1e-12)
    // Kävlinge and Lund with it have 27.26 for themselves, and gain least by staying: 1.60.
    let way = try #require(helsingborg.bestAlternative)
    #expect(way.names == ["H", "K", "L"] && way.worth == 27.26 && abs(way.slack - 1.6) <= 1e-12)
    #expect(explanation.closestCoalitions.prefix(3).allSatisfy { abs($0.slack - 1.6) <= 1e-12 })
    #expect(Set(explanation.closestCoalitions.prefix(3).map { $0.names.joined() }) == ["A", "HKL", "MT"])
    #expect(explanation.closestCoalitions.count == 10)
    #expect(
      explanation.bindingCoalitions.filter { $0.stage == 1 }.map { $0.names.joined() } == ["A", "HKL", "MT"])
    #expect(explanation.bindingCoalitions(of: 1).first?.level == Rational(decimal: -1.6))
    #expect(explanation.certificate?.verdict == .certified)
    let departure = try #require(helsingborg.departure)
    #expect(departure.alone == 17.08 && departure.othersAfter == 73.97)
    #expect(abs(departure.othersBefore - (83.82 - explanation.allocation["H"])) <= 1e-12)
    let rest = try departure.others.get()
    #expect(rest.map(\.player) == ["A", "K", "L", "M", "T"])
    #expect(abs(rest.reduce(0) { $0 + $1.after } - 73.97) <= 1e-12)
    #expect(abs(rest.reduce(0) { $0 + $1.change } - departure.othersChange) <= 1e-12)
  }

  @Test("finds for each player the coalition that gains least by staying", arguments: UInt64(0)..<30)
  func alternatives(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: seed % 10 == 0 ? 8 : 2 + Int(seed % 5))
    let explanation = try explain(.shapley, in: game)
    #expect(explanation.certificate == nil && explanation.bindingCoalitions.isEmpty)
    for (player, share) in explanation.shares.enumerated() {
      var least = Double.infinity
      for coalition in game.coalitions where coalition.contains(player) && coalition != game.grandCoalition {
        let total = explanation.allocation.total(of: coalition)
        least = min(least, game.kind == .cost ? game[coalition] - total : total - game[coalition])
      }
      let found = try #require(share.bestAlternative)
      #expect(found.coalition.contains(player) && abs(found.slack - least) <= 1e-11)
    }
  }

  @Test("leaves out of the grounds what belongs to who left")
  func groundsOfTheRest() throws {
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [0, 5, 5, 8, 5, 8, 8, 12])
    let explanation = try explain(.proportional, in: game, by: DivisionGrounds(weights: [1, 2, 3]))
    #expect(explanation.allocation.shares == [2, 4, 6])
    let others = try #require(explanation.shares[1].departure).others
    #expect(try others.get().map(\.after) == [2, 6])
    #expect(explanation.shares[1].departure?.change == 1)
  }

  @Test("says which rule has no answer once a player left")
  func undefinedWithout() throws {
    // With c gone the two others pay less apart.
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [0, 2, 2, 5, 9, 6, 6, 6])
    let explanation = try explain(.nucleolus, in: game)
    #expect(explanation.shares[2].departure?.others == .failure(.cheaperApart(apart: 4, together: 5)))
    #expect(throws: SharingError.noWeights) { try explain(.proportional, in: game) }
  }

  @Test func singlePlayerHasNoAlternative() throws {
    let explanation = try explain(.nucleolus, in: CoalitionGame(players: ["a"], costs: [0, 3]))
    #expect(explanation.shares[0].share == 3 && explanation.shares[0].averagesByPosition == [3])
    #expect(explanation.shares[0].bestAlternative == nil && explanation.shares[0].departure == nil)
    #expect(explanation.closestCoalitions.isEmpty)
  }

  @Test("gives the same answers when the players are listed in another order", arguments: UInt64(0)..<6)
  func permuted(seed: UInt64) throws {
    let game = GamesWithRoom.cost(seed: seed, players: 5)
    var chance = SeededChance(seed: seed)
    let order = game.players.indices.shuffled(using: &chance)
    let plain = try explain(.nucleolus, in: game)
    let moved = try explain(.nucleolus, in: GamesWithRoom.reordered(game, by: order))
    for (place, player) in order.enumerated() {
      let (one, other) = (plain.shares[player], moved.shares[place])
      #expect(one.player == other.player && one.separable == other.separable)
      let slacks = (try #require(one.bestAlternative).slack, try #require(other.bestAlternative).slack)
      #expect(abs(slacks.0 - slacks.1) <= 1e-12)
      for (average, moved) in zip(one.averagesByPosition, other.averagesByPosition) {
        #expect(abs(average - moved) <= 1e-12)  // costs of about ten, added in another order
      }
    }
  }
}
