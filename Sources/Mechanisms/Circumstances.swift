import Mathematics

/// What surrounds a dilemma and bears on every mechanism: trust, patience, who sees what, what law is worth.
///
///     try Circumstances().with(.trust, 0.3).with(.turnover, 0.5)
///
/// Whatever is not stated has its parameter's default; ``assumed`` lists it.
public struct Circumstances: Sendable, Equatable {
  private var values = CircumstanceParameter.allCases.map(\.standard)
  private var isStated = [Bool](repeating: false, count: CircumstanceParameter.allCases.count)
  /// Each player's own ``CircumstanceParameter/autonomySensitivity``, or none when all share the one number.
  public private(set) var autonomySensitivities: [Double]?
  /// How members divide what they gain together, as weights of their bargaining power (asymmetric Nash
  /// bargaining, Kalai 1977); equal when not given.
  public private(set) var bargainingWeights: [Double]?
  /// How many partners each two players have in common, or none when all share the one number.
  public private(set) var commonPartners: Matrix?

  /// Every parameter at its default.
  public init() {}

  public subscript(parameter: CircumstanceParameter) -> Double { values[parameter.index] }

  /// The parameters nobody stated, in the order of ``CircumstanceParameter``.
  public var assumed: [CircumstanceParameter] { CircumstanceParameter.allCases.filter { !isStated[$0.index] } }

  /// The same circumstances with one number stated; it replaces numbers by player or pair stated before.
  /// - Throws: ``CircumstanceError/outOfRange(_:_:)``.
  public func with(_ parameter: CircumstanceParameter, _ value: Double) throws(CircumstanceError) -> Circumstances {
    guard parameter.range.contains(value) else { throw .outOfRange(parameter, value) }
    var changed = self
    changed.values[parameter.index] = value
    changed.isStated[parameter.index] = true
    if parameter == .autonomySensitivity { changed.autonomySensitivities = nil }
    if parameter == .commonPartners { changed.commonPartners = nil }
    return changed
  }

  /// The same circumstances with each player's own sensitivity to a loss of autonomy, as a share of its
  /// contribution when all decision rights are given up.
  /// - Throws: ``CircumstanceError/outOfRange(_:_:)``.
  public func with(autonomySensitivities: [Double]) throws(CircumstanceError) -> Circumstances {
    let parameter = CircumstanceParameter.autonomySensitivity
    for value in autonomySensitivities where !parameter.range.contains(value) { throw .outOfRange(parameter, value) }
    var changed = self
    changed.autonomySensitivities = autonomySensitivities
    changed.isStated[parameter.index] = true
    return changed
  }

  /// The same circumstances with unequal bargaining power, for example how much the others depend on each.
  /// - Throws: ``CircumstanceError/weight(player:_:)`` when a weight is not a finite number above zero.
  public func with(bargainingWeights: [Double]) throws(CircumstanceError) -> Circumstances {
    for (player, weight) in bargainingWeights.enumerated() where !(weight > 0 && weight.isFinite) {
      throw .weight(player: player, weight)
    }
    var changed = self
    changed.bargainingWeights = bargainingWeights
    return changed
  }

  /// The same circumstances with the partners each two players have in common, one row and column a player.
  /// - Throws: ``CircumstanceError/outOfRange(_:_:)``, ``CircumstanceError/notSquare(rows:columns:)``.
  public func with(commonPartners: Matrix) throws(CircumstanceError) -> Circumstances {
    guard commonPartners.rows == commonPartners.columns else {
      throw .notSquare(rows: commonPartners.rows, columns: commonPartners.columns)
    }
    let parameter = CircumstanceParameter.commonPartners
    for value in commonPartners.elements where !parameter.range.contains(value) {
      throw .outOfRange(parameter, value)
    }
    var changed = self
    changed.commonPartners = commonPartners
    changed.isStated[parameter.index] = true
    return changed
  }

  /// Patience from year to year once the turnover of officials is counted: δ(1 − h).
  ///
  /// The official who signs values next year only if still in office: a hazard of leaving acts like impatience.
  public var effectivePatience: Double { self[.patience] * (1 - self[.turnover]) }

  /// What a lasting yearly stream is worth in years from next year on: δ/(1 − δ), δ the effective patience.
  public var future: Double { effectivePatience / (1 - effectivePatience) }
}

