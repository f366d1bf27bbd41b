import Reporting

/// The stages of an independent check.
enum VerificationStagePhrase: String, Phrase {
  case assigned, accepted, working, draftFindings, replyWindow, reviewed, certified, superseded, declined, withdrawn

  var wording: Wording {
    switch self {
    case .assigned: Wording("Assigned", "已指定")
    case .accepted: Wording("Accepted", "已接受")
    case .working: Wording("Being checked", "核查中")
    case .draftFindings: Wording("Findings drafted", "核查发现待征求意见")
    case .replyWindow: Wording("Open for replies", "征求意见中")
    case .reviewed: Wording("Reviewed", "已复核")
    case .certified: Wording("Certified", "已出具证明")
    case .superseded: Wording("Superseded", "已被取代")
    case .declined: Wording("Declined", "已谢绝")
    case .withdrawn: Wording("Withdrawn", "已撤回")
    }
  }
}

/// The acts on an independent check.
enum VerificationActPhrase: String, Phrase {
  case assign, accept, decline, begin, check, find, dropFinding, assess, concludeFindings, openReply, reply, closeReply,
    review, rework, certify, findLater, supersede, withdraw

  var wording: Wording {
    switch self {
    case .assign: Wording("Assign a monitor", "指定核查机构")
    case .accept: Wording("Take the work on", "接受核查")
    case .decline: Wording("Decline", "谢绝")
    case .begin: Wording("Begin and draw the sample", "开始核查并抽样")
    case .check: Wording("Record the check of an item", "记录条目核查")
    case .find: Wording("Record a finding", "记录核查发现")
    case .dropFinding: Wording("Drop a finding", "撤销核查发现")
    case .assess: Wording("Assess a commitment", "评定承诺")
    case .concludeFindings: Wording("Conclude the findings", "完成核查发现")
    case .openReply: Wording("Open the term for replies", "征求意见")
    case .reply: Wording("Reply to a finding", "答复核查发现")
    case .closeReply: Wording("Close the term for replies", "征求意见截止")
    case .review: Wording("Review as second person", "复核")
    case .rework: Wording("Work over", "返工")
    case .certify: Wording("Certify", "出具核查证明")
    case .findLater: Wording("Record a later finding", "记录事后发现")
    case .supersede: Wording("Supersede", "取代")
    case .withdraw: Wording("Withdraw the assignment", "撤回指定")
    }
  }
}

/// What the fields of forms about checks are called, with hints.
enum VerificationFieldPhrase: String, Phrase {
  case of, monitor, seed, seedHint, sampleSize, sampleSizeHint, interests, interestsHint, check, item, method, outcome,
    found, foundHint, result, reply, opinion, opinionHint, findingItemHint, severity, text, due

  var wording: Wording {
    switch self {
    case .of: Wording("Report to be checked", "被核查的报告")
    case .monitor: Wording("Monitor", "核查员")
    case .seed: Wording("Seed of the sample", "抽样种子")
    case .seedHint:
      Wording(
        "16 digits 0 to 9 and a to f. Draw them by lot in public: whoever knows them can draw the sample again.",
        "16位十六进制小写字符，宜公开抽签产生；任何人可据此重新抽样。")
    case .sampleSize: Wording("How many items are drawn", "抽取条目数")
    case .sampleSizeHint:
      Wording("Items with differences are checked besides", "有偏差的条目另行全部核查")
    case .interests: Wording("Interests that could matter", "可能相关的利益关系")
    case .interestsHint: Wording("Leave empty when there is none", "无利益关系时不填")
    case .check: Wording("Check of an item", "条目核查")
    case .item: Wording("Number of the item", "条目编号")
    case .method: Wording("How it was checked", "核查方法")
    case .outcome: Wording("What came of it", "核查结论")
    case .found: Wording("What was found", "核查所得")
    case .foundHint: Wording("A whole number, only where it differs", "整数，仅在不一致时填写")
    case .result: Wording("Result of a commitment", "承诺评定")
    case .reply: Wording("Your reply", "您的答复")
    case .opinion: Wording("Opinion", "核查意见")
    case .opinionHint: Wording("Everybody can read it; it never changes.", "对所有人公开，出具后不再更改。")
    case .findingItemHint: Wording("Leave out when it is about the whole report", "针对整份报告时不填")
    case .severity: Wording("How much it matters", "严重程度")
    case .text: Wording("Finding", "核查发现")
    case .due: Wording("To be put right by", "整改期限")
    }
  }
}

/// How an item was checked.
enum CheckMethodPhrase: String, Phrase {
  case desk, onTheSpot

