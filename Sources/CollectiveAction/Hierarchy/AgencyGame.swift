import Mathematics

/// A spillover in which governments are not of one piece: each is several agencies, and each of these minds its part.
///
/// One agency of each government abates and pays for it; the harm is told apart among all of them. Where the one that pays
/// minds a part of the harm alone, too little is done even by a government that no other concerns: the functional side of
/// the dilemma.
///
///     let split = try AgencyGame(of: game, agencies: [
///       [AgencyGame.Agency(name: "works", harm: 0.4), AgencyGame.Agency(name: "health", harm: 0.6)], …])
///     split.game.players                            // ["Lund: works", "Lund: health", …]
///     try split.game.outcome(agreeing: .empty)      // each agency for itself
///     try split.whole.outcome(agreeing: .empty)     // each government as one
///
/// That authority is divided by functions as well as by borders is Feiock (2013), Policy Stud. J. 41, 397–425; the form is ours.
public struct AgencyGame: Sendable, Equatable {
  /// A part of a government.
  public struct Agency: Sendable, Equatable {
    public let name: String
    /// What part of its government's harm it minds, 0 to 1.
    public let harm: Double

    public init(name: String, harm: Double) {
      self.name = name
      self.harm = harm
    }
  }

  /// The governments, each of one piece.
  public let whole: SpilloverGame
  /// The agencies as players: a spillover like any other.
  public let game: SpilloverGame
  /// Which government each agency belongs to.
  public let government: [Int]

  /// The agencies that abate and pay, one a government: the first of each.
  public var acting: Coalition {
    Coalition(government.indices.filter { $0 == 0 || government[$0] != government[$0 - 1] })
  }

  /// - Parameters:
  ///   - whole: the governments.
  ///   - agencies: one list a government; the first agency of each abates and pays. A government of one piece is a list of
  ///     one that minds all of its harm.
  /// - Throws: ``DilemmaError/invalid(_:)`` when a list is missing or empty, names repeat, or parts do not add up to 1.
  public init(of whole: SpilloverGame, agencies: [[Agency]]) throws(DilemmaError) {
    guard agencies.count == whole.players.count else {
      throw .invalid("\(agencies.count) lists of agencies for \(whole.players.count) governments; give one each")
    }
    for (name, list) in zip(whole.players, agencies) {
      guard !list.isEmpty else { throw .invalid("'\(name)' has no agency; give at least one") }
      for agency in list where !(agency.harm >= 0 && agency.harm <= 1) {
        throw .invalid("'\(agency.name)' of '\(name)' minds \(agency.harm) of the harm; give a number from 0 to 1")
      }
      let total = list.reduce(0) { $0 + $1.harm }
      // 1e-9: parts typed as thirds may round.
      guard abs(total - 1) <= 1e-9 else {
        throw .invalid("the agencies of '\(name)' mind \(total) of its harm together; their parts must add up to 1")
      }
    }
    let government = agencies.indices.flatMap { index in agencies[index].map { _ in index } }
    let all = agencies.flatMap { $0 }
    let starts = agencies.indices.map { index in agencies[..<index].reduce(0) { $0 + $1.count } }
    func acting(_ figures: [Double], else idle: Double) -> [Double] {
      all.indices.map { starts[government[$0]] == $0 ? figures[government[$0]] : idle }
    }
    var transport = Matrix(rows: all.count, columns: all.count)
    for start in starts {
      for receptor in all.indices {
        transport[start, receptor] = whole.transport[government[start], government[receptor]]
      }
    }
    self.whole = whole
    self.government = government
    game = try SpilloverGame(
      players: zip(government, all).map { "\(whole.players[$0]): \($1.name)" },
      baseline: acting(whole.baseline, else: 0),
      limit: acting(whole.limit, else: 0),
      // An agency that abates nothing pays nothing, whatever its slope; it must be above zero.
      abatementCost: acting(whole.abatementCost, else: 1),
      linearDamage: zip(government, all).map { whole.linearDamage[$0] * $1.harm },
      quadraticDamage: zip(government, all).map { whole.quadraticDamage[$0] * $1.harm }, transport: transport,
      background: government.map { whole.background[$0] })
  }
}
