import CollectiveAction
import Mathematics

/// Whether a certificate proves that its shares are the nucleolus of weighted votes.
///
/// Nothing the search found is taken over, and nothing is rounded. A coalition is outside those settled exactly when
/// some vector that adds up to zero over each of these does not over it; as such a sum is a whole number of known
/// size, it is zero exactly when enough primes divide it. So for each vector and each prime the coalition that misses
/// most is found by a whole-number programme that counts votes and residues.
///
/// - Parameters:
///   - certificate: any at all: a wrong one is refused with its first fault.
///   - game: one quota, at most 60 voters.
/// - Throws: as ``WeightedVotingGame/nucleolus()``.
/// - Complexity: O(n W P) for each of n − 1 vectors, n voters, W votes and primes that add up to P.
///
/// Source: Kohlberg (1971), SIAM J. Appl. Math. 20, 62–66.
public func verify(
  _ certificate: NucleolusCertificate, forVotesOf game: WeightedVotingGame
) throws(SharingError) -> NucleolusVerdict {
  let check = VotingCertificateCheck(certificate: certificate, voters: game.voters, votes: try Votes(game))
  do throws(CheckFailure) {
    try check.run()
    return .certified
  } catch {
    switch error {
    case .refused(let fault): return .refused(fault)
    case .beyondNumbers(let why): throw .votesNotCertified(why)
    }
  }
}

private enum CheckFailure: Error {
  case refused(CertificateFault)
  case beyondNumbers(String)
}

/// The check of one certificate against one game.
private struct VotingCertificateCheck {
  let certificate: NucleolusCertificate
  let voters: [String]
  let votes: Votes

  private var all: Coalition { .grand(of: voters.count) }

  func run() throws(CheckFailure) {
    try checkShares()
    for index in certificate.stages.indices { try checkStage(index) }
    try checkOthers()
  }

  private func gain(_ coalition: Coalition) -> Rational { votes.isWinning(coalition) ? 1 : 0 }
  private func excess(_ coalition: Coalition) -> Rational {
    gain(coalition) - coalition.map { certificate.shares[$0] }.sum
  }

  private func checkShares() throws(CheckFailure) {
    guard certificate.players == voters, certificate.shares.count == voters.count, certificate.measure == .total,
      certificate.overImputations
    else { throw .refused(.otherPlayers) }
    guard excess(all).isZero else { throw .refused(.unbalancedShares) }
    for (index, voter) in voters.enumerated() where excess(.single(index)).isPositive {
      throw .refused(.belowOwnWorth(player: voter))
    }
  }

  private func checkStage(_ index: Int) throws(CheckFailure) {
    let stage = certificate.stages[index]
    let number = index + 1
    guard !stage.tight.isEmpty else { throw .refused(.emptyStage(number)) }
    let earlier = certificate.stages[..<index].flatMap { ($0.tight + $0.atOwnWorth).map(\.coalition) }
    let settled = Set(earlier + [all])
    for member in stage.tight + stage.atOwnWorth {
      let coalition = member.coalition
      guard coalition.isSubset(of: all), !coalition.isEmpty, coalition != all else {
        throw .refused(.notTight(stage: number, coalition: names(of: coalition)))
      }
      guard member.weight.isPositive else {
        throw .refused(.weightNotPositive(stage: number, coalition: names(of: coalition)))
      }
    }
    for member in stage.tight where excess(member.coalition) != stage.level {
      throw .refused(.notTight(stage: number, coalition: names(of: member.coalition)))
    }
    for member in stage.atOwnWorth where member.coalition.count != 1 || !excess(member.coalition).isZero {
      throw .refused(.notTight(stage: number, coalition: names(of: member.coalition)))
    }
    for member in stage.settled where !settled.contains(member.coalition) {
      throw .refused(.notSettledBefore(stage: number, coalition: names(of: member.coalition)))
    }
    let members = stage.tight + stage.atOwnWorth + stage.settled
    for player in voters.indices {
      guard members.filter({ $0.coalition.contains(player) }).map(\.weight).sum.isZero else {
        throw .refused(.notBalanced(stage: number))
      }
    }
  }

