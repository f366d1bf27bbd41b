import CollectiveAction

/// What the rules make of one coalition before chance comes in.
struct RowTerms {
  /// What the members gain together if the agreement is kept, with what is given from above.
  let memberGain: Double
  /// What is given from above for a unit contributed.
  let grant: Double
  /// The members' bargaining weights together.
  let weightSum: Double
  let transactionCost: TransactionCost
  /// Transaction and autonomy cost.
  let cost: Double
}

/// What one coalition can expect of a mechanism, in all.
struct RowFigures {
  let terms: RowTerms
  let detection: Double
  let success: Success
  let memberNet: Double
  let regionNet: Double
  /// By what the coalition is chosen: the members' net gain, or the region's less the outlay from above when imposed.
  let value: Double
  /// Whether nobody that is asked expects to lose.
  let isAccepted: Bool
  /// What rounding may take off a net gain of exactly zero.
  let rounding: Double
}

/// What one coalition can expect of a mechanism, player by player.
struct Prospect {
  let coalition: Coalition
  let figures: RowFigures
  let gains: [Double]
  let grants: [Double]
  let stake: Double
  let ownStake: Double
  let autonomyCosts: [Double]
  let transfers: [Double]
  let nets: [Double]
  let refusals: [Refusal]

  var memberNet: Double { figures.memberNet }
  var regionNet: Double { figures.regionNet }
  var success: Success { figures.success }
}
