import Mathematics
import Networks
import Testing

@Suite struct StructuralHolesTests {
  /// The marriages of Florentine families (Padgett & Ansell 1993, Amer. J. Sociol. 98, 1259–1319).
  static let marriages = """
    Acciaiuoli-Medici Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori Medici-Barbadori Medici-Ridolfi \
    Medici-Tornabuoni Medici-Albizzi Medici-Salviati Salviati-Pazzi Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi \
    Strozzi-Bischeri Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni Bischeri-Guadagni \
    Guadagni-Lamberteschi
    """

  /// The kite of Krackhardt (1990), Admin. Sci. Quart. 35, 342–369.
  static let kite = "0-1 0-2 0-3 0-5 1-3 1-4 1-6 2-3 2-5 3-4 3-5 3-6 4-6 5-6 5-7 6-7 7-8 8-9"

  private func network(_ ties: String, and alone: [String] = []) throws -> TieNetwork {
    let pairs = ties.split(separator: " ").map { $0.split(separator: "-").map(String.init) }
    return try TieNetwork(
      players: Array(Set(pairs.flatMap { $0 } + alone)).sorted(), mutualTies: pairs.map { ($0[0], $0[1]) })
  }

  // Constraint and effective size of both networks were worked out from Burt's formulas apart from this code; they have
  // not been held against a printed table.
  @Test(
    "gives the constraint of Florentine families",
    arguments: [("Medici", 0.2099), ("Guadagni", 0.25), ("Albizzi", 0.3333), ("Strozzi", 0.4583), ("Peruzzi", 0.6559)])
  func florence(family: String, constraint: Double) throws {
    let network = try network(Self.marriages, and: ["Pucci"])
    let index = try #require(network.players.firstIndex(of: family))
    #expect(abs(try #require(network.constraint(of: index)) - constraint) < 5e-5)  // told to four digits
  }

  @Test("constrains wholly who has one tie, and has no answer for who has none")
  func ends() throws {
    let network = try network(Self.marriages, and: ["Pucci"])
    for family in ["Acciaiuoli", "Ginori", "Lamberteschi", "Pazzi"] {
      let index = try #require(network.players.firstIndex(of: family))
      #expect(network.constraint(of: index) == 1)
      #expect(network.effectiveSize(of: index) == 1)
    }
    let pucci = try #require(network.players.firstIndex(of: "Pucci"))
    #expect(network.constraint(of: pucci) == nil)
    #expect(network.effectiveSize(of: pucci) == nil)
  }

  @Test("gives constraint and effective size in Krackhardt's kite")
  func kite() throws {
    let network = try network(Self.kite)
    let constraint = [0.5412, 0.5412, 0.6641, 0.4702, 0.6641, 0.4451, 0.4451, 0.4311, 0.5, 1]
    let size = [2, 2, 1, 3.3333, 1, 3, 3, 2.3333, 2, 1]
    for index in network.players.indices {
      #expect(abs(try #require(network.constraint(of: index)) - constraint[index]) < 5e-5)  // told to four digits
      #expect(abs(try #require(network.effectiveSize(of: index)) - size[index]) < 5e-5)
    }
  }

  @Test("effective size is n − 2t/n where all ties weigh the same (Borgatti 1997)", arguments: UInt64(0)..<50)
  func redundancy(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    let count = Int.random(in: 2...9, using: &chance)
    var weights = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<i where Bool.random(using: &chance) { (weights[i, j], weights[j, i]) = (1, 1) }
    }
    let network = try TieNetwork(players: (0..<count).map { "p\($0)" }, weights: weights)
    for i in 0..<count {
      let contacts = (0..<count).filter { weights[i, $0] > 0 }
      guard !contacts.isEmpty else { continue }
      let among = contacts.reduce(0) { sum, j in sum + contacts.filter { $0 < j && weights[j, $0] > 0 }.count }
      let expected = Double(contacts.count) - 2 * Double(among) / Double(contacts.count)
      #expect(abs(try #require(network.effectiveSize(of: i)) - expected) < 1e-12)  // sums of at most nine parts
    }
  }

  @Test("the unit of the ties makes no difference, and what a player invests adds up to one", arguments: UInt64(0)..<30)
  func unit(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    let count = Int.random(in: 2...7, using: &chance)
    let elements = (0..<count * count).map { _ in Double.random(in: 0.1...5, using: &chance) }
    let names = (0..<count).map { "p\($0)" }
    let small = try TieNetwork(players: names, weights: Matrix(rows: count, columns: count, elements: elements))
    let large = try TieNetwork(
      players: names, weights: Matrix(rows: count, columns: count, elements: elements.map { 8 * $0 }))
    for i in names.indices {
      #expect(small.constraint(of: i) == large.constraint(of: i))  // eight is a power of two
      #expect(small.effectiveSize(of: i) == large.effectiveSize(of: i))
      #expect(abs(names.indices.reduce(0) { $0 + small.investment(of: i, in: $1) } - 1) < 1e-12)
      #expect(try #require(small.constraint(of: i)) > 0)
    }
  }
}
