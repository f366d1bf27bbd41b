import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct ActTitleTests {
  @Test("the page of every act that somebody of the sample can do says in heading and title what is done to what")
  func namesBoth() async throws {
    let copy = try SampleCopy()
    let open = try BadAnswerTests.openForms(in: copy)
    #expect(open.count > 60)
    for one in open {
      for language in Language.allCases {
        let page = await copy.site.get(one.path, as: one.visitor, in: language).text
        let heading = try #require(Self.content(of: "h1", in: page), "\(one.path)")
        let title = try #require(Self.content(of: "title", in: page), "\(one.path)")
        #expect(title.contains(heading), "\(one.path): \(title)")
        let tongue = Tongue(language: language)
        let number = one.path.split(separator: "/").dropFirst().first.flatMap { ObjectID(String($0)) }
        guard let number else {
          #expect(heading == tongue.word(OpeningPhrase.self, "\(one.form.kind)"), "\(one.path)")
          continue
        }
        let thing = try copy.site.read(Visit(.get, number.path, language: language, visitor: one.visitor)) { reading in
          func heading<T: RecordObject>(_ type: T.Type) throws -> String? {
            (try reading.view.visible(type, number)?.object as? any PageThing)?.heading(in: reading)
          }
          return try heading(number.kind.type)
        }
        #expect(heading.hasSuffix((language == .english ? ": " : "：") + (thing ?? "?")), "\(one.path): \(heading)")
        // Not the code of an act for which there is no word.
        #expect(!heading.hasPrefix(one.form.acts[0] + ":"), "\(heading)")
      }
    }
  }

  @Test("where the answers decide which act it is, the heading names neither", arguments: Language.allCases)
  func undecided(language: Language) throws {
    let tongue = Tongue(language: language)
    let words = [ActTitlePhrase.decide, .decideAppeal, .reverse].map { tongue.say($0) }
    for act in ["grant", "dismiss", "upholdAppeal", "rejectAppeal"] {
      #expect(!words.contains(tongue.act(act, of: .incentiveCase)))
    }
    #expect(!words.contains(tongue.act("post", of: .books)))
  }

  private static func content(of element: String, in page: String) -> String? {
    page.components(separatedBy: "<\(element)>").dropFirst().first?.components(separatedBy: "</").first
      .map { ShownForm.plain(Substring($0)) }
  }
}
