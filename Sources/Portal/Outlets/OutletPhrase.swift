import Reporting

/// What is said about data for programs.
enum OutletPhrase: String, Phrase {
  case title, lead, collections, collection, list, table, feed, allTitle, calendar, contracting, json, release,
    workbook, description, orders, log, tooLarge, notAnOrder, noKey, proofNote, levelNote, changes, calendarName

  var wording: Wording {
    switch self {
    case .title: Wording("Open data", "开放数据")
    case .lead:
      Wording("Everything on these pages can be had as data, as far as you may see it.", "本平台各页面的内容，凡您可以查看的，均可作为数据获取。")
    case .collections: Wording("By kind", "按类别")
    case .collection: Wording("Kind", "类别")
    case .list: Wording("List and things", "列表与条目")
    case .table: Wording("Table", "表格")
    case .feed: Wording("Feed", "订阅")
    case .allTitle: Wording("For all kinds", "总体")
    case .calendar: Wording("Calendar of dates", "期限日历")
    case .contracting: Wording("Agreements and payments (Open Contracting Data Standard 1.1)", "协议与收付（开放合同数据标准1.1）")
    case .release: Wording("As contracting data (OCDS)", "合同数据（OCDS）")
    case .json: Wording("As data (JSON)", "数据（JSON）")
    case .workbook: Wording("Entries as a spreadsheet (XLSX)", "分录电子表格（XLSX）")
    case .description: Wording("Description for programs (OpenAPI 3.1)", "程序接口说明（OpenAPI 3.1）")
    case .orders: Wording("Orders of programs", "程序提交事项")
    case .log: Wording("Public log", "公开日志")
    case .tooLarge: Wording("The order is too large; send at most 1,000,000 bytes.", "提交内容过大，最多1,000,000字节。")
    case .notAnOrder:
      Wording("This is no order: send JSON as /openapi.json describes it.", "提交内容不是有效的事项，请按 /openapi.json 的说明提交JSON。")
    case .noKey:
      Wording(
        "Send a key of 32 hexadecimal digits, made anew for every order, as “key”.", "请在“key”中提供32位十六进制密钥，每个事项使用新的密钥。")
    case .proofNote:
      Wording(
        "The SHA-256 of a row's text stands in the last entry of its history, so that data can be checked against the public log.",
        "每一行文本的 SHA-256 载于其办理经过的最后一条记录，可据此与公开日志核对。")
    case .levelNote:
      Wording(
        "Without signing in you have what is for everybody; signed in, also what is for you.",
        "未登录时可获取对所有人公开的内容；登录后还可获取向您公开的内容。")
    case .changes: Wording("{what}: changes", "{what}：动态")
    case .calendarName: Wording("Dates of {region}", "{region}期限日历")
    }
  }
}
