@testable import Studies

/// Sixteen cities of the Chengdu–Chongqing area that may each take up three standards in common. The cities and their
/// seats are real; all figures are made up for these tests.
func standardFindings() -> Findings {
  let cities: [(id: String, en: String, zh: String, x: Double, y: Double)] = [
    ("chongqing", "Chongqing", "重庆", 106.55, 29.56), ("chengdu", "Chengdu", "成都", 104.07, 30.57),
    ("zigong", "Zigong", "自贡", 104.78, 29.34), ("luzhou", "Luzhou", "泸州", 105.44, 28.87),
    ("deyang", "Deyang", "德阳", 104.40, 31.13), ("mianyang", "Mianyang", "绵阳", 104.68, 31.47),
    ("suining", "Suining", "遂宁", 105.59, 30.53), ("neijiang", "Neijiang", "内江", 105.06, 29.58),
    ("leshan", "Leshan", "乐山", 103.77, 29.55), ("nanchong", "Nanchong", "南充", 106.11, 30.84),
    ("meishan", "Meishan", "眉山", 103.85, 30.08), ("yibin", "Yibin", "宜宾", 104.64, 28.75),
    ("guangan", "Guang’an", "广安", 106.63, 30.46), ("dazhou", "Dazhou", "达州", 107.47, 31.21),
    ("yaan", "Ya’an", "雅安", 103.04, 29.98), ("ziyang", "Ziyang", "资阳", 104.63, 30.13),
  ]
  let ids = cities.map(\.id)
  let count = ids.count
  let alone = ids.indices.map { $0 < 2 ? 5.4 - Double($0) : 0.6 + 0.05 * Double($0) }
  let together = ids.indices.map { alone[$0] + (ids[$0] == "yaan" || ids[$0] == "ziyang" ? -0.4 : 2.5) }
  func ones(_ who: (Int) -> Bool) -> [Double] { ids.indices.map { who($0) ? 3 : ($0 < 2 ? 1 : 0) } }
  func push(_ paid: [String: Double], least: Double, movers: [String], fewest: Int) -> PushFinding {
    PushFinding(
      subsidies: ids.map { paid[$0] ?? 0 }, total: paid.values.sorted().reduce(0, +), least: least,
      firstMovers: movers, fewestFirstMovers: fewest)
  }
  let items = [
    StandardItemFinding(
      id: "licences", name: ["en": "Business licences valid in every city", "zh": "营业执照互认"], weight: 2,
      holders: ["chongqing", "chengdu"],
      rounds: [["chongqing", "chengdu"], ["deyang", "meishan", "ziyang"], ["leshan"]],
      greatest: Array(ids.prefix(15)), laplacian: ["chongqing", "chengdu", "deyang", "meishan"],
      neededBeliefs: ids.indices.map { $0 < 2 ? 0 : 0.2 + 0.04 * Double($0) },
      push: push(["mianyang": 7.25, "ziyang": 4.75], least: 12, movers: ["mianyang", "suining"], fewest: 2)),
    StandardItemFinding(
      id: "offices", name: ["en": "Service windows", "zh": "政务服务窗口"], weight: 1, holders: [],
      rounds: [[], ["chongqing"]], greatest: ids, laplacian: [], neededBeliefs: ids.map { _ in 0.55 },
      push: push(["yaan": 3.1], least: 2.9, movers: ["yaan", "chengdu", "yibin"], fewest: 2)),
    StandardItemFinding(
      id: "cards", name: ["en": "Social security cards", "zh": "社会保障卡"], weight: 1, holders: ids, rounds: [ids],
      greatest: ids, laplacian: ids, neededBeliefs: ids.map { _ in 0 }, push: nil),
  ]
  var findings = gainFindings(
    family: "commonStandard", caseID: "chengdu-chongqing",
    title: ["en": "Standards in common for Chengdu and Chongqing", "zh": "成渝地区标准共用"],
    parties: cities.map { ($0.id, $0.en, $0.zh, $0.x, $0.y) }, alone: alone, together: together,
    money: MoneyFinding(currency: "CNY", scale: "million", priceYear: 2021, period: "year"))
  findings.diagnosis.mainRisk = .coordination
  findings.diagnosis.verdict = VerdictFinding(
    trap: "mixed", parts: ["assurance", "division"],
    grounds: [
      GroundFinding(measure: "equilibriumCount", value: 3, threshold: 1, holds: true),
      GroundFinding(measure: "gapOfWorstEquilibrium", value: 0.412, threshold: 1e-9, holds: true),
      GroundFinding(measure: "gapOfBestEquilibrium", value: 1e-17, threshold: 1e-9, holds: false),
      GroundFinding(measure: "largestTemptation", value: 0, threshold: 0.01, holds: false),
      GroundFinding(measure: "rankedEquilibria", value: 2, threshold: 0, holds: true),
      GroundFinding(measure: "opposedEquilibria", value: 1, threshold: 0, holds: true),
    ], isComplete: true, waiting: ["mianyang", "suining", "yibin"])
  func equilibrium(_ actions: [Double], _ share: Double, today: Bool = false, best: Bool = false, beaten: Bool = true)
    -> EquilibriumFinding
  {
    EquilibriumFinding(
      actions: actions, costs: ids.indices.map { -(alone[$0] + share * (together[$0] - alone[$0])) }, isToday: today,
      isBest: best, isDominated: beaten)
  }
  findings.diagnosis.equilibria = EquilibriaFinding(
    listed: [
      equilibrium(ones { _ in false }, 0, today: true), equilibrium(ones { $0 % 3 == 1 }, 0.37),
      equilibrium(ones { _ in true }, 1, best: true, beaten: false),
    ], count: 14, isComplete: true)
  findings.diagnosis.standard = StandardFinding(
    items: items,
    scaleDifferences: ids.indices.map { row in
      ids.indices.map { row == $0 ? 0 : Double((row + 1) * ($0 + 1) % 11) / 4 }
    })
  findings.diagnosis.measures = fixtureMeasures(players: count, coordination: true)
  return findings
}

