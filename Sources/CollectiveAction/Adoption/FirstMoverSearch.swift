/// A search for the fewest first movers among a few hundred players that ends with a proof, or after so many steps.
///
/// A set of movers is enough exactly when it meets every resistant set: players none of whom would follow even if all
/// others had adopted. So of the members of one resistant set somebody has to move, which are the branches; disjoint
/// resistant sets need a mover each, which is a bound; and a mover whose followers are all among another's is not tried
/// after it. For one number of movers after the other it is tried whether so many are enough; each that is not raises
/// the bound from below. Steps are counted, not timed, so every machine finds the same.
///
/// Source: the problem is target set selection of Kempe, Kleinberg & Tardos (2003), Proc. KDD, 137–146, thresholds as
/// bounds after Ackerman, Ben-Zwi & Wolfovitz (2010), Theor. Comput. Sci. 411, 4017–4022; sets to be met one by one
/// after Karp, Moreno-Centeno & Chandrasekaran (2013), Oper. Res. 61, 453–468.
final class FirstMoverSearch {
  /// What has come about: what each nets, and who has adopted.
  private struct State {
    let nets: UnsafeMutablePointer<Int64>
    let adopted: UnsafeMutablePointer<UInt8>
  }

  private let count: Int
  private let tolerance: Int64
  /// By row of the adopter and column of the gainer, and by row of the gainer.
  private let given, taken: UnsafeMutablePointer<Int64>
  /// By row of the gainer: the others from the one that counts most for it on.
  private let ranked: UnsafeMutablePointer<Int32>
  private let isNeeded: UnsafeMutablePointer<UInt8>
  /// Who is taken not to move first in the branch that is looked at.
  private let forbidden: UnsafeMutablePointer<UInt8>
  /// How many gain after so many others, for the bound by places.
  private let tally: UnsafeMutablePointer<Int32>
  private let waits: UnsafeMutablePointer<Int32>
  /// The easiest to win first.
  private let easiestFirst: [Int]
  private var pools: [UnsafeMutableRawPointer] = []
  private let root, trial, rest, packed: State
  private var movers: [Int] = []
  private var stepsLeft = 0
  private var isCutShort: Bool { stepsLeft <= 0 }

  /// - Parameters:
  ///   - gains: of the players that may move.
  ///   - needed: whether each of them has to adopt.
  init(_ gains: LocalGains, needed: [Bool]) {
    let count = gains.count
    self.count = count
    tolerance = gains.tolerance
    func numbers(_ from: [Int64]) -> UnsafeMutablePointer<Int64> {
      let room = UnsafeMutablePointer<Int64>.allocate(capacity: max(1, from.count))
      room.initialize(from: from, count: from.count)
      return room
    }
    func bytes() -> UnsafeMutablePointer<UInt8> {
      let room = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
      room.initialize(repeating: 0, count: count)
      return room
    }
    func state() -> State { State(nets: numbers(gains.start), adopted: bytes()) }
    given = numbers(gains.given)
    taken = numbers(gains.taken)
    ranked = .allocate(capacity: count * count)
    isNeeded = bytes()
    forbidden = bytes()
    tally = .allocate(capacity: count + 2)
    waits = .allocate(capacity: count + 1)
    tally.initialize(repeating: 0, count: count + 2)
    waits.initialize(repeating: 0, count: count + 1)
    (root, trial, rest, packed) = (state(), state(), state(), state())
    var whole = [Double](repeating: 0, count: count)
    for row in 0..<count {
      isNeeded[row] = needed[row] ? 1 : 0
      let row64 = gains.taken[(row * count)..<((row + 1) * count)]
      whole[row] = row64.reduce(0) { $0 + Double($1) }
      let first = row * count
      let order = (0..<count).sorted { (-gains.taken[first + $0], $0) < (-gains.taken[first + $1], $1) }
      for (rank, other) in order.enumerated() { (ranked + first + rank).initialize(to: Int32(other)) }
    }
    let reluctance = (0..<count).map { Double(-gains.start[$0]) / max(whole[$0], 1) }
    easiestFirst = (0..<count).sorted { (reluctance[$0], $0) < (reluctance[$1], $1) }
  }