  /// That coalitions outside those settled before a stage miss at most its level.
  ///
  /// Each stage adds pivots to the echelon form of what is settled. Of the vectors that add up to zero over what is
  /// settled before the stage, there is one for each pivot still to come; those of later stages' pivots may be
  /// replaced by vectors of the later stages, whose levels, being lower, hold for this stage as well. So one vector
  /// for each pivot is enough, at the level of the stage that adds it.
  private func checkOthers() throws(CheckFailure) {
    guard let whole = CommonDenominator(of: certificate.shares) else {
      throw .beyondNumbers("the shares have no common denominator below 2⁵⁹")
    }
    var span = CoalitionSpan(playerCount: voters.count)
    _ = span.insert(all)
    var previous: Rational = 1
    for (index, stage) in certificate.stages.enumerated() {
      let before = span
      for member in stage.tight + stage.atOwnWorth { _ = span.insert(member.coalition) }
      guard span.rank > before.rank else { continue }
      guard stage.level <= previous else {
        let open = stage.tight.first { !before.contains($0.coalition) } ?? stage.tight[0]
        throw .refused(
          .missesMore(
            stage: index, coalition: names(of: open.coalition), by: (stage.level - previous).approximation))
      }
      previous = stage.level
      for pivot in span.pivots[before.rank...] {
        guard let vector = nullVector(of: before, at: pivot) else {
          throw .beyondNumbers("the stages depend on one another modulo 2⁶¹ − 1")
        }
        try checkOthers(above: index, where: vector, receiving: whole)
      }
    }
    // Independence modulo a prime is independence.
    guard span.rank == voters.count else { throw .refused(.sharesNotSettled) }
  }

  /// Whole numbers of the voters that add up to zero over all coalitions of the span, with zeros at the voters that
  /// are neither pivots nor `free`.
  ///
  /// - Returns: nil when the coalitions are not shown to be independent.
  private func nullVector(of span: CoalitionSpan, at free: Int) -> [Rational]? {
    let matrix = span.independent.map { coalition in span.pivots.map { coalition.contains($0) ? 1 : 0 } }
    guard let system = ExactLinearSystem(matrix) else { return nil }
    let entries = system.solution(for: span.independent.map { $0.contains(free) ? -1 : 0 })
    let unit = entries.reduce(Rational(1)) { $0 * Rational(($1 * $0).denominator) }
    var vector = [Rational](repeating: 0, count: voters.count)
    vector[free] = unit
    for (pivot, entry) in zip(span.pivots, entries) { vector[pivot] = entry * unit }
    return vector
  }

  /// That no coalition over which the vector does not add up to zero misses more than the stage's level.
  private func checkOthers(
    above index: Int, where vector: [Rational], receiving whole: CommonDenominator
  ) throws(CheckFailure) {
    let level = certificate.stages[index].level
    let largest = max(vector.filter(\.isPositive).sum, -vector.filter(\.isNegative).sum)
    var product: Rational = 1
    for prime in Self.primes where product <= largest {
      product = product * Rational(prime)
      let residues = vector.compactMap { ($0 - ($0 / Rational(prime)).floor * Rational(prime)).wholeNumber }
      let table = KnapsackTable(
        votes: votes.weights, costs: whole.numerators, residues: residues, modulus: prime, remembering: false)
      for (gain, range) in [(0, 0..<votes.quota), (1, votes.quota..<(votes.total + 1))] {
        // The excess is at most the level when the cost is at least so much.
        let least = (Rational(gain) - level) * Rational(whole.denominator)
        var cheapest = (cost: KnapsackTable.unreachable, votes: 0, residue: 0)
        for count in range {
          for residue in 1..<prime where table.cost(votes: count, residue: residue) < cheapest.cost {
            cheapest = (table.cost(votes: count, residue: residue), count, residue)
          }
        }
        guard cheapest.cost < KnapsackTable.unreachable, Rational(cheapest.cost) < least else { continue }
        let remembering = KnapsackTable(
          votes: votes.weights, costs: whole.numerators, residues: residues, modulus: prime, remembering: true)
        let missing = remembering.coalition(votes: cheapest.votes, residue: cheapest.residue)
        throw .refused(
          .missesMore(
            stage: index + 1, coalition: names(of: missing), by: (excess(missing) - level).approximation))
      }
    }
    guard product > largest else { throw .beyondNumbers("what is settled has coefficients beyond the primes tried") }
  }

  private static let primes = (2..<128).filter { number in (2..<number).allSatisfy { number % $0 != 0 } }

  private func names(of coalition: Coalition) -> [String] { coalition.intersection(all).map { voters[$0] } }
}
