/// A cooperative game from a file: what every coalition of its players pays or gets.
///
///     {"players": ["A", "B"], "kind": "cost", "worth": {"A": 3, "B": 4, "A,B": 5}}
///
/// A large game is shorter without the coalitions' names: `"worths": [0, 3, 4, 5]` gives one number a coalition in the
/// order of the masks: none, A, B, A+B, C, A+C, B+C, A+B+C, … As CSV, with the players in the order in which they first
/// stand alone:
///
///     coalition,worth
///     A,3
///     B,4
///     A+B,5
///
/// A third column, `weight`, may give every single player the number that the proportional rule goes by. JSON can hold
/// more of what rules go by: `"weights": {"A": 2, "B": 1}` (or `"indicator"`), `"unions": [["A"], ["B", "C"]]`,
/// `"edges": [["A", "B"], ["B", "C"]]`, `"downstream": ["A", "B", "C"]`.
public struct GameFile: Hashable, Sendable {
  /// Whether a worth is paid or received.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case cost, surplus }

  /// Names in the order of their bits; 1 to 26 of them.
  public let players: [String]
  /// Whether a worth is paid or received.
  public let kind: Kind
  /// 2ⁿ worths: that of the coalition whose members are the bits of the index; the first is 0.
  public let worths: [Double]
  /// One number a player for the rules that weigh players, if told: the proportional rule, the weighted Shapley value.
  public let indicator: [Double]?
  /// The blocs that act as one, each by its members' indices, if told; every player is in exactly one.
  public let unions: [[Int]]?
  /// The pairs of players that can work together directly, by their indices, if told; each pair once.
  public let edges: [[Int]]?
  /// The players' indices from the source of a river down to its mouth, if told; each once.
  public let downstream: [Int]?
  /// What is odd, without being wrong: coalitions that would do better apart.
  public let warnings: [CaseFault]

  /// The most bytes a file may have: a table of 26 players takes a gigabyte of digits.
  static let largestFile = 2048 << 20

  /// Reads a game from a `.json` or `.csv` file.
  ///
  /// - Parameters:
  ///   - path: the file; its ending tells what it holds.
  ///   - kind: what a worth is in a CSV file, which cannot tell; a JSON file tells by itself.
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once; of a table with more than a hundred faulty
  ///   coalitions the first hundred.
  /// - Complexity: linear in the file's length; beside the file and the table nothing that grows with them is kept.
  public init(contentsOf path: String, kind: Kind = .cost) throws(CaseFaults) {
    let faults = FaultList()
    let bytes: [UInt8]?
    do { bytes = decodedBytes(try readRegularFile(path, limit: Self.largestFile), file: path, faults: faults) } catch {
      let unreadable = CaseUnreadable(path: path, reason: error.reason)
      throw CaseFaults(faults: [], warnings: [], unreadable: unreadable)
    }
    let game: GameContents? = bytes.flatMap { bytes in
      path.lowercased().hasSuffix(".csv")
        ? CSVGameReader(file: path, faults: faults).game(bytes, kind: kind)
        : JSONGameReader(file: path, faults: faults).game(bytes)
    }
    guard let game, faults.faults.isEmpty else {
      throw CaseFaults(faults: inOrder(faults.faults), warnings: inOrder(faults.warnings))
    }
    players = game.players
    self.kind = game.kind
    worths = game.worths
    indicator = game.indicator
    unions = game.unions
    edges = game.edges
    downstream = game.downstream
    warnings = inOrder(faults.warnings)
  }
}

/// What a file tells of a game.
struct GameContents {
  let players: [String]
  let kind: GameFile.Kind
  let worths: [Double]
  var indicator: [Double]?
  var unions: [[Int]]?
  var edges: [[Int]]?
  var downstream: [Int]?
}
