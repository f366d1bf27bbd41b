import CollectiveAction

@testable import Mechanisms

extension Question {
  /// What else is asked of every case, in the order of the propositions.
  static let counts: [Question] = [
    .count("P1", "little risk (trust .85, detectability .85, patience .98): embeddedness is best") { drawn in
      try drawn.with(.trust, 0.85).with(.detectability, 0.85).with(.patience, 0.98).best()
        .map { $0.mechanism.authority == .embeddedness }
    },
    .count("P1", "stakes a thousand times as large: the same mechanism is best") { drawn in
      let large = try drawn.changed { $0.money = 1000 }.best()
      return try drawn.best().map { $0.mechanism.id == large?.mechanism.id }
    },
    .count("P2", "embeddedness is best without extra temptation") { try embeddednessIsBest($0, temptation: 0) },
    .count("P2", "embeddedness is best with a temptation of 1.5 more") { try embeddednessIsBest($0, temptation: 1.5) },
    .count("P7", "no extra temptation: all under one imposed authority gain more than under a contract") {
      try gainsMore("collective-imposed", than: "collective-contract", $0, temptation: 0)
    },
    .count("P7", "a temptation of 1.5 more: all under one imposed authority gain more than under a contract") {
      try gainsMore("collective-imposed", than: "collective-contract", $0, temptation: 1.5)
    },
    .needed(
      "P8",
      "temptation 1.5 more: half of what could be gained, with trust .8, not .2, and an evaluation weight of .4, not 0",
      answers: [
        "only with both", "trust is enough", "evaluation is enough", "either", "neither needed", "not with both",
      ]
    ) { drawn, trusting, evaluated in
      try drawn.changed { $0.temptation = 1.5 }.with(.trust, trusting ? 0.8 : 0.2).with(
        MechanismParameter.evaluationWeight, evaluated ? 0.4 : 0)
    },
    .needed(
      "P9", "temptation 1.5 more: half of what could be gained, with all services among members and matching of .4",
      answers: [
        "only with both", "services are enough", "matching is enough", "either", "neither needed", "not with both",
      ]
    ) { drawn, served, matched in
      try drawn.changed { $0.temptation = 1.5 }.withServices(served ? 1 : 0).with(
        MechanismParameter.matching, matched ? 0.4 : 0)
    },
    .together("P10", "what an evaluation weight of .4 adds after 8 agreements, and after none") {
      drawn, experienced, pushed in
      try drawn.with(.priorAgreements, experienced ? 8 : 0)
        .with(MechanismParameter.evaluationWeight, pushed ? 0.4 : 0)
    },
    .together("P10", "what an evaluation weight of .4 adds in the deepening and in the initial stage") {
      drawn, deep, pushed in
      try drawn.changed { $0.circumstances = drawn.circumstances.at(deep ? .deepening : .initial) }
        .with(MechanismParameter.evaluationWeight, pushed ? 0.4 : 0)
    },
    .together("P10", "what a mandate for two adds to a multilateral contract after 8 agreements, and after none") {
      drawn, experienced, mandated in
      try drawn.with(.priorAgreements, experienced ? 8 : 0).changed {
        let contract = try drawn.mechanism("multilateral-contract")
        $0.mechanisms = try [mandated ? contract.mandating(["p0", "p1"]) : contract]
      }
    },
    .count("P11", "5 members, not 3: a contract of all is coordinated more often") { drawn in
      try coordination(drawn, members: 5) > coordination(drawn, members: 3)
    },
    .count("P11", "5 members, not 3: pairs side by side have a larger part of what could be gained") { drawn in
      try partInPairs(drawn, members: 5) > partInPairs(drawn, members: 3)
    },
    .count("P11", "benefits unequal by ±.8: a contract of all is broken more often") { drawn in
      try kept(drawn, spread: 0.8) < kept(drawn, spread: 0)
    },
    .count("P12", "all in a joint body gain as much, before costs, as all under a contract") { drawn in
      let table = try drawn.table()
      let (body, contract) = (try drawn.mechanism("collective-delegated"), try drawn.mechanism("collective-contract"))
      return try appraise(body, in: table, under: drawn.circumstances).gainIfKept
        >= appraise(contract, in: table, under: drawn.circumstances).gainIfKept
    },
    .count("P13", "detectability .85 to .05: the best gain rises first and falls then") { drawn in
      let nets = try (0...4).map {
        try drawn.with(.detectability, 0.85 - 0.2 * Double($0)).best()?.expectedNetGain ?? 0
      }
      guard let top = nets.max(), top > 0 else { return nil }
      return nets[0] < top - 1e-9 * top && nets[4] < top - 1e-9 * top
    },
    .count("P15", "contract of all: a fine of 1 leaves more, outlay counted, than a reward of 1 for keeping") { drawn in
      let table = try drawn.table()
      let bare = try drawn.mechanism("collective-contract").with(.fine, 0)
      func net(_ lever: MechanismParameter) throws -> Double {
        let appraisal = try appraise(bare.with(lever, 1), in: table, under: drawn.circumstances)
        return appraisal.expectedNetGainLessOutlay
      }
      return try net(.fine) > net(.keepingReward)
    },
    .count("P16", "breaking pays whatever others do; watched and fined, keeping pays if others keep, not if they break")
    {
      drawn in
      let table = try drawn.table()
      let row = table.rows[table.everyone]
      func deal(detection: Double, fine: Double) -> SelfEnforcement {
        SelfEnforcement(
          temptation: row.temptations[0], loss: row.gains[0], detection: detection, fine: fine * row.contributions[0],
          firstMoverLoss: row.firstMoverLosses[0])
      }
      let contract = try drawn.mechanism("collective-contract")
      let seen = try appraise(contract, in: table, under: drawn.circumstances).detection
      let (bare, ruled) = (deal(detection: 0, fine: 0), deal(detection: seen, fine: contract[.fine]))
      let belief = ruled.neededBelief(future: drawn.circumstances.future)
      return bare.slack(future: 0) < 0 && ruled.slack(future: drawn.circumstances.future) >= 0 && belief > 0
        && belief < 1
    },
    .count("P16", "3, 4 and 5 members: a contract of all succeeds least at 4") { drawn in
      let chances = try (3...5).map { try chance(drawn, members: $0) }
      return chances[1] < min(chances[0], chances[2]) - 1e-9
    },
    .count("P17", "a multilateral contract leaves somebody out who gains by it") { drawn in
      let contract = try drawn.mechanism("multilateral-contract")
      let appraisal = try appraise(contract, in: drawn.table(), under: drawn.circumstances)
      return appraisal.isFormed ? appraisal.outsidersGain > 0 : nil
    },
    .count("P18", "members alike: side payments add a hundredth of what could be gained, or more") {
      try sidePaymentsMatter($0, spread: 0)
    },
    .count("P18", "benefits unequal by ±.8: side payments add a hundredth of what could be gained, or more") {
      try sidePaymentsMatter($0, spread: 0.8)
    },
    .count("P20", "contract of all: with eight times the weight of each other a member has less than with equal weight")
    {
      drawn in
      let table = try drawn.table()
      let contract = try drawn.mechanism("collective-contract")
      func net(_ weight: Double) throws -> Double {
        let weights = [weight] + [Double](repeating: 1, count: drawn.members - 1)
        let there = try drawn.circumstances.with(bargainingWeights: weights)
        return try appraise(contract, in: table, under: there).netGains[0]
      }
      let equal = try net(1)
      guard equal > 0 else { return nil }
      return try net(8) < equal
    },
  ]

