import Negotiations
import Testing

/// Thirteen collective decisions, their exchanges worked out in fractions.
@Suite struct ExchangesOracleTests {
  private static let drawn: Result<DrawnExchanges, any Error> = Result { try OracleFile.read("exchanges") }
  /// Positions are read from 0 to 100; sums of some dozens of products of them lose no more.
  private static let rounding = 1e-9

  @Test("there are thirteen decisions") func isWhole() throws {
    #expect(try Self.drawn.get().decisions.count == 13)
  }

  @Test("compromises and a round of exchanges are those worked out in fractions", arguments: 0..<13)
  func round(number: Int) throws {
    let known = try Self.drawn.get().decisions[number]
    let setting = try known.setting
    expect(compromises(of: setting).map(\.outcome), known.compromise, "compromise of \(known.name)")
    let round = try positionExchanges(in: setting)[0]
    let best = try #require(round.exchanges.first, "\(known.name)")
    let candidate = try #require(known.candidates.first)
    expect([best.gain], [candidate[4]], "best gain of \(known.name)")
    expect(best.effects, known.externalities, "effects on all of \(known.name)")
    // Who moves on which issue; [a, b, p, q] of the listing has a move on q and b on p.
    let moves = round.exchanges.map { [[$0.first.party, $0.first.issue], [$0.second.party, $0.second.issue]] }
    let expected = known.roundAnew.map { [[Int($0[0]), Int($0[3])], [Int($0[1]), Int($0[2])]] }
    #expect(moves.map(Set.init) == expected.map(Set.init), "\(known.name)")
    expect(round.exchanges.map(\.gain), known.roundAnew.map { $0[4] }, "gains of \(known.name)")
    expect(round.outcomes, known.compromiseAnew, "last compromise of \(known.name)")
  }

  private func expect(_ found: [Double], _ known: [Double], _ what: Comment) {
    #expect(found.count == known.count, what)
    #expect(zip(found, known).allSatisfy { abs($0 - $1) <= Self.rounding }, what)
  }
}

private struct DrawnExchanges: Decodable {
  struct Decision: Decodable {
    let name: String
    let capability: [Double]
    let position, salience: [[Double]]
    let compromise: [Double]
    let candidates: [[Double]]
    let externalities: [Double]
    let roundAnew: [[Double]]
    let compromiseAnew: [Double]

    var setting: DecisionSetting {
      get throws {
        try DecisionSetting(
          issues: compromise.indices.map { .init("issue \($0)") },
          parties: capability.indices.map { party in
            .init(
              "party \(party)", capability: capability[party],
              stakes: zip(position[party], salience[party]).map { .init($0, salience: $1) })
          })
      }
    }
  }

  let decisions: [Decision]
}
