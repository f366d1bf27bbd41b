import Mechanisms
import Studies

/// How the figures were found: each method with its formulas and who it is after.
///
/// Only the methods that stand behind the findings at hand are told, and only the works these name are listed.
struct MethodPart {
  let voice: Voice
  private var findings: Findings { voice.findings }

  func write(to html: inout HTML) {
    html.element("p", text: voice.say(MethodPhrase.honesty))
    html.element("p", text: voice.say(MethodPhrase.notation))
    html.element("dl", ["class": "methods"]) { html in
      for method in methods {
        html.newline()
        html.element("dt", text: voice.say(method.title))
        html.element("dd") { html in
          html.element("p", text: voice.say(method.words))
          for formula in method.formulas {
            html.element("p", ["class": "formula"]) { formula.write(to: &$0, counting: voice.counting) }
          }
        }
      }
    }
    if !findings.mechanisms.ranking.isEmpty { formTable.writeFolded(to: &html) }
    html.element("h3", text: voice.say(MethodPhrase.literature))
    html.element("ul", ["class": "literature"]) { html in
      for work in literature { html.element("li", text: work.citation) }
    }
  }

  /// One method: what is done in words, the formulas, and the works the words name.
  struct Method {
    let title: any Phrase
    let words: any Phrase
    let formulas: [Formula]
    let works: [Literature]

    /// - Parameters:
    ///   - title: what it is called.
    ///   - words: what is done, of the same part of the catalogue.
    ///   - formulas: the formulas, if any.
    ///   - works: the works that the words name.
    init<Words: Phrase>(title: Words, words: Words, formulas: [Formula] = [], works: [Literature] = []) {
      self.title = title
      self.words = words
      self.formulas = formulas
      self.works = works
    }
  }

  var methods: [Method] { gameMethods + divisionMethods + diagnosisMethods + formMethods + hingeMethods }

  /// The works the methods are after, in the order of a list of works.
  var literature: [Literature] {
    let cited = Set(methods.flatMap(\.works))
    return Literature.allCases.filter(cited.contains)
  }

  private var isSpillover: Bool { findings.problem.family == "spillover" }
  private var isFacility: Bool { findings.problem.family == "jointFacility" }

  private func tellsOf(_ measure: MeasureName) -> Bool {
    findings.diagnosis.measures.contains { $0.measure == measure.rawValue && $0.value != nil }
  }

  private func hasInput(_ part: String) -> Bool { findings.inputs.contains { $0.name.contains(part) } }

  // MARK: The game

  private var gameMethods: [Method] {
    var methods = [
      Method(title: MethodPhrase.dilemma, words: isFacility ? .dilemmaFacilityWords : .dilemmaWords, formulas: [.gap])
    ]
    if findings.diagnosis.priceOfAnarchy != nil || tellsOf(.priceOfAnarchy) {
      methods.append(
        Method(
          title: MethodPhrase.anarchy, words: .anarchyWords, formulas: [.anarchy], works: [.koutsoupiasPapadimitriou]))
    }
    if isSpillover {
      methods += [
        Method(
          title: FamilyMethod.spillover, words: .spilloverWords, formulas: [.spillover, .deposition], works: [.maeler]),
        Method(
          title: FamilyMethod.equilibrium, words: .equilibriumWords,
          formulas: [.abatement, .outsiderAbatement, .gamma],
          works: [.chanderTulkens1997]),
        Method(title: MethodPhrase.freeRiding, words: .freeRidingWords, formulas: [.temptation]),
      ]
    }
    if isFacility {
      methods.append(
        hasInput(".costFunction.")
          ? Method(
            title: FamilyMethod.facilityFunction, words: .facilityFunctionWords, formulas: [.facility], works: [.prim])
          : Method(title: FamilyMethod.facilityTable, words: .facilityTableWords))
      if hasInput(".alternativeCost") {
        methods.append(Method(title: FamilyMethod.alternative, words: .alternativeWords, formulas: [.alternative]))
      }
      methods.append(Method(title: FamilyMethod.bill, words: .billWords, formulas: [.bill, .facilityTemptation]))
    }
    return methods + choiceMethods + trapMethods
  }

  // MARK: Where members adopt, compete or choose from a table

