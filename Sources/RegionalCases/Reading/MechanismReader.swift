/// Reads what a case changes in the standard catalogue of mechanisms: its chapter `mechanisms`, or a file of that name.
struct MechanismReader {
  /// The file that may hold the chapter by itself, so that one catalogue can serve several cases.
  static let file = "mechanisms.yaml"

  private let reader: CaseReader
  private var faults: FaultList { reader.faults }

  init(case reader: CaseReader) { self.reader = reader }

  /// What the case changes, as if its file stood where the chapter would: the provenance of the case holds in both.
  /// Nil, with a fault, when it cannot be read.
  func mechanisms(_ root: Fields) -> MechanismChanges? {
    if let text = reader.folder.textIfThere(Self.file) {
      if root.has("mechanisms") {
        faults.error(
          root.keyPlace("mechanisms"), "mechanisms stands here and in \(Self.file)",
          "keep one of them: take the chapter or the file away")
        return nil
      }
      guard let text, let node = YAMLText(file: Self.file, text: text, faults: faults).root(),
        let fields = reader.shapes.fields(node, of: .mechanismChanges, called: "the file", in: root.scope)
      else { return nil }
      return changes(fields)
    }
    guard let fields = root.fields("mechanisms") else { return root.has("mechanisms") ? nil : MechanismChanges.none }
    return changes(fields)
  }

  private func changes(_ fields: Fields) -> MechanismChanges {
    var overrides: [MechanismCell: [MechanismParameter: Figure]] = [:]
    for cell in MechanismCell.allCases {
      if let changes = fields.fields("overrides")?.fields(cell.id) { overrides[cell] = parameters(changes) }
    }
    let values = fields.list("additions")
    findRepeats(of: "additions", among: reader.ids(values), faults: faults)
    for (id, place) in reader.ids(values) where MechanismCell(id: id) != nil {
      faults.error(
        place, "'\(id)' is a cell of the standard catalogue", "give the addition an id of its own, or override it")
    }
    let additions = values.compactMap { value -> MechanismChanges.Addition? in
      guard let fields = value.fields, let id = fields.text("id"), let name = fields.localized("name"),
        let cell = fields.text("basedOn").flatMap({ MechanismCell(id: $0) }),
        let changes = fields.fields("parameters")
      else { return nil }
      return MechanismChanges.Addition(
        id: id, name: name, basedOn: cell, parameters: parameters(changes), place: fields.place)
    }
    return MechanismChanges(overrides: overrides, additions: additions)
  }

  private func parameters(_ fields: Fields) -> [MechanismParameter: Figure] {
    var found: [MechanismParameter: Figure] = [:]
    for parameter in MechanismParameter.allCases {
      if let figure = fields.figure(parameter.rawValue) { found[parameter] = figure }
    }
    return found
  }
}
