import CollectiveAction
import Foundation
import Mathematics
import RegionalCases
import Sharing
import Testing

@testable import Studies

@Suite struct DividedGameTests {
  private func game(seed: UInt64) -> CoalitionGame {
    var chance = RandomStream(seed: seed)
    let count = 2 + Int(seed % 4)
    let worths =
      [0]
      + (1..<1 << count).map { mask in
        Double(Int.random(in: 10...20, using: &chance) * mask.nonzeroBitCount)
      }
    return CoalitionGame(players: (0..<count).map { "p\($0)" }, costs: worths)
  }

  @Test("the search that is made once gives what each search by itself gives", arguments: UInt64(0)..<60)
  func oneSearch(seed: UInt64) throws {
    let game = game(seed: seed)
    let divided = try DividedGame(game, rules: [.nucleolus, .prenucleolus])
    #expect(divided.exactSubsidy == (try leastCore(of: game)).exactSubsidy)
    #expect(divided.shares(under: .prenucleolus) == (try prenucleolus(of: game)).allocation.shares)
    let nucleolus = try? Sharing.nucleolus(of: game)
    #expect(divided.shares(under: .nucleolus) == nucleolus?.allocation.shares)
    let certificate = try #require(divided.certificate)
    #expect(certificate.verdict == .certified)
    #expect(certificate.solution == (nucleolus == nil ? "prenucleolus" : "nucleolus"))
  }

  @Test("a report compares rules that divide money by the game alone or by an indicator")
  func reported() {
    let rules = SharingRule.reported
    #expect(rules.first == .shapley && rules.contains(.nucleolus) && rules.contains(.proportional))
    #expect(!rules.contains(.banzhaf) && !rules.contains(.owen) && !rules.contains(.shapleyShubik))
  }

  @Test("rules that need grounds divide by those of the file")
  func grounds() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = """
      {"players":["A","B","C"],"kind":"cost","worths":[0,10,8,14,6,12,11,18],"unions":[["A","B"],["C"]],
       "edges":[["A","B"],["B","C"]],"weights":{"A":1,"B":2,"C":3},"downstream":["C","B","A"]}
      """
    try Data(text.utf8).write(to: file)
    let game = try GameFile(contentsOf: file.path)
    let table = CoalitionGame(players: game.players, costs: game.worths)
    let shares = try GameShares(
      of: game, rules: ["owen", "myerson", "weightedShapley", "downstreamIncremental", "proportional"])
    let expected = [
      try owenValue(of: table, unions: [Coalition([0, 1]), Coalition([2])]),
      try myersonValue(of: table, links: [Coalition([0, 1]), Coalition([1, 2])]),
      try weightedShapleyValue(of: table, weights: [1, 2, 3]),
      try downstreamIncrementalDivision(of: table, order: [2, 1, 0]),
      try proportionalDivision(of: table, to: [1, 2, 3]),
    ]
    #expect(shares.rules.count == expected.count)
    for (rule, allocation) in zip(shares.rules, expected) {
      guard case .shares(let found) = rule.outcome else {
        Issue.record("\(rule.name) has no answer")
        continue
      }
      #expect(found == allocation.shares, "\(rule.name)")
    }
  }

  @Test("an explanation says what each pays, adds and could do instead, and which properties hold")
  func explanation() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("coalition,worth\nA,10\nB,8\nA+B,14\n".utf8).write(to: file)
    let shares = try GameShares(
      of: GameFile(contentsOf: file.path), rules: ["shapley", "equal", "owen"], explained: true)
    let explanation = try #require(shares.explanations?.first)
    #expect(shares.explanations?.map(\.rule) == ["shapley", "equal"])
    #expect(explanation.players.map(\.share) == [8, 6])
    #expect(explanation.players.map(\.alone) == [10, 8])
    #expect(explanation.players.map(\.addedLast) == [6, 4])
    #expect(
      explanation.players[0].bestAlternative
        == OfferFinding(members: ["A"], pays: 8, alone: 10, gainsByStaying: 2))
    #expect(explanation.players[0].ifItLeaves?.othersAfter == 8)
    let equal = try #require(shares.properties?.last)
    #expect(equal.rule == "equal")
    #expect(equal.properties.first { $0.property == "efficiency" }?.verdict == .holds)
    #expect(equal.properties.first { $0.property == "covariance" }?.verdict == .fails)
  }
}
