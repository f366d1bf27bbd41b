import Registry
import Reporting

/// What refusals of the record say in Chinese, by the pattern of their sentence, which is the English wording.
enum RefusalCatalogue {
  /// Every part of the catalogue; a pattern that stands in two of them says the same in both, which a test holds.
  static let parts = [general, reports, incentives, agreements, tables, books]

  private static let chinese = parts.reduce(into: [String: String]()) { all, part in
    all.merge(part) { first, _ in first }
  }

  /// The wording of a sentence in a language.
  static func wording(_ sentence: Refusal.Sentence, in language: Language) -> String {
    language == .english ? sentence.pattern : chinese[sentence.pattern] ?? sentence.pattern
  }
}

/// The parts of a negotiation table of which refusals speak.
enum TablePartPhrase: String, Phrase {
  case clause, amendment, package

  var wording: Wording {
    switch self {
    case .clause: Wording("clause", "条款")
    case .amendment: Wording("amendment", "修正案")
    case .package: Wording("package", "方案")
    }
  }
}

extension RefusalWords {
  /// A sentence of a refusal, with names, dates and words as this reader knows them.
  func sentence(_ sentence: Refusal.Sentence) -> String {
    sentence.filling(RefusalCatalogue.wording(sentence, in: tongue.language), with: part)
  }

  private func part(_ part: Refusal.Sentence.Part) -> String {
    switch part {
    case .text(let text): text
    case .number(let number): String(number)
    case .object(let id): name(id)
    case .moment(let moment): Dates.moment(moment, zone: zone, in: tongue.language)
    case .money(let amount): MoneyWords(language: tongue.language).text(amount)
    case .word(let code, let vocabulary): word(code, vocabulary)
    case .both(let english, let chinese): tongue.language == .english ? english : chinese
    case .sentence(let inner): self.sentence(inner)
    case .list(let parts): tongue.row(parts.map(self.part))
    case .either(let parts): parts.map(self.part).joined(separator: tongue.language == .english ? " or " : "”或“")
    }
  }

  private func word(_ code: String, _ vocabulary: Refusal.Sentence.Vocabulary) -> String {
    switch vocabulary {
    case .stage(let kind): tongue.stage(code, of: kind)
    case .act(let kind): tongue.act(code, of: kind)
    case .stageOfPart("clause"): tongue.word(ClauseStagePhrase.self, code)
    case .stageOfPart("amendment"): tongue.word(AmendmentStagePhrase.self, code)
    case .stageOfPart: tongue.word(PackageStagePhrase.self, code)
    case .part: tongue.word(TablePartPhrase.self, code)
    case .versionStage: tongue.word(VersionStagePhrase.self, code)
    case .role: tongue.word(RolePhrase.self, code)
    case .organisationSort: tongue.word(OrganisationSortPhrase.self, code)
    case .cooperationField: tongue.word(CooperationFieldPhrase.self, code)
    case .docketOutcome: tongue.word(OutcomePhrase.self, code)
    case .verifiedResult: tongue.word(VerifiedResultPhrase.self, code)
    case .incentiveDirection: tongue.word(IncentiveDirectionPhrase.self, code)
    }
  }

  /// What a form calls the field of a command; nothing where no form asks for it.
  ///
  /// - Parameter place: as the record calls it, such as `exhibits.digest` or `transfers[0].amount`.
  func label(of place: String) -> String? {
    let names = place.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    guard let last = names.last else { return nil }
    // The form that was filled in is not known here; the same name asks for the same thing in all forms of a kind.
    let own = ActForm.all.filter { $0.kind == kind }
    let found = [own, ActForm.all].lazy.flatMap { forms in
      [last, names[0]].lazy.compactMap { name in forms.lazy.compactMap { $0.fields.label(of: name) }.first }
    }
    return found.first.map { tongue.say($0) }
  }
}

extension [ActField] {
  /// What the field at a place of the form is called, such as `tiers.0.limit`; a row is called as its list.
  func label(at place: ArraySlice<Substring>) -> (any Phrase)? {
    guard let name = place.first, let field = first(where: { $0.name == name }) else { return nil }
    let inner = place.dropFirst()
    switch field.sort {
    case _ where inner.isEmpty: return field.label
    case .group(let fields): return fields.label(at: inner)
    case .list(let fields): return fields.label(at: inner.dropFirst()) ?? field.label
    case .variant(let cases, _), .tagged(let cases, _):
      return cases.first { inner.first.map(String.init) == $0.code }?.fields.label(at: inner.dropFirst())
    default: return nil
    }
  }

  /// What the first field of this name is called, here or in a group.
  func label(of name: String) -> (any Phrase)? {
    for field in self {
      if field.name == name { return field.label }
      switch field.sort {
      case .group(let fields), .list(let fields):
        if let found = fields.label(of: name) { return found }
      case .variant(let cases, _), .tagged(let cases, _):
        for one in cases { if let found = one.fields.label(of: name) { return found } }
      default: break
      }
    }
    return nil
  }
}
