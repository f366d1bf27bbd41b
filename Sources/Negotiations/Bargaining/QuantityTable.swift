import Foundation
import Mathematics

/// A scenario's quantities as amounts under linear conditions, for each combination of its other issues' options.
///
/// An amount says how many steps a quantity is above its lower end. A party whose worth of it bends has one amount
/// more, its worth above the least, which is under every one of the straight lines.
struct QuantityTable {
  private let scenario: NegotiationScenario
  private let quantities: [Int]
  private let others: [Int]
  /// The number of combinations of the other issues' options.
  private let count: Int

  init(of scenario: NegotiationScenario) throws(NegotiationError) {
    self.scenario = scenario
    let issues = scenario.agenda.issues
    let quantities = issues.indices.filter { index in
      if case .quantity = issues[index].options { return true }
      return false
    }
    self.quantities = quantities
    others = issues.indices.filter { !quantities.contains($0) }
    var count = 1
    for issue in others {
      let (product, isOver) = count.multipliedReportingOverflow(by: issues[issue].count)
      guard !isOver, product <= NegotiationScenario.mostCombinations else {
        throw .tooManyOutcomes(isOver ? nil : product)
      }
      count = product
    }
    self.count = count
    for party in scenario.parties {
      for coupling in party.couplings {
        if let issue = coupling.issues.first(where: quantities.contains) {
          throw .coupledQuantity(party: party.party, issue: issues[issue].name)
        }
      }
      for issue in quantities {
        let worths = party.worths[issue]
        let size = worths.reduce(0) { max($0, abs($1)) }
        for step in worths.indices.dropFirst().dropLast()
        where worths[step] < (worths[step - 1] + worths[step + 1]) / 2 - 1e-12 * size {
          throw .hollowWorths(party: party.party, issue: issues[issue].name)
        }
      }
    }
  }

  /// One option for each of the other issues; 0 stands for the quantities.
  var combinations: [[Int]] {
    (0..<count).map { code in
      var (rest, options) = (code, [Int](repeating: 0, count: scenario.agenda.issues.count))
      for issue in others.reversed() {
        options[issue] = rest % scenario.agenda.issues[issue].count
        rest /= scenario.agenda.issues[issue].count
      }
      return options
    }
  }

  /// The straight lines under which the worths lie, each once: worth at step 0 and rise a step.
  private func lines(_ worths: [Double]) -> [(start: Double, rise: Double)] {
    let size = worths.reduce(0) { max($0, abs($1)) }
    var lines: [(start: Double, rise: Double)] = []
    for step in 0..<worths.count - 1 {
      let rise = worths[step + 1] - worths[step]
      if let last = lines.last, abs(last.rise - rise) <= 1e-12 * size { continue }
      lines.append((worths[step] - rise * Double(step), rise))
    }
    return lines
  }

  func problem(for options: [Int]) throws(NegotiationError) -> ConvexBargaining {
    let parties = scenario.parties
    var constants = parties.map { party in
      let plain = others.reduce(0) { $0 + party.worths[$1][options[$1]] }
      return party.couplings.reduce(plain) { sum, coupling in
        sum + coupling.worths[coupling.issues.reduce(0) { $0 * scenario.agenda.issues[$1].count + options[$1] }]
      }
    }
    // Amounts: one for each quantity (one that stays 0 if there is none), then one for each worth that bends.
    var columns = max(1, quantities.count)
    var worths: [[(column: Int, worth: Double)]] = parties.map { _ in [] }
    var conditions: [(terms: [(column: Int, factor: Double)], bound: Double)] = []
    if quantities.isEmpty { conditions.append(([(0, 1)], 0)) }
    for (column, issue) in quantities.enumerated() {
      conditions.append(([(column, 1)], Double(scenario.agenda.issues[issue].count - 1)))
      for (place, party) in parties.enumerated() {
        let lines = lines(party.worths[issue])
        if lines.count == 1 {
          constants[place] += lines[0].start
          worths[place].append((column, lines[0].rise))
        } else {
          let least = min(party.worths[issue].first!, party.worths[issue].last!)
          constants[place] += least
          worths[place].append((columns, 1))
          for line in lines { conditions.append(([(columns, 1), (column, -line.rise)], line.start - least)) }
          columns += 1
        }
      }
    }
    var worthTable = Matrix(rows: parties.count, columns: columns)
    for (party, terms) in worths.enumerated() {
      for (column, worth) in terms { worthTable[party, column] = worth }
    }
    var rows = Matrix(rows: conditions.count, columns: columns)
    for (row, condition) in conditions.enumerated() {
      for (column, factor) in condition.terms { rows[row, column] = factor }
    }
    return try ConvexBargaining(
      worths: worthTable, constants: constants, rows: rows,
      relations: conditions.map { _ in .atMost }, bounds: conditions.map(\.bound),
      reservations: parties.map(\.reservation), names: parties.map(\.party))
  }

  func positions(options: [Int], amounts: [Double]) -> [Double] {
    var positions = options.map { Double($0) }
    for (column, issue) in quantities.enumerated() { positions[issue] = amounts[column] }
    return positions
  }

  /// What each party has at positions, on the straight lines between steps.
  func worths(at positions: [Double]) -> [Double] {
    let options = positions.enumerated().map { quantities.contains($0) ? 0 : Int($1) }
    return scenario.parties.map { party in
      let fixed = party.worth(of: options, on: scenario.agenda)
      return quantities.reduce(fixed) { sum, issue in
        let worths = party.worths[issue]
        let step = min(Int(positions[issue]), worths.count - 2)
        let part = positions[issue] - Double(step)
        return sum - worths[0] + worths[step] + part * (worths[step + 1] - worths[step])
      }
    }
  }
}