  private var choiceMethods: [Method] {
    var methods: [Method] =
      switch findings.problem.family {
      case "commonStandard": standardMethods
      case "competition": competitionMethods
      case "normalForm": [Method(title: FamilyMethod.table, words: .tableWords, formulas: [.nash], works: [.nash])]
      default: []
      }
    guard !methods.isEmpty else { return [] }
    methods += [
      Method(
        title: FamilyMethod.jointChoice, words: .jointChoiceWords, formulas: [.jointChoice],
        works: [.chanderTulkens1997]),
      Method(title: MethodPhrase.freeRiding, words: .freeRidingWords, formulas: [.deviation]),
    ]
    return methods
  }

  private var standardMethods: [Method] {
    var methods = [
      Method(title: FamilyMethod.adoption, words: .adoptionWords, formulas: [.adoption], works: [.farrellSaloner]),
      Method(
        title: FamilyMethod.adoptionOrder, words: .adoptionOrderWords, formulas: [.cascade],
        works: [.milgromRoberts, .topkis]),
    ]
    guard let standard = findings.diagnosis.standard else { return methods }
    if standard.items.contains(where: { $0.push != nil }) {
      methods.append(Method(title: FamilyMethod.push, words: .pushWords, formulas: [.push]))
    }
    if !standard.items.isEmpty {
      methods.append(
        Method(
          title: FamilyMethod.beliefs, words: .beliefWords, formulas: [.laplacian],
          works: [.morrisRobShin, .carlssonVanDamme]))
    }
    if standard.scaleDifferences != nil { methods.append(Method(title: FamilyMethod.scale, words: .scaleWords)) }
    return methods
  }

  private var competitionMethods: [Method] {
    var methods = [
      Method(
        title: FamilyMethod.interaction, words: .interactionWords, formulas: [.payoff, .complementarity],
        works: [.bramoulleKrantonDAmours, .lemke, .cottlePangStone])
    ]
    // Which kind it is shows in the figures it is made of.
    if hasInput(".capitalPerHead") {
      methods.append(Method(title: FamilyMethod.tax, words: .taxWords, works: [.zodrowMieszkowski, .wildasin]))
    }
    if hasInput(".punishment") {
      methods.append(Method(title: FamilyMethod.protection, words: .protectionWords, works: [.rapoportChammah]))
    }
    if hasInput(".prize") {
      methods.append(Method(title: FamilyMethod.tournament, words: .tournamentWords, works: [.lazearRosen, .zhou]))
    }
    return methods
  }

  private var trapMethods: [Method] {
    var methods: [Method] = []
    if findings.diagnosis.verdict != nil {
      methods.append(Method(title: MethodPhrase.verdict, words: .verdictWords, works: [.rapoportGuyer]))
    }
    if findings.diagnosis.levels?.parts != nil {
      methods.append(Method(title: MethodPhrase.levels, words: .levelWords, works: [.shapley, .shorrocks]))
    }
    if let levers = findings.diagnosis.levels?.levers, !levers.isEmpty {
      methods.append(
        Method(
          title: MethodPhrase.upperLevel, words: .upperLevelWords,
          works: [.stackelberg, .oates, .leitmann, .piyavskii]))
    }
    return methods
  }

  // MARK: Who pays what

  private var divisionMethods: [Method] {
    let rules = Set(findings.sharing.rules.map(\.rule))
    var methods = [
      Method(
        title: SharingMethod.core, words: .coreWords, formulas: [.core, .leastCore],
        works: [.shapleyShubik, .maschlerPelegShapley])
    ]
    if findings.sharing.coreInterval != nil {
      methods.append(Method(title: SharingMethod.coreRange, words: .coreRangeWords, works: [.shapleyShubik]))
    }
    for (rule, method) in Self.ruleMethods where rules.contains(rule) { methods.append(method) }
    if findings.sharing.certificate != nil {
      methods.append(Method(title: SharingMethod.certificate, words: .certificateWords, works: [.kohlberg]))
    }
    return methods
  }

