/// How many of one kind are among those whom a player meets in a group drawn at random (hypergeometric).
struct GroupDraw {
  /// The fewest of the kind that can be in the group.
  let fewest: Int
  /// The probability of each number of the kind from ``fewest`` on.
  let probabilities: [Double]

  /// - Parameters:
  ///   - drawn: how many others the player meets.
  ///   - others: how many others there are.
  ///   - kind: how many of them are of the kind.
  init(drawing drawn: Int, from others: Int, with kind: Int) {
    let fewest = max(0, drawn - (others - kind))
    let most = min(drawn, kind)
    /// P(number + 1)/P(number).
    func ratio(_ number: Int) -> Double {
      Double(kind - number) * Double(drawn - number)
        / (Double(number + 1) * Double(others - kind - drawn + number + 1))
    }
    // From the most probable number outwards no weight can overflow.
    let middle = min(most, max(fewest, (drawn + 1) * (kind + 1) / (others + 2)))
    var weights = [Double](repeating: 0, count: most - fewest + 1)
    weights[middle - fewest] = 1
    var number = middle
    while number < most, weights[number - fewest] > 0 {
      weights[number + 1 - fewest] = weights[number - fewest] * ratio(number)
      number += 1
    }
    number = middle
    while number > fewest, weights[number - fewest] > 0 {
      weights[number - 1 - fewest] = weights[number - fewest] / ratio(number - 1)
      number -= 1
    }
    let sum = weights.reduce(0, +)
    self.fewest = fewest
    probabilities = weights.map { $0 / sum }
  }

  /// The average of `value` over the number of the kind.
  ///
  /// Where all values are the same it is that value to the last digit, so that strategies that do equally well are seen
  /// to.
  func average(of value: (Int) -> Double) -> Double {
    let base = value(fewest)
    var excess = 0.0
    for (offset, probability) in probabilities.enumerated().dropFirst() where probability > 0 {
      excess += probability * (value(fewest + offset) - base)
    }
    return base + excess
  }
}
