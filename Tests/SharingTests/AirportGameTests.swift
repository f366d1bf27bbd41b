import CollectiveAction
import Sharing
import Testing

@Suite struct AirportGameTests {
  @Test("gives the landing fees of Birmingham, Littlechild & Thompson (1977)")
  func birmingham() throws {
    let rows = try literature("littlechild-thompson-1977/birmingham.csv")
    func column(_ name: String) -> [Double] { rows.compactMap { $0[name].flatMap(Double.init) } }
    let airport = AirportGame(
      types: zip(column("capital_cost"), column("movements")).map { .init(cost: $0, users: Int($1)) })
    #expect(airport.types.count == 11)
    for (fees, name) in [(airport.shapleyFees, "shapley_fee"), (airport.nucleolusFees, "nucleolus_fee")] {
      for (fee, published) in zip(fees, column(name)) {
        #expect(abs(fee - published) <= 0.005 + 1e-9)  // printed to two decimals
      }
      let total = zip(fees, airport.types).reduce(0) { $0 + $1.0 * Double($1.1.users) }
      #expect(abs(total - 117_676) <= 1e-6)  // rounding of 13 572 fees
    }
  }

  @Test("agrees with the table of four aircraft")
  func fourAircraft() throws {
    let rows = try literature("littlechild-thompson-1977/four-aircraft.csv")
    func column(_ name: String) -> [Double] { rows.compactMap { $0[name].flatMap(Double.init) } }
    let costs = column("capital_cost")
    let table = try CoalitionGame(players: ["1", "2", "3", "4"], kind: .cost) { $0.map { costs[$0] }.max() ?? 0 }
    let airport = AirportGame(types: costs.map { .init(cost: $0, users: 1) })
    for index in costs.indices {
      #expect(abs(shapleyValue(of: table)[index] - column("shapley")[index]) <= 1e-12)
      #expect(abs(airport.shapleyFees[index] - column("shapley")[index]) <= 1e-12)
      #expect(airport.nucleolusFees[index] == column("nucleolus")[index])
    }
    #expect(try nucleolus(of: table).allocation.shares == column("nucleolus"))
  }

  @Test("agrees with the table of any small airport", arguments: UInt64(0)..<30)
  func smallAirports(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let types = (0..<Int.random(in: 1...3, using: &chance)).map { _ in
      AirportGame.UserType(
        cost: Double(Int.random(in: 0...40, using: &chance)), users: Int.random(in: 1...2, using: &chance))
    }
    let airport = AirportGame(types: types)
    let costs = airport.types.flatMap { [Double](repeating: $0.cost, count: $0.users) }
    func spread(_ fees: [Double]) -> [Double] {
      zip(fees, airport.types).flatMap { [Double](repeating: $0, count: $1.users) }
    }
    let table = try CoalitionGame(players: costs.indices.map { "\($0)" }, kind: .cost) {
      $0.map { costs[$0] }.max() ?? 0
    }
    let solution = try nucleolus(of: table)
    #expect(solution.verdict == .certified)
    for (fees, shares) in [
      (airport.shapleyFees, shapleyValue(of: table)), (airport.nucleolusFees, solution.allocation),
    ] {
      for (fee, share) in zip(spread(fees), shares.shares) { #expect(abs(fee - share) <= 1e-10) }
    }
  }
}
