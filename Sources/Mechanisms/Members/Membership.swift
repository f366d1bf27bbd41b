import CollectiveAction

/// Whether the members of an agreement stay, whether others would come, and what open doors would change.
///
/// Whoever thinks of leaving or joining expects the others to stay together, if the scope admits them still, and looks at
/// its expected net gain, after transfers and costs (d'Aspremont, Jacquemin, Gabszewicz & Weymark 1983, Can. J. Econ. 16,
/// 17–25; potential stability: Carraro, Eyckmans & Finus 2006, Rev. Int. Organ. 1, 379–396).
public struct Membership: Sendable, Equatable {
  /// The coalition looked at: that of the appraisal, or where nothing formed the one that came nearest.
  public let coalition: Coalition
  /// Whether the agreement comes about when the members choose whom to let in.
  public let isFormed: Bool
  /// Who is bound without being asked: everybody when participation is imposed, else the mandated.
  public let bound: Coalition
  /// The members that would gain by leaving, if they could, the bound among them, and how much.
  public let leavers: [Move]
  /// The outsiders that would gain by joining, if let in, and how much.
  public let joiners: [Move]
  /// Whether no member that is asked gains by leaving; not known where the coalitions it takes were not solved.
  public let isInternallyStable: Bool?
  /// Whether no outsider gains by joining; not known where the coalitions it takes were not solved.
  public let isExternallyStable: Bool?
  /// What the members have together over what each would have outside; not known as above. Where it is not below zero,
  /// transfers could keep every one of them: potential internal stability.
  public let surplusOverLeaving: Double?
  /// The agreement that is best for the region among those that hold with open doors; none where no agreement does.
  /// Under imposed participation there are no doors, and it is the one imposed.
  public let open: OpenAgreement?
  /// Whether every coalition was looked at for ``open``.
  public let isExhaustive: Bool

  /// Whether transfers among the members could keep every one of them; not known where ``surplusOverLeaving`` is not.
  public var isPotentiallyInternallyStable: Bool? {
    surplusOverLeaving.map { $0 >= -rounding }
  }

  /// Differences below this are rounding.
  let rounding: Double

  /// What one player gains by leaving or joining.
  public struct Move: Sendable, Equatable {
    public let player: Int
    /// A year, above zero.
    public let gain: Double
  }

  /// An agreement anyone may join and leave: no member gains by leaving, no outsider by joining, and no member that is
  /// asked is worse off than without it.
  public struct OpenAgreement: Sendable, Equatable {
    public let members: Coalition
    /// The region's expected net gain, a year.
    public let expectedNetGain: Double
  }
}

/// Who stays, who would come, and what open doors would change about the agreement that `mechanism` brings about.
///
/// - Parameters:
///   - mechanism: the rules.
///   - table: the dilemma, with every coalition of up to ``DilemmaTable/largestExhaustive`` players; with the coalitions of
///     a larger one that were solved, less is known, and the result says what.
///   - circumstances: what surrounds it.
///   - seekingOpen: whether to look for the best agreement with open doors, which takes every coalition; without, only
///     those that a single move leads to are looked at.
/// - Returns: the stability of the appraisal's coalition, and the best one with open doors.
/// - Throws: as ``appraise(_:in:under:)``.
/// - Complexity: one look at each row, and n for each that holds; tens of milliseconds for 13 players.
public func membership(
  of mechanism: Mechanism, in table: DilemmaTable, under circumstances: Circumstances, seekingOpen: Bool = true
) throws(AppraisalError) -> Membership {
  let game = try TransformedGame(checking: mechanism, table, circumstances)
  let appraisal = game.solved
  let coalition = appraisal.attempted
  let nets = RowNets(game, near: seekingOpen ? nil : coalition)
  let rounding = nets[coalition]?.rounding ?? 0
  func moves(of players: Coalition, _ gain: (Int) -> Double?) -> [Membership.Move] {
    players.compactMap { player in
      gain(player).flatMap { $0 > rounding ? Membership.Move(player: player, gain: $0) : nil }
    }
  }
  let outsiders = Coalition.grand(of: table.players.count).subtracting(coalition)
  return Membership(
    coalition: coalition, isFormed: appraisal.isFormed, bound: game.bound,
    leavers: moves(of: coalition) { nets.gainByLeaving($0, coalition) },
    joiners: game.isImposed ? [] : moves(of: outsiders) { nets.gainByJoining($0, coalition) },
    isInternallyStable: nets.isInternallyStable(coalition),
    isExternallyStable: game.isImposed ? true : nets.isExternallyStable(coalition),
    surplusOverLeaving: nets.surplusOverLeaving(coalition),
    open: game.isImposed
      ? Membership.OpenAgreement(members: coalition, expectedNetGain: appraisal.expectedNetGain)
      : seekingOpen ? nets.bestOpen : nil,
    isExhaustive: (seekingOpen || game.isImposed) && (table.isExhaustive || mechanism.scope != .multilateral),
    rounding: rounding)
}

extension RowNets {
  /// The agreement best for the region among those that hold with open doors, the first of equals.
  fileprivate var bestOpen: Membership.OpenAgreement? {
    var best: Membership.OpenAgreement?
    for coalition in coalitions {
      guard let figures = self[coalition], figures.isAccepted else { continue }
      if let best, figures.regionNet <= best.expectedNetGain { continue }
      guard isInternallyStable(coalition) == true, isExternallyStable(coalition) == true else { continue }
      best = Membership.OpenAgreement(members: coalition, expectedNetGain: figures.regionNet)
    }
    return best
  }
}
