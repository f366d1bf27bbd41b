/// What the parameters of a kind of competition must be together, member by member.
struct CompetitionConditions {
  let kind: Competition.Kind
  let members: [PartyID]
  let faults: FaultList

  typealias Parameters = [Competition.Parameter: Figure]

  /// Checks the common parameters, if they are those of any member, and those of each member that has its own.
  /// - Parameters:
  ///   - range: of the instrument, unless it is faulty.
  ///   - place: where the most of the instrument stands.
  func check(
    _ parameters: Parameters, overrides: [PartyID: Parameters], range: ClosedRange<Double>?, at place: Place?
  ) {
    switch kind {
    case .protection:
      if members.contains(where: { overrides[$0, default: [:]].isEmpty }) { checkDilemma(parameters, of: "") }
      for member in members {
        guard let own = overrides[member], !own.isEmpty else { continue }
        checkDilemma(parameters.merging(own) { $1 }, of: " of '\(member)'")
      }
    case .tax:
      guard let range, let place else { return }
      checkCapital(parameters, overrides: overrides, range: range, at: place)
    case .tournament, .general: break
    }
  }

  /// A prisoner's dilemma (Axelrod 1984): T > R > P > S, and taking turns is worth less than both staying open,
  /// 2R > T + S.
  /// - Parameter owner: whose parameters they are, to stand after the name of one.
  private func checkDilemma(_ parameters: Parameters, of owner: String) {
    let order: [Competition.Parameter] = [.temptation, .reward, .punishment, .sucker]
    var isOrdered = true
    for (greater, lesser) in zip(order, order.dropFirst()) {
      guard let first = parameters[greater], let second = parameters[lesser] else { return }
      if first.best <= second.best {
        faults.error(
          first.place,
          "\(greater.rawValue)\(owner) is \(plain(first.best)) and \(lesser.rawValue) is \(plain(second.best))",
          "\(greater.rawValue) must be above \(lesser.rawValue), or there is no prisoner's dilemma")
        isOrdered = false
      } else if let least = first.least, let most = second.most, least <= most {
        faults.warning(
          first.place,
          "\(greater.rawValue)\(owner) may be \(plain(least)) and \(lesser.rawValue) \(plain(most))",
          "some draws are then no prisoner's dilemma: narrow the ranges until \(greater.rawValue) is always above")
      }
    }
    guard isOrdered, let reward = parameters[.reward], let temptation = parameters[.temptation],
      let sucker = parameters[.sucker]
    else { return }
    let turns = temptation.best + sucker.best
    if 2 * reward.best <= turns {
      faults.error(
        reward.place,
        "twice the reward\(owner) is \(plain(2 * reward.best)), and temptation and sucker come to \(plain(turns))",
        "raise the reward or lower the temptation: taking turns must not be worth more than both staying open")
    } else if let least = reward.least, let most = temptation.most, let other = sucker.most, 2 * least <= most + other {
      faults.warning(
        reward.place,
        "twice the reward\(owner) may be \(plain(2 * least)), and temptation and sucker \(plain(most + other)) together",
        "some draws then make taking turns worth more than both staying open: narrow the ranges")
    }
  }

  /// With output a·k − b·k² a head, capital must not earn less than nothing at the highest tax, a − 2b·k̄, nor leave
  /// a member at the highest while the others are at the lowest, 2b·k̄·n/(n − 1); k̄ is the mean of the members.
  private func checkCapital(
    _ parameters: Parameters, overrides: [PartyID: Parameters], range: ClosedRange<Double>, at place: Place
  ) {
    guard let output = parameters[.outputA], let slope = parameters[.outputB] else { return }
    let capital = members.compactMap { overrides[$0]?[.capitalPerHead] ?? parameters[.capitalPerHead] }
    let count = Double(members.count)
    guard capital.count == members.count, count >= 2 else { return }
    let mean = capital.reduce(0) { $0 + $1.best } / count
    let most = output.best - 2 * slope.best * mean
    let widest = 2 * slope.best * mean * count / (count - 1)
    // As little as rounding may make of it is let pass, as the game does.
    if range.upperBound > most + 1e-12 * output.best {
      faults.error(
        place,
        "the highest tax is \(plain(range.upperBound)), and capital earns less than nothing above \(plain(most))",
        "give at most that, or raise outputA")
    }
    if range.upperBound - range.lowerBound > widest * (1 + 1e-12) {
      faults.error(
        place,
        "the taxes go from \(plain(range.lowerBound)) to \(plain(range.upperBound)), and a member at the highest would "
          + "have no capital left",
        "let them differ by at most \(plain(widest)), or raise capitalPerHead")
    }
    guard range.upperBound <= most, range.upperBound - range.lowerBound <= widest,
      let leastOutput = output.least, let steepest = slope.most, let flattest = slope.least
    else { return }
    let (fewest, richest) = (capital.compactMap(\.least), capital.compactMap(\.most))
    guard fewest.count == members.count, richest.count == members.count else { return }
    if range.upperBound > leastOutput - 2 * steepest * richest.reduce(0, +) / count
      || range.upperBound - range.lowerBound > 2 * flattest * fewest.reduce(0, +) / (count - 1)
    {
      faults.warning(
        place,
        "within the ranges of outputA, outputB and capitalPerHead, capital may earn less than nothing or be gone",
        "some draws are then no game: narrow the ranges, or lower the highest tax")
    }
  }
}
