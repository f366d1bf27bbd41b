import CollectiveAction
import Mathematics
import Sharing
import Testing

@Suite struct VotingPowerTests {
  @Test("gives the power of 50, 49 and 1 votes at every quota that is worked out in textbooks")
  func threeParties() throws {
    func shares(_ quota: Int) throws -> (shapley: [String], banzhaf: [String]) {
      let swings = try WeightedVotingGame(voters: ["A", "B", "C"], weights: [50, 49, 1], quota: quota).swings()
      return (swings.shapleyShubik.map(\.description), swings.banzhafNormalised.map(\.description))
    }
    #expect(try shares(51).shapley == ["2/3", "1/6", "1/6"])
    #expect(try shares(51).banzhaf == ["3/5", "1/5", "1/5"])
    #expect(try shares(1).shapley == ["1/3", "1/3", "1/3"])
    #expect(try shares(100).shapley == ["1/3", "1/3", "1/3"])
    #expect(try shares(52).shapley == ["1/2", "1/2", "0"])
  }

  @Test("gives the published power in the Security Council and in the Council of 1958")
  func councils() throws {
    let security = try VotingBodies.securityCouncil().swings().shapleyShubik.map(\.description)
    #expect(security[0] == (try VotingBodies.index(of: "security-council", "permanent", "shapley-shubik")))
    #expect(security[5] == (try VotingBodies.index(of: "security-council", "other", "shapley-shubik")))
    let six = try VotingBodies.council1958()
    let swings = try six.swings()
    for (measure, shares) in [
      ("shapley-shubik", swings.shapleyShubik), ("banzhaf-normalised", swings.banzhafNormalised),
    ] {
      for (voter, share) in zip(six.voters, shares) where ["Germany", "Belgium", "Luxembourg"].contains(voter) {
        #expect(share.description == (try VotingBodies.index(of: "council-1958", voter, measure)), "\(voter)")
      }
    }
  }

  @Test("gives the shares under the Treaty of Nice, 7.78 % to 0.94 %, to their printed digits")
  func nice() throws {
    let council = try VotingBodies.read("eu27-nice", member: "member", quota: 255)
    let swings = try council.swings()
    for (voter, count) in zip(council.voters, swings.totals) where ["Germany", "Malta"].contains(voter) {
      #expect("\(count)" == (try VotingBodies.index(of: "eu27-nice", voter, "swings")))
    }
    let shares = try council.power().banzhafNormalised
    #expect(abs(shares[0] - 0.0778) <= 5e-5)  // printed in hundredths of a per cent
    #expect(abs(shares[26] - 0.0094) <= 5e-5)
  }

  @Test("counts the winning coalitions of the Council under the Treaty of Lisbon as going through all of them does")
  func lisbon() throws {
    let rows = try literature("voting-bodies/eu27-lisbon.csv")
    let population = rows.compactMap { $0["population_hundreds"].flatMap { Int($0) } }
    let quota = (population.reduce(0, +) * 65 + 99) / 100
    let council = try WeightedVotingGame(
      voters: rows.compactMap { $0["member"] },
      criteria: [.init(weights: population, quota: quota), .members(15, of: 27)], minimumBlockers: 4)
    let swings = try council.swings()
    #expect(swings.winningCoalitions == 17_762_668)
    let shares = swings.shapleyShubik
    for (index, member) in council.voters.enumerated()
    where ["Germany", "France", "Bulgaria", "Malta"].contains(member) {
      #expect("\(swings.totals[index])" == (try VotingBodies.index(of: "eu27-lisbon", member, "swings")))
      #expect(shares[index].description == (try VotingBodies.index(of: "eu27-lisbon", member, "shapley-shubik")))
    }
  }

  @Test("gives the exact power of states in the Electoral College, and the same by its chances")
  func electoralCollege() throws {
    let college = try VotingBodies.read("electoral-college-2024", member: "state", quota: 270)
    let (swings, power) = (try college.swings(), try college.power())
    let exact = swings.shapleyShubik
    for (index, state) in college.voters.enumerated() {
      #expect(abs(power.shapleyShubik[index] - exact[index].approximation) <= 1e-15 * power.shapleyShubik[index] * 51)
      guard ["California", "Texas", "Wyoming"].contains(state) else { continue }
      let body = "electoral-college-2024"
      #expect(exact[index].description == (try VotingBodies.index(of: body, state, "shapley-shubik")))
      #expect("\(swings.totals[index])" == (try VotingBodies.index(of: body, state, "swings")))
    }
    #expect(exact.reduce(0, +) == 1)
  }

  @Test("agrees with the table of any small body", arguments: UInt64(0)..<80)
  func smallBodies(seed: UInt64) throws {
    let body = try VotingBodies.random(voters: 7, seed: seed)
    let (table, n) = (try body.table(), body.voters.count)
    let (swings, power) = (try body.swings(), try body.power())
    for voter in 0..<n {
      var counts = [UInt128](repeating: 0, count: n)
      for coalition in [Coalition.empty] + table.coalitions where !coalition.contains(voter) {
        if table[coalition.adding(voter)] > table[coalition] { counts[coalition.count] += 1 }
      }
      #expect(swings.bySize[voter] == counts)
      #expect(power.banzhaf[voter] == Double(counts.reduce(0, +)) / Double(1 << (n - 1)))
      #expect(abs(power.shapleyShubik[voter] - shapleyValue(of: table)[voter]) <= 1e-14)  // sums of 64 fractions
    }
    #expect(swings.winningCoalitions == UInt128(table.worths.filter { $0 == 1 }.count))
    #expect(swings.shapleyShubik.reduce(0, +) == 1)
  }

