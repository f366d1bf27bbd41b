import Foundation
import Registry
import Testing

/// What must hold of every step of a random walk through an object's life, whatever is asked and by whom.
enum RecordWalk {
  /// SplitMix64 (Steele, Lea & Flood, 2014): a seed is a whole walk.
  struct Chance: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  /// How many times more steps a walk takes: one, or ten in the nightly run.
  static var lengths: Int { ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 10 : 1 }

  /// A refused order leaves the record as it was.
  static func checkRefused(_ before: MemoryRecord, _ after: MemoryRecord) {
    #expect(before.entries.count == after.entries.count)
    #expect(before.versions == after.versions)
  }

  /// The events since `count` follow the declared life cycle, and events and objects survive being written and read.
  static func checkSteps<T: RecordObject>(_ type: T.Type, since count: Int, of record: MemoryRecord) throws {
    var stages: [ObjectID: T.Stage] = [:]
    for (index, entry) in record.entries.enumerated() {
      guard let after = entry.happening.after as? T, let event = entry.happening.event as? T.Event else { continue }
      defer { stages[after.id] = after.stage }
      guard index >= count else { continue }
      if let before = stages[after.id] {
        let declared = T.lifeCycle.transitions.contains {
          $0.act == event.act && $0.from.contains(before) && ($0.to ?? before) == after.stage
        }
        #expect(declared, "'\(event.act)' led from '\(before)' to '\(after.stage)'")
      } else {
        #expect(event.act == T.lifeCycle.opening.act && after.stage == T.lifeCycle.opening.to)
      }
      #expect(try CanonicalJSON.value(T.Event.self, from: CanonicalJSON.text(of: event)) == event)
      #expect(try CanonicalJSON.value(T.self, from: CanonicalJSON.text(of: after)) == after)
    }
  }

  /// The object is what its events make of it.
  static func checkFold<T: RecordObject>(_ type: T.Type, _ id: ObjectID, of record: MemoryRecord) {
    var folded: T?
    for entry in record.entries where entry.happening.object == id {
      guard let event = entry.happening.event as? T.Event else { continue }
      if folded == nil {
        folded = T(opening: event, id: id, by: entry.happening.author, at: entry.at)
      } else {
        folded?.apply(event, by: entry.happening.author, at: entry.at)
      }
    }
    #expect(folded != nil && folded == record.object(type, id))
  }

  /// Every confided content in a value, found by its shape in the text of the value.
  static func contents(of value: some Encodable) throws -> [Confided] {
    var found: [Confided] = []
    func visit(_ node: Any) throws {
      if let object = node as? [String: Any] {
        if object["commit"] != nil, object["audience"] != nil {
          found.append(try JSONDecoder().decode(Confided.self, from: JSONSerialization.data(withJSONObject: object)))
        } else {
          for key in object.keys.sorted() { try visit(object[key]!) }
        }
      } else if let list = node as? [Any] {
        for item in list { try visit(item) }
      }
    }
    try visit(JSONSerialization.jsonObject(with: Data(CanonicalJSON.bytes(of: value))))
    return found
  }
}
