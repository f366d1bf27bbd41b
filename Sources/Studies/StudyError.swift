/// Why a case that was read and found valid could not be studied.
public enum StudyError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No problem of the case has this id.
  case unknownProblem(String, known: [String])
  /// The boundary file is no GeoJSON feature collection of polygons.
  case boundaries(file: String, reason: String)
  /// The problem's figures do not make a game.
  case game(problem: String, reason: String)
  /// The problem has more players than a study of all coalitions can hold.
  case tooManyPlayers(problem: String, count: Int, most: Int)
  /// The game, which is no case's, cannot be divided or explained.
  case division(String)
  /// Talks that lie beside the case cannot be worked out.
  case talks(file: String, reason: String)
  /// A lever cannot be pulled as asked.
  case lever(LeverError)

  public var description: String {
    switch self {
    case .unknownProblem(let id, let known):
      "no problem of the case is called '\(id)'; use one of \(known.joined(separator: ", "))"
    case .boundaries(let file, let reason):
      "\(file): \(reason); give a GeoJSON FeatureCollection of polygons, or leave 'boundaries' out"
    case .game(let problem, let reason):
      "problem '\(problem)': \(reason)"
    case .tooManyPlayers(let problem, let count, let most):
      "problem '\(problem)' has \(count) members; a study of every coalition holds at most \(most)"
    case .division(let reason): reason
    case .talks(let file, let reason): "\(file): \(reason)"
    case .lever(let error): "\(error)"
    }
  }
}
