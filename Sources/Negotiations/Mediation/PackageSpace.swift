/// All packages of an agenda, with what each choice adds for each party.
///
/// Issues that somebody couples are taken together as one group, so that every worth is a sum over groups. Worths are
/// whole numbers of the party's own smallest unit (``WorthScale``): their sums are exact.
struct PackageSpace: Sendable {
  let agenda: Agenda
  let preferences: [Preferences]
  /// The issues of each group, ascending; groups ascend by their first issue.
  let groups: [[Int]]
  /// How many combinations of options each group has.
  let counts: [Int]
  /// What a combination adds: `worths[group][combination * parties + party]`.
  let worths: [[Double]]
  /// The worth of each party's best package, and of its worst.
  let best: [Double]
  let worst: [Double]
  /// What a package must be worth to each party to come to its reservation.
  let floors: [Double]

  /// Groups of more combinations are refused.
  static let largestGroup = 1 << 20

  init(agenda: Agenda, preferences: [Preferences]) throws(NegotiationError) {
    self.agenda = agenda
    floors = preferences.map { $0.scale.leastUnits(for: $0.reservation) }
    self.preferences = preferences
    let groups = Self.groups(of: agenda, coupledBy: preferences)
    var counts: [Int] = []
    var worths: [[Double]] = []
    var best = [Double](repeating: 0, count: preferences.count)
    var worst = best
    for issues in groups {
      var count = 1
      for issue in issues {
        let (product, isOver) = count.multipliedReportingOverflow(by: agenda.issues[issue].count)
        guard !isOver, product <= Self.largestGroup else { throw .tooManyOutcomes(isOver ? nil : product) }
        count = product
      }
      let table = Self.worths(of: issues, count: count, on: agenda, for: preferences)
      for party in preferences.indices {
        var (low, high) = (Double.infinity, -Double.infinity)
        for choice in 0..<count {
          low = min(low, table[choice * preferences.count + party])
          high = max(high, table[choice * preferences.count + party])
        }
        worst[party] += low
        best[party] += high
      }
      counts.append(count)
      worths.append(table)
    }
    self.groups = groups
    self.counts = counts
    self.worths = worths
    self.best = best
    self.worst = worst
  }

  /// The options of a group's combination, one for each of its issues.
  func options(of choice: Int, in group: Int) -> [Int] {
    Self.options(of: choice, issues: groups[group], on: agenda)
  }

  /// What each party thinks of a package.
  func worths(of package: [Int]) -> [Double] { preferences.map { $0.units(of: package, on: agenda) } }

  private static func options(of choice: Int, issues: [Int], on agenda: Agenda) -> [Int] {
    var rest = choice
    var options = [Int](repeating: 0, count: issues.count)
    for place in issues.indices.reversed() {
      let count = agenda.issues[issues[place]].count
      options[place] = rest % count
      rest /= count
    }
    return options
  }

  private static func worths(
    of issues: [Int], count: Int, on agenda: Agenda, for preferences: [Preferences]
  ) -> [Double] {
    var table = [Double](repeating: 0, count: count * preferences.count)
    let couplings = preferences.map { $0.couplings.filter { issues.contains($0.issues[0]) } }
    var chosen = [Int](repeating: 0, count: agenda.issues.count)
    for choice in 0..<count {
      for (issue, option) in zip(issues, options(of: choice, issues: issues, on: agenda)) { chosen[issue] = option }
      for (party, own) in preferences.enumerated() {
        var total = 0.0
        for issue in issues { total += own.scale.units(of: own.worths[issue][chosen[issue]]) }
        for coupling in couplings[party] {
          var code = 0
          for issue in coupling.issues { code = code * agenda.issues[issue].count + chosen[issue] }
          total += own.scale.units(of: coupling.worths[code])
        }
        table[choice * preferences.count + party] = total
      }
    }
    return table
  }

  /// Issues that a chain of couplings joins, whoever couples them.
  private static func groups(of agenda: Agenda, coupledBy preferences: [Preferences]) -> [[Int]] {
    var first = Array(agenda.issues.indices)
    for coupling in preferences.flatMap(\.couplings) {
      let least = coupling.issues.map { first[$0] }.min() ?? 0
      let joined = Set(coupling.issues.map { first[$0] })
      for issue in first.indices where joined.contains(first[issue]) { first[issue] = least }
    }
    return first.indices.filter { first[$0] == $0 }.map { lead in first.indices.filter { first[$0] == lead } }
  }
}
