/// The cheapest places in the order for those that have to be won, when each gains by its place alone.
///
/// With equal weights a player's gain hangs on how many came before it, and on nothing else: that is an assignment of
/// players to places, solved exactly. With other weights a player gains no more by the first k of the others than by
/// the k that count most for it, and the same assignment bounds every subsidy from below.
///
/// Source: Kuhn (1955), Nav. Res. Logist. Q. 2, 83–97, as shortest augmenting paths.
struct PushAssignment {
  /// Who adopts after whom.
  let order: [Int]
  /// What it costs, in the currency.
  let cost: Double

  /// Some ten million steps: a few hundredths of a second.
  private static let mostSteps = 30_000_000

  /// - Returns: nil when the assignment would take too long.
  init?(_ push: PushProblem) {
    let (free, goal) = (push.free, Set(push.needed))
    let optional = free.count - goal.count
    guard free.count * free.count * free.count <= Self.mostSteps / (optional + 1) else { return nil }
    let gains = push.freeGains
    let lacking = free.map { push.lackingByPlace(of: $0, gains[$0]) }
    var best: (cost: Int64, order: [Int])?
    // Nobody after the last place counts, so all numbers of places are tried when some players need not be won.
    for places in goal.count...free.count {
      let prices = free.indices.map { row in
        free.indices.map { place in
          place < places ? lacking[row][place] : goal.contains(free[row]) ? Self.forbidden : 0
        }
      }
      let assignment = Self.cheapest(prices)
      let cost = assignment.indices.reduce(0) { $0 + prices[$1][assignment[$1]] }
      if cost < best?.cost ?? .max {
        var order = [Int](repeating: 0, count: places)
        for (row, place) in assignment.enumerated() where place < places { order[place] = free[row] }
        best = (cost, order)
      }
    }
    guard let best else { return nil }
    order = best.order
    cost = Double(best.cost) / push.standard.scale
  }

  private static let forbidden: Int64 = 1 << 60

  /// The column of each row in the assignment of rows to columns with the smallest sum.
  /// - Parameter prices: as many rows as columns, 0 or more.
  static func cheapest(_ prices: [[Int64]]) -> [Int] {
    let count = prices.count
    // Rows and columns from 1; column 0 is where the row that is being placed stands.
    var (rowPrice, columnPrice) = ([Int64](repeating: 0, count: count + 1), [Int64](repeating: 0, count: count + 1))
    var (rowOfColumn, before) = ([Int](repeating: 0, count: count + 1), [Int](repeating: 0, count: count + 1))
    for row in 1...count {
      rowOfColumn[0] = row
      var column = 0
      var distance = [Int64](repeating: .max, count: count + 1)
      var isDone = [Bool](repeating: false, count: count + 1)
      repeat {
        isDone[column] = true
        let current = rowOfColumn[column]
        var (step, nearest) = (Int64.max, 0)
        for other in 1...count where !isDone[other] {
          let price = prices[current - 1][other - 1] - rowPrice[current] - columnPrice[other]
          if price < distance[other] {
            distance[other] = price
            before[other] = column
          }
          if distance[other] < step { (step, nearest) = (distance[other], other) }
        }
        for other in 0...count {
          if isDone[other] {
            rowPrice[rowOfColumn[other]] += step
            columnPrice[other] -= step
          } else if distance[other] < .max {
            distance[other] -= step
          }
        }
        column = nearest
      } while rowOfColumn[column] != 0
      while column != 0 {
        rowOfColumn[column] = rowOfColumn[before[column]]
        column = before[column]
      }
    }
    var columns = [Int](repeating: 0, count: count)
    for column in 1...count { columns[rowOfColumn[column] - 1] = column - 1 }
    return columns
  }
}

extension PushProblem {
  /// By player, what it gains by each of the free players that counts for it, in units; nothing for who is not free.
  var freeGains: [[Int64]] {
    var gains = [[Int64]](repeating: [], count: base.count)
    for other in free {
      standard.exchange.forEachCounting(other) { player, share in
        if !base[player] { gains[player].append(standard.gainUnits(of: player, share)) }
      }
    }
    return gains
  }

  /// Calls `body` with the gains above nothing from the largest on; of many, which would take long to sort, with none
  /// less than it is and none more than a thousandth of the largest above it.
  @inline(__always)
  static func forEachFromLargest(_ gains: some Collection<Int64>, _ body: (Int64) -> Void) {
    let gains = gains.filter { $0 > 0 }
    guard gains.count > 500, let largest = gains.max() else {
      for gain in gains.sorted(by: >) { body(gain) }
      return
    }
    let step = largest / 1_024 + 1
    var counts = [Int](repeating: 0, count: Int(largest / step) + 1)
    for gain in gains { counts[Int(gain / step)] += 1 }
    for bucket in counts.indices.reversed() where counts[bucket] > 0 {
      let most = min((Int64(bucket) + 1) * step - 1, largest)
      for _ in 0..<counts[bucket] { body(most) }
    }
  }

  /// What `player` lacks at least, in units, when it is the first, the second, … of the free to adopt.
  func lackingByPlace(of player: Int, _ gains: [Int64]) -> [Int64] {
    var net = nets[player]
    var lacking = [max(0, -net)]
    Self.forEachFromLargest(gains) { gain in
      net += gain
      lacking.append(max(0, -net))
    }
    while lacking.count < free.count { lacking.append(lacking[lacking.count - 1]) }
    return lacking
  }
}
