/// Looks up what one part of a case calls another by, with a fault where there is nothing of the name.
struct Reference {
  let faults: FaultList
  /// What is looked up, as in `party`.
  let noun: String
  let plural: String
  /// In the order of the file.
  let known: [String]
  /// Whether `known` is all there is; where some could not be read, a name that is not among them may be one of those.
  let isWhole: Bool
  private let set: Set<String>

  init(to noun: String, plural: String, known: [String], isWhole: Bool = true, faults: FaultList) {
    self.noun = noun
    self.plural = plural
    self.known = known
    self.isWhole = isWhole
    self.faults = faults
    set = Set(known)
  }

  func contains(_ name: String) -> Bool { set.contains(name) }

  /// The name if something bears it.
  func find(_ name: String, at place: Place) -> String? {
    if set.contains(name) { return name }
    guard isWhole else { return nil }
    faults.error(
      place, "no \(noun) is called '\(shortened(name))'",
      suggestion(for: name, among: known, otherwise: "the \(plural) are"))
    return nil
  }

  func find(_ key: String, of fields: Fields) -> String? {
    guard let value = fields[key], let text = value.text else { return nil }
    return find(text, at: value.place)
  }

  func find(_ value: Value) -> String? { value.text.flatMap { find($0, at: value.place) } }
}

/// Adds a fault for every id that was used before, at its second use.
func findRepeats(of noun: String, among ids: [(id: String, place: Place)], faults: FaultList) {
  var first: [String: Place] = [:]
  for (id, place) in ids {
    if let earlier = first[id] {
      faults.error(
        place, "'\(shortened(id))' is the id of two \(noun), the first at \(earlier)", "give each an id of its own")
    } else {
      first[id] = place
    }
  }
}
