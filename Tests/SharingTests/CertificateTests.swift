import CollectiveAction
import Foundation
import Mathematics
import Sharing
import Testing

@Suite struct CertificateTests {
  @Test("refuses a certificate that was tampered with", arguments: UInt64(0)..<40, Tampering.allCases)
  func tampered(seed: UInt64, tampering: Tampering) throws {
    let game = PublishedGames.random(seed: seed, players: 2 + Int(seed % 3))
    let certificate = try prenucleolus(of: game).certificate
    #expect(verify(certificate, for: game) == .certified)
    var chance = SeededChance(seed: seed)
    guard let changed = tampering.apply(to: certificate, using: &chance) else { return }
    #expect(!verify(changed, for: game).isCertified, "\(tampering): \(changed)")
  }

  @Test("refuses the certificate of a game in which another coalition would miss more")
  func otherGame() throws {
    let game = try PublishedGames.tennesseeValley()
    let certificate = try nucleolus(of: game).certificate
    var costs = game.worths
    // Flood control and power pay 296 350 together; for 200 000 apart they would leave.
    costs[6] = 200_000
    let other = CoalitionGame(players: game.players, costs: costs)
    #expect(
      verify(certificate, for: other)
        == .refused(.missesMore(stage: 1, coalition: ["flood control", "power"], by: 143_636)))
    #expect(
      "\(CertificateFault.missesMore(stage: 1, coalition: ["flood control", "power"], by: 143_636))"
        == "{flood control, power} misses 143636.0 more than the level of stage 1; the shares are not the nucleolus")
  }

  @Test("refuses a wrong division in proportion to worths far above it", arguments: [1e6, 1e15, 1e16, 1e17, 1e300])
  func worthsAboveShares(worth: Double) {
    // Three players alike, so a third each; at 10¹⁷ the level 1 − 10⁻¹⁷ is one to the last bit.
    let game = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, worth, 0, worth, worth, 1])
    let level = 1 - 1 / Rational(decimal: worth)
    func stage(_ first: Coalition, _ second: Coalition) -> NucleolusCertificate.Stage {
      NucleolusCertificate.Stage(
        level: level, tight: [first, second].map { WeightedCoalition(coalition: $0, weight: 1) }, atOwnWorth: [],
        settled: [WeightedCoalition(coalition: game.grandCoalition, weight: -1)])
    }
    let claimed = NucleolusCertificate(
      players: game.players, overImputations: true, measure: .proportional, shares: [1, 0, 0],
      stages: [stage(Coalition([0, 1]), .single(2)), stage(Coalition([0, 2]), .single(1))])
    #expect(verify(claimed, for: game) != .certified)
  }

  @Test("does not excuse a wrong division by the rounding of large worths beside it")
  func offsetIsNoExcuse() throws {
    // All three are alike; beside a milliard each, the first and the third are given the second's half of the bonus.
    let game = try CoalitionGame(players: ["a", "b", "c"], kind: .surplus) { coalition in
      Double(coalition.count) * 1e9 + (coalition.count == 3 ? 3 : 0)
    }
    let solution = try prenucleolus(of: game)
    let own = Rational(1_000_000_000)
    let half = Rational("3/2") ?? 0
    let claimed = NucleolusCertificate(
      players: game.players, overImputations: false, shares: [own + half, own, own + half],
      stages: solution.certificate.stages)
    #expect(!verify(claimed, for: game).isCertified)
  }

  @Test("refuses a wrong division whose sums are beyond all numbers")
  func beyondNumbers() {
    let game = CoalitionGame(
      players: ["a", "b", "c"], surpluses: [0, 0, 0, -5e299, 0, 8.5e299, -7e299, 5e299])
    func stage(_ level: Double, _ first: Coalition, _ second: Coalition) -> NucleolusCertificate.Stage {
      NucleolusCertificate.Stage(
        level: Rational(decimal: level), tight: [first, second].map { WeightedCoalition(coalition: $0, weight: 1) },
        atOwnWorth: [], settled: [WeightedCoalition(coalition: game.grandCoalition, weight: -1)])
    }
    let claimed = NucleolusCertificate(
      players: game.players, overImputations: false, shares: [6e299, -6e299, 5e299].map { Rational(decimal: $0) },
      stages: [stage(-5e299, .single(2), Coalition([0, 1])), stage(-6e299, .single(0), Coalition([1, 2]))])
    // The second player misses 6e299.
    #expect(!verify(claimed, for: game).isCertified)
    let beyond = Rational(decimal: 5e299) * 1_000_000_000_000
    let unending = NucleolusCertificate(
      players: game.players, overImputations: false, shares: [beyond, Rational(decimal: 5e299) - beyond, 0], stages: [])
    #expect(verify(unending, for: game) == .refused(.sharesNotSettled))
    let two = CoalitionGame(players: ["a", "b"], surpluses: [0, 1e300, -1e300, 1e300])
    let half = Rational(decimal: 1e300) / 2
    let exact = NucleolusCertificate(
      players: two.players, overImputations: false, shares: [half * 3, -half],
      stages: [
        NucleolusCertificate.Stage(
          level: -half, tight: [Coalition.single(0), .single(1)].map { WeightedCoalition(coalition: $0, weight: 1) },
          atOwnWorth: [], settled: [WeightedCoalition(coalition: two.grandCoalition, weight: -1)])
      ])
    #expect(verify(exact, for: two) == .certified)
  }

  @Test("refuses the prenucleolus as a nucleolus where it leaves somebody worse off than alone")
  func imputations() throws {
    let game = try PublishedGames.bySize([2, 6, 5, 15, 1, 18, 14])
    let free = try prenucleolus(of: game).certificate
    let claimed = NucleolusCertificate(
      players: free.players, overImputations: true, shares: free.shares, stages: free.stages)
    #expect(verify(claimed, for: game) == .refused(.belowOwnWorth(player: "1")))
    let bound = try nucleolus(of: game).certificate
    let loosened = NucleolusCertificate(
      players: bound.players, overImputations: false, shares: bound.shares, stages: bound.stages)
    #expect(!verify(loosened, for: game).isCertified)
  }

  @Test("refuses a certificate for other players, and an empty one")
  func others() throws {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 4, 4, 6])
    let certificate = try nucleolus(of: game).certificate
    #expect(
      verify(certificate, for: CoalitionGame(players: ["a", "c"], costs: game.worths)) == .refused(.otherPlayers))
    let empty = NucleolusCertificate(
      players: game.players, overImputations: true, shares: certificate.shares, stages: [])
    #expect(verify(empty, for: game) == .refused(.sharesNotSettled))
  }

  @Test("keeps a summary that is read back as it was written")
  func summary() throws {
    let summary = try nucleolus(of: try PublishedGames.tennesseeValley()).summary
    #expect(summary.solution == "nucleolus")
    #expect(summary.verdict == .certified && summary.within == 0 && summary.fault == nil)
    #expect(summary.exactShares == ["116234", "93540", "202810"])
    #expect(summary.stages.map(\.exactLevel) == ["-47286"])
    #expect(
      summary.stages.first?.bindingCoalitions == [["navigation"], ["flood control"], ["power"]])
    let data = try JSONEncoder().encode(summary)
    #expect(try JSONDecoder().decode(CertificateSummary.self, from: data) == summary)
  }
}

