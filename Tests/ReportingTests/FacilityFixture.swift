@testable import Studies

/// Six groups of towns in southern Sweden that may build one water supply: the costs and the divisions of Young,
/// Okada & Hashimoto (1982); the figures of the forms are made up for these tests.
func facilityFindings() -> Findings {
  let ids = ["A", "H", "K", "L", "M", "T"]
  let names = ["Ängelholm", "Helsingborg", "Kävlinge", "Lund", "Malmö", "Trelleborg"]
  let namesInChinese = ["恩厄尔霍尔姆", "赫尔辛堡", "谢夫灵厄", "隆德", "马尔默", "特雷勒堡"]
  let places = [(12.86, 56.24), (12.69, 56.05), (13.11, 55.79), (13.19, 55.70), (13.00, 55.60), (13.16, 55.38)]
  let alone = [21.95, 17.08, 10.91, 15.88, 20.81, 21.98]
  let nucleolus = [20.350, 12.057, 4.997, 8.607, 18.320, 19.490]
  var parties = ids.indices.map { index in
    PartyFinding(
      id: ids[index], name: ["en": names[index], "zh": namesInChinese[index]], kind: "government",
      tier: "municipality", parent: "skane", longitude: places[index].0, latitude: places[index].1, isPlayer: true,
      rings: [])
  }
  parties.append(
    PartyFinding(
      id: "skane", name: ["en": "Skåne County", "zh": "斯科讷省"], kind: "authority", tier: "province", parent: nil,
      longitude: nil, latitude: nil, isPlayer: false, rings: []))
  let ties = [
    TieFinding(from: "H", to: "L", kind: "agreement", resource: nil, weight: 1),
    TieFinding(from: "H", to: "A", kind: "membership", resource: nil, weight: 1),
    TieFinding(from: "L", to: "M", kind: "agreement", resource: nil, weight: 1),
    TieFinding(from: "M", to: "T", kind: "exchange", resource: "water", weight: 0.4),
    TieFinding(from: "K", to: "L", kind: "informal", resource: nil, weight: 1),
  ]
  return Findings(
    caseID: "skane-water", title: ["en": "Water for south-west Skåne", "zh": "斯科讷西南部供水"],
    summary: [
      "en": "Six groups of municipalities may each build a water supply of their own or share one.",
      "zh": "六组市镇可以各自建设供水设施，也可以共建共享。",
    ], money: MoneyFinding(currency: "SEK", scale: "million", priceYear: 1978, period: "total"), seed: 7,
    problem: ProblemFinding(
      id: "supply", family: "jointFacility", title: ["en": "A joint water supply", "zh": "联合供水"],
      field: ["en": "water supply", "zh": "供水"], territory: ["en": "south-west Skåne", "zh": "斯科讷西南部"],
      urgency: 0.6,
      positions: [
        PositionFinding(
          party: "K", demand: ["en": "a share that reflects its size", "zh": "按规模分摊"],
          concern: ["en": "paying for Malmö’s pipes", "zh": "为马尔默的管道买单"], actionCost: 1.2, urgency: 0.4)
      ]), parties: parties, players: ids, ties: ties,
    institutions: [
      InstitutionFinding(
        id: "sydvatten", kind: "jointBody", name: ["en": "Water company of the region", "zh": "区域供水公司"],
        members: ["H", "L", "M"], since: "1966")
    ],
    goals: [
      GoalFinding(
        id: "supply", title: ["en": "Drinking water for all towns", "zh": "全部市镇的饮用水"], baseline: 43.1,
        target: 60, unit: "million m³ a year", date: "2000")
    ],
    diagnosis: DiagnosisFindings(
      costAlone: 108.61, costTogether: 83.82, gap: 24.79, priceOfAnarchy: 108.61 / 83.82,
      players: ids.indices.map {
        PlayerDiagnosis(
          player: ids[$0], actionAlone: 0, actionTogether: 1, costAlone: alone[$0], costTogether: nucleolus[$0],
          freeRidingIncentive: 0)
      }, losersWithoutTransfers: nil, transfers: nil, isCoreEmpty: false, leastCore: -1.6,
      stableWithoutTransfers: nil, stableWithTransfers: nil, isEquilibriumUnique: true,
      dependence: ids.indices.map { row in
        ids.indices.map { column in row == column ? 0 : Double((row * 7 + column * 5) % 9) / 40 }
      },
      pairs: [
        PairDependence(first: "H", second: "L", mutual: 0.41, imbalance: 0.07),
        PairDependence(first: "K", second: "L", mutual: 0.33, imbalance: 0.19),
        PairDependence(first: "M", second: "T", mutual: 0.21, imbalance: 0.02),
      ], flows: nil, mainRisk: .division,
      familyNumbers: [NamedNumber(name: "separableCosts", value: 43.79), NamedNumber(name: "someNewFigure", value: 2)]),
    mechanisms: fixtureMechanisms(players: ids, gross: 24.79, best: "multilateral-contract"),
    sharing: SharingFindings(
      kind: "cost", convention: "table", standAlone: alone, jointCost: 83.82,
      rules: [
        RuleFinding(
          rule: "shapley", indicator: nil, shares: [20.011, 10.708, 6.607, 10.373, 16.946, 19.175], undefined: nil,
          violationCount: 1,
          violations: [ViolationFinding(members: ["H", "K", "L"], pays: 27.688, alone: 27.26, excess: 0.428)]),
        RuleFinding(
          rule: "nucleolus", indicator: nil, shares: nucleolus, undefined: nil, violationCount: 0, violations: []),
        RuleFinding(
          rule: "scrb", indicator: nil, shares: [19.541, 13.285, 5.614, 10.904, 16.653, 17.823], undefined: nil,
          violationCount: 3,
          violations: [
            ViolationFinding(members: ["H", "K", "L"], pays: 29.803, alone: 27.26, excess: 2.543),
            ViolationFinding(members: ["A", "H", "L"], pays: 43.73, alone: 43.22, excess: 0.51),
            ViolationFinding(members: ["A", "H", "K", "L"], pays: 49.344, alone: 48.95, excess: 0.394),
          ]),
        RuleFinding(
          rule: "perCapitaNucleolus", indicator: nil, shares: [20.029, 12.519, 3.943, 9.069, 18.544, 19.716],
          undefined: nil, violationCount: 0, violations: []),
        RuleFinding(
          rule: "proportional", indicator: "population", shares: [10.121, 20.992, 3.191, 8.216, 34.209, 7.091],
          undefined: nil, violationCount: 1,
          violations: [ViolationFinding(members: ["M"], pays: 34.209, alone: 20.81, excess: 13.399)]),
        RuleFinding(
          rule: "gately", indicator: nil, shares: nil, undefined: "no saving is left to divide", violationCount: 0,
          violations: []),
      ], proposed: "nucleolus",
      coreInterval: alone.indices.map { [nucleolus[$0] - 1.5, min(alone[$0], nucleolus[$0] + 2.2)] },
      certificate: CertificateFinding(
        isCertified: true, levels: [-1.6, -2.2067, -2.49],
        exactShares: ["407/20", "12057/1000", "4997/1000", "8607/1000", "458/25", "1949/100"], within: 0),
      properties: [
        RulePropertiesFinding(
          rule: "nucleolus",
          properties: [
            PropertyFinding(property: "coreSelection", verdict: .holds),
            PropertyFinding(
              property: "jointWorthMonotonicity", verdict: .fails, witnesses: ["K"], amount: 0.41, change: "jointWorth"),
            PropertyFinding(property: "dummyPlayer", verdict: .notApplicable, reason: "noDummyPlayer"),
          ]), RulePropertiesFinding(rule: "gately", properties: []),
      ],
      jointCostCurve: JointCostCurveFinding(
        jointCosts: [83.82, 90, 108.61],
        rules: [
          RuleCurveFinding(
            rule: "nucleolus",
            shares: [nucleolus, nucleolus.enumerated().map { $1 + ($0 == 2 ? -0.41 : 1.318) }, alone],
            falls: ["K": 0.41]),
          RuleCurveFinding(rule: "shapley", shares: [nucleolus, nil, alone], falls: [:]),
        ]),
      explanation: ExplanationFinding(
        rule: "nucleolus",
        players: ids.indices.map { index in
          PlayerExplanation(
            player: ids[index], share: nucleolus[index], alone: alone[index], addedLast: nucleolus[index] / 2,
            addedOnAverage: nucleolus[index], addedByPosition: [alone[index]],
            bestAlternative: OfferFinding(
              members: [ids[index]], pays: nucleolus[index], alone: alone[index], gainsByStaying: 1.6),
            ifItLeaves: DepartureFinding(alone: alone[index], change: 1.6, othersBefore: 60, othersAfter: 66.5))
        }, closestCoalitions: [], bindingCoalitions: []),
      widestDisagreement: 17.556, widestDisagreementPlayer: "M"),
    hinges: HingeFindings(inputs: []),
    inputs: [
      InputFinding(
        name: "problems.supply.jointFacility.costs", count: 63, unit: "million SEK", status: "published",
        source: "young-1982", remark: nil, low: 10.91, high: 83.82, isUncertain: false),
      InputFinding(
        name: "conditions.trust", count: 1, unit: nil, status: "assumed", source: nil, remark: "no survey",
        low: 0.5, high: 0.5, isUncertain: false),
    ],
    sources: [
      SourceFinding(
        key: "young-1982",
        citation: "Young, Okada & Hashimoto (1982). Cost allocation in water resources development.",
        url: "https://doi.org/10.1029/WR018i003p00463", licence: nil, note: nil)
    ], warnings: ["case.yaml:31:5: warning: c(A+H+L) + c(M+T) is below c(A+H+L+M+T)"])
}