/// Three counties that each keep their market closed to the others: a prisoner's dilemma of degrees.
func competitionFindings() -> Findings {
  var findings = gainFindings(
    family: "competition", caseID: "yongkang",
    title: ["en": "Open markets for Yongkang, Wuyi and Jinyun", "zh": "永康、武义、缙云开放市场"],
    parties: [
      ("yongkang", "Yongkang", "永康", 120.05, 28.89), ("wuyi", "Wuyi", "武义", 119.82, 28.89),
      ("jinyun", "Jinyun", "缙云", 120.09, 28.66),
    ], alone: [210, 105, 84], together: [640.5, 310.2, 255.1],
    money: MoneyFinding(currency: "CNY", scale: "million", priceYear: 2012, period: "year"))
  findings.diagnosis.mainRisk = .defection
  findings.diagnosis.priceOfAnarchy = nil
  findings.diagnosis.verdict = VerdictFinding(
    trap: "defection", parts: ["defection"],
    grounds: [
      GroundFinding(measure: "equilibriumCount", value: 1, threshold: 1, holds: false),
      GroundFinding(measure: "gapOfWorstEquilibrium", value: 0.669, threshold: 1e-9, holds: true),
      GroundFinding(measure: "largestTemptation", value: 0.088, threshold: 1e-9, holds: true),
      GroundFinding(measure: "carriers", value: 0, threshold: 0, holds: false),
    ], isComplete: true, waiting: [])
  findings.diagnosis.equilibria = EquilibriaFinding(
    listed: [
      EquilibriumFinding(
        actions: [0.83, 1, 0.655], costs: [-210, -105, -84], isToday: true, isBest: true, isDominated: false)
    ], count: 1, isComplete: true)
  findings.diagnosis.competition = CompetitionFinding(
    nature: "complements", uniqueness: "certified", optimumWithin: 0.004)
  findings.diagnosis.levels = LevelFinding(
    parts: GapPartsFinding(authority: "above", horizontal: 0.58, functional: 0.27, vertical: 0.15),
    levers: [
      LevelLeverFinding(
        authority: "above", kind: .evaluation, upTo: 0.5, unitCost: 40,
        best: fixtureAnswer(setting: 0.35, change: [-200, -100, -60], leaderCost: 2.5, gapClosed: 0.44),
        optimistic: fixtureAnswer(setting: 0.2, change: [-220, -100, -60], leaderCost: 0.8, gapClosed: 0.5),
        pessimistic: fixtureAnswer(setting: 0.5, change: [-90, -50, 10], leaderCost: 5, gapClosed: 0.15),
        atHighest: fixtureAnswer(setting: 0.5, change: [-90, -50, 10], leaderCost: 5, gapClosed: 0.15),
        shortfall: nil)
    ], views: [LevelViewFinding(authority: "above", weights: [1, 0.5, 0], alone: -262.5, together: -795.6)])
  findings.diagnosis.measures = fixtureMeasures(players: 3, coordination: false)
  return findings
}

