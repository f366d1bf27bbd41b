/// What each member of a coalition weighs against its own cost of abatement, added up over those it acts for.
///
/// Row i: how much less a unit of i's abatement spares the coalition for each unit that somebody abates, Σⱼ δⱼAᵢⱼAₖⱼ, and
/// what it spares while nobody abates. Members are added from the last to the first. In the order of the masks
/// coalitions differ in the last terms only, so what comes before is kept: one term a coalition on average.
final class JointEquations {
  /// The sum; valid in the rows of members.
  private(set) var total: UnsafeMutablePointer<Double>

  private let game: SpilloverGame
  private let settling: UnsafeMutablePointer<Double>
  private let count: Int
  private let isSweeping: Bool
  /// The sum over the members from each player on, and last the empty one; one for all when not sweeping.
  private let sums: UnsafeMutablePointer<Double>
  private var sumFrom: [UnsafeMutablePointer<Double>]
  private var previous: Coalition?

  /// - Parameter settling: a row a receptor, a column an emitter; it has to outlive this.
  init(of game: SpilloverGame, settling: UnsafeMutablePointer<Double>, isSweeping: Bool) {
    let count = game.players.count
    let size = count * (count + 1)
    self.game = game
    self.settling = settling
    self.count = count
    self.isSweeping = isSweeping
    let numbers = (isSweeping ? count + 1 : 1) * size
    sums = .allocate(capacity: numbers)
    sums.initialize(repeating: 0, count: numbers)
    total = sums
    sumFrom = [UnsafeMutablePointer<Double>](repeating: sums + (numbers - size), count: count + 1)
  }

  deinit { sums.deallocate() }

  /// Makes ``total`` the sum over the members of `coalition`.
  func act(for coalition: Coalition) {
    let size = count * (count + 1)
    guard isSweeping else {
      sums.update(repeating: 0, count: size)
      for player in (0..<count).reversed() where coalition.contains(player) {
        add(player, to: sums, into: sums, coalition)
      }
      return
    }
    var player = count
    if let previous {
      player = UInt64.bitWidth - (previous.mask ^ coalition.mask).leadingZeroBitCount
    }
    previous = coalition
    while player > 0 {
      player -= 1
      if coalition.contains(player) {
        let sum = sums + player * size
        add(player, to: sumFrom[player + 1], into: sum, coalition)
        sumFrom[player] = sum
      } else {
        sumFrom[player] = sumFrom[player + 1]
      }
    }
    total = sumFrom[0]
  }

  /// The rows of earlier players, who may be members, and of later ones, who are.
  private func add(
    _ player: Int, to sum: UnsafeMutablePointer<Double>, into result: UnsafeMutablePointer<Double>,
    _ coalition: Coalition
  ) {
    let width = count + 1
    let settles = settling + player * count
    let bend = game.quadraticDamage[player]
    let first = game.harmOfFirstUnit(at: player)
    for i in 0..<count where i < player || coalition.contains(i) {
      let (from, to) = (sum + i * width, result + i * width)
      let weight = bend * settles[i]
      setSum(to, from, weight, settles, count: count)
      to[count] = from[count] + settles[i] * first
    }
  }
}
