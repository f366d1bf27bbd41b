import Reporting

/// The stages of a party's report.
enum PartyReportStagePhrase: String, Phrase {
  case draft, submitted, inControl, certified, included, reopenedLast, reopenedLimited, correcting

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "草稿")
    case .submitted: Wording("Submitted", "已提交")
    case .inControl: Wording("Being verified", "核查中")
    case .certified: Wording("Certified", "已核证")
    case .included: Wording("In the joint report", "已纳入联合报告")
    case .reopenedLast: Wording("Opened again", "重新填报")
    case .reopenedLimited: Wording("Opened again, figures stay", "重新填报（数值不变）")
    case .correcting: Wording("Being corrected", "更正中")
    }
  }
}

/// The acts on a party's report.
enum PartyReportActPhrase: String, Phrase {
  case draft, addItem, editItem, removeItem, submit, control, endControl, reopenLast, reopenLimited, certify, include,
    exclude, reopenCertified, correct, resubmit

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "起草")
    case .addItem: Wording("Add an item", "增加条目")
    case .editItem: Wording("Change an item", "修改条目")
    case .removeItem: Wording("Remove an item", "删除条目")
    case .submit: Wording("Submit", "提交")
    case .control: Wording("Take up for verification", "进入核查")
    case .endControl: Wording("End the verification", "结束核查")
    case .reopenLast: Wording("Open again", "重新填报")
    case .reopenLimited: Wording("Open again for words only", "重新填报（仅文字）")
    case .certify: Wording("Certify", "核证")
    case .include: Wording("Take into the joint report", "纳入联合报告")
    case .exclude: Wording("Leave out of the joint report", "移出联合报告")
    case .reopenCertified: Wording("Open certified figures for correction", "开放已核证数值的更正")
    case .correct: Wording("Correct a figure", "更正数值")
    case .resubmit: Wording("Submit again", "再次提交")
    }
  }
}

/// The stages of a joint report.
enum JointReportStagePhrase: String, Phrase {
  case draft, submitted, inVerification, finalised, reopenedLast, reopenedLimited

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "草稿")
    case .submitted: Wording("Submitted", "已提交")
    case .inVerification: Wording("Being verified", "核查中")
    case .finalised: Wording("Final", "已定稿")
    case .reopenedLast: Wording("Opened again", "重新填报")
    case .reopenedLimited: Wording("Opened again, figures stay", "重新填报（数值不变）")
    }
  }
}

/// The acts on a joint report.
enum JointReportActPhrase: String, Phrase {
  case draft, summarise, takeIn, leaveOut, submit, verify, endVerification, finalise, reopenLast, reopenLimited,
    resubmit

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "起草")
    case .summarise: Wording("Write the summary", "撰写总体进展")
    case .takeIn: Wording("Take in a report", "纳入报告")
    case .leaveOut: Wording("Leave out a report", "移出报告")
    case .submit: Wording("Submit", "提交")
    case .verify: Wording("Take up for verification", "进入核查")
    case .endVerification: Wording("End the verification", "结束核查")
    case .finalise: Wording("Make final", "定稿")
    case .reopenLast: Wording("Open again", "重新填报")
    case .reopenLimited: Wording("Open again for words only", "重新填报（仅文字）")
    case .resubmit: Wording("Submit again", "再次提交")
    }
  }
}

/// What is said on the pages of reports alone.
enum ReportPhrase: String, Phrase {
  case heading, jointHeading, agreement, party, period, version, newerVersion, submissions, reopened, lastAllows,
    limitedAllows, correctingAllows, items, number, commitment, figure, corrected, narrative, evidence, deviations,
    converted, corrections, change, finding, certified, notCertified, carried, control, certificate, jointReport,
    summary, totals, lines, missingParties, noneMissing, sourceReport, correctionMark, assign, noItems

  var wording: Wording {
    switch self {
    case .heading: Wording("{party}, {from} to {through}", "{party}：{from}至{through}")
    case .jointHeading: Wording("{agreement}: {from} to {through}", "{agreement}：{from}至{through}")
    case .agreement: Wording("Agreement", "协议")
    case .party: Wording("Reported by", "报告方")
    case .period: Wording("Period", "报告期")
    case .version: Wording("Version of the agreement", "所依据的协议版本")
    case .newerVersion:
      Wording(
        "Version {now} is in force by now; this report stays with version {was}, under which it was drafted.",
        "协议现行版本为第{now}版；本报告仍依据起草时的第{was}版。")
    case .submissions: Wording("Submitted", "提交次数")
    case .reopened: Wording("Opened again because", "重新填报理由")
    case .lastAllows:
      Wording(
        "Figures, words, evidence and differences may change. The numbers of the items, their units and rates stay, and no item is added or removed.",
        "可修改数值、文字、证据和偏差说明；条目编号、单位和换算比率不变，不得增删条目。")
    case .limitedAllows:
      Wording(
        "Words, evidence and differences may change. Figures that were certified or stand in a joint report stay.",
        "可修改文字、证据和偏差说明；已核证或已纳入联合报告的数值不变。")
    case .correctingAllows:
      Wording(
        "Certified figures never change. A correction stands beside the figure, is certified itself, and comes into the next joint report.",
        "已核证的数值不再改动；更正列于原数值之旁，须另行核证，并纳入下一期联合报告。")
    case .items: Wording("What was done", "完成情况")
    case .number: Wording("Item", "条目")
    case .commitment: Wording("Commitment", "承诺")
    case .figure: Wording("Figure", "数值")
    case .corrected: Wording("corrected: {figure}", "更正后：{figure}")
    case .narrative: Wording("In words", "文字说明")
    case .evidence: Wording("Evidence", "证据材料")
    case .deviations: Wording("Differences", "偏差")
    case .converted:
      Wording("from {original} at {numerator}/{denominator}", "由{original}按{numerator}/{denominator}换算")
    case .corrections: Wording("Corrections", "更正")
    case .change: Wording("Change", "增减")
    case .finding: Wording("Under finding", "依据的核查发现")
    case .certified: Wording("Certified by", "核证")
    case .notCertified: Wording("not certified yet", "尚未核证")
    case .carried: Wording("Stands in", "载于")
    case .control: Wording("Verification", "核查")
    case .certificate: Wording("Certificate", "核查证明")
    case .jointReport: Wording("Joint report", "联合报告")
    case .summary: Wording("Where the parties stand", "总体进展")
    case .totals: Wording("Totals", "合计")
    case .lines: Wording("Certified figures", "已核证数值")
    case .missingParties: Wording("No report of", "尚缺报告的单位")
    case .noneMissing: Wording("every party has reported", "各方均已报告")
    case .sourceReport: Wording("Report", "报告")
    case .correctionMark: Wording("correction {n}", "更正{n}")
    case .assign: Wording("Assign a monitor to check it", "指定核查机构")
    case .noItems: Wording("No item has been added yet.", "尚未增加条目。")
    }
  }
}
