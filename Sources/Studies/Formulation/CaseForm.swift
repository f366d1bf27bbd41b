import Mechanisms
import RegionalCases

/// A form of cooperation with the numbers that a case gives it in place of the catalogue's.
struct CaseForm: Sendable {
  private let base: Mechanism
  private let changes: [(parameter: Mechanisms.MechanismParameter, input: StudyInput)]

  /// - Parameter chapter: where the numbers stand in the case, such as `mechanisms.overrides.bilateral-contract`.
  init(_ base: Mechanism, changedBy figures: [RegionalCases.MechanismParameter: Figure], in chapter: String) {
    self.base = base
    changes = RegionalCases.MechanismParameter.allCases.compactMap { word in
      guard let figure = figures[word], let parameter = Mechanisms.MechanismParameter(rawValue: word.rawValue)
      else { return nil }
      let name = "\(chapter).\(word.rawValue)"
      return (parameter, StudyInput(name: name, role: .behaviour, figures: [figure], limits: parameter.range))
    }
  }

  var inputs: [StudyInput] { changes.map(\.input) }

  /// The form when its numbers stand where `draw` puts them.
  func mechanism(in draw: Draw) throws(MechanismError) -> Mechanism {
    var mechanism = base
    for (parameter, input) in changes {
      let value = input.values(in: draw)[0]
      // Members are asked or they are not; there is nothing in between.
      mechanism = try mechanism.with(parameter, parameter == .participationImposed ? value.rounded() : value)
    }
    return mechanism
  }
}
