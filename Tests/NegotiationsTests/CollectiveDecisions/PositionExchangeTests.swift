import Testing

@testable import Negotiations

@Suite struct PositionExchangeTests {
  @Test func tollDisputeBeginsWithThePublishedExchanges() throws {
    let setting = try TollSettings.setting()
    let round = try positionExchanges(in: setting)[0]
    #expect(round.opposedPairs == 240)
    let best = round.exchanges[0]
    #expect(setting.parties[best.first.party].name == "Willems" && setting.parties[best.second.party].name == "Wcentr")
    #expect(setting.issues[best.first.issue].name == "more investment")
    #expect(setting.issues[best.second.issue].name == "toll in the centre")
    // Twelve decimals are printed.
    #expect(abs(best.gain - 1.973684210526) <= 5e-13)
    #expect(abs(best.first.outcomeAfter - best.first.outcomeBefore - 13.157894736842) <= 5e-13)
    #expect(abs(best.second.outcomeAfter - best.second.outcomeBefore - 10.387811634349) <= 5e-13)
    #expect(best.first.from == 25 && best.first.to == 100)
    #expect(abs(best.second.to - best.second.from - 61.051173640472) <= 5e-13)
    let next = round.exchanges[1]
    #expect(setting.parties[next.first.party].name == "PvdA" && setting.parties[next.second.party].name == "Wcentr")
    #expect(abs(next.gain - 1.792636308765) <= 5e-13)
  }

  @Test("who gives way wholly stands exactly where its partner does")
  func noDust() throws {
    let setting = try DecisionSetting(
      issues: [.init("i"), .init("j")],
      parties: [
        .init("a", capability: 1, stakes: [.init(0, salience: 1), .init(0, salience: 0.5)]),
        .init("b", capability: 1, stakes: [.init(100, salience: 0.5), .init(100, salience: 1)]),
      ])
    let round = try positionExchanges(in: setting)[0]
    #expect(round.exchanges.count == 1)
    #expect(round.outcomes == [0, 100])
    #expect(round.votedPositions == [[0, 100], [0, 100]])
  }

