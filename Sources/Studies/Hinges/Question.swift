import Foundation
import Mechanisms
import RegionalCases

/// One input whose value the answer may hinge on, and how far it is moved.
struct Question: Sendable {
  let name: String
  let status: String
  let role: StudyInput.Role
  /// The mean of the input's figures in a draw.
  private let mean: @Sendable (Draw) -> Double
  /// Whether it is moved by rank within its range, or by a factor because it has none.
  private let isRanked: Bool
  /// Where the best estimate lies between the ends, 0 to 1.
  let restingPlace: Double

  /// A factor moves a figure without a range between half and twice its best estimate.
  private static let farthestFactor = 2.0
  /// The rank of the low end; one closer to zero would send a normal spread to infinity.
  private let lowestRank: Double

  /// A question about what the case tells, if it is uncertain or only assumed.
  init?(_ input: StudyInput) {
    guard input.isUncertain || input.isAssumed else { return nil }
    name = input.name
    status = input.status.rawValue
    role = input.role
    mean = { draw in
      let values = input.values(in: draw)
      return values.reduce(0, +) / Double(values.count)
    }
    isRanked = input.isUncertain
    restingPlace = isRanked ? input.restingRank : 0.5
    lowestRank = input.hasTails ? 0.001 : 0
  }

  /// A question about a default of the catalogue that stands in for what the case does not tell.
  init?(_ parameter: CircumstanceParameter, in behaviour: Behaviour) {
    guard parameter.standard > 0 else { return nil }  // A factor leaves zero where it is.
    name = Behaviour.standardName(parameter)
    status = "assumed"
    role = .behaviour
    mean = { draw in (try? behaviour.circumstances(in: draw)[parameter]) ?? parameter.standard }
    isRanked = false
    restingPlace = 0.5
    lowestRank = 0
  }

  /// A question about the catalogue's numbers of one kind, in all forms that take them.
  init(_ parameter: Mechanisms.MechanismParameter, in behaviour: Behaviour) {
    name = CaseForm.catalogueName(parameter)
    status = "assumed"
    role = .behaviour
    mean = { draw in behaviour.catalogueMean(parameter, in: draw) }
    isRanked = false
    restingPlace = 0.5
    lowestRank = 0
  }

  /// The draw with this input at `place`, 0 at its low end and 1 at its high one, all else at its best estimate.
  func draw(at place: Double) -> Draw {
    if isRanked {
      return Draw(ranks: [name: min(max(place, lowestRank), 1 - lowestRank)])
    }
    // Evenly in proportions: 0 is half, ½ is as it is, 1 is twice.
    return Draw(factors: [name: pow(Self.farthestFactor, 2 * place - 1)])
  }

  /// The mean of the input's figures at `place`.
  func value(at place: Double) -> Double { mean(draw(at: place)) }
  var bestValue: Double { mean(.best) }
}

extension StudyInput {
  /// Whether a figure may be anything at all, with ever smaller chances.
  fileprivate var hasTails: Bool {
    figures.contains { figure in if case .normal = figure.form { true } else { false } }
  }

  /// The rank of the best estimates among the uncertain figures, the mean over them.
  fileprivate var restingRank: Double {
    let ranks: [Double] = figures.filter(\.isUncertain).map { figure in
      guard case .triangular(let low, let mode, let high) = figure.form, high > low else { return 0.5 }
      return (mode - low) / (high - low)
    }
    return ranks.reduce(0, +) / Double(max(ranks.count, 1))
  }
}
