/// Why a future cannot be reckoned from what was given.
public enum DynamicsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A population in which nobody can imitate another.
  case population(Int)
  /// A strength of imitation that is below zero or no number.
  case strength(Double)
  /// Fewer than two strategies.
  case strategies(Int)
  /// A strategy that stands twice in the list.
  case repeatedStrategy(String)
  /// Groups that cannot be drawn from the population.
  case groupSize(Int, population: Int)
  /// A figure of the game outside its range, and the range.
  case figure(String, Double, wanted: String)
  /// A payoff that is no finite number.
  case payoff(String, facing: String, count: Int, Double)
  /// Payoffs and a strength of imitation whose product is beyond the numbers of the machine.
  case overflow(mutant: String, resident: String, strength: Double)

  public var description: String {
    switch self {
    case .population(let count): "a population of \(count); imitation needs 2 players or more"
    case .strength(let value): "the strength of imitation is \(value); give a finite number of 0 or more"
    case .strategies(let count): "\(count) strategies; give 2 or more for one to replace another"
    case .repeatedStrategy(let name): "the strategy '\(name)' is listed twice; name it once"
    case .groupSize(let size, let population):
      "groups of \(size) from a population of \(population); give a size from 2 to the population's"
    case .figure(let name, let value, let wanted): "the \(name) is \(value); give \(wanted)"
    case .payoff(let name, let other, let count, let value):
      "the payoff of '\(name)' is \(value) while \(count) play it and the others '\(other)'; give a finite number"
    case .overflow(let mutant, let resident, let strength):
      "the payoffs of '\(mutant)' and '\(resident)' differ too much for a strength of imitation of \(strength); "
        + "lower it, or give payoffs in a larger unit"
    }
  }
}
