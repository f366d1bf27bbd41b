@testable import Negotiations

/// The road toll that a city disputed: ten parties and six issues.
///
/// Facts quoted from the test data of the DECIDE exchange model of F. N. Stokman (github.com/foarsitter/decide-exchange-model);
/// the height of the toll runs from 0.5 to 7, everything else is in hundredths.
enum TollSettings {
  static let issues = [
    "toll in the centre", "height of the toll", "hours of the toll", "commuting", "more investment", "which ring",
  ]

  private static let rows: [(String, Double, [(Double, Double)])] = [
    ("Willems", 1, [(100, 0.95), (3, 0.7), (100, 0.9), (100, 0.8), (25, 0.6), (75, 0.95)]),
    ("PvdA", 1, [(50, 0.8), (3, 0.7), (75, 0.7), (100, 0.6), (25, 0.5), (25, 0.8)]),
    ("GL", 0.6, [(100, 0.95), (5, 0.9), (100, 0.95), (100, 0.8), (50, 0.4), (100, 0.9)]),
    ("VVDs", 0.5, [(0, 0.9), (0.5, 0.5), (0, 0.9), (0, 0.9), (50, 0.8), (0, 0.7)]),
    ("SP", 0.4, [(75, 0.7), (2, 0.5), (75, 0.6), (50, 0.4), (0, 0.3), (0, 0.7)]),
    ("CDA", 0.5, [(25, 0.8), (1, 0.6), (25, 0.7), (50, 0.4), (25, 0.5), (50, 0.6)]),
    ("D66", 0.2, [(25, 0.5), (3, 0.3), (50, 0.5), (75, 0.6), (25, 0.5), (50, 0.7)]),
    ("CU", 0.2, [(75, 0.7), (3, 0.5), (75, 0.6), (100, 0.6), (50, 0.5), (75, 0.8)]),
    ("KvK", 0.6, [(25, 0.8), (1, 0.6), (0, 0.7), (0, 0.9), (50, 0.5), (25, 0.8)]),
    ("Wcentr", 0.9, [(0, 0.95), (0.5, 0.8), (0, 1), (0, 0.95), (100, 0.9), (100, 0.9)]),
  ]

  static func setting() throws -> DecisionSetting {
    try DecisionSetting(
      issues: issues.enumerated().map { .init($1, low: $0 == 1 ? 0.5 : 0, high: $0 == 1 ? 7 : 100) },
      parties: rows.map { name, capability, stakes in
        .init(name, capability: capability, stakes: stakes.map { .init($0.0, salience: $0.1) })
      })
  }
}

/// When cars must pollute less: capability, position in years of delay and salience in hundredths of ten members.
///
/// The case of Bueno de Mesquita & Stokman (1994), European Community Decision Making, as recalled: not held against the book.
func carEmissions() throws -> DecisionSetting {
  let rows: [(String, Double, Double, Double)] = [
    ("NL", 8, 4, 80), ("BE", 8, 7, 40), ("LU", 3, 4, 20), ("DE", 16, 4, 80), ("FR", 16, 10, 60), ("IT", 16, 10, 60),
    ("UK", 16, 10, 90), ("IE", 5, 7, 10), ("DK", 5, 4, 100), ("GR", 8, 7, 70),
  ]
  return try DecisionSetting(
    issues: [.init("delay", low: 4, high: 10)],
    parties: rows.map { .init($0.0, capability: $0.1, stakes: [.init($0.2, salience: $0.3 / 100)]) })
}
