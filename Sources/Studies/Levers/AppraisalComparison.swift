import Mechanisms

/// The forms of cooperation appraised as things stand and once more with levers pulled.
public struct AppraisalComparison: Codable, Sendable, Equatable {
  public var levers: [LeverChange]
  /// The forms that cannot have one of the levers, and keep their rules in that respect.
  public var unmoved: [UnmovedForm]
  public var before: MechanismFindings
  public var after: MechanismFindings
}

/// One lever, and what it moves.
public struct LeverChange: Codable, Sendable, Equatable {
  /// The name of the circumstance or of the number of the rules.
  public var name: String
  /// What it was: the mean over the forms, for a number of the rules.
  public var from: Double
  public var to: Double
}

/// A form that contradicts itself with a lever pulled.
public struct UnmovedForm: Codable, Sendable, Equatable {
  public var form: String
  public var lever: String
  public var reason: String
}

/// The forms of cooperation where what is typical of a stage surrounds them.
public struct StageFinding: Codable, Sendable, Equatable {
  public var stage: String
  /// What differs from the case as it stands.
  public var changes: [LeverChange]
  public var mechanisms: MechanismFindings
}

extension Study {
  /// Appraises every form as things stand and with `levers` pulled, all at once.
  ///
  /// - Throws: ``StudyError/lever(_:)`` when a lever is set twice or no form can have it, and as ``findings(progress:)``.
  /// - Complexity: the equilibria are solved once for both.
  public func comparison(with levers: [LeverSetting]) throws(StudyError) -> AppraisalComparison {
    for (place, lever) in levers.enumerated() where levers[..<place].contains(where: { $0.subject == lever.subject }) {
      throw .lever(.twice(lever.name))
    }
    let basis = try appraisalBasis()
    return try answering { () throws in
      let before = basis.choice
      var unmoved: [UnmovedForm] = []
      var mechanisms = before.appraisals.map(\.mechanism)
      var circumstances = before.circumstances
      for lever in levers {
        switch lever.subject {
        case .circumstance(let parameter): circumstances = try circumstances.with(parameter, lever.value)
        case .rule(let parameter):
          var refusals: [UnmovedForm] = []
          for (place, mechanism) in mechanisms.enumerated() {
            do {
              let moved = try mechanism.with(parameter, lever.value)
              if !basis.behaviour.hasAuthority, moved.needs.contains(.authority) { throw MissingAuthority() }
              mechanisms[place] = moved
            } catch {
              refusals.append(UnmovedForm(form: mechanism.id, lever: lever.name, reason: "\(error)"))
            }
          }
          if refusals.count == mechanisms.count, let first = refusals.first {
            throw StudyError.lever(.noForm(lever.name, reason: first.reason))
          }
          unmoved += refusals
        }
      }
      let after = try ChosenMechanism(mechanisms, under: circumstances, in: basis.table, derived: before.derived)
      return AppraisalComparison(
        levers: levers.map { $0.change(from: before) }, unmoved: unmoved,
        before: try MechanismFindings(before, behaviour: basis.behaviour, table: basis.table),
        after: try MechanismFindings(after, behaviour: basis.behaviour, table: basis.table))
    }
  }

  /// Appraises every form at each stage of cooperation, from the initial one to the deepening one.
  ///
  /// - Throws: as ``findings(progress:)``.
  public func stages() throws(StudyError) -> [StageFinding] {
    let basis = try appraisalBasis()
    return try answering { () throws in
      try Stage.allCases.map { stage in
        let standing = basis.choice.circumstances
        let choice = try ChosenMechanism(
          basis.choice.appraisals.map(\.mechanism), under: standing.at(stage), in: basis.table,
          derived: basis.choice.derived)
        return StageFinding(
          stage: stage.rawValue,
          changes: stage.typical.filter { standing[$0.parameter] != $0.value }.map {
            LeverChange(name: $0.parameter.rawValue, from: standing[$0.parameter], to: $0.value)
          }, mechanisms: try MechanismFindings(choice, behaviour: basis.behaviour, table: basis.table))
      }
    }
  }
}

/// A lever that only a level above can pull, in a case without one.
private struct MissingAuthority: Error, CustomStringConvertible {
  var description: String { "it needs a level above the members, and the case names none" }
}

extension LeverSetting {
  fileprivate func change(from choice: ChosenMechanism) -> LeverChange {
    let from =
      switch subject {
      case .circumstance(let parameter): choice.circumstances[parameter]
      case .rule(let parameter):
        choice.appraisals.reduce(0) { $0 + $1.mechanism[parameter] } / Double(choice.appraisals.count)
      }
    return LeverChange(name: name, from: from, to: value)
  }
}
