import Foundation
import Registry
import Testing

/// What is read from JSON is valid or refused, and nothing crashes on the way.
@Suite struct MoneyDecodingTests {
  /// Nightly runs try fifty times as many.
  static let times = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 50 : 1

  /// One sound value of every kind.
  static func samples() throws -> [any Codable & Hashable] {
    let (a, b) = (try account("a"), try account("b"))
    let digest = String(repeating: "9f", count: 32)
    let transfer = try Transfer(yuan(5), from: a, to: b)
    let formula = try IndexFormula(
      constant: Ratio(parsing: "0.85"), terms: [.init("x", weight: Ratio(1, over: 3), reference: Ratio(2))])
    let tiered = try TieredTransfer(
      index: .init("P", formula: formula),
      tiers: [.init(upTo: Ratio(1), transfer), .init(upTo: nil, Transfer(yuan(3), from: b, to: a))],
      unconditional: [transfer])
    let limits = try SettlementFactor.Limits(Ratio(0), Ratio(2))
    let prepaid = try PrepaidTransfer(
      advance: transfer, match: Transfer(yuan(1), from: b, to: a), base: yuan(9),
      factors: [
        .init("v", .proportion(measure: "v", reference: Ratio(3), within: limits)),
        .init("q", .index(formula, within: limits)),
        .init(
          "s", .steps(measure: "s", [.init(upTo: Ratio(0), factor: Ratio(1)), .init(upTo: nil, factor: Ratio(0))])),
      ])
    let gate = try QualityGate(transfer, measure: "class", monthly: Ratio(3), yearly: Ratio(2))
    let readings = try Readings([Reading("P", in: "2012", is: Ratio(parsing: "5/6"), recorded: 7)])
    let tax = try TaxShareRule.beijingTianjinHebei(origin: "a", destination: "b")
    let portions = try Portions([
      .init(party: "a", portion: Ratio(1, over: 3)), .init(party: "b", portion: Ratio(2, over: 3)),
    ])
    let imported = try ImportedShares(
      rule: "nucleolus", form: .amounts(.cny), figures: [.init(party: "a", value: -3), .init(party: "b", value: 9)],
      caseDigest: digest, certificateDigest: digest)
    let weights = try ImportedShares(
      rule: "kernel", form: .weights, figures: [.init(party: "a", value: 3)], caseDigest: digest,
      certificateDigest: digest)
    let game = try CostGame(players: ["a", "b"], costs: [0, 60, 50, 80])
    let data = try ShareData(
      figures: [.init(.population, of: "a", at: 3, is: 4)], game: game, readings: readings,
      move: BusinessMove(governmentLed: true, before: [yuan(1)], after: [yuan(2)]))
    let bases: [ShareBasis] = [
      .equal, .percentages(portions), .perCapita(asOf: 1), .meteredUse(try Period(from: 0, until: 5)),
      .ability(asOf: -1), .benefit(asOf: 0),
    ]
    let rules =
      bases.map { ShareRule.by($0) } + [
        .mixed([
          try MixedPart(Ratio(1, over: 3), by: .equal), try MixedPart(Ratio(2, over: 3), by: .perCapita(asOf: 9)),
        ]),
        .shapley, .transfer(tiered, try SettlementPeriod("2012", cutOff: 9)), .taxShare(tax), .imported(imported),
        .imported(weights),
      ]
    let entry = try JournalEntry(id: "1", date: 0, memo: "m", of: [transfer])
    let books = try Books([entry, entry.reversal(id: "2", date: 1, memo: "")])
    let shares = try ShareRule.by(.equal).shares(of: yuan(100), among: ["a", "b", "c"])
    let settlements = [
      try tiered.settle(.none, for: SettlementPeriod("x", cutOff: 0)), try prepaid.payAdvance(carried: yuan(-9)),
    ]
    let transfers: [ConditionalTransfer] = [.tiered(tiered), .prepaid(prepaid), .gate(gate)]
    return rules as [any Codable & Hashable] + transfers + settlements + [data, books, shares, entry, yuan(-7)]
  }

  @Test("every kind of value survives being written and read")
  func roundTrip() throws {
    func check<Value: Codable & Hashable>(_ value: Value) throws {
      #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value)
    }
    for sample in try Self.samples() { try check(sample) }
  }

