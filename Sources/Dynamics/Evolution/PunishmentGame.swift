/// A public good that one may pay for, enjoy without paying, stay out of, or defend at one's own cost.
///
/// Groups of N are drawn from the population. Of the n in a group who do not stay out, those who contribute pay c; what they
/// pay is multiplied by r and shared among the n. Who is alone, or stays out, has σ.
///
/// | strategy | gains |
/// |---|---|
/// | contributor | share − c |
/// | defector | share − β · peer punishers − B · pool punishers |
/// | loner | σ |
/// | peer punisher | share − c − γ · defectors |
/// | pool punisher | share − c − G |
///
/// with share = r·c·(contributors and punishers)/n. With punishment of the second order, who contributes without
/// punishing is fined as defectors are: by each pool punisher, which peer punishers are too, and by each peer punisher where
/// there is a defector in the group, so that it is seen.
///
///     let game = try PunishmentGame()                       // the figures of Hauert and others (2007)
///     let chain = try game.chain(among: [.contributor, .defector, .loner, .peerPunisher], population: 100, strength: 0.1)
///     chain.shares   // [0.1975, 0.0849, 0.0962, 0.6213]: who may stay out comes to punish
///     try game.chain(among: [.contributor, .defector, .peerPunisher], population: 100, strength: 0.1)
///       .shares      // [0.0529, 0.7164, 0.2306]: who must take part defects
///
/// Source: Hauert, Traulsen, Brandt, Nowak & Sigmund (2007), Science 316, 1905–1907; pool punishment after Sigmund, De
/// Silva, Traulsen & Hauert (2010), Nature 466, 861–863.
public struct PunishmentGame: Sendable, Equatable {
  /// What a player does.
  public enum Strategy: String, Sendable, Codable, CaseIterable {
    /// Pays for the good.
    case contributor
    /// Takes part and pays nothing.
    case defector
    /// Stays out.
    case loner
    /// Pays for the good, and fines each defector it meets.
    case peerPunisher
    /// Pays for the good and, beforehand, into a pool that fines defectors.
    case poolPunisher

    fileprivate var place: Int {
      switch self {
      case .contributor: 0
      case .defector: 1
      case .loner: 2
      case .peerPunisher: 3
      case .poolPunisher: 4
      }
    }
  }

  /// N: how many are drawn.
  public let groupSize: Int
  /// r: what becomes of a unit paid.
  public let multiplier: Double
  /// c: what a contribution costs.
  public let cost: Double
  /// σ: what one has who stays out or is alone.
  public let lonersPayoff: Double
  /// β: what each peer punisher takes from one it fines.
  public let peerFine: Double
  /// γ: what fining one costs a peer punisher.
  public let peerCost: Double
  /// B: what each pool punisher adds to the fine.
  public let poolFine: Double
  /// G: what a pool punisher pays into the pool.
  public let poolCost: Double
  /// Whether those who contribute and do not punish are fined as well.
  public let finesSecondOrder: Bool

  /// Without figures of one's own, those of Hauert and others (2007) for peers and of Sigmund and others (2010) for the
  /// pool.
  ///
  /// - Parameters:
  ///   - groupSize: N, 2 or more.
  ///   - multiplier: r, above 0; a dilemma between 1 and N.
  ///   - cost: c, above 0.
  ///   - lonersPayoff: σ, finite; between 0 and (r − 1)c in the literature.
  ///   - peerFine: β, 0 or more.
  ///   - peerCost: γ, 0 or more.
  ///   - poolFine: B, 0 or more.
  ///   - poolCost: G, 0 or more.
  ///   - finesSecondOrder: whether contributors that do not punish are fined.
  /// - Throws: ``DynamicsError/groupSize(_:population:)`` or ``DynamicsError/figure(_:_:wanted:)``.
  public init(
    groupSize: Int = 5, multiplier: Double = 3, cost: Double = 1, lonersPayoff: Double = 1, peerFine: Double = 1,
    peerCost: Double = 0.3, poolFine: Double = 0.7, poolCost: Double = 0.7, finesSecondOrder: Bool = false
  ) throws(DynamicsError) {
    guard groupSize >= 2 else {
      throw .figure("group size", Double(groupSize), wanted: "2 players or more")
    }
    for (name, value) in [("multiplier r", multiplier), ("cost c of a contribution", cost)]
    where !(value.isFinite && value > 0) {
      throw .figure(name, value, wanted: "a finite number above 0")
    }
    guard lonersPayoff.isFinite else {
      throw .figure("payoff σ of staying out", lonersPayoff, wanted: "a finite number")
    }
    let sanctions = [
      ("fine β by a peer", peerFine), ("cost γ of fining", peerCost), ("fine B by the pool", poolFine),
      ("cost G of the pool", poolCost),
    ]
    for (name, value) in sanctions where !(value.isFinite && value >= 0) {
      throw .figure(name, value, wanted: "a finite number of 0 or more")
    }
    self.groupSize = groupSize
    self.multiplier = multiplier
    self.cost = cost
    self.lonersPayoff = lonersPayoff
    self.peerFine = peerFine
    self.peerCost = peerCost
    self.poolFine = poolFine
    self.poolCost = poolCost
    self.finesSecondOrder = finesSecondOrder
  }

