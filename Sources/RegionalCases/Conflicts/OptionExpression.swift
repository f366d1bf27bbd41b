/// A statement about which options are taken, as in `not delay`, `1 and 3`, `accept if insist`, `pay iff (clean or sue)`.
///
/// Options are named or numbered from 1 in the order of the file. `not` binds closest, then `and`, then `or`; `if` and
/// `iff` bind last and stand once in a statement, unless parentheses part them. `-`, `!`, `&` and `|` may stand for words.
public indirect enum OptionExpression: Hashable, Sendable {
  /// The option with this index is taken.
  case taken(Int)
  case not(OptionExpression)
  case and(OptionExpression, OptionExpression)
  case or(OptionExpression, OptionExpression)
  /// The first holds at least where the second does.
  case onlyIf(OptionExpression, condition: OptionExpression)
  /// Both hold or neither does.
  case same(OptionExpression, OptionExpression)

  /// Whether it holds where the options with these bits are taken.
  ///
  /// - Parameter taken: A bit an option, the first option's the lowest.
  /// - Returns: Whether the statement is true.
  public func holds(for taken: UInt64) -> Bool {
    switch self {
    case .taken(let option): taken >> UInt64(option) & 1 == 1
    case .not(let inner): !inner.holds(for: taken)
    case .and(let first, let second): first.holds(for: taken) && second.holds(for: taken)
    case .or(let first, let second): first.holds(for: taken) || second.holds(for: taken)
    case .onlyIf(let consequence, let condition): consequence.holds(for: taken) || !condition.holds(for: taken)
    case .same(let first, let second): first.holds(for: taken) == second.holds(for: taken)
    }
  }
}

/// Reads a statement about options, letter by letter.
struct OptionExpressionReader {
  /// Why a text is no statement.
  struct Fault: Error {
    let what: String
    let remedy: String
  }

  private let tokens: [String]
  private let options: [String]
  private var index = 0
  private var depth = 0

  static let mostDepth = 64
  /// Words and signs of a statement. A long one nests as deep as it is long, and would be followed to the bottom.
  static let mostWords = 1_000

  init(_ text: String, options: [String]) {
    tokens = Self.tokens(in: text)
    self.options = options
  }

  private static func tokens(in text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    for letter in text {
      switch letter {
      case "(", ")", "&", "|", "!", "~", "¬": end(); tokens.append(String(letter))
      // A dash within a word is part of the name.
      case "-" where word.isEmpty: tokens.append("-")
      case _ where letter.isWhitespace: end()
      default: word.append(letter)
      }
    }
    end()
    return tokens
  }

  /// The whole statement.
  mutating func statement() throws(Fault) -> OptionExpression {
    guard tokens.count <= Self.mostWords else {
      throw Fault(
        what: "the statement has \(tokens.count) words and signs, and at most \(Self.mostWords) are read",
        remedy: "say it shorter")
    }
    let found = try conditional()
    guard index == tokens.count else {
      throw Fault(
        what: "'\(shortened(tokens[index]))' stands where the statement should end",
        remedy: "join two parts by and, or, if or iff, and put parentheses around parts that belong together")
    }
    return found
  }

  private mutating func conditional() throws(Fault) -> OptionExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw Fault(what: "parentheses stand too deep within one another", remedy: "write it flatter")
    }
    let first = try disjunction()
    if take("iff") { return .same(first, try disjunction()) }
    if take("if") { return .onlyIf(first, condition: try disjunction()) }
    return first
  }

  private mutating func disjunction() throws(Fault) -> OptionExpression {
    var found = try conjunction()
    while take("or") || take("|") { found = .or(found, try conjunction()) }
    return found
  }

  private mutating func conjunction() throws(Fault) -> OptionExpression {
    var found = try negation()
    while take("and") || take("&") { found = .and(found, try negation()) }
    return found
  }

  private mutating func negation() throws(Fault) -> OptionExpression {
    var isNegated = false
    while take("not") || take("-") || take("!") || take("~") || take("¬") { isNegated.toggle() }
    let found = try operand()
    return isNegated ? .not(found) : found
  }

  private mutating func operand() throws(Fault) -> OptionExpression {
    guard index < tokens.count else {
      throw Fault(what: "the statement ends where an option should stand", remedy: "name an option, as in 'not 2'")
    }
    let token = tokens[index]
    if take("(") {
      let found = try conditional()
      guard take(")") else { throw Fault(what: "a parenthesis is never closed", remedy: "close it") }
      return found
    }
    index += 1
    if let option = options.firstIndex(of: token) { return .taken(option) }
    if let number = Int(token) {
      guard options.indices.contains(number - 1) else {
        throw Fault(
          what: "there is no option \(number)",
          remedy: options.isEmpty ? "there are none" : "they are numbered from 1 to \(options.count)")
      }
      return .taken(number - 1)
    }
    throw Fault(
      what: "no option is called '\(shortened(token))'",
      remedy: suggestion(for: token, among: options, otherwise: "the options are"))
  }

  private mutating func take(_ word: String) -> Bool {
    guard index < tokens.count, tokens[index].lowercased() == word, !options.contains(tokens[index]) else {
      return false
    }
    index += 1
    return true
  }
}
