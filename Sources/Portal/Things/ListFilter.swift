import Foundation
import Registry
import Reporting

/// What a list is narrowed down to: `/agreements?words=water&stage=inForce&field=water`.
struct ListFilter<Thing: PageThing> {
  let stage: Thing.Stage?
  private let field: String?
  /// Folded; each has to stand somewhere.
  private let words: [String]
  private let typed: String

  /// The most characters that are looked for.
  static var limit: Int { 200 }

  init(_ query: FormFields) {
    stage = query["stage"].flatMap { Thing.Stage(rawValue: $0) }
    field = query["field"].flatMap { $0.isEmpty ? nil : $0 }
    typed = String((query["words"] ?? "").prefix(Self.limit))
    words = Self.folded(typed).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Whether nothing is left out.
  var isOpen: Bool { stage == nil && !needsReading }

  /// Whether a thing has to be read to know: its stage alone does not tell.
  var needsReading: Bool { field != nil || !words.isEmpty }

  func admits(_ thing: Thing, in reading: Reading) throws -> Bool {
    guard stage == nil || thing.stage == stage, field == nil || thing.field == field else { return false }
    guard !words.isEmpty else { return true }
    let text = Self.folded(try thing.searchedText(in: reading))
    return words.allSatisfy(text.contains)
  }

  /// Without regard to case, accents and the width of letters.
  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  /// The form by which somebody narrows the list.
  func write(_ html: inout HTML, in reading: Reading) {
    html.element("form", ["method": "get", "action": reading.visit.path, "class": "filter", "role": "search"]) { html in
      html.element("div") { html in
        html.element("label", ["for": "words"], text: reading.say(WordPhrase.search))
        html.void(
          "input", ["type": "search", "id": "words", "name": "words", "value": typed, "maxlength": "\(Self.limit)"])
      }
      select("stage", reading.say(WordPhrase.stage), stage?.rawValue, reading, &html) {
        Thing.Stage.allCases.map { ($0.rawValue, reading.tongue.stage($0.rawValue, of: Thing.kind)) }
      }
      if Thing.hasField {
        select("field", reading.say(WordPhrase.field), field, reading, &html) {
          (reading.region?.charter.fields ?? []).map { ($0, reading.word(CooperationFieldPhrase.self, $0)) }
        }
      }
      html.element("button", text: reading.say(WordPhrase.filter))
    }
  }

  private func select(
    _ name: String, _ label: String, _ chosen: String?, _ reading: Reading, _ html: inout HTML,
    _ options: () -> [(code: String, word: String)]
  ) {
    html.element("div") { html in
      html.element("label", ["for": name], text: label)
      html.element("select", ["id": name, "name": name]) { html in
        html.option("", reading.say(WordPhrase.all), isChosen: chosen == nil)
        for (code, word) in options() { html.option(code, word, isChosen: code == chosen) }
      }
    }
  }
}

extension PageThing {
  /// Whether things of this kind belong to a field of cooperation.
  static var hasField: Bool {
    [.docketFile, .negotiationTable, .agreement, .commitment, .incentiveCase, .dispute].contains(kind)
  }

  func searchedText(in reading: Reading) throws -> String {
    ([id.description, heading(in: reading)] + cells(in: reading)).joined(separator: "\n")
  }
}