  deinit {
    for numbers in [given, taken, root.nets, trial.nets, rest.nets, packed.nets] { numbers.deallocate() }
    for bytes in [isNeeded, forbidden, root.adopted, trial.adopted, rest.adopted, packed.adopted] {
      bytes.deallocate()
    }
    for places in [ranked, tally, waits] { places.deallocate() }
    for pool in pools { pool.deallocate() }
  }

  /// The smallest set that was found, by places, and a number that no set goes below; the set is one of the smallest
  /// when they agree.
  ///
  /// - Parameters:
  ///   - lower: no fewer are enough.
  ///   - known: a set that is enough.
  ///   - steps: how many sums and comparisons, about, it may take.
  func fewest(atLeast lower: Int, known: [Int], steps: Int) -> (movers: [Int], lowerBound: Int) {
    stepsLeft = steps
    var bound = max(lower, missing(root) == 0 ? 0 : resistantSets(from: root))
    while bound < known.count {
      movers = []
      if isEnough(bound, after: root, level: 0, isNarrow: true) { return (movers, bound) }
      if isCutShort { break }
      bound += 1
    }
    return (known, min(bound, known.count))
  }

  // MARK: - Play

  private func copy(_ from: State, to target: State) {
    target.nets.update(from: from.nets, count: count)
    target.adopted.update(from: from.adopted, count: count)
    stepsLeft -= count
  }

  private func adopt(_ place: Int, _ state: State) {
    state.adopted[place] = 1
    let row = given + place * count
    let nets = state.nets
    for other in 0..<count { nets[other] &+= row[other] }
    stepsLeft -= count
  }

  /// Lets follow, one after another, whoever gains by it.
  private func settle(_ state: State) {
    var isMoving = true
    while isMoving {
      isMoving = false
      for place in 0..<count where state.nets[place] > tolerance && state.adopted[place] == 0 {
        adopt(place, state)
        isMoving = true
      }
    }
  }

  /// How many of the needed have not adopted.
  private func missing(_ state: State) -> Int {
    var sum = 0
    for place in 0..<count { sum += Int(isNeeded[place] & ~state.adopted[place] & 1) }
    return sum
  }

  /// Whether all the needed adopt once those of `movers` have.
  func isEnough(_ movers: [Int]) -> Bool {
    copy(root, to: trial)
    for mover in movers where trial.adopted[mover] == 0 { adopt(mover, trial) }
    settle(trial)
    return missing(trial) == 0
  }

  // MARK: - The search

  /// Whether so many more movers are enough; if so they stand in ``movers``.
  private func isEnough(_ number: Int, after state: State, level: Int, isNarrow: Bool) -> Bool {
    if missing(state) == 0 { return true }
    guard number > 0, !isCutShort, mayBeEnough(number, after: state) else { return false }
    if number == 1 { return isEnoughWithOne(after: state) }
    var open = (0..<count).filter { state.adopted[$0] == 0 }
    var isNarrow = isNarrow
    if isNarrow {
      let resistant = resistantSet(after: state)
      isNarrow = 4 * resistant.count <= 3 * open.count
      if isNarrow {
        guard 2 * resistant.count > open.count || resistantSets(from: state) <= number else { return false }
        open = resistant
      }
    }
    open.removeAll { forbidden[$0] != 0 }
    let branches = open.enumerated().map { slot, mover in
      let child = child(slot, ofLevel: level)
      copy(state, to: child)
      adopt(mover, child)
      settle(child)
      var size = 0
      for place in 0..<count { size += Int(child.adopted[place]) }
      return (mover: mover, state: child, size: size)
    }.sorted { ($1.size, $0.mover) < ($0.size, $1.mover) }
    var isFound = false
    var tried: [State] = []
    var left: [Int] = []
    for branch in branches {
      if !tried.contains(where: { isWithin(branch.state, $0) }) {
        movers.append(branch.mover)
        isFound = isEnough(number - 1, after: branch.state, level: level + 1, isNarrow: isNarrow)
        if isFound { break }
        movers.removeLast()
        if isCutShort { break }
        tried.append(branch.state)
      }
      forbidden[branch.mover] = 1
      left.append(branch.mover)
      guard mayBeEnough(number, after: state) else { break }
    }
    for mover in left { forbidden[mover] = 0 }
    return isFound
  }

