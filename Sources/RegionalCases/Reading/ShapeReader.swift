/// Holds nodes against the shapes of the format and collects every fault.
final class ShapeReader {
  let faults: FaultList
  let folder: CaseFolder?
  /// The keys of the sources, in the order of the file.
  let sourceKeys: [String]
  var usedSources: Set<String> = []
  /// The mappings whose figures were already said to lack a provenance: one fault is enough for all of them.
  var unfounded: Set<Place> = []

  init(faults: FaultList, folder: CaseFolder?, sourceKeys: [String]) {
    self.faults = faults
    self.folder = folder
    self.sourceKeys = sourceKeys
  }

  // MARK: Shapes

  /// - Parameter name: what the value is called, to stand before "is": the key it stands under.
  func read(_ node: Node, as shape: Shape, called name: String, in scope: ProvenanceScope) -> Value {
    Value(place: node.place, content: content(of: node, as: shape, called: name, in: scope) ?? .faulty)
  }

  private func content(of node: Node, as shape: Shape, called name: String, in scope: ProvenanceScope) -> Value.Content?
  {
    switch shape {
    case .text: text(node, called: name).map(Value.Content.text)
    case .file: text(node, called: name).map(Value.Content.text)
    case .localized: localized(node, called: name).map(Value.Content.localized)
    case .word(let word): self.word(node, word, called: name).map(Value.Content.text)
    case .choice(let words): choice(node, of: words, called: name).map(Value.Content.text)
    case .source: source(node, called: name).map(Value.Content.text)
    case .flag: choice(node, of: ["true", "false"], called: name).map(Value.Content.text)
    case .number(let range): number(node, in: range, called: name).map(Value.Content.number)
    case .figure(let range): figure(node, in: range, called: name, scope: scope).map(Value.Content.figure)
    case .column(let range): column(node, of: range, called: name, in: scope).map(Value.Content.column)
    case .date: date(node, called: name).map(Value.Content.date)
    case .sequence(of: let shape, let counts):
      sequence(node, of: shape, counts: counts, called: name, in: scope).map(Value.Content.sequence)
    case .table(let key, of: let shape):
      table(node, key: key, of: shape, called: name, in: scope).map(Value.Content.table)
    case .mapping(let shape): fields(node, of: shape, called: name, in: scope).map(Value.Content.mapping)
    case .rows(let shape): rows(node, of: shape, called: name, in: scope).map(Value.Content.sequence)
    case .anyOf(let shapes):
      fitting(node, of: shapes, called: name).flatMap { content(of: node, as: $0, called: name, in: scope) }
    }
  }

  /// The first of `shapes` that is written as the node is: as a list, as a mapping or as a single value.
  private func fitting(_ node: Node, of shapes: [Shape], called name: String) -> Shape? {
    let found: Shape?
    switch node.content {
    case .sequence: found = shapes.first { $0.form == .list }
    case .mapping: found = shapes.first { $0.form == .mapping }
    case .scalar: found = node.isNull ? nil : shapes.first { $0.form == .value }
    }
    if let found { return found }
    let choices = shapes.map(\.inWords).joined(separator: ", or ")
    faults.error(
      node.place, node.isNull ? "\(name) has no value" : "\(name) is \(node.inWords)", "write \(choices)")
    return nil
  }

  // MARK: Collections

  private func sequence(
    _ node: Node, of shape: Shape, counts: ClosedRange<Int>, called name: String, in scope: ProvenanceScope
  ) -> [Value]? {
    guard case .sequence(let nodes) = node.content else {
      faults.error(
        node.place, node.isNull ? "\(name) has no value" : "\(name) is \(node.inWords)", "write a list, as in [a, b]")
      return nil
    }
    if !counts.contains(nodes.count) {
      faults.error(
        node.place, "\(name) has \(nodes.count) \(nodes.count == 1 ? "element" : "elements")",
        "give \(counts.lowerBound) to \(counts.upperBound)")
    }
    let element = elementName(of: name, shape)
    return nodes.map { read($0, as: shape, called: element, in: scope) }
  }