/// The twelve forms with figures that vary as they would in a study: gain, chances, costs by scope and authority.
func fixtureMechanisms(players: [String], gross: Double, best: String) -> MechanismFindings {
  var forms: [MechanismFinding] = []
  for (s, scope) in ["bilateral", "multilateral", "collective"].enumerated() {
    for (a, authority) in ["embeddedness", "contract", "delegated", "imposed"].enumerated() {
      let reach = [0.42, 1.0, 1.0][s] * [1.0, 1.0, 0.94, 0.75][a]
      let coordination = [0.62, 0.81, 0.9, 1.0][a] - 0.05 * Double(s)
      let division = [0.7, 0.86, 0.93, 1.0][a]
      let safety = [0.55, 0.9, 0.96, 0.995][a]
      let unit = gross / 100 * (1 + Double(s)) * (1 + Double(players.count) / 12)
      let cost = TransactionCostFinding(
        search: unit * 0.4, bargaining: unit * [1.6, 1.3, 0.9, 0.2][a], monitoring: unit * [0.3, 0.5, 0.8, 0.9][a],
        enforcement: unit * [0, 0.2, 0.5, 1.1][a], agency: unit * [0, 0, 0.7, 0.9][a],
        total: unit
          * ([1.6, 1.3, 0.9, 0.2][a] + [0.3, 0.5, 0.8, 0.9][a] + [0, 0.2, 0.5, 1.1][a]
            + [0, 0, 0.7, 0.9][a] + 0.4),
        links: Double(players.count * (s + 1)))
      let autonomy = gross * [0, 0.02, 0.12, 0.4][a] * (s == 2 ? 1.5 : 1)
      let gain = gross * reach
      let net = gain * coordination * division * safety - cost.total - autonomy
      let members = s == 0 ? Array(players.prefix(2)) : players
      forms.append(
        MechanismFinding(
          id: "\(scope)-\(authority)", name: nil, scope: scope, authority: authority, isFormed: true, members: members,
          grossGain: gain, coordination: coordination, division: division, defectionSafety: safety,
          transactionCost: cost, autonomyCost: autonomy, netGain: net,
          netGainByPlayer: players.indices.map {
            net * Double($0 + 1) / Double(players.count * (players.count + 1) / 2)
          },
          transfers: players.indices.map { (Double($0) - Double(players.count - 1) / 2) * gross / 50 },
          everyMemberGains: net > 0))
    }
  }
  forms.sort { ($1.netGain, $0.id) < ($0.netGain, $1.id) }
  return MechanismFindings(
    ranking: forms, recommended: best,
    reasons: [
      ReasonFinding(
        code: "highestNet", subjects: [best, forms[1].id],
        figures: [NamedNumber(name: "margin", value: forms[0].netGain - forms[1].netGain)]),
      ReasonFinding(
        code: "runnerUpLosesOn", subjects: [forms[1].id, "coordination"],
        figures: [NamedNumber(name: "amount", value: (forms[0].netGain - forms[1].netGain) / 2)]),
      ReasonFinding(
        code: "rejected", subjects: ["collective-imposed", players[0]],
        figures: [NamedNumber(name: "amount", value: forms[11].autonomyCost)]),
      ReasonFinding(code: "brandNewReason", subjects: [players[0]], figures: [NamedNumber(name: "oddity", value: 1.5)]),
    ], paretoFront: [forms[0].id, forms[1].id],
    conditions: [
      ConditionFinding(name: "trust", value: 0.5, isDefault: true, status: "assumed", source: nil),
      ConditionFinding(name: "patience", value: 0.9, isDefault: false, status: "estimated", source: "survey"),
      ConditionFinding(name: "detectability", value: 0.45, isDefault: true, status: "assumed", source: nil),
    ],
    levers: [
      LeverFinding(
        name: "thirdPartyMonitor", from: 0, to: 0.6, recommended: "multilateral-embeddedness",
        netGain: forms[0].netGain * 1.12, netGainBefore: forms[0].netGain),
      LeverFinding(
        name: "moreTrust", from: 0.5, to: 0.7, recommended: best, netGain: forms[0].netGain * 1.05,
        netGainBefore: forms[0].netGain),
      LeverFinding(
        name: "longerHorizon", from: 0.9, to: 0.95, recommended: best, netGain: forms[0].netGain * 1.01,
        netGainBefore: forms[0].netGain),
    ])
}
