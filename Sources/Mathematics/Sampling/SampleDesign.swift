/// Points of a cube at which something is to be worked out, each by its index.
public protocol SampleDesign: Sendable {
  /// How many coordinates a point has.
  var inputs: Int { get }
  /// How many points there are, at least one.
  var count: Int { get }
  /// The coordinates of one point, each strictly between 0 and 1.
  func point(_ index: Int) -> [Double]
}

/// The first points of a scrambled Sobol sequence.
public struct SobolDesign: SampleDesign {
  public let count: Int
  private let sequence: SobolSequence

  public var inputs: Int { sequence.dimensions }

  /// - Parameters:
  ///   - count: how many points, at least one; a power of two is best.
  ///   - inputs: how many coordinates, from none up.
  ///   - seed: what the sequence is scrambled by.
  /// - Throws: ``SamplingError/noDraws(_:)``, ``SamplingError/tooManyInputs(_:most:)``.
  public init(count: Int, inputs: Int, seed: UInt64) throws(SamplingError) {
    guard count > 0, count <= SobolSequence.mostPoints else { throw .noDraws(count) }
    sequence = try SobolSequence(dimensions: inputs, scrambledBy: seed)
    self.count = count
  }

  /// The point of `index` of the sequence.
  public func point(_ index: Int) -> [Double] { sequence.point(index) }
}

/// The points that Sobol indices are estimated from: two independent samples A and B, and both with one input changed
/// for the other's.
///
/// Sample i gives the points Aᵢ, then A with input 1 from B, with input 2 from B, …, then, for indices of pairs, B with
/// input 1 from A, …, and Bᵢ at last, as SALib orders them. A and B are the two halves of the coordinates of one
/// scrambled Sobol sequence.
///
/// Inputs may be moved in groups, which then take the place of inputs: all coordinates of a group come from the same
/// sample, and the shares are those of the group as a whole (Saltelli et al. 2008, Global Sensitivity Analysis, ch. 4).
///
/// Source: Saltelli (2002), Comput. Phys. Commun. 145, 280–297; Saltelli et al. (2010), ibid. 181, 259–270.
public struct SaltelliDesign: SampleDesign {
  public let inputs: Int
  /// How many groups the inputs are moved in; as many as there are inputs when each is moved by itself.
  public let groups: Int
  /// How many samples, each of several points.
  public let samples: Int
  /// Whether indices of pairs can be estimated.
  public let hasPairs: Bool
  private let sequence: SobolSequence
  /// The group of each coordinate.
  private let groupOfInput: [Int]

  /// How many points a sample gives: the groups and two, or twice that with pairs.
  public var sampleSize: Int { Self.sampleSize(inputs: groups, hasPairs: hasPairs) }
  public var count: Int { samples * sampleSize }

  static func sampleSize(inputs: Int, hasPairs: Bool) -> Int { (hasPairs ? 2 : 1) * inputs + 2 }

  /// - Parameters:
  ///   - samples: how many, at least one; a power of two is best.
  ///   - inputs: how many coordinates a point has; half as many as a Sobol sequence has dimensions at most.
  ///   - pairs: whether to prepare for indices of pairs, at twice the number of points.
  ///   - seed: what the sequence is scrambled by.
  /// - Throws: ``SamplingError/noDraws(_:)``, ``SamplingError/tooManyInputs(_:most:)``.
  public init(samples: Int, inputs: Int, pairs: Bool = false, seed: UInt64) throws(SamplingError) {
    precondition(inputs >= 0, "a point has no fewer than 0 coordinates")
    try self.init(samples: samples, groups: [Int](repeating: 1, count: inputs), pairs: pairs, seed: seed)
  }

  /// - Parameters:
  ///   - samples: how many, at least one; a power of two is best.
  ///   - groups: how many coordinates each group has, at least one, the groups side by side in a point.
  ///   - pairs: whether to prepare for indices of pairs of groups, at twice the number of points.
  ///   - seed: what the sequence is scrambled by.
  /// - Throws: ``SamplingError/noDraws(_:)``, ``SamplingError/tooManyInputs(_:most:)``.
  public init(samples: Int, groups: [Int], pairs: Bool = false, seed: UInt64) throws(SamplingError) {
    precondition(groups.allSatisfy { $0 >= 1 }, "a group has at least one coordinate")
    let inputs = groups.reduce(0, +)
    guard samples > 0, samples <= SobolSequence.mostPoints else { throw .noDraws(samples) }
    guard 2 * inputs <= SobolSequence.mostDimensions else {
      throw .tooManyInputs(inputs, most: SobolSequence.mostDimensions / 2)
    }
    sequence = try SobolSequence(dimensions: 2 * inputs, scrambledBy: seed)
    groupOfInput = groups.enumerated().flatMap { group, size in [Int](repeating: group, count: size) }
    self.groups = groups.count
    self.inputs = inputs
    self.samples = samples
    hasPairs = pairs
  }

  /// The coordinates of one point: its sample is `index` / ``sampleSize``, its place in the sample the remainder.
  public func point(_ index: Int) -> [Double] {
    let (sample, place) = index.quotientAndRemainder(dividingBy: sampleSize)
    let both = sequence.point(sample)
    let isFromB = place == sampleSize - 1 || place > groups
    let changed = place == sampleSize - 1 ? nil : isFromB ? place - groups - 1 : place - 1
    return (0..<inputs).map { both[(isFromB != (groupOfInput[$0] == changed)) ? inputs + $0 : $0] }
  }
}
