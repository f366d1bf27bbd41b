import Reporting

/// The stages of an agreement.
enum AgreementStagePhrase: String, Phrase {
  case draft, legalCheck, ready, signing, signed, filed, inForce, amending, expiring, suspended, renewed, terminated,
    expired, windingUp, archived

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "草案")
    case .legalCheck: Wording("In legal check", "合法性审查中")
    case .ready: Wording("Ready for signature", "待签署")
    case .signing: Wording("Being signed", "签署中")
    case .signed: Wording("Signed", "已签署")
    case .filed: Wording("Filed", "已备案")
    case .inForce: Wording("In force", "生效")
    case .amending: Wording("In force, being amended", "生效，修订中")
    case .expiring: Wording("In force, about to run out", "生效，即将期满")
    case .suspended: Wording("Suspended", "中止")
    case .renewed: Wording("Renewed", "已续签")
    case .terminated: Wording("Terminated", "已终止")
    case .expired: Wording("Run out", "已期满")
    case .windingUp: Wording("Winding up", "清算中")
    case .archived: Wording("Archived", "已归档")
    }
  }
}

/// How far a version of an agreement has come.
enum VersionStagePhrase: String, Phrase {
  case draft, legalCheck, ready, signing, signed, filed, inForce, superseded, ended, discarded

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "草案")
    case .legalCheck: Wording("In legal check", "合法性审查中")
    case .ready: Wording("Ready for signature", "待签署")
    case .signing: Wording("Being signed", "签署中")
    case .signed: Wording("Signed", "已签署")
    case .filed: Wording("Filed", "已备案")
    case .inForce: Wording("In force", "生效")
    case .superseded: Wording("Superseded", "已被取代")
    case .ended: Wording("Ended", "已终止")
    case .discarded: Wording("Discarded", "已放弃")
    }
  }
}

/// The acts on an agreement.
enum AgreementActPhrase: String, Phrase {
  case draft, copy, set, write, strike, submit, sendBack, confirm, freeze, abandon, sign, withdrawSignature, file,
    enter, undertake, amend, discardAmendment, suspend, resume, nearEnd, remind, prepareRenewal, giveNotice,
    withdrawNotice, resolveTermination, settleDues, leave, terminate, admit, accede, expire, renew, windUp, archive

  var wording: Wording {
    switch self {
    case .draft: Wording("Draft", "起草")
    case .copy: Wording("Copy the earlier text", "沿用原文本")
    case .set: Wording("Set title, law and terms", "确定标题、法律框架和基本条件")
    case .write: Wording("Write a clause", "撰写条款")
    case .strike: Wording("Strike a clause", "删除条款")
    case .submit: Wording("Hand to the legal check", "提交合法性审查")
    case .sendBack: Wording("Send back", "退回")
    case .confirm: Wording("Confirm the check", "审查通过")
    case .freeze: Wording("Freeze the text for signature", "定稿待签")
    case .abandon: Wording("Abandon", "放弃")
    case .sign: Wording("Sign", "签署")
    case .withdrawSignature: Wording("Withdraw your signature", "撤回签署")
    case .file: Wording("File and publish", "备案并公开")
    case .enter: Wording("Enter into force", "生效")
    case .undertake: Wording("Take on a commitment", "追加承诺")
    case .amend: Wording("Begin an amendment", "启动修订")
    case .discardAmendment: Wording("Discard the amendment", "放弃修订")
    case .suspend: Wording("Suspend", "中止")
    case .resume: Wording("Resume", "恢复")
    case .nearEnd: Wording("Announce the coming end", "期满预告")
    case .remind: Wording("Remind of the coming end", "期满提醒")
    case .prepareRenewal: Wording("Prepare the renewal", "准备续签")
    case .giveNotice: Wording("Give notice to leave", "通知退出")
    case .withdrawNotice: Wording("Withdraw the notice", "撤回退出通知")
    case .resolveTermination: Wording("Resolve to end the agreement", "决议终止协议")
    case .settleDues: Wording("Record that dues are settled", "确认款项结清")
    case .leave: Wording("Leave", "退出")
    case .terminate: Wording("End", "终止")
    case .admit: Wording("Consent to an accession", "同意加入")
    case .accede: Wording("Accede", "加入")
    case .expire: Wording("Run out", "期满")
    case .renew: Wording("Renew", "续签")
    case .windUp: Wording("Wind up", "开始清算")
    case .archive: Wording("Archive", "归档")
    }
  }
}