  private func isEnoughWithOne(after state: State) -> Bool {
    let lacking = missing(state)
    for mover in 0..<count where state.adopted[mover] == 0 && forbidden[mover] == 0 {
      let row = given + mover * count
      var follows = lacking == Int(isNeeded[mover])
      for place in 0..<count {
        let gains = state.nets[place] &+ row[place] > tolerance
        follows = follows || (gains && state.adopted[place] == 0 && place != mover)
      }
      stepsLeft -= count
      guard follows else { continue }
      copy(state, to: trial)
      adopt(mover, trial)
      settle(trial)
      if missing(trial) == 0 {
        movers.append(mover)
        return true
      }
    }
    return false
  }

  /// Whether all who have adopted in the first have in the second.
  private func isWithin(_ part: State, _ whole: State) -> Bool {
    var outside: UInt8 = 0
    for place in 0..<count { outside |= part.adopted[place] & ~whole.adopted[place] }
    return outside == 0
  }

  /// Room for the state behind one of the branches of a level.
  private func child(_ slot: Int, ofLevel level: Int) -> State {
    let size = count * (MemoryLayout<Int64>.stride + 1)
    let stride = (size + 15) / 16 * 16
    while pools.count <= level {
      let pool = UnsafeMutableRawPointer.allocate(byteCount: stride * count, alignment: 16)
      pool.initializeMemory(as: UInt8.self, repeating: 0, count: stride * count)
      pools.append(pool)
    }
    let room = pools[level] + slot * stride
    return State(
      nets: room.bindMemory(to: Int64.self, capacity: count),
      adopted: (room + count * MemoryLayout<Int64>.stride).bindMemory(to: UInt8.self, capacity: count))
  }

  // MARK: - Bounds

  /// Whether so many movers could be enough if each player gained by those first that count most for it, no more of
  /// those that are taken not to move among them than have followed before it.
  private func mayBeEnough(_ number: Int, after state: State) -> Bool {
    for wait in 0...count { tally[wait] = 0 }
    for place in 0..<count where state.adopted[place] == 0 {
      let wait = followersBefore(place, state, movers: number)
      waits[place] = Int32(wait)
      tally[min(wait, count)] += 1
    }
    // So many can have followed as gain after no more than have.
    var (followers, before) = (Int(tally[0]), 0)
    while before < followers {
      before += 1
      if before >= count { break }
      followers += Int(tally[before])
    }
    var left = 0
    for place in 0..<count where state.adopted[place] == 0 && isNeeded[place] != 0 && Int(waits[place]) > before {
      guard forbidden[place] == 0 else { return false }
      left += 1
    }
    return left <= number
  }

  /// How many have to follow before `place` gains, beside the movers; more than there are where no number is enough.
  private func followersBefore(_ place: Int, _ state: State, movers number: Int) -> Int {
    let (row, gains) = (ranked + place * count, taken + place * count)
    var net = state.nets[place]
    var mover = 0
    var chosen = 0
    stepsLeft -= 8
    while chosen < number, mover < count {
      let other = Int(row[mover])
      mover += 1
      guard state.adopted[other] == 0, forbidden[other] == 0, other != place else { continue }
      net &+= gains[other]
      chosen += 1
      if net > tolerance { return 0 }
    }
    var (follower, followers) = (0, 0)
    while true {
      // The next of those that may not move and the next of those that might have and did not.
      while follower < count, !isOpen(row[follower], state, forbidden: true) { follower += 1 }
      while mover < count, !isOpen(row[mover], state, forbidden: false) { mover += 1 }
      guard follower < count || mover < count else { return count + 1 }
      if mover >= count || (follower < count && follower < mover) {
        net &+= gains[Int(row[follower])]
        follower += 1
      } else {
        net &+= gains[Int(row[mover])]
        mover += 1
      }
      followers += 1
      stepsLeft -= 2
      if net > tolerance { return followers }
    }
  }

