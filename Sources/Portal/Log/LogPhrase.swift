import Reporting

/// What is said on the pages of the public log.
enum LogPhrase: String, Phrase {
  case title, lead, notYet, origin, size, root, signatures, checkpoint, key, verifyTitle, verifyKey, verifyCommand,
    verifyEntry, verifyWitness, tiles, tilesText, last, entryTitle, what, leaf, leafHash, proofTitle, proofText,
    proofNone, proofPlace, download, bodyTitle, bodyText, bodyHidden, body, salt, neighbours, find, number

  var wording: Wording {
    switch self {
    case .title: Wording("Public log", "公开日志")
    case .lead:
      Wording(
        "Every act on this record is one entry of this log. Entries are only ever added: whoever keeps a checkpoint can later tell whether anything was changed or removed.",
        "本平台的每一项办理都是日志中的一条记录。日志只增不改：任何人保存检查点后，都能核验此后有无改动或删除。")
    case .notYet: Wording("No checkpoint has been published yet.", "尚未发布检查点。")
    case .origin: Wording("Log", "日志名称")
    case .size: Wording("Entries", "条数")
    case .root: Wording("Root of the tree", "树根哈希")
    case .signatures: Wording("Signed by", "签名方")
    case .checkpoint: Wording("Checkpoint", "检查点")
    case .key: Wording("Key of the log", "日志公钥")
    case .verifyTitle: Wording("How to verify", "如何核验")
    case .verifyKey:
      Wording(
        "Keep the key of the log, from a source that you trust beside this page.", "保存日志公钥，并通过本页之外您信任的渠道核对。")
    case .verifyCommand:
      Wording(
        "Fetch the checkpoint and the tiles; compute the root again from the entries; compare.",
        "下载检查点和分片，由各条记录重新计算树根哈希并比对。")
    case .verifyEntry:
      Wording(
        "For one entry, download its proof: with the leaf and the key it is verified without asking anyone.",
        "核验单条记录时，下载其证明：凭叶子和公钥即可独立核验。")
    case .verifyWitness:
      Wording(
        "Keep each checkpoint you see. A later one must continue it; if it does not, publish both.",
        "请保存您看到的每个检查点。后续检查点必须与之相承；如不相承，请将两者公布。")
    case .tiles: Wording("Files of the log", "日志文件")
    case .tilesText:
      Wording(
        "The log is served as C2SP tlog-tiles: the checkpoint, the entries and the hashes of the tree.",
        "日志按 C2SP tlog-tiles 格式提供：检查点、各条记录和树的哈希。")
    case .last: Wording("Last entries", "最近的记录")
    case .entryTitle: Wording("Entry {n} of the log", "日志第{n}条")
    case .what: Wording("What it is", "内容")
    case .leaf: Wording("Leaf", "叶子")
    case .leafHash: Wording("Hash of the leaf", "叶子哈希")
    case .proofTitle: Wording("Proof", "证明")
    case .proofText:
      Wording(
        "From the hash of the leaf, these neighbours lead to the root of the checkpoint with {n#entry#entries}.",
        "由叶子哈希与下列相邻哈希，可得出含{n}条记录的检查点的树根哈希。")
    case .proofNone:
      Wording(
        "It is recorded, and will be covered by the next checkpoint. Come back in a few minutes.",
        "已记入，将由下一个检查点涵盖。请几分钟后再查看。")
    case .proofPlace: Wording("Place in the tree, from 0", "在树中的位置（从0起）")
    case .download: Wording("Download the proof", "下载证明")
    case .bodyTitle: Wording("What was committed to", "存证的内容")
    case .bodyText:
      Wording(
        "SHA-256 over “interlocal/commit/v1”, a byte 0, the salt and this text is the commitment in the leaf.",
        "对“interlocal/commit/v1”、一个零字节、盐值和下列文本计算 SHA-256，即得叶子中的承诺值。")
    case .bodyHidden:
      Wording(
        "What it says is not for everybody. The leaf proves that it was recorded, and when.",
        "其内容并非对所有人公开。叶子证明其已记入及记入时间。")
    case .body: Wording("Text", "文本")
    case .salt: Wording("Salt, in hexadecimal digits", "盐值（十六进制）")
    case .neighbours: Wording("Neighbours, from the leaf upwards", "相邻哈希（自叶子向上）")
    case .find: Wording("Open an entry", "查看某条记录")
    case .number: Wording("Number of the entry", "记录编号")
    }
  }
}
