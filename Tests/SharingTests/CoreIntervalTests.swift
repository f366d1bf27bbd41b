import CollectiveAction
import Mathematics
import Sharing
import Testing

@Suite struct CoreIntervalTests {
  @Test("ends where the corners of the core end", arguments: UInt64(0)..<60)
  func corners(seed: UInt64) throws {
    let game = PublishedGames.random(
      seed: seed, players: 1 + Int(seed % 4), range: seed.isMultiple(of: 3) ? 0...3 : -30...60)
    guard let vertices = bruteVertices(of: game) else {
      #expect(throws: SharingError.self) { try coreIntervals(of: game) }
      #expect(throws: SharingError.self) { try coreVertices(of: game) }
      return
    }
    let intervals = try coreIntervals(of: game)
    for (player, interval) in intervals.enumerated() {
      #expect(interval.lowest.exactShare == vertices.map { $0[player] }.min())
      #expect(interval.highest.exactShare == vertices.map { $0[player] }.max())
    }
    let found = try coreVertices(of: game)
    #expect(found.exactShares == vertices)
  }

  @Test("gives reasons whose weighted worths are the end and whose weights leave no other choice")
  func reasons() throws {
    for game in [try PublishedGames.skane(), try PublishedGames.tennesseeValley()] {
      for (player, interval) in try coreIntervals(of: game).enumerated() {
        for (bound, pull) in [(interval.lowest, -1), (interval.highest, 1)] {
          let worth = bound.reasons.map { $0.weight * Rational(decimal: game[$0.coalition]) }.reduce(0, +)
          #expect(worth == bound.exactShare)
          for other in game.players.indices {
            let cover = bound.reasons.filter { $0.coalition.contains(other) }.map(\.weight).reduce(0, +)
            #expect(cover == (other == player ? 1 : 0))
          }
          for reason in bound.reasons where reason.coalition != game.grandCoalition {
            #expect((reason.weight * Rational(pull)).isPositive)
          }
        }
      }
    }
  }

  @Test("holds the nucleolus of Skåne, and not the Shapley shares of all who overpay together")
  func skane() throws {
    let game = try PublishedGames.skane()
    let intervals = try coreIntervals(of: game)
    for (interval, share) in zip(intervals, try nucleolus(of: game).allocation.shares) {
      #expect(interval.lowest.share <= share && share <= interval.highest.share)
    }
    // A never pays more than alone, nor less than the others leave: 83.82 − 66.46.
    #expect(intervals[0].lowest.exactShare >= Rational(decimal: 83.82) - Rational(decimal: 66.46))
    #expect(intervals[0].highest.exactShare <= Rational(decimal: 21.95))
  }

  @Test("follows the players when they are listed in another order", arguments: UInt64(0)..<12)
  func permuted(seed: UInt64) throws {
    let game = GamesWithRoom.cost(seed: seed, players: 6)
    var chance = SeededChance(seed: seed)
    let order = game.players.indices.shuffled(using: &chance)
    let other = GamesWithRoom.reordered(game, by: order)
    let (plain, moved) = (try coreIntervals(of: game), try coreIntervals(of: other))
    for (place, player) in order.enumerated() {
      #expect(moved[place].lowest.exactShare == plain[player].lowest.exactShare)
      #expect(moved[place].highest.exactShare == plain[player].highest.exactShare)
      #expect(moved[place].player == plain[player].player)
    }
  }

  @Test(
    "keeps its ends at any scale and under any additive part of the budget",
    arguments: [(1e-9, 0.0), (1, 1e9), (1e12, 0), (1e-3, 1e6)])
  func scaled(scale: Double, offset: Double) throws {
    let plain = try PublishedGames.tennesseeValley()
    let moved = CoalitionGame(
      players: plain.players,
      costs: plain.worths.indices.map { scale * plain.worths[$0] + offset * Double($0.nonzeroBitCount) })
    for (before, after) in zip(try coreIntervals(of: plain), try coreIntervals(of: moved)) {
      for (one, other) in [(before.lowest, after.lowest), (before.highest, after.highest)] {
        // 4: the table itself is rounded at each of up to four worths.
        #expect(abs(one.share * scale + offset - other.share) <= 4 * (abs(other.share) + 3 * offset).ulp)
      }
    }
  }

