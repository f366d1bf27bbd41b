import Reporting

/// What is said on the sheets of packets alone.
enum PacketPhrase: String, Phrase {
  case link, title, howToPrint, reader, readerNote, everybody, asOf, shownVersion, reports, exchanges, statement,
    earlierEntries, verifications, incentives, disputes, evaluations, proof, proofLead, checkKey, checkEntry,
    checkRecord, ownEntries, otherEntries, entry, entries, notCovered

  var wording: Wording {
    switch self {
    case .link: Wording("Printable packet", "打印卷宗")
    case .title: Wording("Packet: {title}", "卷宗：{title}")
    case .howToPrint:
      Wording(
        "Print this page, or save it as PDF, with your browser; what is only for the screen is left out then.",
        "请用浏览器打印本页或另存为PDF，仅供屏幕浏览的部分不会打印。")
    case .reader: Wording("Written for", "阅读范围")
    case .readerNote:
      Wording("It may hold what is not for everybody: keep it accordingly.", "可能含有不对所有人公开的内容，请妥善保管。")
    case .everybody: Wording("everybody", "所有人")
    case .asOf: Wording("As of", "截至")
    case .shownVersion: Wording("Text in this packet", "本卷宗所载文本")
    case .reports: Wording("Reports", "报告")
    case .exchanges: Wording("Questions and answers", "问询与答复")
    case .statement: Wording("Statement of the books {id}", "账簿{id}对账单")
    case .earlierEntries:
      Wording("{n#earlier entry stands#earlier entries stand} in the books only.", "另有{n}笔更早的分录，仅载于账簿。")
    case .verifications: Wording("What independent checks found", "独立核查")
    case .incentives: Wording("Rewards and sanctions", "奖惩")
    case .disputes: Wording("Disputes", "争议")
    case .evaluations: Wording("Evaluations", "评估")
    case .proof: Wording("How to check this paper", "如何核验本卷宗")
    case .proofLead:
      Wording(
        "Every act told here is an entry of the public log. This is the checkpoint that the log had published when the packet was written; its signature binds all entries up to its size.",
        "本卷宗所载每一项办理均为公开日志的一条记录。以下为编制本卷宗时日志已发布的检查点，其签名涵盖其条数以内的全部记录。")
    case .checkKey:
      Wording(
        "Compare the key with one that you have from elsewhere, and check the signature of the checkpoint with it.",
        "将公钥与您从其他渠道取得的公钥核对，并用它验证检查点的签名。")
    case .checkEntry:
      Wording(
        "For an entry n below, fetch /log/n/proof from the portal: the hash of its leaf must be the one printed, and its proof must lead to the root of a checkpoint that continues this one.",
        "对下列任一编号n的记录，从平台下载 /log/n/proof：叶子哈希应与所印一致，且其证明应通向与本检查点相承的检查点的树根。")
    case .checkRecord:
      Wording(
        "With a copy of the record, type the checkpoint into a file and run: interlocal verify --checkpoint FILE.",
        "如持有记录副本，将检查点录入文件，运行：interlocal verify --checkpoint 文件。")
    case .ownEntries: Wording("Entries of {id}", "{id}的记录")
    case .otherEntries: Wording("Entries of what belongs to it", "所属事项的记录")
    case .entry: Wording("Entry", "编号")
    case .entries: Wording("Entries", "记录编号")
    case .notCovered: Wording("in the next checkpoint", "将由下一个检查点涵盖")
    }
  }
}