  @inline(__always)
  private func isOpen(_ place: Int32, _ state: State, forbidden isForbidden: Bool) -> Bool {
    state.adopted[Int(place)] == 0 && (forbidden[Int(place)] != 0) == isForbidden
  }

  /// Players one of whom is needed and none of whom follows even when all others have adopted, as few as none can be
  /// left out; those that may not move rather than others, and those that are hard to win.
  private func resistantSet(after state: State) -> [Int] {
    copy(state, to: rest)
    for isForbidden in [UInt8(0), 1] {
      for place in easiestFirst where rest.adopted[place] == 0 && forbidden[place] == isForbidden {
        copy(rest, to: trial)
        adopt(place, trial)
        settle(trial)
        if missing(trial) > 0 { copy(trial, to: rest) }
      }
    }
    return (0..<count).filter { rest.adopted[$0] == 0 }
  }

  /// How many resistant sets were found that have no player in common: each needs a mover of its own.
  private func resistantSets(from state: State) -> Int {
    copy(state, to: packed)
    var number = 0
    while missing(packed) > 0 {
      for place in resistantSet(after: packed) { adopt(place, packed) }
      settle(packed)
      number += 1
    }
    return number
  }
}

// MARK: - Sets that are enough

extension FirstMoverSearch {
  /// A set that is enough: one mover after another, each the one that most adopt after; in a tie the one by which the
  /// rest then lack least.
  func farthestReaching() -> [Int] {
    var chosen: [Int] = []
    copy(root, to: packed)
    while missing(packed) > 0 {
      var best: (mover: Int, size: Int, lacking: Double)?
      for mover in 0..<count where packed.adopted[mover] == 0 {
        copy(packed, to: trial)
        adopt(mover, trial)
        settle(trial)
        var (size, lacking) = (0, 0.0)
        for place in 0..<count where isNeeded[place] != 0 {
          if trial.adopted[place] != 0 { size += 1 } else { lacking += Double(tolerance - trial.nets[place]) }
        }
        if let known = best, (known.size, -known.lacking) >= (size, -lacking) { continue }
        best = (mover, size, lacking)
      }
      guard let best else { break }
      chosen.append(best.mover)
      adopt(best.mover, packed)
      settle(packed)
    }
    return chosen
  }

  /// The set without whoever is not missed, tried from its beginning and from its end, whichever leaves fewer.
  func trimmed(_ movers: [Int]) -> [Int] {
    let kept = [movers, movers.reversed()].map { order in
      order.reduce(order) { kept, mover in
        let fewer = kept.filter { $0 != mover }
        return isEnough(fewer) ? fewer : kept
      }
    }
    return kept[1].count < kept[0].count ? kept[1] : kept[0]
  }

  /// The set with two of its movers replaced by one other as long as that is found, within so many steps.
  func exchanged(_ movers: [Int], steps: Int) -> [Int] {
    stepsLeft = steps
    var kept = movers
    while let fewer = oneFewer(kept) { kept = fewer }
    return kept
  }

  private func oneFewer(_ movers: [Int]) -> [Int]? {
    for second in movers.indices {
      for first in 0..<second {
        guard !isCutShort else { return nil }
        let others = movers.indices.filter { $0 != first && $0 != second }.map { movers[$0] }
        copy(root, to: packed)
        for mover in others where packed.adopted[mover] == 0 { adopt(mover, packed) }
        settle(packed)
        for mover in 0..<count where packed.adopted[mover] == 0 {
          copy(packed, to: trial)
          adopt(mover, trial)
          settle(trial)
          if missing(trial) == 0 { return others + [mover] }
        }
      }
    }
    return nil
  }
}
