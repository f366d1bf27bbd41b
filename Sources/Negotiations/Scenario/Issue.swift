/// One matter on the table, and what may be agreed about it.
public struct Issue: Hashable, Sendable {
  /// What may be agreed about a matter.
  public enum Options: Hashable, Sendable {
    /// One of some named choices.
    case choices([String])
    /// A whole number, both ends included.
    case integers(ClosedRange<Int>)
    /// Any number between two ends. Where outcomes are counted, the ends and `steps - 1` evenly spaced
    /// numbers between them stand for all; between two of them worth is a straight line.
    case quantity(ClosedRange<Double>, steps: Int)
  }

  public let name: String
  public let options: Options
  /// The number of options that are told apart: choices, whole numbers, or the ends and steps of a quantity.
  public let count: Int

  /// - Parameters:
  ///   - name: What the matter is called; not empty.
  ///   - options: What may be agreed: one choice or more, each named once; a quantity with one step or more.
  /// - Throws: ``NegotiationError/noName``, ``NegotiationError/noOptions(issue:)``,
  ///   ``NegotiationError/repeatedOption(issue:option:)`` or ``NegotiationError/steps(issue:_:)``.
  public init(_ name: String, _ options: Options) throws(NegotiationError) {
    guard !name.isEmpty else { throw .noName }
    switch options {
    case .choices(let names):
      guard !names.isEmpty else { throw .noOptions(issue: name) }
      var seen: Set<String> = []
      for option in names where !seen.insert(option).inserted {
        throw .repeatedOption(issue: name, option: option)
      }
      count = names.count
    case .integers(let range):
      let (width, isOver) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
      guard !isOver, width < Int(Int32.max) else { throw .tooManyOutcomes(nil) }
      count = width + 1
    case .quantity(let range, let steps):
      guard steps >= 1, steps < Int(Int32.max), range.lowerBound.isFinite, range.upperBound.isFinite else {
        throw .steps(issue: name, steps)
      }
      count = steps + 1
    }
    self.name = name
    self.options = options
  }

  /// The option at `index`, in words: the choice, or the number.
  public func label(at index: Int) -> String {
    precondition(index >= 0 && index < count, "an option of the issue")
    return switch options {
    case .choices(let names): names[index]
    case .integers(let range): "\(range.lowerBound + index)"
    case .quantity(let range, let steps):
      "\(range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(steps))"
    }
  }
}