private func fixtureAnswer(
  setting: Double, change: [Double], leaderCost: Double, gapClosed: Double?
) -> LevelAnswerFinding {
  LevelAnswerFinding(
    setting: setting, actions: change.map { _ in 0.5 }, change: change, outlay: 0, leaderCost: leaderCost,
    gapClosed: gapClosed)
}

/// Two provinces on one river that each choose from a table.
func tableFindings() -> Findings {
  var findings = gainFindings(
    family: "normalForm", caseID: "river", title: ["en": "Who cleans the river", "zh": "谁来治理河流"],
    parties: [("anhui", "Anhui", "安徽", 118.3, 29.7), ("zhejiang", "Zhejiang", "浙江", 119.0, 29.6)], alone: [0, 0],
    together: [3, 2.5], money: MoneyFinding(currency: "CNY", scale: "billion", priceYear: nil, period: "year"))
  findings.diagnosis.mainRisk = .coordination
  findings.diagnosis.isEquilibriumUnique = false
  findings.diagnosis.verdict = VerdictFinding(
    trap: "antiCoordination", parts: ["antiCoordination"],
    grounds: [GroundFinding(measure: "crossingActions", value: 1, threshold: 0, holds: true)], isComplete: false,
    waiting: ["zhejiang"])
  findings.diagnosis.equilibria = EquilibriaFinding(
    listed: [
      EquilibriumFinding(actions: [0, 1], costs: [0, 0], isToday: true, isBest: false, isDominated: true),
      EquilibriumFinding(actions: [1, 0], costs: [-3, -2.5], isToday: false, isBest: true, isDominated: false),
      EquilibriumFinding(actions: [0.25, 0.5], costs: [-0.4, 0.1], isToday: false, isBest: false, isDominated: true),
    ], count: 3, isComplete: false)
  findings.diagnosis.levels = LevelFinding(
    parts: GapPartsFinding(authority: nil, horizontal: 0.9, functional: -0.1, vertical: 0.2))
  findings.diagnosis.measures = fixtureMeasures(players: 2, coordination: true)
  return findings
}

