/// What is wrong with a sum of money, a rule or an entry: where, what, and what to do about it.
///
///     rule.portions[2]: error: the portions add up to 0.9; change them so that they add up to exactly 1
public struct MoneyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    // Amounts.
    /// No current currency of ISO 4217 has this code.
    case unknownCurrency(String)
    /// Two currencies where one is needed.
    case mixedCurrencies(Currency, Currency)
    /// The result has no room in 64 bits of minor units.
    case beyondRange
    /// A fraction or a sum of weights has no room in 128 bits.
    case tooPrecise
    /// The text is no amount of this currency.
    case notAnAmount(String, Currency)
    /// The amount has another number of decimals than the currency.
    case decimals(given: Int, Currency)
    /// The text is no exact number.
    case notANumber(String)
    /// A fraction over zero.
    case zeroDenominator
    // Names and dates.
    /// A name is empty, too long or holds control characters.
    case unusableName(String)
    /// A text is longer than its place allows, in bytes of UTF-8.
    case tooLong(bytes: Int, limit: Int)
    /// What is named once stands twice.
    case repeated(String)
    /// A party of a rule is none of those who share.
    case notAmong(String, [String])
    /// A period that ends before it begins, or when it begins, in milliseconds since 1970.
    case emptyPeriod(from: Int64, until: Int64)
    // Rules.
    /// Nobody to share among, or more than may.
    case partyCount(Int, limit: Int)
    /// Portions that do not make up the whole.
    case portionSum(Ratio)
    /// A portion below 0 or above 1.
    case outsideWhole(Ratio)
    /// What may not be below zero is.
    case negative(Refusal.Sentence)
    /// What is carried to a later advance may not be above zero.
    case aboveZero(Amount)
    /// The figure the rule weighs by is missing for a party.
    case missingFigure(party: String, measure: String)
    /// Nothing to weigh by: all weights are zero, or they add up to less than nothing.
    case nothingToWeighBy
    /// The cost game has another number of costs than its players need.
    case gameSize(players: Int, costs: Int)
    /// Nobody has a cost in a cost game.
    case costOfNobody(Int64)
    /// The rule covers amounts of exactly this total.
    case otherTotal(Amount, expected: Amount)
    /// A list that needs something in it, or has more than it may.
    case count(of: Refusal.Sentence, Int, needs: Refusal.Sentence)
    /// Tiers that do not climb, or leave part of the scale open.
    case openTiers
    /// Payer and payee are one.
    case sameParty(String)
    /// An amount that must be above zero is not.
    case notPositive(Amount)
    /// The transfer cannot be settled before these readings are there or agreed.
    case unsettled(missing: [String])
    /// The business moved by its own decision: tax is shared only after moves that governments led.
    case marketDrivenMove
    /// The business paid too little tax before it moved.
    case belowThreshold(paid: Amount, years: Int, threshold: Amount)
    /// No rule is called so.
    case unknownKind(String, [String])
    /// A digest is not the SHA-256 of something in 64 lower-case hexadecimal digits.
    case notADigest(String)
    // Books.
    /// An entry with fewer than two postings, or more than may be.
    case postingCount(Int, limit: Int)
    /// A posting of nothing.
    case zeroPosting
    /// The postings of a currency do not add up to zero.
    case unbalanced(Currency, by: String)
    /// The books hold no such entry.
    case noSuchEntry(String)
    /// The entry was reversed before.
    case reversedBefore(String, by: String)
    /// The entry is a reversal itself.
    case reversalOfReversal(String)
    /// The reversal does not mirror the postings of the original.
    case notTheMirror(String)
    /// The reversal is dated before the original, which is of these milliseconds since 1970.
    case reversalTooEarly(original: Int64)
    /// What went through the account together has no room in 64 bits of minor units.
    case turnoverBeyondRange(LedgerAccount, Currency)
  }

  /// Where: a path into the data, or the name of the argument.
  public let place: String
  /// What is wrong.
  public let fault: Fault

  init(at place: String, _ fault: Fault) {
    self.place = place
    self.fault = fault
  }

  public var description: String { "\(place): error: \(what); \(remedy)" }

  /// What is wrong, in words.
  public var what: Refusal.Sentence { words.what }
  /// What its author can do about it.
  public var remedy: Refusal.Sentence { words.remedy }

  private var words: (what: Refusal.Sentence, remedy: Refusal.Sentence) {
    switch fault {
    case .unknownCurrency, .mixedCurrencies, .beyondRange, .tooPrecise, .notAnAmount, .decimals, .notANumber,
      .zeroDenominator:
      wordsOfAmounts
    case .postingCount, .zeroPosting, .unbalanced, .noSuchEntry, .reversedBefore, .reversalOfReversal, .notTheMirror,
      .reversalTooEarly, .turnoverBeyondRange:
      wordsOfBooks
    default:
      wordsOfRules
    }
  }

  private var wordsOfAmounts: (what: Refusal.Sentence, remedy: Refusal.Sentence) {
    switch fault {
    case .unknownCurrency(let code):
      ("'\(code)' is no current currency", "give three capital letters of ISO 4217, such as CNY")
    case .mixedCurrencies(let first, let second):
      ("\(first) and \(second) cannot be reckoned together", "keep a sum for each currency")
    case .beyondRange:
      ("the result is beyond 9,223,372,036,854,775,807 minor units", "divide it into several entries")
    case .tooPrecise:
      ("the exact fraction has no room in 128 bits", "give figures with fewer digits")
    case .notAnAmount(let text, let currency):
      (
        "'\(text)' is no amount in \(currency)",
        "write it as \(Amount(minor: 123_456_789, of: currency).figure), with or without all commas"
      )
    case .decimals(let given, let currency):
      (
        "the number of decimals is \(given)",
        currency.minorDigits == 0 ? "\(currency) has none" : "give \(currency.minorDigits) for \(currency), or none"
      )
    case .notANumber(let text):
      ("'\(text)' is no exact number", "write it as 0.85, 17/20 or 85%")
    case .zeroDenominator:
      ("a fraction over zero", "give a denominator of at least 1")
    default: ("", "")
    }
  }

  private var wordsOfRules: (what: Refusal.Sentence, remedy: Refusal.Sentence) {
    switch fault {
    case .unusableName(let name):
      ("'\(name)' is no usable name", "give 1 to 128 bytes of text without control characters")
    case .tooLong(let bytes, let limit):
      ("the text has \(bytes) bytes", "shorten it to at most \(limit)")
    case .repeated(let name):
      ("'\(name)' stands twice", "name it once")
    case .notAmong(let party, let parties):
      ("'\(party)' is none of those who share", "use one of \(listed(parties)), or let it share")
    case .emptyPeriod(let from, let until):
      (
        "the period from \(Instant(milliseconds: from)) until \(Instant(milliseconds: until)) is empty",
        "let it end after it begins"
      )
    case .partyCount(let count, let limit):
      ("the number of parties is \(count)", "share among 1 to \(limit)")
    case .portionSum(let sum):
      ("the portions add up to \(sum)", "change them so that they add up to exactly 1")
    case .outsideWhole(let portion):
      ("the portion \(portion) is none of a whole", "give 0 to 1")
    case .negative(let what):
      ("\(what) is below zero", "give zero or more")
    case .aboveZero(let amount):
      ("\(amount) is above zero", "give zero, or below zero what the payer has paid too much")
    case .missingFigure(let party, let measure):
      ("no \(measure) of '\(party)' is known at that time", "record it, or leave the party out")
    case .nothingToWeighBy:
      ("the weights add up to nothing", "give at least one party a weight above zero, or share equally")
    case .gameSize(let players, let costs):
      (
        "\(costs) costs for \(players) players",
        "give 1 to \(CostGame.playerLimit) players and a cost for each of their coalitions, 2 to the power of players"
      )
    case .costOfNobody(let cost):
      ("the coalition of nobody costs \(cost)", "let the first cost be 0")
    case .otherTotal(let total, let expected):
      ("the rule covers \(expected), not \(total)", "share \(expected), or use another rule")
    case .count(let things, let count, let needs):
      ("the number of \(things) is \(count)", "give \(needs)")
    case .openTiers:
      ("the tiers leave part of the scale open", "let their limits climb and leave only the last without one")
    case .sameParty(let party):
      ("'\(party)' would pay itself", "name two accounts")
    case .notPositive(let amount):
      ("\(amount) is not above zero", "give an amount above zero; who pays is said by the accounts")
    case .unsettled(let missing):
      ("no value of \(listed(missing)) at the cut-off", "open a dispute, or agree on the value in writing")
    case .marketDrivenMove:
      ("the business moved by its own decision", "share tax only after moves that governments led")
    case .belowThreshold(let paid, let years, let threshold):
      (
        "in the \(years) years before the move it paid \(paid)",
        "share tax only from a mean of \(threshold) a year on"
      )
    case .unknownKind(let kind, let known):
      ("no kind is called '\(kind.prefix(32))'", "use one of \(known)")
    case .notADigest(let text):
      ("'\(text)' is no SHA-256", "give 64 lower-case hexadecimal digits")
    default: ("", "")
    }
  }

  private var wordsOfBooks: (what: Refusal.Sentence, remedy: Refusal.Sentence) {
    switch fault {
    case .postingCount(let count, let limit):
      ("the number of postings is \(count)", "give an entry 2 to \(limit)")
    case .zeroPosting:
      ("a posting of nothing", "leave it out")
    case .unbalanced(let currency, let by):
      ("the postings in \(currency) add up to \(by)", "let them add up to zero")
    case .noSuchEntry(let id):
      ("the books hold no entry '\(id)'", "record it first")
    case .reversedBefore(let id, let by):
      ("entry '\(id)' was reversed by '\(by)'", "record a new entry instead")
    case .reversalOfReversal(let id):
      ("entry '\(id)' is a reversal itself", "record the original again as a new entry")
    case .notTheMirror(let id):
      ("the postings do not mirror those of '\(id)'", "turn the sign of every posting and change nothing else")
    case .reversalTooEarly(let original):
      ("the reversal is dated before the original", "date it \(Instant(milliseconds: original)) or later")
    case .turnoverBeyondRange(let account, let currency):
      ("'\(account)' would turn over more \(currency) than 64 bits hold", "open another account")
    default: ("", "")
    }
  }
}

