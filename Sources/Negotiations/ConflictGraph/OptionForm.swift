/// A conflict told in options: who may do what, and which combinations cannot be.
///
/// A state says of each option whether it is taken. Its code has bit j set where option j is, the options counted
/// through all decision makers; feasible states are numbered from 0 by ascending code, or as they were listed.
public struct OptionForm: Hashable, Sendable {
  /// The most feasible states a conflict may have.
  public static let stateLimit = 1 << 20
  /// The most options whose combinations are looked through for feasible ones.
  public static let optionLimit = 30

  /// Who has which options.
  public let decisionMakers: [DecisionMaker]
  /// The codes of the feasible states; of merged states the last of their codes.
  public private(set) var codes: [UInt64]
  /// The number of options of all decision makers.
  public let optionCount: Int
  let numbers: [String: Int]
  /// The codes of all feasible states before some were merged, and the state that holds each; empty where none were.
  private(set) var unmerged: [UInt64] = []
  private(set) var holder: [Int] = []

  /// - Parameters:
  ///   - decisionMakers: One or more, with 1 to ``optionLimit`` options between them, each named once.
  ///   - infeasible: No state in which one of these conditions holds can be.
  /// - Throws: ``ConflictError`` naming what is repeated or unknown, or that none or more than ``stateLimit`` states
  ///   remain.
  /// - Complexity: O(2ᵐ / 64) evaluations of the conditions for m options.
  public init(_ decisionMakers: [DecisionMaker], infeasible: [OptionCondition] = []) throws(ConflictError) {
    (numbers, optionCount) = try Self.numbers(of: decisionMakers)
    guard optionCount <= Self.optionLimit else { throw .tooManyOptions(optionCount, limit: Self.optionLimit) }
    let forbidden = NumberedCondition.any(
      try infeasible.numbered(numbers, optionCount: optionCount))
    let total = UInt64(1) << UInt64(optionCount)
    guard !infeasible.isEmpty || total <= Self.stateLimit else { throw .tooManyStates(limit: Self.stateLimit) }
    var codes: [UInt64] = []
    for base in stride(from: 0, to: total, by: 64) {
      var rest = ~forbidden.holds(from: base)
      if total - base < 64 { rest &= (1 << (total - base)) - 1 }
      while rest != 0 {
        codes.append(base + UInt64(rest.trailingZeroBitCount))
        rest &= rest - 1
      }
      guard codes.count <= Self.stateLimit else { throw .tooManyStates(limit: Self.stateLimit) }
    }
    guard !codes.isEmpty else { throw .nothingFeasible }
    self.decisionMakers = decisionMakers
    self.codes = codes
  }

  /// - Parameters:
  ///   - decisionMakers: One or more, with 1 to 62 options between them, each named once.
  ///   - feasible: Every feasible state once, in the order of its number, as one Y or N for each option.
  /// - Throws: ``ConflictError`` naming what is repeated, or the state that fits no options.
  public init(_ decisionMakers: [DecisionMaker], feasible: [String]) throws(ConflictError) {
    (numbers, optionCount) = try Self.numbers(of: decisionMakers)
    guard optionCount <= 62 else { throw .tooManyOptions(optionCount, limit: 62) }
    guard !feasible.isEmpty else { throw .nothingFeasible }
    guard feasible.count <= Self.stateLimit else { throw .tooManyStates(limit: Self.stateLimit) }
    var seen: Set<UInt64> = []
    var codes: [UInt64] = []
    for pattern in feasible {
      let (care, code) = try OptionCondition.bits(of: pattern, optionCount: optionCount)
      guard care.nonzeroBitCount == optionCount else { throw .pattern(pattern, options: optionCount) }
      guard seen.insert(code).inserted else { throw .repeatedFeasibleState(pattern) }
      codes.append(code)
    }
    self.decisionMakers = decisionMakers
    self.codes = codes
  }

  /// The numbers of the options by name.
  private static func numbers(
    of decisionMakers: [DecisionMaker]
  ) throws(ConflictError) -> ([String: Int], count: Int) {
    guard !decisionMakers.isEmpty else { throw .noDecisionMakers }
    var names: Set<String> = []
    var numbers: [String: Int] = [:]
    for maker in decisionMakers {
      guard names.insert(maker.name).inserted else { throw .repeatedDecisionMaker(maker.name) }
      for option in maker.options where numbers.updateValue(numbers.count, forKey: option.name) != nil {
        throw .repeatedOption(option.name)
      }
    }
    guard !numbers.isEmpty else { throw .noOptions }
    return (numbers, numbers.count)
  }

