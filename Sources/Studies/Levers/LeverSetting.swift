import Mechanisms

/// A change that somebody could bring about, as a user writes it: `monitor=0.6`, `matching=0.3`, `trust=0.8`.
///
///     let settings = [try LeverSetting("monitor=0.6"), try LeverSetting("fine=2")]
///     let comparison = try study.comparison(with: settings)
///
/// It is a circumstance, which changes for every form, or a number of the rules, which changes in every form that can
/// have it.
public struct LeverSetting: Sendable, Equatable {
  /// What is changed.
  enum Subject: Sendable, Equatable {
    case circumstance(CircumstanceParameter)
    case rule(Mechanisms.MechanismParameter)
  }

  let subject: Subject
  /// To what.
  public let value: Double

  /// The parameter's own name, whichever was written.
  public var name: String {
    switch subject {
    case .circumstance(let parameter): parameter.rawValue
    case .rule(let parameter): parameter.rawValue
    }
  }

  /// What people say for some of the names.
  static let shortNames: [(short: String, subject: Subject)] = [
    ("monitor", .circumstance(.thirdPartyDetection)), ("law", .circumstance(.legalForce)),
    ("information", .rule(.lubricant)), ("mediation", .rule(.bumper)), ("probity", .rule(.regulator)),
    ("evaluation", .rule(.evaluationWeight)), ("reward", .rule(.keepingReward)), ("bond", .rule(.exitBond)),
    ("issues", .rule(.linkedIssues)),
  ]

  /// Every name that can be written, the short ones first.
  public static var names: [String] {
    shortNames.map(\.short) + CircumstanceParameter.allCases.map(\.rawValue)
      + Mechanisms.MechanismParameter.allCases.map(\.rawValue).filter { CircumstanceParameter(rawValue: $0) == nil }
  }

  /// Reads `name=value`.
  ///
  /// - Throws: ``LeverError`` for a text without one `=`, a name that no lever has, a value that is no number, or one
  ///   beyond what the parameter may be.
  public init(_ text: String) throws(LeverError) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else { throw .form(text) }
    guard let value = Double(parts[1]), value.isFinite else { throw .notANumber(name: parts[0], parts[1]) }
    self.subject = try Self.subject(named: parts[0])
    self.value = value
    let range =
      switch subject {
      case .circumstance(let parameter): parameter.range
      case .rule(let parameter): parameter.range
      }
    guard range.contains(value) else { throw .outOfRange(name: parts[0], value, range) }
  }

  private static func subject(named name: String) throws(LeverError) -> Subject {
    if let known = shortNames.first(where: { $0.short == name }) { return known.subject }
    if let parameter = CircumstanceParameter(rawValue: name) { return .circumstance(parameter) }
    if let parameter = Mechanisms.MechanismParameter(rawValue: name) { return .rule(parameter) }
    throw .unknown(name, nearest: nearestName(to: name, among: names))
  }
}

/// Why a lever cannot be pulled as asked.
public enum LeverError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It is not of the form `name=value`.
  case form(String)
  /// No lever has the name; the nearest that one has, if any is near.
  case unknown(String, nearest: String?)
  case notANumber(name: String, String)
  case outOfRange(name: String, Double, ClosedRange<Double>)
  /// One lever was set twice.
  case twice(String)
  /// No form of cooperation can have it, with why the first cannot.
  case noForm(String, reason: String)

  public var description: String {
    switch self {
    case .form(let text): "'\(text)' is not a lever and its value; write name=value, such as monitor=0.6"
    case .unknown(let name, let nearest):
      if let nearest {
        "no lever is called '\(name)'; did you mean '\(nearest)'?"
      } else {
        "no lever is called '\(name)'; use one of \(LeverSetting.names.joined(separator: ", "))"
      }
    case .notANumber(let name, let text): "\(name) is '\(text)'; give a number"
    case .outOfRange(let name, let value, let range):
      "\(name) is \(value); give a number from \(range.lowerBound) to \(range.upperBound)"
    case .twice(let name): "\(name) is set twice; set it once"
    case .noForm(let name, let reason): "no form of cooperation can have \(name): \(reason)"
    }
  }
}
