import CollectiveAction
import Mathematics

/// The nucleolus, or the prenucleolus, and the proof that it is.
public struct NucleolusSolution: Sendable, Equatable {
  /// Who pays, or gets, what: the exact shares, each rounded once.
  public let allocation: Allocation
  /// Why no other division is better, checked by ``verify(_:for:)``.
  public let certificate: NucleolusCertificate
  /// What the check said; never refused.
  public let verdict: NucleolusVerdict

  /// The share of the player called `name`.
  public subscript(name: String) -> Double { allocation[name] }

  /// What the members of `coalition` pay, or get, in all.
  public func total(of coalition: Coalition) -> Double { allocation.total(of: coalition) }

  /// The excesses at which coalitions settle, each once, falling: what the worst off pay beyond their own
  /// cost, or get less than their own surplus, then the next. None for a single player.
  public var distinctLevels: [Double] { certificate.distinctLevels.map(\.approximation) }
}

/// The allocation whose smallest saving is as large as can be, then the next smallest, and so on.
///
/// A coalition's saving is its own cost less what its members pay, or what they get less its own surplus;
/// only allocations that leave every player at least as well off as alone are compared. The result is
/// unique, and in the core if one exists.
///
///     try nucleolus(of: .tennesseeValley)["power"]  // 202 810
///
/// - Parameter game: 1...26 players and a worth for each coalition, in one currency and price year. Worths
///   count as the decimals they print as.
/// - Returns: one share a player, in that currency, adding up to the joint worth, with a certificate that
///   has been checked.
/// - Throws: ``SharingError/cheaperApart(apart:together:)`` or
///   ``SharingError/betterApart(apart:together:)`` when the players would do better apart;
///   ``prenucleolus(of:)`` still has an answer then. ``SharingError/notCertified(_:)`` when the worths carry more
///   rounding than differences.
/// - Complexity: for n players at most n linear programmes in n + 1 unknowns, whose rows are found by
///   reading the table of 2ⁿ worths, or the part of it that may matter.
///
/// Source: Schmeidler (1969), SIAM J. Appl. Math. 17, 1163–1170; computed after Maschler, Peleg &
/// Shapley (1979), Math. Oper. Res. 4, 303–338.
public func nucleolus(of game: CoalitionGame) throws(SharingError) -> NucleolusSolution {
  try requireGain(from: game)
  return try certifiedSolution(of: game, overImputations: true, measure: .total)
}

/// As the nucleolus, with excesses compared for each member: a coalition of ten may miss ten times as much as
/// one player.
///
/// The weak nucleolus of Young, Okada & Hashimoto.
///
/// - Parameter game: 1...26 players.
/// - Throws: as ``nucleolus(of:)``.
/// - Complexity: as ``nucleolus(of:)``.
///
/// Source: Grotte (1970), Cornell University; Young, Okada & Hashimoto (1982), Water Resour. Res. 18, 463–475.
public func perCapitaNucleolus(of game: CoalitionGame) throws(SharingError) -> NucleolusSolution {
  try requireGain(from: game)
  return try certifiedSolution(of: game, overImputations: true, measure: .perCapita)
}

/// As the prenucleolus, with excesses compared for each member.
///
/// - Parameter game: 1...26 players.
/// - Throws: ``SharingError/notCertified(_:)``.
/// - Complexity: as ``nucleolus(of:)``.
///
/// Source: Grotte (1970), Cornell University; Young (1985), Int. J. Game Theory 14, 65–72.
public func perCapitaPrenucleolus(of game: CoalitionGame) throws(SharingError) -> NucleolusSolution {
  try certifiedSolution(of: game, overImputations: false, measure: .perCapita)
}

/// As the nucleolus, with excesses compared for each unit of a coalition's own cost, or surplus: nobody may save a
/// smaller part of its cost than must be.
///
/// Coalitions whose surplus is zero have nothing to be in proportion to; they receive at least zero.
///
/// - Parameter game: 1...26 players; every cost above zero, or every surplus from zero up.
/// - Throws: as ``nucleolus(of:)``, and ``SharingError/nothingInProportion(coalition:worth:)`` or
///   ``SharingError/proportionLeavesOpen``.
/// - Complexity: as ``nucleolus(of:)``, and a read of the table.
///
/// Source: Young, Okada & Hashimoto (1982), Water Resour. Res. 18, 463–475.
public func proportionalNucleolus(of game: CoalitionGame) throws(SharingError) -> NucleolusSolution {
  let isWrong: (Double) -> Bool = game.kind == .cost ? { $0 <= 0 } : { $0 < 0 }
  if let mask = game.worths.indices.dropFirst().first(where: { isWrong(game.worths[$0]) }) {
    throw .nothingInProportion(coalition: game.names(of: Coalition(mask: UInt64(mask))), worth: game.worths[mask])
  }
  try requireGain(from: game)
  let marginals = Marginals(of: game)
  // Where nothing is gained together, only one division leaves each as well off as alone, whatever the measure.
  if marginals.alone.sum == marginals.joint { return try nucleolus(of: game) }
  do throws(SharingError) {
    return try certifiedSolution(of: game, overImputations: true, measure: .proportional)
  } catch {
    guard case .notCertified = error, game.worths.dropFirst().contains(0) else { throw error }
    throw .proportionLeavesOpen
  }
}

