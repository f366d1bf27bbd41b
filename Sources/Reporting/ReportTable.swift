import Studies

/// One tidy table of a report: a name and its rows as comma-separated text (RFC 4180).
public struct ReportTable: Sendable, Equatable {
  /// What the table is about; its file is `tables/<name>.csv`.
  public let name: String
  /// A header row and one observation a row; numbers in their shortest exact decimals.
  public let csv: String

  /// Every table a report may hold, of whatever findings. One that has no observations is left out.
  public static let names = studyNames + conflictNames + decisionNames + negotiationNames

  /// The tables of a study's report.
  static let studyNames = [
    "parties", "costs", "verdict", "equilibria", "measures", "standard", "pushes", "pairs", "dependence", "flows",
    "mechanisms", "mechanism_players", "reasons", "levers",
    "conditions", "shares", "violations", "uncertainty", "chances", "information", "sensitivities", "hinges", "strips",
    "map", "inputs", "ties", "sources",
  ]

  /// The tables of `findings`, in the order of ``names``.
  static func tables(of findings: Findings) -> [ReportTable] {
    let all = [
      parties(findings), costs(findings), verdict(findings), equilibria(findings), measures(findings),
      standard(findings), pushes(findings), pairs(findings), dependence(findings), flows(findings),
      mechanisms(findings), mechanismPlayers(findings), reasons(findings), levers(findings), conditions(findings),
      shares(findings), violations(findings), uncertainty(findings), chances(findings), information(findings),
      sensitivities(findings), hinges(findings), strips(findings), map(findings), inputs(findings), ties(findings),
      sources(findings),
    ]
    return filled(studyNames, all) + (findings.conflict.map(tables) ?? []) + (findings.decision.map(tables) ?? [])
      + (findings.negotiation.map(tables) ?? [])
  }

  /// The tables that have observations, under their names.
  static func filled(_ names: [String], _ all: [CSV]) -> [ReportTable] {
    zip(names, all).compactMap { name, csv in csv.hasRows ? ReportTable(name: name, csv: csv.text) : nil }
  }

  private static func parties(_ findings: Findings) -> CSV {
    let languages = Set(findings.parties.flatMap(\.name.keys)).sorted()
    var table = CSV(
      header: ["party"] + languages.map { $0.isEmpty ? "name" : "name_\($0)" }
        + ["kind", "tier", "parent", "longitude", "latitude", "is_player"])
    for party in findings.parties {
      table.append(
        [party.id] + languages.map { party.name[$0] }
          + [party.kind, party.tier, party.parent, party.longitude, party.latitude, party.isPlayer] as [any CSVField])
    }
    return table
  }

  private static func costs(_ findings: Findings) -> CSV {
    var table = CSV(
      header: [
        "player", "action_alone", "action_together", "cost_alone", "cost_together", "free_riding_incentive", "transfer",
      ])
    for player in findings.diagnosis.players {
      let transfer = findings.players.firstIndex(of: player.player).flatMap { findings.diagnosis.transfers?[$0] }
      table.append([
        player.player, player.actionAlone, player.actionTogether, player.costAlone, player.costTogether,
        player.freeRidingIncentive, transfer,
      ])
    }
    return table
  }

  private static func pairs(_ findings: Findings) -> CSV {
    var table = CSV(header: ["first", "second", "mutual", "imbalance"])
    for pair in findings.diagnosis.pairs { table.append([pair.first, pair.second, pair.mutual, pair.imbalance]) }
    return table
  }

  private static func dependence(_ findings: Findings) -> CSV {
    matrix(findings.diagnosis.dependence, of: findings, header: ["player", "depends_on", "share"])
  }

  private static func flows(_ findings: Findings) -> CSV {
    matrix(findings.diagnosis.flows ?? [], of: findings, header: ["from", "to", "flow"])
  }

  private static func matrix(_ matrix: [[Double]], of findings: Findings, header: [String]) -> CSV {
    var table = CSV(header: header)
    for (row, entries) in matrix.enumerated() {
      for (column, value) in entries.enumerated() {
        table.append([findings.players[row], findings.players[column], value])
      }
    }
    return table
  }

