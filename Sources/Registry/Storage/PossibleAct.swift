/// An act that somebody is entitled to do on an object as it stands, and what is in its way if anything is.
public struct PossibleAct: Hashable, Sendable {
  /// The act, as the life cycle names it.
  public let act: String
  /// The delegation under which it can be done; nothing when it needs no power.
  public let delegation: ObjectID?
  /// Why it would be refused now: a missing power, second factor or condition. Nothing when it may be done.
  public let obstacle: Refusal?
  /// Whether it binds: it needs a delegated power or the second factor.
  public let isBinding: Bool
}

extension RecordView {
  /// The acts of the life cycle that this person stands in a capacity for, in the order of its declaration.
  ///
  /// The same conditions decide here and when the order comes, so a page never offers what would be refused for who
  /// asks or for what the object is; what is filled in can still be refused.
  ///
  /// - Parameters:
  ///   - object: what is to be acted on.
  ///   - isAsked: which acts are asked about; the others are not tried.
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func acts<T: RecordObject>(
    on object: T, where isAsked: (String) -> Bool = { _ in true }
  ) throws -> [PossibleAct] {
    let steps = T.lifeCycle.steps(from: object.stage)
    guard !steps.isEmpty else { return [] }
    let own = object.capacities(of: standing)
    return try steps.compactMap { step in
      guard step.by.contains(where: own.contains), isAsked(step.act) else { return nil }
      return try possible(step.act, needing: step.power, isBinding: step.needsSecondFactor) {
        (scene: borrowing Scene) throws(Refusal) in try scene.permit(step.act, on: object)
      }
    }
  }

  /// The act that opens a new object of the type, if this person stands in a capacity for it.
  ///
  /// - Parameter field: the field of cooperation it would be in, when that is known.
  /// - Parameter type: the kind of object.
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func opening<T: RecordObject>(of type: T.Type, in field: String? = nil) throws -> PossibleAct? {
    let opening = T.lifeCycle.opening
    let found = try possible(opening.act, needing: opening.power, isBinding: opening.needsSecondFactor) {
      (scene: borrowing Scene) throws(Refusal) in try scene.permitOpening(type, field: field)
    }
    if case .notEntitled = found.obstacle { return nil }
    return found
  }

  /// Tries the act under each delegation of the appointment: the first that lets it be done is the one to act under.
  private func possible(
    _ act: String, needing power: Power?, isBinding: Bool,
    permit: (borrowing Scene) throws(Refusal) -> Void
  ) throws -> PossibleAct {
    let reader = trials.reader
    var first: Refusal?
    for held in try standings(needing: power) {
      let scene = Scene(standing: held, now: now, reader: reader, keeper: NoKeeper())
      do throws(Refusal) {
        try permit(scene)
        return PossibleAct(
          act: act, delegation: held.delegation?.id, obstacle: nil, isBinding: isBinding || power != nil)
      } catch {
        if let failure = reader.failure { throw failure }
        // A missing power says less than what stands in the way of somebody who has it.
        if case .powerMissing = error, first != nil { continue }
        first = error
      }
    }
    return PossibleAct(act: act, delegation: nil, obstacle: first, isBinding: isBinding || power != nil)
  }

  /// The person under each delegation that holds the power now, then as they stand.
  private func standings(needing power: Power?) throws -> [Standing] {
    guard let power, standing.appointment != nil else { return [standing] }
    let found = try underDelegations().filter { held in
      held.delegation.map { $0.gives(power, to: held, at: now) } ?? false
    }
    return found.isEmpty ? [standing] : found
  }

  /// The person under each delegation of the appointment, looked up once for a reading.
  private func underDelegations() throws -> [Standing] {
    if let known = trials.underDelegations { return known }
    guard let appointment = standing.appointment, let organisation = standing.organisation else { return [] }
    let found = try appointment.delegations.compactMap { id in
      try visible(Delegation.self, id).map {
        Standing(
          appointment: appointment, organisation: organisation, delegation: $0.object,
          secondFactor: standing.secondFactor)
      }
    }
    trials.underDelegations = found
    return found
  }
}

/// What trying acts needs again and again, kept for one reading.
final class ActTrials {
  let reader: SnapshotReader
  /// The person under each of their delegations, once they were looked up.
  var underDelegations: [Standing]?

  init(_ shelf: ShelfReader) { reader = SnapshotReader(shelf) }
}

/// Asking whether an act is permitted confides nothing.
private struct NoKeeper: ContentKeeper {
  mutating func keep(_ content: String, for audience: Audience) -> Confided {
    preconditionFailure("a condition of a life cycle confided a content")
  }
}