  private static func embeddednessIsBest(_ drawn: RandomCase, temptation: Double) throws -> Bool? {
    try drawn.changed { $0.temptation = temptation }.best().map { $0.mechanism.authority == .embeddedness }
  }

  private static func gainsMore(
    _ one: String, than other: String, _ drawn: RandomCase, temptation: Double
  ) throws -> Bool {
    let there = drawn.changed { $0.temptation = temptation }
    let table = try there.table()
    func net(_ id: String) throws -> Double {
      try appraise(there.mechanism(id), in: table, under: there.circumstances).prospectiveNetGain
    }
    return try net(one) > net(other)
  }

  private static func allUnderContract(_ drawn: RandomCase) throws -> Appraisal {
    try appraise(drawn.mechanism("collective-contract"), in: drawn.table(), under: drawn.circumstances)
  }

  private static func kept(_ drawn: RandomCase, spread: Double) throws -> Double {
    try allUnderContract(drawn.changed { $0.spread = spread }).success.defection
  }

  private static func coordination(_ drawn: RandomCase, members: Int) throws -> Double {
    try allUnderContract(drawn.changed { $0.members = members }).success.coordination
  }

  private static func chance(_ drawn: RandomCase, members: Int) throws -> Double {
    try allUnderContract(drawn.changed { $0.members = members }).success.all
  }

  private static func partInPairs(_ drawn: RandomCase, members: Int) throws -> Double {
    let there = drawn.changed { $0.members = members }
    let table = try there.table()
    let pairs = try sideBySide(there.mechanism("bilateral-contract"), in: table, under: there.circumstances)
    return pairs.expectedNetGain / RandomCase.promise(of: table)
  }

  private static func sidePaymentsMatter(_ drawn: RandomCase, spread: Double) throws -> Bool {
    let there = drawn.changed { $0.spread = spread }
    let table = try there.table()
    func net(_ share: Double) throws -> Double {
      let contract = try there.mechanism("multilateral-contract").with(.transfers, share)
      return try appraise(contract, in: table, under: there.circumstances).expectedNetGain
    }
    return try net(1) - net(0) >= 0.01 * RandomCase.promise(of: table)
  }
}
