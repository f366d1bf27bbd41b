import CollectiveAction
import Mathematics

/// What every coalition of a game misses under some shares, exactly, the largest first: of two divisions the one
/// whose list comes first in the dictionary is nearer to the prenucleolus.
struct SortedExcesses: Comparable {
  let amounts: [Rational]

  init(of shares: [Rational], in game: CoalitionGame) {
    amounts = game.coalitions.map { coalition in
      let total = coalition.reduce(Rational.zero) { $0 + shares[$1] }
      let worth = Rational(decimal: game[coalition])
      return game.kind == .cost ? total - worth : worth - total
    }.sorted(by: >)
  }

  static func < (left: SortedExcesses, right: SortedExcesses) -> Bool {
    left.amounts.lexicographicallyPrecedes(right.amounts)
  }
}

extension Sequence<String> {
  /// The fractions the texts stand for, such as `7/3` or `34.69`.
  var fractions: [Rational] { compactMap { Rational($0) } }
}
