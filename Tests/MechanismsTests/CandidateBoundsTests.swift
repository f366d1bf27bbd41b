import CollectiveAction
import Foundation
import Mathematics
import Testing

@testable import Mechanisms

@Suite struct CandidateBoundsTests {
  /// Every coalition worked out in full: the best admitted one, the earliest in the order of equals.
  private static func byAll(
    _ mechanism: Mechanism, _ table: DilemmaTable, _ circumstances: Circumstances
  ) -> Prospect? {
    let game = TransformedGame(mechanism, table, circumstances)
    let order = table.rows.indices.sorted {
      let (left, right) = (table.rows[$0], table.rows[$1])
      return game.isImposed
        ? (-left.regionGain, left.coalition) < (-right.regionGain, right.coalition)
        : (-left.memberGain, left.coalition) < (-right.memberGain, right.coalition)
    }
    var best: (value: Double, prospect: Prospect)?
    for index in order {
      let row = table.rows[index]
      guard mechanism.scopeRule.admits(row.coalition.count, of: table.players.count) else { continue }
      guard game.isImposed || game.bound.isSubset(of: row.coalition) else { continue }
      let figures = game.figures(ofRow: index)
      // Nobody agrees on what brings nothing before success and cost are counted, unless bound to.
      if game.bound.isEmpty && row.memberGain + mechanism.upperLevel.grant(detection: 1) * row.stake <= 0 { continue }
      guard figures.isAccepted, figures.value > best?.value ?? -.infinity else { continue }
      best = (figures.value, game.expectation(ofRow: index))
    }
    return best?.prospect
  }

  /// A mechanism with levers, providers, fines and a mandate drawn; about every second is left as it is.
  private static func changed(
    _ standard: Mechanism, players: [String], using chance: inout RandomStream
  ) throws -> Mechanism {
    var mechanism = standard
    for parameter in MechanismParameter.allCases where parameter != .participationImposed {
      guard chance.uniform() < 0.25 else { continue }
      let range = parameter.range
      // Mostly small, sometimes the most that is allowed.
      let part = chance.uniform() < 0.15 ? 1 : chance.uniform() * chance.uniform()
      let value = range.lowerBound + (min(range.upperBound, 5) - range.lowerBound) * part
      // Rules that contradict one another are none.
      if let next = try? mechanism.with(parameter, value) { mechanism = next }
    }
    if chance.uniform() < 0.3 {
      mechanism = mechanism.sanctioned(
        by: try SanctionSchedule(fines: [0.2, 0.7, 2], forgivenAfterYears: chance.uniform() < 0.5 ? 3 : nil))
    }
    if chance.uniform() < 0.25, let next = try? mechanism.mandating([players[Int(chance.uniform() * 2)]]) {
      mechanism = next
    }
    return mechanism
  }

  private static func drawn(players: Int, seed: UInt64, using chance: inout RandomStream) throws -> Circumstances {
    var circumstances = Circumstances()
    for parameter in CircumstanceParameter.allCases {
      let high = min(parameter.range.upperBound, max(2 * parameter.standard, 0.3))
      let low = parameter.range.lowerBound
      circumstances = try circumstances.with(parameter, low + (high - low) * chance.uniform())
    }
    if seed.isMultiple(of: 5) {
      circumstances = try circumstances.with(bargainingWeights: (0..<players).map { _ in 0.2 + chance.uniform() })
    }
    if seed.isMultiple(of: 7) {
      circumstances = try circumstances.with(autonomySensitivities: (0..<players).map { _ in chance.uniform() / 3 })
    }
    if seed % 4 == 1 {
      let partners = (0..<(players * players)).map { _ in (4 * chance.uniform()).rounded() }
      circumstances = try circumstances.with(
        commonPartners: Matrix(rows: players, columns: players, elements: partners))
    }
    if seed % 6 == 5 { circumstances = try circumstances.with(.temptationShock, 0) }
    if seed % 11 == 3 { circumstances = try circumstances.with(.trust, 1) }
    return circumstances
  }

  /// Holds every bound of every coalition within the scope against what the coalition is worth.
  private static func boundsHold(_ mechanism: Mechanism, _ table: DilemmaTable, _ circumstances: Circumstances) {
    let game = TransformedGame(mechanism, table, circumstances)
    let bound = ProspectBound(game)
    let candidates = table.candidates
    let width = CandidateBounds.width
    let known = table.knownDisagreements
    for group in candidates.sizes where mechanism.scopeRule.admits(group.size, of: table.players.count) {
      for place in (group.blocks.lowerBound * width)..<(group.blocks.upperBound * width) {
        let index = candidates.rows[place]
        guard index >= 0 else { continue }
        let figures = game.figures(ofRow: index)
        guard figures.isAccepted, game.isOpen(table.rows[index]) else { continue }
        let (block, lane) = (place / width, place % width)
        #expect(bound.hopes(for: candidates.reaches[block], size: group.size, reaching: figures.value), "\(mechanism)")
        candidates.withShelf { shelf in
          let means = bound.worths(
            in: shelf.blocks, at: block, leastStake: shelf.blocks[block].stake, size: group.size,
            disagreement: known.blocks[block], reaching: -.infinity)
          #expect(means?[lane] ?? -.infinity >= figures.value, "\(mechanism)")
          let members = bound.worth(
            at: place, in: shelf, size: group.size, disagreement: known.blocks[block][lane], reaching: -.infinity,
            trust: game)
          #expect(members >= figures.value, "\(mechanism)")
          let (cover, laneOfBlock) = candidates.coverLanes[block]
          #expect((cover < 0) == group.leading.contains(block))
          guard cover >= 0 else { return }
          let covered = bound.worths(
            in: shelf.covers, at: cover, leastStake: shelf.coverStakes[cover], size: group.size,
            disagreement: known.covers[cover], reaching: -.infinity)
          #expect(covered?[laneOfBlock] ?? -.infinity >= figures.value, "\(mechanism)")
        }
      }
    }
  }

