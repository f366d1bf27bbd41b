import CollectiveAction
import Foundation
import Testing

/// One of the games that `Oracle/nucleoli.py` solved in fractions: drawn again here, bit for bit, from its kind
/// and its number.
struct OracleGame: CustomStringConvertible {
  /// Where a game's worths come from; in the order of the streams they are drawn from.
  enum Kind: String, CaseIterable {
    /// Worths 0, 1 or 2; every other one a weighted vote.
    case fewValues = "few-values"
    /// A worth depends on how many members of two types a coalition has.
    case symmetric
    /// Worths without any order: rarely superadditive.
    case chance
    /// Middling coalitions are worth nearly as much as all together.
    case emptyCore = "empty-core"
    /// Pairs gain from each other.
    case convex
    /// Nobody gains or loses from anybody.
    case additive
    /// The largest user's cost; every other one an estate too small for its claims.
    case airport
    /// Whole multiples of 10¹².
    case huge
    /// Whole multiples of 10⁻⁹, every other one of 10⁻².
    case tiny
    /// 10⁹ for every member, every other one with two decimals.
    case offset
  }

  static let gamesOfAKind = 200

  let kind: Kind
  let number: Int
  private let stream: UInt64

  init(kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
    stream = UInt64((Kind.allCases.firstIndex(of: kind) ?? 0) * 1000 + number)
  }

  var description: String { "\(kind.rawValue) \(number)" }

  /// 64 random bits, a function of where they stand (finaliser of SplitMix64; Steele, Lea & Flood 2014).
  private func draw(_ index: Int) -> UInt64 {
    var bits = stream &* 0xD134_2543_DE82_EF95 &+ UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  private func whole(_ index: Int, _ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(draw(index) % UInt64(range.count))
  }

  var playerCount: Int { [1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7][Int(draw(2000) % 12)] }

  private var isOdd: Bool { number % 2 == 1 }

  private var worthKind: CoalitionGame.Kind {
    if kind == .airport { return isOdd ? .surplus : .cost }
    return draw(2001) % 2 == 1 ? .cost : .surplus
  }

  /// The game itself.
  var game: CoalitionGame {
    get throws {
      try CoalitionGame(players: (0..<playerCount).map { "p\($0)" }, kind: worthKind, worth: worth)
    }
  }

  private func worth(of coalition: Coalition) -> Double {
    switch kind {
    case .huge: Double(wholeWorth(of: coalition)) * 1e12
    // A quotient is rounded once, to the number nearest to the decimal.
    case .tiny: Double(wholeWorth(of: coalition)) / (isOdd ? 100 : 1e9)
    case .offset where isOdd: Double(wholeWorth(of: coalition) + 100_000_000_000 * coalition.count) / 100
    case .offset: Double(wholeWorth(of: coalition) + 1_000_000_000 * coalition.count)
    default: Double(wholeWorth(of: coalition))
    }
  }

  private func wholeWorth(of coalition: Coalition) -> Int {
    let mask = Int(coalition.mask)
    func total(_ numbers: [Int]) -> Int { coalition.reduce(0) { $0 + numbers[$1] } }
    // From 1000 up the numbers of players, from 1100 up those of pairs; a coalition's own is at its mask.
    let alone = (0..<playerCount).map { whole(1000 + $0, 0...100) }
    /// A gain as it is, or as a cost: that much less than the members' own.
    func saved(_ gain: Int) -> Int { worthKind == .cost ? total(alone) - gain : gain }
    switch kind {
    case .fewValues where isOdd:
      let weights = (0..<playerCount).map { whole(1000 + $0, 1...20) }
      return saved(2 * total(weights) > weights.reduce(0, +) ? 1 : 0)
    case .fewValues: return whole(mask, 0...(number % 4 == 0 ? 1 : 2))
    case .symmetric:
      let types = (0..<playerCount).map { whole(1000 + $0, 0...1) }
      return whole(8 * coalition.count + total(types), 0...20)
    case .emptyCore:
      let isMiddling = coalition.count < playerCount
      return saved(coalition.count < 2 ? 0 : isMiddling ? whole(mask, 60...90) : 100)
    case .convex:
      return saved(
        coalition.reduce(0) { sum, second in
          coalition.filter { $0 < second }.reduce(sum) { $0 + whole(1100 + 8 * $1 + second, 0...30) }
        })
    case .additive: return total(alone) - 50 * coalition.count
    case .airport where isOdd:
      let estate = whole(1200, 0...alone.reduce(0, +))
      return max(0, estate - (alone.reduce(0, +) - total(alone)))
    case .airport: return coalition.map { alone[$0] }.max() ?? 0
    case .chance: return whole(mask, -20...30)
    case .huge, .tiny, .offset: return whole(mask, -500...900)
    }
  }
}

/// What `Oracle/nucleoli.py` answers for one game, in exact fractions; nil where there is no imputation.
struct OracleAnswer {
  let players: Int
  let worths: String
  /// The excess at which the first coalitions settle; nil for a single player.
  let firstLevel: String?
  let prenucleolus: [String]
  let nucleolus: [String]?
  let perCapitaPrenucleolus: [String]
  let perCapitaNucleolus: [String]?

  /// All answers, by the description of their games; read once.
  static let all: Result<[String: OracleAnswer], any Error> = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/nucleoli.csv")
    var answers: [String: OracleAnswer] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 9)
      func shares(_ cell: String, freely: String) -> [String]? {
        cell == "none" ? nil : (cell == "=" ? freely : cell).split(separator: " ").map(String.init)
      }
      answers["\(cells[0]) \(cells[1])"] = OracleAnswer(
        players: try #require(Int(cells[2])), worths: cells[3], firstLevel: cells[4].isEmpty ? nil : cells[4],
        prenucleolus: try #require(shares(cells[5], freely: "")), nucleolus: shares(cells[6], freely: cells[5]),
        perCapitaPrenucleolus: try #require(shares(cells[7], freely: "")),
        perCapitaNucleolus: shares(cells[8], freely: cells[7]))
    }
    return answers
  }
}
