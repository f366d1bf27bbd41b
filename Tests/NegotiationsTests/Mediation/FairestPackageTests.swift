import Mathematics
import Testing

@testable import Negotiations

/// Random negotiations small enough to be looked through package by package.
enum MediationCase {
  /// - Parameters:
  ///   - steps: Worths are whole numbers from 0 to this; few make ties.
  ///   - coupling: Whether the first party couples the first and the last issue.
  static func random(
    seed: UInt64, parties: Int, counts: [Int], steps: Int = 20, reserve: ClosedRange<Double> = 0...0.5,
    coupling: Bool = false
  ) throws -> (agenda: Agenda, parties: [Preferences]) {
    var chance = RandomStream(seed: seed, stream: [6])
    let agenda = try Agenda(
      counts.enumerated().map { try Issue("issue \($0)", .choices((0..<$1).map { "option \($0)" })) })
    let all = (0..<parties).map { party in
      let worths = counts.map { count in (0..<count).map { _ in Double(Int.random(in: 0...steps, using: &chance)) } }
      let most = worths.reduce(0) { $0 + ($1.max() ?? 0) }
      let share = Double.random(in: reserve, using: &chance)
      let couplings =
        coupling && party == 0
        ? [
          Preferences.Coupling(
            issues: [0, counts.count - 1],
            worths: (0..<(counts[0] * counts[counts.count - 1])).map { _ in
              Double(Int.random(in: -steps...steps, using: &chance))
            })
        ] : []
      return Preferences(
        party: "party \(party)", worths: worths, couplings: couplings, reservation: (share * most).rounded(),
        discount: 1)
    }
    return (agenda, all)
  }

  static func packages(of agenda: Agenda) -> [[Int]] {
    (0..<(agenda.outcomeCount ?? 0)).map { agenda.options(at: $0) }
  }
}

@Suite struct FairestPackageTests {
  /// The fairest of all packages that fit, looked at one by one; gains compared in units as the search does.
  private func fairest(_ search: FairestPackage, tilts: [Double]) -> [Int]? {
    var best: (package: [Int], gains: [Int])?
    for package in MediationCase.packages(of: search.space.agenda) where search.fits(package) {
      let worths = search.space.worths(of: package)
      let gains = worths.indices.compactMap { party in
        search.room[party].map { room in
          Int(((worths[party] - search.floor[party]) / room / tilts[party] / FairestPackage.unit).rounded())
        }
      }.sorted()
      // What the two ways of adding round differently is no gain.
      if let known = best {
        guard let other = zip(gains, known.gains).first(where: { abs($0.0 - $0.1) > 2 }), other.0 > other.1 else {
          continue
        }
      }
      best = (package, gains)
    }
    return best?.package
  }

  @Test("finds what looking at every package finds", arguments: UInt64(0)..<75)
  func agreesWithEnumeration(seed: UInt64) throws {
    let sizes = [[3, 4, 2, 3], [2, 2, 2, 2, 2, 2], [5, 5, 5], [60, 2], [7]]
    let (agenda, parties) = try MediationCase.random(
      seed: seed, parties: 2 + Int(seed % 4), counts: sizes[Int(seed) % sizes.count],
      steps: seed % 3 == 0 ? 3 : 1000, coupling: seed % 5 < 3 && seed % 2 == 0)
    let space = try PackageSpace(agenda: agenda, preferences: parties)
    var chance = RandomStream(seed: seed, stream: [7])
    let tilts = seed % 2 == 0 ? parties.map { _ in 1 } : parties.map { _ in 0.5 + chance.uniform() }
    for demand in [FairestPackage.Demand.nothing, .someoneGains, .everyoneGains] {
      var floor = parties.map(\.reservation)
      if demand != .nothing {
        let signed = agenda.options(at: Int.random(in: 0..<(agenda.outcomeCount ?? 1), using: &chance))
        for (party, worth) in space.worths(of: signed).enumerated() { floor[party] = max(floor[party], worth) }
      }
      var search = FairestPackage(in: space, floor: floor, demand: demand, stepLimit: 1_000_000)
      var excluded: Set<[Int]> = []
      for _ in 0..<3 {
        let found = try search.found(tilts: tilts)
        #expect(found?.package == fairest(search, tilts: tilts))
        guard let found else { break }
        excluded.insert(found.package)
        search = FairestPackage(in: space, floor: floor, demand: demand, excluding: excluded, stepLimit: 1_000_000)
      }
    }
  }

  @Test("many packages of equal worth, some not to be named, are no other than looked at one by one", arguments: 0..<8)
  func ties(step: Int) throws {
    // Tenths, which no binary number holds: equal sums differ by rounding, at the floors too.
    let agenda = try Agenda((0..<5).map { try Issue("issue \($0)", .integers(0...3)) })
    let rising = (0..<5).map { issue in (0..<4).map { Double($0 * (1 + issue % 2)) / 10 } }
    let parties = [
      Preferences(party: "a", worths: rising, reservation: [0.3, 0.6, 0.7, 0.9][step % 4]),
      Preferences(party: "b", worths: rising.map { $0.reversed() }, reservation: [0.3, 0.6, 0.7, 0.9][step / 2]),
      Preferences(party: "c", worths: rising.map { $0.map { _ in 0.1 } }, reservation: 0.5),
    ]
    let space = try PackageSpace(agenda: agenda, preferences: parties)
    var excluded: Set<[Int]> = []
    for _ in 0..<6 {
      let search = FairestPackage(
        in: space, floor: parties.map(\.reservation), demand: .nothing, excluding: excluded, stepLimit: 100_000)
      let found = try search.found(tilts: [1, 1, 1])?.package
      #expect(found == fairest(search, tilts: [1, 1, 1]))
      if let found { excluded.insert(found) }
    }
  }

  @Test("what it finds is efficient", arguments: UInt64(0)..<40)
  func isEfficient(seed: UInt64) throws {
    let (agenda, parties) = try MediationCase.random(seed: seed, parties: 3, counts: [4, 3, 4, 3], steps: 4)
    let space = try PackageSpace(agenda: agenda, preferences: parties)
    let search = FairestPackage(
      in: space, floor: parties.map(\.reservation), demand: .nothing, stepLimit: 1_000_000)
    guard let found = try search.found(tilts: [1, 1, 1]) else { return }
    let worths = space.worths(of: found.package)
    for package in MediationCase.packages(of: agenda) {
      let others = space.worths(of: package)
      #expect(others == worths || !zip(others, worths).allSatisfy { $0 >= $1 })
    }
  }

  @Test func givesUpAfterAsManySteps() throws {
    let (agenda, parties) = try MediationCase.random(seed: 1, parties: 4, counts: [6, 6, 6, 6, 6], steps: 1000)
    let space = try PackageSpace(agenda: agenda, preferences: parties)
    let search = FairestPackage(in: space, floor: parties.map(\.reservation), demand: .nothing, stepLimit: 3)
    #expect(throws: NegotiationError.searchStopped(steps: 3)) { try search.found(tilts: [1, 1, 1, 1]) }
  }
}
