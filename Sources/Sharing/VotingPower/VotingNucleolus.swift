import CollectiveAction
import Mathematics

extension WeightedVotingGame {
  /// The nucleolus of the simple game, in which a winning coalition gets 1 and a losing one 0, without its table.
  ///
  ///     let council = try WeightedVotingGame(voters: ["A", "B", "C"], weights: [50, 49, 1], quota: 51)
  ///     try council.nucleolus().allocation.shares  // 1, 0, 0
  ///
  /// Voters without whom nothing passes divide everything. Where there are none, and coalitions of exactly the quota
  /// are so many that they settle every share, the shares are the votes themselves.
  ///
  /// - Returns: exact shares that add up to 1, with a certificate that ``verify(_:forVotesOf:)`` has checked.
  /// - Throws: ``SharingError/severalMajorities``, ``SharingError/tooManyPlayers(_:limit:)`` beyond 60 voters,
  ///   ``SharingError/tooManyVotes(_:limit:)``, ``SharingError/betterApart(apart:together:)`` when several voters win
  ///   alone, ``SharingError/votesNotCertified(_:)`` when shares or proof are beyond the numbers they are checked in.
  /// - Complexity: at most n linear programmes in n + 1 unknowns for n voters, whose rows are found by programmes of
  ///   O(n W) steps for W votes in all, in the largest unit that divides every voter's.
  ///
  /// Source: Schmeidler (1969), SIAM J. Appl. Math. 17, 1163–1170; that counting by votes suffices: Elkind &
  /// Pasechnik (2009), SODA 2009, 327–335.
  public func nucleolus() throws(SharingError) -> NucleolusSolution {
    let votes = try Votes(self)
    let dictators = votes.weights.count { $0 >= votes.quota }
    guard dictators <= 1 else { throw .betterApart(apart: Double(dictators), together: 1) }
    var fault = "the search lost its way"
    for seed in UInt64(0)..<3 {
      guard var search = try? NucleolusSearch(KnapsackSweep(votes, seed: seed), overImputations: true),
        let stages = try? search.stages(),
        let certificate = NucleolusCertificate(
          recoveredFrom: stages, players: voters, kind: .surplus, overImputations: true, measure: .total,
          gain: { votes.isWinning($0) ? 1 : 0 }, weight: { _ in 1 })
      else { continue }
      let verdict = try verify(certificate, forVotesOf: self)
      guard case .refused(let why) = verdict else {
        return NucleolusSolution(allocation: certificate.allocation, certificate: certificate, verdict: verdict)
      }
      fault = why.description
    }
    throw .votesNotCertified(fault)
  }
}
