import Reporting

/// What is said on the help page and on the page about accessibility.
enum HelpPhrase: String, Phrase {
  case helpTitle, helpLead, fileTitle, fileText, readTitle, readText, actTitle, actText, refusedTitle, refusedText,
    levelsTitle, levelsText, proofTitle, proofText, dataTitle, dataText, wordsTitle, wordsText, contactTitle,
    contactText
  case accessTitle, accessLead, standardTitle, standardText, waysTitle, keyboard, screenReader, zoom, noScript, print,
    motion, languages, limitsTitle, limitsText, tellTitle, tellText

  var wording: Wording {
    switch self {
    case .helpTitle: Wording("Help", "帮助")
    case .helpLead:
      Wording("How to read, file, decide and verify on these pages.", "如何在本平台查阅、提出、办理和核验。")
    case .fileTitle: Wording("File a problem", "提出议题")
    case .fileText:
      Wording(
        "Say what happens, where, since when and whom it affects. The joint office answers within the term that the page names. You can follow every step under the number you are given.",
        "请说明何事、何地、自何时起、影响到谁。联合办公室将在页面所示期限内答复。您可凭编号跟踪每一步办理。")
    case .readTitle: Wording("Read a page", "查阅页面")
    case .readText:
      Wording(
        "Every thing has a number, a stage and a history. The history is complete: each line is an entry of the public log.",
        "每一事项都有编号、阶段和办理经过。办理经过是完整的，每一行都是公开日志的一条记录。")
    case .actTitle: Wording("Act", "办理")
    case .actText:
      Wording(
        "What you can do now stands on the page of the thing, and on “My week”. What binds is shown once more before it is recorded. A form that was sent twice is recorded once.",
        "您可办理的事项列于相应页面和“我的本周”。具有约束力的事项在记入前会再次核对。重复提交的表单只记入一次。")
    case .refusedTitle: Wording("When something is refused", "被拒绝时")
    case .refusedText:
      Wording(
        "The page says what is missing and what would help: another capacity, a power that was not delegated to you, a condition, or a field that must be filled in otherwise. Nothing was recorded then.",
        "页面会说明缺少什么以及如何补救：其他身份、未取得的授权、未满足的条件，或需要改填的项目。此时未记入任何内容。")
    case .levelsTitle: Wording("Who sees what", "谁能看到什么")
    case .levelsText:
      Wording(
        "Some texts are for the parties, for one organisation or for named persons until they are opened. What is meant for others looks the same as what does not exist.",
        "部分内容在公开前仅供当事方、一个单位或指定人员查看。仅供他人查看的内容与不存在的内容显示相同。")
    case .proofTitle: Wording("Check that nothing was changed", "核验内容未被改动")
    case .proofText:
      Wording(
        "Open an entry of the public log, download its proof and verify it with the key of the log.",
        "打开公开日志的一条记录，下载证明，并用日志公钥核验。")
    case .dataTitle: Wording("Take data along", "获取数据")
    case .dataText:
      Wording(
        "Lists can be had as JSON and CSV, changes as a feed, dates as a calendar.",
        "列表可按 JSON 和 CSV 格式获取，动态可订阅，期限可加入日历。")
    case .wordsTitle: Wording("Words", "用语")
    case .wordsText: Wording("The bodies, rules and words of this region are explained under", "本地区的机构、规则和用语说明见")
    case .contactTitle: Wording("Ask somebody", "联系我们")
    case .contactText:
      Wording(
        "Ask the joint office; it is listed among the members. Without an account you can file a problem.",
        "请联系联合办公室，其信息列于成员单位。没有账户也可以提出议题。")
    case .accessTitle: Wording("Accessibility", "无障碍说明")
    case .accessLead: Wording("These pages are for everybody.", "本平台面向所有人。")
    case .standardTitle: Wording("What we keep to", "遵循的标准")
    case .standardText:
      Wording(
        "The pages are built to meet the Web Content Accessibility Guidelines 2.2, level AA.",
        "页面按《网页内容无障碍指南》2.2版AA级要求建设。")
    case .waysTitle: Wording("What you can rely on", "您可以放心的是")
    case .keyboard: Wording("Everything can be done with the keyboard alone.", "仅用键盘即可完成所有操作。")
    case .screenReader:
      Wording(
        "Headings, tables and fields are named, and errors are said first.", "标题、表格和填写项均有名称，错误信息首先读出。")
    case .zoom:
      Wording("Text can be made four times as large; nothing is cut off.", "文字可放大至四倍而不被截断。")
    case .noScript: Wording("No scripts are needed.", "无需运行脚本。")
    case .print: Wording("Every page can be printed.", "每个页面均可打印。")
    case .motion:
      Wording("Nothing moves or blinks, and no colour says anything that words do not.", "页面无动画和闪烁，颜色不单独表示含义。")
    case .languages: Wording("Every page can be had in English and in Chinese.", "每个页面均有中文和英文。")
    case .limitsTitle: Wording("What falls short", "尚有不足")
    case .limitsText:
      Wording(
        "Texts that people wrote stand in the language in which they wrote them. Tables with many columns scroll sideways on narrow screens.",
        "由他人撰写的内容按原文语言显示。列数较多的表格在窄屏上需横向滚动。")
    case .tellTitle: Wording("Tell us", "反馈")
    case .tellText:
      Wording("If something keeps you out, file a problem and say so.", "如有无法使用之处，请提出议题告知我们。")
    }
  }
}