/// What members get alone and together, and a division of the joint gain; the members are given in order.
private func gainFindings(
  family: String, caseID: String, title: [String: String], parties: [(String, String, String, Double, Double)],
  alone: [Double], together: [Double], money: MoneyFinding
) -> Findings {
  let ids = parties.map(\.0)
  let joint = together.reduce(0, +)
  let gap = joint - alone.reduce(0, +)
  let count = Double(ids.count)
  let nucleolus = alone.map { $0 + gap / count }
  let shapley = alone.indices.map { alone[$0] + gap / count * (1 + 0.2 * Double($0 % 3 - 1)) }
  let scale = joint / shapley.reduce(0, +)
  let equal = ids.map { _ in joint / count }
  let mechanisms = fixtureMechanisms(players: ids, gross: gap, best: "multilateral-contract")
  let losers = ids.indices.filter { together[$0] < alone[$0] }.map { ids[$0] }
  let first = ids.indices.max { alone[$0] < alone[$1] } ?? 0
  let worths = [alone.reduce(0, +), joint - gap / 2, joint]
  return Findings(
    caseID: caseID, title: title, summary: nil, money: money, seed: 11,
    problem: ProblemFinding(
      id: "problem", family: family, title: title, field: ["en": "administration", "zh": "行政管理"], territory: nil,
      urgency: nil, positions: []),
    parties: parties.map {
      PartyFinding(
        id: $0.0, name: ["en": $0.1, "zh": $0.2], kind: "government", tier: "prefecture", parent: "above",
        longitude: $0.3, latitude: $0.4, isPlayer: true, rings: [])
    } + [
      PartyFinding(
        id: "above", name: ["en": "State Council", "zh": "国务院"], kind: "authority", tier: "nation", parent: nil,
        longitude: nil, latitude: nil, isPlayer: false, rings: [])
    ], players: ids,
    ties: ids.dropFirst().map { TieFinding(from: ids[0], to: $0, kind: "agreement", resource: nil, weight: 1) },
    institutions: [], goals: [],
    diagnosis: DiagnosisFindings(
      counts: .gain, costAlone: 0 - alone.reduce(0, +), costTogether: -joint, gap: gap, priceOfAnarchy: nil,
      players: ids.indices.map {
        PlayerDiagnosis(
          player: ids[$0], actionAlone: 0.8, actionTogether: 0.1, costAlone: 0 - alone[$0],
          costTogether: 0 - together[$0], freeRidingIncentive: family == "competition" ? together[$0] * 0.2 : 0)
      }, losersWithoutTransfers: losers, transfers: nil, isCoreEmpty: false, leastCore: -gap / count / 2,
      stableWithoutTransfers: nil, stableWithTransfers: nil, isEquilibriumUnique: true,
      dependence: ids.indices.map { row in
        ids.indices.map { row == $0 ? 0 : Double((row * 7 + $0 * 5) % 9 + 1) / 12 }
      },
      pairs: [PairDependence(first: ids[0], second: ids[1], mutual: 0.6, imbalance: 0.1)], flows: nil,
      mainRisk: .none, familyNumbers: [NamedNumber(name: "relativeGap", value: 1.2)]), mechanisms: mechanisms,
    sharing: SharingFindings(
      kind: "surplus", convention: "gamma", standAlone: alone, jointCost: joint,
      rules: [
        RuleFinding(
          rule: "shapley", indicator: nil, shares: shapley.map { $0 * scale }, undefined: nil, violationCount: 0,
          violations: []),
        RuleFinding(
          rule: "nucleolus", indicator: nil, shares: nucleolus, undefined: nil, violationCount: 0, violations: []),
        RuleFinding(
          rule: "equal", indicator: nil, shares: equal, undefined: nil, violationCount: 1,
          violations: [
            ViolationFinding(
              members: [ids[first]], pays: equal[first], alone: equal[first] + gap / 9, excess: gap / 9)
          ]),
        RuleFinding(
          rule: "gately", indicator: nil, shares: nil, undefined: "nothing is left to divide", violationCount: 0,
          violations: []),
      ], proposed: "nucleolus", coreInterval: ids.indices.map { [nucleolus[$0] - gap / 20, nucleolus[$0] + gap / 20] },
      certificate: CertificateFinding(isCertified: true, levels: [1, 2], exactShares: [], within: 0),
      properties: [
        RulePropertiesFinding(
          rule: "nucleolus",
          properties: [
            "efficiency", "individualRationality", "coreSelection", "noSubsidy", "equalTreatment", "dummyPlayer",
            "covariance", "jointWorthMonotonicity", "coalitionalMonotonicity", "populationMonotonicity",
          ].map { property in
            property == "jointWorthMonotonicity"
              ? PropertyFinding(
                property: property, verdict: .fails, witnesses: [ids[1]], amount: gap / 50, change: "jointWorth")
              : PropertyFinding(property: property, verdict: .holds)
          })
      ],
      jointCostCurve: JointCostCurveFinding(
        jointCosts: worths,
        rules: [
          RuleCurveFinding(
            rule: "nucleolus", shares: [alone, alone.map { $0 + gap / 2 / count }, nucleolus], falls: [ids[1]: gap / 50]
          ),
          RuleCurveFinding(rule: "shapley", shares: [alone, nil, nucleolus], falls: [:]),
        ]),
      explanation: ExplanationFinding(
        rule: "nucleolus",
        players: ids.indices.map { index in
          PlayerExplanation(
            player: ids[index], share: nucleolus[index], alone: alone[index], addedLast: nucleolus[index] * 1.2,
            addedOnAverage: nucleolus[index], addedByPosition: [alone[index]],
            bestAlternative: OfferFinding(
              members: [ids[index]], pays: nucleolus[index], alone: alone[index], gainsByStaying: gap / count),
            ifItLeaves: DepartureFinding(
              alone: alone[index], change: -gap / count, othersBefore: joint * 0.9, othersAfter: joint * 0.7))
        }, closestCoalitions: [], bindingCoalitions: []),
      widestDisagreement: gap / 5, widestDisagreementPlayer: ids[0]),
    hinges: HingeFindings(inputs: [
      HingeFinding(
        name: "conditions.trust", status: "assumed", best: 0.5, low: 0.3, high: 0.8,
        recommendedAtLow: "multilateral-contract", recommendedAtHigh: "multilateral-contract",
        netGainAtLow: gap * 0.4, netGainAtHigh: gap * 0.7, switchesAt: nil, switchesTo: nil,
        strip: [ChoicePartFinding(from: 0.3, to: 0.8, form: "multilateral-contract")])
    ]),
    uncertainty: fixtureUncertainty(
      mechanisms, players: ids, inputs: ["conditions.trust"], chanceOfNone: 0.47),
    inputs: [
      InputFinding(
        name: "conditions.trust", count: 1, unit: nil, status: "assumed", source: nil, remark: nil, low: 0.5,
        high: 0.5, isUncertain: true)
    ], sources: [], warnings: [])
}

