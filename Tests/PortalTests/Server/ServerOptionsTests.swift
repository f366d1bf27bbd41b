import Foundation
import Reporting
import Testing

@testable import Portal

@Suite struct ServerOptionsTests {
  private func options(
    flags: [ServerOptions.Setting: String] = [:], _ environment: [String: String] = [:], file: String? = nil
  ) throws(ServerOptions.Faults) -> ServerOptions {
    try ServerOptions(
      flags: flags, environment: environment, file: file.map { Array($0.utf8) }, place: "data/server.json")
  }

  @Test("flags come before the environment, the environment before the file, the file before what is built in")
  func order() throws {
    #expect(try options() == ServerOptions())
    #expect(try options(file: #"{"port": 1}"#).port == 1)
    #expect(try options(["INTERLOCAL_PORT": "2"], file: #"{"port": 1}"#).port == 2)
    #expect(try options(flags: [.port: "3"], ["INTERLOCAL_PORT": "2"], file: #"{"port": 1}"#).port == 3)
    let all = try options(
      [
        "INTERLOCAL_ORIGIN": "https://Rivers.Example:443/", "INTERLOCAL_LOG": "warning",
        "INTERLOCAL_METRICS_TOKEN": "0123456789abcdef",
      ], file: #"{"host": "0.0.0.0", "formBytes": "2048", "headerSeconds": 2.5, "proxies": "10.0.0.1, 10.0.0.2"}"#)
    #expect(all.origin?.description == "https://rivers.example" && all.logging == .warning)
    #expect(all.metricsToken == "0123456789abcdef" && all.host == "0.0.0.0" && all.limits.formBytes == 2_048)
    #expect(all.limits.headerSeconds == 2.5 && all.proxies == ["10.0.0.1", "10.0.0.2"])
  }

  @Test("every value that cannot be accepted is told at once, with its place and what would be")
  func faults() {
    let faults = #expect(throws: ServerOptions.Faults.self) {
      try options(flags: [.port: "70000"], ["INTERLOCAL_LOG": "loud"], file: #"{"origin": "http://a", "colour": 1}"#)
    }
    let known = ServerOptions.Setting.allCases.map(\.rawValue).sorted().joined(separator: ", ")
    #expect(
      faults?.all.map(\.description) == [
        "data/server.json: colour: there is no such setting; use \(known)",
        "--port: '70000' cannot be accepted; write a whole number from 0 to 65535",
        "data/server.json: origin: 'http://a' cannot be accepted; write the public address without a path, such as "
          + "https://rivers.example",
        "INTERLOCAL_LOG: 'loud' cannot be accepted; write one of debug, info, warning, error",
      ])
    #expect(throws: ServerOptions.Faults.self) { try options(file: "[]") }
    #expect(throws: ServerOptions.Faults.self) { try options(file: #"{"port": [1]}"#) }
    #expect(throws: ServerOptions.Faults.self) { try options(flags: [.metricsToken: "short"]) }
  }

  @Test("without TLS in front only this machine is served")
  func loopbackOnly() throws {
    for host in ["127.0.0.1", "::1", "localhost", "127.1.2.3"] {
      #expect(try options(flags: [.host: host]).host == host)
    }
    let faults = #expect(throws: ServerOptions.Faults.self) { try options(["INTERLOCAL_HOST": "0.0.0.0"]) }
    #expect(
      faults?.description
        == "INTERLOCAL_HOST: '0.0.0.0' is seen by other machines, and passwords would travel unencrypted; put a proxy "
        + "with TLS in front and give --origin https://its.name, or listen on 127.0.0.1")
    #expect(try options(flags: [.host: "0.0.0.0", .origin: "https://a.example"]).origin != nil)
  }

  @Test(
    "only an https address without a path is a public one",
    arguments: [
      "http://a.example", "https://", "https://a.example/path", "https://a.example:0", "https://a.example:99999",
      "https://user@a.example", "https://a..example", "https://-a.example", "https://两县.example", "a.example",
      "https://a.example?x=1",
    ])
  func origins(text: String) {
    #expect(PublicOrigin(text) == nil)
  }

  @Test(
    "the language with the highest weight is taken, of equals the first",
    arguments: [
      ("zh", "zh"), ("en;q=0.5, zh;q=0.9", "zh"), ("en, zh", "en"), ("zh-Hant-TW", "zh"), ("fr, *;q=0.1", "en"),
      ("fr", nil), ("zh;q=0", nil), ("zh;q=2, en;q=0.1", "en"), ("", nil), (";;,,q=", nil), ("ZH;Q=1.000", "zh"),
    ])
  func languages(header: String, tag: String?) {
    #expect(LanguageChoice.preferred(header)?.rawValue == tag)
  }

  @Test("a line of the log is one line of JSON, whatever it tells")
  func logText() throws {
    let hostile = "a\"b\\c\n\r\u{2028}\u{0}\u{1F600}水\u{202E}"
    let text = ServerLog.quoted(hostile)
    #expect(text.utf8.allSatisfy { $0 >= 32 && $0 < 127 })
    let read = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [String]
    #expect(read == [hostile])
  }

  @Test("a first cookie of a name holds, and what is no pair is skipped")
  func cookies() {
    let cookies = Cookies(["a=1; b=2;c=3=4; nothing", "a=5; __Host-session=x"])
    #expect(cookies["a"] == "1" && cookies["b"] == "2" && cookies["c"] == "3=4")
    #expect(cookies["nothing"] == nil && cookies["__Host-session"] == "x")
  }
}
