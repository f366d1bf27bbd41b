/// How much of its weight a party casts for the nearer of two options.
public enum DecisionVote: Hashable, Sendable, CaseIterable {
  /// All of it, whatever the difference.
  case whole
  /// In proportion to how much nearer the one is than the other, as a share of the scale.
  case proportional
  /// In proportion to the cube of that share: those with much at stake decide.
  case cubic

  /// The part of its weight, from −1 to 1, that a party casts for an option nearer by `lead`, a share of the scale.
  ///
  /// Options as near as each other within 1e-12 of the scale, what reckoning distances rounds away, are equally near.
  func cast(_ lead: Double) -> Double {
    guard abs(lead) > 1e-12 else { return 0 }
    return switch self {
    case .whole: lead > 0 ? 1 : lead < 0 ? -1 : 0
    case .proportional: lead
    case .cubic: lead * lead * lead
    }
  }
}

/// Every position taken on an issue, voted on against every other.
public struct MajorityContest: Hashable, Sendable {
  /// The number of the issue.
  public let issue: Int
  /// The positions put to the vote, ascending, in the issue's unit.
  public let options: [Double]
  /// `margins[a][b]`: the votes for option a less those for option b, in the unit of capability.
  public let margins: [[Double]]
  /// The numbers of the options that no other beats; several where the votes between them are equal.
  public let unbeaten: [Int]
  /// The number of the option that beats every other; nil where none does.
  public let winner: Int?

  /// The numbers of the options that beat the option numbered `option`.
  /// - Parameter option: A number of ``options``.
  /// - Returns: The winners over it, ascending.
  public func beaters(of option: Int) -> [Int] {
    options.indices.filter { margins[$0][option] > 0 }
  }
}

/// The vote between every two positions taken on an issue, and the position that beats all others, the Condorcet
/// winner.
///
/// A party prefers the nearer of two positions and casts its capability times its salience, whole or in part. The
/// weighted median wins however votes are cast: of any other position, more than half of the weight lies on the
/// median's side, and is cast in full. Where weights on both sides are equal nobody wins and several positions are
/// unbeaten. The way of voting changes who else beats whom.
///
/// - Parameters:
///   - setting: The issues and the parties.
///   - vote: How much of its weight a party casts.
/// - Returns: One contest for each issue, in their order.
/// - Complexity: For each issue the parties times the square of the different positions.
///
/// Source: Black (1948), J. Polit. Econ. 56, 23–34, for the median; Bueno de Mesquita (1994) in European Community
/// Decision Making, ch. 4, for votes in proportion.
public func majorityContests(of setting: DecisionSetting, vote: DecisionVote = .whole) -> [MajorityContest] {
  let greatest = setting.parties.map(\.capability).max() ?? 0
  return setting.issues.indices.map { number in
    let issue = setting.issues[number]
    let weights = setting.weights(on: number)
    let stakes = setting.parties.map { $0.stakes[number] }
    let options = Set(stakes.compactMap { $0?.position }).sorted()
    let width = issue.high - issue.low
    var margins = [[Double]](repeating: [Double](repeating: 0, count: options.count), count: options.count)
    for a in options.indices {
      for b in 0..<a {
        var votes = 0.0
        var size = 0.0
        for (stake, weight) in zip(stakes, weights) {
          guard let stake else { continue }
          let lead = (abs(stake.position - options[b]) - abs(stake.position - options[a])) / width
          votes += weight * vote.cast(lead)
          size += weight * abs(vote.cast(lead))
        }
        // Votes that differ by what adding up rounds away are equal: 1e-12 of all that were cast.
        let margin = abs(votes) <= 1e-12 * size ? 0 : votes * greatest
        margins[a][b] = margin
        margins[b][a] = -margin
      }
    }
    let unbeaten = options.indices.filter { option in margins[option].allSatisfy { $0 >= 0 } }
    let winner = options.indices.first { option in
      options.indices.allSatisfy { $0 == option || margins[option][$0] > 0 }
    }
    return MajorityContest(issue: number, options: options, margins: margins, unbeaten: unbeaten, winner: winner)
  }
}
