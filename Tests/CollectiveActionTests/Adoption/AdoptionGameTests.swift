import CollectiveAction
import Mathematics
import Testing

@Suite struct AdoptionGameTests {
  /// Several items, some alike, some held already, for a few players.
  static func random(seed: UInt64, players: Int? = nil, items: Int? = nil) throws -> AdoptionGame {
    let base = try SharedStandard.random(seed: seed, players: players ?? 1 + Int(seed % 5))
    var chance = RandomStream(seed: seed, stream: [6])
    let count = items ?? Int.random(in: 1...4, using: &chance)
    var list: [AdoptionGame.Item] = []
    for number in 0..<count {
      let twin = number > 0 && Int.random(in: 0..<3, using: &chance) == 0 ? list[number - 1] : nil
      list.append(
        AdoptionGame.Item(
          name: "item \(number)", weight: twin?.weight ?? Double(Int.random(in: 1...4, using: &chance)) / 2,
          switchingCost: twin?.switchingCost
            ?? base.players.map { _ in Double(Int.random(in: 0...30, using: &chance)) / 10 },
          holders: twin?.holders ?? base.players.indices.filter { _ in Int.random(in: 0..<5, using: &chance) == 0 }))
    }
    return try AdoptionGame(players: base.players, benefit: base.benefit, items: list, exchange: base.exchange)
  }

  @Test("adds up the items, each as it is by itself", arguments: UInt64(0)..<60)
  func itemsAddUp(seed: UInt64) throws {
    let game = try Self.random(seed: seed)
    let count = game.players.count
    for mask in 0..<(UInt64(1) << UInt64(count)) {
      let coalition = Coalition(mask: mask)
      let outcome = try game.outcome(agreeing: coalition)
      var (costs, share, paid) = (
        [Double](repeating: 0, count: count), [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
      )
      var isUnique = true
      for (item, standard) in game.standards.enumerated() {
        let (least, greatest) = standard.equilibria(agreeing: (0..<count).map(coalition.contains))
        isUnique = isUnique && least == greatest
        #expect(game.adopters(ofItem: item, in: outcome) == Coalition((0..<count).filter { least[$0] }))
        for player in 0..<count where least[player] {
          costs[player] -= standard.independentNet(of: player, least)
          share[player] += game.items[item].weight
          paid[player] += standard.switchingCost[player]
        }
      }
      let whole = game.items.reduce(0) { $0 + $1.weight }
      #expect(zip(outcome.costs, costs).allSatisfy { abs($0 - $1) < adoptionRounding })
      #expect(zip(game.amounts(in: outcome), share).allSatisfy { abs($0 - $1 / whole) < 1e-15 })  // four parts
      #expect(zip(game.contributions(in: outcome), paid).allSatisfy { abs($0 - $1) < adoptionRounding })
      #expect(outcome.isUnique == isUnique)
      for player in 0..<count {
        let best = game.standards.enumerated().reduce(0.0) { sum, item in
          let adopters = game.adopters(ofItem: item.offset, in: outcome)
          let net = item.element.independentNet(of: player, (0..<count).map(adopters.contains))
          return sum - (item.element.holds[player] ? net : max(0, net))
        }
        #expect(abs(game.costOfDefecting(player, from: outcome) - best) < adoptionRounding)
        if !coalition.contains(player) || coalition.count == 1 {
          #expect(game.costOfDefecting(player, from: outcome) >= outcome.costs[player] - adoptionRounding)
        }
      }
    }
  }

  @Test("tells of every outcome in a table who adopted which item", arguments: UInt64(0)..<20)
  func readBack(seed: UInt64) throws {
    let game = try Self.random(seed: seed, players: 4, items: 1 + Int(seed % 12))
    let table = try game.allOutcomes()
    for mask in 0..<UInt64(16) {
      let outcome = try game.outcome(agreeing: Coalition(mask: mask))
      #expect(table[Coalition(mask: mask)] == outcome)
      for item in game.items.indices {
        #expect(
          game.adopters(ofItem: item, in: table[Coalition(mask: mask)]) == game.adopters(ofItem: item, in: outcome))
      }
    }
  }

