import Mathematics
import Mechanisms
import Networks
import RegionalCases

/// How the members of a problem behave and under which rules: what the appraisal needs beside the game.
struct Behaviour: Sendable {
  private let conditions: [(parameter: CircumstanceParameter, input: StudyInput)]
  private let autonomy: [StudyInput?]
  /// The forms compared: the catalogue with the case's changes, then the case's own.
  private let forms: [CaseForm]
  /// Whether the case names a level above that could order, pay or judge.
  let hasAuthority: Bool
  /// The names the case gives its own forms, by id.
  let names: [String: LocalizedText]
  /// How many partners each two members have in common; absent when no ties among members are known.
  private let commonPartners: Matrix?
  /// How many agreements two or more of the members already have; absent when the case tells their number itself.
  private let earlierAgreements: Double?
  /// How much each member depends on each other for resources; absent when the case tells of no exchange.
  let exchange: Dependence?
  /// How the members' ties weaken with distance; absent without ties, or where a member has no place.
  let proximity: DistanceDecay?

  /// - Throws: ``StudyError/game(problem:reason:)`` when an addition is based on no form, or the ties make no network.
  init(of problem: Problem, in regionalCase: RegionalCase) throws(StudyError) {
    conditions = Condition.allCases.compactMap { condition in
      guard let figure = regionalCase.conditions[condition],
        let parameter = CircumstanceParameter(rawValue: condition.rawValue)
      else { return nil }
      return (
        parameter,
        StudyInput(
          name: "conditions.\(condition.rawValue)", role: .behaviour, figures: [figure],
          limits: parameter.range)
      )
    }
    autonomy = problem.members.map { member in
      regionalCase.party(member)?.autonomy.map {
        StudyInput(name: "parties.\(member).autonomy", role: .behaviour, figures: [$0], limits: 0...1)
      }
    }
    do {
      let catalogue = MechanismCatalogue.twelve.map { mechanism in
        CaseForm(
          mechanism,
          changedBy: MechanismCell(id: mechanism.id).flatMap { regionalCase.mechanisms.overrides[$0] } ?? [:],
          in: "mechanisms.overrides.\(mechanism.id)")
      }
      forms =
        try catalogue
        + regionalCase.mechanisms.additions.map { addition in
          CaseForm(
            try MechanismCatalogue.mechanism(addition.basedOn.id).named(addition.id),
            changedBy: addition.parameters, in: "mechanisms.additions.\(addition.id)")
        }
    } catch {
      throw .game(problem: problem.id, reason: "mechanisms: \(error)")
    }
    do {
      let ties = SpontaneousNetwork(of: problem, in: regionalCase)
      commonPartners = try ties.commonPartners
      exchange = try ties.dependence
      proximity = try ties.proximity(places: problem.members.map { regionalCase.party($0)?.location })
    } catch {
      throw .game(problem: problem.id, reason: "ties: \(error)")
    }
    let agreements = regionalCase.institutions.filter { institution in
      institution.kind == .agreement && institution.members.count(where: problem.members.contains) >= 2
    }
    let isTold = regionalCase.conditions[.priorAgreements] != nil
    earlierAgreements =
      isTold || agreements.isEmpty
      ? nil : min(Double(agreements.count), CircumstanceParameter.priorAgreements.range.upperBound)
    names = Dictionary(uniqueKeysWithValues: regionalCase.mechanisms.additions.map { ($0.id, $0.name) })
    hasAuthority =
      problem.authority != nil || !problem.hierarchy.isEmpty
      || regionalCase.parties.contains { $0.kind.word == .authority }
      || problem.members.contains { regionalCase.party($0)?.kind.parent != nil }
  }

  /// Everything the case tells of behaviour, in the order of the case file.
  var inputs: [StudyInput] { conditions.map(\.input) + autonomy.compactMap(\.self) + forms.flatMap(\.inputs) }

  /// The forms when their numbers stand where `draw` puts them.
  func mechanisms(in draw: Draw) throws(MechanismError) -> [Mechanism] {
    var mechanisms: [Mechanism] = []
    for form in forms {
      let mechanism = try form.mechanism(in: draw)
      // Nobody can be ordered, paid or judged by a level that is not there.
      if hasAuthority || !mechanism.needs.contains(.authority) { mechanisms.append(mechanism) }
    }
    return mechanisms
  }

