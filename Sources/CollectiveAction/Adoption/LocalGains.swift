import Dispatch

/// What some players gain by one another, as a table in units.
struct LocalGains: Sendable {
  let players: [Int]
  let start: [Int64]
  /// By row of the one that adopts and column of the one that gains.
  let given: [Int64]
  /// By row of the one that gains and column of the one that adopts.
  let taken: [Int64]
  let tolerance: Int64
  var count: Int { players.count }

  /// - Parameters:
  ///   - push: whose least equilibrium it begins at.
  ///   - players: their numbers, ascending.
  /// - Complexity: one reading of the weights, on all cores; a row is written by one of them.
  init(_ push: PushProblem, of players: [Int]) {
    let (count, standard) = (players.count, push.standard)
    self.players = players
    start = players.map { push.nets[$0] }
    tolerance = standard.tolerance
    var places = [Int](repeating: -1, count: push.base.count)
    for (place, player) in players.enumerated() { places[player] = place }
    let columns = places
    given = Self.table(count) { row, numbers in
      standard.exchange.forEachCounting(players[row]) { player, share in
        let place = columns[player]
        if place >= 0 { numbers[place] = standard.gainUnits(of: player, share) }
      }
    }
    taken = Self.transposed(given, count)
  }

  /// The pieces that a table is cut into, whatever the number of cores.
  private static func pieces(_ count: Int) -> Int { count < 256 ? 1 : 32 }

  private static func table(
    _ count: Int, _ write: @Sendable (Int, UnsafeMutablePointer<Int64>) -> Void
  ) -> [Int64] {
    [Int64](unsafeUninitializedCapacity: count * count) { buffer, initialized in
      initialized = count * count
      guard let base = buffer.baseAddress, count > 0 else { return }
      // Each piece writes rows that no other touches.
      nonisolated(unsafe) let rows = base
      let pieces = Self.pieces(count)
      DispatchQueue.concurrentPerform(iterations: pieces) { piece in
        for row in (count * piece / pieces)..<(count * (piece + 1) / pieces) {
          let numbers = rows + row * count
          numbers.initialize(repeating: 0, count: count)
          write(row, numbers)
        }
      }
    }
  }