  /// How each rule divides, by its code; the prenucleolus is told with the nucleolus.
  static let ruleMethods: [(rule: String, method: Method)] = [
    ("shapley", Method(title: SharingMethod.shapley, words: .shapleyWords, formulas: [.shapley], works: [.shapley])),
    (
      "nucleolus",
      Method(
        title: SharingMethod.nucleolus, words: .nucleolusWords, formulas: [.nucleolus], works: [.schmeidler, .sobolev])
    ),
    (
      "perCapitaNucleolus",
      Method(title: SharingMethod.perCapita, words: .perCapitaWords, works: [.youngOkadaHashimoto])
    ),
    (
      "proportionalNucleolus",
      Method(
        title: SharingMethod.proportionalNucleolus, words: .proportionalNucleolusWords, works: [.youngOkadaHashimoto])
    ),
    (
      "scrb",
      Method(
        title: SharingMethod.separable, words: .separableWords, formulas: [.separableCost, .separable],
        works: [.riverBasinCommittee, .youngOkadaHashimoto])
    ),
    (
      "ensc",
      Method(
        title: SharingMethod.nonseparable, words: .nonseparableWords, formulas: [.separableCost, .equalNonseparable])
    ),
    (
      "tau",
      Method(title: SharingMethod.tau, words: .tauWords, formulas: [.separableCost, .claim, .tau], works: [.tijs])
    ),
    (
      "gately",
      Method(
        title: SharingMethod.gately, words: .gatelyWords, formulas: [.separableCost, .gately],
        works: [.gately, .straffinHeaney])
    ),
    ("equal", Method(title: SharingMethod.equal, words: .equalWords, formulas: [.equal])),
    ("proportional", Method(title: SharingMethod.proportional, words: .proportionalWords, formulas: [.proportional])),
  ]

  // MARK: The diagnosis

  private var diagnosisMethods: [Method] {
    let diagnosis = findings.diagnosis
    var methods: [Method] = []
    if diagnosis.transfers != nil {
      methods.append(
        Method(
          title: MethodPhrase.transfers, words: .transferWords, formulas: [.transfers],
          works: [.chanderTulkens1995, .chanderTulkens1997]))
    }
    if diagnosis.stableWithoutTransfers != nil || diagnosis.stableWithTransfers != nil {
      methods.append(
        Method(
          title: MethodPhrase.stability, words: .stabilityWords, formulas: [.stability, .potentialStability],
          works: [.dAspremont, .eyckmansFinus, .carraroEyckmansFinus]))
    }
    if !diagnosis.dependence.isEmpty {
      methods.append(
        isFacility
          ? Method(
            title: MethodPhrase.dependence, words: .dependenceFacilityWords, formulas: [.facilityStake, .mutual],
            works: [.casciaroPiskorski])
          : Method(
            title: MethodPhrase.dependence, words: .dependenceSpilloverWords,
            formulas: [isSpillover ? .spilloverStake : .stake, .mutual],
            works: [.casciaroPiskorski]))
    }
    methods.append(Method(title: MethodPhrase.mainRisk, words: .mainRiskWords))
    return methods
  }

  // MARK: The forms of cooperation

  private var formMethods: [Method] {
    guard !findings.mechanisms.ranking.isEmpty else { return [] }
    var methods = [
      Method(
        title: FormMethod.appraisal, words: .appraisalWords,
        formulas: [.gain, .contribution, isFacility ? .billTemptation : isSpillover ? .spilloverTemptation : .breach],
        works: [.feiock, .tavaresFeiock, .oates]),
      Method(title: FormMethod.participation, words: .participationWords),
      Method(title: FormMethod.net, words: .netWords, formulas: [.net, .memberNet, .payment]),
      tellsOfExchange
        ? Method(
          title: FormMethod.weights, words: .weightsWords, formulas: [.weights],
          works: [.pfefferSalancik, .emerson, .kalai])
        : Method(title: FormMethod.equalWeights, words: .equalWeightsWords, works: [.kalai]),
      Method(
        title: FormMethod.detection, words: .detectionWords, formulas: [.detection],
        works: [.coleman, .milgromNorthWeingast]),
      Method(
        title: FormMethod.coordination, words: .coordinationWords, formulas: [.neededBelief, .coordination],
        works: [.dalBoFrechette]),
      Method(title: FormMethod.division, words: .divisionWords, formulas: [.division, .spread]),
      Method(
        title: FormMethod.keeping, words: .keepingWords, formulas: [.fine, .loss, .future, .keeping],
        works: [.becker, .friedman, .bernheimWhinston]),
      Method(
        title: FormMethod.transaction, words: .transactionWords,
        formulas: [.transaction, .search, .bargaining, .monitoring, .enforcement, .agency], works: [.buchananTullock]),
      Method(title: FormMethod.autonomy, words: .autonomyWords, formulas: [.autonomy], works: [.bartlingFehrHerz]),
    ]
    if findings.money.period == "total" {
      methods.append(Method(title: FormMethod.wholeUndertaking, words: .wholeUndertakingWords))
    }
    let knowsUnlikeness = findings.mechanisms.conditions.contains { $0.name == "heterogeneity" }
    if knowsUnlikeness, !findings.inputs.contains(where: { $0.name == "conditions.heterogeneity" }) {
      methods.append(Method(title: FormMethod.gini, words: .giniWords, formulas: [.gini]))
    }
    methods.append(Method(title: FormMethod.ranking, words: .rankingWords, works: [.shorrocks]))
    if !findings.mechanisms.levers.isEmpty { methods.append(Method(title: FormMethod.levers, words: .leverWords)) }
    return methods
  }

