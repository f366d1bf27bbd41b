@testable import Studies

/// Numbers by count, the same on every machine.
struct FixtureChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }
}

/// Names of one case: plain ones, long ones, or such as try to break out of a page.
private func names(_ count: Int, _ seed: UInt64, isHostile: Bool) -> [[String: String]] {
  (0..<count).map { number in
    let salt = seed &* 131 &+ UInt64(number)
    if isHostile { return ["en": "\(number) " + hostileName(salt), "zh": "\(number) " + hostileName(salt + 7)] }
    let long = number % 3 == 0 ? "The municipality of Long Name number \(number)" : "Party \(number)"
    return ["en": long, "zh": "第\(number)方"]
  }
}

/// A conflict with two to four makers of one or two options each, all moves open to their makers.
func conflictFindings(_ seed: UInt64, isHostile: Bool = false) -> ConflictFindings {
  var chance = FixtureChance(seed: seed)
  let count = 2 + Int(seed % 3)
  let labels = names(count * 3, seed, isHostile: isHostile)
  let widths = (0..<count).map { _ in 1 + chance.below(2) }
  let bits = min(5, widths.reduce(0, +))
  let stateCount = 1 << bits
  let stateNames = (0..<stateCount).map { isHostile ? "\($0)" + hostileName(seed &+ UInt64($0)) : "s\($0 + 1)" }
  var first = 0
  var masks: [Int] = []
  for width in widths {
    masks.append(((1 << width) - 1) << first & (stateCount - 1))
    first += width
  }
  let makers = (0..<count).map { number -> ConflictFindings.Maker in
    var classes: [[String]] = [[], [], []]
    for name in stateNames { classes[chance.below(3)].append(name) }
    return ConflictFindings.Maker(
      name: "m\(number)", label: labels[number],
      options: (0..<widths[number]).map { .init(name: "o\($0)", label: labels[count + number + $0]) },
      ranking: classes.filter { !$0.isEmpty })
  }
  let concepts = ["Nash", "GMR", "SMR", "SEQ", "SSEQ"].map { concept -> ConflictFindings.Concept in
    let stable = (0..<count).map { _ in stateNames.filter { _ in chance.below(4) > 0 } }
    return ConflictFindings.Concept(
      concept: concept, equilibria: stateNames.filter { name in stable.allSatisfy { $0.contains(name) } },
      stable: stable)
  }
  let drawn = Array(stateNames.prefix(24))
  var moves: [ConflictFindings.Move] = []
  for (maker, mask) in masks.enumerated() {
    for from in drawn.indices {
      for to in drawn.indices where from != to && (from ^ to) & ~mask == 0 && (from ^ to) != 0 {
        moves.append(.init(maker: "m\(maker)", from: drawn[from], to: drawn[to]))
      }
    }
  }
  let width = widths.reduce(0, +)
  return ConflictFindings(
    title: labels[0], makers: makers,
    states: stateNames.enumerated().map { number, name in
      .init(
        name: name, options: String((0..<width).map { $0 < bits && number >> $0 & 1 == 1 ? "Y" : "N" } as [Character]))
    }, sanctions: "legalSequences", concepts: concepts, statusQuo: stateNames[0], firstMoves: [],
    wanted: [stateNames[stateCount - 1]], drawn: drawn, moves: moves)
}

/// A decision with up to 16 parties and 14 issues, some without a stake and some without a majority.
func decisionFindings(_ seed: UInt64, isHostile: Bool = false) -> DecisionFindings {
  var chance = FixtureChance(seed: seed)
  let (partyCount, issueCount) = (2 + Int(seed % 15), 1 + Int(seed % 14))
  let labels = names(partyCount + issueCount, seed, isHostile: isHostile)
  let parties = (0..<partyCount).map { number -> DecisionFindings.Party in
    let positions = (0..<issueCount).map { _ in chance.below(9) == 0 ? nil : Double(chance.below(5) * 25) }
    return DecisionFindings.Party(
      name: "p\(number)", label: labels[number], capability: Double(1 + chance.below(10)) / 10, positions: positions,
      saliences: positions.map { $0 == nil ? nil : Double(chance.below(11)) / 10 },
      exchangeGain: Double(chance.below(100)) - 50)
  }
  let issues = (0..<issueCount).map { number -> DecisionFindings.Issue in
    let mean = Double(chance.below(1000)) / 10
    return DecisionFindings.Issue(
      name: "i\(number)", label: labels[partyCount + number], low: 0, high: 100, compromise: mean,
      influence: Array(repeating: 1 / Double(partyCount), count: partyCount),
      majority: chance.below(3) == 0 ? nil : Double(chance.below(5) * 25), unbeaten: chance.below(2) == 0 ? [] : [50],
      afterExchange: Double(chance.below(1000)) / 10, afterChallenges: mean, compromiseLow: max(0, mean - 3),
      compromiseHigh: min(100, mean + 2), hinge: .init(party: "p0", figure: "capability"))
  }
  let exchanges = (0..<chance.below(80)).map { number -> DecisionFindings.Exchange in
    DecisionFindings.Exchange(
      first: .init(party: "p0", issue: "i0", from: 0, to: Double(chance.below(100))),
      second: .init(party: "p1", issue: "i\(issueCount - 1)", from: 100, to: Double(chance.below(100))),
      gain: Double(chance.below(900)) / 100,
      losers: chance.below(2) == 0
        ? [] : [NamedNumber(name: "p\(partyCount - 1)", value: 2.5), NamedNumber(name: "p0", value: 1e-14)])
  }
  return DecisionFindings(
    title: labels[0], issues: issues, parties: parties, exchanges: exchanges, opposedPairs: 3, rounds: 1,
    challengesAreJoint: true)
}

