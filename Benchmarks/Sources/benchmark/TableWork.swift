import CollectiveAction
import Sharing

/// What is done with a game whose worths are a table, by the name it has on the command line.
///
/// The answer is a list of numbers, so that it can be held against another program's.
let tableWorks: [String: @Sendable (CoalitionGame) throws -> [Double]] = [
  "read": { [streamedSum(of: $0.worths)] },
  "shapley": { shapleyValue(of: $0).shares },
  "banzhaf": { banzhafValue(of: $0).shares },
  "nucleolus": { try certifiedShares(nucleolus(of: $0)) },
  "exactNucleolus": { try certifiedShares(exactNucleolus(of: $0)) },
  "prenucleolus": { try certifiedShares(prenucleolus(of: $0)) },
  "perCapitaNucleolus": { try certifiedShares(perCapitaNucleolus(of: $0)) },
  "convexity": { [$0.verdict(on: .convexity).holds ? 1 : 0] },
  "superadditivity": { [$0.verdict(on: .superadditivity).holds ? 1 : 0] },
  "structure": { [try $0.bestCoalitionStructure().worth] },
  "coreIntervals": { game in
    try coreIntervals(of: game).flatMap { [$0.lowest.share, $0.highest.share] }
  },
]

/// The shares, if they are proved in fractions without any allowance.
private func certifiedShares(_ solution: NucleolusSolution) throws -> [Double] {
  guard solution.verdict == .certified else { throw Refusal("the answer was not certified: \(solution.verdict)") }
  return solution.allocation.shares
}

/// The least that any work on a whole table takes: to read it once, in order, and add it up.
func streamedSum(of table: [Double]) -> Double {
  table.withUnsafeBytes { bytes in
    var sums = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
    let step = 4 * MemoryLayout<SIMD8<Double>>.size
    let whole = bytes.count / step * step
    for place in stride(from: 0, to: whole, by: step) {
      sums.0 += bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<Double>.self)
      sums.1 += bytes.loadUnaligned(fromByteOffset: place + 64, as: SIMD8<Double>.self)
      sums.2 += bytes.loadUnaligned(fromByteOffset: place + 128, as: SIMD8<Double>.self)
      sums.3 += bytes.loadUnaligned(fromByteOffset: place + 192, as: SIMD8<Double>.self)
    }
    return table[(whole / 8)...].reduce((sums.0 + sums.1 + sums.2 + sums.3).sum(), +)
  }
}
