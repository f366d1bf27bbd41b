import ArgumentParser
import RegionalCases
import Studies

/// Which game to divide: one from a file, or one that a few numbers make.
struct GameChoice: ParsableArguments {
  @Argument(help: "A game as JSON or CSV.", completion: .file(extensions: ["json", "csv"]), transform: path)
  var file: String?

  @Option(help: "What the worths of a CSV file are: cost or surplus.")
  var kind = GameFile.Kind.cost

  @Option(help: "A game made of numbers: airport, voting, bankruptcy, pairwise or spanningTree.")
  var game: StructuredGame.Kind?

  @Option(help: "How many players an example has whose numbers are drawn.", transform: wholeNumber(1...64))
  var players: Int?

  @Option(help: "What the numbers of an example are drawn from.", transform: wholeNumber(0...UInt64.max))
  var seed: UInt64?

  @Option(help: "The players' names, joined by commas; 1, 2, 3, … when not told.", transform: words)
  var names: Words?

  @Option(help: "airport: what a facility for each player alone costs.", transform: numbers)
  var costs: Numbers?

  @Option(help: "voting: what weight is needed to win.", transform: number)
  var quota: Double?

  @Option(help: "voting: the players' weights.", transform: numbers)
  var weights: Numbers?

  @Option(help: "bankruptcy: what there is.", transform: number)
  var estate: Double?

  @Option(help: "bankruptcy: what each player claims.", transform: numbers)
  var claims: Numbers?

  @Option(help: "pairwise: what each player has alone.", transform: numbers)
  var alone: Numbers?

  @Option(help: "pairwise: what each pair adds: 1 with 2, 1 with 3, …, 2 with 3, ….", transform: numbers)
  var pairs: Numbers?

  @Option(
    help: "spanningTree: how dear each link is: source to 1, source to 2, …, 1 to 2, ….", transform: numbers)
  var lengths: Numbers?

  /// Which options belong to which game, with whether they were told.
  private var told: [(option: String, game: StructuredGame.Kind, isTold: Bool)] {
    [
      ("costs", .airport, costs != nil), ("quota", .voting, quota != nil), ("weights", .voting, weights != nil),
      ("estate", .bankruptcy, estate != nil), ("claims", .bankruptcy, claims != nil),
      ("alone", .pairwise, alone != nil), ("pairs", .pairwise, pairs != nil),
      ("lengths", .spanningTree, lengths != nil),
    ]
  }

  func validate() throws {
    let given = told.filter(\.isTold)
    guard let game else {
      guard file != nil else { throw ValidationError("no game is named; name a file, or one by --game") }
      if let first = given.first {
        throw ValidationError("--\(first.option) belongs to --game \(first.game.rawValue), not to a file")
      }
      if let option = [("players", players != nil), ("seed", seed != nil), ("names", names != nil)].first(where: \.1) {
        throw ValidationError("--\(option.0) belongs to --game, not to a file")
      }
      return
    }
    if let file { throw ValidationError("both \(quoted(file)) and --game name a game; name one of them") }
    if let other = given.first(where: { $0.game != game }) {
      throw ValidationError("--\(other.option) belongs to --game \(other.game.rawValue), not to \(game.rawValue)")
    }
    let needed = told.filter { $0.game == game }
    guard !given.isEmpty else {
      if players != nil { return }
      let options = needed.map { "--\($0.option)" }.joined(separator: " and ")
      throw ValidationError("\(game.rawValue) needs \(options), or --players for an example")
    }
    if let missing = needed.first(where: { !$0.isTold }) {
      throw ValidationError("\(game.rawValue) needs --\(missing.option) as well")
    }
    if players != nil || seed != nil {
      throw ValidationError("--players and --seed are for an example; leave them out beside --\(given[0].option)")
    }
  }

  /// The game that the numbers make; nil when a file was named.
  func structured() throws -> StructuredGame? {
    guard let game else { return nil }
    let numbers: StructuredGame.Numbers? =
      switch game {
      case .airport: costs.map { .airport(costs: $0.list) }
      case .voting: weights.flatMap { weights in quota.map { .voting(quota: $0, weights: weights.list) } }
      case .bankruptcy: claims.flatMap { claims in estate.map { .bankruptcy(estate: $0, claims: claims.list) } }
      case .pairwise: alone.flatMap { alone in pairs.map { .pairwise(alone: alone.list, pairs: $0.list) } }
      case .spanningTree: lengths.map { .spanningTree(lengths: $0.list) }
      }
    return try refusing { () throws(StructureFault) in
      guard let numbers else {
        return try StructuredGame.example(game, players: players ?? 1, seed: seed ?? 1, names: names?.list)
      }
      return try StructuredGame(numbers, names: names?.list)
    }
  }
}

extension StructuredGame.Kind: ExpressibleByArgument {}

/// Several numbers told by one option.
struct Numbers: Sendable { let list: [Double] }

/// Several words told by one option.
struct Words: Sendable { let list: [String] }

/// A number that an argument tells.
@Sendable func number(_ argument: String) throws -> Double {
  guard let number = Double(argument), number.isFinite, argument.first?.isLetter == false else {
    throw ValidationError("it is a number, as in 1234.5")
  }
  return number
}

/// Numbers joined by commas; none for an empty text.
@Sendable func numbers(_ argument: String) throws -> Numbers {
  guard !argument.isEmpty else { return Numbers(list: []) }
  return Numbers(
    list: try argument.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = try? number(String(part.drop { $0 == " " })) else {
        throw ValidationError("it is numbers joined by commas, as in 8,11.5,13; '\(part)' is none")
      }
      return number
    })
}

/// Words joined by commas.
@Sendable func words(_ argument: String) throws -> Words {
  Words(
    list: try argument.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let word = String(part.drop { $0 == " " })
      guard !word.isEmpty else { throw ValidationError("it is names joined by commas, as in A,B,C") }
      return word
    })
}
