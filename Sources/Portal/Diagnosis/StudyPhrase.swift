import Reporting

/// What is said around the studies of the region's cases.
enum StudyPhrase: String, Phrase {
  case study, regionStudy, diagnosisOf, mechanismOf, toDiagnosis, toMechanism, contents
  case caseName, caseProblem, caseDigest, standsIn, noCase, noCaseHint, faulty, faultyHint, failed, unknownProblem
  case making, doing, lookAgain
  case risks, risk, chance, risksNote, coordinationRisk, divisionRisk, defectionRisk
  case choose, chooseHint, cannotChoose, form, netGain, everybody, yes, no, notFormed, advisedMark, decideAdvised
  case decideOther, membersOf, member, gainIn, loses, losersNote, noLosersNote, sameCase, otherCase

  var wording: Wording {
    switch self {
    case .study: Wording("What the study says", "研究结论")
    case .regionStudy: Wording("What the study of the region's case says", "本地区案例的研究结论")
    case .diagnosisOf: Wording("Diagnosis: {title}", "诊断：{title}")
    case .mechanismOf: Wording("Choice of a form of cooperation: {title}", "合作机制的选择：{title}")
    case .toDiagnosis: Wording("The diagnosis of this problem", "查看本议题的诊断")
    case .toMechanism: Wording("Choose a form of cooperation", "选择合作机制")
    case .contents: Wording("Parts of the study", "研究各部分")
    case .caseName: Wording("Case", "案例")
    case .caseProblem: Wording("Problem studied", "所研究的问题")
    case .caseDigest: Wording("Version of the case (SHA-256)", "案例版本（SHA-256）")
    case .standsIn:
      Wording(
        "This problem has no case of its own yet. What you see is the study of the region's case.",
        "本议题尚无专门案例，以下为本地区案例的研究。")
    case .noCase: Wording("There is no case to study yet.", "尚无可供研究的案例。")
    case .noCaseHint:
      Wording(
        "Whoever keeps this server can put one into the folder of the record: cases/region/case.yaml for the region, or cases/PD-19/case.yaml for one problem.",
        "服务器管理员可将案例放入数据文件夹：本地区案例为 cases/region/case.yaml，单个议题的案例如 cases/PD-19/case.yaml。")
    case .faulty: Wording("The case has faults; nothing was computed.", "案例有误，未作计算。")
    case .faultyHint:
      Wording(
        "Each line names the file, the place and the remedy. Once the file is corrected, open this page again.",
        "每行列出文件、位置和改正办法。改正后请重新打开本页。")
    case .failed: Wording("The study could not be made.", "研究未能完成。")
    case .unknownProblem: Wording("The case has no such problem. Choose one above.", "案例中没有这个问题，请在上方选择。")
    case .making: Wording("The study is being made", "研究正在进行")
    case .doing: Wording("About {part} done: {step}.", "已完成约{part}：{step}。")
    case .lookAgain: Wording("Look again", "刷新查看")
    case .risks: Wording("What could go wrong under the form put first", "首选机制下的风险")
    case .risk: Wording("Risk", "风险")
    case .chance: Wording("Chance that it happens", "发生的可能性")
    case .risksNote:
      Wording("Computed at the best estimates of the case, not judged by anybody.", "按案例的最佳估计计算得出，并非人为评分。")
    case .coordinationRisk: Wording("The parties do not find together", "各方无法形成合作")
    case .divisionRisk: Wording("They do not agree on a division", "各方无法就分配达成一致")
    case .defectionRisk: Wording("Somebody breaks the agreement", "有一方违约")
    case .choose: Wording("The forms compared", "合作机制比较")
    case .chooseHint:
      Wording(
        "The study advises and you decide. If you choose another form than it advises, you are asked for the reason, and both are recorded.",
        "研究仅供参考，由您决定。若选择与建议不同的机制，须说明理由，二者均会记录在案。")
    case .cannotChoose:
      Wording(
        "Members of the conference decide once the options are open.", "征集方案后，由联席会议成员决定。")
    case .form: Wording("Form", "机制")
    case .netGain: Wording("Net gain of the region", "区域净收益")
    case .everybody: Wording("Every member gains", "各成员均受益")
    case .yes: Wording("yes", "是")
    case .no: Wording("no", "否")
    case .notFormed: Wording("does not come about", "无法达成")
    case .advisedMark: Wording("advised", "建议")
    case .decideAdvised: Wording("Decide on this", "按此决定")
    case .decideOther: Wording("Decide on this, with the reason", "说明理由后按此决定")
    case .membersOf: Wording("What each member can expect: {form}", "各成员的预期净收益：{form}")
    case .member: Wording("Member", "成员")
    case .gainIn: Wording("Net gain, {unit}", "净收益，{unit}")
    case .loses: Wording("loses", "受损")
    case .losersNote:
      Wording(
        "Whoever loses needs a payment of at least that size from the others to be no worse off.",
        "受损方须由其他成员给予至少同等数额的补偿，方不致受损。")
    case .noLosersNote: Wording("Nobody is worse off than without an agreement.", "与没有协议相比，无人受损。")
    case .sameCase:
      Wording("The decision was taken on this version of the case.", "该决定依据的正是此版本的案例。")
    case .otherCase:
      Wording(
        "The decision was taken on another version of the case than is shown here.", "该决定依据的案例版本与此处所示不同。")
    }
  }
}

/// What a study is doing.
enum StudyStepPhrase: String, Phrase {
  case formulate, share, appraise, diagnose, hinge

  var wording: Wording {
    switch self {
    case .formulate: Wording("stating the game", "构建博弈")
    case .share: Wording("dividing costs and gains", "计算成本与收益分配")
    case .appraise: Wording("comparing forms of cooperation", "比较合作机制")
    case .diagnose: Wording("finding what kind of trap it is", "诊断困境类型")
    case .hinge: Wording("asking what the answer hinges on", "检验结论的关键因素")
    }
  }
}

/// The fields of a choice among forms of cooperation.
enum MechanismFieldPhrase: String, Phrase {
  case choice, choiceHint, chosen, advised, noneAdvised, study, studyHint, deviation, deviationHint

  var wording: Wording {
    switch self {
    case .choice: Wording("Form of cooperation", "合作机制")
    case .choiceHint:
      Wording(
        "The page on the choice of a form fills this in. Leave it empty where no form is chosen.",
        "从“选择合作机制”页面进入时自动填写；不选择机制时留空。")
    case .chosen: Wording("Form chosen", "选定的机制")
    case .advised: Wording("Form that the study advises", "研究建议的机制")
    case .noneAdvised: Wording("none", "无")
    case .study: Wording("Version of the case studied (SHA-256)", "所研究案例的版本（SHA-256）")
    case .studyHint: Wording("With it anybody can make the same study again.", "据此任何人都可重做同一研究。")
    case .deviation: Wording("Why another form than advised", "未采纳建议的理由")
    case .deviationHint:
      Wording("Needed where the form chosen is not the one advised.", "选定的机制与建议不同时必填。")
    }
  }
}
