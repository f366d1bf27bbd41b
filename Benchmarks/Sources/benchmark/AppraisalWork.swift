import CollectiveAction
import Mathematics
import Mechanisms

/// Net gains of all mechanisms in one game over draws of all circumstances, each around its default.
struct AppraisalWork {
  let mechanisms = MechanismCatalogue.twelve
  let parameters = CircumstanceParameter.allCases
  let game: SpilloverGame
  let table: DilemmaTable

  init(players: Int, seed: UInt64) throws {
    game = try spilloverGame(players: players, seed: seed)
    table = try DilemmaTable(of: game)
  }

  /// The region's expected net gain under each mechanism, draw by draw.
  func netGains(draws: Int, seed: UInt64) throws -> [Double] {
    try draw(count: draws, seed: seed, inputs: parameters.count, outputs: mechanisms.count) {
      point throws(AppraisalError) in try netGains(at: point)
    }.accepted.elements
  }

  private func netGains(at point: [Double]) throws(AppraisalError) -> [Double] {
    let circumstances = try stated(at: point)
    var gains: [Double] = []
    for mechanism in mechanisms {
      gains.append(try appraise(mechanism, in: table, under: circumstances).expectedNetGain)
    }
    return gains
  }

  /// The region's expected net gain under one mechanism.
  func netGain(of mechanism: Mechanism, at point: [Double]) throws(AppraisalError) -> Double {
    try appraise(mechanism, in: table, under: stated(at: point)).expectedNetGain
  }

  private func stated(at point: [Double]) throws(AppraisalError) -> Circumstances {
    do throws(CircumstanceError) {
      return try circumstances(at: point)
    } catch {
      throw .circumstance(error)
    }
  }

  /// From half to one and a half times the default; what is 0 unless stated goes from there up to 0.3.
  private func circumstances(at point: [Double]) throws(CircumstanceError) -> Circumstances {
    var circumstances = Circumstances()
    for (place, parameter) in parameters.enumerated() {
      let (standard, range) = (parameter.standard, parameter.range)
      let low = max(range.lowerBound, standard / 2)
      let high = min(range.upperBound, standard == 0 ? 0.3 : 1.5 * standard)
      circumstances = try circumstances.with(parameter, low + (high - low) * point[place])
    }
    return circumstances
  }

  /// What another program needs to appraise the same mechanisms at the same draws.
  func figures(draws: Int, seed: UInt64) throws -> AppraisalFigures {
    let design = try SobolDesign(count: draws, inputs: parameters.count, seed: seed)
    return try AppraisalFigures(
      coalitions: (0..<(UInt64(1) << UInt64(game.players.count))).filter { $0.nonzeroBitCount > 1 }.map { mask in
        try AppraisalFigures.Row(Coalition(mask: mask), of: game, nash: table.nash)
      },
      mechanisms: mechanisms,
      circumstances: (0..<draws).map { index in
        let circumstances = try circumstances(at: design.point(index))
        return Dictionary(uniqueKeysWithValues: parameters.map { ($0.rawValue, circumstances[$0]) })
      })
  }
}

/// A game as a table of coalitions, the rules, and what surrounds them.
struct AppraisalFigures: Encodable {
  /// What the agreement of one coalition does to each player.
  struct Row: Encodable {
    let mask: UInt64
    let gains, contributions, temptations: [Double]

    init(_ coalition: Coalition, of game: SpilloverGame, nash: Outcome) throws {
      let outcome = try game.outcome(agreeing: coalition)
      let paid = zip(game.contributions(in: outcome), game.contributions(in: nash)).map { $0 - $1 }
      mask = coalition.mask
      gains = zip(nash.costs, outcome.costs).map { $0 - $1 }
      contributions = paid.indices.map { coalition.contains($0) ? max(paid[$0], 0) : 0 }
      temptations = paid.indices.map {
        coalition.contains($0) ? outcome.costs[$0] - game.costOfDefecting($0, from: outcome) : 0
      }
    }
  }

  let coalitions: [Row]
  let mechanisms: [Mechanism]
  /// By name, draw by draw.
  let circumstances: [[String: Double]]
}