  /// The forms that are left out since they need a level above, and the case names none.
  var withoutAuthority: [String] {
    hasAuthority
      ? []
      : forms.compactMap { form in
        (try? form.mechanism(in: .best)).flatMap { $0.needs.contains(.authority) ? $0.id : nil }
      }
  }

  /// The circumstances where `draw` puts them; what the case does not tell has the catalogue's default.
  func circumstances(in draw: Draw) throws(CircumstanceError) -> Circumstances {
    var circumstances = Circumstances()
    for (parameter, input) in conditions {
      circumstances = try circumstances.with(parameter, input.values(in: draw)[0])
    }
    for (name, factor) in draw.factors {
      guard let parameter = defaults.first(where: { Self.standardName($0) == name }) else { continue }
      let value = parameter.standard * factor
      circumstances = try circumstances.with(
        parameter, min(max(value, parameter.range.lowerBound), parameter.range.upperBound))
    }
    if let earlierAgreements { circumstances = try circumstances.with(.priorAgreements, earlierAgreements) }
    if let commonPartners { circumstances = try circumstances.with(commonPartners: commonPartners) }
    // Whoever the others depend on more has the better outside options (Emerson 1962).
    if let exchange { circumstances = try circumstances.with(bargainingWeights: exchange.bargainingWeights()) }
    if autonomy.contains(where: { $0 != nil }) {
      let standard = circumstances[.autonomySensitivity]
      circumstances = try circumstances.with(
        autonomySensitivities: autonomy.map { $0?.values(in: draw)[0] ?? standard })
    }
    return circumstances
  }

  /// The defaults that stand in for what the case does not tell, as inputs one may question.
  static func standardName(_ parameter: CircumstanceParameter) -> String { "conditions.\(parameter.rawValue)" }

  /// The parameters for which the catalogue's default stands in, if only for some of the members.
  var defaults: [CircumstanceParameter] {
    CircumstanceParameter.allCases.filter { parameter in
      switch parameter {
      case .heterogeneity: false  // Told by the case, or worked out from the game.
      case .commonPartners: commonPartners == nil
      case .priorAgreements where earlierAgreements != nil: false
      case .autonomySensitivity: autonomy.contains { $0 == nil }
      default: !conditions.contains { $0.parameter == parameter }
      }
    }
  }

  /// The catalogue's numbers that some form takes as they stand, where they say anything: a factor leaves zero as it is.
  var catalogueNumbers: [Mechanisms.MechanismParameter] {
    CaseForm.questioned.filter { parameter in forms.contains { $0.standard(of: parameter).map { $0 > 0 } ?? false } }
  }

  /// The mean over the forms of what they take from the catalogue for `parameter`, where `draw` puts it.
  func catalogueMean(_ parameter: Mechanisms.MechanismParameter, in draw: Draw) -> Double {
    let taken = forms.indices.filter { forms[$0].standard(of: parameter) != nil }
    let values = taken.compactMap { try? forms[$0].mechanism(in: draw)[parameter] }
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// Where the value of `parameter` comes from, for the report; nil when the case tells nothing of it.
  ///
  /// Of several figures it is the weakest, and assumed where a default stands in for one of them.
  func origin(of parameter: CircumstanceParameter) -> Provenance? {
    switch parameter {
    case .commonPartners:
      return commonPartners == nil ? nil : Provenance(status: .derived, remark: "counted from the ties of the case")
    case .priorAgreements where earlierAgreements != nil:
      return Provenance(status: .derived, remark: "counted from the institutions of the case")
    case .autonomySensitivity:
      let told = autonomy.compactMap(\.self)
      guard !told.isEmpty else { return nil }
      guard told.count == autonomy.count else { return Provenance(status: .assumed) }
      return told.flatMap(\.figures).map(\.provenance).max { $0.status.weakness < $1.status.weakness }
    default:
      return conditions.first { $0.parameter == parameter }?.input.figures.first?.provenance
    }
  }
}