  private func elementName(of name: String, _ shape: Shape) -> String {
    if case .mapping(let shape) = shape { shape.name } else { "an element of \(name)" }
  }

  private func table(_ node: Node, key word: Word, of shape: Shape, called name: String, in outer: ProvenanceScope)
    -> [(key: String, place: Place, value: Value)]?
  {
    guard let entries = node.entries else {
      faults.error(
        node.place, node.isNull ? "\(name) has no value" : "\(name) is \(node.inWords)",
        "write a mapping, as in {a: …, b: …}")
      return nil
    }
    var scope = outer
    var own = entries
    if shape.holdsFigures, let index = own.firstIndex(where: { $0.key == "provenance" }) {
      let entry = own.remove(at: index)
      _ = fields(entry.value, of: .provenance, called: "provenance", in: outer)
      scope = refined(outer, by: entry.value.entries ?? [], at: node.place)
    } else if shape.holdsFigures, scope.status == nil, case .figure = shape {
      scope.place = node.place
    }
    return own.map { entry in
      let value = read(entry.value, as: shape, called: "'\(shortened(entry.key))' of \(name)", in: scope)
      let isSound = isSpelled(entry.key, word, at: entry.keyPlace, called: "a key of \(name)")
      return (entry.key, entry.keyPlace, isSound ? value : Value(place: value.place, content: .faulty))
    }
  }

  // MARK: Mappings

  func fields(_ node: Node, of shape: MappingShape, called name: String, in outer: ProvenanceScope) -> Fields? {
    guard let entries = node.entries else {
      faults.error(
        node.place, node.isNull ? "\(name) has no value" : "\(name) is \(node.inWords)",
        "write a mapping with "
          + shape.fields.filter(\.isRequired).map { "'\($0.key)'" }.joined(separator: ", ").ifEmpty("its keys"))
      return nil
    }
    let scope = scope(of: entries, at: node.place, of: shape, in: outer)
    var read: [String: (keyPlace: Place, value: Value)] = [:]
    for entry in entries {
      guard let field = shape.field(entry.key) else {
        faults.error(
          entry.keyPlace, "'\(shortened(entry.key))' is not a key of \(shape.name)",
          suggestion(for: entry.key, among: shape.fields.map(\.key), otherwise: "its keys are"))
        continue
      }
      // The figures of a column are known by the column, not by the key they stand under.
      let name = ["values", "all"].contains(entry.key) ? name : entry.key
      read[entry.key] = (entry.keyPlace, self.read(entry.value, as: field.shape, called: name, in: scope))
    }
    for field in shape.fields where field.isRequired && read[field.key] == nil {
      faults.error(node.place, "\(shape.name) has no '\(field.key)'", "add it: \(field.meaning.asRemedy)")
    }
    let fields = Fields(place: node.place, scope: scope, entries: read)
    for rule in shape.rules { hold(fields, to: rule, of: shape) }
    return fields
  }

  private func hold(_ fields: Fields, to rule: MappingShape.Rule, of shape: MappingShape) {
    switch rule {
    case .notBoth(let first, let second):
      guard fields.has(first), fields.has(second) else { return }
      faults.error(
        fields.keyPlace(second), "\(shape.name) has both '\(first)' and '\(second)'", "keep one of them")
    case .some(let keys):
      guard !keys.contains(where: fields.has) else { return }
      faults.error(fields.place, "\(shape.name) has none of \(quoted(keys))", "give at least one")
    case .only(let keys, beside: let other):
      guard !fields.has(other) else { return }
      for key in keys where fields.has(key) {
        faults.error(fields.keyPlace(key), "'\(key)' stands without '\(other)'", "add '\(other)', or take it away")
      }
    case .oneOf(let groups):
      hold(fields, toOneOf: groups, of: shape)
    case .when(let key, let words, let required, let forbidden):
      guard let word = fields.text(key), words.contains(word) else { return }
      for missing in required where !fields.has(missing) {
        let meaning = shape.field(missing)?.meaning ?? ""
        faults.error(
          fields.place, "\(shape.name) whose \(key) is \(word) has no '\(missing)'", "add it: \(meaning.asRemedy)")
      }
      for excess in forbidden where fields.has(excess) {
        faults.error(
          fields.keyPlace(excess), "\(shape.name) whose \(key) is \(word) cannot have '\(excess)'",
          "take it away, or change the \(key)")
      }
    }
  }

