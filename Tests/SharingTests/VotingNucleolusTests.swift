import CollectiveAction
import Mathematics
import Testing

@testable import Sharing

@Suite struct VotingNucleolusTests {
  private func game(_ weights: [Int], quota: Int) throws -> WeightedVotingGame {
    try WeightedVotingGame(voters: weights.indices.map { "v\($0)" }, weights: weights, quota: quota)
  }

  private func shares(_ weights: [Int], quota: Int) throws -> [String] {
    try game(weights, quota: quota).nucleolus().certificate.shares.map(\.description)
  }

  /// The votes as parts of all votes.
  private func votesThemselves(_ game: WeightedVotingGame) -> [Rational] {
    let weights = game.criteria[0].weights
    return weights.map { Rational($0, over: weights.reduce(0, +)) }
  }

  @Test("is the nucleolus of the table, which accepts its proof", arguments: UInt64(0)..<80)
  func agreesWithTable(seed: UInt64) throws {
    let game = try VotingBodies.random(voters: 10, seed: seed, criteria: 1...1)
    let table = try game.table()
    let byTable = Result { () throws(SharingError) in try Sharing.nucleolus(of: table) }
    let byVotes = Result { () throws(SharingError) in try game.nucleolus() }
    switch (byTable, byVotes) {
    case (.success(let expected), .success(let found)):
      #expect(found.certificate.shares == expected.certificate.shares)
      #expect(found.certificate.distinctLevels == expected.certificate.distinctLevels)
      #expect(verify(found.certificate, for: table) == .certified)
      #expect(try verify(expected.certificate, forVotesOf: game) == .certified)
    case (.failure(let expected), .failure(let found)):
      #expect(found == expected)
    default:
      Issue.record("table \(byTable), votes \(byVotes)")
    }
  }

