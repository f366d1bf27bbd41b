import CollectiveAction
import Mathematics
import Testing

/// The definitions, word by word, in exact fractions: the largest amount by which each fails.
private struct PropertyByDefinition {
  let worths: [Rational]
  let gains: [Rational]
  let n: Int

  init(_ game: CoalitionGame) {
    worths = game.worths.map { Rational(decimal: $0) }
    gains = game.kind == .cost ? worths.map { -$0 } : worths
    n = game.playerCount
  }

  private var all: Range<Int> { 0..<(1 << n) }

  func amount(of property: GameProperty) -> Rational {
    var most: Rational = 0
    func fails(by amount: Rational) { most = max(most, amount) }
    switch property {
    case .monotonicity:
      for small in all {
        for large in all where small & ~large == 0 && (small ^ large).nonzeroBitCount == 1 {
          fails(by: worths[small] - worths[large])
        }
      }
    case .superadditivity:
      for one in all {
        for other in all where one & other == 0 { fails(by: gains[one] + gains[other] - gains[one | other]) }
      }
    case .convexity:
      for common in all {
        for i in 0..<n where common >> i & 1 == 0 {
          for j in 0..<i where common >> j & 1 == 0 {
            let (one, other) = (common | 1 << i, common | 1 << j)
            fails(by: gains[one] + gains[other] - gains[one | other] - gains[common])
          }
        }
      }
    case .additivity:
      for mask in all {
        var separate: Rational = 0
        for player in Coalition(mask: UInt64(mask)) { separate = separate + worths[1 << player] }
        fails(by: (worths[mask] - separate).magnitude)
      }
    case .symmetry:
      for one in all {
        for other in all where one.nonzeroBitCount == other.nonzeroBitCount {
          fails(by: worths[other] - worths[one])
        }
      }
    case .simplicity:
      for mask in all {
        let toOne = (worths[mask] - 1).magnitude
        fails(by: mask == all.upperBound - 1 ? toOne : min(toOne, worths[mask].magnitude))
      }
      if most == 0 { return amount(of: .monotonicity) }
    }
    return most
  }

  /// By how much a breach fails what it claims.
  func amount(of breach: PropertyBreach) -> Rational {
    let (one, other) = (Int(breach.first.mask), Int(breach.second.mask))
    switch breach.property {
    case .monotonicity: return worths[one] - worths[other]
    case .superadditivity: return gains[one] + gains[other] - gains[one | other]
    case .convexity: return gains[one] + gains[other] - gains[one | other] - gains[one & other]
    case .additivity:
      var separate: Rational = 0
      for player in breach.first { separate = separate + worths[1 << player] }
      return (worths[one] - separate).magnitude
    case .symmetry: return worths[other] - worths[one]
    case .simplicity:
      guard breach.second.isEmpty else { return worths[one] - worths[other] }
      let toOne = (worths[one] - 1).magnitude
      return one == worths.count - 1 ? toOne : min(toOne, worths[one].magnitude)
    }
  }
}

