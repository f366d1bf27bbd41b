import CollectiveAction
import Sharing
import Testing

@Suite struct ShapleyValueTests {
  @Test("gives the shares of Skåne published by Young, Okada & Hashimoto (1982)")
  func skane() throws {
    let shares = shapleyValue(of: try PublishedGames.skane()).shares
    for (share, published) in zip(shares, try PublishedGames.skaneShares("shapley_value")) {
      #expect(abs(share - published) <= 0.01)  // printed to two decimals; one is off by one in the last
    }
  }

  @Test("gives the shares of the Tennessee Valley, Straffin & Heaney (1981)")
  func tennesseeValley() throws {
    let shares = shapleyValue(of: try PublishedGames.tennesseeValley()).shares
    for (share, published) in zip(shares, try PublishedGames.tennesseeValleyShares("shapley")) {
      #expect(abs(share - published) <= 1e-6)  // printed exactly
    }
  }

  @Test("is the average over all orders of joining", arguments: UInt64(0)..<40)
  func allOrders(seed: UInt64) {
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 6))
    var sums = [Double](repeating: 0, count: game.playerCount)
    var orders = 0
    forEachOrder(of: Array(game.players.indices)) { order in
      orders += 1
      var joined = Coalition.empty
      for player in order {
        sums[player] += game[joined.adding(player)] - game[joined]
        joined = joined.adding(player)
      }
    }
    for (share, sum) in zip(shapleyValue(of: game).shares, sums) {
      #expect(abs(share - sum / Double(orders)) <= 1e-11)  // sums of whole numbers: rounding only
    }
  }

  @Test("is not blurred by a part of the budget a thousand million times the differences")
  func largeAdditivePart() throws {
    let plain = try PublishedGames.tennesseeValley()
    let offsets = [1e9, 3e9, 7e9]
    let shifted = CoalitionGame(
      players: plain.players,
      costs: plain.worths.indices.map { mask in
        plain.worths[mask] + Coalition(mask: UInt64(mask)).reduce(0) { $0 + offsets[$1] }
      })
    for (player, share) in shapleyValue(of: plain).shares.enumerated() {
      #expect(abs(shapleyValue(of: shifted).shares[player] - offsets[player] - share) <= 1e-5)  // 1e10 has ulp 2e-6
    }
  }

  @Test("divides games whose blocks are many")
  func manyPlayers() throws {
    // |S|²: each of n players adds 2s + 1 when it is the (s + 1)-th, n on average.
    let count = 13
    let game = try CoalitionGame(players: (0..<count).map { "\($0)" }, kind: .surplus) { Double($0.count * $0.count) }
    for share in shapleyValue(of: game).shares { #expect(abs(share - Double(count)) <= 1e-10) }
  }
}

/// Heap's algorithm.
private func forEachOrder(of items: [Int], _ visit: ([Int]) -> Void) {
  var items = items
  func permute(_ count: Int) {
    if count <= 1 { return visit(items) }
    for index in 0..<count {
      permute(count - 1)
      if index < count - 1 { items.swapAt(count.isMultiple(of: 2) ? index : 0, count - 1) }
    }
  }
  permute(items.count)
}
