import Registry

/// A generator whose numbers follow from its seed (Steele, Lea & Flood, 2014, SplitMix).
struct MoneyChance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Ten thousand yuan, the unit in which Chinese agreements print their sums, in fen.
func wan(_ tenThousands: Int64) -> Amount { Amount(minor: tenThousands * 1_000_000, of: .cny) }

/// Whole yuan.
func yuan(_ whole: Int64) -> Amount { Amount(minor: whole * 100, of: .cny) }

func account(_ owner: String, _ purpose: String = "treasury") throws -> LedgerAccount {
  try LedgerAccount(owner: owner, purpose: purpose)
}
