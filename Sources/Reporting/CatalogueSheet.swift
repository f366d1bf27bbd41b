import Mechanisms

/// The forms of cooperation and every number they are made of, as tables for a terminal and as one value for programs.
///
/// Nobody need take a number of the catalogue on trust: each stands with its range, with what it rests on, and with the
/// literature that has at least its sign.
public struct CatalogueSheet: Sendable, Encodable {
  /// A title and a table, whose first row are the headings.
  public struct Part: Sendable {
    public let title: String
    public let table: [[String]]
  }

  /// One number that a mechanism, or what surrounds it, is made of.
  struct Parameter: Sendable, Encodable {
    let name: String
    /// The default; nothing where each form has its own.
    let standard: Double?
    let low: Double
    let high: Double
    let ground: Ground
    let basis: String
  }

  private let forms: [Mechanism]
  private let parameters: [Parameter]
  private let circumstances: [Parameter]

  /// - Parameter forms: the twelve of the catalogue, or those of a case.
  public init(of forms: [Mechanism] = MechanismCatalogue.twelve) {
    self.forms = forms
    parameters = MechanismParameter.allCases.map {
      Parameter(
        name: $0.rawValue, standard: nil, low: $0.range.lowerBound, high: $0.range.upperBound, ground: $0.ground,
        basis: $0.basis)
    }
    circumstances = CircumstanceParameter.allCases.map {
      Parameter(
        name: $0.rawValue, standard: $0.standard, low: $0.range.lowerBound, high: $0.range.upperBound,
        ground: $0.ground, basis: $0.basis)
    }
  }

  /// The forms, the numbers they are made of, and the circumstances, in that order.
  ///
  /// - Parameters:
  ///   - language: of titles and names; the grounds are cited as they were published.
  ///   - names: what a case calls its own forms, by id.
  public func parts(in language: Language, naming names: [String: String] = [:]) -> [Part] {
    func say(_ phrase: some Phrase) -> String { phrase.wording.text(in: language) }
    func word<Words: Phrase>(_ kind: Words.Type, _ code: String) -> String { Words(rawValue: code).map(say) ?? code }
    let letters = (0..<MechanismParameter.allCases.count).map { String(UnicodeScalar(UInt8(97 + $0))) }
    let formRows = forms.map { form in
      [form.id, names[form.id] ?? word(MechanismName.self, form.id)]
        + MechanismParameter.allCases.map { Numeral.significant(form[$0]) }
    }
    func grounds(_ parameter: Parameter) -> [String] {
      let range = "\(Numeral.significant(parameter.low))–\(Numeral.significant(parameter.high))"
      return [range, word(GroundName.self, parameter.ground.rawValue), parameter.basis]
    }
    return [
      Part(
        title: say(CataloguePhrase.forms),
        table: [[say(CataloguePhrase.form), say(CataloguePhrase.name)] + letters] + formRows),
      Part(
        title: say(CataloguePhrase.parameters),
        table: [[""] + [CataloguePhrase.parameter, .meaning, .range, .ground, .basis].map(say)]
          + zip(letters, parameters).map { letter, parameter in
            [letter, parameter.name, word(RuleNumberName.self, parameter.name)] + grounds(parameter)
          }),
      Part(
        title: say(CataloguePhrase.circumstances),
        table: [[CataloguePhrase.parameter, .meaning, .standard, .range, .ground, .basis].map(say)]
          + circumstances.map { parameter in
            [
              parameter.name, word(ConditionName.self, parameter.name),
              Numeral.significant(parameter.standard ?? 0),
            ] + grounds(parameter)
          }),
    ]
  }
}

/// The headings of the catalogue.
enum CataloguePhrase: String, Phrase {
  case forms, form, name, parameters, parameter, meaning, range, ground, basis, circumstances, standard

  var wording: Wording {
    switch self {
    case .forms: Wording("Forms of cooperation, and their numbers a, b, …", "合作形式及其参数 a、b……")
    case .form: Wording("Form", "代码")
    case .name: Wording("Name", "名称")
    case .parameters: Wording("What the numbers mean, and what they rest on", "参数的含义与依据")
    case .parameter: Wording("Parameter", "参数")
    case .meaning: Wording("Meaning", "含义")
    case .range: Wording("Range", "取值范围")
    case .ground: Wording("Status", "依据类型")
    case .basis: Wording("Grounds", "依据")
    case .circumstances: Wording("What surrounds them: the defaults where a case says nothing", "外部条件：案例未说明时的默认值")
    case .standard: Wording("Default", "默认值")
    }
  }
}

/// What a number of the catalogue stands on.
enum GroundName: String, Phrase {
  case published, sign, assumed

  var wording: Wording {
    switch self {
    case .published: Wording("published, or by definition", "已发表或按定义")
    case .sign: Wording("sign published, size assumed", "方向已发表，大小为假设")
    case .assumed: Wording("assumed", "假设")
    }
  }
}

/// The numbers that a form of cooperation is made of.
enum RuleNumberName: String, Phrase {
  case authorityDetection, thirdPartyDetection, fine, transfers, decisionThreshold, exitBond, participationImposed
  case informationLoss, autonomyLoss, fixedCost, divisionFriction, linkedIssues
  case lubricant, bumper, regulator, matching, evaluationWeight, keepingReward

  var wording: Wording {
    switch self {
    case .authorityDetection: Wording("chance a year that the authority sees a breach", "主管机构每年发现违约的可能")
    case .thirdPartyDetection: Wording("chance a year that its own third party sees it", "机制自设第三方每年发现违约的可能")
    case .fine: Wording("fine on a breach seen, in contributions", "违约被发现时的罚款（出资的倍数）")
    case .transfers: Wording("part of the compensation that can be paid", "可以支付的补偿比例")
    case .decisionThreshold: Wording("share of members who must agree", "必须同意的成员比例")
    case .exitBond: Wording("bond lost on a breach, in contributions", "违约没收的保证金（出资的倍数）")
    case .participationImposed: Wording("1 where nobody is asked", "无须成员同意时为 1")
    case .informationLoss: Wording("gain lost as the authority knows less", "主管机构不了解当地情况损失的收益比例")
    case .autonomyLoss: Wording("share of decision rights given up", "让渡的决策权比例")
    case .fixedCost: Wording("yearly running cost, in contributions", "每年运行成本（占出资的比例）")
    case .divisionFriction: Wording("how far quarrels over shares stand in the way", "分配分歧造成的阻力")
    case .linkedIssues: Wording("issues settled together", "一并解决的事项数")
    case .lubricant: Wording("finding partners and carrying information, as far as bought", "购买的牵线与信息服务（润滑剂）")
    case .bumper: Wording("mediation, as far as bought", "购买的调解服务（缓冲器）")
    case .regulator: Wording("watching and probity, as far as bought", "购买的监督与廉洁服务（调节器）")
    case .matching: Wording("share of contributions paid from above", "上级配套资金比例")
    case .evaluationWeight: Wording("weight of cooperation in the evaluation of officials", "合作在官员考核中的权重")
    case .keepingReward: Wording("reward for keeping, in contributions", "守约奖励（出资的倍数）")
    }
  }
}