  @Test("gives a fifth to each permanent member of the Security Council")
  func securityCouncil() throws {
    // Whoever can veto shares with those who can, equally by symmetry.
    let solution = try VotingBodies.securityCouncil().nucleolus()
    #expect(
      solution.certificate.shares.map(\.description) == Array(repeating: "1/5", count: 5)
        + Array(repeating: "0", count: 10))
    #expect(solution.verdict == .certified)
  }

  @Test("treats equals alike and follows the textbooks' small votes")
  func small() throws {
    #expect(try shares([50, 49, 1], quota: 51) == ["1", "0", "0"])
    #expect(try shares([1, 1, 1], quota: 2) == ["1/3", "1/3", "1/3"])
    #expect(try shares([2, 1, 1, 1], quota: 3) == ["2/5", "1/5", "1/5", "1/5"])
    #expect(try shares([3], quota: 2) == ["1"])
    #expect(try shares([5, 1, 1], quota: 4) == ["1", "0", "0"])
    #expect(try shares([1, 1], quota: 2) == ["1/2", "1/2"])
    #expect(try shares([Int](repeating: 1, count: 60), quota: 36) == Array(repeating: "1/60", count: 60))
  }

  @Test("gives nothing to who decides nothing, with votes or without")
  func dummies() throws {
    // With 12 of 17 votes needed, Luxembourg's single vote never mattered.
    let council = try VotingBodies.council1958().nucleolus()
    #expect(council["Luxembourg"] == 0)
    #expect(
      council.certificate.shares == (try Sharing.nucleolus(of: VotingBodies.council1958().table())).certificate.shares)
    #expect(try shares([0, 2, 2, 0, 2, 1], quota: 4) == ["0", "1/3", "1/3", "0", "1/3", "0"])
  }

  @Test("does not depend on the unit of votes or the order of voters", arguments: UInt64(0)..<20)
  func unitAndOrder(seed: UInt64) throws {
    let game = try VotingBodies.random(voters: 9, seed: 500 + seed, criteria: 1...1)
    guard let shares = try? game.nucleolus().certificate.shares else { return }
    let (weights, quota) = (game.criteria[0].weights, game.criteria[0].quota)
    #expect(
      try self.game(weights.map { $0 * 1_000_000_007 }, quota: quota * 1_000_000_007).nucleolus().certificate.shares
        == shares)
    #expect(try self.game(weights.reversed(), quota: quota).nucleolus().certificate.shares == shares.reversed())
  }

  @Test("proves that under the Treaty of Nice the votes are the nucleolus")
  func nice() throws {
    let council = try VotingBodies.read("eu27-nice", member: "member", quota: 255)
    let solution = try council.nucleolus()
    #expect(solution.verdict == .certified)
    #expect(solution.certificate.shares == votesThemselves(council))
    // All 345 votes less the 255 of a majority that is just enough.
    #expect(solution.certificate.distinctLevels == [Rational(90, over: 345)])
  }

  @Test("divides among forty-one cities with proof", arguments: [UInt64(2), 4])
  func cities(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let weights = (0..<41).map { _ in Int.random(in: 1...78, using: &chance) }
    let total = weights.reduce(0, +)
    // At 95 % many coalitions block alone, and the votes are no longer what counts.
    let cities = try game(weights, quota: seed == 2 ? total * 9 / 10 : total * 19 / 20)
    let solution = try cities.nucleolus()
    #expect(solution.verdict == .certified)
    #expect(solution.certificate.shares.sum == 1)
    #expect((solution.certificate.shares == votesThemselves(cities)) == (seed == 2))
    #expect(try verify(solution.certificate, forVotesOf: cities) == .certified)
    // The same shares are not claimed for a lower quota.
    let lower = try game(weights, quota: total * 4 / 5)
    #expect(!(try verify(solution.certificate, forVotesOf: lower)).isCertified)
  }

  @Test("refuses a proof that overlooks a coalition, or leaves shares open")
  func refusedProofs() throws {
    let three = try game([1, 1, 1], quota: 2)
    func weighted(_ members: [Int], _ weight: Rational) -> WeightedCoalition {
      WeightedCoalition(coalition: Coalition(members), weight: weight)
    }
    let half = Rational(1, over: 2)
    let claimed = NucleolusCertificate(
      players: three.voters, overImputations: true, shares: [half, half, 0],
      stages: [
        .init(
          level: -half, tight: [weighted([0], half), weighted([1], half)], atOwnWorth: [weighted([2], half)],
          settled: [weighted([0, 1, 2], -half)])
      ])
    #expect(
      try verify(claimed, forVotesOf: three) == .refused(.missesMore(stage: 1, coalition: ["v0", "v2"], by: 1)))
    let right = try three.nucleolus().certificate
    let open = NucleolusCertificate(players: three.voters, overImputations: true, shares: right.shares, stages: [])
    #expect(try verify(open, forVotesOf: three) == .refused(.sharesNotSettled))
    let others = try game([1, 1, 1, 1], quota: 3)
    #expect(try verify(right, forVotesOf: others) == .refused(.otherPlayers))
    let unequal = NucleolusCertificate(
      players: three.voters, overImputations: true, shares: [half, half, half], stages: right.stages)
    #expect(try verify(unequal, forVotesOf: three) == .refused(.unbalancedShares))
    let elsewhere = NucleolusCertificate(
      players: three.voters, overImputations: true, shares: [half, half, 0], stages: right.stages)
    #expect(!(try verify(elsewhere, forVotesOf: three)).isCertified)
  }

  @Test("says why it has no answer and what to do instead")
  func refusals() throws {
    func message(_ game: WeightedVotingGame) -> String {
      do throws(SharingError) {
        return "\(try game.nucleolus().allocation.shares)"
      } catch {
        return error.description
      }
    }
    #expect(
      message(try game([Int](repeating: 1, count: 61), quota: 31))
        == "61 players have too many coalitions to search exactly; group them into at most 60")
    let several =
      "the nucleolus of votes goes by one quota; where several must be met, or a clause asks for members to block, "
      + "use the nucleolus of the table, for up to 26 voters"
    let twice = WeightedVotingGame.Criterion(weights: [1, 1], quota: 2)
    #expect(message(try WeightedVotingGame(voters: ["a", "b"], criteria: [twice, twice])) == several)
    #expect(message(try WeightedVotingGame(voters: ["a", "b"], criteria: [twice], minimumBlockers: 2)) == several)
    #expect(
      message(try game([9_000_001, 7, 5], quota: 9_000_005))
        == "9000013 votes have too many sums to tell apart; count them in units so that at most 1398101 remain")
    #expect(
      message(try game([2, 2, 1], quota: 2))
        == "apart the players get 2, together 1: nobody gains from working together; leave out whoever makes it worse, "
        + "or use the prenucleolus, which does not promise everyone its gain alone")
    #expect(
      SharingError.votesNotCertified("the search lost its way").description
        == "no nucleolus of the votes could be proved: the search lost its way; round the votes to smaller numbers, or "
        + "use the Shapley–Shubik index")
  }
}
