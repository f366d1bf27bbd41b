extension SharedStandard {
  /// The most players between the least and the greatest equilibrium for whom all equilibria are listed.
  public static let mostUndecided = 20

  /// The players that adopt in the greatest equilibrium and not in the least, ascending: for all others it is clear
  /// what they do.
  public var undecided: [Int] {
    let (least, greatest) = (leastEquilibrium, greatestEquilibrium)
    return players.indices.filter { greatest[$0] && !least[$0] }
  }

  /// Every equilibrium in pure strategies, the least first and the greatest last; between them by the number whose
  /// bits say who of the ``undecided`` adopts.
  ///
  /// All lie between the least and the greatest, so only the undecided are tried, in all combinations. Where a
  /// player is indifferent both of its choices may be part of one.
  /// - Throws: ``DilemmaError/invalid(_:)`` when more than ``mostUndecided`` players are undecided.
  /// - Complexity: u·2ᵘ for u undecided players, some 40 milliseconds for 20.
  public func allEquilibria() throws(DilemmaError) -> [[Bool]] {
    let least = leastEquilibrium
    let undecided = undecided
    guard undecided.count <= Self.mostUndecided else {
      throw .invalid(
        "\(undecided.count) players might adopt or not, too many to list all equilibria; "
          + "at most \(Self.mostUndecided) can be, so ask for the least and the greatest")
    }
    let search = UndecidedPlayers(self, undecided, given: least)
    var found: [UInt32] = []
    search.forEachSet { mask, nets in
      for place in 0..<undecided.count {
        let isIn = mask >> UInt32(place) & 1 == 1
        guard isIn ? nets[place] >= -tolerance : nets[place] <= tolerance else { return }
      }
      found.append(mask)
    }
    return found.map { mask in
      var adopters = least
      for (place, player) in undecided.enumerated() where mask >> UInt32(place) & 1 == 1 { adopters[player] = true }
      return adopters
    }
  }
}

/// A few players whose choices are open while those of all others are given, in whole units.
struct UndecidedPlayers {
  let count: Int
  /// What each nets by adopting while none of the others here does.
  let alone: [Int64]
  /// What the adoption of the player of the row adds to the net of that of the column.
  let added: [Int64]

  init(_ standard: SharedStandard, _ undecided: [Int], given adopters: [Bool]) {
    let play = AdoptionPlay(standard, adopters: adopters)
    let count = undecided.count
    self.count = count
    alone = undecided.map { play.net(of: $0) }
    var added = [Int64](repeating: 0, count: count * count)
    for (row, other) in undecided.enumerated() {
      for (column, player) in undecided.enumerated() where player != other {
        added[row * count + column] = standard.gainUnits(of: player, standard.exchange.share(of: other, for: player))
      }
    }
    self.added = added
  }

  /// Calls `body` with every set of the players in the order of the masks, and what each player nets by adopting
  /// while those of the set, itself apart, do.
  ///
  /// - Complexity: from one mask to the next two players change on average, so 3·u·2ᵘ steps and what `body` takes.
  @inline(__always)
  func forEachSet(_ body: (UInt32, UnsafeMutableBufferPointer<Int64>) -> Void) {
    var nets = alone
    nets.withUnsafeMutableBufferPointer { nets in
      added.withUnsafeBufferPointer { added in
        var mask: UInt32 = 0
        let end = UInt32(1) << UInt32(count)
        while true {
          body(mask, nets)
          let next = mask + 1
          guard next < end else { break }
          var changed = mask ^ next
          while changed != 0 {
            let place = changed.trailingZeroBitCount
            changed &= changed - 1
            let row = place * count
            if next >> UInt32(place) & 1 == 1 {
              for column in 0..<count { nets[column] += added[row + column] }
            } else {
              for column in 0..<count { nets[column] -= added[row + column] }
            }
          }
          mask = next
        }
      }
    }
  }
}
