/// One issue, or several whose worth depends on each other, with the combinations of options that no other beats.
///
/// A party's worth of an outcome is the sum of what the groups' combinations are worth to it.
struct IssueGroup {
  /// What the combinations that no other beats are worth, in units: a row for each different one.
  private(set) var rows: [Double] = []
  /// What the combinations of a row add to the outcome's code, ascending; `starts` as in ``NondominatedPoints``.
  private(set) var codes: [Int] = []
  private(set) var starts: [Int] = [0]
  /// Each party's worst and best of all combinations, in units.
  private(set) var lowest: [Double]
  private(set) var highest: [Double]

  /// The most numbers a group of coupled issues may need.
  static let largestTable = 1 << 26

  var count: Int { starts.count - 1 }
  func codes(of row: Int) -> ArraySlice<Int> { codes[starts[row]..<starts[row + 1]] }

  /// The issues that depend on each other for any party, group after group, each ascending.
  static func partition(of scenario: NegotiationScenario) -> [[Int]] {
    var root = Array(scenario.agenda.issues.indices)
    func find(_ issue: Int) -> Int {
      var issue = issue
      while root[issue] != issue { issue = root[issue] }
      return issue
    }
    for party in scenario.parties {
      for coupling in party.couplings {
        for issue in coupling.issues {
          let (a, b) = (find(coupling.issues[0]), find(issue))
          root[max(a, b)] = min(a, b)
        }
      }
    }
    var groups: [[Int]] = Array(repeating: [], count: root.count)
    for issue in root.indices { groups[find(issue)].append(issue) }
    return groups.filter { !$0.isEmpty }
  }

  /// All combinations of `issues` in order, their worths as outer sums; only then those that are beaten are dropped.
  ///
  /// - Parameters:
  ///   - issues: their numbers, ascending.
  ///   - scenario: whose issues they are; no coupling joins them to others.
  ///   - scales: one for each party.
  /// - Throws: ``NegotiationError/tooManyOutcomes(_:)`` when the combinations cannot be looked at one by one.
  init(_ issues: [Int], of scenario: NegotiationScenario, scales: [WorthScale]) throws(NegotiationError) {
    let agenda = scenario.agenda
    let parties = scenario.parties.count
    var combinations = 1
    for issue in issues {
      let (product, isOver) = combinations.multipliedReportingOverflow(by: agenda.issues[issue].count)
      guard !isOver, product <= Self.largestTable / parties else { throw .tooManyOutcomes(isOver ? nil : product) }
      combinations = product
    }
    var all = [Double](repeating: 0, count: combinations * parties)
    for (place, party) in scenario.parties.enumerated() {
      let column = Self.column(of: party, scale: scales[place], issues: issues, agenda: agenda)
      all.withUnsafeMutableBufferPointer { all in
        for (combination, worth) in column.enumerated() { all[combination * parties + place] = worth }
      }
    }
    (lowest, highest) = (Array(all[0..<parties]), Array(all[0..<parties]))
    var place = 0
    for _ in 0..<combinations {
      for party in 0..<parties {
        lowest[party] = min(lowest[party], all[place + party])
        highest[party] = max(highest[party], all[place + party])
      }
      place += parties
    }
    let best = NondominatedPoints(of: all, parties: parties)
    let digits = Self.codeDigits(of: issues, on: agenda)
    for group in 0..<best.count {
      let members = best.members(of: group)
      let row = Int(members.first!) * parties
      rows.append(contentsOf: all[row..<row + parties])
      codes.append(contentsOf: members.map { Self.code(ofCombination: Int($0), digits: digits) })
      starts.append(codes.count)
    }
  }

  /// One party's worth of every combination, in units.
  static func column(of party: Preferences, scale: WorthScale, issues: [Int], agenda: Agenda) -> [Double] {
    var column = [0.0]
    for issue in issues {
      let options = party.worths[issue].map(scale.units)
      column = [Double](unsafeUninitializedCapacity: column.count * options.count) { buffer, filled in
        for partial in column {
          for option in options {
            buffer[filled] = partial + option
            filled += 1
          }
        }
      }
    }
    for coupling in party.couplings where issues.contains(coupling.issues[0]) {
      let worths = coupling.worths.map(scale.units)
      // What one option more of each issue of the group adds to the coupling's code; 0 where it is not coupled.
      var steps = [Int](repeating: 0, count: issues.count)
      var step = 1
      for issue in coupling.issues.reversed() {
        steps[issues.firstIndex(of: issue)!] = step
        step *= agenda.issues[issue].count
      }
      var options = [Int](repeating: 0, count: issues.count)
      var code = 0
      for combination in column.indices {
        column[combination] += worths[code]
        var place = issues.count - 1
        while place >= 0 {
          options[place] += 1
          code += steps[place]
          if options[place] < agenda.issues[issues[place]].count { break }
          code -= steps[place] * options[place]
          options[place] = 0
          place -= 1
        }
      }
    }
    return column
  }

  /// For each issue of a group its number of options and what one option more adds to an outcome's code.
  private static func codeDigits(of issues: [Int], on agenda: Agenda) -> [(count: Int, step: Int)] {
    var steps = [Int](repeating: 1, count: agenda.issues.count)
    for issue in agenda.issues.indices.reversed().dropFirst() {
      steps[issue] = steps[issue + 1] * agenda.issues[issue + 1].count
    }
    return issues.map { (agenda.issues[$0].count, steps[$0]) }
  }

  private static func code(ofCombination combination: Int, digits: [(count: Int, step: Int)]) -> Int {
    var (rest, code) = (combination, 0)
    for (count, step) in digits.reversed() {
      code += rest % count * step
      rest /= count
    }
    return code
  }
}