/// A negotiation of two to eight parties with deals, landings and offers; every fifth without a zone.
func negotiationFindings(_ seed: UInt64, isHostile: Bool = false) -> NegotiationFindings {
  var chance = FixtureChance(seed: seed)
  let (partyCount, issueCount) = (2 + Int(seed % 7), 1 + Int(seed % 4))
  let labels = names(partyCount + issueCount, seed, isHostile: isHostile)
  let isBlocked = seed % 5 == 4
  func deal() -> NegotiationFindings.Deal {
    .init(
      options: (0..<issueCount).map { _ in chance.below(3) },
      worths: (0..<partyCount).map { _ in (isBlocked ? 0 : 20) + Double(chance.below(isBlocked ? 20 : 80)) })
  }
  let fair = isBlocked ? [] : [deal(), deal()]
  let protocols = ["alternatingOffers", "monotonicConcession", "singleText", "simultaneousBids", "votedProposals"]
  let landings = protocols.prefix(Int(seed % 6)).enumerated().map { number, name -> NegotiationFindings.Landing in
    let landed = isBlocked || number == 1 ? nil : number == 0 ? fair[0] : deal()
    let rounds = 1 + chance.below(120)
    return NegotiationFindings.Landing(
      negotiationProtocol: name, deal: landed, rounds: rounds, ending: landed == nil ? "deadline" : "agreement",
      concessions: name == "singleText"
        ? []
        : (0..<partyCount).map { party in
          (0..<rounds).map { round in
            round % partyCount == party || number > 0 ? 100 - 60 * Double(round) / Double(rounds) : nil
          }
        }, leftOnTable: landed == nil ? nil : 0.1, improvement: landed == nil || number == 0 ? nil : deal())
  }
  return NegotiationFindings(
    title: labels[0],
    issues: (0..<issueCount).map { number in
      .init(
        name: "i\(number)", label: labels[partyCount + number],
        options: (0..<3).map { .init(name: "o\($0)", label: ["en": isHostile ? hostileName(seed) : "Option \($0)"]) },
        unit: [:])
    },
    parties: (0..<partyCount).map { number in
      .init(
        name: "p\(number)", label: labels[number], reservation: 20,
        reservationRange: number == 1 && seed % 3 == 0 ? [5, 35] : nil, best: 100, ideal: isBlocked ? nil : 100,
        strategy: ["boulware", "micro", "ownPlan"][number % 3])
    }, outcomeCount: 243, frontier: isBlocked ? [] : (0..<Int(seed * 7 % 60)).map { _ in deal() }, frontierCount: 60,
    obstacle: isBlocked
      ? .init(
        nearest: deal(), shortfalls: (0..<partyCount).map { Double($0) },
        alone: [NamedNumber(name: "p0", value: 3)]) : nil,
    solutions: isBlocked
      ? [] : [.init(rule: "nash", deals: [fair[0]]), .init(rule: "egalitarian", deals: fair)], landings: landings,
    bilateral: partyCount < 3
      ? nil
      : .init(
        talks: (0..<issueCount).map { issue in
          .init(
            parties: ["p\(issue % 2)", "p2"], issues: [issue], options: issue == 1 ? nil : [chance.below(3)], rounds: 9,
            ending: issue == 1 ? "deadline" : "agreement")
        }, statusQuo: deal(), outcome: deal(), harmed: seed % 3 == 0 ? [] : ["p1"],
        oneTable: isBlocked ? nil : fair[0]),
    series: seed % 2 == 0
      ? nil
      : .init(
        runs: 50, seed: seed, zoneRate: seed % 3 == 0 ? 0.7 : nil, agreementRate: 0.5,
        meanWorths: Array(repeating: 40, count: partyCount),
        standardErrors: Array(repeating: 1.5, count: partyCount)))
}
