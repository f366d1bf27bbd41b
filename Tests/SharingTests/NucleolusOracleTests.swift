import CollectiveAction
import Mathematics
import Sharing
import Testing

/// Two thousand games solved in exact fractions by a programme that shares nothing with the library.
@Suite struct NucleolusOracleTests {
  /// The games of one test: so many from a number up.
  private static let slice = 10
  /// All of them take a minute of a processor without optimisation, so a daily build solves a fifth; the nightly
  /// run, whose tests are optimised, solves all.
  #if DEBUG
    private static let gamesOfAKind = 40
  #else
    private static let gamesOfAKind = OracleGame.gamesOfAKind
  #endif
  private static let starts = Array(stride(from: 0, to: gamesOfAKind, by: slice))

  @Test("is the exact answer of up to 2,000 games, and certified", arguments: OracleGame.Kind.allCases, starts)
  func answers(kind: OracleGame.Kind, from start: Int) throws {
    let answers = try OracleAnswer.all.get()
    for number in start..<start + Self.slice {
      let drawn = OracleGame(kind: kind, number: number)
      let answer = try #require(answers[drawn.description])
      let game = try drawn.game
      #expect(game.playerCount == answer.players && game.kind.rawValue == answer.worths, "\(drawn)")
      let free = try prenucleolus(of: game)
      try expect(free, answer.prenucleolus, of: game, drawn)
      #expect(free.certificate.stages.first?.level.description == answer.firstLevel, "\(drawn)")
      for (expected, find) in [
        (answer.nucleolus, nucleolus(of:) as (CoalitionGame) throws(SharingError) -> NucleolusSolution),
        (answer.perCapitaNucleolus, perCapitaNucleolus(of:)),
        (answer.perCapitaPrenucleolus, perCapitaPrenucleolus(of:)),
      ] {
        let outcome = Result { () throws(SharingError) in try find(game) }
        switch (outcome, expected) {
        case (.success(let solution), .some(let expected)): try expect(solution, expected, of: game, drawn)
        case (.success, nil): Issue.record("\(drawn) has no imputation")
        case (.failure(.cheaperApart(let apart, let together)), nil):
          #expect(game.kind == .cost && apart < together, "\(drawn)")
        case (.failure(.betterApart(let apart, let together)), nil):
          #expect(game.kind == .surplus && apart > together, "\(drawn)")
        case (.failure(let error), _): Issue.record("\(drawn): \(error)")
        }
      }
    }
  }

  private func expect(
    _ solution: NucleolusSolution, _ expected: [String], of game: CoalitionGame, _ drawn: OracleGame
  ) throws {
    let measure = solution.certificate.measure
    #expect(solution.certificate.shares.map(\.description) == expected, "\(drawn), \(measure)")
    #expect(solution.verdict == .certified, "\(drawn), \(measure)")
    #expect(verify(solution.certificate, for: game) == .certified, "\(drawn), \(measure)")
    let shares = try expected.map { try #require(Rational($0)) }
    // What coalitions gain or lose by the division, not the worths: an additive part, however large, is no
    // excuse for blurring the differences that are divided.
    let scale = game.coalitions.reduce(Rational.zero) { largest, coalition in
      max(largest, (Rational(decimal: game[coalition]) - coalition.reduce(Rational.zero) { $0 + shares[$1] }).magnitude)
    }
    for (share, exact) in zip(solution.allocation.shares, shares) {
      // And what a number beside an additive part can tell at all.
      #expect(
        abs(share - exact.approximation) <= 1e-9 * scale.approximation + share.ulp, "\(drawn), \(measure)")
    }
  }

  @Test("knows of which cores the oracle says that they are empty", arguments: OracleGame.Kind.allCases)
  func emptiness(kind: OracleGame.Kind) throws {
    let answers = try OracleAnswer.all.get()
    for number in 0..<6 {
      let drawn = OracleGame(kind: kind, number: number)
      let level = try #require(answers[drawn.description]).firstLevel.map { try #require(Rational($0)) }
      let game = try drawn.game
      guard let level else {
        #expect(throws: SharingError.onlyOnePlayer) { try leastCore(of: game) }
        continue
      }
      #expect(try leastCore(of: game).exactSubsidy == level, "\(drawn)")
      switch try coreStatus(of: game) {
      case .nonempty: #expect(!level.isPositive, "\(drawn)")
      case .empty(let witness, _):
        #expect(level.isPositive, "\(drawn)")
        #expect(witness.isBalanced(playerCount: game.playerCount), "\(drawn)")
      }
    }
  }
}
