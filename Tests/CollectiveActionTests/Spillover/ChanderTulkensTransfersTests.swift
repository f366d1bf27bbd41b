import CollectiveAction
import Mathematics
import Testing

@Suite struct ChanderTulkensTransfersTests {
  @Test("puts the uniform pollutant game into the core of its γ game, all fifteen coalitions")
  func uniformInCore() throws {
    let game = try SpilloverGame.uniformPollutant()
    let transfers = try ChanderTulkensTransfers(of: game)
    let gamma = try game.coalitionGame(.gamma)
    for coalition in gamma.coalitions {
      #expect(coalition.reduce(0) { $0 + transfers.costs[$1] } <= gamma[coalition] + 1e-12)  // sums of four
    }
    #expect(transfers.ground == .linearDamage)
  }

  @Test("agrees with the formula of Chander & Tulkens where a pollutant settles alike", arguments: UInt64(0)..<20)
  func originalFormula(seed: UInt64) throws {
    let random = try SpilloverGame.random(seed: seed, players: 4)
    var transport = Matrix(rows: 4, columns: 4)
    for i in 0..<4 { for j in 0..<4 { transport[i, j] = random.transport[0, j] } }
    let game = try SpilloverGame(
      players: random.players, baseline: random.baseline, limit: random.limit, abatementCost: random.abatementCost,
      linearDamage: random.linearDamage, quadraticDamage: random.quadraticDamage, transport: transport)
    let transfers = try ChanderTulkensTransfers(of: game)
    let before = game.contributions(in: transfers.nash)
    let after = game.contributions(in: transfers.optimum)
    let more = zip(after, before).map { $0 - $1 }
    let settles = game.deposition(after: transfers.optimum.actions)
    let harm = (0..<4).map {
      transport[0, $0] * (game.linearDamage[$0] + game.quadraticDamage[$0] * settles[$0])
    }
    for player in 0..<4 {
      let worked = more[player] - harm[player] / harm.reduce(0, +) * more.reduce(0, +)
      #expect(abs(transfers.received[player] - worked) < 1e-11)  // sums of some tens
    }
  }

  @Test("stays in the core under linear damage, whatever the transport and the limits", arguments: UInt64(0)..<60)
  func linearInCore(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 5, isLinear: true)
    let transfers = try ChanderTulkensTransfers(of: game)
    let gamma = try game.coalitionGame(.gamma)
    for coalition in gamma.coalitions {
      #expect(coalition.reduce(0) { $0 + transfers.costs[$1] } <= gamma[coalition] + 1e-10, "\(coalition)")
    }
  }

  @Test("only moves money: the transfers add up to nothing", arguments: UInt64(0)..<40)
  func addsToNothing(seed: UInt64) throws {
    let transfers = try ChanderTulkensTransfers(of: .random(seed: seed))
    #expect(abs(transfers.received.reduce(0, +)) < 1e-11)  // sums of some tens
    #expect(transfers.ground == .notProven)
  }

  @Test("charges nobody for an emission that harms nobody")
  func harmless() throws {
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [1, 1], abatementCost: [1, 1], linearDamage: [0, 0],
      transport: Matrix([[1, 1], [1, 1]]))
    #expect(try ChanderTulkensTransfers(of: game).received == [0, 0])
  }
}
