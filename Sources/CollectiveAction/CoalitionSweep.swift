import Dispatch

/// Numbers for every coalition of some players, worked out on all cores.
///
/// The coalitions are cut into the same pieces on any machine and each is worked out by itself, so the bits do
/// not depend on the number of cores.
enum CoalitionSweep {
  private static let pieces = 64

  /// - Parameters:
  ///   - width: how many numbers `fill` writes for one coalition.
  ///   - fill: writes them, all of them, for one coalition.
  /// - Returns: the numbers in the order of the masks, the empty coalition's first.
  /// - Throws: what `fill` threw for the first coalition, in that order, it could not do.
  static func table(
    players: Int, width: Int,
    fill: @Sendable (Coalition, UnsafeMutableBufferPointer<Double>) throws(DilemmaError) -> Void
  ) throws(DilemmaError) -> [Double] {
    try table(players: players, width: width, preparing: {}) {
      (_: Void, coalition, part) throws(DilemmaError) in try fill(coalition, part)
    }
  }

  /// The same with something to work with, made anew for each piece; the coalitions of a piece are asked for in
  /// the order of their masks.
  static func table<Workshop>(
    players: Int, width: Int, preparing workshop: @Sendable () -> Workshop,
    fill: @Sendable (Workshop, Coalition, UnsafeMutableBufferPointer<Double>) throws(DilemmaError) -> Void
  ) throws(DilemmaError) -> [Double] {
    let count = 1 << players
    let pieces = min(Self.pieces, count)
    var faults = [DilemmaError?](repeating: nil, count: pieces)
    let table = [Double](unsafeUninitializedCapacity: count * width) { buffer, initialized in
      buffer.initialize(repeating: 0)
      initialized = count * width
      faults.withUnsafeMutableBufferPointer { faults in
        // Each piece writes a part of the table, and a fault, that no other touches.
        nonisolated(unsafe) let numbers = buffer
        nonisolated(unsafe) let faults = faults
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
          let workshop = workshop()
          for mask in (count * piece / pieces)..<(count * (piece + 1) / pieces) {
            let part = UnsafeMutableBufferPointer(rebasing: numbers[(mask * width)..<((mask + 1) * width)])
            do throws(DilemmaError) {
              try fill(workshop, Coalition(mask: UInt64(mask)), part)
            } catch {
              faults[piece] = error
              return
            }
          }
        }
      }
    }
    for case .some(let fault) in faults { throw fault }
    return table
  }

  /// What `work` makes of each piece of the coalitions, in the order of the masks.
  static func pieces<Finding: Sendable>(
    players: Int, _ work: @Sendable (Range<UInt64>) -> Finding
  ) -> [Finding] {
    let count = 1 << players
    let pieces = min(Self.pieces, count)
    var findings = [Finding?](repeating: nil, count: pieces)
    findings.withUnsafeMutableBufferPointer { findings in
      // Each piece writes a place that no other touches.
      nonisolated(unsafe) let findings = findings
      DispatchQueue.concurrentPerform(iterations: pieces) { piece in
        findings[piece] = work(UInt64(count * piece / pieces)..<UInt64(count * (piece + 1) / pieces))
      }
    }
    return findings.compactMap { $0 }
  }
}
