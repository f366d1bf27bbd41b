import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct AuthenticLanguageTests {
  @Test(
    "the languages in which an agreement is authentic are named in the reader's own; what is no code stays as written",
    arguments: [
      ("zh", "Chinese", "中文"), ("zh, en", "Chinese, English", "中文、英文"), ("zh-Hans；sv", "Chinese, Swedish", "中文、瑞典文"),
      ("EN", "English", "英文"), ("tlh", "tlh", "tlh"),
      ("Chinese and English", "Chinese and English", "Chinese and English"),
      (",", ",", ","),
    ])
  func names(code: String, english: String, chinese: String) throws {
    let site = try SampleSite.shared.get().site
    for (language, name) in [(Language.english, english), (.chinese, chinese)] {
      let said = try site.read(Visit(.get, "/", language: language)) { $0.languages(.init(authentic: code)) }
      #expect(said == name)
    }
  }

  @Test("the page and the packet of an agreement name it")
  func pages() async throws {
    let site = try SampleSite.shared.get().site
    for path in ["/agreements/AG-1", "/agreements/AG-1/packet"] {
      #expect(await site.get(path).text.contains("<dt>Authentic language</dt><dd>Chinese</dd>"), "\(path)")
      #expect(await site.get(path, in: .chinese).text.contains("<dt>文本效力语言</dt><dd>中文</dd>"), "\(path)")
    }
  }
}
