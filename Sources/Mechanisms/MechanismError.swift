/// Why a mechanism cannot be built as asked.
public enum MechanismError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknown(String)
  case emptyName
  case outOfRange(MechanismParameter, Double)
  case notZeroOrOne(Double)
  /// No parameter has this name; the nearest that one has, if any is near.
  case unknownLever(String, nearest: String?)
  case sanctions(SanctionFault)
  case contradiction(Contradiction)

  public var description: String {
    switch self {
    case .unknown(let id):
      "no mechanism is called '\(id)'; use one of \(MechanismCatalogue.twelve.map(\.id).joined(separator: ", "))"
    case .emptyName:
      "a mechanism needs a name; give it one"
    case .outOfRange(let parameter, let value):
      "\(parameter.rawValue) is \(value); give a number from \(parameter.range.lowerBound) to "
        + "\(parameter.range.upperBound)"
    case .notZeroOrOne(let value):
      "participationImposed is \(value); give 0 when members are asked, 1 when they are not"
    case .unknownLever(let name, let nearest):
      if let nearest {
        "no lever is called '\(name)'; did you mean '\(nearest)'?"
      } else {
        "no lever is called '\(name)'; use one of "
          + MechanismParameter.allCases.map(\.rawValue).joined(separator: ", ")
      }
    case .sanctions(let fault): fault.description
    case .contradiction(let contradiction): contradiction.description
    }
  }
}

/// What makes no schedule of sanctions.
public enum SanctionFault: Equatable, Sendable, CustomStringConvertible {
  case none
  case falling(from: Double, to: Double)
  case years(Int)

  public var description: String {
    switch self {
    case .none: "a schedule of sanctions without a fine; give one for each repetition"
    case .falling(let earlier, let later):
      "a repeated breach would cost \(later) after \(earlier); give fines that do not fall"
    case .years(let count): "forgiven after \(count) years; give 1 or more, or leave it out where nothing is forgiven"
    }
  }
}

/// Rules that cannot hold at once.
public enum Contradiction: Equatable, Sendable, CustomStringConvertible {
  /// Members are bound without being asked, yet all of them must agree.
  case imposedYetUnanimous
  /// Some are named as bound while everybody is.
  case imposedYetMandated([String])
  /// More are bound than an agreement of the scope has members.
  case mandateBeyondScope([String])
  /// A player is named twice.
  case mandatedTwice(String)
  /// Something is bought that nobody provides.
  case nobodyProvides(Service, MechanismParameter)
  /// A fine is given, and a schedule of fines in its place.
  case fineBesideSchedule

  public var description: String {
    switch self {
    case .imposedYetUnanimous:
      "participation is imposed and the decision threshold is 1; ask the members (participationImposed 0), or "
        + "do not make all of them agree (decisionThreshold below 1)"
    case .imposedYetMandated(let names):
      "participation is imposed on everybody, so a mandate for \(names.joined(separator: ", ")) adds nothing; "
        + "name nobody, or ask the members (participationImposed 0)"
    case .mandateBeyondScope(let names):
      "a mandate for \(names.joined(separator: ", ")) in a bilateral mechanism; name at most 2, or take a wider scope"
    case .mandatedTwice(let name):
      "a mandate names '\(name)' twice; name each player once"
    case .nobodyProvides(let service, let parameter):
      "\(parameter.rawValue) is above 0 and nobody provides the \(service.rawValue); name a government, market or "
        + "society provider, or set it to 0"
    case .fineBesideSchedule:
      "both a fine and a schedule of fines; give one of them"
    }
  }
}

extension Mechanism {
  /// This mechanism, if its rules can hold at once.
  func consistent() throws(MechanismError) -> Mechanism {
    if let contradiction { throw .contradiction(contradiction) }
    return self
  }

  /// The first contradiction among the rules, or none.
  private var contradiction: Contradiction? {
    let mandated = participation.mandated
    if participation.isImposed && decision.threshold == 1 { return .imposedYetUnanimous }
    if participation.isImposed && !mandated.isEmpty { return .imposedYetMandated(mandated) }
    if scope == .bilateral && mandated.count > 2 { return .mandateBeyondScope(mandated) }
    for (place, name) in mandated.enumerated() where mandated[..<place].contains(name) { return .mandatedTwice(name) }
    let bought: [(Service, MechanismParameter)] = [
      (.lubricant, .lubricant), (.bumper, .bumper), (.regulator, .regulator), (.regulator, .thirdPartyDetection),
    ]
    for (service, parameter) in bought where self[parameter] > 0 && providers[service] == nil {
      return .nobodyProvides(service, parameter)
    }
    return nil
  }
}