  @Test("numbers the sets of items, every one once and more the more there is, up to forty")
  func numbers() throws {
    let game = try AdoptionGame(
      players: ["a", "b"], benefit: [1, 1],
      items: (0..<40).map {
        .init(name: "\($0)", switchingCost: [$0 % 2 == 0 ? 0.2 : 0.9, 0.95], holders: $0 == 39 ? [1] : [])
      })
    let outcome = try game.outcome(agreeing: .empty)
    // Alone an item is worth 0.5, with the other's 1: every other one, and the last, 2³⁹, which the other holds.
    let even = (0..<40).filter { $0 % 2 == 0 }.reduce(0.0) { $0 + Double(1 << $1) }
    #expect(outcome.actions[0] == even + 549_755_813_888)
    #expect(game.adopters(ofItem: 39, in: outcome) == .grand(of: 2))
    #expect(game.adopters(ofItem: 0, in: outcome).contains(0) && !game.adopters(ofItem: 1, in: outcome).contains(0))
  }

  @Test("has the optimum that a search of all sets finds, item by item", arguments: UInt64(0)..<60)
  func optimum(seed: UInt64) throws {
    let game = try Self.random(seed: seed)
    let least = game.standards.reduce(0.0) { sum, standard in
      sum + (standard.everySet.map { standard.costs(of: $0).reduce(0, +) }.min() ?? 0)
    }
    #expect(abs(try game.outcome(agreeing: .grand(of: game.players.count)).totalCost - least) < adoptionRounding)
  }

  @Test("bears in each coalition what the definition says, by every convention", arguments: UInt64(0)..<40)
  func conventions(seed: UInt64) throws {
    let game = try Self.random(seed: seed)
    let count = game.players.count
    for convention in WorthConvention.allCases {
      let worths = try game.coalitionGame(convention)
      for coalition in worths.coalitions {
        let members = (0..<count).map(coalition.contains)
        let cost = game.standards.reduce(0.0) { sum, standard in
          var adopters = standard.holds
          switch convention {
          case .gamma: adopters = standard.equilibria(agreeing: members).least
          case .alpha:
            let reply = standard.jointReply(of: members, given: standard.holds).least
            adopters = (0..<count).map { members[$0] ? reply[$0] : standard.holds[$0] }
          case .delta:
            while true {  // the two groups in turn, upwards
              let before = adopters
              for group in [members, members.map { !$0 }] {
                let reply = standard.jointReply(of: group, given: adopters).least
                adopters = (0..<count).map { group[$0] ? reply[$0] : adopters[$0] }
              }
              if adopters == before { break }
            }
          }
          let costs = standard.costs(of: adopters)
          return sum + coalition.reduce(0) { $0 + costs[$1] }
        }
        #expect(abs(worths[coalition] - cost) < adoptionRounding, "\(convention) \(coalition)")
      }
    }
  }

  @Test(
    "makes a coalition worth the more the more help from outside, and no two apart worth more than together",
    arguments: UInt64(0)..<40)
  func orderOfConventions(seed: UInt64) throws {
    let game = try Self.random(seed: seed)
    let (alpha, gamma, delta) = (
      try game.coalitionGame(.alpha), try game.coalitionGame(.gamma), try game.coalitionGame(.delta)
    )
    for coalition in gamma.coalitions {
      #expect(delta[coalition] <= gamma[coalition] + adoptionRounding)
      #expect(gamma[coalition] <= alpha[coalition] + adoptionRounding)
    }
    // What outsiders cannot harm may be chosen by both at once, and each gains by the other.
    for first in alpha.coalitions {
      for second in alpha.coalitions where first.isDisjoint(with: second) {
        #expect(alpha[first.union(second)] <= alpha[first] + alpha[second] + adoptionRounding)
      }
    }
  }

