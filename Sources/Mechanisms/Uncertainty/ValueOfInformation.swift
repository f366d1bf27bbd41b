import Mathematics

/// What it would be worth to learn one input before choosing, and nothing else.
public struct ValueOfInformation: Sendable, Equatable {
  /// What is gained in the mean by choosing the option that suits the input. Too low rather than too high: the
  /// options are chosen by one half of the draws and judged by the other.
  public let value: SampledFigure
  /// The same with options chosen and judged by all draws, which is too high rather than too low.
  public let atMost: Double
  /// Into how many parts of the input the draws were put.
  public let parts: Int
}

/// The value of learning each input, in the order of the columns: what to find out next.
///
/// The draws are sorted by the input and cut into n^⅓ parts of about as many draws each, equal values together. In
/// each part the option with the largest mean is taken (Strong & Oakley 2013, Med. Decis. Making 33, 755–766, work
/// with parts of the sorted sample too, found as change points).
/// Two errors remain, both of the order of n^(−2/3). Within a part nothing more is learnt, which makes the value too
/// low. Means of few draws are best by luck now and then, which makes it too high when the same draws judge
/// (`atMost`) and too low when the other half does (`value`); the truth mostly lies between, save for the standard
/// error. Nothing is corrected for. Inputs that depend on one another are valued each with what it tells about the others.
///
/// - Parameters:
///   - inputs: a row a draw, a column an input; finite numbers.
///   - options: names of the options.
///   - netGains: a row a draw, a column an option, as in ``DecisionUnderUncertainty``.
/// - Returns: one value an input; none is below 0, and 0 for an input that does not vary.
/// - Throws: ``DecisionError`` when there is no draw or no option, the numbers do not fit together or are not finite.
/// - Complexity: inputs × draws × (options + log draws).
public func valuesOfInformation(
  about inputs: Matrix, options: [String], netGains: Matrix
) throws(DecisionError) -> [ValueOfInformation] {
  let gains = try NetGains(of: options, netGains)
  guard inputs.rows == gains.draws else { throw .inputCount(given: inputs.rows, draws: gains.draws) }
  if let place = inputs.elements.firstIndex(where: { !$0.isFinite }) {
    throw .inputNotFinite(draw: place / inputs.columns)
  }
  let base = gains.best
  let halves = halves(of: gains.draws)
  return (0..<inputs.columns).map { column in
    let input = (0..<gains.draws).map { inputs[$0, column] }
    return valueOfInformation(parts: parts(of: input), halves: halves, gains: gains, base: base)
  }
}

/// The draws sorted by the input and cut into parts, draws of one value in the same part.
private func parts(of input: [Double]) -> [ArraySlice<Int>] {
  let order = input.indices.sorted { (input[$0], $0) < (input[$1], $1) }
  let wanted = max(1, Int(Double(input.count).cubeRoot.rounded()))
  var parts: [ArraySlice<Int>] = []
  var start = 0
  for number in 1...wanted where start < number * order.count / wanted {
    // The end by number, moved on past draws that are equal.
    var end = number * order.count / wanted
    while end < order.count && input[order[end]] == input[order[end - 1]] { end += 1 }
    parts.append(order[start..<end])
    start = end
  }
  return parts
}

/// Which half each draw belongs to. By lot, for the digits of a Sobol point go with its index; always the same lot, so
/// that the same draws have the same value.
private func halves(of draws: Int) -> [Int] {
  (0..<draws).map { draw in
    var chance = RandomStream(seed: 0, stream: [draw])
    return Int(chance.next() & 1)
  }
}

private func valueOfInformation(
  parts: [ArraySlice<Int>], halves: [Int], gains: NetGains, base: Int
) -> ValueOfInformation {
  guard parts.count > 1 else {
    return ValueOfInformation(
      value: SampledFigure(value: 0, standardError: 0), atMost: 0, parts: parts.count)
  }
  var differences = [Double](repeating: 0, count: gains.draws)
  var most = 0.0
  for part in parts {
    var sums = [[Double](repeating: 0, count: gains.columns.count), [Double](repeating: 0, count: gains.columns.count)]
    var counts = [0, 0]
    for draw in part {
      for option in gains.columns.indices { sums[halves[draw]][option] += gains.columns[option][draw] }
      counts[halves[draw]] += 1
    }
    let all = zip(sums[0], sums[1]).map { $0 + $1 }
    most += all[largest(all)] - all[base]
    // Each half is judged by what the other chooses; one without draws has nothing to choose by.
    let choices = [counts[1] > 0 ? largest(sums[1]) : base, counts[0] > 0 ? largest(sums[0]) : base]
    for draw in part {
      differences[draw] = gains.columns[choices[halves[draw]]][draw] - gains.columns[base][draw]
    }
  }
  let gain = SampledFigure(meanOf: differences)
  return ValueOfInformation(
    value: SampledFigure(value: max(gain.value, 0), standardError: gain.standardError),
    atMost: most / Double(gains.draws), parts: parts.count)
}

/// The place of the largest sum, the last, acting alone, when it is as large as any, else the first of equals.
private func largest(_ sums: [Double]) -> Int {
  sums.indices.dropLast().reduce(sums.count - 1) { sums[$1] > sums[$0] ? $1 : $0 }
}

extension Double {
  /// The number whose third power this is, for a number above zero, by Newton's steps from above.
  fileprivate var cubeRoot: Double {
    var root = max(self, 1)
    while true {
      let next = (2 * root + self / (root * root)) / 3
      if next >= root { return root }
      root = next
    }
  }
}