/// One measure of every unit, of the region and of the members, some without a value.
func fixtureMeasures(players: Int, coordination: Bool) -> [MeasureFinding] {
  func region(_ measure: String, _ unit: String, _ value: Double?, _ formula: String, _ source: String)
    -> MeasureFinding
  {
    MeasureFinding(measure: measure, unit: unit, formula: formula, source: source, value: value, players: nil)
  }
  func each(_ measure: String, _ unit: String, _ formula: String, _ value: (Int) -> Double?) -> MeasureFinding {
    MeasureFinding(
      measure: measure, unit: unit, formula: formula, source: "own form", value: nil, players: (0..<players).map(value))
  }
  let own = "own form"
  var measures = [
    region("cooperationGap", "money", 34.2, "Σᵢ Cᵢ(N) − Σᵢ Cᵢ(O)", "by definition"),
    region(
      "priceOfAnarchy", "ratio", 2.43, "max over equilibria E of Σᵢ Cᵢ(E) / Σᵢ Cᵢ(O); of gains, the inverse",
      "Koutsoupias & Papadimitriou (1999)"),
    region("equilibriumCount", "count", 3, "number of equilibria that differ in what somebody bears", "by definition"),
    region("pooledDiscountFactor", "discountFactor", 0.317, "Σᵢ tᵢ / (Σᵢ tᵢ + q(Σᵢ Cᵢ(N) − Σᵢ Cᵢ(O)))", own),
    region("bystanderElasticity", "elasticity", -0.52, "slope of ln x̄ᵢ(k) in ln k", own),
    region("proximityDecay", "perDistance", 0.0123, "−slope of ln wᵢⱼ in the distance dᵢⱼ", own),
    region("basinOfBest", "share", coordination ? 0.23 : nil, "share of starting points", own),
    each("freeRidingIncentive", "money", "Cᵢ(O) − Cᵢ(D(i))") { 0.4 * Double($0) },
    each("lossAtOptimum", "money", "Cᵢ(O) − Cᵢ(N)") { 0.7 - Double($0) },
    each("exposure", "ratio", "Σⱼ |sᵢⱼ|") { 1.1 + Double($0) / 10 },
    each("criticalDiscountFactor", "discountFactor", "t / (t + q(Cᵢ(N) − Cᵢ(O)))") { $0 == 1 ? nil : 0.3 },
    each("shortfallShare", "share", "1 − xᵢ(N) / xᵢ(O)") { 0.1 * Double($0 % 7) },
  ]
  if coordination {
    measures.append(each("neededBelief", "share", "least p with Σₖ B(k; n − 1, p)·Aᵢ(k) ≥ 0") { $0 == 0 ? nil : 0.61 })
  }
  return measures
}
