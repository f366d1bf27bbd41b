/// Who stands above whom: parents exist, are governments or authorities, are of a higher tier, and nobody stands above
/// itself.
struct PartyTree {
  let parties: [Fields]
  let reference: Reference
  let faults: FaultList

  func check() {
    var byID: [String: Fields] = [:]
    for fields in parties {
      if let id = fields.text("id"), byID[id] == nil { byID[id] = fields }
    }
    for fields in parties {
      guard let id = fields.text("id"), let value = fields["parent"], let parent = reference.find(value),
        let above = byID[parent]
      else { continue }
      check(above, above: fields, id: id, parent: parent, at: value.place)
    }
    findCycles(byID)
  }

  private func check(_ above: Fields, above fields: Fields, id: String, parent: String, at place: Place) {
    let kind: PartyKindWord? = above.choice("kind")
    if let kind, kind != .government, kind != .authority {
      faults.error(place, "the parent '\(parent)' is a \(kind.rawValue)", "name a government or an authority")
    }
    let tier: Tier? = fields.choice("tier")
    let higher: Tier? = above.choice("tier")
    if id != parent, let tier, let higher, higher <= tier {
      faults.error(
        place, "the parent '\(parent)' is a \(higher.rawValue) and '\(id)' a \(tier.rawValue)",
        "a parent must be of a higher tier")
    }
  }

  /// Adds one fault for each cycle, at the parent of its member that stands first in the file.
  private func findCycles(_ byID: [String: Fields]) {
    var settled: Set<String> = []
    for fields in parties {
      guard let start = fields.text("id"), !settled.contains(start) else { continue }
      var path: [String] = []
      var current: String? = start
      while let id = current, !settled.contains(id) {
        if let beginning = path.firstIndex(of: id) {
          let cycle = path[beginning...]
          let round = (cycle + [id]).map { "'\($0)'" }.joined(separator: " under ")
          faults.error(
            byID[id]?["parent"]?.place ?? fields.place, "the parents go round: \(round)", "take one of them away")
          break
        }
        path.append(id)
        current = byID[id]?.text("parent")
      }
      settled.formUnion(path)
    }
  }
}
