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