  private func hold(_ fields: Fields, toOneOf groups: [[String]], of shape: MappingShape) {
    let begun = groups.filter { $0.contains(where: fields.has) }
    guard let group = begun.first else {
      let choices = groups.map(quoted).joined(separator: ", or ")
      faults.error(fields.place, "\(shape.name) has none of \(shape.heart)", "give \(choices)")
      return
    }
    if begun.count > 1 {
      let first = group.first(where: fields.has) ?? group[0]
      let second = begun[1].first(where: fields.has) ?? begun[1][0]
      faults.error(fields.keyPlace(second), "\(shape.name) has both '\(first)' and '\(second)'", "keep one of them")
      return
    }
    for missing in group where !fields.has(missing) {
      let present = group.first(where: fields.has) ?? group[0]
      faults.error(fields.place, "\(shape.name) with '\(present)' has no '\(missing)'", "add it")
    }
  }

  private func quoted(_ keys: [String]) -> String {
    let words = keys.map { "'\($0)'" }
    return words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  // MARK: Columns

  private func column(_ node: Node, of range: FigureRange, called name: String, in scope: ProvenanceScope)
    -> ColumnValue?
  {
    guard let fields = fields(node, of: .column(range), called: name, in: scope) else { return nil }
    return column(fields, of: range)
  }

  /// The column that the fields of a column or of an indicator give.
  func column(_ fields: Fields, of range: FigureRange) -> ColumnValue? {
    let form: ColumnValue.Form
    if fields.has("values") {
      guard case .table(let entries) = fields["values"]?.content else { return nil }
      form = .values(entries)
    } else if let file = fields["file"] {
      guard let name = file.text else { return nil }
      form = .file(name: name, place: file.place, columns: fields)
    } else {
      guard let figure = fields.figure("all") else { return nil }
      form = .all(figure)
    }
    return ColumnValue(place: fields.place, form: form, unit: fields.text("unit"), range: range, scope: fields.scope)
  }

  // MARK: Rows

  private func rows(_ node: Node, of shape: MappingShape, called name: String, in scope: ProvenanceScope) -> [Value]? {
    guard node.entries != nil, let folder else {
      return sequence(node, of: .mapping(shape), counts: 0...100_000, called: name, in: scope)
    }
    let reference = MappingShape(
      name, [.required("file", .file, "A CSV file with a row for each.")], bearsProvenance: true)
    guard let fields = fields(node, of: reference, called: name, in: scope), let file = fields["file"],
      let path = file.text, let table = folder.table(path, namedAt: file.place)
    else { return nil }
    guard let nodes = RowNodes(shape: shape, faults: faults).nodes(of: table) else { return nil }
    let values = nodes.map { read($0, as: .mapping(shape), called: shape.name, in: fields.scope) }
    // A row that was left out may be the one that others name.
    return table.isWhole ? values : values + [Value(place: file.place, content: .faulty)]
  }
}

extension Shape {
  fileprivate enum Form { case value, list, mapping }

  /// How it is written.
  fileprivate var form: Form {
    switch self {
    case .sequence, .rows: .list
    case .table, .mapping, .column: .mapping
    default: .value
    }
  }

  /// What to write, to stand after "write".
  fileprivate var inWords: String {
    switch self {
    case .choice(let words): words.joined(separator: ", ")
    case .number: "a number"
    case .sequence, .rows: "a list, as in [a, b]"
    case .mapping(let shape): "a mapping with " + shape.fields.prefix(3).map { "'\($0.key)'" }.joined(separator: ", ")
    case .table: "a mapping, as in {a: …, b: …}"
    default: "text"
    }
  }
}

extension String {
  fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }

  /// A sentence as the end of one: small at its beginning, without its full stop.
  fileprivate var asRemedy: String {
    guard let first else { return self }
    return first.lowercased() + dropFirst().prefix { $0 != "." && $0 != ";" }
  }
}
