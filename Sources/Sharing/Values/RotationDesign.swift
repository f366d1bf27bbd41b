import CollectiveAction
import Dispatch
import Mathematics

/// One random order, all its rotations and the reverse of each, as a sample of orders of joining.
///
/// The players stand in a circle. What joins along a rotation, or against it, is an arc of the circle; each arc is met
/// once each way. Met forwards it speaks for its last player and against the one after; backwards, for its first and
/// against the one before.
struct RotationDesign {
  let players: [String]
  let contributions: ClosedRange<Double>?
  let jointWorth: Double
  /// Half of what each player adds to nobody and to all others, taken off so that large budgets round nothing away.
  let anchor: [Double]

  /// The moments and the extremes of the replicates for each player.
  struct Sample {
    var count = 0
    /// Relative to the anchor.
    var means: [Double]
    /// Sums of the squares, and of the cubes, of distances from the mean.
    var squares: [Double]
    var cubes: [Double]
    var lowest: [Double]
    var highest: [Double]
    var largestWorth = 0.0

    init(playerCount: Int) {
      means = [Double](repeating: 0, count: playerCount)
      squares = means
      cubes = means
      lowest = [Double](repeating: .infinity, count: playerCount)
      highest = [Double](repeating: -.infinity, count: playerCount)
    }

    /// The sample variances.
    var variances: [Double] { squares.map { $0 / Double(count - 1) } }
    /// The mean cubes of the distances from the mean.
    var thirdMoments: [Double] { cubes.map { $0 / Double(count) } }

    /// Source for both sums: Pébay (2008), Sandia National Laboratories SAND2008-6212.
    mutating func add(_ values: UnsafeMutableBufferPointer<Double>) {
      count += 1
      for player in means.indices {
        let distance = values[player] - means[player]
        let step = distance / Double(count)
        let square = distance * step * Double(count - 1)
        cubes[player] += step * (square * Double(count - 2) - 3 * squares[player])
        squares[player] += square
        means[player] += step
        lowest[player] = min(lowest[player], values[player])
        highest[player] = max(highest[player], values[player])
      }
    }

    mutating func merge(_ other: Sample) {
      guard other.count > 0 else { return }
      let (mine, its) = (Double(count), Double(other.count))
      let all = mine + its
      for player in means.indices {
        let distance = other.means[player] - means[player]
        let square = distance * distance * mine * its / all
        cubes[player] += other.cubes[player] + square * distance * (mine - its) / all
        cubes[player] += 3 * distance * (mine * other.squares[player] - its * squares[player]) / all
        squares[player] += other.squares[player] + square
        means[player] += distance * its / all
        lowest[player] = min(lowest[player], other.lowest[player])
        highest[player] = max(highest[player], other.highest[player])
      }
      largestWorth = max(largestWorth, other.largestWorth)
      count += other.count
    }
  }

  init(
    players: [String], contributions: ClosedRange<Double>?, worth: (Coalition) -> Double
  ) throws(SharingError) {
    self.players = players
    self.contributions = contributions
    let all = Coalition.grand(of: players.count)
    func finite(_ coalition: Coalition) throws(SharingError) -> Double {
      if coalition.isEmpty { return 0 }
      let number = worth(coalition)
      guard number.isFinite else { throw .worthNotFinite(coalition.map { players[$0] }) }
      return number
    }
    let joint = try finite(all)
    jointWorth = joint
    var rough: [Double] = []
    for player in players.indices {
      rough.append((joint - (try finite(all.removing(player))) + (try finite(.single(player)))) / 2)
    }
    // Rounded to 46 bits, so that sums of 63 are exact.
    let largest = rough.reduce(0) { max($0, abs($1)) }
    let unit = max(largest.ulp * 0x1p7, .leastNormalMagnitude)
    anchor = rough.map { ($0 / unit).rounded() * unit }
  }

