import CollectiveAction
import Mathematics

/// What `mechanism` would change for each player, compared with everyone acting alone.
///
///     let table = try DilemmaTable(of: dilemma)
///     try appraise(contract, in: table, under: Circumstances()).netGains
///
/// Who joins is an output. A bilateral mechanism binds the best pair, a multilateral one the best three or
/// more, a collective one all players. Unless participation is imposed, only coalitions are admitted in
/// which no member that is asked expects to lose after transfers and costs, and the one whose members expect most is
/// taken; whoever is mandated belongs to it and is not asked. A higher authority takes the coalition best for the
/// region, what it pays itself counted against it, and asks nobody. The members keep others out (``membership(of:in:under:seekingOpen:)``
/// tells what open doors would change).
///
/// The forms of risks and costs are our own, the literature having signs but no functions; the chapter
/// lists them. Expected net gain is success × gain − transaction cost − autonomy cost: costs are borne
/// whether or not the agreement succeeds, and one that fails leaves everybody where acting alone does.
///
/// - Throws: ``AppraisalError`` when the circumstances were stated for another number of players, or a mandate names
///   somebody who is none of them.
/// - Complexity: a few operations a coalition to bound what it can be worth, and the whole only for those whose bound
///   exceeds the best found, usually a few of the 2ⁿ; at worst all of them.
public func appraise(
  _ mechanism: Mechanism, in table: DilemmaTable, under circumstances: Circumstances
) throws(AppraisalError) -> Appraisal {
  try TransformedGame(checking: mechanism, table, circumstances).solved
}

extension TransformedGame {
  /// The game, when circumstances and mechanism speak of the players of the table.
  convenience init(
    checking mechanism: Mechanism, _ table: DilemmaTable, _ circumstances: Circumstances
  ) throws(AppraisalError) {
    let count = table.players.count
    if let given = circumstances.autonomySensitivities?.count, given != count {
      throw .sensitivityCount(given: given, needed: count)
    }
    if let given = circumstances.bargainingWeights?.count, given != count {
      throw .weightCount(given: given, needed: count)
    }
    if let given = circumstances.commonPartners?.rows, given != count {
      throw .commonPartnersCount(given: given, needed: count)
    }
    for name in mechanism.participation.mandated where !table.players.contains(name) {
      throw .unknownPlayer(name, nearest: nearestName(to: name, among: table.players))
    }
    self.init(mechanism, table, circumstances)
  }
}
