import Dispatch

/// What several pieces of work come to, each done by itself on whichever core is free, in the order of their numbers.
///
/// The pieces do not depend on the number of cores, so neither do the answers.
func separately<Answer: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Answer) -> [Answer] {
  guard count > 1 else { return (0..<count).map(work) }
  var answers = [Answer?](repeating: nil, count: count)
  answers.withUnsafeMutableBufferPointer { answers in
    // Each piece writes a place that no other touches.
    nonisolated(unsafe) let answers = answers
    DispatchQueue.concurrentPerform(iterations: count) { answers[$0] = work($0) }
  }
  return answers.compactMap { $0 }
}
