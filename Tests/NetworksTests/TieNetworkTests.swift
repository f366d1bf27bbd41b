import Mathematics
import Networks
import Testing

@Suite struct TieNetworkTests {
  @Test("the marriages of fifteen Florentine families have a density of 20/105 (Padgett & Ansell 1993)")
  func florentineMarriages() throws {
    let ties = [
      ("Acciaiuoli", "Medici"), ("Albizzi", "Ginori"), ("Albizzi", "Guadagni"), ("Albizzi", "Medici"),
      ("Barbadori", "Castellani"), ("Barbadori", "Medici"), ("Bischeri", "Guadagni"), ("Bischeri", "Peruzzi"),
      ("Bischeri", "Strozzi"), ("Castellani", "Peruzzi"), ("Castellani", "Strozzi"), ("Guadagni", "Lamberteschi"),
      ("Guadagni", "Tornabuoni"), ("Medici", "Ridolfi"), ("Medici", "Salviati"), ("Medici", "Tornabuoni"),
      ("Pazzi", "Salviati"), ("Peruzzi", "Strozzi"), ("Ridolfi", "Strozzi"), ("Ridolfi", "Tornabuoni"),
    ]
    let families = Set(ties.flatMap { [$0.0, $0.1] }).sorted()
    let network = try TieNetwork(players: families, mutualTies: ties)
    #expect(families.count == 15)
    #expect(network.density == 40.0 / 210)
    let medici = try #require(families.firstIndex(of: "Medici"))
    let strozzi = try #require(families.firstIndex(of: "Strozzi"))
    let tornabuoni = try #require(families.firstIndex(of: "Tornabuoni"))
    #expect(network.degree(of: medici) == 6)
    #expect(network.commonPartners(of: medici, and: strozzi) == 1)  // Ridolfi
    #expect(network.commonPartners(of: medici, and: tornabuoni) == 1)  // Ridolfi
    #expect(network.commonPartners[medici, strozzi] == 1)
  }

  @Test("where all are tied every two have all the others in common", arguments: 2...7)
  func complete(count: Int) throws {
    let players = (0..<count).map { "p\($0)" }
    let network = try TieNetwork(
      players: players, weights: Matrix(rows: count, columns: count, repeating: 1))
    #expect(network.density == 1)
    for i in 0..<count {
      for j in 0..<count { #expect(network.commonPartners[i, j] == (i == j ? 0 : Double(count - 2))) }
    }
  }

  @Test("a tie in one direction is a tie")
  func oneWay() throws {
    let network = try TieNetwork(players: ["a", "b"], weights: Matrix([[0, 2], [0, 0]]))
    #expect(network.areTied(1, 0))
    #expect(network.density == 1)
    #expect(try TieNetwork(players: ["a"], mutualTies: []).density == 0)
  }

  @Test("refuses ties to oneself, to strangers and below zero")
  func refusals() {
    #expect(throws: NetworkError.sameEnds("a")) { try TieNetwork(players: ["a"], mutualTies: [("a", "a")]) }
    #expect(throws: NetworkError.unknownPlayer("c")) {
      try TieNetwork(players: ["a", "b"], mutualTies: [("a", "c")])
    }
    #expect(throws: NetworkError.negative(from: "a", to: "b", -1)) {
      try TieNetwork(players: ["a", "b"], weights: Matrix([[0, -1], [0, 0]]))
    }
    #expect(
      NetworkError.negative(from: "a", to: "b", -1).description
        == "the tie from 'a' to 'b' weighs -1.0; give 0 or more")
  }
}
