import CollectiveAction
import Sharing
import Testing

@Suite struct BankruptcyTests {
  @Test("gives the divisions of the Mishnah, Aumann & Maschler (1985)")
  func talmud() throws {
    for row in try literature("aumann-maschler-1985/estates.csv") {
      let estate = try #require(row["estate"].flatMap(Double.init))
      let problem = try BankruptcyProblem(
        claimants: ["a", "b", "c"], claims: fractions(row["claims"]), estate: estate)
      for (share, published) in zip(problem.talmud.shares, fractions(row["shares"])) {
        #expect(abs(share - published) <= 1e-12)  // printed as fractions
      }
    }
  }

  @Test("gives the division of Ibn Ezra, O'Neill (1982)")
  func ibnEzra() throws {
    let rows = try literature("oneill-1982/ibn-ezra.csv")
    let problem = try BankruptcyProblem(
      claimants: rows.compactMap { $0["son"] }, claims: rows.compactMap { $0["claim"].flatMap(Double.init) },
      estate: 120)
    for (share, row) in zip(problem.minimalOverlap.shares, rows) {
      let published = try #require(row["share"].flatMap(Double.init))
      #expect(abs(share - published) <= 5e-10)  // printed to nine decimals
    }
  }

  static func random(_ seed: UInt64) throws -> BankruptcyProblem {
    var chance = SeededChance(seed: seed)
    let claims = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
      Double(Int.random(in: 0...40, using: &chance)) / 4
    }
    let estate = Double(Int.random(in: 0...Int(claims.reduce(0, +) * 4), using: &chance)) / 4
    return try BankruptcyProblem(claimants: claims.indices.map { "\($0)" }, claims: claims, estate: estate)
  }

  @Test("agrees with the nucleolus and the Shapley value of the table", arguments: UInt64(0)..<30)
  func agreesWithTheTable(seed: UInt64) throws {
    let problem = try Self.random(seed)
    let table = try problem.table()
    let (solution, arrival) = (try nucleolus(of: table).allocation, try problem.randomArrival())
    let value = shapleyValue(of: table)
    for index in problem.claims.indices {
      #expect(abs(problem.talmud[index] - solution[index]) <= 1e-12)  // fractions of at most two digits, rounded once
      #expect(abs(arrival[index] - value[index]) <= 1e-12)  // sums of up to 64 such
    }
  }

  @Test("pays nobody more than its claim or less than nothing, and the estate in all", arguments: UInt64(0)..<60)
  func bounds(seed: UInt64) throws {
    let problem = try Self.random(seed)
    for division in [
      problem.proportional, problem.constrainedEqualAwards, problem.constrainedEqualLosses, problem.talmud,
      problem.minimalOverlap, try problem.randomArrival(),
    ] {
      #expect(abs(division.sum - problem.estate) <= 1e-12)  // six roundings
      for (share, claim) in zip(division.shares, problem.claims) { #expect(share >= -1e-12 && share <= claim + 1e-12) }
    }
  }

  @Test("divides equal awards, equal losses and overlaps as worked by hand")
  func byHand() throws {
    let problem = try BankruptcyProblem(claimants: ["a", "b", "c"], claims: [100, 200, 300], estate: 330)
    #expect(problem.proportional.shares == [55, 110, 165])
    #expect(problem.constrainedEqualAwards.shares == [100, 115, 115])
    #expect(problem.constrainedEqualLosses.shares == [10, 110, 210])
    // Beyond t = 170 the claims of b and c, 30 and 130, lie apart; with t they make up the estate.
    let third = 100.0 / 3
    let expected: [Double] = [third, third + 65, third + 165]
    for (share, value) in zip(problem.minimalOverlap.shares, expected) {
      #expect(abs(share - value) <= 1e-13)  // two roundings
    }
    let nothing = try BankruptcyProblem(claimants: ["a"], claims: [0], estate: 0)
    #expect(nothing.proportional.shares == [0])
    #expect(try nothing.randomArrival().shares == [0])
  }

  @Test("serves a hundred claimants in every order without a table")
  func hundred() throws {
    let claims = (0..<100).map { Double($0 % 10 + 1) }
    let problem = try BankruptcyProblem(claimants: claims.indices.map { "\($0)" }, claims: claims, estate: 275)
    let shares = try problem.randomArrival()
    // Half of all claims: by symmetry everybody gets half.
    for (share, claim) in zip(shares.shares, claims) { #expect(abs(share - claim / 2) <= 1e-12 * claim) }
  }

  @Test("follows the unit of money", arguments: [1e-9, 1e12])
  func scale(factor: Double) throws {
    let claims = [3.0, 7, 8, 20]
    let plain = try BankruptcyProblem(claimants: ["a", "b", "c", "d"], claims: claims, estate: 17)
    let scaled = try BankruptcyProblem(
      claimants: plain.claimants, claims: claims.map { $0 * factor }, estate: 17 * factor)
    for (one, other) in [
      (plain.talmud, scaled.talmud), (try plain.randomArrival(), try scaled.randomArrival()),
      (plain.minimalOverlap, scaled.minimalOverlap),
    ] {
      for (share, large) in zip(one.shares, other.shares) { #expect(abs(large / factor - share) <= 1e-13 * 38) }
    }
  }

  @Test func refusesWhatIsNoBankruptcy() {
    func error(_ claims: [Double], _ estate: Double) -> String? {
      do throws(StructuredGameError) {
        _ = try BankruptcyProblem(claimants: ["a", "b"], claims: claims, estate: estate)
      } catch { return "\(error)" }
      return nil
    }
    #expect(error([1, -1], 0) == "the claim of 'b' is -1; give a number from zero up")
    #expect(error([1, .nan], 0) == "the claim of 'b' is nan; give a number from zero up")
    #expect(error([1], 0) == "1 claims where 2 are needed; give one for each, in order")
    #expect(error([1, 1], -1) == "the amount of 'estate' is -1; give a number from zero up")
    #expect(
      error([1, 1.5], 3) == "an estate of 3 is more than all claims, 2.5; pay the claims in full and divide the rest "
        + "as a gain")
    #expect(error([0.1, 0.2], 0.3) == nil)
  }
}