/// One way to spoil a certificate.
enum Tampering: CaseIterable {
  case share, level, weight, negativeWeight, stageLeftOut, otherCoalition, settledLeftOut

  /// The spoilt certificate; nil where there is nothing of the kind to spoil.
  func apply(to certificate: NucleolusCertificate, using chance: inout SeededChance) -> NucleolusCertificate? {
    var shares = certificate.shares
    var stages = certificate.stages
    let index = Int.random(in: stages.indices, using: &chance)
    let stage = stages[index]
    var (level, tight, settled) = (stage.level, stage.tight, stage.settled)
    let member = Int.random(in: tight.indices, using: &chance)
    switch self {
    case .share:
      let payer = Int.random(in: 1..<shares.count, using: &chance)
      shares[payer] = shares[payer] + Rational(1) / 1_000_000_000
      shares[0] = shares[0] - Rational(1) / 1_000_000_000
    case .level: level = level + Rational(1) / 1_000_000_000
    case .weight:
      tight[member] = WeightedCoalition(coalition: tight[member].coalition, weight: tight[member].weight * 2)
    case .negativeWeight:
      tight[member] = WeightedCoalition(coalition: tight[member].coalition, weight: -tight[member].weight)
    case .stageLeftOut: break
    case .otherCoalition:
      let all = Coalition.grand(of: shares.count)
      tight[member] = WeightedCoalition(
        coalition: all.subtracting(tight[member].coalition), weight: tight[member].weight)
    case .settledLeftOut:
      guard !settled.isEmpty else { return nil }
      settled.removeLast()
    }
    stages[index] = NucleolusCertificate.Stage(
      level: level, tight: tight, atOwnWorth: stage.atOwnWorth, settled: settled)
    if self == .stageLeftOut { stages.remove(at: index) }
    return NucleolusCertificate(
      players: certificate.players, overImputations: certificate.overImputations, shares: shares, stages: stages)
  }
}
