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
    let questioned = Self.questioned.compactMap { parameter in
      draw.factors[Self.catalogueName(parameter)].flatMap { factor in
        standard(of: parameter).map { (parameter: parameter, value: parameter.range.nearest(to: $0 * factor)) }
      }
    }
    // Members are asked or they are not; there is nothing in between.
    return try base.with(
      questioned
        + changes.map { parameter, input in
          let value = input.values(in: draw)[0]
          return (parameter: parameter, value: parameter == .participationImposed ? value.rounded() : value)
        })
  }

  /// The numbers of the catalogue that one may question; whether members are asked is what a form is, not a number.
  static let questioned = Mechanisms.MechanismParameter.allCases.filter { $0 != .participationImposed }

  /// The catalogue's numbers of one kind in all forms, as an input one may question: they stand on one assumption.
  static func catalogueName(_ parameter: Mechanisms.MechanismParameter) -> String {
    "mechanisms.catalogue.\(parameter.rawValue)"
  }

  /// What the catalogue says of `parameter` in this form; nothing where the case says it.
  func standard(of parameter: Mechanisms.MechanismParameter) -> Double? {
    changes.contains { $0.parameter == parameter } ? nil : base[parameter]
  }
}

extension ClosedRange<Double> {
  /// The number of the range that is nearest to `value`.
  fileprivate func nearest(to value: Double) -> Double { Swift.min(Swift.max(value, lowerBound), upperBound) }
}
