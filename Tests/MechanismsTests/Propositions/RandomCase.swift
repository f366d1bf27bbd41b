import CollectiveAction
import Mathematics

@testable import Mechanisms

/// The two families of dilemma in which every proposition is tried, so that none rests on one of them.
enum Family: CaseIterable {
  /// ``LinearPublicGood``: a gift brings each of the others as much as its giver.
  case publicGood
  /// ``SpilloverGame`` with quadratic costs of abatement and linear damages.
  case spillovers
}

/// A case whose numbers are drawn around the defaults, with mechanisms whose constants are too.
struct RandomCase {
  let family: Family
  var members: Int { didSet { solved = nil } }
  /// What a unit of one brings to each other player; in the public good to its giver, too.
  var share: Double { didSet { solved = nil } }
  /// What a unit abated spares the place where it is abated.
  let own: Double
  /// What all figures in money are multiplied by.
  var money = 1.0 { didSet { solved = nil } }
  /// What breaking away brings besides, as a share of the contribution.
  var temptation = 0.0 { didSet { solved = nil } }
  /// How unequal the benefits are: players have from 1 − spread to 1 + spread of the mean.
  var spread = 0.0 { didSet { solved = nil } }
  var circumstances: Circumstances
  var mechanisms: [Mechanism]
  /// The dilemma as it was drawn, solved once for all that change only the rules or what surrounds them.
  private var solved: DilemmaTable?

  /// How many cases are drawn in each family; their seeds are 0 to 59.
  static let count: UInt64 = 60

  init(seed: UInt64, family: Family) throws {
    var chance = SplitMix(seed: seed)
    self.family = family
    members = Int.random(in: 3...4, using: &chance)
    let total = Double.random(in: 1.5...3.5, using: &chance)
    own = .random(in: 0.3...0.7, using: &chance)
    share = family == .publicGood ? min(total / Double(members), 0.95) : (1 - own) / Double(members - 1)
    circumstances = try Circumstances()
      .with(.trust, .random(in: 0.2...0.8, using: &chance))
      .with(.detectability, .random(in: 0.1...0.7, using: &chance))
      .with(.patience, .random(in: 0.6...0.98, using: &chance))
      .with(.turnover, 0)
      .with(.autonomySensitivity, .random(in: 0.05...0.3, using: &chance))
      .with(.searchPrice, .random(in: 0.005...0.02, using: &chance))
      .with(.bargainingPrice, .random(in: 0.004...0.016, using: &chance))
      .with(.monitoringPrice, .random(in: 0.01...0.04, using: &chance))
      .with(.temptationShock, .random(in: 0.15...0.4, using: &chance))
    let factors = (0..<5).map { _ in Double.random(in: 0.7...1.3, using: &chance) }
    let varied: [MechanismParameter] = [.fine, .authorityDetection, .autonomyLoss, .informationLoss, .divisionFriction]
    mechanisms = try MechanismCatalogue.twelve.map { standard in
      try zip(varied, factors).reduce(standard) { mechanism, change in
        try mechanism.with(change.0, min(mechanism[change.0] * change.1, change.0.range.upperBound))
      }
    }
    solved = try table()
  }

  /// Every case of each family, drawn once.
  static func all(of family: Family) throws -> [RandomCase] {
    try (family == .publicGood ? publicGoods : spillovers).get()
  }
  private static let publicGoods = Result { try (0..<count).map { try RandomCase(seed: $0, family: .publicGood) } }
  private static let spillovers = Result { try (0..<count).map { try RandomCase(seed: $0, family: .spillovers) } }

  /// The drawn mechanism that stands in the place of the catalogue's `id`.
  func mechanism(_ id: String) throws -> Mechanism {
    guard let found = mechanisms.first(where: { $0.id == id }) else { throw MechanismError.unknown(id) }
    return found
  }

  func table() throws -> DilemmaTable {
    if let solved { return solved }
    let names = (0..<members).map { "p\($0)" }
    let sizes = (0..<members).map { 1 + spread * (2 * Double($0) / Double(members - 1) - 1) }
    switch family {
    case .publicGood where spread == 0:
      return try tempted(LinearPublicGood(players: names, endowment: money, marginalReturn: share).game)
    case .publicGood:
      // The same good, of which some have more: none so much that it would give of itself.
      let payoffs = (0..<members).map { player in
        var slope = [Double](repeating: min(share * sizes[player], 0.98), count: members)
        slope[player] -= 1
        return QuadraticPayoff(curvature: Matrix(rows: members, columns: members), slope: slope, constant: money)
      }
      return try tempted(
        CompetitionGame(
          players: names, low: [Double](repeating: 0, count: members), high: [Double](repeating: money, count: members),
          payoffs: payoffs))
    case .spillovers:
      var transport = Matrix(rows: members, columns: members)
      for from in 0..<members { for to in 0..<members { transport[from, to] = from == to ? own : share } }
      return try tempted(
        SpilloverGame(
          players: names, baseline: [Double](repeating: 20, count: members),
          abatementCost: [Double](repeating: money, count: members), linearDamage: sizes.map { $0 * money },
          transport: transport))
    }
  }

  private func tempted(_ dilemma: some Dilemma) throws -> DilemmaTable {
    try DilemmaTable(of: Tempted(base: dilemma, extra: temptation), outcomes: dilemma.allOutcomes())
  }

  /// The mechanism that brings the region most, what is paid from above counted against it; none where acting alone
  /// is as good.
  func best(in table: DilemmaTable) throws -> Appraisal? {
    var best: Appraisal?
    for mechanism in mechanisms {
      let appraisal = try appraise(mechanism, in: table, under: circumstances)
      guard appraisal.isFormed else { continue }
      if appraisal.expectedNetGainLessOutlay > best?.expectedNetGainLessOutlay ?? 0 { best = appraisal }
    }
    return best
  }

  func best() throws -> Appraisal? { try best(in: table()) }

  /// What acting together could bring at most.
  static func promise(of table: DilemmaTable) -> Double { table.nash.totalCost - table.optimum.totalCost }

  /// The same case, changed.
  func changed(_ change: (inout RandomCase) throws -> Void) rethrows -> RandomCase {
    var changed = self
    try change(&changed)
    return changed
  }

  func with(_ parameter: CircumstanceParameter, _ value: Double) throws -> RandomCase {
    try changed { $0.circumstances = try circumstances.with(parameter, value) }
  }

  /// The same case with a lever added to every mechanism.
  func with(_ parameter: MechanismParameter, _ value: Double) throws -> RandomCase {
    try changed { $0.mechanisms = try mechanisms.map { try $0.with(parameter, value) } }
  }

  /// The same case with all three services bought by every mechanism, of whoever it names.
  func withServices(_ amount: Double) throws -> RandomCase {
    try with(.lubricant, amount).with(.bumper, amount).with(.regulator, amount)
  }
}

/// A dilemma in which breaking away brings a share of the contribution besides.
struct Tempted<Base: Dilemma>: Dilemma {
  let base: Base
  let extra: Double

  var players: [String] { base.players }
  func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome { try base.outcome(agreeing: coalition) }
  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    base.costOfDefecting(player, from: outcome) - extra * base.contributions(in: outcome)[player]
  }
  func costOfKeepingAlone(_ player: Int, to outcome: Outcome, while alone: Outcome) -> Double? {
    base.costOfKeepingAlone(player, to: outcome, while: alone)
  }
  func contributions(in outcome: Outcome) -> [Double] { base.contributions(in: outcome) }
  func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    try base.coalitionGame(convention)
  }
  func stakes(of player: Int) throws(DilemmaError) -> [Double] { try base.stakes(of: player) }
}
