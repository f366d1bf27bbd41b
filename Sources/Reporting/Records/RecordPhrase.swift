/// What is said of a record as a whole: how much it holds, and whether it is as it was written.
enum RecordPhrase: String, Phrase {
  case begun, origin, key, holds, doesNotHold, amounts, root, checkpointAt, noCheckpoint, rebuilt, rebuildDiffers,
    rebuildRepaired, copied, copiedWithKeys, copiedWithoutKeys, restored, restoredWithoutKeys, exported, imported,
    healthy, unhealthy

  var wording: Wording {
    switch self {
    case .begun: Wording("A record was begun in {folder}.", "已在{folder}建立记录。")
    case .origin: Wording("Its log is known as {origin}.", "其日志名为 {origin}。")
    case .key:
      Wording(
        "Give this key to everyone who is to verify it: {key}", "请把此公钥交给所有核验者：{key}")
    case .holds: Wording("Everything holds.", "全部核验无误。")
    case .doesNotHold:
      Wording(
        "{n#thing does#things do} not hold; do not rely on this record before they are explained.",
        "有{n}处不符；查明之前请勿依赖此记录。")
    case .amounts:
      Wording(
        "{events#event#events}, {rows#object#objects}, {contents#content#contents} kept apart, of which {erased} erased.",
        "事件{events}条，对象{rows}个，另存内容{contents}份，其中已删除{erased}份。")
    case .root: Wording("Root of the log: {root}", "日志根哈希：{root}")
    case .checkpointAt:
      Wording("The signed checkpoint vouches for the first {size#event#events}.", "已签名检查点为前{size}条事件作证。")
    case .noCheckpoint: Wording("There is no checkpoint that could be believed.", "没有可信的检查点。")
    case .rebuilt:
      Wording("The rows are what {events#event#events} make.", "各行与{events}条事件推得的结果一致。")
    case .rebuildDiffers: Wording("{n#row differs#rows differ} from what the events make.", "有{n}行与事件推得的结果不同。")
    case .rebuildRepaired: Wording("The rows were written anew from the events.", "已按事件重写各行。")
    case .copied: Wording("The record was copied to {folder}.", "记录已备份到{folder}。")
    case .restored: Wording("The record was verified and restored to {folder}.", "记录已核验并恢复到{folder}。")
    case .copiedWithKeys:
      Wording(
        "The secret keys are in the copy: keep it where only you can read it. With it the record can be continued.",
        "副本含私钥：请存放在只有您能读取之处。凭此副本可以续写记录。")
    case .copiedWithoutKeys:
      Wording(
        "The secret keys are not in the copy: it can be read and verified, not continued. Keep the folder keys apart, "
          + "or copy with --with-keys.",
        "副本不含私钥：可以读取和核验，不能续写。请另行保存 keys 文件夹，或使用 --with-keys 备份。")
    case .restoredWithoutKeys:
      Wording(
        "The copy held no secret keys: the record can be read, not continued. Bring the files of the folder keys along "
          + "to continue it; authenticators are recognised again only then.",
        "副本不含私钥：记录只能读取，不能续写。请将 keys 文件夹中的文件一并带来后再续写；动态口令也要到那时才能识别。")
    case .exported:
      Wording(
        "The record was written to {file}, without its secret keys and accounts.", "记录已写入{file}，不含私钥和账户。")
    case .imported: Wording("The record was verified and brought to {folder}.", "记录已核验并导入{folder}。")
    case .healthy: Wording("{what}: in order", "{what}：正常")
    case .unhealthy: Wording("{what}: {fault}", "{what}：{fault}")
    }
  }
}

/// What a doctor looks at.
enum HealthPhrase: String, Phrase {
  case keyRights, durability, diskSpace, log, clock, keyMissing, keyOpen, littleSpace, behind, clockBehind

  var wording: Wording {
    switch self {
    case .keyRights: Wording("Key that signs", "签名私钥")
    case .durability: Wording("Commits wait for the disk", "提交等待落盘")
    case .diskSpace: Wording("Room on the disk", "磁盘空间")
    case .log: Wording("Published log", "已发布日志")
    case .clock: Wording("Clock", "时钟")
    case .keyMissing: Wording("there is none; this copy can be read, not continued", "缺失；此副本只能读取，不能续写")
    case .keyOpen:
      Wording("others may read it; run chmod 600 {file}", "其他用户可以读取；请运行 chmod 600 {file}")
    case .littleSpace: Wording("only {n} MB are left", "仅剩{n} MB")
    case .behind: Wording("{n#event is#events are} not published yet", "有{n}条事件尚未发布")
    case .clockBehind: Wording("it is behind the last event; set the clock", "落后于最后一条事件；请校准时钟")
    }
  }
}
