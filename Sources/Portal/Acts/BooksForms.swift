import Registry
import Reporting

extension ActForm {
  /// The acts on books.
  static let books: [ActForm] = [
    ActForm(
      .books, "open",
      [
        ActField("agreement", BooksFieldPhrase.agreement, .object([.agreement]), isOptional: true),
        ActField("parties", BooksFieldPhrase.parties, .objects([.organisation])),
        ActField("currency", BooksFieldPhrase.currency, .line(limit: 3), hint: BooksFieldPhrase.currencyHint),
      ]),
    ActForm(
      .books, "adopt",
      [
        ActField("name", BooksFieldPhrase.ruleName, .line(limit: 80)),
        ActField(
          "rule", BooksFieldPhrase.rule,
          .variant([("tiered", tiered), ("prepaid", prepaid), ("gate", gate)]) {
            $0.word(RuleKindPhrase.self, $1)
          }),
        ActField(
          "carried", BooksFieldPhrase.carried, .amount, hint: BooksFieldPhrase.carriedHint, isOptional: true),
      ]),
    ActForm(
      .books, "post",
      [memo, ActField("transfers", BooksFieldPhrase.transfers, .list(transfer))]),
    ActForm(.books, "payAdvance", [rule, period, memo]),
    ActForm(
      .books, "settle",
      [
        rule,
        ActField("readings", BooksFieldPhrase.readings, .list(reading), hint: BooksFieldPhrase.readingsHint),
        period, memo,
      ]),
    ActForm(.books, "undo", [rule, memo]),
    ActForm(
      .books, "reverse", acts: ["post"],
      [ActField("entry", BooksFieldPhrase.entry, .line(limit: 40), hint: BooksFieldPhrase.entryHint), memo]),
    ActForm(.books, "close", [ActField("reason", BooksFieldPhrase.reason, .text(limit: 2000))]),
  ]

  private static let memo = ActField("memo", BooksFieldPhrase.memo, .line())
  private static let rule = ActField("rule", BooksFieldPhrase.ruleName, .line(limit: 80))
  private static let period = ActField(
    "period", BooksFieldPhrase.period,
    .group([
      ActField("name", BooksFieldPhrase.periodName, .line(limit: 40), hint: BooksFieldPhrase.periodNameHint),
      ActField("cutOff", BooksFieldPhrase.cutOff, .moment, hint: BooksFieldPhrase.cutOffHint),
    ]))

  private static let account = [
    ActField("owner", BooksFieldPhrase.owner, .object([.organisation])),
    ActField("purpose", BooksFieldPhrase.purpose, .line(limit: 100)),
  ]

  private static let transfer = [
    ActField("from", BooksFieldPhrase.payer, .group(account)),
    ActField("to", BooksFieldPhrase.payee, .group(account)),
    ActField("amount", BooksFieldPhrase.amount, .amount),
  ]

  private static let reading = [
    ActField("measure", BooksFieldPhrase.measure, .line(limit: 100)),
    ActField("period", BooksFieldPhrase.readingPeriod, .line(limit: 40), hint: BooksFieldPhrase.readingPeriodHint),
    number("value", .value),
    ActField("recorded", BooksFieldPhrase.recorded, .moment),
  ]

  /// An exact number, written as people write it.
  private static func number(_ name: String, _ label: BooksFieldPhrase, isOptional: Bool = false) -> ActField {
    ActField(name, label, .line(limit: 60), hint: BooksFieldPhrase.numberHint, isOptional: isOptional)
  }

  private static let formula = [
    number("constant", .constant),
    ActField(
      "terms", BooksFieldPhrase.terms,
      .list([
        ActField("measure", BooksFieldPhrase.measure, .line(limit: 100)), number("weight", .weight),
        number("reference", .reference),
      ])),
  ]

  private static let tiered = [
    ActField(
      "index", BooksFieldPhrase.index,
      .group([
        ActField("name", BooksFieldPhrase.indexName, .line(limit: 100)),
        ActField(
          "formula", BooksFieldPhrase.formula, .group(formula), hint: BooksFieldPhrase.formulaHint, isOptional: true),
      ])),
    ActField(
      "tiers", BooksFieldPhrase.tiers,
      .list([
        number("upTo", .upTo, isOptional: true), ActField("transfer", BooksFieldPhrase.transfer, .group(transfer)),
      ]), hint: BooksFieldPhrase.tiersHint),
    ActField(
      "unconditional", BooksFieldPhrase.unconditional, .list(transfer), hint: BooksFieldPhrase.unconditionalHint,
      isOptional: true),
  ]

  private static let prepaid = [
    ActField("advance", BooksFieldPhrase.advance, .group(transfer)),
    ActField(
      "match", BooksFieldPhrase.match, .group(transfer), hint: BooksFieldPhrase.matchHint, isOptional: true),
    ActField("base", BooksFieldPhrase.base, .amount, hint: BooksFieldPhrase.baseHint),
    ActField(
      "factors", BooksFieldPhrase.factors,
      .list([
        ActField("name", BooksFieldPhrase.factorName, .line(limit: 100)),
        ActField(
          "kind", BooksFieldPhrase.factorKind,
          .tagged([("proportion", proportion), ("index", index), ("steps", steps)]) {
            $0.word(FactorKindPhrase.self, $1)
          }),
      ])),
  ]

  private static let limits = [number("atLeast", .atLeast), number("atMost", .atMost)]
  private static let proportion =
    [ActField("measure", BooksFieldPhrase.measure, .line(limit: 100)), number("reference", .reference)] + limits
  private static let index = [ActField("formula", BooksFieldPhrase.formula, .group(formula))] + limits
  private static let steps = [
    ActField("measure", BooksFieldPhrase.measure, .line(limit: 100)),
    ActField(
      "steps", BooksFieldPhrase.steps, .list([number("upTo", .upTo, isOptional: true), number("factor", .factor)]),
      hint: BooksFieldPhrase.tiersHint),
  ]

  private static let gate = [
    ActField("transfer", BooksFieldPhrase.released, .group(transfer)),
    ActField("measure", BooksFieldPhrase.measure, .line(limit: 100)),
    number("monthly", .monthly), number("yearly", .yearly),
  ]
}
