/// A game of a handful of players, every payoff written down.
///
/// A profile says what each player does. Its number is Σ aᵢ·Πⱼ﹤ᵢ kⱼ, with aᵢ the action of player i and kⱼ the number
/// of actions of player j, both from 0: the first player's action counts fastest. Payoffs are gains in one currency
/// and price year per year; as a ``Dilemma`` the game is read in costs, which are payoffs with the sign turned.
///
///     let game = try NormalFormGame(
///       players: ["upstream", "downstream"], actions: [["clean", "not"], ["clean", "not"]],
///       payoffs: [[3, 3], [4, 1], [1, 4], [2, 2]])
///     game.pureEquilibria()       // [3]: neither cleans
///     game.socialOptima()         // [0]: both would
///     try GameDiagnosis(of: game).verdict().trap  // .defection
///     game.ordinalKinds           // [.prisonersDilemma]
///
/// Source: Nash (1951), Ann. Math. 54, 286–295.
public struct NormalFormGame: Sendable, Equatable {
  /// Eight players of six actions have 1 679 616 profiles.
  public static let mostPlayers = 8
  /// The most actions a player may have.
  public static let mostActions = 6
  /// The largest size of a payoff: sums over all profiles of products with probabilities are still numbers.
  public static let largestPayoff = 1e100

  /// One name a player, no two alike.
  public let players: [String]
  /// The names of each player's actions, in the order in which they are numbered. The first is what it does today.
  public let actions: [[String]]
  let table: PayoffTable

  /// - Parameters:
  ///   - players: 2 to ``mostPlayers`` names, no two alike.
  ///   - actions: for each player 2 to ``mostActions`` names, no two alike.
  ///   - payoffs: for each profile in order the gain of each player, one after another: the gain of player i in
  ///     profile p stands at p·n + i. Finite and at most ``largestPayoff`` in size.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player or profile, the number and what it should be.
  public init(players: [String], actions: [[String]], payoffs: [Double]) throws(DilemmaError) {
    let profiles = try Self.profileCount(players: players, actions: actions)
    guard payoffs.count == profiles * players.count else {
      throw .invalid(
        "a table of \(payoffs.count) payoffs; \(players.count) players with \(profiles) profiles need "
          + "\(profiles * players.count), one a player and profile")
    }
    let count = players.count
    let gains = payoffs.withUnsafeBufferPointer { payoffs in
      (0..<count).map { player in
        [Double](unsafeUninitializedCapacity: profiles) { own, initialized in
          for profile in 0..<profiles { own.initializeElement(at: profile, to: payoffs[profile * count + player]) }
          initialized = profiles
        }
      }
    }
    try self.init(checking: players, actions: actions, gains: gains)
  }

  /// A game whose payoffs stand in one row a profile.
  /// - Parameters:
  ///   - players: 2 to ``mostPlayers`` names, no two alike.
  ///   - actions: for each player 2 to ``mostActions`` names, no two alike.
  ///   - payoffs: `payoffs[profile][player]`.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player or profile, the number and what it should be.
  public init(players: [String], actions: [[String]], payoffs: [[Double]]) throws(DilemmaError) {
    let profiles = try Self.profileCount(players: players, actions: actions)
    guard payoffs.count == profiles else {
      throw .invalid("payoffs of \(payoffs.count) profiles; the actions make \(profiles), give a row each")
    }
    for (profile, row) in payoffs.enumerated() where row.count != players.count {
      throw .invalid(
        "\(row.count) payoffs in \(Self.describe(profile, actions)); give one for each of \(players.count) players")
    }
    try self.init(
      checking: players, actions: actions, gains: players.indices.map { player in payoffs.map { $0[player] } })
  }

  private init(checking players: [String], actions: [[String]], gains: [[Double]]) throws(DilemmaError) {
    for (name, own) in zip(players, gains) {
      let isSound = own.withUnsafeBufferPointer { LargestMagnitude.of($0) } <= Self.largestPayoff
      guard isSound || own.isEmpty else {
        for (profile, gain) in own.enumerated() where !(abs(gain) <= Self.largestPayoff) {
          throw .invalid(
            "the payoff of '\(name)' in \(Self.describe(profile, actions)) is \(gain); "
              + "give a finite number, at most \(Self.largestPayoff) in size")
        }
        continue
      }
    }
    self.players = players
    self.actions = actions
    // Totals over all players are added up in counts, so those have to stay below the largest.
    let unit = gains.reduce(into: [DecimalUnit?]()) { $0.append(DecimalUnit(of: $1)) }
    let finest = unit.contains { $0 == nil } ? nil : unit.compactMap { $0 }.min { $0.exponent < $1.exponent }
    let largest = gains.reduce(0) { largest, own in
      max(largest, own.withUnsafeBufferPointer { LargestMagnitude.of($0) })
    }
    let isCountable = finest.map { largest * Double(players.count) / $0.size < DecimalUnit.largestCount } ?? false
    table = PayoffTable(counts: actions.map(\.count), gains: gains, unit: isCountable ? finest : nil)
  }

  private static func profileCount(players: [String], actions: [[String]]) throws(DilemmaError) -> Int {
    guard (2...mostPlayers).contains(players.count) else {
      throw .invalid("a game in normal form has 2 to \(mostPlayers) players, not \(players.count)")
    }
    try requirePlayers(players, atMost: mostPlayers)
    guard actions.count == players.count else {
      throw .invalid("\(actions.count) lists of actions for \(players.count) players; give one each")
    }
    var profiles = 1
    for (name, own) in zip(players, actions) {
      guard (2...mostActions).contains(own.count) else {
        throw .invalid("'\(name)' has \(own.count) actions; give it 2 to \(mostActions)")
      }
      var seen = Set<String>()
      for action in own where !seen.insert(action).inserted {
        throw .invalid("'\(name)' has the action '\(action)' twice; name it once")
      }
      profiles *= own.count
    }
    return profiles
  }

  /// `('clean', 'not')`, for messages.
  private static func describe(_ profile: Int, _ actions: [[String]]) -> String {
    var rest = profile
    let names = actions.map { own in
      defer { rest /= own.count }
      return "'\(own[rest % own.count])'"
    }
    return "(\(names.joined(separator: ", ")))"
  }

  /// How many profiles there are: the product of the numbers of actions.
  public var profileCount: Int { table.profileCount }

  /// The number of the profile in which player i takes its action number `choice[i]`.
  public func profile(_ choice: [Int]) -> Int {
    precondition(choice.count == players.count, "a profile has one action for each player")
    return players.indices.reduce(0) { index, player in
      precondition(actions[player].indices.contains(choice[player]), "an action is one of the player's")
      return index + choice[player] * table.strides[player]
    }
  }

  /// What each player does in `profile`: the numbers of its actions.
  public func choice(in profile: Int) -> [Int] {
    precondition((0..<profileCount).contains(profile), "a profile is one of the game's")
    return table.actions(in: profile)
  }

  /// The names of what the players do in `profile`.
  public func actionNames(in profile: Int) -> [String] {
    zip(actions, choice(in: profile)).map { $0[$1] }
  }

  /// What `player` gains in `profile`.
  public func payoff(of player: Int, in profile: Int) -> Double { table.gains[player][profile] }

  /// What each player gains in `profile`.
  public func payoffs(in profile: Int) -> [Double] { table.gains.map { $0[profile] } }

  /// What `members` gain together in `profile`; decimals add up as decimals do.
  public func totalPayoff(of members: Coalition, in profile: Int) -> Double {
    table.total(of: members, in: profile)
  }
}