/// What is said on the pages of agreements alone.
enum AgreementPhrase: String, Phrase {
  case untitled, boundParties, frame, inForceSince, runsUntil, openEnd, notice, days, commitmentsCount, money,
    negotiated, renews, renewedBy, missingForEntry, missingSignatures, missingFiling, missingDate, textOf, asOf, show,
    noTextThen, noText, duties, duty, owes, toWhom, dueColumn, evidence, survivesNote, excuse, fromModel, edit,
    addClause, versions, enteredColumn, leftColumn, signatures, read, compare, compareWith, checklist, checklistNote,
    answeredBy, missing, complete, signatureRoom, digest, digestNote, signedAt, waits, voided, signNow, exit,
    exitNeeds, leavingEffect, effective, endsIt, goesOn, surviving, lapsing, noticeOf, noticeOfAll, duesOpen,
    duesSettled, accession, closedToOthers, consentOf, commitments, reports, before, after, added, removed, changed,
    same, opinion, returned, authentic, afterEntryDays, item, registration, disclosure, law, acceptNote, of

  var wording: Wording {
    switch self {
    case .untitled: Wording("Agreement without a title yet", "尚未命名的协议")
    case .boundParties: Wording("Bound", "受约束方")
    case .frame: Wording("Law", "法律框架")
    case .inForceSince: Wording("In force since", "生效时间")
    case .runsUntil: Wording("Runs until", "有效期至")
    case .openEnd: Wording("until it is ended", "长期有效")
    case .notice: Wording("Notice to leave", "退出通知期")
    case .days: Wording("{n#day#days}", "{n}天")
    case .commitmentsCount:
      Wording("{all#commitment#commitments}, {open} open, {late} late", "承诺{all}项，未完成{open}项，逾期{late}项")
    case .money: Wording("Money", "资金")
    case .negotiated: Wording("Negotiated at", "协商来源")
    case .renews: Wording("Renews", "续签自")
    case .renewedBy: Wording("Renewed by", "续签为")
    case .missingForEntry: Wording("Missing for entry into force", "生效尚缺条件")
    case .missingSignatures: Wording("{n#signature#signatures} of {who}", "{who}的签署（尚缺{n}个）")
    case .missingFiling: Wording("filing and publication", "备案和公开")
    case .missingDate: Wording("the day: {when}", "生效日期：{when}")
    case .textOf: Wording("Text: version {n}, {stage}", "文本：第{n}版，{stage}")
    case .asOf: Wording("Text as of", "某日的有效文本")
    case .show: Wording("Show", "显示")
    case .noTextThen: Wording("No version was in force on that day.", "该日没有生效的版本。")
    case .noText: Wording("No clause has been written yet.", "尚未撰写条款。")
    case .duties: Wording("Duties under clause {id}", "第{id}条的承诺事项")
    case .duty: Wording("Duty", "事项")
    case .owes: Wording("Owes", "承诺方")
    case .toWhom: Wording("To", "受益方")
    case .dueColumn: Wording("Due", "期限")
    case .evidence: Wording("Shown by", "凭证")
    case .survivesNote: Wording("These duties outlive the agreement.", "协议终止后仍须履行。")
    case .excuse: Wording("Not measurable because: {reason}", "无法量化的原因：{reason}")
    case .fromModel: Wording("After the model clause “{model}”", "依据示范条款“{model}”")
    case .edit: Wording("Change this clause", "修改此条款")
    case .addClause: Wording("Write a clause for this item", "为此项撰写条款")
    case .versions: Wording("Versions", "版本")
    case .enteredColumn: Wording("In force from", "生效")
    case .leftColumn: Wording("Until", "至")
    case .signatures: Wording("Signatures", "签署")
    case .read: Wording("Read", "阅读")
    case .compare: Wording("Compare versions {one} and {two}", "比较第{one}版与第{two}版")
    case .compareWith: Wording("Compare with version {n}", "与第{n}版比较")
    case .checklist: Wording("What the law asks for", "法定必备内容")
    case .checklistNote:
      Wording(
        "The list restates the law in our words; whoever relies on an item compares it with the statute.",
        "本清单为对法律的转述；如需援引，请与法律原文核对。")
    case .answeredBy: Wording("Answered by", "对应条款")
    case .missing: Wording("missing", "缺")
    case .complete: Wording("Every item is answered by a clause.", "各项均有对应条款。")
    case .signatureRoom: Wording("Signatures of version {n}", "第{n}版的签署")
    case .digest: Wording("Digest of the frozen text", "定稿文本摘要值")
    case .digestNote:
      Wording(
        "One changed byte of the text has another digest; a signature holds for this digest alone.",
        "文本改动任何一个字节，摘要值即不同；签署仅对此摘要值有效。")
    case .signedAt: Wording("signed {when}, by {who}", "{who}于{when}签署")
    case .waits: Wording("not signed yet", "尚未签署")
    case .voided:
      Wording("Void since the text was changed: the signatures of {who}.", "文本改动后失效的签署：{who}。")
    case .signNow: Wording("Sign version {n}", "签署第{n}版")
    case .exit: Wording("Leaving and ending", "退出与终止")
    case .exitNeeds:
      Wording("It goes on while at least {n} bound parties stay.", "受约束方不少于{n}个时继续有效。")
    case .leavingEffect: Wording("If a party gave notice now", "如某方现在通知退出")
    case .effective: Wording("Effective", "生效时间")
    case .endsIt: Wording("the agreement ends", "协议终止")
    case .goesOn: Wording("the agreement goes on", "协议继续")
    case .surviving: Wording("Duties that stay", "仍须履行")
    case .lapsing: Wording("Duties that lapse", "不再履行")
    case .noticeOf: Wording("{who} leaves; notice of {when}, effective {effective}", "{who}退出：{when}通知，{effective}生效")
    case .noticeOfAll:
      Wording("The agreement ends; resolved {when}, effective {effective}", "协议终止：{when}决议，{effective}生效")
    case .duesOpen: Wording("dues not settled yet", "款项尚未结清")
    case .duesSettled: Wording("dues settled {when}", "款项已于{when}结清")
    case .accession: Wording("Open to accession", "可以加入")
    case .closedToOthers: Wording("Not open to accession", "不接受加入")
    case .consentOf: Wording("{who} may accede once all consent; so far: {by}", "{who}经各方同意后可加入；已同意：{by}")
    case .commitments: Wording("Commitments under it", "协议项下的承诺")
    case .reports: Wording("Reports and checks", "报告与核查")
    case .before: Wording("Version {n}", "第{n}版")
    case .after: Wording("Version {n}", "第{n}版")
    case .added: Wording("new", "新增")
    case .removed: Wording("struck", "删除")
    case .changed: Wording("changed", "修改")
    case .same: Wording("unchanged", "未变")
    case .opinion: Wording("Opinion of the legal check", "审查意见")
    case .returned: Wording("Sent back because", "退回理由")
    case .authentic: Wording("Authentic language", "文本效力语言")
    case .afterEntryDays: Wording("{n#day#days} after entry into force", "生效后{n}天")
    case .item: Wording("Item", "内容项")
    case .registration: Wording("Filed as", "备案编号")
    case .disclosure: Wording("Published", "公开")
    case .law: Wording("Source", "依据")
    case .acceptNote: Wording("Read the text below before you sign.", "签署前请阅读下列文本。")
    case .of: Wording("Of", "所属")
    }
  }
}
