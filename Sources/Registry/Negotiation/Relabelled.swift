/// Contents whose audience an event changes: an embargo ends, a sealed offer is tabled, a mediator is admitted.
///
/// The commitment of a content covers its salt and its words, not its audience, so the same commitment goes on proving
/// the same words, and nothing is copied. The object's own reference to the content carries the new audience from this
/// event on; references in older events carry the audience of their day, and do not say who may read it now.
public struct Relabelled: Codable, Hashable, Sendable {
  /// The commitments of the contents.
  public let contents: [String]
  /// Who may read them from now on.
  public let audience: Audience

  public init(_ contents: [String], for audience: Audience) {
    (self.contents, self.audience) = (contents, audience)
  }
}

/// An event that changes who may read contents confided before. Whoever keeps audiences beside the objects, such as an
/// index or a copy for the public, asks every event whether it is one.
public protocol RelabellingEvent: RecordEvent {
  /// The contents with their new audiences; empty for most events.
  var relabels: [Relabelled] { get }
}

extension Confided {
  /// The same content, for others.
  func relabelled(for audience: Audience) -> Confided { Confided(commit: commit, audience: audience) }
}
