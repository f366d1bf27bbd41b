import CollectiveAction
import Mathematics

/// What `mechanism` would change for each player, compared with everyone acting alone.
///
///     let table = try DilemmaTable(of: dilemma)
///     try appraise(contract, in: table, under: Circumstances()).netGains
///
/// Who joins is an output. A bilateral mechanism binds the best pair, a multilateral one the best three or
/// more, a collective one all players. Unless participation is imposed, only coalitions are admitted in
/// which no member expects to lose after transfers and costs, and the one whose members expect most is
/// taken; a higher authority takes the one best for the region and asks nobody.
///
/// The forms of risks and costs are our own, the literature having signs but no functions; the chapter
/// lists them. Expected net gain is success × gain − transaction cost − autonomy cost: costs are borne
/// whether or not the agreement succeeds, and one that fails leaves everybody where acting alone does.
///
/// - Throws: ``AppraisalError`` when the circumstances were stated for another number of players.
/// - Complexity: candidates are taken by what they gain at most and the search stops when that is less than
///   the best found, so usually a few of the 2ⁿ; at worst all of them.
public func appraise(
  _ mechanism: Mechanism, in table: DilemmaTable, under circumstances: Circumstances
) throws(AppraisalError) -> Appraisal {
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
  return TransformedGame(mechanism, table, circumstances).solved
}
