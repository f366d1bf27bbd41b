/// A content that was erased, and on what ground: the event that named it still proves that there was one.
///
/// Only contents that are kept apart can be erased, each once. Events, rows and leaves never are.
public struct Erasure: RecordObject {
  public enum Stage: String, RecordStage { case erased }

  /// Why a content may be erased.
  public enum Ground: String, Codable, Hashable, CaseIterable, Sendable {
    case personalData, courtOrder, retentionOver, filedByMistake
  }

  public enum Command: RecordCommand {
    case erase(commit: String, of: ObjectID, ground: Ground, instrument: String)
  }

  public enum Event: RecordEvent {
    case erased(commit: String, of: ObjectID, ground: Ground, instrument: String)
    public var act: String { "erase" }
  }

  public static let kind = ObjectKind.erasure
  public static let lifeCycle = LifeCycle<Erasure>(
    opening: .init("erase", from: [], to: .erased, by: [.desk, .administrator], needsSecondFactor: true), [])

  public let id: ObjectID
  public let stage: Stage
  /// The commitment of the content.
  public let commit: String
  /// The object whose content it was.
  public let of: ObjectID
  public let ground: Ground
  /// The document that ordered it.
  public let instrument: String
  public var audience: Audience { .everybody }

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .erased(let commit, let of, let ground, let instrument) = event else { return nil }
    (self.id, stage, self.commit, self.of) = (id, .erased, commit, of)
    (self.ground, self.instrument) = (ground, instrument)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {}

  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .erase(let commit, let of, let ground, let instrument):
      try scene.permitOpening(Erasure.self)
      // The content comes first: only who knows its commitment learns whether there is such an object.
      guard scene.keeps(commit) else {
        throw .invalid(
          field: "commit", fault: "no content is kept under it", remedy: "name the content as the object does")
      }
      guard exists(of, in: scene) else { throw .notFound(of) }
      scene.open(
        Erasure.self,
        with: .erased(
          commit: commit, of: of, ground: ground, instrument: try scene.checked(instrument, as: "instrument")))
    }
  }

  private static func exists(_ id: ObjectID, in scene: borrowing Scene) -> Bool {
    func found<T: RecordObject>(_ type: T.Type, in scene: borrowing Scene) -> Bool { scene.object(type, id) != nil }
    return found(id.kind.type, in: scene)
  }
}