/// A number of the circumstances that may be stated by name.
public enum CircumstanceParameter: String, Sendable, Codable, CaseIterable {
  /// The expected share of others who will cooperate, 0 to 1.
  case trust
  /// How firm the belief about the others is, as a number of past encounters.
  case beliefStrength
  /// What next year's money is worth this year.
  case patience
  /// The probability a year that the official who signed leaves.
  case turnover
  /// The probability a year that a breach shows by itself.
  case detectability
  /// How much one more common partner adds to the members' own eyes.
  case closure
  /// How many partners two members have in common on average.
  case commonPartners
  /// The share of a fine that can be collected under the law as it is.
  case legalForce
  /// The probability a year that a third party sees a breach, under any mechanism.
  case thirdPartyDetection
  /// The standard deviation of unforeseen temptation, as a share of the contribution.
  case temptationShock
  /// How many agreements the players have concluded before.
  case priorAgreements
  /// What each earlier agreement leaves of transaction costs.
  case experienceFactor
  /// How much the players differ, 0 to 1.
  case heterogeneity
  /// What giving up all decision rights is worth, as a share of the contribution.
  case autonomySensitivity
  /// The cost of finding partners, a link.
  case searchPrice
  /// The cost of bargaining, before the number of members is counted.
  case bargainingPrice
  /// How bargaining cost grows with the number of members.
  case bargainingExponent
  /// How much full heterogeneity adds to bargaining cost.
  case heterogeneityWeight
  /// The cost of monitoring, a link and unit of effort.
  case monitoringPrice

  /// The value taken when nobody states one.
  public var standard: Double { entry.standard }
  /// The values it may take.
  public var range: ClosedRange<Double> { entry.range }
  /// Where the default comes from; "own" where the literature has none.
  public var basis: String { entry.basis }

  private var entry: (standard: Double, range: ClosedRange<Double>, basis: String) {
    switch self {
    case .trust: (0.5, 0...1, "own; mean of a beta belief")
    case .beliefStrength: (6, 0.5...200, "own; about two years of learning in estuary partnerships")
    case .patience: (0.9, 0...0.99, "folk theorem; size own")
    case .turnover: (0.25, 0...1, "own; terms of office of about four years")
    case .detectability: (0.4, 0...0.99, "own; within .3–.6")
    case .closure: (0.25, 0...2, "Coleman (1988) for the sign; size own")
    case .commonPartners: (0, 0...100, "own; none unless ties are known")
    case .legalForce: (1, 0...1, "own; .2–.6 where agreements do not bind in law")
    case .thirdPartyDetection: (0, 0...0.99, "Milgrom, North & Weingast (1990); 0 unless one is named")
    case .temptationShock: (0.25, 0...5, "own")
    case .priorAgreements: (0, 0...50, "none unless stated")
    case .experienceFactor: (0.9, 0.5...1, "Danish local contracting for the sign; size own")
    case .heterogeneity: (0, 0...1, "none unless stated")
    case .autonomySensitivity: (0.12, 0...1, "Bartling, Fehr & Herz (2014) for the sign; .05–.40, size own")
    case .searchPrice: (0.01, 0...1, "own; mean ex ante cost of contracts is 2.7 % of their value")
    case .bargainingPrice: (0.008, 0...1, "own; same")
    case .bargainingExponent: (1.6, 1...3, "Buchanan & Tullock (1962) for the convexity; 1.2–2, size own")
    case .heterogeneityWeight: (0.5, 0...5, "own")
    case .monitoringPrice: (0.02, 0...1, "own; constant hazard a unit of effort")
    }
  }

  /// The place in a list of all.
  var index: Int {
    switch self {
    case .trust: 0
    case .beliefStrength: 1
    case .patience: 2
    case .turnover: 3
    case .detectability: 4
    case .closure: 5
    case .commonPartners: 6
    case .legalForce: 7
    case .thirdPartyDetection: 8
    case .temptationShock: 9
    case .priorAgreements: 10
    case .experienceFactor: 11
    case .heterogeneity: 12
    case .autonomySensitivity: 13
    case .searchPrice: 14
    case .bargainingPrice: 15
    case .bargainingExponent: 16
    case .heterogeneityWeight: 17
    case .monitoringPrice: 18
    }
  }
}

/// Why circumstances cannot be as stated.
public enum CircumstanceError: Error, Equatable, Sendable, CustomStringConvertible {
  case outOfRange(CircumstanceParameter, Double)
  case weight(player: Int, Double)
  case notSquare(rows: Int, columns: Int)
  /// No circumstance has this name; the nearest that one has, if any is near.
  case unknown(String, nearest: String?)

  public var description: String {
    switch self {
    case .outOfRange(let parameter, let value):
      "\(parameter.rawValue) is \(value); give a number from \(parameter.range.lowerBound) to "
        + "\(parameter.range.upperBound)"
    case .weight(let player, let value):
      "the bargaining weight of player \(player) is \(value); give a finite number above 0"
    case .notSquare(let rows, let columns):
      "common partners in \(rows) rows and \(columns) columns; give one row and one column a player"
    case .unknown(let name, let nearest):
      if let nearest {
        "no circumstance is called '\(name)'; did you mean '\(nearest)'?"
      } else {
        "no circumstance is called '\(name)'; use one of "
          + CircumstanceParameter.allCases.map(\.rawValue).joined(separator: ", ")
      }
    }
  }
}
