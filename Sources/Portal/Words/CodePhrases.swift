import Registry
import Reporting

/// The kinds of things, as headings of their lists.
enum KindPhrase: String, Phrase {
  case region, organisation, appointment, delegation, docketFile, negotiationTable, agreement, commitment, partyReport,
    jointReport, verification, incentiveCase, dispute, evaluation, books, erasure

  var wording: Wording {
    switch self {
    case .region: Wording("How this region works", "本地区如何运作")
    case .organisation: Wording("Members", "成员单位")
    case .appointment: Wording("Appointments", "任职")
    case .delegation: Wording("Delegations", "授权")
    case .docketFile: Wording("Problems", "议题")
    case .negotiationTable: Wording("Negotiations", "协商")
    case .agreement: Wording("Agreements", "协议")
    case .commitment: Wording("Commitments", "承诺")
    case .partyReport: Wording("Reports", "进展报告")
    case .jointReport: Wording("Joint reports", "联合报告")
    case .verification: Wording("Verification", "核查")
    case .incentiveCase: Wording("Rewards and sanctions", "奖惩")
    case .dispute: Wording("Disputes", "争议")
    case .evaluation: Wording("Evaluation", "评估")
    case .books: Wording("Money", "资金账簿")
    case .erasure: Wording("Erasures", "删除")
    }
  }

  static func many(_ kind: ObjectKind) -> KindPhrase { KindPhrase(rawValue: "\(kind)")! }
}

/// What opens a new thing of a kind, by the name of the kind.
enum OpeningPhrase: String, Phrase {
  case docketFile
  case negotiationTable, incentiveCase, dispute, evaluation
  case agreement, commitment, partyReport, jointReport, verification, books, organisation, appointment, delegation,
    region, erasure

  var wording: Wording {
    switch self {
    case .docketFile: Wording("File a problem", "提出议题")
    case .negotiationTable: Wording("Convene a negotiation", "召集协商")
    case .incentiveCase: Wording("Open a case of reward or sanction", "启动奖惩程序")
    case .dispute: Wording("Raise a dispute", "提出争议")
    case .evaluation: Wording("Plan an evaluation", "制定评估计划")
    case .agreement: Wording("Draft an agreement", "起草协议")
    case .commitment: Wording("Take on a further commitment", "追加承诺")
    case .partyReport: Wording("Draft a report", "起草报告")
    case .jointReport: Wording("Draft a joint report", "起草联合报告")
    case .verification: Wording("Assign a monitor", "指定核查机构")
    case .books: Wording("Open books", "建账")
    case .organisation: Wording("Register an organisation", "登记单位")
    case .appointment: Wording("Appoint somebody", "任命人员")
    case .delegation: Wording("Delegate powers", "授予权限")
    case .region: Wording("Establish the region", "设立合作区")
    case .erasure: Wording("Erase a content", "删除内容")
    }
  }
}

/// The fields of cooperation that are known by a word; a region may have others.
enum CooperationFieldPhrase: String, Phrase {
  case water, air, transport, emergency, tax, services, health, planning, industry, energy, waste, education, tourism,
    standards, taxation

  var wording: Wording {
    switch self {
    case .water: Wording("Water", "水")
    case .air: Wording("Air", "大气")
    case .transport: Wording("Transport", "交通")
    case .emergency: Wording("Emergency response", "应急")
    case .tax: Wording("Tax sharing", "税收分享")
    case .services: Wording("Public services", "公共服务")
    case .health: Wording("Health", "卫生")
    case .planning: Wording("Planning", "规划")
    case .industry: Wording("Industry", "产业")
    case .energy: Wording("Energy", "能源")
    case .waste: Wording("Waste", "废弃物")
    case .education: Wording("Education", "教育")
    case .tourism: Wording("Tourism", "旅游")
    case .standards: Wording("Standards", "标准")
    case .taxation: Wording("Taxation", "税收")
    }
  }
}

/// The words for the stages and acts of each kind; a kind that is missing here shows its codes, which a test refuses.
enum KindWords {
  static let stages: [ObjectKind: any Phrase.Type] = [
    .docketFile: DocketStagePhrase.self,
    .negotiationTable: TableStagePhrase.self,
    .incentiveCase: IncentiveStagePhrase.self,
    .dispute: DisputeStagePhrase.self,
    .evaluation: EvaluationStagePhrase.self,
    .agreement: AgreementStagePhrase.self,
    .commitment: CommitmentStagePhrase.self,
    .partyReport: PartyReportStagePhrase.self,
    .jointReport: JointReportStagePhrase.self,
    .verification: VerificationStagePhrase.self,
    .books: BooksStagePhrase.self,
    .organisation: OrganisationStagePhrase.self,
    .appointment: AppointmentStagePhrase.self,
    .delegation: DelegationStagePhrase.self,
    .region: RegionStagePhrase.self,
    .erasure: ErasureStagePhrase.self,
  ]

  static let acts: [ObjectKind: any Phrase.Type] = [
    .docketFile: DocketActPhrase.self,
    .negotiationTable: TableActPhrase.self,
    .incentiveCase: IncentiveActPhrase.self,
    .dispute: DisputeActPhrase.self,
    .evaluation: EvaluationActPhrase.self,
    .agreement: AgreementActPhrase.self,
    .commitment: CommitmentActPhrase.self,
    .partyReport: PartyReportActPhrase.self,
    .jointReport: JointReportActPhrase.self,
    .verification: VerificationActPhrase.self,
    .books: BooksActPhrase.self,
    .organisation: OrganisationActPhrase.self,
    .appointment: AppointmentActPhrase.self,
    .delegation: DelegationActPhrase.self,
    .region: RegionActPhrase.self,
    .erasure: ErasureActPhrase.self,
  ]
}

extension Tongue {
  /// The word for a stage of a kind of thing.
  func stage(_ code: String, of kind: ObjectKind) -> String {
    KindWords.stages[kind].map { word($0, code) } ?? code
  }

  /// The word for an act on a kind of thing.
  func act(_ code: String, of kind: ObjectKind) -> String {
    KindWords.acts[kind].map { word($0, code) } ?? code
  }
}
