/// A cooperative game from a file: what every coalition of its players pays or gets.
///
///     {"players": ["A", "B"], "kind": "cost", "worth": {"A": 3, "B": 4, "A,B": 5}}
///
/// or, as CSV, with the players in the order in which they first stand alone:
///
///     coalition,worth
///     A,3
///     B,4
///     A+B,5
///
/// A third column, `weight`, may give every single player the number that the proportional rule goes by.
public struct GameFile: Hashable, Sendable {
  /// Whether a worth is paid or received.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case cost, surplus }

  /// Names in the order of their bits; 1 to 20 of them.
  public let players: [String]
  /// Whether a worth is paid or received.
  public let kind: Kind
  /// 2ⁿ worths: that of the coalition whose members are the bits of the index; the first is 0.
  public let worths: [Double]
  /// One number a player for the proportional rule, if told.
  public let indicator: [Double]?
  /// What is odd, without being wrong: coalitions that would do better apart.
  public let warnings: [CaseFault]

  /// Reads a game from a `.json` or `.csv` file.
  ///
  /// - Parameters:
  ///   - path: the file; its ending tells what it holds.
  ///   - kind: what a worth is in a CSV file, which cannot tell; a JSON file tells by itself.
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once.
  public init(contentsOf path: String, kind: Kind = .cost) throws(CaseFaults) {
    let faults = FaultList()
    let text: String?
    do { text = decode(try readRegularFile(path), file: path, faults: faults) } catch {
      let unreadable = CaseUnreadable(path: path, reason: error.reason)
      throw CaseFaults(faults: [], warnings: [], unreadable: unreadable)
    }
    let reader = GameReader(file: path, faults: faults)
    let game = text.flatMap { text in
      path.lowercased().hasSuffix(".csv") ? reader.csv(text, kind: kind) : reader.json(text)
    }
    guard let game, faults.faults.isEmpty else {
      throw CaseFaults(faults: inOrder(faults.faults), warnings: inOrder(faults.warnings))
    }
    players = game.players
    self.kind = game.kind
    worths = game.worths
    indicator = game.indicator
    warnings = inOrder(faults.warnings)
  }
}