  @Test(
    "mutated JSON is refused, or gives a value that survives being written and read",
    arguments: UInt64(0)..<UInt64(40 * Self.times))
  func mutated(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    func check<Value: Codable & Hashable>(_ value: Value) throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let text = Array(try encoder.encode(value))
      for _ in 0..<8 {
        let broken = mutate(text, using: &chance)
        guard let read = try? JSONDecoder().decode(Value.self, from: Data(broken)) else { continue }
        #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(read)) == read)
        use(read)
      }
    }
    for sample in try Self.samples() { try check(sample) }
  }

  /// Rules and books that were read are used: they answer or refuse, and what they answer adds up.
  func use(_ value: some Codable & Hashable) {
    if let rule = value as? ShareRule {
      let total = Amount(minor: 300_000, of: .cny)
      if let shares = try? rule.shares(of: total, among: ["a", "b"]) {
        #expect((try? Amount.sum(of: shares.all.map(\.amount), in: .cny)) == total)
      }
    }
    if let transfer = value as? ConditionalTransfer {
      _ = try? transfer.settle(.none, for: SettlementPeriod("2012", cutOff: .max))
    }
    if let books = value as? Books {
      for currency in Set(books.balances.map(\.amount.currency)) {
        #expect(books.balances.filter { $0.amount.currency == currency }.reduce(0) { $0 + $1.amount.minor } == 0)
      }
    }
  }

  /// One to three changes: a byte, a cut, a doubled stretch, or a number or text in place of another.
  func mutate(_ text: [UInt8], using chance: inout MoneyChance) -> [UInt8] {
    let odd = [
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e400", "-0", "1.5", "null", "true", "[]",
      "{}", "\"\"", "\"1/0\"", "\"a\"", "\"-1/3\"", "\"170141183460469231731687303715884105727\"", "[[[[]]]]",
      "\"\\u0000\"", "\"\\ud800\"",
    ]
    var text = text
    for _ in 0..<Int.random(in: 1...3, using: &chance) where text.count > 4 {
      let at = Int.random(in: 0..<text.count, using: &chance)
      let end = min(text.count, at + .random(in: 1...12, using: &chance))
      switch Int.random(in: 0..<6, using: &chance) {
      case 0: text[at] = UInt8.random(in: 0...255, using: &chance)
      case 1: text.removeSubrange(at..<end)
      case 2: text.insert(contentsOf: text[at..<end], at: at)
      default:
        // A whole value after a colon or comma, so that the JSON mostly stays JSON.
        let starts = text.indices.dropLast().filter { [UInt8(ascii: ":"), UInt8(ascii: ",")].contains(text[$0]) }
        guard let start = starts.randomElement(using: &chance) else { continue }
        let stop =
          text[(start + 1)...].firstIndex { [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains($0) }
          ?? text.count
        text.replaceSubrange((start + 1)..<stop, with: Array(odd.randomElement(using: &chance)!.utf8))
      }
    }
    return text
  }

  @Test("refuses invalid values, naming where they stand")
  func refusals() throws {
    func read<Value: Decodable>(_ kind: Value.Type, _ text: String) -> String {
      message { try JSONDecoder().decode(kind, from: Data(text.utf8)) }
    }
    #expect(
      read(
        JournalEntry.self,
        #"""
        {"id":"1","date":0,"memo":"","postings":[
          {"account":{"owner":"a","purpose":"x"},"amount":{"currency":"CNY","minor":0}}]}
        """#) == "postings[0]: error: a posting of nothing; leave it out")
    #expect(
      read(Amount.self, #"{"currency":"ABC","minor":1}"#)
        == "currency: error: 'ABC' is no current currency; give three capital letters of ISO 4217, such as CNY")
    #expect(
      read(ShareRule.self, #"{"kind":"percentages","portions":[{"party":"a","portion":"1/2"}]}"#)
        == "portions: error: the portions add up to 0.5; change them so that they add up to exactly 1")
    #expect(
      read(ShareRule.self, #"{"kind":"fair"}"#)
        == "value: error: no kind is called 'fair'; "
        + "use one of equal, percentages, per-capita, metered-use, ability, benefit, "
        + "mixed, shapley, transfer, tax-share, imported")
    #expect(
      read(ShareRule.self, #"{"kind":"metered-use","from":5,"until":5}"#)
        == "value: error: the period from 1970-01-01T00:00:00Z until 1970-01-01T00:00:00Z is empty; "
        + "let it end after it begins")
    for text in [
      #"{"currency":"CNY","minor":9223372036854775808}"#, #"{"currency":"CNY","minor":1.5}"#,
      #"{"currency":"CNY","minor":"1"}"#, #"{"currency":"CNY"}"#, #"{"minor":1}"#, "[]", "1", "",
      #"{"currency":"CNY","minor":1e30}"#,
    ] {
      #expect(read(Amount.self, text) != "no refusal", "\(text)")
    }
  }

  @Test("JSON nested a hundred thousand deep is refused, not followed")
  func deep() throws {
    let depth = 100_000
    for (open, close) in [("[", "]"), (#"{"parts":"#, "}"), (#"[{"kind":"mixed","parts":"#, "}]")] {
      let text = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      #expect(throws: (any Error).self) { try JSONDecoder().decode(ShareRule.self, from: Data(text.utf8)) }
      #expect(throws: (any Error).self) { try JSONDecoder().decode(Books.self, from: Data(text.utf8)) }
    }
  }
}
