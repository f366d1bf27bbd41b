/// A value of a file that was held against its shape.
struct Value {
  enum Content {
    case text(String)
    case localized(LocalizedText)
    case number(Double)
    case figure(Figure)
    case column(ColumnValue)
    case date(CaseDate)
    case sequence([Value])
    case table([(key: String, place: Place, value: Value)])
    case mapping(Fields)
    /// Something is wrong with it, and the list of faults says what.
    case faulty
  }

  let place: Place
  let content: Content

  var text: String? { if case .text(let text) = content { text } else { nil } }
  var number: Double? { if case .number(let number) = content { number } else { nil } }
  var figure: Figure? { if case .figure(let figure) = content { figure } else { nil } }
  var fields: Fields? { if case .mapping(let fields) = content { fields } else { nil } }
}

/// The values of a mapping by their keys.
struct Fields {
  let place: Place
  let scope: ProvenanceScope
  fileprivate let entries: [String: (keyPlace: Place, value: Value)]

  init(place: Place, scope: ProvenanceScope, entries: [String: (keyPlace: Place, value: Value)]) {
    self.place = place
    self.scope = scope
    self.entries = entries
  }

  subscript(key: String) -> Value? { entries[key]?.value }
  func has(_ key: String) -> Bool { entries[key] != nil }
  func keyPlace(_ key: String) -> Place { entries[key]?.keyPlace ?? place }

  func text(_ key: String) -> String? { self[key]?.text }
  func number(_ key: String) -> Double? { self[key]?.number }
  /// Whether `true` stands under the key.
  func flag(_ key: String) -> Bool { text(key) == "true" }
  func figure(_ key: String) -> Figure? { self[key]?.figure }
  func fields(_ key: String) -> Fields? { self[key]?.fields }
  func localized(_ key: String) -> LocalizedText? {
    if case .localized(let text) = self[key]?.content { text } else { nil }
  }
  func column(_ key: String) -> ColumnValue? {
    if case .column(let column) = self[key]?.content { column } else { nil }
  }
  func date(_ key: String) -> CaseDate? {
    if case .date(let date) = self[key]?.content { date } else { nil }
  }
  /// The elements of a sequence; none when it is absent.
  func list(_ key: String) -> [Value] {
    if case .sequence(let values) = self[key]?.content { values } else { [] }
  }
  /// The entries of a table; none when it is absent.
  func table(_ key: String) -> [(key: String, place: Place, value: Value)] {
    if case .table(let entries) = self[key]?.content { entries } else { [] }
  }
  /// A word as the case of an enumeration.
  func choice<Choice: RawRepresentable<String>>(_ key: String) -> Choice? {
    text(key).flatMap { Choice(rawValue: $0) }
  }
}

/// One figure a party, before it is known whose.
struct ColumnValue {
  enum Form {
    case values([(key: String, place: Place, value: Value)])
    case file(name: String, place: Place, columns: Fields)
    case all(Figure)
  }

  let place: Place
  let form: Form
  let unit: String?
  let range: FigureRange
  let scope: ProvenanceScope
}

/// The provenance that holds for the figures of a mapping, as far as it and those around it tell.
struct ProvenanceScope {
  var status: ProvenanceStatus?
  var source: String?
  var remark: String?
  /// The mapping that says, or should say, where its figures come from.
  var place: Place

  static func none(at place: Place) -> ProvenanceScope { ProvenanceScope(place: place) }
}
