import Foundation
import Mathematics
import Mechanisms

/// Shares of variance with the points and results they were worked out from, so that another program can do so too.
struct IndexTable: Encodable {
  let inputs: [String]
  /// A row a point of the Saltelli design, each coordinate from 0 to 1.
  let points: [[Double]]
  /// A number a point.
  let results: [Double]
  /// By input, and for every two inputs in order.
  let first, total, pairs: [Double]

  /// The table of `result`, worked out on all cores.
  init<Failure: Error>(
    inputs: [String], samples: Int, seed: UInt64, _ result: @Sendable ([Double]) throws(Failure) -> Double
  ) throws {
    let design = try SaltelliDesign(samples: samples, inputs: inputs.count, pairs: true, seed: seed)
    results = draw(design, outputs: 1) { point throws(Failure) in [try result(point)] }.results.elements
    let indices = try SobolIndices(of: results, inputs: inputs.count, pairs: true, resamples: 2, seed: seed)
    self.inputs = inputs
    points = (0..<design.count).map(design.point)
    first = indices.first.map(\.value)
    total = indices.total.map(\.value)
    pairs = indices.pairs.map(\.share.value)
  }

  /// Of the function of Ishigami & Homma (1990), sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁, each x from −π to π.
  static func ishigami(samples: Int, seed: UInt64) throws -> IndexTable {
    try IndexTable(inputs: ["x1", "x2", "x3"], samples: samples, seed: seed) { point in
      let x = point.map { (2 * $0 - 1) * Double.pi }
      return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
    }
  }
}

extension AppraisalWork {
  /// The shares of the circumstances in the variance of the region's expected net gain under `mechanism`.
  func indices(of mechanism: Mechanism, samples: Int, seed: UInt64) throws -> IndexTable {
    try IndexTable(inputs: parameters.map(\.rawValue), samples: samples, seed: seed) {
      point throws(AppraisalError) in try netGain(of: mechanism, at: point)
    }
  }
}