  /// Takes the replicates on all cores, in pieces that are the same on any machine, and merges them in their order.
  func sample(
    replicates: Int, seed: UInt64, worth: @Sendable (Coalition) -> Double
  ) throws(SharingError) -> Sample {
    let pieces = min(64, replicates)
    var samples = [Sample](repeating: Sample(playerCount: players.count), count: pieces)
    var faults = [SharingError?](repeating: nil, count: pieces)
    samples.withUnsafeMutableBufferPointer { samples in
      faults.withUnsafeMutableBufferPointer { faults in
        // Each piece writes a sample, and a fault, that no other touches.
        nonisolated(unsafe) let samples = samples
        nonisolated(unsafe) let faults = faults
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
          let numbers = (replicates * piece / pieces)..<(replicates * (piece + 1) / pieces)
          do throws(SharingError) {
            samples[piece] = try self.piece(numbers, seed: seed, worth: worth)
          } catch {
            faults[piece] = error
          }
        }
      }
    }
    for case .some(let fault) in faults { throw fault }
    var whole = samples[0]
    for sample in samples.dropFirst() { whole.merge(sample) }
    return whole
  }

  private func piece(
    _ replicates: Range<Int>, seed: UInt64, worth: (Coalition) -> Double
  ) throws(SharingError) -> Sample {
    let count = players.count
    var sample = Sample(playerCount: count)
    var order = Array(players.indices)
    // Worths by first player and length, kept only to hold the contributions against their range.
    var arcs = [Double](repeating: 0, count: contributions == nil ? 0 : count * (count + 1))
    var fault: SharingError?
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { values in
      for replicate in replicates where fault == nil {
        order.withUnsafeMutableBufferPointer { order in
          arcs.withUnsafeMutableBufferPointer { arcs in
            shuffle(order, by: RandomStream(seed: seed, stream: [replicate]))
            let largest = contribute(around: order, to: values, keeping: arcs, worth: worth)
            guard largest.isFinite else {
              fault = firstFault(around: order, worth: worth)
              return
            }
            sample.largestWorth = max(sample.largestWorth, largest)
            fault = contributions.flatMap { outsider(of: $0, around: order, in: arcs, largest: largest) }
          }
        }
        sample.add(values)
      }
    }
    if let fault { throw fault }
    return sample
  }

  /// Fisher and Yates's shuffle of the players' own order, so that a replicate does not depend on the one before.
  private func shuffle(_ order: UnsafeMutableBufferPointer<Int>, by stream: RandomStream) {
    var chance = stream
    for place in order.indices { order[place] = place }
    for place in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(place, Int(chance.next(upperBound: UInt64(place + 1))))
    }
  }

  /// Each player's average contribution over the rotations of `order` and their reverses, less its anchor.
  ///
  /// - Returns: the largest worth in size, not finite if one of them is not.
  private func contribute(
    around order: UnsafeMutableBufferPointer<Int>, to values: UnsafeMutableBufferPointer<Double>,
    keeping arcs: UnsafeMutableBufferPointer<Double>, worth: (Coalition) -> Double
  ) -> Double {
    let count = order.count
    values.update(repeating: 0)
    var largest = abs(jointWorth)
    anchor.withUnsafeBufferPointer { anchor in
      for start in order.indices {
        let first = order[start]
        let before = order[start == 0 ? count - 1 : start - 1]
        var mask: UInt64 = 0
        var anchored = 0.0
        var place = start
        for length in 1..<max(count, 1) {
          let last = order[place]
          place = place + 1 == count ? 0 : place + 1
          mask |= 1 << UInt64(last)
          anchored += anchor[last]
          let number = worth(Coalition(mask: mask))
          // Never smaller once it is not a number.
          if !(abs(number) <= largest) { largest = largest.isNaN ? largest : abs(number) }
          if !arcs.isEmpty { arcs[start * (count + 1) + length] = number }
          let gain = number - anchored
          values[first] += gain
          values[last] += gain
          values[before] -= gain
          values[order[place]] -= gain
        }
      }
    }
    let rest = (jointWorth - anchor.reduce(0, +)) / Double(count)
    for player in values.indices { values[player] = rest + values[player] / Double(2 * count) }
    return largest
  }

  /// The first arc whose worth is not finite.
  private func firstFault(
    around order: UnsafeMutableBufferPointer<Int>, worth: (Coalition) -> Double
  ) -> SharingError {
    for start in order.indices {
      var arc = Coalition.empty
      for length in 0..<order.count {
        arc = arc.adding(order[(start + length) % order.count])
        if !worth(arc).isFinite { return .worthNotFinite(arc.map { players[$0] }) }
      }
    }
    return .worthNotFinite([])
  }

  /// The first contribution that leaves `range` by more than the rounding of a difference of worths.
  private func outsider(
    of range: ClosedRange<Double>, around order: UnsafeMutableBufferPointer<Int>,
    in arcs: UnsafeMutableBufferPointer<Double>, largest: Double
  ) -> SharingError? {
    let count = order.count
    let rounding = 8 * largest.ulp
    let row = count + 1
    for start in order.indices {
      arcs[start * row] = 0
      arcs[start * row + count] = jointWorth
    }
    for start in order.indices {
      let following = (start + 1) % count
      for length in 1...count {
        let whole = arcs[start * row + length]
        // Its last player joined, or, against the rotation, its first.
        for (shorter, joining) in [(start, (start + length - 1) % count), (following, start)] {
          let contribution = whole - arcs[shorter * row + length - 1]
          if contribution < range.lowerBound - rounding || contribution > range.upperBound + rounding {
            return .contributionOutside(contribution, of: players[order[joining]], range: range)
          }
        }
      }
    }
    return nil
  }
}