  /// The same conflict with states that come to the same taken as one.
  ///
  ///     let left = form.merging([.taken("abandon")])   // once the company is gone nothing else matters
  ///
  /// Whoever can move from one of the merged states to another state can move there from all of them. A merged state
  /// takes the place of its last code among the states. A statement of preference holds in it if it holds in all that
  /// were merged.
  ///
  /// - Parameter alike: The states in which a condition holds become one; of conditions that share a state, all
  ///   theirs do.
  /// - Throws: ``ConflictError/unknownOption(_:)`` or ``ConflictError/pattern(_:options:)``.
  public func merging(_ alike: [OptionCondition]) throws(ConflictError) -> OptionForm {
    let all = unmerged.isEmpty ? codes : unmerged
    // Each code's group: the last code known to be in it, found by following the links up.
    var link = Array(all.indices)
    func last(_ index: Int) -> Int {
      var index = index
      while link[index] != index {
        link[index] = link[link[index]]
        index = link[index]
      }
      return index
    }
    func join(_ left: Int, _ right: Int) { link[min(last(left), last(right))] = max(last(left), last(right)) }
    var lastOf: [Int: Int] = [:]
    for (index, state) in holder.enumerated() {
      if let other = lastOf[state] { join(index, other) }
      lastOf[state] = index
    }
    for condition in try alike.numbered(numbers, optionCount: optionCount) {
      let holding = all.indices.filter { condition.holds(from: all[$0] & ~63) >> (all[$0] & 63) & 1 == 1 }
      // Backwards, so that links are short.
      for index in holding.reversed() { join(index, holding[holding.count - 1]) }
    }
    let heads = all.indices.filter { link[$0] == $0 }
    var number: [Int: Int] = [:]
    for (state, head) in heads.enumerated() { number[head] = state }
    var form = self
    form.codes = heads.map { all[$0] }
    form.unmerged = all
    form.holder = all.indices.map { number[last($0), default: 0] }
    return form
  }

  /// The form as it was before states were merged.
  var separate: OptionForm {
    var form = self
    form.codes = unmerged
    form.unmerged = []
    form.holder = []
    return form
  }

  /// One letter for each option: Y where it is taken in `state`, N where it is not, - where the states merged in it
  /// differ.
  public func pattern(of state: Int) -> String {
    let code = codes[state]
    var open: UInt64 = 0
    for (other, holder) in zip(unmerged, holder) where holder == state { open |= other ^ code }
    return (0..<optionCount).map { open >> $0 & 1 == 1 ? "-" : code >> $0 & 1 == 1 ? "Y" : "N" }.joined()
  }

  /// The number of the state in which just these options are taken; nil where it is not feasible.
  ///
  /// - Parameter pattern: One Y or N for each option.
  /// - Complexity: O(states).
  public func state(_ pattern: String) -> Int? {
    guard let (care, code) = try? OptionCondition.bits(of: pattern, optionCount: optionCount),
      care.nonzeroBitCount == optionCount
    else { return nil }
    return unmerged.isEmpty ? codes.firstIndex(of: code) : unmerged.firstIndex(of: code).map { holder[$0] }
  }

  /// The options of decision maker `maker` as bits of a state's code, those of them that bind when taken, and when
  /// dropped.
  func bits(of maker: Int) -> (all: UInt64, taken: UInt64, dropped: UInt64) {
    var bit = UInt64(decisionMakers[..<maker].reduce(0) { $0 + $1.options.count })
    var (all, taken, dropped): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for option in decisionMakers[maker].options {
      all |= 1 << bit
      switch option.course {
      case .reversible: break
      case .bindsWhenTaken: taken |= 1 << bit
      case .bindsWhenDropped: dropped |= 1 << bit
      }
      bit += 1
    }
    return (all, taken, dropped)
  }

  /// The states in which each condition holds, as one bit a condition, the first the most significant of
  /// `conditions.count`.
  func truths(of conditions: ArraySlice<NumberedCondition>) -> [UInt64] {
    guard unmerged.isEmpty else {
      var result = [UInt64](repeating: .max, count: codes.count)
      for (truth, state) in zip(separate.truths(of: conditions), holder) { result[state] &= truth }
      return result
    }
    var result = [UInt64](repeating: 0, count: codes.count)
    for condition in conditions {
      var base = UInt64.max
      var holds: UInt64 = 0
      for (state, code) in codes.enumerated() {
        if code & ~63 != base {
          base = code & ~63
          holds = condition.holds(from: base)
        }
        result[state] = result[state] << 1 | holds >> (code & 63) & 1
      }
    }
    return result
  }
}

extension [OptionCondition] {
  /// The conditions with numbers in place of names.
  func numbered(_ numbers: [String: Int], optionCount: Int) throws(ConflictError) -> [NumberedCondition] {
    var result: [NumberedCondition] = []
    for condition in self { result.append(try condition.numbered(numbers, optionCount: optionCount)) }
    return result
  }
}