  private static func transposed(_ table: [Int64], _ count: Int) -> [Int64] {
    // Sixteen rows at a time are read while what they give is still at hand.
    let block = 16
    return [Int64](unsafeUninitializedCapacity: count * count) { buffer, initialized in
      initialized = count * count
      guard let base = buffer.baseAddress, count > 0 else { return }
      nonisolated(unsafe) let rows = base
      let pieces = Self.pieces(count)
      table.withUnsafeBufferPointer { table in
        nonisolated(unsafe) let table = table
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
          let (low, high) = (count * piece / pieces, count * (piece + 1) / pieces)
          for first in stride(from: 0, to: count, by: block) {
            for row in low..<high {
              for column in first..<min(first + block, count) {
                rows[row * count + column] = table[column * count + row]
              }
            }
          }
        }
      }
    }
  }

  /// What has to be paid when they adopt in `order`, of numbers of players.
  func price(_ order: [Int]) -> Int64 {
    let order = placed(order)
    return given.withUnsafeBufferPointer { given in
      var nets = start
      var sum: Int64 = 0
      for place in order {
        sum += max(0, -nets[place])
        Self.add(given, row: place, to: &nets)
      }
      return sum
    }
  }

  private func placed(_ order: [Int]) -> [Int] {
    var indices = [Int](repeating: 0, count: (players.last ?? -1) + 1)
    for (place, player) in players.enumerated() { indices[player] = place }
    return order.map { indices[$0] }
  }

  @inline(__always)
  private static func add(_ table: UnsafeBufferPointer<Int64>, row: Int, to nets: inout [Int64]) {
    let count = nets.count
    nets.withUnsafeMutableBufferPointer { nets in
      for other in 0..<count { nets[other] &+= table[row * count + other] }
    }
  }

  /// Those that lack nothing first, whenever there are any; otherwise whoever `score` is lowest for, given what it
  /// lacks and what it is worth to those still to come, as far as they lack it.
  func greedyOrder(_ score: (Double, Double) -> Double) -> [Int] {
    given.withUnsafeBufferPointer { given in
      taken.withUnsafeBufferPointer { taken in
        var nets = start
        let asked = start.map { max(0, -$0) }
        var waiting = Array(0..<count)
        var order: [Int] = []
        order.reserveCapacity(count)
        var influence = (0..<count).map { row in
          (0..<count).reduce(0.0) { $0 + Double(min(given[row * count + $1], asked[$1])) }
        }
        while !waiting.isEmpty {
          var (chosen, lowest) = (0, Double.infinity)
          for (index, place) in waiting.enumerated() {
            let value = nets[place] >= -tolerance ? -1 : score(Double(-nets[place]), influence[place])
            if value < lowest { (chosen, lowest) = (index, value) }
          }
          let place = waiting.remove(at: chosen)
          order.append(place)
          for other in waiting {
            nets[other] += given[place * count + other]
            // Exact influence would take a pass over all pairs each time; it is enough to forget who has adopted.
            influence[other] -= Double(min(taken[place * count + other], asked[place]))
          }
        }
        return order.map { players[$0] }
      }
    }
  }

  /// Moves one player at a time to where it does most good, until none does any, or for some ten million steps.
  ///
  /// A player that moves past another changes what these two lack and nothing else, so all places of one player are
  /// weighed in one pass.
  func improved(_ order: [Int]) -> [Int] {
    given.withUnsafeBufferPointer { given in
      taken.withUnsafeBufferPointer { taken in
        var places = placed(order)
        // What each nets when its turn comes.
        var nets = start
        var atTurn = start
        for place in places {
          atTurn[place] = nets[place]
          Self.add(given, row: place, to: &nets)
        }
        for _ in 0..<max(1, min(100, 20_000_000 / (count * count))) {
          var isMoving = false
          for player in 0..<count {
            guard let slot = places.firstIndex(of: player) else { continue }
            let toPlayer = UnsafeBufferPointer(rebasing: taken[(player * count)..<((player + 1) * count)])
            let toOthers = UnsafeBufferPointer(rebasing: given[(player * count)..<((player + 1) * count)])
            let best = bestSlot(for: player, at: slot, places, atTurn, toPlayer, toOthers)
            guard best != slot else { continue }
            isMoving = true
            let step = best < slot ? -1 : 1
            for passed in stride(from: slot + step, through: best, by: step) {
              let other = places[passed]
              atTurn[player] += step > 0 ? toPlayer[other] : -toPlayer[other]
              atTurn[other] -= step > 0 ? toOthers[other] : -toOthers[other]
              places[passed - step] = other
            }
            places[best] = player
          }
          guard isMoving else { break }
        }
        return places.map { players[$0] }
      }
    }
  }

  /// The slot to which `player` should move so that the least is lacking; its own when no other is better.
  @inline(__always)
  private func bestSlot(
    for player: Int, at slot: Int, _ places: [Int], _ atTurn: [Int64], _ toPlayer: UnsafeBufferPointer<Int64>,
    _ toOthers: UnsafeBufferPointer<Int64>
  ) -> Int {
    places.withUnsafeBufferPointer { places in
      atTurn.withUnsafeBufferPointer { atTurn in
        var (best, least) = (slot, -tolerance)
        for (step, end) in [(-1, -1), (1, count)] {
          var (net, change) = (atTurn[player], Int64(0))
          var passed = slot + step
          while passed != end {
            let other = places[passed]
            let before = max(0, -net) + max(0, -atTurn[other])
            net += step > 0 ? toPlayer[other] : -toPlayer[other]
            let there = step > 0 ? toOthers[other] : -toOthers[other]
            change += max(0, -net) + max(0, -(atTurn[other] - there)) - before
            if change < least { (best, least) = (passed, change) }
            passed += step
          }
        }
        return best
      }
    }
  }
}
