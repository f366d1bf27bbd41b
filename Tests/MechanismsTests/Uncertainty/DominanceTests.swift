import CollectiveAction
import Mathematics
import Mechanisms
import Testing

@Suite struct DominanceTests {
  @Test("names who beats whom")
  func byHand() {
    let order = Dominance(among: [[-5, 0.2], [-4, 0.1], [-3, 0.3], [-4, 0.1]])
    #expect(order.dominators == [[], [], [0, 1, 3], []])  // equals do not beat one another
    #expect(order.front == [0, 1, 3])
    #expect(Dominance(among: [[Double]]()).front.isEmpty)
  }

  @Test("leaves out nobody that is beaten by somebody on the front", arguments: UInt64(0)..<50)
  func frontBeatsTheRest(seed: UInt64) {
    var chance = RandomStream(seed: seed)
    let options = (0..<20).map { _ in (0..<3).map { _ in Double(Int.random(in: 0...4, using: &chance)) } }
    let order = Dominance(among: options)
    for option in options.indices {
      let beaten = order.front.contains { order.dominators[option].contains($0) }
      #expect(beaten == !order.front.contains(option))
    }
  }

  @Test("has the front of a ranking", arguments: UInt64(0)..<10)
  func sameAsRanking(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: 0.3 + 0.4 * chance.uniform()))
    let ranking = try compare(
      MechanismCatalogue.twelve, in: table, under: Circumstances().with(.trust, chance.uniform()))
    let order = Dominance(among: ranking.order)
    let front = order.front.filter { ranking.order[$0].isFormed }.map { ranking.order[$0].mechanism.id }
    #expect(front == ranking.paretoFront.map(\.mechanism.id))
  }
}