  /// Whether members exchange resources, which weighs their bargaining.
  private var tellsOfExchange: Bool {
    let players = Set(findings.players)
    return findings.ties.contains { $0.kind == "exchange" && players.contains($0.from) && players.contains($0.to) }
  }

  // MARK: What the answer hinges on

  private var hingeMethods: [Method] {
    let hinges = findings.hinges
    var methods: [Method] = []
    if !hinges.inputs.isEmpty { methods.append(Method(title: FormMethod.hinges, words: .hingeWords)) }
    if let found = findings.uncertainty, !found.forms.isEmpty {
      methods.append(Method(title: FormMethod.draws, words: .drawWords, works: [.joeKuo]))
      methods.append(
        Method(
          title: FormMethod.regret, words: .regretWords, formulas: [.regret, .perfectInformation],
          works: [.savage, .raiffaSchlaifer, .strongOakley]))
      if !found.sensitivities.isEmpty {
        methods.append(
          Method(
            title: FormMethod.sensitivity, words: .sensitivityWords, formulas: [.sensitivity],
            works: [.sobol, .saltelli, .jansen]))
      }
    }
    if !methods.isEmpty { methods.append(Method(title: FormMethod.kept, words: .keptWords)) }
    return methods
  }

  // MARK: The numbers of the forms

  /// The letter that stands for each number of a form in the formulas.
  static let letters: [(parameter: MechanismParameter, letter: String)] = [
    (.authorityDetection, "πₐ"), (.thirdPartyDetection, "πₘ"), (.fine, "F"), (.transfers, "r"),
    (.decisionThreshold, "θ"), (.exitBond, "β"), (.informationLoss, "ω"), (.autonomyLoss, "a"), (.fixedCost, "cᵣ"),
    (.divisionFriction, "φ"), (.linkedIssues, "z"), (.participationImposed, ""),
  ]

  /// The numbers every form was appraised with: the catalogue's, and the case's where it changes them.
  var formTable: DataTable {
    DataTable(
      caption: voice.say(FormMethod.formTable),
      columns: [.init(title: voice.say(FormMethod.form), isNumber: false)]
        + Self.letters.map { parameter, letter in
          .init(title: "\(letter) \(voice.input("mechanisms.\(parameter.rawValue)"))".trimmed)
        },
      rows: forms.map { form in
        // A form of the case's own starts from the one of the catalogue with its scope and authority.
        let base = MechanismCatalogue.twelve.first { $0.id == "\(form.scope)-\(form.authority)" }
        return .init(
          cells: [voice.form(form.id)]
            + Self.letters.map { parameter, _ in
              let changed = findings.inputs.first {
                ["overrides", "additions"].map { "mechanisms.\($0).\(form.id).\(parameter.rawValue)" }.contains($0.name)
              }
              if let changed { return Numeral.significant(changed.low) + "*" }
              return base.map { Numeral.significant($0[parameter]) } ?? "–"
            })
      }, note: voice.say(FormMethod.formTableNote))
  }

  /// The forms in the catalogue's order, then the case's own.
  private var forms: [MechanismFinding] {
    let order = MechanismCatalogue.twelve.map(\.id)
    return findings.mechanisms.ranking.sorted {
      (order.firstIndex(of: $0.id) ?? order.count, $0.id) < (order.firstIndex(of: $1.id) ?? order.count, $1.id)
    }
  }
}