/// The nucleolus by a search in fractions from the first step to the last: a second way to the same answer.
///
/// ``nucleolus(of:)`` searches in rounded numbers, and recovers and proves the exact answer; it is thousands of times as
/// fast. Here nothing is ever rounded but the shares in the end.
///
/// - Parameter game: 1...12 players.
/// - Throws: as ``nucleolus(of:)``; ``SharingError/tooManyPlayersForFractions(_:)``.
/// - Complexity: as ``nucleolus(of:)``, in fractions of any length.
///
/// Source: Maschler, Peleg & Shapley (1979), Math. Oper. Res. 4, 303–338.
public func exactNucleolus(of game: CoalitionGame) throws(SharingError) -> NucleolusSolution {
  guard game.playerCount <= ExactSweep.mostPlayers else { throw .tooManyPlayersForFractions(game.playerCount) }
  try requireGain(from: game)
  let found = solution(
    foundBy: ExactSweep(game, measure: .total), of: game, overImputations: true, measure: .total)
  guard let found, found.verdict.isCertified else { throw .notCertified("the search in fractions lost its way") }
  return found
}

/// Refuses a game whose players do better apart: no division leaves each as well off as alone.
private func requireGain(from game: CoalitionGame) throws(SharingError) {
  let marginals = Marginals(of: game)
  let apart = marginals.alone.sum
  guard apart <= marginals.joint else {
    let (apart, together) = (apart.magnitude(as: game.kind), marginals.joint.magnitude(as: game.kind))
    throw game.kind == .cost
      ? .cheaperApart(apart: apart, together: together) : .betterApart(apart: apart, together: together)
  }
}

/// As the nucleolus, among all allocations of the joint worth: nobody is promised to be as well off as alone.
///
/// It exists for every game, lies in the least core, and is the nucleolus where that lies in the core.
///
/// - Parameter game: 1...26 players.
/// - Throws: ``SharingError/notCertified(_:)``.
/// - Complexity: as ``nucleolus(of:)``.
///
/// Source: Sobolev (1975), Math. Methods Soc. Sci. 6, 94–151; Maschler, Peleg & Shapley (1979).
public func prenucleolus(of game: CoalitionGame) throws(SharingError) -> NucleolusSolution {
  try certifiedSolution(of: game, overImputations: false, measure: .total)
}

/// Searches in rounded numbers, recovers the exact answer and has it checked; where that fails in a small
/// game, searches in fractions.
private func certifiedSolution(
  of game: CoalitionGame, overImputations: Bool, measure: ExcessMeasure
) throws(SharingError) -> NucleolusSolution {
  let rounded = solution(
    foundBy: BlockSweep(game, measure: measure), of: game, overImputations: overImputations, measure: measure)
  if let rounded, rounded.verdict == .certified { return rounded }
  if game.playerCount <= ExactSweep.mostPlayers {
    let exact = solution(
      foundBy: ExactSweep(game, measure: measure), of: game, overImputations: overImputations, measure: measure)
    if let exact, exact.verdict.isCertified { return exact }
  }
  guard let rounded else { throw .notCertified("the worths' differences drown in rounding") }
  // The fault's own remedy is for whoever wrote a certificate.
  if case .refused(let fault) = rounded.verdict { throw .notCertified(String(fault.description.prefix { $0 != ";" })) }
  return rounded
}

/// The answer of a search in rounded numbers with its verdict; nil when the search lost its way.
func solution(
  foundBy sweep: BlockSweep, of game: CoalitionGame, overImputations: Bool, measure: ExcessMeasure = .total
) -> NucleolusSolution? {
  let centred = sweep.centred
  guard var search = try? NucleolusSearch(sweep, overImputations: overImputations),
    let stages = try? search.stages()
  else { return nil }
  let shares = search.shares.indices.map { centred.share(of: $0, receiving: search.shares[$0]) }
  let short = NucleolusCertificate(
    recoveredFrom: stages, of: game, overImputations: overImputations, measure: measure, near: shares)
  if let short {
    let verdict = verify(short, for: game)
    if verdict == .certified {
      return NucleolusSolution(allocation: short.allocation, certificate: short, verdict: verdict)
    }
  }
  return solution(provedBy: stages, of: game, overImputations: overImputations, measure: measure)
}

/// The answer of a search in fractions with its verdict; nil when the search lost its way.
func solution(
  foundBy sweep: ExactSweep, of game: CoalitionGame, overImputations: Bool, measure: ExcessMeasure = .total
) -> NucleolusSolution? {
  guard var search = try? NucleolusSearch(sweep, overImputations: overImputations),
    let stages = try? search.stages()
  else { return nil }
  return solution(provedBy: stages, of: game, overImputations: overImputations, measure: measure)
}

/// The stages as fractions of any length, with the verdict on them.
private func solution(
  provedBy stages: [SettledStage], of game: CoalitionGame, overImputations: Bool, measure: ExcessMeasure
) -> NucleolusSolution? {
  guard
    let certificate = NucleolusCertificate(
      recoveredFrom: stages, of: game, overImputations: overImputations, measure: measure)
  else { return nil }
  return NucleolusSolution(
    allocation: certificate.allocation, certificate: certificate, verdict: verify(certificate, for: game))
}

extension Rational {
  /// A gain as the amount it stands for: what is paid in a cost game, what is got in a surplus game.
  fileprivate func magnitude(as kind: CoalitionGame.Kind) -> Double {
    (kind == .cost ? -self : self).approximation
  }
}
