import CollectiveAction
import Mathematics
import RegionalCases

/// A common standard stated as a game: what sharing it is worth, what changing over costs, who has it already.
struct CommonStandardStatement: Sendable {
  let problem: Problem
  let standard: CommonStandard
  private let benefit: StudyInput
  private let weights: StudyInput?
  private let switching: Switching
  private let exchange: ExchangeTies?
  private let effort: (benefit: StudyInput, cost: StudyInput)?

  private enum Switching: Sendable {
    case cost(StudyInput)
    case scales(levels: [StudyInput], targets: StudyInput?, costPerStep: StudyInput)
  }

  private static let anyAmount = 0...Double.greatestFiniteMagnitude

  init(_ standard: CommonStandard, problem: Problem, regionalCase: RegionalCase) {
    self.problem = problem
    self.standard = standard
    let chapter = "problems.\(problem.id).commonStandard"
    func input(_ name: String, _ figures: [Figure], least: Double = 0) -> StudyInput {
      StudyInput(
        name: "\(chapter).\(name)", role: .game, figures: figures, limits: least...Double.greatestFiniteMagnitude)
    }
    benefit = input("benefit", standard.benefit.figures)
    let weighted = standard.items.compactMap(\.weight)
    weights = weighted.isEmpty ? nil : input("items.weight", weighted, least: .leastNormalMagnitude)
    switch standard.switching {
    case .cost(let column): switching = .cost(input("switchingCost", column.figures))
    case .scales(let scales):
      var targets: StudyInput?
      if case .levels(let figures) = scales.target { targets = input("scales.target", figures) }
      switching = .scales(
        levels: zip(standard.items, scales.levels).map { input("scales.\($0.id).levels", $1.figures) },
        targets: targets, costPerStep: input("scales.costPerStep", scales.costPerStep.figures))
    }
    let ties = standard.exchangeWeights == .ties ? ExchangeTies(among: problem, in: regionalCase) : nil
    exchange = ties
    effort = standard.minimumEffort.map {
      (input("minimumEffort.benefit", [$0.benefit]), input("minimumEffort.cost", [$0.cost]))
    }
  }

  var inputs: [StudyInput] {
    if let effort { return [effort.benefit, effort.cost] }
    let changing: [StudyInput] =
      switch switching {
      case .cost(let cost): [cost]
      case .scales(let levels, let targets, let costPerStep): levels + [targets, costPerStep].compactMap(\.self)
      }
    return [benefit, weights, exchange?.input].compactMap(\.self) + changing
  }

  func dilemma(in draw: Draw) throws(StudyError) -> any Dilemma {
    do {
      if let game = try effortGame(in: draw) { return game }
      return try adoptionGame(in: draw)
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }

  /// Where the smallest effort decides.
  private func effortGame(in draw: Draw) throws -> MinimumEffortGame? {
    guard let effort, let variant = standard.minimumEffort else { return nil }
    let count = problem.members.count
    return try MinimumEffortGame(
      players: problem.members.map(\.rawValue),
      benefit: [Double](repeating: effort.benefit.values(in: draw)[0], count: count),
      effortCost: [Double](repeating: effort.cost.values(in: draw)[0], count: count), levels: variant.levels)
  }

  private func adoptionGame(in draw: Draw) throws -> AdoptionGame {
    try AdoptionGame(
      players: problem.members.map(\.rawValue), benefit: benefit.values(in: draw), items: items(in: draw),
      exchange: exchangeWeights(in: draw))
  }

  /// Who takes up which item, and what it takes.
  func findings() throws(StudyError) -> FamilyFindings {
    var findings = FamilyFindings(counts: .gain, furtherInputs: LevelsAbove(problem: problem).inputs)
    do {
      if let game = try effortGame(in: .best) {
        findings.levels = try LevelsAbove(problem: problem).findings(LevelsAbove.forms(over: game), of: game)
        return findings
      }
      let names = problem.members.map(\.rawValue)
      let scale = try scale(in: .best)
      findings.standard = StandardFinding(
        items: try zip(standard.items, adoptionGame(in: .best).standards).map { item, game in
          try StandardItemFinding(item, of: game)
        },
        scaleDifferences: scale.map { scale in
          names.indices.map { i in names.indices.map { scale.difference(of: i, and: $0) } }
        })
      let game = try adoptionGame(in: .best)
      findings.levels = try LevelsAbove(problem: problem).findings(LevelsAbove.forms(over: game), of: game)
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
    return findings
  }

  private func items(in draw: Draw) throws -> [AdoptionGame.Item] {
    var drawn = (weights?.values(in: draw) ?? [])[...]
    let scale = try scale(in: draw)
    return standard.items.enumerated().map { index, item in
      let cost: [Double]
      switch switching {
      case .cost(let column): cost = column.values(in: draw)
      case .scales(_, let targets, let costPerStep):
        cost =
          scale?.switchingCosts(
            inItem: index, to: target(ofItem: index, given: targets?.values(in: draw)),
            costPerStep: costPerStep.values(in: draw)) ?? []
      }
      return AdoptionGame.Item(
        name: item.id, weight: item.weight == nil ? 1 : drawn.popFirst() ?? 1, switchingCost: cost,
        holders: (standard.adopted[item.id] ?? []).compactMap { problem.index(of: $0) })
    }
  }

  /// The levels at which the members govern, where the case tells of them.
  private func scale(in draw: Draw) throws -> GovernanceScale? {
    guard case .scales(let levels, _, _) = switching else { return nil }
    return try GovernanceScale(
      members: problem.members.map(\.rawValue), items: standard.items.map(\.id),
      levels: levels.map { $0.values(in: draw) }, weights: standard.items.map { $0.weight?.best ?? 1 })
  }

  private func target(ofItem item: Int, given levels: [Double]?) -> GovernanceScale.Target {
    guard case .scales(let scales) = standard.switching, case .rule(let rule) = scales.target else {
      return .given(levels?[item] ?? 0)
    }
    return switch rule {
    case .highest: .highest
    case .lowest: .lowest
    case .median: .median
    }
  }

  private func exchangeWeights(in draw: Draw) throws -> ExchangeWeights? {
    guard let weights = exchange?.weights(in: draw) else { return nil }
    return try ExchangeWeights(players: problem.members.map(\.rawValue), weights: weights)
  }
}

extension StandardItemFinding {
  /// What becomes of `item` by itself, and what would bring it to the most adopters it can have.
  fileprivate init(_ item: CommonStandard.Item, of game: SharedStandard) throws {
    func names(_ adopters: [Bool]) -> [String] { game.players.indices.filter { adopters[$0] }.map { game.players[$0] } }
    let cascade = game.cascade()
    self.init(
      id: item.id, name: item.name.texts, weight: item.weight?.best ?? 1, holders: names(game.holds),
      rounds: cascade.rounds.map { $0.map { game.players[$0] } }, greatest: names(game.greatestEquilibrium),
      laplacian: names(game.laplacianSelection), neededBeliefs: game.pDominance.beliefs,
      push: PushFinding(of: game))
  }
}

extension PushFinding {
  /// What it takes to get from where play comes to by itself to the most adopters; nil where it is there already.
  fileprivate init?(of game: SharedStandard) {
    let push = game.minimumPush()
    guard push.least != push.greatest else { return nil }
    let (subsidy, movers) = (push.subsidy, push.firstMovers)
    self.init(
      subsidies: subsidy.subsidies, total: subsidy.total, least: subsidy.lowerBound,
      firstMovers: movers.players.map { game.players[$0] }, fewestFirstMovers: movers.lowerBound)
  }
}