/// Names in a sentence: all of a few, the first of many.
private func listed(_ names: [String]) -> Refusal.Sentence.Part {
  .list(names.prefix(8).map { .text("'\($0)'") } + (names.count > 8 ? [.text("…")] : []))
}

extension Decoder {
  /// Where the decoder stands, as a path.
  var place: String {
    var path = ""
    for key in codingPath {
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return path.isEmpty ? "value" : path
  }
}

/// Refuses a name that is empty, long or cannot be printed on one line.
func checkName(_ name: String, at place: String) throws(MoneyError) {
  let controls = name.unicodeScalars.contains { scalar in
    scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
  }
  guard (1...128).contains(name.utf8.count), !controls else {
    let shown = name.unicodeScalars.prefix(32).filter { $0.properties.generalCategory != .control }
    throw MoneyError(at: place, .unusableName(String(String.UnicodeScalarView(shown))))
  }
}

/// Refuses a list in which a name stands twice.
func checkOnce(_ names: [String], at place: String) throws(MoneyError) {
  try checkOnce(names, by: { [$0] }, named: { $0 }, at: place)
}

/// Refuses a list in which two items have one key, naming the second.
func checkOnce<Item>(
  _ items: [Item], by key: (Item) -> [String], named name: (Item) -> String, at place: String
) throws(MoneyError) {
  var seen: Set<[String]> = []
  for item in items where !seen.insert(key(item)).inserted {
    throw MoneyError(at: place, .repeated(name(item)))
  }
}
