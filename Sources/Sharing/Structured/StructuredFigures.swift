import CollectiveAction
import Mathematics

/// Refuses an empty or doubled list of names.
func checkNames(_ names: [String]) throws(StructuredGameError) {
  guard !names.isEmpty else { throw .nobody }
  var seen = Set<String>()
  for name in names where !seen.insert(name).inserted { throw .repeatedPlayer(name) }
}

/// Refuses figures that are not one a name, finite and from zero up.
func checkFigures(_ figures: [Double], called figure: String, of names: [String]) throws(StructuredGameError) {
  guard figures.count == names.count else {
    throw .figureCount(of: figure + "s", given: figures.count, needed: names.count)
  }
  for (name, value) in zip(names, figures) where !(value >= 0 && value.isFinite) {
    throw .wrongFigure(of: figure, at: name, figure: value)
  }
}

/// The figures as the decimals they print as.
func fractions(_ figures: [Double]) -> [Rational] { figures.map { Rational(decimal: $0) } }

/// The table of a structured game, each worth rounded once.
func structuredTable(
  _ players: [String], _ kind: CoalitionGame.Kind, worth: (Coalition) -> Rational
) throws(StructuredGameError) -> CoalitionGame {
  do throws(CoalitionGameError) {
    return try CoalitionGame(players: players, kind: kind) { worth($0).approximation }
  } catch { throw .noTable(error) }
}
