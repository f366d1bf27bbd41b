import Mathematics

/// A choice between options whose net gains are known by draws only, acting alone always being one of them.
///
///     let draws = try draw(count: 8192, seed: 1, inputs: 19, outputs: 12) { point throws(AppraisalError) in
///       try netGains(of: MechanismCatalogue.twelve, under: circumstances(at: point))
///     }
///     let decision = try DecisionUnderUncertainty(options: names, netGains: draws.accepted)
///     decision.outlooks[0].bestChance       // with its standard error
///     decision.perfectInformation           // what it would be worth to know everything
///
/// All options are compared within each draw, under the same luck.
public struct DecisionUnderUncertainty: Sendable, Equatable {
  /// How many draws there were.
  public let draws: Int
  /// Each option in the order given, and acting alone at last.
  public let outlooks: [Outlook]
  /// What it would be worth to know everything before choosing: the mean of the best in each draw less the best mean,
  /// which is the least expected regret (Raiffa & Schlaifer 1961).
  public let perfectInformation: SampledFigure

  /// The option with the largest mean; acting alone where none gains in the mean, the first of equals.
  public var best: Outlook { Self.first(of: outlooks) { $0.mean.value } }
  /// The option whose largest regret is smallest (Savage 1951, J. Amer. Stat. Assoc. 46, 55–67), over the draws that
  /// were made: with more of them it can only grow. Acting alone where it is as good, the first of equals.
  public var leastRegret: Outlook { Self.first(of: outlooks) { -$0.largestRegret } }

  /// - Parameters:
  ///   - options: their names, at least one.
  ///   - netGains: a row a draw, a column an option; finite numbers.
  ///   - players: names, where the gains of each are known.
  ///   - gains: what each player gains, draws × options × players numbers, the players of one option side by side.
  /// - Throws: ``DecisionError`` when there is no draw or no option, the numbers do not fit together or are not finite.
  /// - Complexity: draws × options × (players + log draws).
  public init(
    options: [String], netGains: Matrix, players: [String] = [], gains: [Double] = []
  ) throws(DecisionError) {
    let values = try NetGains(of: options, netGains)
    let needed = netGains.elements.count * players.count
    guard gains.count == needed else { throw .gainCount(given: gains.count, needed: needed) }
    draws = values.draws
    outlooks = values.columns.indices.map { option in
      let isAlone = option == options.count
      return Outlook(
        option: isAlone ? nil : options[option], net: values.columns[option], lead: values.lead,
        share: values.shares(of: option),
        players: players.indices.map { player in
          let own = (0..<values.draws).map { draw in
            isAlone ? 0 : gains[(draw * options.count + option) * players.count + player]
          }
          return PlayerOutlook(
            player: players[player], gainChance: SampledFigure(meanOf: own.lazy.map { $0 > 0 ? 1 : 0 }),
            lossChance: SampledFigure(meanOf: own.lazy.map { $0 < 0 ? 1 : 0 }), mean: SampledFigure(meanOf: own))
        })
    }
    perfectInformation = Self.first(of: outlooks) { $0.mean.value }.expectedRegret
  }

  private static func first(of outlooks: [Outlook], by value: (Outlook) -> Double) -> Outlook {
    // Acting alone comes first: what is no better is not worth doing.
    let alone = outlooks[outlooks.count - 1]
    return outlooks.dropLast().reduce(alone) { value($1) > value($0) ? $1 : $0 }
  }
}

/// Net gains by option, acting alone at last.
struct NetGains {
  let draws: Int
  let columns: [[Double]]
  /// What the best option gains in each draw.
  let lead: [Double]
  /// How many options gain as much as the best, acting alone counted only where nothing gains.
  private let leaders: [Double]

  init(of options: [String], _ netGains: Matrix) throws(DecisionError) {
    guard !options.isEmpty else { throw .noOptions }
    guard netGains.rows > 0 else { throw .noDraws }
    guard netGains.columns == options.count else {
      throw .optionCount(given: netGains.columns, named: options.count)
    }
    if let place = netGains.elements.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(draw: place / options.count, option: options[place % options.count])
    }
    draws = netGains.rows
    var lead = [Double](repeating: 0, count: netGains.rows)
    var leaders = [Double](repeating: 1, count: netGains.rows)
    for draw in 0..<netGains.rows {
      for option in options.indices {
        let value = netGains[draw, option]
        if value > lead[draw] {
          (lead[draw], leaders[draw]) = (value, 1)
        } else if value == lead[draw] && value > 0 {
          leaders[draw] += 1
        }
      }
    }
    self.lead = lead
    self.leaders = leaders
    columns =
      options.indices.map { option in (0..<netGains.rows).map { netGains[$0, option] } }
      + [[Double](repeating: 0, count: netGains.rows)]
  }

  /// The part of each draw in which an option is the best.
  func shares(of option: Int) -> [Double] {
    let isAlone = option == columns.count - 1
    return (0..<draws).map { draw in
      columns[option][draw] == lead[draw] && (lead[draw] > 0) != isAlone ? 1 / leaders[draw] : 0
    }
  }

  /// The option with the largest mean, acting alone where none is above zero.
  var best: Int {
    let means = columns.map { $0.reduce(0, +) }
    return means.indices.dropLast().reduce(columns.count - 1) { means[$1] > means[$0] ? $1 : $0 }
  }
}
