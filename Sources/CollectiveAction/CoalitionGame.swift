/// What every coalition of some players would pay, or earn, if it worked together.
///
/// The worths are a table of 2ⁿ numbers indexed by ``Coalition/mask``; the empty coalition's is zero.
/// A game's ``Kind`` says how to read them: in a cost game a worth is what the coalition pays, in a
/// surplus game what it gets. Whoever solves a game turns the sign in one place.
public struct CoalitionGame: Sendable, Equatable {
  /// Whether a worth is paid or received.
  public enum Kind: String, Sendable, Codable, CaseIterable { case cost, surplus }

  /// The players' names, in the order of their bits; unique.
  public let players: [String]
  public let kind: Kind
  /// One worth a coalition, 2ⁿ of them, in one currency and price year.
  public let worths: [Double]

  /// The largest number of players whose table fits in memory beside its solution: 512 MiB at 26.
  public static let largestTable = 26

  /// The largest size of a worth: sums over all coalitions of it are still numbers.
  public static let largestWorth = 1e300

  /// - Parameters:
  ///   - players: 1 to ``largestTable`` names, no two alike.
  ///   - kind: whether a worth is paid or received.
  ///   - worths: 2ⁿ numbers no larger than ``largestWorth`` in size, the first of them zero.
  /// - Throws: ``CoalitionGameError`` when a count, a name or a number is wrong.
  public init(players: [String], kind: Kind, worths: [Double]) throws(CoalitionGameError) {
    guard (1...Self.largestTable).contains(players.count) else { throw .playerCount(players.count) }
    var seen = Set<String>()
    for name in players where !seen.insert(name).inserted { throw .repeatedPlayer(name) }
    guard worths.count == 1 << players.count else {
      throw .worthCount(given: worths.count, needed: 1 << players.count)
    }
    guard worths[0] == 0 else { throw .emptyCoalitionWorth(worths[0]) }
    if let mask = worths.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(Coalition(mask: UInt64(mask)).map { players[$0] })
    }
    if let mask = worths.firstIndex(where: { $0.magnitude > Self.largestWorth }) {
      throw .tooLarge(Coalition(mask: UInt64(mask)).map { players[$0] })
    }
    self.players = players
    self.kind = kind
    self.worths = worths
  }

  /// A game whose worths are given by a function, called once for each coalition but the empty one.
  public init(players: [String], kind: Kind, worth: (Coalition) -> Double) throws(CoalitionGameError) {
    guard (1...Self.largestTable).contains(players.count) else { throw .playerCount(players.count) }
    var worths = [Double](repeating: 0, count: 1 << players.count)
    for mask in 1..<worths.count { worths[mask] = worth(Coalition(mask: UInt64(mask))) }
    try self.init(players: players, kind: kind, worths: worths)
  }

  /// A cost game written in code; `costs` in the order of the masks, the empty coalition's first.
  public init(players: [String], costs: [Double]) {
    do { try self.init(players: players, kind: .cost, worths: costs) } catch { preconditionFailure("\(error)") }
  }

  /// A surplus game written in code; `surpluses` in the order of the masks, the empty coalition's first.
  public init(players: [String], surpluses: [Double]) {
    do { try self.init(players: players, kind: .surplus, worths: surpluses) } catch {
      preconditionFailure("\(error)")
    }
  }

  public var playerCount: Int { players.count }
  public var grandCoalition: Coalition { .grand(of: players.count) }
  public subscript(coalition: Coalition) -> Double { worths[Int(coalition.mask)] }

  /// What all of them pay, or get, together.
  public var jointWorth: Double { self[grandCoalition] }
  /// What they pay, or get, in all when each acts alone.
  public var separateWorth: Double { players.indices.reduce(0) { $0 + self[.single($1)] } }

  /// Every coalition but the empty one, in the order of the table.
  public var coalitions: some Sequence<Coalition> & Sendable {
    (1..<UInt64(worths.count)).lazy.map(Coalition.init(mask:))
  }

  /// The names of a coalition's members, in the game's order.
  public func names(of coalition: Coalition) -> [String] { coalition.map { players[$0] } }
}

/// Why a table is not a game.
public enum CoalitionGameError: Error, Equatable, Sendable, CustomStringConvertible {
  case playerCount(Int)
  case repeatedPlayer(String)
  case worthCount(given: Int, needed: Int)
  case emptyCoalitionWorth(Double)
  case notFinite([String])
  case tooLarge([String])

  public var description: String {
    switch self {
    case .playerCount(let count):
      "a game has 1 to \(CoalitionGame.largestTable) players, not \(count)"
    case .repeatedPlayer(let name):
      "two players are called '\(name)'; give each a name of its own"
    case .worthCount(let given, let needed):
      "a table of \(given) worths; \(needed) are needed, one a coalition and 0 for the empty one"
    case .emptyCoalitionWorth(let worth):
      "the empty coalition is worth \(worth); it must be worth 0"
    case .notFinite(let names):
      "the worth of {\(names.joined(separator: ", "))} is not a finite number"
    case .tooLarge(let names):
      "the worth of {\(names.joined(separator: ", "))} is beyond \(CoalitionGame.largestWorth); use a larger unit"
    }
  }
}
