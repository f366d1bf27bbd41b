import CollectiveAction
import Foundation
import Testing

/// The rows of a table under Literature, by the names of their columns.
func literature(_ path: String) throws -> [[String: String]] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let text = try String(contentsOf: root.appending(path: "Literature/\(path)"), encoding: .utf8)
  let lines = text.split(separator: "\n").map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  let header = try #require(lines.first)
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
}

/// The cost games and allocations of the literature.
enum PublishedGames {
  /// Young, Okada & Hashimoto (1982).
  static func skane() throws -> CoalitionGame {
    let players = ["A", "H", "K", "L", "M", "T"]
    var costs: [Coalition: Double] = [:]
    for row in try literature("young-okada-hashimoto-1982/costs.csv") {
      let members = try #require(row["coalition"]).map { String($0) }
      costs[Coalition(members.compactMap { players.firstIndex(of: $0) })] = Double(
        try #require(row["cost_million_sek"]))
    }
    #expect(costs.count == 63)
    return try CoalitionGame(players: players, kind: .cost) { costs[$0] ?? .nan }
  }

  static func skaneShares(_ method: String) throws -> [Double] {
    try literature("young-okada-hashimoto-1982/allocations.csv").filter { $0["method"] == method }
      .compactMap { $0["published_million_sek"].flatMap(Double.init) }
  }

  static func skaneMembers(_ column: String) throws -> [Double] {
    try literature("young-okada-hashimoto-1982/members.csv").compactMap { $0[column].flatMap(Double.init) }
  }

  /// Straffin & Heaney (1981).
  static func tennesseeValley() throws -> CoalitionGame {
    let players = ["navigation", "flood control", "power"]
    var costs: [Coalition: Double] = [:]
    for row in try literature("straffin-heaney-1981/costs.csv") {
      let members = try #require(row["coalition"]).split(separator: "+").map { String($0) }
      costs[Coalition(members.compactMap { players.firstIndex(of: $0) })] =
        Double(try #require(row["cost_thousand_dollars"]))
    }
    return try CoalitionGame(players: players, kind: .cost) { costs[$0] ?? .nan }
  }

  static func tennesseeValleyShares(_ method: String) throws -> [Double] {
    let row = try #require(try literature("straffin-heaney-1981/allocations.csv").first { $0["method"] == method })
    return ["navigation", "flood control", "power"].compactMap { row[$0].flatMap(Double.init) }
  }

  /// A surplus game from worths listed by size, then lexicographically, as many papers do.
  static func bySize(_ listed: [Double]) throws -> CoalitionGame {
    let count = (listed.count + 1).trailingZeroBitCount
    let coalitions: [[Int]] = (1...UInt64(listed.count)).map { mask in Array(Coalition(mask: mask)) }
    let order = coalitions.sorted { (left: [Int], right: [Int]) -> Bool in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
    var worths = [Double](repeating: 0, count: listed.count + 1)
    for (members, worth) in zip(order, listed) { worths[Int(Coalition(members).mask)] = worth }
    return try CoalitionGame(players: (1...count).map { "\($0)" }, kind: .surplus, worths: worths)
  }

  /// Whole worths between `range`'s ends, of either kind, with 1 to 5 players or as many as said.
  static func random(
    seed: UInt64, players: Int? = nil, kind: CoalitionGame.Kind? = nil, range: ClosedRange<Int> = -30...60
  ) -> CoalitionGame {
    var chance = SeededChance(seed: seed)
    let count = players ?? Int.random(in: 1...5, using: &chance)
    let worths = (0..<(1 << count)).map { $0 == 0 ? 0 : Double(Int.random(in: range, using: &chance)) }
    let names = (0..<count).map { "p\($0)" }
    return (kind ?? (Bool.random(using: &chance) ? .cost : .surplus)) == .cost
      ? CoalitionGame(players: names, costs: worths) : CoalitionGame(players: names, surpluses: worths)
  }
}