  @Test("agrees in turn what a search of all pairs finds best", arguments: UInt64(0)..<40)
  func bruteForce(seed: UInt64) throws {
    let setting = try randomSetting(seed: seed)
    var search = ExchangeSearch(setting)
    let round = try positionExchanges(in: setting)[0]
    for exchange in round.exchanges {
      let best = try #require(search.best())
      #expect(
        [best.giverOfQ, best.giverOfP] == [exchange.first.party, exchange.second.party]
          || [best.giverOfP, best.giverOfQ] == [exchange.first.party, exchange.second.party])
      #expect(Set([best.p, best.q]) == Set([exchange.first.issue, exchange.second.issue]))
      #expect(abs(best.gain - exchange.gain) <= 1e-9)  // differences of outcomes lose some digits
      search.agree(best)
    }
    #expect(search.best() == nil)
  }

  @Test(
    "lets two parties gain the same, no one pass its partner and no outcome pass the party it nears",
    arguments: UInt64(0)..<50)
  func properties(seed: UInt64) throws {
    let setting = try randomSetting(seed: seed)
    for round in try positionExchanges(in: setting, rounds: 4) {
      var positions = round.startPositions
      var moved: Set<[Int]> = []
      for exchange in round.exchanges {
        #expect(exchange.gain > 0)
        // 1e-9 of hundredths of a scale: gains come from differences of outcomes.
        #expect(abs(exchange.effects[exchange.first.party] - exchange.gain) <= 1e-9)
        #expect(abs(exchange.effects[exchange.second.party] - exchange.gain) <= 1e-9)
        for (move, partner) in [(exchange.first, exchange.second.party), (exchange.second, exchange.first.party)] {
          let aim = try #require(positions[partner][move.issue])
          #expect(positions[move.party][move.issue] == move.from)
          #expect((min(move.from, aim)...max(move.from, aim)).contains(move.to))
          let reach = 1e-9 * (setting.issues[move.issue].high - setting.issues[move.issue].low)
          #expect(move.from < aim ? move.outcomeAfter <= aim + reach : move.outcomeAfter >= aim - reach)
          #expect(moved.insert([move.party, move.issue]).inserted, "moved once a round")
          positions[move.party][move.issue] = move.to
        }
      }
      #expect(positions == round.votedPositions)
      for (index, issue) in setting.issues.enumerated() {
        let voted = positions.compactMap { $0[index] }
        let slack = 1e-9 * (issue.high - issue.low)
        #expect(round.outcomes[index] >= voted.min()! - slack && round.outcomes[index] <= voted.max()! + slack)
      }
    }
  }

  @Test("does not hang on units, nor on the order of parties and issues", arguments: UInt64(0)..<25)
  func relabelling(seed: UInt64) throws {
    let setting = try randomSetting(seed: seed)
    let round = try positionExchanges(in: setting)[0]
    let turned = try DecisionSetting(
      issues: setting.issues.reversed(),
      parties: setting.parties.reversed().map {
        .init($0.name, capability: $0.capability, stakes: $0.stakes.reversed())
      })
    let other = try setting.inOtherUnits(capabilityTimes: 1e-9, scaleTimes: 0.5, shiftedBy: 7)
    let rounds = try (turned: positionExchanges(in: turned)[0], other: positionExchanges(in: other)[0])
    #expect(rounds.turned.exchanges.count == round.exchanges.count)
    #expect(rounds.other.exchanges.count == round.exchanges.count)
    for (index, exchange) in round.exchanges.enumerated() {
      #expect(abs(rounds.turned.exchanges[index].gain - exchange.gain) <= 1e-8)
      #expect(abs(rounds.other.exchanges[index].gain - exchange.gain) <= 1e-8)
    }
    for (index, outcome) in round.outcomes.enumerated() {
      #expect(abs(rounds.turned.outcomes[setting.issues.count - 1 - index] - outcome) <= 1e-8)
      #expect(abs(rounds.other.outcomes[index] - (0.5 * outcome + 7)) <= 1e-8)
    }
  }

  @Test func equalGainsFallToThePartiesListedFirst() throws {
    // b and c are the same to a: whoever is listed first trades with it.
    func stakes(_ x: Double, _ y: Double, _ s: Double, _ t: Double) -> [DecisionSetting.Stake?] {
      [.init(x, salience: s), .init(y, salience: t)]
    }
    let setting = try DecisionSetting(
      issues: [.init("p"), .init("q")],
      parties: [
        .init("a", capability: 1, stakes: stakes(100, 0, 0.9, 0.3)),
        .init("b", capability: 1, stakes: stakes(0, 100, 0.3, 0.9)),
        .init("c", capability: 1, stakes: stakes(0, 100, 0.3, 0.9)),
      ])
    let round = try positionExchanges(in: setting)[0]
    #expect(round.exchanges.map { [$0.first.party, $0.second.party] } == [[0, 1]])
    // By hand: outcomes 60 and 85.7; b would shift the first by 20 and a the second by 14.3 for a ratio of 1.
    #expect(abs(round.exchanges[0].gain - 0.6 * 100 * 0.3 / 2.1) <= 1e-12)
    #expect(round.exchanges[0].losers.isEmpty)
    #expect(abs(round.exchanges[0].effects[2] - round.exchanges[0].gain) <= 1e-12)  // c wants the same as b
  }

  @Test func thirdPartiesMayForbidWhatHarmsThem() throws {
    let setting = try TollSettings.setting()
    let free = try positionExchanges(in: setting)[0]
    let worst = free.exchanges.flatMap(\.losers).map(\.loss).max()
    #expect(try #require(worst) > 1)
    for limit in [0, 0.5, 2] {
      for exchange in try positionExchanges(in: setting, toleratedHarm: limit)[0].exchanges {
        #expect(exchange.losers.allSatisfy { $0.loss <= limit + 1e-9 })
      }
    }
  }

  @Test func nextRoundBeginsWithThePartOfAMoveThatStays() throws {
    let setting = try TollSettings.setting()
    let rounds = try positionExchanges(in: setting, rounds: 2)
    #expect(rounds.count == 2)
    for (number, party) in setting.parties.enumerated() {
      for issue in setting.issues.indices {
        let (x, y) = (rounds[0].startPositions[number][issue]!, rounds[0].votedPositions[number][issue]!)
        let part = 0.1 + (1 - party.stakes[issue]!.salience) * 0.4
        #expect(abs(rounds[1].startPositions[number][issue]! - (x + part * (y - x))) <= 1e-12 * 100)
      }
    }
    let stubborn = try positionExchanges(in: setting, rounds: 3, yielding: .init(always: 0, whereIndifferent: 0))
    #expect(stubborn.count == 3)
    #expect(stubborn[1] == stubborn[0])
  }

  @Test func oneIssueLeavesNothingToTrade() throws {
    let rounds = try positionExchanges(in: carEmissions(), rounds: 5)
    #expect(rounds.count == 1)
    #expect(rounds[0].exchanges.isEmpty)
    #expect(rounds[0].opposedPairs == 0)
    #expect(rounds[0].outcomes == rounds[0].startOutcomes)
  }

  @Test func optionsOutOfRangeAreRefused() throws {
    let setting = try TollSettings.setting()
    func message(_ body: () throws(DecisionError) -> [ExchangeRound]) -> String {
      do throws(DecisionError) {
        _ = try body()
        return "accepted"
      } catch {
        return error.description
      }
    }
    #expect(
      message { () throws(DecisionError) in try positionExchanges(in: setting, rounds: 0) }
        == "the number of rounds is 0.0; give 1 or more")
    #expect(
      message { () throws(DecisionError) in try positionExchanges(in: setting, leastGain: .nan) }
        == "the least gain is nan; give a finite number, 0 or more")
    #expect(
      message { () throws(DecisionError) in try positionExchanges(in: setting, toleratedHarm: -1) }
        == "the tolerated harm is -1.0; give 0 or more")
    #expect(
      message { () throws(DecisionError) in
        try positionExchanges(in: setting, yielding: .init(always: 1.5, whereIndifferent: 0))
      } == "the part of a move that always stays is 1.5; give a number from 0 to 1")
    #expect(
      message { () throws(DecisionError) in
        try positionExchanges(in: setting, yielding: .init(always: 0.5, whereIndifferent: 0.75))
      } == "the further part of a move that stays is 0.75; give a number from 0 to 0.5")
  }
}

@Suite struct DecisionExampleTests {
  /// The worked example of the article, by hand.
  @Test func twoCitiesVoteForEachOther() throws {
    let cities = try DecisionSetting(
      issues: [.init("charge"), .init("hours")],
      parties: [
        .init("North", capability: 1, stakes: [.init(100, salience: 0.9), .init(0, salience: 0.3)]),
        .init("South", capability: 1, stakes: [.init(0, salience: 0.3), .init(100, salience: 0.9)]),
      ])
    // 1e-12 throughout: short decimals, a few roundings.
    for compromise in compromises(of: cities) { #expect(abs(compromise.outcome - 75) <= 1e-12) }
    #expect(abs(compromises(of: cities)[0].influence[0] - 0.75) <= 1e-12)
    let round = try positionExchanges(in: cities)[0]
    #expect(round.exchanges.count == 1)
    #expect(abs(round.exchanges[0].gain - 15) <= 1e-12)
    for outcome in round.outcomes { #expect(abs(outcome - 100) <= 1e-12) }
    for gain in round.gains { #expect(abs(gain - 15) <= 1e-12) }
  }
}
