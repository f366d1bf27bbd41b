import Studies

/// One thing a report says, in every language; `{name}` marks a place to fill.
///
/// English may follow number: `{count#coalition#coalitions}` prints the count and the noun that fits it. What is said
/// otherwise where members count gains instead of costs has a second form, and a ``Voice`` chooses between the two.
package struct Wording: Sendable, Equatable {
  package let english: String
  package let chinese: String
  /// The wording where gains are counted; nothing where one serves for both.
  private let ofGains: [String]

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
    ofGains = []
  }

  package init(_ english: String, _ chinese: String, gains: (english: String, chinese: String)) {
    self.english = english
    self.chinese = chinese
    ofGains = [gains.english, gains.chinese]
  }

  package func text(in language: Language, counting: DiagnosisFindings.Counting = .cost) -> String {
    if counting == .gain, !ofGains.isEmpty { return ofGains[language == .english ? 0 : 1] }
    return language == .english ? english : chinese
  }
}

/// A part of the catalogue: every case has its wording, which the compiler checks.
package protocol Phrase: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  var wording: Wording { get }
}

/// What fills a place of a phrase.
package enum Filling: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
  case text(String)
  case count(Int)

  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .count(value) }
}

/// A wording cut at its places.
package struct Template {
  package enum Part: Equatable {
    case words(String)
    case place(String, one: String?, many: String?)
  }

  package let parts: [Part]

  package init(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    // Bytes are looked through many times as fast as characters, and both braces are one.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      let pieces = rest[rest.index(after: open)..<close].split(separator: "#", omittingEmptySubsequences: false)
      parts.append(
        .place(
          String(pieces[0]), one: pieces.count == 3 ? String(pieces[1]) : nil,
          many: pieces.count == 3 ? String(pieces[2]) : nil))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self.parts = parts
  }

  /// The names of the places, in alphabetical order.
  package var places: [String] {
    Set(parts.compactMap { if case .place(let name, _, _) = $0 { name } else { nil } }).sorted()
  }

  package func filled(_ fillings: [String: Filling]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): return words
      case .place(let name, let one, let many):
        switch fillings[name] {
        case .text(let text)?: return text
        case .count(let count)?:
          let number = Numeral.whole(count)
          guard let one, let many else { return number }
          return "\(number) \(count == 1 ? one : many)"
        case nil: preconditionFailure("the phrase's place {\(name)} was not filled")
        }
      }
    }.joined()
  }
}
