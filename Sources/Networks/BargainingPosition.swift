import Mathematics

/// What each player brings to the table: what it has without a deal, and how much the others need it.
///
/// The division is the weighted Nash bargaining solution: of all divisions of the joint gain V it makes Π (xᵢ − dᵢ)^wᵢ
/// greatest, which gives xᵢ = dᵢ + wᵢ(V − Σd). An outside option dᵢ counts twice: as the least i takes, and in its weight,
/// since who has something else depends less on each of the others.
///
///     let position = try BargainingPosition(of: dependence, outsideOptions: [4, 0], gain: 10)
///     position.weights    // who has the better outside option has the larger part of what is left
///     position.division   // adds up to 10
///
/// Source: Nash (1950), Econometrica 18, 155–162; with weights, Harsanyi & Selten (1972), Manage. Sci. 18, P80–P106. That
/// alternatives lower dependence is Emerson (1962); the weights are ours.
public struct BargainingPosition: Sendable, Equatable {
  public let players: [String]
  /// dᵢ: what each gets without a deal, in money.
  public let outsideOptions: [Double]
  /// V: what all get together by a deal, in money.
  public let gain: Double
  /// Above zero, adding up to 1, for a balance below 1.
  public let weights: [Double]

  /// - Parameters:
  ///   - dependence: who needs whom.
  ///   - outsideOptions: one a player, finite.
  ///   - gain: what the deal brings, at least the sum of the outside options.
  ///   - balance: 0 for equal weights, 1 for weights by power alone.
  /// - Throws: ``NetworkError`` when figures are missing, not finite, or leave nothing to divide.
  /// - Precondition: `balance` is between 0 and 1.
  public init(
    of dependence: Dependence, outsideOptions: [Double], gain: Double, balance: Double = 0.5
  ) throws(NetworkError) {
    let players = dependence.players
    guard outsideOptions.count == players.count else {
      throw .count(given: outsideOptions.count, players: players.count)
    }
    for (name, option) in zip(players, outsideOptions) where !option.isFinite { throw .outsideOption(of: name, option) }
    let apart = outsideOptions.reduce(0, +)
    guard gain.isFinite, gain >= apart else { throw .nothingToDivide(gain: gain, apart: apart) }
    self.players = players
    self.outsideOptions = outsideOptions
    self.gain = gain
    weights = dependence.lessened(by: outsideOptions, of: gain).bargainingWeights(balance: balance)
  }

  /// xᵢ = dᵢ + wᵢ(V − Σd).
  public var division: [Double] {
    let rest = gain - outsideOptions.reduce(0, +)
    return zip(outsideOptions, weights).map { $0 + $1 * rest }
  }
}

extension Dependence {
  /// The dependence that is left when players have something else: D(i, j)·(1 − dᵢ/V), the fraction within 0 and 1. Own
  /// form.
  /// - Parameters:
  ///   - options: dᵢ, what each gets without the others.
  ///   - gain: V, what all get together; where it is not above zero nothing is lessened.
  /// - Precondition: an option a player.
  public func lessened(by options: [Double], of gain: Double) -> Dependence {
    precondition(options.count == players.count, "an outside option a player")
    var left = matrix
    for i in players.indices {
      let fraction = gain > 0 ? min(max(options[i] / gain, 0), 1) : 0
      for j in players.indices { left[i, j] *= 1 - fraction }
    }
    return Dependence(players: players, matrix: left)
  }
}
