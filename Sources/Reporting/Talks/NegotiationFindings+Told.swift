import Studies

extension NegotiationFindings {
  /// Of deals that serve a rule equally well so many are told of.
  static let toldOfARule = 3

  /// The deals that are told of, each once, as the short answer numbers them: those of the rules of fairness, those where
  /// bargaining lands, those that would be better.
  var toldDeals: [Deal] {
    var deals: [Deal] = []
    let all =
      solutions.flatMap { $0.deals.prefix(Self.toldOfARule) } + landings.compactMap(\.deal)
      + landings.compactMap(\.improvement)
    for deal in all where !deals.contains(deal) { deals.append(deal) }
    return deals
  }
}
