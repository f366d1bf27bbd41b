import Foundation

/// A negotiation that may be joined with others.
public struct LinkedProblem: Hashable, Sendable {
  public let name: String
  public let scenario: NegotiationScenario

  /// - Parameters:
  ///   - name: what the problem is called; its issues become "name: issue" in a package.
  ///   - scenario: its issues and its parties; not all parties of the other problems need to sit in it.
  public init(_ name: String, _ scenario: NegotiationScenario) {
    self.name = name
    self.scenario = scenario
  }
}

/// Several problems that may be settled at one table, so that what a party gives in one is returned in another.
///
/// A package is a deal on all of its problems. To a party it is worth the sum of what the problems' outcomes are worth,
/// and it has to be worth at least the sum of the party's reservations in those problems; in a problem in which a party
/// has no seat it has nothing to lose or gain.
///
///     let table = try IssueLinkage([LinkedProblem("water", water), LinkedProblem("rail", rail)])
///     try table.smallestPackages(with: 0)  // [[0, 1]]: the water needs the rail
///
/// Source: linkage as a widening of the zone of agreement: Sebenius (1983), Int. Organ. 37, 281–316; Haas (1980).
public struct IssueLinkage: Sendable {
  public let problems: [LinkedProblem]
  /// Everyone who sits in some problem, in order of first appearance.
  public let parties: [String]
  /// For each problem its issues' lists of worths, all in the same unit for each party.
  private let groups: [[IssueGroup]]
  /// For each problem what every party needs, in units; 0 for those without a seat.
  private let needs: [[Double]]
  private let scales: [WorthScale]

  /// The most problems: all packages of them are looked at.
  public static let mostProblems = 12

  /// - Parameter problems: 1...12, each named once.
  /// - Throws: ``NegotiationError/problems(_:)``, ``NegotiationError/repeatedProblem(_:)``,
  ///   ``NegotiationError/noName`` or ``NegotiationError/tooManyOutcomes(_:)``.
  public init(_ problems: [LinkedProblem]) throws(NegotiationError) {
    guard (1...Self.mostProblems).contains(problems.count) else { throw .problems(problems.count) }
    var seen: Set<String> = []
    for problem in problems {
      guard !problem.name.isEmpty else { throw .noName }
      guard seen.insert(problem.name).inserted else { throw .repeatedProblem(problem.name) }
      guard problem.scenario.agenda.outcomeCount != nil else { throw .tooManyOutcomes(nil) }
    }
    self.problems = problems
    var parties: [String] = []
    for problem in problems {
      for party in problem.scenario.parties where !parties.contains(party.party) { parties.append(party.party) }
    }
    self.parties = parties
    var seated: [NegotiationScenario] = []
    for problem in problems {
      let all = parties.map { Self.preferences(of: $0, in: problem.scenario) }
      seated.append(try NegotiationScenario(agenda: problem.scenario.agenda, parties: all))
    }
    var scales: [WorthScale] = []
    for place in parties.indices {
      let lists = seated.flatMap { $0.parties[place].worths + $0.parties[place].couplings.map(\.worths) }
      let scale = WorthScale(lists)
      try scale.check(for: parties[place])
      scales.append(scale)
    }
    self.scales = scales
    var groups: [[IssueGroup]] = []
    for scenario in seated {
      var own: [IssueGroup] = []
      for issues in IssueGroup.partition(of: scenario) {
        own.append(try IssueGroup(issues, of: scenario, scales: scales))
      }
      groups.append(own)
    }
    self.groups = groups
    needs = seated.map { scenario in scenario.parties.map(\.reservation) }
  }

  /// What a party thinks of a problem; nothing at all if it has no seat in it.
  private static func preferences(of party: String, in scenario: NegotiationScenario) -> Preferences {
    scenario.parties.first { $0.party == party }
      ?? Preferences(party: party, worths: scenario.agenda.issues.map { [Double](repeating: 0, count: $0.count) })
  }

  /// The package as one negotiation. Its issues are called "problem: issue"; where that is the name of an issue before
  /// it too, with a number after it, as in "problem: issue (2)".
  ///
  /// - Parameter package: problems' numbers, ascending, each once.
  /// - Returns: the issues of all its problems, and the parties with a seat in one of them.
  /// - Throws: ``NegotiationError`` if its outcomes or parties do not fit one table.
  public func scenario(of package: [Int]) throws(NegotiationError) -> NegotiationScenario {
    var issues: [Issue] = []
    var firsts: [Int] = []
    var names: Set<String> = []
    for number in package {
      firsts.append(issues.count)
      for issue in problems[number].scenario.agenda.issues {
        let name = "\(problems[number].name): \(issue.name)"
        var told = name
        var count = 1
        while !names.insert(told).inserted {
          count += 1
          told = "\(name) (\(count))"
        }
        issues.append(try Issue(told, issue.options))
      }
    }
    let seated = parties.filter { party in
      package.contains { number in problems[number].scenario.parties.contains { $0.party == party } }
    }
    return try NegotiationScenario(
      agenda: Agenda(issues),
      parties: seated.map { party in
        let own = package.map { Self.preferences(of: party, in: problems[$0].scenario) }
        return Preferences(
          party: party, worths: own.flatMap(\.worths),
          couplings: zip(own, firsts).flatMap { preferences, first in
            preferences.couplings.map { .init(issues: $0.issues.map { $0 + first }, worths: $0.worths) }
          },
          reservation: own.reduce(0) { $0 + $1.reservation })
      })
  }

