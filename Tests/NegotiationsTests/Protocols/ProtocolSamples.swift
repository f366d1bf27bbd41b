import Mathematics
import Negotiations

/// Tables that several tests negotiate at.
enum ProtocolSamples {
  /// One issue; `worths[party][option]`.
  static func table(
    _ worths: [[Double]], reservations: [Double]? = nil, discounts: [Double]? = nil
  ) throws -> BargainingTable {
    let agenda = try Agenda([Issue("text", .choices(worths[0].indices.map { "text \($0)" }))])
    let parties = worths.enumerated().map { party, worths in
      Preferences(
        party: "party \(party + 1)", worths: [worths], reservation: reservations?[party] ?? 0,
        discount: discounts?[party] ?? 1)
    }
    return try BargainingTable(NegotiationScenario(agenda: agenda, parties: parties))
  }

  /// Worths from 0 to 1 for each option, and reservations that a good part of all outcomes reaches; every third table
  /// has whole numbers and so many ties, and every second one a coupling.
  static func random(
    seed: UInt64, parties: Int = 2, issues: Int = 3, options: Int = 4, reservation: Double = 0.3
  ) throws -> BargainingTable {
    var chance = RandomStream(seed: seed, stream: [parties, issues])
    func worth() -> Double {
      let worth = chance.uniform()
      return seed.isMultiple(of: 3) ? (worth * 10).rounded() : worth
    }
    let agenda = try Agenda((0..<issues).map { try Issue("issue \($0)", .integers(0...(options - 1))) })
    let unit = seed.isMultiple(of: 3) ? 10.0 : 1
    let preferences = (0..<parties).map { party in
      Preferences(
        party: "party \(party)", worths: (0..<issues).map { _ in (0..<options).map { _ in worth() } },
        couplings: seed.isMultiple(of: 2)
          ? [.init(issues: [0, issues - 1], worths: (0..<options * options).map { _ in worth() })] : [],
        reservation: reservation * Double(issues) * unit)
    }
    return try BargainingTable(NegotiationScenario(agenda: agenda, parties: preferences))
  }

  /// The deeds of a run in words: "1 proposes 0", parties counted from 1.
  static func words(_ run: NegotiationRun) -> [String] {
    run.acts.map { act in
      "\(act.round): \(act.party.map { "\($0 + 1)" } ?? "mediator") \(act.deed.rawValue)"
        + (act.outcome.map { " \($0)" } ?? "")
    }
  }
}
