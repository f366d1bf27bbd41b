import CollectiveAction
import Mathematics

/// Whether a certificate proves that its shares are the nucleolus of the game, or its prenucleolus.
///
/// Nothing the search found is taken over: sums are exact, dependence among coalitions is decided modulo a
/// prime too large to err, and every coalition of the table is looked at; those too near to a level for
/// rounded numbers are compared exactly.
///
/// - Parameters:
///   - certificate: any at all: a wrong one is refused with its first fault.
///   - game: at most 26 players.
/// - Complexity: O(2ⁿ) for n players, and exact sums for the coalitions near a level.
///
/// Source: Kohlberg (1971), SIAM J. Appl. Math. 20, 62–66.
public func verify(_ certificate: NucleolusCertificate, for game: CoalitionGame) -> NucleolusVerdict {
  CertificateCheck(certificate: certificate, game: game).verdict
}

/// The check of one certificate against one game.
private struct CertificateCheck {
  let certificate: NucleolusCertificate
  let game: CoalitionGame
  let excesses: ExactExcesses

  init(certificate: NucleolusCertificate, game: CoalitionGame) {
    self.certificate = certificate
    self.game = game
    excesses = ExactExcesses(certificate, in: game)
  }

  var verdict: NucleolusVerdict {
    do throws(CertificateFault) {
      try checkShares()
      for index in certificate.stages.indices { try checkStage(index) }
      let spans = try settledSpans()
      guard let overshoot = CertificateSweep(excesses, spans: spans).largestOvershoot() else { return .certified }
      let amount = overshoot.amount.approximation
      guard amount <= rounding(of: overshoot.coalition) else {
        throw CertificateFault.missesMore(
          stage: overshoot.stage + 1, coalition: game.names(of: overshoot.coalition), by: amount)
      }
      return .certifiedWithin(amount)
    } catch {
      return .refused(error)
    }
  }

  /// What the figures compared for a coalition may be off by where worths are sums of others: some hundred units in
  /// the last place. In proportion to worths it is the shares that count, for a worth may be far above them.
  private func rounding(of coalition: Coalition) -> Double {
    let received = certificate.shares.reduce(0) { $0 + abs($1.approximation) }
    let size = certificate.measure == .proportional ? received : max(received, abs(game[coalition]))
    return 256 * size.ulp
  }

  private func checkShares() throws(CertificateFault) {
    guard certificate.players == game.players, certificate.shares.count == game.playerCount else {
      throw .otherPlayers
    }
    guard excesses.excess(of: game.grandCoalition).isZero else { throw .unbalancedShares }
    guard certificate.overImputations else { return }
    for (index, player) in game.players.enumerated() where excesses.excess(of: .single(index)).isPositive {
      throw .belowOwnWorth(player: player)
    }
  }

  private func checkStage(_ index: Int) throws(CertificateFault) {
    let stage = certificate.stages[index]
    guard !stage.tight.isEmpty else { throw .emptyStage(index + 1) }
    let earlier = certificate.stages[..<index].flatMap { ($0.tight + $0.atOwnWorth).map(\.coalition) }
    let settled = Set(earlier + [game.grandCoalition])
    for member in stage.tight + stage.atOwnWorth {
      let coalition = member.coalition
      guard coalition.isSubset(of: game.grandCoalition), !coalition.isEmpty, coalition != game.grandCoalition else {
        throw .notTight(stage: index + 1, coalition: names(of: coalition))
      }
      guard member.weight.isPositive else {
        throw .weightNotPositive(stage: index + 1, coalition: names(of: coalition))
      }
    }
    for member in stage.tight where !excesses.isTight(member.coalition, at: index) {
      throw .notTight(stage: index + 1, coalition: names(of: member.coalition))
    }
    for member in stage.atOwnWorth {
      let isHeld =
        certificate.overImputations && member.coalition.count == 1 && excesses.excess(of: member.coalition).isZero
      guard isHeld else { throw .notTight(stage: index + 1, coalition: names(of: member.coalition)) }
    }
    for member in stage.settled where !settled.contains(member.coalition) {
      throw .notSettledBefore(stage: index + 1, coalition: names(of: member.coalition))
    }
    guard cancelsOut(stage.tight + stage.atOwnWorth + stage.settled) else { throw .notBalanced(stage: index + 1) }
  }

  /// Whether every player's coalitions weigh nothing together.
  private func cancelsOut(_ members: [WeightedCoalition]) -> Bool {
    guard let whole = CommonDenominator(of: members.map(\.weight)) else {
      return game.players.indices.allSatisfy { player in
        members.filter { $0.coalition.contains(player) }.map(\.weight).sum.isZero
      }
    }
    var covers = [Int128](repeating: 0, count: game.playerCount)
    for (member, numerator) in zip(members, whole.numerators) {
      for player in member.coalition where player < game.playerCount { covers[player] += Int128(numerator) }
    }
    return covers.allSatisfy { $0 == 0 }
  }

  /// What is settled before each stage, and after the last, which must be everything.
  private func settledSpans() throws(CertificateFault) -> [CoalitionSpan] {
    var span = CoalitionSpan(playerCount: game.playerCount)
    _ = span.insert(game.grandCoalition)
    var spans = [span]
    for stage in certificate.stages {
      for member in stage.tight + stage.atOwnWorth { _ = span.insert(member.coalition) }
      spans.append(span)
    }
    guard span.rank == game.playerCount else { throw .sharesNotSettled }
    return spans
  }

  private func names(of coalition: Coalition) -> [String] {
    game.names(of: coalition.intersection(game.grandCoalition))
  }
}