  @Test("reckons the same with votes so large that sums cannot be told apart one by one", arguments: UInt64(0)..<30)
  func largeVotes(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let weights = (0..<Int.random(in: 2...11, using: &chance)).map { _ in
      Int.random(in: 0...3, using: &chance) * 1_000_000_007 + Int.random(in: 1...5, using: &chance)
    }
    let voters = weights.indices.map { "v\($0)" }
    let quota = Int.random(in: 1...weights.reduce(0, +), using: &chance)
    let body = try WeightedVotingGame(
      voters: voters, criteria: [.init(weights: weights, quota: quota), .members(2, of: weights.count)],
      minimumBlockers: 2)
    let (table, power) = (try body.table(), try body.power())
    for (index, share) in shapleyValue(of: table).shares.enumerated() {
      #expect(abs(power.shapleyShubik[index] - share) <= 1e-14)  // sums of up to 1024 fractions
    }
  }

  @Test("gives equal voters beyond 127 equal parts, and one without votes nothing")
  func hundreds() throws {
    let equal = try WeightedVotingGame(
      voters: (0..<142).map { "v\($0)" }, weights: [Int](repeating: 3, count: 141) + [0], quota: 212)
    let power = try equal.power()
    for voter in 0..<141 { #expect(abs(power.shapleyShubik[voter] * 141 - 1) <= 1e-12) }  // 700 roundings
    #expect(power.shapleyShubik[141] == 0)
    #expect(power.banzhaf[141] == 0)
    // C(140, 70) / 2¹⁴⁰, in whole numbers.
    #expect(abs(power.banzhaf[0] / 0.0673132445486328 - 1) <= 1e-12)  // 700 roundings
  }

  @Test("reckons chances that agree with exact counts", arguments: [(90, 1), (120, 2)])
  func chancesAgreeWithCounts(count: Int, salt: UInt64) throws {
    var chance = SeededChance(seed: salt)
    let weights = (0..<count).map { _ in Int.random(in: 0...12, using: &chance) }
    let quota = weights.reduce(0, +) * 3 / 5
    let small = try WeightedVotingGame(voters: weights.indices.map { "v\($0)" }, weights: weights, quota: quota)
    // Voters without votes change nothing for the others but carry the body beyond what is counted.
    let large = try WeightedVotingGame(
      voters: (0..<130).map { "v\($0)" }, weights: weights + [Int](repeating: 0, count: 130 - count), quota: quota)
    let (counted, reckoned) = (try small.power(), try large.power())
    for voter in weights.indices where weights[voter] > 0 {
      #expect(abs(reckoned.shapleyShubik[voter] / counted.shapleyShubik[voter] - 1) <= 1e-12)
      #expect(abs(reckoned.banzhaf[voter] / counted.banzhaf[voter] - 1) <= 1e-12)
    }
  }

  @Test("does not depend on the order of the voters", arguments: UInt64(0)..<20)
  func order(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let weights = (0..<12).map { _ in Int.random(in: 0...40, using: &chance) }
    let quota = Int.random(in: 1...max(weights.reduce(0, +), 1), using: &chance)
    let order = weights.indices.shuffled(using: &chance)
    let names = weights.indices.map { "v\($0)" }
    let plain = try WeightedVotingGame(voters: names, weights: weights, quota: quota)
    let mixed = try WeightedVotingGame(
      voters: order.map { names[$0] }, weights: order.map { weights[$0] }, quota: quota)
    #expect(try mixed.power().shapleyShubik == order.map { try plain.power().shapleyShubik[$0] })
    #expect(
      try mixed.minimalWinningPower().memberships == order.map { try plain.minimalWinningPower().memberships[$0] })
  }

  @Test func refusesWhatIsNoVote() {
    func error(
      _ voters: [String], _ weights: [Int], _ quota: Int, blockers: Int = 1
    ) -> String? {
      do throws(StructuredGameError) {
        _ = try WeightedVotingGame(
          voters: voters, criteria: [.init(weights: weights, quota: quota)], minimumBlockers: blockers)
      } catch { return "\(error)" }
      return nil
    }
    #expect(error([], [], 1) == "there is nobody to divide anything; name at least one")
    #expect(error(["a", "a"], [1, 1], 1) == "two players are called 'a'; give each a name of its own")
    #expect(error(["a"], [1, 1], 1) == "2 weights where 1 are needed; give one for each, in order")
    #expect(error(["a", "b"], [1, -1], 1) == "'b' has -1 votes; give a whole number from zero up")
    #expect(error(["a", "b"], [1, 1], 3) == "a quota of 3 with 2 votes in all; give one between 1 and 2")
    #expect(error(["a", "b"], [1, 1], 0) == "a quota of 0 with 2 votes in all; give one between 1 and 2")
    #expect(error(["a"], [1], 1, blockers: 2) == "2 voters to block among 1; give a number between 1 and 1")
    #expect(error(["a"], [.max], 1) != nil)
    #expect(error(["a"], [1], 1) == nil)
    #expect(throws: StructuredGameError.noCriterion) { try WeightedVotingGame(voters: ["a"], criteria: []) }
    #expect(throws: StructuredGameError.tooManyVotersToCount(128, limit: 127)) {
      try WeightedVotingGame(
        voters: (0..<128).map { "\($0)" }, weights: [Int](repeating: 1, count: 128), quota: 65
      ).swings()
    }
  }
}
