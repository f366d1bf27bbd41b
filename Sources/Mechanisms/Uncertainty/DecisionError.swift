/// Why no decision can be made from draws.
public enum DecisionError: Error, Equatable, Sendable, CustomStringConvertible {
  case noDraws
  case noOptions
  case optionCount(given: Int, named: Int)
  case notFinite(draw: Int, option: String)
  case gainCount(given: Int, needed: Int)
  case inputCount(given: Int, draws: Int)
  case inputNotFinite(draw: Int)

  public var description: String {
    switch self {
    case .noDraws: "no draw was accepted; look at why they were refused"
    case .noOptions: "nothing to choose from; give at least one option"
    case .optionCount(let given, let named):
      "a draw has \(given) net gains for \(named) options; give one an option"
    case .notFinite(let draw, let option):
      "the net gain of '\(option)' in draw \(draw) is not a finite number; leave refused draws out"
    case .gainCount(let given, let needed):
      "\(given) gains of players where draws × options × players make \(needed)"
    case .inputCount(let given, let draws):
      "\(given) values of an input for \(draws) draws; give one a draw"
    case .inputNotFinite(let draw):
      "an input is not a finite number in draw \(draw); leave refused draws out"
    }
  }
}
