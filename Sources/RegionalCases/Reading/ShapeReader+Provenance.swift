/// Where figures come from, as far as the mappings around them tell.
extension ShapeReader {
  /// The provenance of a figure called `name` under `scope`; nil, with a fault once a mapping, when it lacks one.
  func provenance(in scope: ProvenanceScope, of name: String, at place: Place) -> Provenance? {
    guard let status = scope.status else {
      if unfounded.insert(scope.place).inserted {
        faults.error(
          place, "\(name) has no status", "say where it comes from: 'status' and 'source' here, or 'provenance' above")
      }
      return nil
    }
    guard status == .assumed || scope.source != nil else {
      if unfounded.insert(scope.place).inserted {
        faults.error(
          place, "\(name) is \(status.rawValue) and has no source", "name one of the sources, or call it assumed")
      }
      return nil
    }
    return Provenance(status: status, source: scope.source, remark: scope.remark)
  }

  /// What a mapping with these entries says of provenance, on top of what holds around it.
  func scope(of entries: [Node.Entry], at place: Place, of shape: MappingShape, in outer: ProvenanceScope)
    -> ProvenanceScope
  {
    var own = entries
    if shape.field("provenance") != nil, let value = entries.first(where: { $0.key == "provenance" })?.value {
      // A provenance that is no mapping is a fault of its own; the figures below it need not complain again.
      guard let inner = value.entries else {
        return ProvenanceScope(status: .assumed, source: nil, remark: nil, place: place)
      }
      own = inner + entries
    } else if shape.field("status") == nil {
      return moved(outer, to: place, if: shape)
    }
    return refined(outer, by: own, at: place)
  }

  private func moved(_ scope: ProvenanceScope, to place: Place, if shape: MappingShape) -> ProvenanceScope {
    guard scope.status == nil, shape.holdsFigures else { return scope }
    var scope = scope
    scope.place = place
    return scope
  }

  func refined(_ outer: ProvenanceScope, by entries: [Node.Entry], at place: Place) -> ProvenanceScope {
    func text(_ key: String) -> String? {
      if case .scalar(let text, _) = entries.first(where: { $0.key == key })?.value.content { text } else { nil }
    }
    guard text("status") != nil || text("source") != nil || text("remark") != nil else {
      var scope = outer
      if outer.status == nil { scope.place = place }
      return scope
    }
    var scope = outer
    scope.place = place
    if let word = text("status") {
      // A misspelled status is a fault of its own; the figures below it need not complain again.
      let status = ProvenanceStatus(rawValue: word) ?? .assumed
      // What is assumed here does not come from the source that was named further out.
      if status == .assumed { scope.source = nil }
      if status != outer.status { scope.remark = nil }
      scope.status = status
    }
    if let source = text("source") { scope.source = source }
    if let remark = text("remark") { scope.remark = remark }
    return scope
  }
}