@Suite struct GamePropertyTests {
  @Test("agrees with the definition, and its witness shows the largest breach", arguments: UInt64(0)..<150)
  func agreesWithTheDefinition(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed)
    let definition = PropertyByDefinition(game)
    for property in GameProperty.allCases {
      let verdict = game.verdict(on: property)
      let amount = definition.amount(of: property)
      #expect(verdict.holds == (amount == 0), "\(property)")
      if let breach = verdict.breach {
        #expect(Rational(decimal: breach.amount) == amount, "\(property)")
        #expect(definition.amount(of: breach) == amount, "\(property)")
        #expect(breach.property == property)
      }
    }
  }

  @Test("finds one planted breach wherever it is, in tables of one block and of many", arguments: UInt64(0)..<40)
  func findsAPlantedBreach(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [3])
    let n = Int.random(in: 4...13, using: &chance)
    let squares = (0..<(1 << n)).map { Double($0.nonzeroBitCount * $0.nonzeroBitCount) }
    let place = Int.random(in: 1..<(1 << n), using: &chance)
    var worths = squares
    worths[place] -= 40
    let game = try CoalitionGame(
      players: Array(GamesByNumber.names.prefix(n)), kind: .surplus, worths: worths)
    #expect(try CoalitionGame(players: game.players, kind: .surplus, worths: squares).verdict(on: .convexity).holds)
    let breach = try #require(game.verdict(on: .convexity).breach)
    // A square bends by 2: a worth 40 too low is 38 short of what convexity asks of it as a union or an intersection.
    #expect(breach.amount == (place.nonzeroBitCount == 0 ? 0 : 38))
    let (union, common) = (breach.union, breach.common)
    #expect([union, common].contains(Coalition(mask: UInt64(place))))
    #expect(breach.first.subtracting(common).count == 1 && breach.second.subtracting(common).count == 1)
  }

  @Test("finds the largest breach in tables of many blocks", arguments: [3, 4, 6, 9, 11, 12, 14])
  func largestBreachOfManyBlocks(players n: Int) throws {
    var chance = RandomStream(seed: UInt64(n), stream: [5])
    var worths = (0..<(1 << n)).map { Int($0.nonzeroBitCount * 20) + Int.random(in: 0...40, using: &chance) }
    worths[0] = 0
    let game = try CoalitionGame(
      players: Array(GamesByNumber.names.prefix(n)), kind: .surplus, worths: worths.map { Double($0) / 4 })
    var falls = (worth: 0, added: 0, apart: 0)
    for mask in worths.indices {
      for i in 0..<n where mask >> i & 1 == 0 {
        falls.worth = max(falls.worth, worths[mask] - worths[mask | 1 << i])
        for j in 0..<i where mask >> j & 1 == 0 {
          let (one, other) = (worths[mask | 1 << i], worths[mask | 1 << j])
          falls.added = max(falls.added, one + other - worths[mask | 1 << i | 1 << j] - worths[mask])
        }
      }
      // All splits of a table of 14 would take a debug build too long.
      guard n <= 9 else { continue }
      var part = mask & (mask - 1)
      while part > 0 {
        falls.apart = max(falls.apart, worths[part] + worths[mask ^ part] - worths[mask])
        part = (part - 1) & mask
      }
    }
    #expect(game.verdict(on: .monotonicity).breach?.amount == Double(falls.worth) / 4)
    #expect(game.verdict(on: .convexity).breach?.amount == Double(falls.added) / 4)
    if n <= 9 { #expect(game.verdict(on: .superadditivity).breach?.amount == Double(falls.apart) / 4) }
  }

  @Test func skaneIsCheaperApartAtOnePlace() throws {
    let skane = try GamesByNumber.skane()
    // A, H and L with M and T: 83.00, apart 43.22 + 39.41 = 82.63.
    #expect(
      skane.verdict(on: .superadditivity)
        == .fails(
          PropertyBreach(
            property: .superadditivity, first: Coalition([0, 1, 3]), second: Coalition([4, 5]), amount: 0.37)))
    #expect(skane.verdict(on: .superadditivity, upTo: 0.37).holds)
    #expect(!skane.verdict(on: .superadditivity, upTo: 0.36).holds)
    #expect(skane.verdict(on: .monotonicity).holds)
  }

  @Test func tennesseeValleyIsSubadditive() throws {
    let table = try LiteratureTable("straffin-heaney-1981/costs.csv")
    let players = ["navigation", "flood control", "power"]
    let game = try GamesByNumber.game(players: players, table: table, cost: "cost_thousand_dollars") {
      $0.split(separator: "+").map(String.init)
    }
    #expect(game.worths.allSatisfy(\.isFinite) && game.jointWorth == 412_584)
    #expect(game.verdict(on: .superadditivity).holds)
    #expect(game.verdict(on: .monotonicity).holds)
    #expect(!game.verdict(on: .additivity).holds)
  }

  @Test("finds the savings of an airport's users convex, whatever the costs", arguments: UInt64(0)..<30)
  func airport(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let costs = (0..<Int.random(in: 1...9, using: &chance)).map { _ in
      Double(Int.random(in: 0...100_000, using: &chance)) / 100
    }
    let savings = try GamesByNumber.airportSavings(costs)
    #expect(savings.verdict(on: .convexity).holds)
    #expect(savings.verdict(on: .superadditivity).holds)
    #expect(savings.verdict(on: .monotonicity).holds)
  }

  @Test func votingIsSimpleButNotConvex() throws {
    let game = try CoalitionGame(players: ["a", "b", "c"], kind: .surplus) { $0.count >= 2 ? 1 : 0 }
    #expect(game.verdict(on: .simplicity).holds)
    #expect(game.verdict(on: .superadditivity).holds)
    #expect(game.verdict(on: .symmetry).holds)
    // The third voter adds nothing to two, but decides with one of them.
    let breach = try #require(game.verdict(on: .convexity).breach)
    #expect(breach.amount == 1 && breach.union == game.grandCoalition && breach.common.count == 1)
    // Two of four voters win, and so do the other two: apart they would have two majorities.
    let improper = try CoalitionGame(players: ["a", "b", "c", "d"], kind: .surplus) { $0.count >= 2 ? 1 : 0 }
    #expect(improper.verdict(on: .superadditivity).breach?.amount == 1)
  }

  @Test func unanimityIsConvex() throws {
    let game = try CoalitionGame(players: ["a", "b", "c", "d"], kind: .surplus) {
      Coalition([1, 3]).isSubset(of: $0) ? 1 : 0
    }
    #expect(game.verdict(on: .convexity).holds && game.verdict(on: .simplicity).holds)
    #expect(!game.verdict(on: .symmetry).holds)
  }

  @Test func tenthsAddUp() throws {
    // 0.1 + 0.2 is 0.30000000000000004 in binary.
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.3])
    for property in [GameProperty.additivity, .superadditivity, .convexity] {
      #expect(game.verdict(on: property).holds)
      #expect(game.verdict(on: property) == .holds)
    }
    let dearer = CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.3000000000001])
    #expect(dearer.verdict(on: .superadditivity).breach?.amount == 1e-13)
  }

  @Test("sees one part in a million million beside a million million", arguments: [1e-9, 1, 1e3, 1e12])
  func anyScale(scale: Double) throws {
    // Binary fractions times a scale need not be decimals; additive games stay so to some units in the last place.
    let thirds = try CoalitionGame(players: ["a", "b", "c"], kind: .surplus) { coalition in
      coalition.reduce(0) { $0 + Double($1 + 1) * scale / 3 }
    }
    #expect(thirds.verdict(on: .additivity).holds && thirds.verdict(on: .convexity).holds)
    var worths = thirds.worths
    worths[7] -= 1e-12 * scale
    let less = try CoalitionGame(players: thirds.players, kind: .surplus, worths: worths)
    #expect(!less.verdict(on: .superadditivity).holds && !less.verdict(on: .convexity).holds)
  }

  @Test("depends neither on the unit of account nor on what players bring along", arguments: UInt64(0)..<40)
  func anyUnitAndOffset(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed)
    let properties: [GameProperty] = [.superadditivity, .convexity, .additivity]
    for factor in [1e-9, 1e-3, 1e6, 1e12] {
      let scaled = try game.scaled(by: factor)
      for property in properties + [.monotonicity, .symmetry] {
        let (before, after) = (game.verdict(on: property).breach, scaled.verdict(on: property).breach)
        #expect(
          after.map { Rational(decimal: $0.amount) }
            == before.map { Rational(decimal: $0.amount) * Rational(decimal: factor) }, "\(property) times \(factor)")
      }
    }
    let raised = try game.scaled(by: 1, adding: game.players.indices.map { 1e9 + Double($0) / 10 })
    for property in properties { #expect(raised.verdict(on: property) == game.verdict(on: property), "\(property)") }
  }

  @Test("finds thirds additive, convex and superadditive under an offset of a thousand million")
  func thirdsWithAnOffset() throws {
    let game = try CoalitionGame(players: ["a", "b", "c", "d", "e"], kind: .cost) { coalition in
      coalition.reduce(0) { $0 + 1e9 / 3 + Double($1) / 7 }
    }
    for property in [GameProperty.additivity, .convexity, .superadditivity, .monotonicity] {
      #expect(game.verdict(on: property).holds, "\(property)")
    }
  }

  @Test("allows for as much as is asked and no more", arguments: [0.07, 0.29, 0.57, 0.58, 1.1, 1.13])
  func slack(amount: Double) {
    // 0.29 times 100 is 28.999999999999996 in binary.
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 10, 20, 30 + amount])
    for property in [GameProperty.superadditivity, .convexity, .additivity] {
      #expect(game.verdict(on: property).breach?.amount == amount)
      #expect(game.verdict(on: property, upTo: amount).holds)
      #expect(!game.verdict(on: property, upTo: amount - 0.001).holds)
    }
  }

  @Test("takes sums of thirds for additive, however many", arguments: [8, 14])
  func manyThirds(players: Int) throws {
    let game = try CoalitionGame(players: Array(GamesByNumber.names.prefix(players)), kind: .surplus) { coalition in
      // Added in the other order than the library does, so that it is rounded otherwise.
      Array(coalition).reversed().reduce(0) { $0 + 1 / Double(3 + $1) }
    }
    #expect(game.verdict(on: .additivity).holds && game.verdict(on: .convexity).holds)
    #expect(!game.verdict(on: .symmetry).holds)
  }

  @Test func countsUnitsExactlyWhereASumOfFloatingNumbersWouldNot() throws {
    // 15 digits each: the sum of twelve has more than a floating number keeps.
    let game = try CoalitionGame(players: Array(GamesByNumber.names.prefix(12)), kind: .cost) {
      $0.reduce(0) { sum, _ in sum + 333_333_333_333 }
    }
    #expect(game.verdict(on: .additivity).holds && game.verdict(on: .convexity).holds)
  }

  @Test func survivesTheLargestNumbers() throws {
    let most = CoalitionGame.largestWorth
    let game = CoalitionGame(players: ["a", "b"], surpluses: [0, most, most, -most])
    #expect(!game.verdict(on: .superadditivity).holds)
    #expect(!game.verdict(on: .convexity).holds)
    #expect(!game.verdict(on: .additivity).holds)
  }

  @Test func onePlayerAloneHasEveryProperty() {
    let game = CoalitionGame(players: ["a"], surpluses: [0, 1])
    for property in GameProperty.allCases { #expect(game.verdict(on: property).holds, "\(property)") }
  }

  @Test("does not depend on the order of the players", arguments: UInt64(0)..<30)
  func anyOrder(seed: UInt64) throws {
    let game = try GamesByNumber.tenths(seed, players: 5)
    var chance = RandomStream(seed: seed, stream: [1])
    let other = try game.reordered(Array(0..<5).shuffled(using: &chance))
    for property in GameProperty.allCases {
      #expect(
        game.verdict(on: property).breach?.amount == other.verdict(on: property).breach?.amount, "\(property)")
    }
  }
}
