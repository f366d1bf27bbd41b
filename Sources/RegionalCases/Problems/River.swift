/// Members along a river, each of whom passes on to those below what it does not hold back.
///
/// A unit that a member lets into the river reaches it whole, and member i further down as
/// Πₖ(1 − retention of k), over the members k from the emitter to the last one above i; nothing runs up.
public struct River: Hashable, Sendable {
  /// Indices of the members, from the source to the mouth; each of them once.
  public let order: [Int]
  /// The share, 0...1, that is lost between a member and the next one below it, by the place in ``order``; one fewer
  /// than there are members.
  public let retention: [Figure]

  /// What a unit from the member with index `emitter` is when it comes to the one with index `receptor`, 0...1.
  public func reach(from emitter: Int, to receptor: Int) -> Double {
    reach(from: emitter, to: receptor, retention: retention.map(\.best))
  }

  /// The same, with another number for each of the retentions, in the same order.
  /// - Precondition: as many numbers as ``retention`` has, and both indices are of members.
  public func reach(from emitter: Int, to receptor: Int, retention: [Double]) -> Double {
    precondition(retention.count == self.retention.count, "a retention for each stretch of the river")
    guard let start = order.firstIndex(of: emitter), let end = order.firstIndex(of: receptor) else {
      preconditionFailure("an index is of a member")
    }
    guard start <= end else { return 0 }
    return retention[start..<end].reduce(1) { $0 * (1 - $1) }
  }
}
