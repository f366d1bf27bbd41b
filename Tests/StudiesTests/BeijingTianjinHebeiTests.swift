import CollectiveAction
import Mathematics
import RegionalCases
import Testing

@testable import Studies

/// The air of Beijing, Tianjin and Hebei from its files to its findings.
@Suite struct BeijingTianjinHebeiTests {
  static let studied = Result { try StudiedCases.findings(of: "beijing-tianjin-hebei", draws: 0) }

  private func game() throws -> SpilloverGame {
    let regionalCase = try StudiedCases.example("beijing-tianjin-hebei")
    let dilemma = try FormulatedProblem(regionalCase.problems[0], of: regionalCase).dilemma()
    return try #require(dilemma as? SpilloverGame)
  }

  @Test("states what reaches whom as share × level ÷ baseline, emitters in rows")
  func transport() throws {
    let game = try game()
    let beijing = try #require(game.players.firstIndex(of: "beijing"))
    let tianjin = try #require(game.players.firstIndex(of: "tianjin"))
    let langfang = try #require(game.players.firstIndex(of: "langfang"))
    #expect(game.players.count == 13)
    // 1e-12: two products of doubles. From transport.csv, row the receptor, and the level in cities.csv.
    #expect(abs(game.transport[tianjin, beijing] - 0.0486 * 77.8) < 1e-12)
    #expect(abs(game.transport[beijing, langfang] - 0.3242 * 82.3) < 1e-12)
    #expect(abs(game.transport[langfang, beijing] - 0.0791 * 77.8) < 1e-12)
    #expect(game.limit[beijing] == 0.75)
    #expect(game.background[beijing] == 12.48)
  }

  @Test("shows as flows the transport times the baseline")
  func flows() throws {
    let game = try game()
    let flows = try #require(try Self.studied.get().diagnosis.flows)
    for emitter in game.players.indices {
      for receptor in game.players.indices {
        #expect(flows[emitter][receptor] == game.transport[emitter, receptor] * game.baseline[emitter])
      }
    }
  }

  @Test("all together pay what the optimum costs, and more when each acts alone")
  func optimum() throws {
    let findings = try Self.studied.get()
    let diagnosis = findings.diagnosis
    #expect(findings.players.count == 13)
    #expect(findings.sharing.convention == "gamma")
    // 1e-9: a sum over thirteen equilibria costs of some hundred.
    #expect(abs(findings.sharing.jointCost - diagnosis.costTogether) < 1e-9)
    #expect(try #require(diagnosis.priceOfAnarchy) >= 1)
    #expect(abs(diagnosis.gap - (diagnosis.costAlone - diagnosis.costTogether)) < 1e-9)
    let transfers = try #require(diagnosis.transfers)
    #expect(transfers.count == 13)
    #expect(abs(transfers.reduce(0, +)) < 1e-9)
    for (player, transfer) in zip(diagnosis.players, transfers) {
      // Paid, everyone is at least as well off as alone (Chander & Tulkens 1995).
      #expect(player.costTogether - transfer <= player.costAlone + 1e-9, "\(player.player)")
    }
  }

  @Test("no voluntary form that comes about leaves a member worse off")
  func membersGain() throws {
    let findings = try Self.studied.get()
    #expect(findings.mechanisms.ranking.count == 12)
    for form in findings.mechanisms.ranking where form.isFormed {
      #expect(form.members.count > 1)
      // 1e-9: half of what they gain is some tenth of a billion; the sum is over thirteen players.
      #expect(abs(form.netGainByPlayer.reduce(0, +) - form.netGain) < 1e-9, "\(form.id)")
      #expect(abs(form.transfers.reduce(0, +)) < 1e-9, "\(form.id)")
      guard form.authority != "imposed" else { continue }
      for (player, gain) in zip(findings.players, form.netGainByPlayer) where form.members.contains(player) {
        #expect(gain >= 0, "\(player) under \(form.id)")
      }
      #expect(form.everyMemberGains)
    }
    for form in findings.mechanisms.ranking where !form.isFormed {
      #expect(form.netGainByPlayer.allSatisfy { $0 == 0 })
      #expect(!form.everyMemberGains)
    }
  }

  @Test("recommends the first form of the ranking, which gains most of all that come about")
  func recommendation() throws {
    let mechanisms = try Self.studied.get().mechanisms
    let formed = mechanisms.ranking.filter(\.isFormed)
    #expect(mechanisms.recommended == mechanisms.ranking.first?.id)
    #expect(mechanisms.recommended == formed.first?.id)
    #expect(formed.map(\.netGain) == formed.map(\.netGain).sorted(by: >))
    for lever in mechanisms.levers { #expect(lever.netGainBefore == formed[0].netGain, "\(lever.name)") }
  }

  @Test("the parts of every transaction cost add up")
  func transactionCosts() throws {
    for form in try Self.studied.get().mechanisms.ranking {
      let cost = form.transactionCost
      let parts = [cost.search, cost.bargaining, cost.monitoring, cost.enforcement, cost.agency]
      #expect(abs(parts.reduce(0, +) - cost.total) < 1e-12, "\(form.id)")  // four additions
      #expect(parts.allSatisfy { $0 >= 0 })
    }
  }

  @Test("nobody depends on itself, and the pairs are ordered by how much they depend on each other")
  func dependence() throws {
    let diagnosis = try Self.studied.get().diagnosis
    for (player, row) in diagnosis.dependence.enumerated() { #expect(row[player] == 0) }
    #expect(diagnosis.pairs.count == 78)
    #expect(diagnosis.pairs.map(\.mutual) == diagnosis.pairs.map(\.mutual).sorted(by: >))
  }

  @Test("draws the territory of all thirteen players")
  func territories() throws {
    for party in try Self.studied.get().parties {
      #expect(party.isPlayer == !party.rings.isEmpty, "\(party.id)")
    }
  }

  @Test("tells of what is counted or worked out that it is derived, and lists no default it did not use")
  func derivedConditions() throws {
    let findings = try Self.studied.get()
    for name in ["heterogeneity", "commonPartners"] {
      let condition = try #require(findings.mechanisms.conditions.first { $0.name == name })
      #expect(condition.status == "derived")
      #expect(!condition.isDefault)
      #expect(!findings.inputs.contains { $0.name == "conditions.\(name)" })
    }
    let closure = try #require(findings.inputs.first { $0.name == "conditions.closure" })
    #expect(closure.status == "assumed")
    #expect(closure.remark == "Coleman (1988) for the sign; size own")
    // Tianjin is tied to Cangzhou and to Tangshan: that pair has one partner in common, of 78 pairs.
    let counted = try #require(findings.mechanisms.conditions.first { $0.name == "commonPartners" })
    #expect(abs(counted.value - 1.0 / 78) < 1e-15)  // one division
  }
}
