import Registry
import Reporting

/// The languages of the United Nations and of the regions with sample cases; others stand as they were written.
enum LanguageNamePhrase: String, Phrase {
  case zh, en, ar, da, de, es, fi, fr, it, ja, kk, ko, lo, mn, my, nb, nl, pl, pt, ru, sv, th, vi

  var wording: Wording {
    switch self {
    case .zh: Wording("Chinese", "中文")
    case .en: Wording("English", "英文")
    case .ar: Wording("Arabic", "阿拉伯文")
    case .da: Wording("Danish", "丹麦文")
    case .de: Wording("German", "德文")
    case .es: Wording("Spanish", "西班牙文")
    case .fi: Wording("Finnish", "芬兰文")
    case .fr: Wording("French", "法文")
    case .it: Wording("Italian", "意大利文")
    case .ja: Wording("Japanese", "日文")
    case .kk: Wording("Kazakh", "哈萨克文")
    case .ko: Wording("Korean", "韩文")
    case .lo: Wording("Lao", "老挝文")
    case .mn: Wording("Mongolian", "蒙古文")
    case .my: Wording("Burmese", "缅甸文")
    case .nb: Wording("Norwegian", "挪威文")
    case .nl: Wording("Dutch", "荷兰文")
    case .pl: Wording("Polish", "波兰文")
    case .pt: Wording("Portuguese", "葡萄牙文")
    case .ru: Wording("Russian", "俄文")
    case .sv: Wording("Swedish", "瑞典文")
    case .th: Wording("Thai", "泰文")
    case .vi: Wording("Vietnamese", "越南文")
    }
  }
}

extension Reading {
  /// The languages in which a text is authentic, by their names; what is no code of a known language stands as it is.
  ///
  /// - Parameter terms: codes such as `zh, en`, as people write them.
  func languages(_ terms: Agreement.Terms) -> String {
    let codes = terms.authentic.split { ",;/、，；".contains($0) }.map { $0.filter { !$0.isWhitespace } }
    let names = codes.map { code in
      // Of a tag such as zh-Hans the language alone is named (RFC 5646, §2.1).
      LanguageNamePhrase(rawValue: code.prefix { $0 != "-" }.lowercased()).map { say($0) }
    }
    guard !names.isEmpty, names.allSatisfy({ $0 != nil }) else { return terms.authentic }
    return tongue.row(names.compactMap { $0 })
  }
}