  @Test("finds a core of a single division, and one of no room but along a line")
  func flat() throws {
    let gloves = CoalitionGame(players: ["l", "m", "r"], surpluses: [0, 0, 0, 0, 0, 0.1, 0.1, 0.1])
    #expect(try coreIntervals(of: gloves).map(\.highest.share) == [0, 0, 0.1])
    #expect(try coreIntervals(of: gloves).map(\.lowest.share) == [0, 0, 0.1])
    #expect(try coreVertices(of: gloves).dimension == 0)
    let pair = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 1, 1, 4, 2, 3, 3, 6])
    let vertices = try coreVertices(of: pair)
    #expect(vertices.dimension == 1)
    #expect(vertices.allocations.map(\.shares) == [[1, 3, 2], [3, 1, 2]])
    let skane = try coreVertices(of: try PublishedGames.skane())
    #expect(skane.dimension == 5)
    let intervals = try coreIntervals(of: try PublishedGames.skane())
    for player in 0..<6 {
      #expect(skane.exactShares.map { $0[player] }.min() == intervals[player].lowest.exactShare)
      #expect(skane.exactShares.map { $0[player] }.max() == intervals[player].highest.exactShare)
    }
  }

  @Test("has the n! corners of a strictly concave cost game, its vectors of marginal costs")
  func concave() throws {
    let game = try CoalitionGame(players: ["a", "b", "c", "d"], kind: .cost) { coalition in
      [0, 10, 18, 24, 28][coalition.count] + (coalition.contains(0) ? 1.0 : 0)
    }
    let vertices = try coreVertices(of: game)
    #expect(vertices.exactShares.count == 24)
    for allocation in vertices.allocations { #expect(allocation.shares.sorted().reduce(0, +) == 29) }
  }

  @Test("says that a core is empty, and from which subsidy on it is not")
  func empty() throws {
    let pairs = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 6, 0, 6, 6, 6])
    let error = SharingError.emptyCore(subsidy: 0, needed: 2)
    #expect(throws: error) { try coreIntervals(of: pairs) }
    #expect(throws: error) { try coreVertices(of: pairs) }
    #expect(
      "\(error)" == "no division satisfies every coalition, so the core has no shares to show; with a subsidy of 2 "
        + "a coalition there is one")
    #expect(throws: SharingError.emptyCore(subsidy: 1, needed: 2)) { try coreIntervals(of: pairs, subsidy: 1) }
    #expect(
      "\(SharingError.emptyCore(subsidy: 1, needed: 2))"
        == "no division satisfies every coalition even with a subsidy of 1 each; give 2 or more")
    #expect(try coreIntervals(of: pairs, subsidy: 2).map(\.lowest.share) == [2, 2, 2])
    #expect(try coreVertices(of: pairs, subsidy: 3).exactShares.count == 3)
    let many = try CoalitionGame(players: (0..<7).map { "\($0)" }, kind: .cost) { Double($0.count) }
    #expect(throws: SharingError.tooManyPlayers(7, limit: 6)) { try coreVertices(of: many) }
  }

  @Test("says how far the joint cost may rise before the core is empty", arguments: UInt64(0)..<40)
  func breaking(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: 2 + Int(seed % 4))
    let breaking = try breakingPoint(of: game)
    #expect(breaking.coalitions.isBalanced(playerCount: game.playerCount))
    // Just there the core is one that has no room; a little further it is empty.
    for (step, isEmpty) in [(-1.0, false), (1, true)] {
      let away = game.kind == .cost ? step : -step
      var worths = game.worths
      worths[worths.count - 1] = breaking.jointWorth + away
      let moved = try CoalitionGame(players: game.players, kind: game.kind, worths: worths)
      #expect(try leastCore(of: moved).exactSubsidy.isPositive == isEmpty)
    }
    let status = try leastCore(of: game).exactSubsidy
    let room =
      game.kind == .cost
      ? breaking.exactJointWorth - Rational(decimal: game.jointWorth)
      : Rational(decimal: game.jointWorth) - breaking.exactJointWorth
    #expect(status.isPositive == room.isNegative && status.isZero == room.isZero)
  }

  @Test("finds the ends of a game of ten players that every division of its corners stays within")
  func tenPlayers() throws {
    let game = GamesWithRoom.cost(seed: 5, players: 10)
    let intervals = try coreIntervals(of: game)
    let nucleolus = try nucleolus(of: game).allocation
    for (share, interval) in zip(nucleolus.shares, intervals) {
      #expect(interval.lowest.share < share && share < interval.highest.share)
    }
  }
}

/// The corners of the core as points where n − 1 coalitions are tight and the others accept, sorted; nil when there
/// is none.
private func bruteVertices(of game: CoalitionGame) -> [[Rational]]? {
  let count = game.playerCount
  let sign = Rational(game.kind == .cost ? -1 : 1)
  let worths = game.worths.map { sign * Rational(decimal: $0) }
  let all = worths.count - 1
  func total(_ point: [Rational], _ mask: Int) -> Rational {
    point.indices.reduce(Rational(0)) { mask >> $1 & 1 == 1 ? $0 + point[$1] : $0 }
  }
  var found = Set<[Rational]>()
  func choose(_ chosen: [Int], from next: Int) {
    guard chosen.count == count - 1 else {
      for mask in next..<max(all, next) { choose(chosen + [mask], from: mask + 1) }
      return
    }
    let rows = chosen + [all]
    guard let system = ExactLinearSystem(rows.map { row in (0..<count).map { row >> $0 & 1 } }) else { return }
    let point = system.solution(for: rows.map { worths[$0] })
    if (1..<max(all, 1)).allSatisfy({ total(point, $0) >= worths[$0] }) { found.insert(point.map { sign * $0 }) }
  }
  choose([], from: 1)
  return found.isEmpty ? nil : found.sorted { $0.lexicographicallyPrecedes($1) }
}

/// Cost games whose core has room.
enum GamesWithRoom {
  /// The square root of what is needed, in all, and up to a twentieth more for those who are not all.
  static func cost(seed: UInt64, players: Int) -> CoalitionGame {
    var chance = SeededChance(seed: seed)
    let needs = (0..<players).map { _ in Double.random(in: 1...9, using: &chance) }
    let all = (1 << players) - 1
    return CoalitionGame(
      players: (0..<players).map { "p\($0)" },
      costs: (0...all).map { mask in
        let need = Coalition(mask: UInt64(mask)).reduce(0) { $0 + needs[$1] }
        let more = mask == 0 || mask == all ? 1 : Double.random(in: 1...1.05, using: &chance)
        return (need.squareRoot() * more * 100).rounded() / 100
      })
  }

  /// The same game with its players listed by `order`.
  static func reordered(_ game: CoalitionGame, by order: [Int]) -> CoalitionGame {
    let worths = game.worths.indices.map { mask in
      game[Coalition(order.indices.filter { mask >> $0 & 1 == 1 }.map { order[$0] })]
    }
    let players = order.map { game.players[$0] }
    return game.kind == .cost
      ? CoalitionGame(players: players, costs: worths) : CoalitionGame(players: players, surpluses: worths)
  }
}
