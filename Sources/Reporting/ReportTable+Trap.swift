import Studies

/// The tables of what kind of trap it is.
extension ReportTable {
  static func verdict(_ findings: Findings) -> CSV {
    var table = CSV(header: ["trap", "measure", "value", "threshold", "holds"])
    guard let verdict = findings.diagnosis.verdict else { return table }
    for ground in verdict.grounds {
      table.append([verdict.trap, ground.measure, ground.value, ground.threshold, ground.holds])
    }
    return table
  }

  static func equilibria(_ findings: Findings) -> CSV {
    var table = CSV(header: ["equilibrium", "player", "action", "cost", "is_today", "is_best", "is_dominated"])
    for (index, equilibrium) in (findings.diagnosis.equilibria?.listed ?? []).enumerated() {
      for (number, player) in findings.players.enumerated() {
        table.append([
          index + 1, player, equilibrium.actions[number], equilibrium.costs[number], equilibrium.isToday,
          equilibrium.isBest, equilibrium.isDominated,
        ])
      }
    }
    return table
  }

  /// One number a row; no player where it is the region's.
  static func measures(_ findings: Findings) -> CSV {
    var table = CSV(header: ["measure", "unit", "player", "value", "formula", "source"])
    for measure in findings.diagnosis.measures {
      if let values = measure.players {
        for (player, value) in zip(findings.players, values) {
          table.append([measure.measure, measure.unit, player, value, measure.formula, measure.source])
        }
      } else {
        table.append([measure.measure, measure.unit, "", measure.value, measure.formula, measure.source])
      }
    }
    return table
  }

  /// How each member comes to each item, and how sure of the others it must be.
  static func standard(_ findings: Findings) -> CSV {
    var table = CSV(header: [
      "item", "weight", "player", "holds", "round", "in_greatest", "is_laplacian", "needed_belief",
    ])
    for item in findings.diagnosis.standard?.items ?? [] {
      for (index, player) in findings.players.enumerated() {
        table.append([
          item.id, item.weight, player, item.holders.contains(player),
          item.rounds.firstIndex { $0.contains(player) }, item.greatest.contains(player),
          item.laplacian.contains(player), item.neededBeliefs[index],
        ])
      }
    }
    return table
  }

  static func pushes(_ findings: Findings) -> CSV {
    var table = CSV(header: ["item", "player", "subsidy", "is_first_mover", "total", "least_total"])
    for item in findings.diagnosis.standard?.items ?? [] {
      guard let push = item.push else { continue }
      for (index, player) in findings.players.enumerated() {
        table.append([
          item.id, player, push.subsidies[index], push.firstMovers.contains(player), push.total, push.least,
        ])
      }
    }
    return table
  }
}
