/// A deal on several problems, with what each party gives and gets in each.
public struct PackageDeal: Sendable, Equatable {
  /// The problems' numbers, ascending.
  public let package: [Int]
  /// The parties with a seat in one of them.
  public let parties: [String]
  /// For each problem of the package the code of its outcome.
  public let codes: [Int]
  /// `gains[party][problem]`: what the problem's outcome is worth to the party over its reservation there; below 0
  /// where it concedes.
  public let gains: [[Double]]
  /// `givenUp[party][problem][issue]`: by how much the option is worth less to the party than its best option of the
  /// issue; couplings apart.
  public let givenUp: [[[Double]]]

  /// What each party gains by the whole package.
  public var totalGains: [Double] { gains.map { $0.reduce(0, +) } }

  /// Who concedes in which problem: numbers of parties and of problems in the package.
  public var concessions: [(party: Int, problem: Int, loss: Double)] {
    var found: [(party: Int, problem: Int, loss: Double)] = []
    for (party, own) in gains.enumerated() {
      for (problem, gain) in own.enumerated() where gain < 0 { found.append((party, problem, -gain)) }
    }
    return found
  }
}

extension IssueLinkage {
  /// What a rule would agree on as a package; nil where the package has no zone of agreement.
  ///
  /// Of several outcomes that serve the rule as well, the one with the smallest code is taken.
  ///
  ///     try table.deal(on: [0, 1], by: .nash())?.gains  // water −3, rail +5; water +4, rail −1
  ///
  /// - Parameters:
  ///   - package: problems' numbers, ascending, each once.
  ///   - rule: weights, if any, for the parties with a seat, in order of first appearance.
  /// - Returns: the outcome of each problem, with what every party gains and gives up there; or nil.
  /// - Throws: ``NegotiationError`` when the package has too many outcomes, or the weights do not fit.
  public func deal(on package: [Int], by rule: BargainingRule) throws(NegotiationError) -> PackageDeal? {
    let joined = try scenario(of: package)
    let frontier = try ParetoFrontier(of: joined, keepsTies: false)
    guard let solution = try frontier.solution(rule) else { return nil }
    let options = joined.agenda.options(at: solution.points.map { frontier.codes[$0] }.min()!)
    var codes: [Int] = []
    var gains = joined.parties.map { _ in [Double]() }
    var givenUp = joined.parties.map { _ in [[Double]]() }
    var first = 0
    for number in package {
      let scenario = problems[number].scenario
      let own = Array(options[first..<first + scenario.agenda.issues.count])
      first += own.count
      codes.append(scenario.agenda.code(of: own))
      for (place, party) in joined.parties.enumerated() {
        guard let preferences = scenario.parties.first(where: { $0.party == party.party }) else {
          gains[place].append(0)
          givenUp[place].append(own.map { _ in 0 })
          continue
        }
        let gain = preferences.worth(of: own, on: scenario.agenda) - preferences.reservation
        // What rounding leaves of a sum that comes to the reservation is no concession.
        let size = max(abs(preferences.reservation), abs(gain))
        gains[place].append(abs(gain) <= ParetoFrontier.rounding * size ? 0 : gain)
        givenUp[place].append(own.indices.map { preferences.worths[$0].max()! - preferences.worths[$0][own[$0]] })
      }
    }
    return PackageDeal(
      package: package, parties: joined.parties.map(\.party), codes: codes, gains: gains, givenUp: givenUp)
  }
}
