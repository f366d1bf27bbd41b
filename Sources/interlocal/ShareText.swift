import Studies

/// A game divided, for a terminal: the shares in a table, then the rules without an answer and, where they were asked
/// for, the reasons.
struct ShareText: CustomStringConvertible {
  private let shares: GameShares

  init(_ shares: GameShares) { self.shares = shares }

  var description: String {
    var parts = [sharesTable]
    parts += (shares.explanations ?? []).map(explanation)
    if let properties = shares.properties, !properties.isEmpty { parts.append(table(of: properties)) }
    return parts.joined(separator: "\n\n")
  }

  private var sharesTable: String {
    var rows = [[""] + shares.players]
    var undefined: [(rules: [String], why: String)] = []
    for rule in shares.rules {
      switch rule.outcome {
      case .shares(let numbers): rows.append([rule.name] + numbers.map(rounded))
      case .undefined(let why):
        // Rules that have no answer for one reason are told together.
        if let index = undefined.firstIndex(where: { $0.why == why }) {
          undefined[index].rules.append(rule.name)
        } else {
          undefined.append(([rule.name], why))
        }
      }
    }
    let table = rows.count > 1 ? [TextTable(rows).description] : []
    let reasons = undefined.map { "\($0.rules.joined(separator: ", ")): \($0.why)" }
    return (table + reasons).joined(separator: "\n")
  }

  // MARK: Why

  private func explanation(_ explanation: ExplanationFinding) -> String {
    let isCost = shares.kind == "cost"
    var rows = [
      [
        explanation.rule, isCost ? "pays" : "gets", "alone", "added last", "added on average", "best alternative",
        "gains by staying",
      ]
    ]
    for player in explanation.players {
      rows.append([
        player.player, rounded(player.share), rounded(player.alone), rounded(player.addedLast),
        rounded(player.addedOnAverage), player.bestAlternative.map { $0.members.joined(separator: "+") } ?? "–",
        player.bestAlternative.map { rounded($0.gainsByStaying) } ?? "–",
      ])
    }
    var lines = [TextTable(rows).description]
    for player in explanation.players {
      guard let departure = player.ifItLeaves else { continue }
      lines.append(
        "without \(player.player): the others \(isCost ? "pay" : "get") \(rounded(departure.othersAfter)) "
          + "instead of \(rounded(departure.othersBefore))" + (departure.undefined.map { "; \($0)" } ?? ""))
    }
    let stages = Dictionary(grouping: explanation.bindingCoalitions, by: \.stage)
    for stage in stages.keys.sorted() {
      let members = (stages[stage] ?? []).map { $0.members.joined(separator: "+") }
      let level = stages[stage]?.first?.exactLevel ?? ""
      lines.append("binds at stage \(stage) (level \(level)): \(members.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  private func table(of properties: [RulePropertiesFinding]) -> String {
    let names = properties.map { $0.properties.map(\.property) }.max { $0.count < $1.count } ?? []
    let rows = names.enumerated().map { index, name in
      [name]
        + properties.map { row in
          guard row.properties.indices.contains(index) else { return "" }
          switch row.properties[index].verdict {
          case .holds: return "yes"
          case .fails: return "no"
          case .notApplicable: return "–"
          }
        }
    }
    return TextTable([["on this game"] + properties.map(\.rule)] + rows).description
  }

  private func rounded(_ number: Double) -> String {
    let scaled = (number * 1e4).rounded() / 1e4
    return scaled == scaled.rounded() && abs(scaled) < 1e15 ? "\(Int64(scaled))" : "\(scaled)"
  }
}
