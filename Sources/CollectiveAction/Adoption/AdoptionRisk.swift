/// How much each player must trust in the others before it adopts.
///
/// The risk measure of a player is the smallest probability that all others keep to the greatest equilibrium, nobody
/// adopting otherwise but the holders, at which adopting is its best choice: the greatest equilibrium is p-dominant
/// for every p from the largest of these on.
///
/// Source: p-dominance of Morris, Rob & Shin (1995), Econometrica 63, 145–157.
public struct AdoptionRisk: Sendable, Equatable {
  /// One a player, 0 to 1; 0 for whom adopts whatever the others do, none for those that do not adopt in the greatest
  /// equilibrium.
  public let beliefs: [Double?]
  /// The largest belief: what the most reluctant must expect; 0 when nobody adopts.
  public let largest: Double
  /// The mean over the players that adopt; 0 when nobody does.
  public let mean: Double
}

extension SharedStandard {
  /// The beliefs that the greatest equilibrium asks of its players.
  public var coordinationRisk: AdoptionRisk {
    let greatest = greatestEquilibrium
    let (certain, full) = (gainsFromOthers(holds), gainsFromOthers(greatest))
    let beliefs: [Double?] = players.indices.map {
      guard greatest[$0] else { return nil }
      let lacking = switchingCost[$0] - benefit[$0] * exchange.ownShare - certain[$0]
      guard !holds[$0], lacking > 0 else { return 0 }
      // Above 1 only by rounding, or where nothing but rounding makes it adopt.
      return full[$0] > certain[$0] ? min(lacking / (full[$0] - certain[$0]), 1) : 1
    }
    let asked = beliefs.compactMap { $0 }
    return AdoptionRisk(
      beliefs: beliefs, largest: asked.max() ?? 0,
      mean: asked.isEmpty ? 0 : asked.reduce(0, +) / Double(asked.count))
  }

  /// The switching cost up to which each adopts when it knows nothing of the others.
  ///
  /// It holds every number of other adopters, from none to all, for equally likely, and each set of that many as
  /// well; so it expects half of what the others could bring. Holders are certain. With equal weights and no
  /// holder that is bᵢ(n + 1)/(2n). Among players that are alike it is what play comes to when each sees the
  /// benefit with a little noise (the global game); where players differ it is each one's rule of thumb, and what
  /// the noise leads to is the maximiser of the potential, if there is one (``potential``).
  ///
  /// Source: Carlsson & van Damme (1993), Econometrica 61, 989–1018; Morris & Shin (2003), in Dewatripont, Hansen &
  /// Turnovsky (eds), Advances in economics and econometrics I, 56–114; Frankel, Morris & Pauzner (2003), J. Econ.
  /// Theory 108, 1–44.
  public var laplacianThresholds: [Double] {
    let (certain, full) = (gainsFromOthers(holds), gainsFromOthers([Bool](repeating: true, count: players.count)))
    return players.indices.map { benefit[$0] * exchange.ownShare + certain[$0] + (full[$0] - certain[$0]) / 2 }
  }

  /// Who adopts when everyone judges by its Laplacian threshold: holders, and those whose cost is below it.
  public var laplacianSelection: [Bool] {
    zip(laplacianThresholds, players.indices).map { threshold, player in
      holds[player] || Self.units(threshold, scale) - Self.units(switchingCost[player], scale) > tolerance
    }
  }
}

/// Two players, two choices each, and the same payoffs for both: which choice is safer.
///
///     let hunt = StagHunt(bothFirst: 4, firstAlone: 0, secondAgainstFirst: 3, bothSecond: 2)
///     hunt.riskDominant             // second: 4 − 3 < 2 − 0
///     hunt.smallestBeliefInFirst    // 2/3
///
/// Source: Harsanyi & Selten (1988), A general theory of equilibrium selection in games.
public struct StagHunt: Sendable, Equatable {
  /// One of the two choices.
  public enum Choice: Sendable, Equatable { case first, second }

  /// a: what each gets when both choose the first.
  public let bothFirst: Double
  /// b: what one gets by the first while the other chooses the second.
  public let firstAlone: Double
  /// c: what one gets by the second while the other chooses the first.
  public let secondAgainstFirst: Double
  /// d: what each gets when both choose the second.
  public let bothSecond: Double

  public init(bothFirst: Double, firstAlone: Double, secondAgainstFirst: Double, bothSecond: Double) {
    self.bothFirst = bothFirst
    self.firstAlone = firstAlone
    self.secondAgainstFirst = secondAgainstFirst
    self.bothSecond = bothSecond
  }

  /// The choice that is best against a coin toss: the first when a − c > d − b; none in a tie.
  public var riskDominant: Choice? {
    let (first, second) = (bothFirst - secondAgainstFirst, bothSecond - firstAlone)
    return first > second ? .first : first < second ? .second : nil
  }

  /// The smallest probability of the other's choosing the first that makes the first best; none where the two
  /// choices are not both equilibria, or no belief matters.
  public var smallestBeliefInFirst: Double? {
    let (first, second) = (bothFirst - secondAgainstFirst, bothSecond - firstAlone)
    return first >= 0 && second >= 0 && first + second > 0 ? second / (first + second) : nil
  }
}
