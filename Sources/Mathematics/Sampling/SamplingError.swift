/// Why a sample cannot be drawn or read.
public enum SamplingError: Error, Equatable, Sendable, CustomStringConvertible {
  case noDraws(Int)
  case tooManyInputs(Int, most: Int)
  case outputCount(Int, sampleSize: Int)
  case nothingComplete(samples: Int)

  public var description: String {
    switch self {
    case .noDraws(let count):
      "\(count) draws; ask for at least 1 and at most \(SobolSequence.mostPoints)"
    case .tooManyInputs(let count, let most):
      "\(count) uncertain inputs; a sample has room for \(most), so state some of them as certain"
    case .outputCount(let count, let sampleSize):
      "\(count) results where each sample gives \(sampleSize); give a result for every point of the design"
    case .nothingComplete(let samples):
      "none of \(samples) samples has a result for each of its points; look at why points were refused"
    }
  }
}
