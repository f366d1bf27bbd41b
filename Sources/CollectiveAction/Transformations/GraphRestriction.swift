extension CoalitionGame {
  /// The game in which only those work together who can speak to each other, directly or through members in between.
  ///
  /// A coalition falls into the parts that `links` between its members connect, and is worth what these parts are
  /// worth in all. The Shapley value of this game is the Myerson value.
  ///
  ///     // a – b – c: without b between them, a and c act apart
  ///     try game.restricted(to: [Coalition([0, 1]), Coalition([1, 2])])
  ///
  /// Source: Myerson (1977), Graphs and cooperation in games, Math. Oper. Res. 2, 225–229.
  ///
  /// - Parameter links: pairs of players; one named twice counts once, none leaves everybody alone.
  /// - Throws: ``TransformationError`` when a link is no pair of players or a worth beyond all numbers.
  /// - Complexity: O(2ⁿ · d), d being how many steps the longest way through a connected part takes.
  public func restricted(to links: [Coalition]) throws(TransformationError) -> CoalitionGame {
    var neighbours = [UInt32](repeating: 0, count: playerCount)
    for link in links {
      guard link.count == 2 else { throw .notAPair(link) }
      try requirePlayers(link)
      for player in link { neighbours[player] |= UInt32(link.removing(player).mask) }
    }
    let table = WorthCounts(worths)
    let components = ComponentSearch(neighbours: neighbours)
    var restricted = table.counts.withUnsafeBufferPointer { counts in
      [Double](unsafeUninitializedCapacity: counts.count) { sums, initialized in
        sums.initializeElement(at: 0, to: 0)
        components.search { search in
          for mask in 1..<counts.count {
            let part = search.firstPart(of: UInt32(mask))
            // The rest has a smaller mask, so its parts have been added up already.
            sums.initializeElement(at: mask, to: counts[Int(part)] + sums[mask ^ Int(part)])
          }
        }
        initialized = counts.count
      }
    }
    table.turnIntoWorths(&restricted)
    return try replacing(kind: kind, worths: restricted)
  }
}

/// Finds the connected part of a coalition around its first member.
private struct ComponentSearch {
  /// The neighbours of every set of the lower half of the players, and of the upper half.
  let lower: [UInt32]
  let upper: [UInt32]

  init(neighbours: [UInt32]) {
    let half = neighbours.count / 2
    lower = Self.unions(of: neighbours[..<half])
    upper = Self.unions(of: neighbours[half...])
  }

  private static func unions(of neighbours: ArraySlice<UInt32>) -> [UInt32] {
    var unions: [UInt32] = [0]
    for mask in neighbours {
      for index in unions.indices { unions.append(unions[index] | mask) }
    }
    return unions
  }

  /// The two tables as pointers, whose bounds are not checked: they are read several times for each of 2ⁿ coalitions.
  struct Tables {
    let lower: UnsafePointer<UInt32>
    let upper: UnsafePointer<UInt32>
    let shift: UInt32

    @inline(__always)
    func firstPart(of mask: UInt32) -> UInt32 {
      let low = (1 << shift) &- 1 as UInt32
      var part = mask & (0 &- mask)
      while true {
        let around = lower[Int(part & low)] | upper[Int(part >> shift)]
        let grown = part | (around & mask)
        if grown == part { return part }
        part = grown
      }
    }
  }

  func search(_ body: (Tables) -> Void) {
    lower.withUnsafeBufferPointer { lower in
      upper.withUnsafeBufferPointer { upper in
        guard let low = lower.baseAddress, let high = upper.baseAddress else { return }
        body(Tables(lower: low, upper: high, shift: UInt32(lower.count.trailingZeroBitCount)))
      }
    }
  }
}