  var wording: Wording {
    switch self {
    case .desk: Wording("From documents", "书面核查")
    case .onTheSpot: Wording("On the spot", "现场核查")
    }
  }
}

/// What a check of an item gave.
enum CheckOutcomePhrase: String, Phrase {
  case confirmed, differs, notEvidenced

  var wording: Wording {
    switch self {
    case .confirmed: Wording("Confirmed", "属实")
    case .differs: Wording("Differs", "不一致")
    case .notEvidenced: Wording("Not evidenced", "缺少凭证")
    }
  }
}

/// How much a finding matters.
enum SeverityPhrase: String, Phrase {
  case note, minor, major, critical

  var wording: Wording {
    switch self {
    case .note: Wording("Note", "提示")
    case .minor: Wording("Minor", "轻微")
    case .major: Wording("Major", "重大")
    case .critical: Wording("Critical", "严重")
    }
  }
}

/// What is said on the pages of checks alone.
enum VerificationPhrase: String, Phrase {
  case heading, report, agreement, monitor, institution, subjects, seed, sample, sampleRule, notDrawn, interests,
    noInterests, replyUntil, replyOver, reviewer, supersedes, supersededBy, reason, checks, item, method, outcome,
    found, evidence, findings, laterFindings, severity, finding, due, reply, noReply, results, certificate,
    certificateNumber, issued, digest, digestNote, figures, figure, opinion, notCertified, wholeReport, checkItem,
    replyTo, drawn

  var wording: Wording {
    switch self {
    case .heading: Wording("Check of {report}", "对{report}的核查")
    case .report: Wording("Report", "报告")
    case .agreement: Wording("Agreement", "协议")
    case .monitor: Wording("Monitor", "核查员")
    case .institution: Wording("Institution", "核查机构")
    case .subjects: Wording("Whose report it is", "报告方")
    case .seed: Wording("Seed", "抽样种子")
    case .sample: Wording("Sample", "样本")
    case .sampleRule:
      Wording(
        "Drawn: {n#item#items} by the seed, and every item with a difference or a correction. Anyone can draw the same sample again.",
        "按种子抽取{n}个条目，另加全部有偏差或更正的条目；任何人可重新抽取同一样本。")
    case .notDrawn: Wording("drawn when the work begins", "开始核查时抽取")
    case .interests: Wording("Interests declared", "声明的利益关系")
    case .noInterests: Wording("none declared", "无")
    case .replyUntil: Wording("Replies until", "答复截止")
    case .replyOver: Wording("closed {when}", "已于{when}截止")
    case .reviewer: Wording("Reviewed by", "复核")
    case .supersedes: Wording("Replaces the certificate of", "取代的核查证明")
    case .supersededBy: Wording("Replaced by", "已被取代")
    case .reason: Wording("Reason", "理由")
    case .checks: Wording("Checks", "条目核查")
    case .item: Wording("Item", "条目")
    case .method: Wording("How", "方法")
    case .outcome: Wording("Outcome", "结论")
    case .found: Wording("Found", "核查所得")
    case .evidence: Wording("Evidence", "证据材料")
    case .findings: Wording("Findings", "核查发现")
    case .laterFindings: Wording("Found after the certificate", "出具证明后的发现")
    case .severity: Wording("How much it matters", "严重程度")
    case .finding: Wording("Finding", "核查发现")
    case .due: Wording("To be put right by", "整改期限")
    case .reply: Wording("Reply", "答复")
    case .noReply: Wording("no reply", "未答复")
    case .results: Wording("What became of the commitments", "承诺评定")
    case .certificate: Wording("Certificate", "核查证明")
    case .certificateNumber: Wording("Number", "证明编号")
    case .issued: Wording("Issued", "出具时间")
    case .digest: Wording("Digest in the log", "日志摘要值")
    case .digestNote:
      Wording(
        "A certificate never changes; only another one that names it takes its place.", "核查证明不再更改，只能由注明取代它的新证明替代。")
    case .figures: Wording("Certified figures", "核证数值")
    case .figure: Wording("Figure", "数值")
    case .opinion: Wording("Opinion", "核查意见")
    case .notCertified: Wording("There is no certificate yet.", "尚未出具核查证明。")
    case .wholeReport: Wording("whole report", "整份报告")
    case .checkItem: Wording("Record the check of item {n}", "记录条目{n}的核查")
    case .replyTo: Wording("Reply to finding {n}", "答复第{n}项")
    case .drawn: Wording("items {items}", "条目{items}")
    }
  }
}
