/// Which of several outcomes all players prefer to which others.
///
/// One outcome is above another when nobody bears more in it and somebody less (Pareto).
public struct ParetoOrder: Sendable, Equatable {
  /// How two outcomes stand to each other.
  public enum Relation: String, Sendable, Codable, CaseIterable {
    /// Nobody bears more in the first, somebody less.
    case above
    /// Nobody bears less in the first, somebody more.
    case below
    /// All bear the same.
    case alike
    /// Some bear more, some less.
    case opposed
  }

  /// Row i, column j: how outcome i stands to outcome j.
  public let relations: [[Relation]]

  /// - Parameters:
  ///   - costs: a row an outcome, a cost a player.
  ///   - rounding: differences of no more than this count as none.
  public init(of costs: [[Double]], within rounding: Double) {
    relations = costs.map { first in
      costs.map { second in
        let better = zip(first, second).contains { $0 < $1 - rounding }
        let worse = zip(first, second).contains { $0 > $1 + rounding }
        return better ? (worse ? .opposed : .above) : worse ? .below : .alike
      }
    }
  }

  /// The outcomes that no other is above, ascending.
  public var undominated: [Int] { relations.indices.filter { !relations[$0].contains(.below) } }

  /// The outcome that all like at least as well as every other; the first if several are alike, none if interests differ.
  public var best: Int? {
    relations.indices.first { relations[$0].allSatisfy { $0 == .above || $0 == .alike } }
  }

  /// The number of pairs in which one is above the other.
  public var rankedPairs: Int { pairs(.above) + pairs(.below) }

  /// The number of pairs in which some prefer the one and some the other.
  public var opposedPairs: Int { pairs(.opposed) }

  private func pairs(_ relation: Relation) -> Int {
    relations.indices.reduce(0) { sum, i in
      sum + relations[i].dropFirst(i + 1).filter { $0 == relation }.count
    }
  }
}
