/// What one does reaches the others: emissions that drift, water that flows.
///
/// Member j's baseline share reaches member i as A_ij = scale·entry_ij·level_i / baseline_j, with entry the
/// row of the receptor i and the column of the emitter j.
public struct Spillover: Hashable, Sendable {
  /// What is done about it.
  public let action: LocalizedText
  /// In what the action is counted.
  public let actionUnit: LocalizedText
  /// What each emits when it does nothing; at least 0.
  public let baseline: PartyColumn
  /// The most each can abate; 0...baseline.
  public let limit: PartyColumn
  /// c_i > 0 in the cost c_i·q²/2 of abating q.
  public let abatementCost: PartyColumn
  /// Damage per unit of deposition; at least 0. One of ``linearDamage`` and ``quadraticDamage`` is there.
  public let linearDamage: PartyColumn?
  /// d_i in the damage d_i·deposition²/2; at least 0.
  public let quadraticDamage: PartyColumn?
  /// How much of what reaches each comes from whom.
  public let transport: Transport
  /// Of members along a river: who lies above whom. ``transport`` then follows from it.
  public let river: River?
  /// The observed level at each receptor that the shares refer to; above 0, 1 when absent.
  public let level: PartyColumn?
  /// Deposition from outside that nobody here controls; at least 0, 0 when absent.
  public let background: PartyColumn?

  /// How much of what reaches each receptor comes from each emitter.
  public struct Transport: Hashable, Sendable {
    /// Rows are receptors, columns emitters; entries at least 0.
    public let matrix: PartyMatrix
    /// What an entry is multiplied by to become a share; 0.01 for per cent.
    public let scale: Double
  }
}

extension Spillover.Transport {
  /// What each emitter's baseline brings to each receptor along `river`, by the best estimates of both.
  init(along river: River, baseline: PartyColumn) {
    let members = baseline.figures.indices
    let rows = members.map { receptor in
      members.map { emitter in river.reach(from: emitter, to: receptor) * baseline[emitter].best }
    }
    let first = river.retention[0]
    self.init(matrix: PartyMatrix(rows: rows, provenance: first.provenance, place: first.place), scale: 1)
  }
}