  /// Whether some deal on all problems of the package gives every party what it needs.
  ///
  /// - Parameter package: problems' numbers, each once; one or more.
  /// - Throws: ``NegotiationError/frontierTooLarge(_:)``.
  public func isOpen(_ package: [Int]) throws(NegotiationError) -> Bool {
    let lists = package.flatMap { groups[$0] }
    let least = parties.indices.map { party in
      scales[party].leastUnits(for: package.reduce(0) { $0 + needs[$1][party] })
    }
    let (answer, weights) = quickAnswer(lists, least)
    if let answer { return answer }
    return try !FrontierSum(of: lists, least: least, keepsTies: false, weighings: [weights]).codes.isEmpty
  }

  /// Looks for weights at which even the largest weighted sum is too small, or that lead to a sum that is enough.
  ///
  /// - Returns: the answer, nil when neither is found soon, and the weights at which the largest sum is least above
  ///   what is needed.
  private func quickAnswer(_ lists: [IssueGroup], _ least: [Double]) -> (answer: Bool?, weights: [Double]) {
    let everyone = Array(parties.indices)
    let sizes = everyone.map { party in
      max(1e-300, lists.reduce(abs(least[party])) { $0 + max(abs($1.highest[party]), abs($1.lowest[party])) })
    }
    var weights = everyone.map { 1 / sizes[$0] / Double(everyone.count) }
    var closest = (excess: Double.infinity, weights: weights)
    for round in 1...100 {
      var sums = [Double](repeating: 0, count: everyone.count)
      for list in lists {
        var best = (value: -Double.infinity, row: 0)
        for row in 0..<list.count {
          let value = everyone.reduce(0) { $0 + weights[$1] * list.rows[row * everyone.count + $1] }
          if value > best.value { best = (value, row) }
        }
        for party in everyone { sums[party] += list.rows[best.row * everyone.count + party] }
      }
      if everyone.allSatisfy({ sums[$0] >= least[$0] }) { return (true, weights) }
      let excess = everyone.reduce(0) { $0 + weights[$1] * (sums[$1] - least[$1]) }
      // 10⁻⁹ of the terms: far more than rounding makes of the sum.
      if excess < -1e-9 * everyone.reduce(0, { $0 + weights[$1] * sizes[$1] }) { return (false, weights) }
      if excess < closest.excess { closest = (excess, weights) }
      // Whoever has too little counts for more in the next round.
      let pace = 4 / Double(round).squareRoot()
      for party in everyone { weights[party] *= exp(-pace * (sums[party] - least[party]) / sizes[party]) }
      let total = everyone.reduce(0) { $0 + weights[$1] * sizes[$1] }
      for party in everyone { weights[party] /= total }
    }
    return (nil, closest.weights)
  }

  /// All packages with a zone of agreement, as sets of problems: bit i stands for problem i.
  ///
  /// - Returns: the sets, ascending.
  /// - Throws: ``NegotiationError/frontierTooLarge(_:)``.
  /// - Complexity: 2ⁿ packages of n problems, less those that are put together from two open ones.
  public func openPackages() throws(NegotiationError) -> [UInt] {
    var isOpen = [Bool](repeating: false, count: 1 << problems.count)
    for set in 1..<isOpen.count {
      // Two deals that are acceptable each are so together.
      var part = (set - 1) & set
      var isSettled = false
      while part > 0 && !isSettled {
        isSettled = isOpen[part] && isOpen[set ^ part]
        part = (part - 1) & set
      }
      if !isSettled { isSettled = try self.isOpen(problems.indices.filter { set >> $0 & 1 == 1 }) }
      isOpen[set] = isSettled
    }
    return isOpen.indices.filter { isOpen[$0] }.map { UInt($0) }
  }

  /// For each problem the smallest packages in which it can be settled: no problem can be left out of them.
  ///
  /// A problem that can be settled alone has itself as its only package; one that no package opens has none.
  ///
  /// - Returns: for each problem its packages, the smaller first, then in order of their problems' numbers.
  /// - Throws: ``NegotiationError/frontierTooLarge(_:)``.
  public func smallestPackages() throws(NegotiationError) -> [[[Int]]] {
    let open = try openPackages()
    return problems.indices.map { problem in
      let holding = open.filter { $0 >> UInt(problem) & 1 == 1 }
      let smallest = holding.filter { set in !holding.contains { $0 != set && $0 & set == $0 } }
      return smallest.map { set in problems.indices.filter { set >> UInt($0) & 1 == 1 } }
        .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
    }
  }

  /// The smallest packages in which one problem can be settled.
  /// - Parameter problem: its number.
  /// - Returns: the smaller packages first; itself alone if it can be settled alone, none if no package opens it.
  /// - Throws: ``NegotiationError/frontierTooLarge(_:)``.
  public func smallestPackages(with problem: Int) throws(NegotiationError) -> [[Int]] {
    try smallestPackages()[problem]
  }
}
