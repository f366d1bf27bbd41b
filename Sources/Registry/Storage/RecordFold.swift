/// The rows as the events alone make them: every event decoded, applied in order, and compared with what was recorded.
public struct RecordFold: Sendable {
  public private(set) var events = 0
  /// Where events and rows part; empty when the rows are what the events make.
  public private(set) var faults: [RecordFault] = []
  private var objects: [ObjectID: (version: Int, object: any RecordObject)] = [:]

  public var holds: Bool { faults.isEmpty }

  /// Folds all events of a record.
  ///
  /// - Complexity: all objects in memory; every event is parsed and its object written out once.
  public init(of snapshot: any RecordSnapshot) {
    do {
      try snapshot.events(from: 0) { event in
        events += 1
        try fold(event, as: event.object.kind.type)
        return faults.count < 100
      }
      try snapshot.everything { row in
        guard let folded = objects[row.id] else { return faults.append(.rowWithoutEvents(row.id)) }
        let text = try folded.object.rowText()
        if folded.version != row.version || text != row.text {
          faults.append(.rowChanged(row.id))
        }
      } contents: { _ in
      }
    } catch {
      faults.append(.unreadable("\(error)"))
    }
  }

  /// The rows that the events make, by kind and number.
  public func rows() throws -> [StoredRow] {
    try objects.sorted { $0.key < $1.key }.map {
      StoredRow(id: $0.key, version: $0.value.version, text: try $0.value.object.rowText())
    }
  }

  private mutating func fold<T: RecordObject>(_ stored: StoredEvent, as type: T.Type) throws {
    let body = try CanonicalJSON.value(EventBody<T.Event>.self, from: stored.body)
    let object: T
    let version: Int
    if let known = objects[stored.object], var changed = known.object as? T {
      changed.apply(body.event, by: body.author, at: stored.at)
      (object, version) = (changed, known.version + 1)
    } else if let opened = T(opening: body.event, id: stored.object, by: body.author, at: stored.at) {
      (object, version) = (opened, 1)
    } else {
      return faults.append(.foldDiffers(stored.object, sequence: stored.sequence))
    }
    if LogHash(sha256: try object.rowBytes()).hex != body.after || version != stored.version {
      faults.append(.foldDiffers(stored.object, sequence: stored.sequence))
    }
    objects[stored.object] = (version, object)
  }
}
