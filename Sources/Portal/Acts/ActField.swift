import Registry
import Reporting

/// One thing that a command needs to know, and how people are asked for it. Declared as data: the form, the reading of
/// the answer, the check page and the interface description for programs follow from it.
struct ActField: Sendable {
  /// What sort of answer is asked for.
  indirect enum Sort: Sendable {
    /// One line of text of at most so many characters.
    case line(limit: Int = 200)
    /// Text of several lines.
    case text(limit: Int = 20_000)
    /// One of some codes, each with its word.
    case choice([String], @Sendable (Reading, String) -> String)
    /// Several of some codes.
    case choices([String], @Sendable (Reading, String) -> String)
    /// A thing of the record of one of these kinds.
    case object([ObjectKind])
    /// Several things of the record.
    case objects([ObjectKind])
    /// A field of cooperation of the region.
    case cooperationField
    /// Several fields of cooperation.
    case cooperationFields
    /// A day of the calendar.
    case day
    /// A moment, asked for and shown in the region's own time.
    case moment
    /// A whole number.
    case whole
    /// An amount in minor units, asked for in the unit that people count in, such as 12.50.
    case minorUnits
    /// A sum of money in the currency of the books, or of the region: asked for as its number alone.
    case amount
    /// Yes or no.
    case flag
    /// Texts, one a line.
    case lines
    /// Fields that belong together.
    case group([ActField])
    /// As many of a group as are filled in. A group of one field called `_` is a list of answers to that field.
    case list([ActField])
    /// The number of the row in its list, from 1: nobody is asked for it.
    case ordinal
    /// One part of what is acted on, such as a clause; the options depend on what is filled in. In the record a whole
    /// number, or the text of the code.
    case part(isNumber: Bool = true, Options)
    /// Several parts or people, by the texts of their codes, in the order of the options.
    case parts(Options)
    /// One of several forms, each with fields of its own; in the record, a case with what belongs to it.
    case variant([(code: String, fields: [ActField])], @Sendable (Reading, String) -> String)
    /// As a variant; in the record, the code stands under the field's name, and what belongs to it stands beside it.
    case tagged([(code: String, fields: [ActField])], @Sendable (Reading, String) -> String)
  }

  /// What can be chosen here and now, each with its words; nothing where the code is to be typed.
  typealias Options = @Sendable (Reading, FormFields) -> [(code: String, text: String)]

  /// As the command calls it.
  let name: String
  let label: any Phrase
  let hint: (any Phrase)?
  let sort: Sort
  let isOptional: Bool

  init(
    _ name: String, _ label: any Phrase, _ sort: Sort, hint: (any Phrase)? = nil, isOptional: Bool = false
  ) {
    (self.name, self.label, self.sort) = (name, label, sort)
    (self.hint, self.isOptional) = (hint, isOptional)
  }
}

/// How people are asked for one command of one kind of thing.
struct ActForm: Sendable {
  let kind: ObjectKind
  /// The command, by the name of its case.
  let command: String
  /// The acts of the life cycle that it leads to; usually the one of its own name.
  let acts: [String]
  let fields: [ActField]
  /// What can be chosen in each field that has to name a part of the thing.
  private let parts: [ActField.Options]

  init(_ kind: ObjectKind, _ command: String, acts: [String]? = nil, _ fields: [ActField] = []) {
    (self.kind, self.command, self.fields) = (kind, command, fields)
    self.acts = acts ?? [command]
    parts = fields.compactMap { field in
      guard !field.isOptional, case .part(_, let options) = field.sort else { return nil }
      return options
    }
  }

  /// The address of the form: `/docket/PD-3/acts/accept`, or `/docket/acts/draft` where it opens a new thing.
  func path(on object: ObjectID?) -> String { "\(object?.path ?? kind.path)/acts/\(command)" }

  /// Whether there is something to choose in every field that asks for a part of the thing, such as an amendment.
  func hasParts(on object: ObjectID?, in reading: Reading) -> Bool {
    guard !parts.isEmpty else { return true }
    let reading = reading.at(path(on: object))
    return parts.allSatisfy { !$0(reading, FormFields()).isEmpty }
  }

  /// Every form, by kind.
  static let all: [ActForm] = docket + negotiationTable + incentiveCase + dispute + evaluation + promises

  /// The form of a command.
  static func of(_ kind: ObjectKind, _ command: String) -> ActForm? {
    all.first { $0.kind == kind && $0.command == command }
  }

  /// The form that leads to an act of the life cycle.
  static func leading(to act: String, of kind: ObjectKind) -> ActForm? { leading[kind]?[act] }

  /// The forms by what they lead to; of several the first.
  private static let leading: [ObjectKind: [String: ActForm]] = all.reduce(into: [:]) { found, form in
    for act in form.acts where found[form.kind]?[act] == nil { found[form.kind, default: [:]][act] = form }
  }
}
