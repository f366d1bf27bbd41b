import Studies

/// What the rules of fairness and the ways of bargaining mean, and after whom.
extension NegotiationPage {
  var methodTable: DataTable {
    let rules = findings.solutions.map(\.rule).filter { FairnessName(rawValue: $0) != nil }
    let ways = findings.landings.map(\.negotiationProtocol).filter { ProtocolName(rawValue: $0) != nil }
    return DataTable(
      caption: say(.methodTable),
      columns: [TalkPhrase.rule, .meaning, .source].map { .init(title: say($0), isNumber: false) },
      rows: rules.compactMap(FairnessName.init).map { rule in
        .init(cells: [tongue.say(rule).capitalizedFirst, tongue.say(rule.meaning), rule.source])
      }
        + ways.compactMap(ProtocolName.init).map { way in
          .init(cells: [tongue.say(way), way.meaning.text(in: tongue.language), way.source])
        })
  }
}
