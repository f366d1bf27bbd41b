import CollectiveAction
import Mathematics

/// What a certificate is worth.
public enum NucleolusVerdict: Sendable, Equatable {
  /// The shares are the nucleolus, or the prenucleolus, exactly.
  case certified
  /// They are that of a game whose worths differ from this one's by at most so much, which is less than the
  /// worths' own rounding lets decide.
  case certifiedWithin(Double)
  /// They are not shown to be.
  case refused(CertificateFault)

  /// Whether the shares may be relied on.
  public var isCertified: Bool { if case .refused = self { false } else { true } }
}

/// Why a certificate proves nothing; stages are counted from one.
public enum CertificateFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Other names, or another number of shares.
  case otherPlayers
  /// The shares do not add up to the joint worth.
  case unbalancedShares
  /// A player is worse off than alone, though imputations are claimed.
  case belowOwnWorth(player: String)
  /// A stage without a tight coalition.
  case emptyStage(Int)
  /// A weight of zero or less on a coalition that should settle.
  case weightNotPositive(stage: Int, coalition: [String])
  /// A coalition whose excess is not the level, or a player who is not held at its own worth.
  case notTight(stage: Int, coalition: [String])
  /// A coalition relied on that no earlier stage settles.
  case notSettledBefore(stage: Int, coalition: [String])
  /// Weights that do not cancel out.
  case notBalanced(stage: Int)
  /// Stages that leave shares open.
  case sharesNotSettled
  /// The coalition misses more than the level of the stage, by an amount, and was not settled before.
  case missesMore(stage: Int, coalition: [String], by: Double)

  /// What is wrong, and what would put it right.
  public var description: String {
    func list(_ names: [String]) -> String { "{\(names.joined(separator: ", "))}" }
    return switch self {
    case .otherPlayers: "the certificate is for other players; use the one of this game"
    case .unbalancedShares: "the shares do not add up to the joint worth; divide it exactly"
    case .belowOwnWorth(let player): "'\(player)' is worse off than alone; compare imputations only"
    case .emptyStage(let stage): "stage \(stage) names no tight coalition; name at least one"
    case .weightNotPositive(let stage, let names):
      "stage \(stage) gives \(list(names)) a weight that is not above zero; leave it out"
    case .notTight(let stage, let names):
      "the excess of \(list(names)) is not the level of stage \(stage); leave it out"
    case .notSettledBefore(let stage, let names):
      "stage \(stage) relies on \(list(names)), which no earlier stage settles; settle it first"
    case .notBalanced(let stage): "the weights of stage \(stage) do not cancel out; solve for them again"
    case .sharesNotSettled: "the stages leave shares open; add the stages that are missing"
    case .missesMore(let stage, let names, let amount):
      "\(list(names)) misses \(amount) more than the level of stage \(stage); the shares are not the nucleolus"
    }
  }
}

