import CollectiveAction
import RegionalCases
import Registry
import Reporting
import Sharing
import Studies

/// What somebody asks of the calculator: whose costs, what every group of them would pay alone, by what to weigh, and a
/// proposal of their own; read from the address of the page.
///
///     /tables/T-2/shares?c.1=64&c.2=90&c.3=126   two parties: each alone, and both together
///     /tables/T-2/shares?case=works              a problem of the region's case
struct ShareQuestion {
  /// As many parties as the calculator takes: with more, nobody would fill in every group.
  static let mostPlayers = 6
  /// The largest figure that is taken: as much as any budget, and far from what numbers cannot hold exactly.
  static let largest = 1e12

  let kind: CoalitionGame.Kind
  let players: [String]
  /// The fields as they were filled in, or as the case fills them.
  let fields: FormFields
  /// The fields in which something is wrong.
  let faults: [String: CalculatorPhrase]
  /// The game; nothing when figures are missing or wrong, or nothing was asked yet.
  let game: CoalitionGame?
  /// What the members weigh; nothing when they were not asked.
  let weights: [Double]?
  /// The division that is proposed; nothing when none is.
  let proposal: [Double]?

  /// Whether any figure was given.
  var isAsked: Bool { fields.fields.contains { $0.name.hasPrefix("c.") && !$0.value.isEmpty } }

  /// - Parameters:
  ///   - query: what the address says.
  ///   - players: who pays; two to ``mostPlayers``.
  ///   - given: the figures of a case, which the address may change.
  init(_ query: FormFields, players: [String], given: CoalitionGame?) {
    self.players = players
    kind = query["kind"].flatMap(CoalitionGame.Kind.init) ?? given?.kind ?? .cost
    let fields = Self.filled(query, from: given)
    var faults: [String: CalculatorPhrase] = [:]
    func read(_ name: String, isNeeded: Bool, lowest: Double = -Self.largest) -> Double? {
      let text = (fields[name] ?? "").filter { !$0.isWhitespace }
      guard !text.isEmpty else {
        if isNeeded { faults[name] = .missing }
        return nil
      }
      guard let number = Self.number(text) else {
        faults[name] = .noNumber
        return nil
      }
      guard number >= lowest, number <= Self.largest else {
        faults[name] = number < lowest && lowest == 0 ? .negative : .tooLarge
        return nil
      }
      return number
    }
    func row(_ prefix: String, lowest: Double = -Self.largest) -> [Double]? {
      let names = players.indices.map { "\(prefix).\($0 + 1)" }
      guard names.contains(where: { !(fields[$0] ?? "").isEmpty }) else { return nil }
      let numbers = names.map { read($0, isNeeded: true, lowest: lowest) }
      return numbers.contains { $0 == nil } ? nil : numbers.compactMap { $0 }
    }
    let groups = 1..<(1 << players.count)
    let isAsked = groups.contains { !(fields["c.\($0)"] ?? "").isEmpty }
    let worths = isAsked ? groups.map { read("c.\($0)", isNeeded: true) } : []
    weights = row("w", lowest: 0)
    proposal = row("s")
    if weights?.allSatisfy({ $0 == 0 }) == true { faults["w.1"] = .onlyZeros }
    let known = worths.compactMap { $0 }
    game =
      isAsked && known.count == groups.count && faults.isEmpty
      ? try? CoalitionGame(players: players, kind: kind, worths: [0] + known) : nil
    (self.fields, self.faults) = (fields, faults)
  }

  /// What the address says, and where it says nothing, what the case does.
  private static func filled(_ query: FormFields, from given: CoalitionGame?) -> FormFields {
    guard let given else { return query }
    let told = Set(query.fields.map(\.name))
    let known = given.worths.indices.dropFirst().map { FormFields.Field("c.\($0)", Self.plain(given.worths[$0])) }
    return FormFields(query.fields + known.filter { !told.contains($0.name) })
  }

  /// A figure as it is typed: at most six decimals, without those that say nothing.
  static func plain(_ number: Double) -> String {
    var text = Numeral.fixed(number, decimals: 6).replacing(",", with: "").replacing(Numeral.minus, with: "-")
    while text.hasSuffix("0"), text.contains(".") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// `-1,234.5`; nothing when it is no number of plain digits.
  static func number(_ text: String) -> Double? {
    let isNegative = text.hasPrefix("-") || text.hasPrefix(Numeral.minus)
    let parts = text.dropFirst(isNegative ? 1 : 0).filter { $0 != "," }.split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isDigit) }),
      let number = Double(parts.joined(separator: "."))
    else { return nil }
    return isNegative ? 0 - number : number
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The groups in the order in which people think of them: the single parties, the pairs, …, all.
  var groups: [Coalition] {
    (1..<UInt64(1 << players.count)).map { Coalition(mask: $0) }.sorted { ($0.count, $0.mask) < ($1.count, $1.mask) }
  }

  /// The name of the field for a group.
  static func field(_ group: Coalition) -> String { "c.\(group.mask)" }
}

/// How the figures are divided: rule by rule, with who would rather leave.
struct ShareAnswer {
  /// One division: by a rule, or as it was proposed.
  struct Line {
    /// Nothing for the division that was proposed.
    let rule: SharingRule?
    /// Nothing where the rule has no answer on these figures.
    let shares: [Double]?
    let objections: [CoreViolation]
    let objectionCount: Int
    /// By how much a proposal is more than the whole, or less where negative.
    let imbalance: Double
  }

  let game: CoalitionGame
  let lines: [Line]
  /// What every group must be paid to stay; none where each can be left a saving.
  let subsidy: Double?
  let isCoreEmpty: Bool

  /// The rules shown: those that need nothing but the figures, and the proportional one where there are weights.
  static let rules: [SharingRule] = [
    .shapley, .nucleolus, .prenucleolus, .scrb, .ensc, .tau, .gately, .equal, .proportional,
  ]

  /// - Throws: `SharingError` when the figures make no game that can be divided.
  init(_ question: ShareQuestion, of game: CoalitionGame) throws(SharingError) {
    self.game = game
    let rules = Self.rules.filter { $0 != .proportional || question.weights != nil }
    let divided = try DividedGame(game, rules: rules, grounds: DivisionGrounds(weights: question.weights))
    let tolerance = 1e-9 * game.worths.reduce(0) { max($0, abs($1)) }
    var lines = divided.rulings.map { ruling in
      Line(
        rule: ruling.rule, shares: (try? ruling.outcome.get())?.shares, objections: ruling.violations,
        objectionCount: ruling.violationCount, imbalance: 0)
    }
    if let proposal = question.proposal {
      let found = coreMembership(
        of: Allocation(players: game.players, shares: proposal), in: game, tolerance: tolerance)
      lines.append(
        Line(
          rule: nil, shares: proposal, objections: found.violations, objectionCount: found.violationCount,
          imbalance: abs(found.imbalance) <= tolerance ? 0 : proposal.reduce(0, +) - game.jointWorth))
    }
    (self.lines, subsidy, isCoreEmpty) = (lines, divided.subsidy, divided.isCoreEmpty)
  }
}
