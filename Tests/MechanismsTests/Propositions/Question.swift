@testable import Mechanisms

/// What is asked of every random case about one proposition, and how many cases give each answer.
struct Question: Sendable, CustomStringConvertible {
  let proposition: String
  let wording: String
  let answers: [String]
  /// The number of the answer, or none where the case has nothing to say.
  let answer: @Sendable (RandomCase) throws -> Int?

  var description: String { "\(proposition): \(wording)" }

  /// How many cases of a family give each answer.
  func tally(in family: Family) throws -> [Int] {
    var tally = [Int](repeating: 0, count: answers.count)
    for drawn in try RandomCase.all(of: family) {
      if let answer = try answer(drawn) { tally[answer] += 1 }
    }
    return tally
  }

  /// The line of the page's table, as it must stand there.
  func line() throws -> String {
    let counts = try Family.allCases.map { try tally(in: $0).map(String.init).joined(separator: " / ") }
    return "| \(proposition) | \(wording) | \(answers.joined(separator: " / ")) | \(counts.joined(separator: " | ")) |"
  }

  /// The question whether something happens.
  static func count(
    _ proposition: String, _ wording: String, _ answer: @escaping @Sendable (RandomCase) throws -> Bool?
  ) -> Question {
    Question(proposition: proposition, wording: wording, answers: ["yes", "no"]) { try answer($0).map { $0 ? 0 : 1 } }
  }

  /// A sweep: how the authority of the best mechanism moves while one thing grows by equal steps. Places without a
  /// best mechanism are left out, cases with fewer than two others dropped.
  static func sweep(
    _ proposition: String, _ wording: String, steps: Int = 3, moreAuthority: Bool,
    _ place: @escaping @Sendable (RandomCase, Double) throws -> RandomCase
  ) -> Question {
    Question(proposition: proposition, wording: wording, answers: ["as claimed", "constant", "opposite", "mixed"]) {
      drawn in
      let levels = try (0...steps).compactMap {
        try place(drawn, Double($0) / Double(steps)).best()?.mechanism.authority.level
      }
      guard levels.count >= 2 else { return nil }
      let moves = zip(levels, levels.dropFirst()).map { moreAuthority ? $1 - $0 : $0 - $1 }
      switch (moves.contains { $0 > 0 }, moves.contains { $0 < 0 }) {
      case (true, false): return 0
      case (false, false): return 1
      case (false, true): return 2
      case (true, true): return 3
      }
    }
  }

  /// Whether two things are needed together, for acting together to bring half of what it could at most. Where one
  /// without the other undoes what neither spoils, they are not needed.
  static func needed(
    _ proposition: String, _ wording: String, answers: [String],
    _ place: @escaping @Sendable (RandomCase, Bool, Bool) throws -> RandomCase
  ) -> Question {
    Question(proposition: proposition, wording: wording, answers: answers) { drawn in
      func isEffective(_ first: Bool, _ second: Bool) throws -> Bool {
        let there = try place(drawn, first, second)
        let table = try there.table()
        return try there.best(in: table)?.expectedNetGainLessOutlay ?? 0 >= RandomCase.promise(of: table) / 2
      }
      guard try isEffective(true, true) else { return 5 }
      if try isEffective(false, false) { return 4 }
      switch (try isEffective(true, false), try isEffective(false, true)) {
      case (false, false): return 0
      case (true, false): return 1
      case (false, true): return 2
      case (true, true): return 3
      }
    }
  }

  /// Whether a second thing adds more where the first is there: the sign of the difference of differences.
  static func together(
    _ proposition: String, _ wording: String,
    _ place: @escaping @Sendable (RandomCase, Bool, Bool) throws -> RandomCase
  ) -> Question {
    Question(proposition: proposition, wording: wording, answers: ["more", "the same", "less"]) { drawn in
      func net(_ first: Bool, _ second: Bool) throws -> Double {
        try place(drawn, first, second).best()?.expectedNetGainLessOutlay ?? 0
      }
      let extra = try net(true, true) - net(true, false) - net(false, true) + net(false, false)
      // Below a millionth of what could be gained it is rounding.
      let least = 1e-6 * RandomCase.promise(of: try drawn.table())
      return extra > least ? 0 : extra < -least ? 2 : 1
    }
  }
}