/// Whether a certificate proves that its shares are the nucleolus of the game, or its prenucleolus.
///
/// Nothing the search found is taken over: sums are exact, dependence among coalitions is decided modulo a
/// prime too large to err, and every coalition of the table is looked at; those too near to a level for
/// rounded numbers are compared in fractions.
///
/// - Parameters:
///   - certificate: any at all: a wrong one is refused with its first fault.
///   - game: at most 24 players.
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
  /// The shares over a common denominator, where they fit machine words: many coalitions may be near a level.
  let wordShares: (numerators: [Int], denominator: Rational)?

  init(certificate: NucleolusCertificate, game: CoalitionGame) {
    self.certificate = certificate
    self.game = game
    // Each denominator that is not yet contained adds what it lacks.
    let denominator = certificate.shares.reduce(Rational(1)) { $0 * Rational(($1 * $0).denominator) }
    let numerators = certificate.shares.compactMap { ($0 * denominator).wholeNumber }
    // 2⁵⁶ leaves room for the sum of 64 of them.
    let fits = numerators.count == certificate.shares.count && numerators.allSatisfy { $0.magnitude < 1 << 56 }
    wordShares = fits ? (numerators, denominator) : nil
  }

  var verdict: NucleolusVerdict {
    do throws(CertificateFault) {
      try checkShares()
      for index in certificate.stages.indices { try checkStage(index) }
      let spans = try settledSpans()
      guard let excess = largestOvershoot(spans) else { return .certified }
      // Worths that are sums of others carry their rounding: ties among them are decided up to it.
      let rounding = game.worths.withUnsafeBufferPointer { $0.reduce(0) { max($0, abs($1)) } } * 1e-9
      let amount = excess.amount.approximation
      guard amount <= rounding else {
        throw CertificateFault.missesMore(
          stage: excess.stage + 1, coalition: game.names(of: excess.coalition), by: amount)
      }
      return .certifiedWithin(amount)
    } catch {
      return .refused(error)
    }
  }

  private func checkShares() throws(CertificateFault) {
    guard certificate.players == game.players, certificate.shares.count == game.playerCount else {
      throw .otherPlayers
    }
    guard excess(of: game.grandCoalition).isZero else { throw .unbalancedShares }
    guard certificate.overImputations else { return }
    for (index, player) in game.players.enumerated() where excess(of: .single(index)).isPositive {
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
    for member in stage.tight where excess(of: member.coalition) != stage.level * weight(of: member.coalition) {
      throw .notTight(stage: index + 1, coalition: names(of: member.coalition))
    }
    for member in stage.atOwnWorth {
      let isHeld =
        certificate.overImputations && member.coalition.count == 1 && excess(of: member.coalition).isZero
      guard isHeld else { throw .notTight(stage: index + 1, coalition: names(of: member.coalition)) }
    }
    for member in stage.settled where !settled.contains(member.coalition) {
      throw .notSettledBefore(stage: index + 1, coalition: names(of: member.coalition))
    }
    for player in game.players.indices {
      let cover = (stage.tight + stage.atOwnWorth + stage.settled)
        .filter { $0.coalition.contains(player) }.map(\.weight).sum
      guard cover.isZero else { throw .notBalanced(stage: index + 1) }
    }
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

  /// By how much a coalition misses more than the level of a stage that it is not settled before; the
  /// largest such amount, nil when there is none.
  private func largestOvershoot(
    _ spans: [CoalitionSpan]
  ) -> (amount: Rational, coalition: Coalition, stage: Int)? {
    guard !certificate.stages.isEmpty else { return nil }
    // Not settled before stage k means not before any earlier one: the least level so far counts.
    var floors = certificate.stages.map(\.level)
    for index in floors.indices.dropFirst() { floors[index] = min(floors[index], floors[index - 1]) }
    let centred = CentredGains(game, anchor: certificate.shares.map(\.approximation))
    let residues = certificate.shares.indices.map { player in
      let rest = (certificate.shares[player] - Rational(exactly: centred.anchor[player])).approximation
      return game.kind == .cost ? -rest : rest
    }
    let (low, high) = CoalitionSums.halves(of: residues)
    let bits = low.count.trailingZeroBitCount
    // What rounding may hide: in the worth's difference from its anchor, and in the sum of residues.
    let doubt = centred.noise + 64 * residues.reduce(0) { $0 + abs($1) }.ulp
    let limits = floors.map { $0.approximation - doubt - $0.approximation.ulp }
    var largest: (amount: Rational, coalition: Coalition, stage: Int)?
    for mask in 1..<centred.gains.count {
      let rounded = centred.gains[mask] - (low[mask & (low.count - 1)] + high[mask >> bits])
      let coalition = Coalition(mask: UInt64(mask))
      let compared = rounded / Double(certificate.measure.weight(of: coalition))
      guard compared > limits[limits.count - 1] else { continue }
      // Where it may be above a level, it should have been settled before.
      guard let first = limits.firstIndex(where: { compared > $0 }), !spans[first].contains(coalition) else { continue }
      let exact = excess(of: coalition)
      guard let settledAt = spans.firstIndex(where: { $0.contains(coalition) }), settledAt > 0 else { continue }
      let amount = exact - floors[settledAt - 1] * weight(of: coalition)
      if amount.isPositive, amount > largest?.amount ?? 0 { largest = (amount, coalition, settledAt - 1) }
    }
    return largest
  }

  /// What the coalition pays beyond its cost, or gets less than its surplus, exactly.
  private func excess(of coalition: Coalition) -> Rational {
    let total =
      if let wordShares {
        Rational(coalition.reduce(0) { $0 + wordShares.numerators[$1] }) / wordShares.denominator
      } else {
        coalition.map { certificate.shares[$0] }.sum
      }
    let worth = Rational(decimal: game[coalition])
    return game.kind == .cost ? total - worth : worth - total
  }

  private func weight(of coalition: Coalition) -> Rational {
    Rational(certificate.measure.weight(of: coalition))
  }

  private func names(of coalition: Coalition) -> [String] {
    game.names(of: coalition.intersection(game.grandCoalition))
  }
}
