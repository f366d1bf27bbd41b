import Mathematics
import Negotiations

/// A small random scenario whose worths are tenths, kept as whole numbers too, so that they can be added by hand.
struct CountedScenario {
  let scenario: NegotiationScenario
  /// What each outcome is worth to each party, in tenths.
  let tenths: [[Int]]
  /// Each party's reservation in tenths.
  let reservations: [Int]

  /// - Parameters:
  ///   - seed: what it is drawn from.
  ///   - parties: how many.
  ///   - isCoupled: whether some issues depend on each other.
  init(seed: UInt64, parties: Int, isCoupled: Bool) throws {
    var chance = RandomStream(seed: seed, stream: [parties, isCoupled ? 1 : 0])
    let issues = try (0..<Int.random(in: 2...4, using: &chance)).map { index in
      try Issue("issue \(index)", .integers(1...Int.random(in: 1...5, using: &chance)))
    }
    let agenda = try Agenda(issues)
    let top = Int.random(in: 2...40, using: &chance)
    var all: [Preferences] = []
    var couplings: [[(issues: [Int], worths: [Int])]] = []
    var options: [[[Int]]] = []
    var reservations: [Int] = []
    for party in 0..<parties {
      options.append(issues.map { issue in (0..<issue.count).map { _ in Int.random(in: -2...top, using: &chance) } })
      var own: [(issues: [Int], worths: [Int])] = []
      if isCoupled && Bool.random(using: &chance) {
        let joined = [Int.random(in: 0..<issues.count - 1, using: &chance), issues.count - 1]
        let count = joined.reduce(1) { $0 * issues[$1].count }
        own.append((joined, (0..<count).map { _ in Int.random(in: -top...top, using: &chance) }))
      }
      couplings.append(own)
      reservations.append(Int.random(in: 0...top * issues.count / 3, using: &chance))
      all.append(
        Preferences(
          party: "party \(party)", worths: options[party].map { $0.map { Double($0) / 10 } },
          couplings: own.map { .init(issues: $0.issues, worths: $0.worths.map { Double($0) / 10 }) },
          reservation: Double(reservations[party]) / 10))
    }
    scenario = try NegotiationScenario(agenda: agenda, parties: all)
    self.reservations = reservations
    tenths = (0..<agenda.outcomeCount!).map { code in
      let chosen = agenda.options(at: code)
      return (0..<parties).map { party in
        let plain = chosen.enumerated().reduce(0) { $0 + options[party][$1.offset][$1.element] }
        return couplings[party].reduce(plain) { sum, coupling in
          sum + coupling.worths[coupling.issues.reduce(0) { $0 * issues[$1].count + chosen[$1] }]
        }
      }
    }
  }

  /// The outcomes that no other beats, every pair compared.
  func unbeaten(isComplete: Bool) -> Set<Int> {
    let candidates = tenths.indices.filter { code in
      isComplete || zip(tenths[code], reservations).allSatisfy { $0 >= $1 }
    }
    return Set(
      candidates.filter { code in
        !candidates.contains { other in
          tenths[other] != tenths[code] && zip(tenths[other], tenths[code]).allSatisfy { $0 >= $1 }
        }
      })
  }
}