  @Test("makes the α game convex: the larger the coalition, the more each adds", arguments: UInt64(0)..<40)
  func alphaIsConvex(seed: UInt64) throws {
    // The greatest value of a function that is supermodular in choices and coalition together is so in the coalition
    // (Topkis 1979).
    let worths = try Self.random(seed: seed, players: 5).coalitionGame(.alpha)
    for first in worths.coalitions {
      for second in worths.coalitions {
        #expect(
          worths[first.union(second)] + worths[first.intersection(second)]
            <= worths[first] + worths[second] + adoptionRounding)
      }
    }
  }

  @Test("lists every combination of the items' equilibria, the least first and the greatest last")
  func combinations() throws {
    let game = try AdoptionGame(
      players: ["a", "b", "c"], benefit: [6, 6, 6],
      items: [
        .init(name: "offices", switchingCost: [3, 3, 5]), .init(name: "cars", weight: 2, switchingCost: [5, 5, 5]),
      ])
    let all = try game.equilibria(agreeing: .empty)
    #expect(all.isComplete && all.outcomes.count == 4 && all.outcomes.allSatisfy { !$0.isUnique })
    #expect(all.outcomes[0].actions == [0, 0, 0] && all.outcomes[3].actions == [3, 3, 3])
    #expect(all.outcomes[1].actions == [1, 1, 1] && all.outcomes[2].actions == [2, 2, 2])
    #expect(game.items(ofAction: 3) == Coalition([0, 1]) && game.items(ofAction: 2) == Coalition([1]))
    #expect(all.outcomes.map { game.amounts(in: $0)[0] } == [0, 1.0 / 3, 2.0 / 3, 1])
    #expect(game.adopters(ofItem: 0, in: all.outcomes[1]) == .grand(of: 3))
    #expect(game.adopters(ofItem: 1, in: all.outcomes[1]) == .empty)
    #expect(try game.outcome(agreeing: .grand(of: 3)).costs == [-10, -10, -8])
    #expect(try game.stakes(of: 0).map { ($0 * 3).rounded() } == [0, 1, 1])
    let many = try AdoptionGame(
      players: ["a", "b"], benefit: [1, 1],
      items: (0..<12).map { .init(name: "\($0)", switchingCost: [0.7, 0.7]) })
    let some = try many.equilibria(agreeing: .empty)
    #expect(!some.isComplete && some.outcomes.map(\.actions) == [[0, 0], [4095, 4095]])
  }

  @Test("refuses items that are none, too many, nameless twice, without weight, or wrong, naming them")
  func refusals() {
    func refusal(_ items: [AdoptionGame.Item], benefit: [Double] = [1, 1]) -> String? {
      do throws(DilemmaError) {
        _ = try AdoptionGame(players: ["a", "b"], benefit: benefit, items: items)
        return nil
      } catch { return error.description }
    }
    func item(_ name: String, weight: Double = 1, cost: [Double] = [1, 1]) -> AdoptionGame.Item {
      AdoptionGame.Item(name: name, weight: weight, switchingCost: cost)
    }
    #expect(refusal([item("x")]) == nil)
    #expect(refusal([]) == "a problem has 1 to 40 items, not 0; put together those that are alike")
    #expect(refusal([item("x"), item("x")]) == "two items are called 'x'; give each a name of its own")
    #expect(refusal([item("x", weight: 0)]) == "the weight of 'x' is 0.0; give a finite number above 0")
    #expect(refusal([item("x")], benefit: [1, -1]) == "the benefit of 'b' is -1.0; give a finite number, 0 or more")
    #expect(
      refusal([item("x"), item("y", cost: [1, -3])])
        == "item 'y': the switching cost of 'b' is -3.0; give a finite number, 0 or more")
    #expect(
      throws: DilemmaError.tooManyPlayers(30)
    ) {
      try AdoptionGame(
        players: (0..<30).map { "p\($0)" }, benefit: [Double](repeating: 1, count: 30),
        items: [.init(name: "x", switchingCost: [Double](repeating: 1, count: 30))]
      ).coalitionGame(.gamma)
    }
  }
}
