import CollectiveAction
import Mathematics
import Testing

@Suite struct CoalitionStructureTests {
  /// All partitions of some players, one by one.
  private func partitions(of players: [Int]) -> [[Coalition]] {
    guard let last = players.last else { return [[]] }
    return partitions(of: players.dropLast()).flatMap { partition in
      partition.indices.map { index in
        var joined = partition
        joined[index] = joined[index].adding(last)
        return joined
      } + [partition + [.single(last)]]
    }
  }

  @Test("is the best of all partitions", arguments: UInt64(0)..<120)
  func bestOfAll(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed)
    let structure = try game.bestCoalitionStructure()
    let worths = partitions(of: Array(game.players.indices)).map { parts in
      parts.map { Rational(decimal: game[$0]) }.reduce(0, +)
    }
    let best = game.kind == .cost ? worths.min() : worths.max()
    #expect(Rational(decimal: structure.worth) == best)
    #expect(structure.parts.map { Rational(decimal: game[$0]) }.reduce(0, +) == best)
    // A partition, in the order of first members.
    #expect(structure.parts.map(\.count).reduce(0, +) == game.playerCount)
    #expect(structure.parts.reduce(Coalition.empty) { $0.union($1) } == game.grandCoalition)
    let firsts = structure.parts.compactMap { Array($0).first }
    #expect(firsts == firsts.sorted())
  }

  @Test("covers every coalition by its best partition, and is then superadditive", arguments: UInt64(0)..<60)
  func cover(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed)
    let cover = try game.superadditiveCover()
    for coalition in game.coalitions {
      #expect(try cover[coalition] == game.subgame(of: coalition).bestCoalitionStructure().worth)
    }
    #expect(cover.verdict(on: .superadditivity).holds)
    #expect(game.verdict(on: .superadditivity).holds == (cover == game))
  }

  @Test("agrees with trying every split, in tables of many groups", arguments: [3, 4, 5, 8, 9])
  func everySplit(players n: Int) throws {
    var chance = RandomStream(seed: UInt64(n))
    let game = try CoalitionGame(players: Array(GamesByNumber.names.prefix(n)), kind: .surplus) {
      Double($0.count * 10 + Int.random(in: 0...30, using: &chance))
    }
    var best = game.worths
    for mask in best.indices {
      var part = mask & (mask - 1)
      while part > 0 {
        best[mask] = max(best[mask], best[part] + best[mask ^ part])
        part = (part - 1) & mask
      }
    }
    #expect(try game.superadditiveCover().worths == best)
    let structure = try game.bestCoalitionStructure()
    #expect(structure.worth == best.last)
    #expect(structure.parts.reduce(0) { $0 + game[$1] } == best.last)
  }

  @Test func skaneKeepsTogetherButSomeOfItWouldPart() throws {
    let skane = try GamesByNumber.skane()
    #expect(try skane.bestCoalitionStructure() == CoalitionStructure(parts: [skane.grandCoalition], worth: 83.82))
    let withoutK = try skane.subgame(of: Coalition([0, 1, 3, 4, 5]))
    #expect(
      try withoutK.bestCoalitionStructure()
        == CoalitionStructure(parts: [Coalition([0, 1, 2]), Coalition([3, 4])], worth: 82.63))
    var covered = skane.worths
    covered[Int(Coalition([0, 1, 3, 4, 5]).mask)] = 82.63
    #expect(try skane.superadditiveCover().worths == covered)
  }

  @Test func tenthsApartAndTogetherAreATieAndStayTogether() throws {
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [0, 0.1, 0.2, 0.3, 0.3, 0.4, 0.5, 0.6])
    #expect(try game.bestCoalitionStructure().parts == [game.grandCoalition])
    #expect(try game.superadditiveCover() == game)
  }

  @Test func thirdsThatTieStayTogether() throws {
    let game = try CoalitionGame(players: ["a", "b", "c", "d", "e"], kind: .cost) { coalition in
      coalition.reduce(0) { $0 + Double($1 * $1 + 1) / 3 }
    }
    #expect(try game.bestCoalitionStructure().parts == [game.grandCoalition])
  }

  @Test("pairs players off in tables of many groups", arguments: [4, 7, 11])
  func pairs(players: Int) throws {
    // Two of neighbouring numbers gain 3, whoever joins them gains nothing.
    let game = try CoalitionGame(players: Array(GamesByNumber.names.prefix(players)), kind: .surplus) {
      let members = Array($0)
      return members.count == 2 && members[1] == members[0] + 1 ? 3 : 0
    }
    let structure = try game.bestCoalitionStructure()
    #expect(structure.worth == Double(players / 2 * 3))
    #expect(structure.parts.count == players - players / 2)
  }
}
