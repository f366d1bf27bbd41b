import Studies

extension Findings {
  /// Refuses findings whose arrays do not fit their players or whose ids name no party, so that nothing
  /// behind this point has to ask again.
  func checkSoundness() throws(ReportingError) {
    let known = Set(parties.map(\.id))
    let count = players.count
    func require(_ place: String, _ found: Int, _ expected: Int) throws(ReportingError) {
      guard found == expected else { throw .count(place: place, expected: expected, found: found) }
    }
    func require(_ place: String, _ ids: [String]) throws(ReportingError) {
      for id in ids where !known.contains(id) { throw .unknownParty(place: place, id: id) }
    }
    func require(_ place: String, square matrix: [[Double]]) throws(ReportingError) {
      try require(place, matrix.count, count)
      for (row, entries) in matrix.enumerated() { try require("\(place)[\(row)]", entries.count, count) }
    }
    try require("players", players)
    try require("diagnosis.players", diagnosis.players.map(\.player))
    if let transfers = diagnosis.transfers { try require("diagnosis.transfers", transfers.count, count) }
    try require("diagnosis.dependence", square: diagnosis.dependence)
    if let flows = diagnosis.flows { try require("diagnosis.flows", square: flows) }
    try require("diagnosis.losersWithoutTransfers", diagnosis.losersWithoutTransfers ?? [])
    try require("diagnosis.stableWithoutTransfers", diagnosis.stableWithoutTransfers ?? [])
    try require("diagnosis.stableWithTransfers", diagnosis.stableWithTransfers ?? [])
    try require("diagnosis.pairs", diagnosis.pairs.flatMap { [$0.first, $0.second] })
    try checkTrap()
    try negotiation?.checkShapes(within: "negotiation.")
    try conflict?.checkShapes(within: "conflict.")
    try decision?.checkShapes(within: "decision.")
    try require("ties", ties.flatMap { [$0.from, $0.to] })
    for (index, form) in mechanisms.ranking.enumerated() {
      try require("mechanisms.ranking[\(index)].members", form.members)
      try require("mechanisms.ranking[\(index)].netGainByPlayer", form.netGainByPlayer.count, count)
      try require("mechanisms.ranking[\(index)].transfers", form.transfers.count, count)
    }
    try require("sharing.standAlone", sharing.standAlone.count, count)
    for (index, rule) in sharing.rules.enumerated() {
      if let shares = rule.shares { try require("sharing.rules[\(index)].shares", shares.count, count) }
      for violation in rule.violations { try require("sharing.rules[\(index)].violations", violation.members) }
    }
    if let interval = sharing.coreInterval {
      try require("sharing.coreInterval", interval.count, count)
      for (row, ends) in interval.enumerated() { try require("sharing.coreInterval[\(row)]", ends.count, 2) }
    }
    for (index, rule) in (sharing.jointCostCurve?.rules ?? []).enumerated() {
      let place = "sharing.jointCostCurve.rules[\(index)]"
      try require("\(place).shares", rule.shares.count, sharing.jointCostCurve?.jointCosts.count ?? 0)
      for shares in rule.shares.compactMap({ $0 }) { try require("\(place).shares", shares.count, count) }
      try require("\(place).falls", rule.falls.keys.sorted())
    }
    for (index, row) in (sharing.properties ?? []).enumerated() {
      for cell in row.properties { try require("sharing.properties[\(index)].witnesses", cell.witnesses ?? []) }
    }
    for player in sharing.explanation?.players ?? [] {
      try require("sharing.explanation.players", [player.player] + (player.bestAlternative?.members ?? []))
    }
    if let exact = sharing.certificate?.exactShares, !exact.isEmpty {
      try require("sharing.certificate.exactShares", exact.count, count)
    }
    for (index, form) in (uncertainty?.forms ?? []).enumerated() {
      try require("uncertainty.forms[\(index)].percentiles", form.percentiles.count, 5)
      try require("uncertainty.forms[\(index)].chanceOfGaining", form.chanceOfGaining.count, count)
    }
    if let map = hinges.map {
      try require("hinges.map.forms", map.forms.count, map.upValues.count)
      for (row, forms) in map.forms.enumerated() {
        try require("hinges.map.forms[\(row)]", forms.count, map.acrossValues.count)
      }
    }
    for (index, party) in parties.enumerated() {
      for (ring, points) in party.rings.enumerated() {
        for (point, pair) in points.enumerated() {
          try require("parties[\(index)].rings[\(ring)][\(point)]", pair.count, 2)
        }
      }
    }
  }
}

extension Findings {
  /// The same for the verdict, the equilibria, the measures and what only some families have.
  private func checkTrap() throws(ReportingError) {
    let known = Set(parties.map(\.id))
    let count = players.count
    func require(_ place: String, _ found: Int) throws(ReportingError) {
      guard found == count else { throw .count(place: place, expected: count, found: found) }
    }
    func require(_ place: String, _ ids: [String]) throws(ReportingError) {
      for id in ids where !known.contains(id) { throw .unknownParty(place: place, id: id) }
    }
    // Who counts gains divides a surplus; otherwise the words of the one would stand beside figures of the other.
    guard (diagnosis.counts == .gain) == (sharing.kind == "surplus") else {
      throw .contradiction(counts: diagnosis.counts.rawValue, shares: sharing.kind)
    }
    try require("diagnosis.verdict.waiting", diagnosis.verdict?.waiting ?? [])
    for (index, measure) in diagnosis.measures.enumerated() {
      if let values = measure.players { try require("diagnosis.measures[\(index)].players", values.count) }
    }
    for (index, equilibrium) in (diagnosis.equilibria?.listed ?? []).enumerated() {
      try require("diagnosis.equilibria.listed[\(index)].actions", equilibrium.actions.count)
      try require("diagnosis.equilibria.listed[\(index)].costs", equilibrium.costs.count)
    }
    for (index, item) in (diagnosis.standard?.items ?? []).enumerated() {
      let place = "diagnosis.standard.items[\(index)]"
      try require("\(place).holders", item.holders)
      try require("\(place).rounds", item.rounds.flatMap { $0 })
      try require("\(place).greatest", item.greatest)
      try require("\(place).laplacian", item.laplacian)
      try require("\(place).neededBeliefs", item.neededBeliefs.count)
      if let push = item.push {
        try require("\(place).push.subsidies", push.subsidies.count)
        try require("\(place).push.firstMovers", push.firstMovers)
      }
    }
    if let differences = diagnosis.standard?.scaleDifferences {
      try require("diagnosis.standard.scaleDifferences", differences.count)
      for (row, entries) in differences.enumerated() {
        try require("diagnosis.standard.scaleDifferences[\(row)]", entries.count)
      }
    }
    let levels = diagnosis.levels
    try require("diagnosis.levels.parts.authority", [levels?.parts?.authority].compactMap { $0 })
    for (index, lever) in (levels?.levers ?? []).enumerated() {
      let place = "diagnosis.levels.levers[\(index)]"
      try require("\(place).authority", [lever.authority])
      let answers = [lever.best, lever.atHighest] + [lever.optimistic, lever.pessimistic].compactMap { $0 }
      for answer in answers {
        try require("\(place).actions", answer.actions.count)
        try require("\(place).change", answer.change.count)
      }
    }
    for (index, view) in (levels?.views ?? []).enumerated() {
      let place = "diagnosis.levels.views[\(index)]"
      try require("\(place).authority", [view.authority])
      try require("\(place).weights", view.weights.count)
    }
  }
}