  private static func check(_ dilemma: some Dilemma, seed: UInt64, using chance: inout RandomStream) throws {
    let divisions: FairDivisions = { game in
      let members = 0..<game.playerCount
      let alone = members.map { game[.single($0)] }
      let saving = game.separateWorth - game.jointWorth
      return [
        alone.map { $0 - saving / Double(game.playerCount) },
        alone.enumerated().map { $1 - ($0 == 0 ? saving : 0) },
      ]
    }
    let table = try DilemmaTable(of: dilemma, fairDivisions: seed.isMultiple(of: 2) ? divisions : nil)
    // One of which nobody knows yet how far divisions disagree.
    let unknown = { try DilemmaTable(of: dilemma, fairDivisions: divisions) }
    for _ in 0..<4 {
      let circumstances = try drawn(players: table.players.count, seed: seed, using: &chance)
      for standard in MechanismCatalogue.twelve {
        for mechanism in [standard, try changed(standard, players: table.players, using: &chance)] {
          boundsHold(mechanism, table, circumstances)
          let found = try appraise(
            mechanism, in: seed.isMultiple(of: 8) ? unknown() : table, under: circumstances)
          let all = byAll(mechanism, table, circumstances)
          #expect(found.members == all?.coalition ?? .empty, "\(mechanism)")
          if let all {
            #expect(found.netGains == all.nets, "\(mechanism)")
            #expect(found.success == all.success && found.transfers == all.transfers, "\(mechanism)")
          }
        }
      }
    }
  }

  @Test("finds what looking at every coalition finds, to the last bit", arguments: UInt64(0)..<36)
  func agreesWithAll(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let players = 2 + Int(seed % 5)
    var good = PublicGood(
      price: (0..<players).map { _ in 0.5 + chance.uniform() },
      benefit: (0..<players).map { _ in 0.1 + 0.8 * chance.uniform() })
    good.temptation = seed.isMultiple(of: 3) ? 0.5 * chance.uniform() : 0
    try Self.check(good, seed: seed, using: &chance)
  }

  @Test("finds it where nothing tempts and moving first costs", arguments: UInt64(0)..<24)
  func withoutTemptation(seed: UInt64) throws {
    var chance = RandomStream(seed: seed &+ 1000)
    let players = 3 + Int(seed % 3)
    try Self.check(
      Venture(
        players: players, price: (0..<players).map { _ in 0.5 + chance.uniform() },
        benefit: (0..<players).map { _ in 0.2 + 0.8 * chance.uniform() }),
      seed: seed, using: &chance)
  }

  @Test("finds the earliest of coalitions worth the same", arguments: 3...7)
  func alike(players: Int) throws {
    var chance = RandomStream(seed: UInt64(players))
    try Self.check(PublicGood(players: players, benefit: 0.8), seed: 0, using: &chance)
  }

  @Test("bounds the normal distribution from above, and closely", arguments: -90...90)
  func normal(tenth: Int) {
    let z = Double(tenth) / 10 + 0.0371
    let chance = StandardNormal.cumulative(z)
    let bound = NormalBound.lines.chance(z)
    #expect(bound >= chance && bound <= chance * 1.01 + 1e-14)  // a chord over 1/32 is 0.8 % too high at z = −8
    let risk = NormalBound.tangents.risk(SIMD8(repeating: z))
    #expect(risk[0] <= -log(chance) && risk[7] >= 0 && risk[3] >= -0.7 * log(chance) - 0.06)  // between tangents
  }
}

/// A venture that pays only together: whoever breaks away from those who build loses what it brings, and whoever builds
/// alone has built in vain.
struct Venture: Dilemma {
  let players: [String]
  let price: [Double]
  let benefit: [Double]

  init(players: Int, price: [Double], benefit: [Double]) {
    self.players = (0..<players).map { "p\($0)" }
    (self.price, self.benefit) = (price, benefit)
  }

  /// What each member has of the venture: more than proportionally more, the more there are.
  private func costs(_ actions: [Double]) -> [Double] {
    let builders = actions.reduce(0, +)
    return players.indices.map { actions[$0] * (price[$0] - benefit[$0] * builders * builders / 3) }
  }

  func outcome(agreeing coalition: Coalition) -> Outcome {
    let actions = players.indices.map { coalition.count > 1 && coalition.contains($0) ? 1.0 : 0 }
    return Outcome(actions: actions, costs: costs(actions), isUnique: false)
  }

  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    min(
      outcome.costs[player],
      costOfKeepingAlone(
        player, to: Outcome(actions: players.map { _ in 0 }, costs: [], isUnique: true), while: outcome) ?? 0)
  }

  func costOfKeepingAlone(_ player: Int, to outcome: Outcome, while alone: Outcome) -> Double? {
    var actions = alone.actions
    actions[player] = outcome.actions[player]
    return costs(actions)[player]
  }

  func contributions(in outcome: Outcome) -> [Double] { zip(price, outcome.actions).map(*) }

  func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    do {
      return try CoalitionGame(players: players, kind: .cost) { coalition in
        let outcome = outcome(agreeing: coalition)
        return coalition.reduce(0) { $0 + outcome.costs[$1] }
      }
    } catch {
      throw .invalid("\(error)")
    }
  }

  func stakes(of player: Int) -> [Double] { players.map { _ in 0 } }
}