  private static func mechanisms(_ findings: Findings) -> CSV {
    var table = CSV(header: [
      "rank", "mechanism", "scope", "authority", "members", "is_recommended", "is_pareto", "gross_gain", "coordination",
      "division", "defection_safety", "search", "bargaining", "monitoring", "enforcement", "agency", "transaction_cost",
      "links", "autonomy_cost", "net_gain", "every_member_gains",
    ])
    for (index, form) in findings.mechanisms.ranking.enumerated() {
      let cost = form.transactionCost
      table.append([
        index + 1, form.id, form.scope, form.authority, form.members.joined(separator: "+"),
        form.id == findings.mechanisms.recommended, findings.mechanisms.paretoFront.contains(form.id), form.grossGain,
        form.coordination, form.division, form.defectionSafety, cost.search, cost.bargaining, cost.monitoring,
        cost.enforcement, cost.agency, cost.total, cost.links, form.autonomyCost, form.netGain, form.everyMemberGains,
      ])
    }
    return table
  }

  private static func mechanismPlayers(_ findings: Findings) -> CSV {
    var table = CSV(header: ["mechanism", "player", "is_member", "net_gain", "transfer"])
    for form in findings.mechanisms.ranking {
      for (index, player) in findings.players.enumerated() {
        table.append([
          form.id, player, form.members.contains(player), form.netGainByPlayer[index], form.transfers[index],
        ])
      }
    }
    return table
  }

  private static func reasons(_ findings: Findings) -> CSV {
    var table = CSV(header: ["reason", "subjects", "figure", "value"])
    for reason in findings.mechanisms.reasons {
      let subjects = reason.subjects.joined(separator: "+")
      for figure in reason.figures { table.append([reason.code, subjects, figure.name, figure.value]) }
      if reason.figures.isEmpty { table.append([reason.code, subjects, "", ""]) }
    }
    return table
  }

  private static func levers(_ findings: Findings) -> CSV {
    var table = CSV(header: ["lever", "from", "to", "recommended", "net_gain", "net_gain_before"])
    for lever in findings.mechanisms.levers {
      table.append([lever.name, lever.from, lever.to, lever.recommended, lever.netGain, lever.netGainBefore])
    }
    return table
  }

  private static func conditions(_ findings: Findings) -> CSV {
    var table = CSV(header: ["condition", "value", "is_default", "status", "source"])
    for condition in findings.mechanisms.conditions {
      table.append([condition.name, condition.value, condition.isDefault, condition.status, condition.source])
    }
    return table
  }

  private static func shares(_ findings: Findings) -> CSV {
    var table = CSV(header: ["rule", "indicator", "player", "share", "stand_alone", "is_proposed", "undefined"])
    for rule in findings.sharing.rules {
      for (index, player) in findings.players.enumerated() {
        table.append([
          rule.rule, rule.indicator, player, rule.shares?[index], findings.sharing.standAlone[index],
          rule.rule == findings.sharing.proposed, rule.undefined,
        ])
      }
    }
    return table
  }

  private static func violations(_ findings: Findings) -> CSV {
    var table = CSV(header: ["rule", "indicator", "members", "pays", "alone", "excess"])
    for rule in findings.sharing.rules {
      for violation in rule.violations {
        table.append([
          rule.rule, rule.indicator, violation.members.joined(separator: "+"), violation.pays, violation.alone,
          violation.excess,
        ])
      }
    }
    return table
  }

  private static func hinges(_ findings: Findings) -> CSV {
    var table = CSV(header: [
      "input", "status", "best", "low", "high", "recommended_at_low", "recommended_at_high", "net_gain_at_low",
      "net_gain_at_high", "switches_at", "switches_to",
    ])
    for input in findings.hinges.inputs {
      table.append([
        input.name, input.status, input.best, input.low, input.high, input.recommendedAtLow, input.recommendedAtHigh,
        input.netGainAtLow, input.netGainAtHigh, input.switchesAt, input.switchesTo,
      ])
    }
    return table
  }

  private static func inputs(_ findings: Findings) -> CSV {
    var table = CSV(header: ["input", "count", "unit", "low", "high", "status", "is_uncertain", "source", "remark"])
    for input in findings.inputs {
      table.append([
        input.name, input.count, input.unit, input.low, input.high, input.status, input.isUncertain, input.source,
        input.remark,
      ])
    }
    return table
  }

  private static func ties(_ findings: Findings) -> CSV {
    var table = CSV(header: ["from", "to", "kind", "resource", "weight"])
    for tie in findings.ties { table.append([tie.from, tie.to, tie.kind, tie.resource, tie.weight]) }
    return table
  }

  private static func sources(_ findings: Findings) -> CSV {
    var table = CSV(header: ["source", "citation", "url", "licence", "note"])
    for source in findings.sources {
      table.append([source.key, source.citation, source.url, source.licence, source.note])
    }
    return table
  }
}
