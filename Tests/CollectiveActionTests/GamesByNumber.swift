import CollectiveAction
import Mathematics

/// Small games for properties over numbered seeds.
enum GamesByNumber {
  static let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"]

  /// A game of 1 to 5 players whose worths are tenths; of every three, one has ties in plenty, and one is nearly
  /// convex, so that many properties are in the balance.
  static func tenths(_ seed: UInt64, players: Int? = nil, kind: CoalitionGame.Kind? = nil) throws -> CoalitionGame {
    var chance = RandomStream(seed: seed, stream: [7])
    let n = players ?? Int.random(in: 1...5, using: &chance)
    let kind = kind ?? (Bool.random(using: &chance) ? .cost : .surplus)
    return try CoalitionGame(players: Array(names.prefix(n)), kind: kind) { coalition in
      let tenths: Int
      switch seed % 3 {
      case 0: tenths = Int.random(in: -50...50, using: &chance)
      case 1: tenths = coalition.count + Int.random(in: 0...1, using: &chance)
      default:
        let bend = kind == .cost ? -coalition.count * coalition.count : coalition.count * coalition.count
        tenths = 3 * bend + Int.random(in: 0...3, using: &chance)
      }
      return Double(tenths) / 10
    }
  }

  /// The Skåne water supply (Young, Okada & Hashimoto 1982), million Swedish crowns.
  static func skane() throws -> CoalitionGame {
    let table = try LiteratureTable("young-okada-hashimoto-1982/costs.csv")
    return try game(players: ["A", "H", "K", "L", "M", "T"], table: table, cost: "cost_million_sek") {
      $0.map(String.init)
    }
  }

  static func game(
    players: [String], table: LiteratureTable, cost: String, members: (String) -> [String]
  ) throws -> CoalitionGame {
    var worths = [Double](repeating: 0, count: 1 << players.count)
    for (row, worth) in zip(table.rows, table.numbers(cost)) {
      let coalition = Coalition(members(row["coalition"] ?? "").compactMap { players.firstIndex(of: $0) })
      worths[Int(coalition.mask)] = worth ?? .nan
    }
    return try CoalitionGame(players: players, kind: .cost, worths: worths)
  }

  /// What a coalition of an airport's users saves: all need the longest runway any of them needs.
  static func airportSavings(_ costs: [Double]) throws -> CoalitionGame {
    try CoalitionGame(players: Array(names.prefix(costs.count)), kind: .cost) { coalition in
      coalition.map { costs[$0] }.max() ?? 0
    }.savingsGame()
  }
}
