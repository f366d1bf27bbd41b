import Studies
import Testing

@testable import Reporting

/// Where members count gains, no word of costs is left but for what really is a cost.
@Suite struct GainTests {
  static let cases = [standardFindings(), competitionFindings(), tableFindings()]

  /// What costs although gains are counted: running a form of cooperation, changing over, the letter C of formulas.
  private static let realCosts: [Language: [String]] = [
    .english: [
      "transaction costs", "transaction cost", "Transaction cost", "its own costs and risks", "the cost of search",
      "the cost of bargaining", "the cost of monitoring", "the cost of enforcement", "the cost of running it",
      "cost of lost autonomy", "Cost of lost autonomy", "costs by themselves", "net benefit",
      "when members may pay each other",
      "Running costs", "it costs the fine",
      "all gains and costs that can be moved", "Monitoring pays for",
      // The levers of a level above.
      "That costs it", "its own cost counted", "its lever costs it", "unit paid", "its cost counted",
      "what its lever costs it", "each unit paid", "Paid for is",
      "the cost of abatement", "an action costs by itself", "fixed cost",
    ],
    .chinese: [
      "交易成本", "固定成本", "建立和运行成本", "付出它的成本和风险", "各类成本", "搜寻成本", "谈判成本", "监督成本", "执行成本", "代理成本", "运行成本",
      "成本类别", "使成本降至", "成本各自列出", "收益与成本", "收益和成本", "其成本为", "计入上级成本", "手段的成本", "减排成本", "转换成本",
      "努力成本", "行动本身成本", "计入其成本",
    ],
  ]

  @Test("speaks of no cost, bill or payment for what is gained", arguments: 0..<3, Language.allCases)
  func words(index: Int, language: Language) throws {
    let page = PageReader(try Report(findings: Self.cases[index], language: language).html)
    var text = page.all("body").map(\.text).joined()
    for phrase in Self.realCosts[language] ?? [] { text = text.replacing(phrase, with: "") }
    if language == .english {
      let words = Set(text.split { !$0.isLetter }.map { $0.lowercased() })
      let refused = [
        "cost", "costs", "costly", "cheaper", "pay", "pays", "paid", "bill", "bills", "save", "saves", "saving",
        "savings",
      ]
      for word in refused where words.contains(word) {
        Issue.record("\(word): \(Self.places(of: word, in: text))")
      }
    } else {
      for word in ["成本", "账单", "节约", "少付", "多付", "应付", "分摊"] where text.contains(word) {
        Issue.record("\(word): \(Self.places(of: word, in: text))")
      }
    }
  }

  /// The first few places where a word stands, with what is around it.
  private static func places(of word: String, in text: String) -> [String] {
    text.ranges(of: word).prefix(8).map { range in
      let start = text.index(range.lowerBound, offsetBy: -24, limitedBy: text.startIndex) ?? text.startIndex
      let end = text.index(range.upperBound, offsetBy: 16, limitedBy: text.endIndex) ?? text.endIndex
      return String(text[start..<end])
    }
  }
}
