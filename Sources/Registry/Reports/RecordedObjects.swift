extension RecordObject {
  /// All objects of the kind for which `isWanted` holds, in the order of their numbers.
  ///
  /// - Complexity: one look-up for each object of the kind.
  static func recorded(in scene: borrowing Scene, where isWanted: (Self) -> Bool) -> [Self] {
    var found: [Self] = []
    var number = 1
    // Numbers have no gaps, so the first that is missing ends the kind.
    while let object = scene.object(Self.self, ObjectID(kind, number)) {
      if isWanted(object) { found.append(object) }
      number += 1
    }
    return found
  }
}