  /// How many of a group play each strategy.
  public struct Group: Sendable, Equatable {
    private var counts = SIMD8<Int>.zero

    /// Nobody as yet.
    public init() {}

    /// How many play `strategy`.
    public subscript(strategy: Strategy) -> Int {
      get { counts[strategy.place] }
      set { counts[strategy.place] = newValue }
    }
  }

  /// What one that plays `own` gains in a group.
  ///
  /// - Parameters:
  ///   - own: what it does.
  ///   - group: how many of the group play each strategy, itself among them.
  /// - Precondition: at least one of the group plays `own`.
  public func payoff(of own: Strategy, in group: Group) -> Double {
    precondition(group[own] > 0, "the player is one of its group")
    let contributors = group[.contributor] + group[.peerPunisher] + group[.poolPunisher]
    let participants = contributors + group[.defector]
    guard own != .loner, participants > 1 else { return lonersPayoff }
    // The ratio first: where all contribute the share is r·c to the last digit.
    let share = multiplier * cost * (Double(contributors) / Double(participants))
    let fineOfPeers = peerFine * Double(group[.peerPunisher])
    let fineOfPool = poolFine * Double(group[.poolPunisher])
    let isSeen = group[.defector] > 0
    switch own {
    case .loner: return lonersPayoff
    case .defector: return share - fineOfPeers - fineOfPool
    case .contributor:
      let fine = finesSecondOrder ? fineOfPool + (isSeen ? fineOfPeers : 0) : 0
      return share - cost - fine
    case .peerPunisher:
      let fined = group[.defector] + (finesSecondOrder && isSeen ? group[.contributor] : 0)
      return share - cost - peerCost * Double(fined) - (finesSecondOrder ? fineOfPool : 0)
    case .poolPunisher: return share - cost - poolCost
    }
  }

  /// What one that plays `own` gains on average, over the groups it may be drawn into, while `count` of the population, itself
  /// among them, play `own` and the others `other`.
  ///
  /// - Parameters:
  ///   - own: what it does.
  ///   - other: what the others do.
  ///   - count: from 1 to the population less one.
  ///   - population: M, at least the size of a group.
  /// - Throws: ``DynamicsError/groupSize(_:population:)`` when a group is larger than the population.
  /// - Complexity: at most N payoffs in a group.
  public func meanPayoff(
    of own: Strategy, facing other: Strategy, count: Int, in population: Int
  ) throws(DynamicsError) -> Double {
    try requireGroup(in: population)
    precondition(own != other && (1..<population).contains(count), "some play the one strategy and some the other")
    return mean(of: own, facing: other, count: count, in: population)
  }

  /// How the strategies follow one another when players imitate those who do better.
  ///
  /// - Parameters:
  ///   - strategies: 2 or more, none twice. Without ``Strategy/loner`` taking part is compulsory.
  ///   - population: M, at least the size of a group.
  ///   - strength: s, finite and 0 or more, in units of one over payoff.
  /// - Throws: ``DynamicsError`` naming what is out of its range.
  /// - Complexity: d²·M·N for d strategies.
  public func chain(
    among strategies: [Strategy], population: Int, strength: Double
  ) throws(DynamicsError) -> ImitationChain {
    try requireGroup(in: population)
    return try ImitationChain(of: strategies.map(\.rawValue), population: population, strength: strength) {
      mean(of: strategies[$0], facing: strategies[$1], count: $2, in: population)
    }
  }

  private func requireGroup(in population: Int) throws(DynamicsError) {
    guard population >= groupSize else { throw .groupSize(groupSize, population: population) }
  }

  private func mean(of own: Strategy, facing other: Strategy, count: Int, in population: Int) -> Double {
    let draw = GroupDraw(drawing: groupSize - 1, from: population - 1, with: population - count)
    return draw.average { number in
      var group = Group()
      group[own] = groupSize - number
      group[other] = number
      return payoff(of: own, in: group)
    }
  }
}
