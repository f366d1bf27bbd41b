import Mathematics
import Mechanisms
import RegionalCases

extension MechanismFindings {
  /// The forms compared and the one that fits, from their appraisals.
  ///
  /// Each lever is pulled alone, all else as it is, and every form appraised anew.
  init(_ choice: ChosenMechanism, behaviour: Behaviour, table: DilemmaTable) throws {
    let ranking = try choice.ranking.order.enumerated().map { rank, appraisal in
      var finding = MechanismFinding(appraisal, name: behaviour.names[appraisal.mechanism.id]?.texts)
      finding.sideBySide = try SideBySideFinding(of: appraisal, in: table, under: choice.circumstances)
      if rank < Self.toldMemberships {
        finding.membership = MembershipFinding(
          try membership(
            of: appraisal.mechanism, in: table, under: choice.circumstances,
            seekingOpen: table.players.count <= Self.mostAskedThroughout), players: table.players)
      }
      return finding
    }
    self.init(
      ranking: ranking,
      recommended: choice.best?.mechanism.id,
      reasons: choice.ranking.reasons.map(ReasonFinding.init),
      paretoFront: choice.ranking.paretoFront.map(\.mechanism.id), withoutAuthority: behaviour.withoutAuthority,
      conditions: CircumstanceParameter.allCases.map { ConditionFinding($0, in: choice, behaviour: behaviour) },
      levers: try Lever.allCases.compactMap { try $0.pulled(choice, table: table) })
  }

  /// Of how many forms it is told who would stay and who would come.
  private static let toldMemberships = 3
  /// The most members among whom every coalition is asked, not only those of few or near to the ones that form: how far
  /// fair divisions disagree has to be worked out for each.
  fileprivate static let mostAskedThroughout = 8
}

extension SideBySideFinding {
  /// The agreements of the appraised form that stand best side by side; nothing where they bring no more than one, or
  /// where what they bring cannot be added up because they would move the same others.
  fileprivate init?(of appraisal: Appraisal, in table: DilemmaTable, under circumstances: Circumstances) throws {
    switch appraisal.mechanism.scope {
    case .bilateral: break
    case .multilateral: guard table.players.count <= MechanismFindings.mostAskedThroughout else { return nil }
    case .collective: return nil
    }
    let found = try sideBySide(appraisal.mechanism, in: table, under: circumstances)
    guard found.agreements.count > 1, found.isWithinReach, found.expectedNetGain > appraisal.expectedNetGain
    else { return nil }
    self.init(
      agreements: found.agreements.map { agreement in agreement.members.map { table.players[$0] } },
      netGain: found.expectedNetGain, netGainByPlayer: found.netGains, isProved: found.isBest)
  }
}

extension MembershipFinding {
  fileprivate init(_ membership: Membership, players: [String]) {
    func told(_ moves: [Membership.Move]) -> [NamedNumber] {
      moves.map { NamedNumber(name: players[$0.player], value: $0.gain) }
    }
    let open = membership.bound == membership.coalition ? nil : membership.open
    self.init(
      leavers: told(membership.leavers), joiners: told(membership.joiners),
      couldKeepAll: membership.isPotentiallyInternallyStable,
      openMembers: open.map { agreement in agreement.members.map { players[$0] } },
      openNetGain: open?.expectedNetGain)
  }
}

/// One change of what surrounds the parties that somebody could bring about.
enum Lever: String, CaseIterable {
  case thirdPartyMonitor, moreTrust, steadierOffices, bindingLaw

  /// What the lever moves, and to where: the field's usual strong value for it.
  var target: (parameter: CircumstanceParameter, value: Double) {
    switch self {
    case .thirdPartyMonitor: (.thirdPartyDetection, 0.6)
    case .moreTrust: (.trust, 0.8)
    case .steadierOffices: (.turnover, 0.1)
    case .bindingLaw: (.legalForce, 1)
    }
  }

  /// What is best with the lever pulled; nothing when the case is there already.
  func pulled(_ choice: ChosenMechanism, table: DilemmaTable) throws -> LeverFinding? {
    let (parameter, value) = target
    let before = choice.circumstances[parameter]
    guard parameter == .turnover ? value < before : value > before else { return nil }
    let circumstances = try choice.circumstances.with(parameter, value)
    let ranking = try rank(choice.appraisals.map { try appraise($0.mechanism, in: table, under: circumstances) })
    return LeverFinding(
      name: rawValue, from: before, to: value, recommended: ranking.best?.mechanism.id,
      netGain: ranking.best?.expectedNetGain ?? 0, netGainBefore: choice.best?.expectedNetGain ?? 0)
  }
}

extension MechanismFinding {
  fileprivate init(_ appraisal: Appraisal, name: [String: String]?) {
    let cost = appraisal.transactionCost
    let players = appraisal.players
    self.init(
      id: appraisal.mechanism.id, name: name, scope: appraisal.mechanism.scope.rawValue,
      authority: appraisal.mechanism.authority.rawValue, isFormed: appraisal.isFormed,
      members: appraisal.attempted.map { players[$0] },
      grossGain: appraisal.gainIfKept, coordination: appraisal.success.coordination,
      division: appraisal.success.division, defectionSafety: appraisal.success.defection,
      transactionCost: TransactionCostFinding(
        search: cost.search, bargaining: cost.bargaining, monitoring: cost.monitoring, enforcement: cost.enforcement,
        agency: cost.agency, total: cost.total, links: cost.links),
      autonomyCost: appraisal.autonomyCost, netGain: appraisal.prospectiveNetGain,
      paidFromAbove: appraisal.outlayFromAbove, netGainByPlayer: appraisal.netGains, transfers: appraisal.transfers,
      everyMemberGains: appraisal.isFormed && appraisal.members.allSatisfy { appraisal.netGains[$0] >= 0 })
  }
}

extension ReasonFinding {
  fileprivate init(_ reason: Reason) {
    func told(_ code: String, _ subjects: [String], _ figures: [(String, Double)]) -> ReasonFinding {
      ReasonFinding(code: code, subjects: subjects, figures: figures.map { NamedNumber(name: $0.0, value: $0.1) })
    }
    self =
      switch reason {
      case .highestNet(let mechanism, let margin, let next):
        told("highestNet", [mechanism, next], [("margin", margin)])
      case .onlyOneFormed(let mechanism, let net): told("onlyOneFormed", [mechanism], [("net", net)])
      case .runnerUpLosesOn(let mechanism, let aspect, let amount):
        told("runnerUpLosesOn", [mechanism, aspect.rawValue], [("amount", amount)])
      case .runnerUpGainsOn(let mechanism, let aspect, let amount):
        told("runnerUpGainsOn", [mechanism, aspect.rawValue], [("amount", amount)])
      case .noMechanismBeatsNoAgreement: told("noMechanismBeatsNoAgreement", [], [])
      case .rejected(let mechanism, let member, let amount):
        told("rejected", [mechanism, member], [("amount", amount)])
      case .nothingToGain(let mechanism): told("nothingToGain", [mechanism], [])
      case .bindsLoser(let mechanism, let member, let amount):
        told("bindsLoser", [mechanism, member], [("amount", amount)])
      }
  }
}

extension ConditionFinding {
  fileprivate init(_ parameter: CircumstanceParameter, in choice: ChosenMechanism, behaviour: Behaviour) {
    let origin = behaviour.origin(of: parameter)
    let status =
      origin?.status.rawValue ?? (choice.derived.contains(parameter) ? "derived" : "assumed")
    self.init(
      name: parameter.rawValue, value: choice.circumstances.typical(parameter),
      isDefault: choice.circumstances.assumed.contains(parameter), status: status, source: origin?.source)
  }
}

extension Circumstances {
  /// One number for `parameter`: the mean where each player, or each pair, has its own.
  fileprivate func typical(_ parameter: CircumstanceParameter) -> Double {
    if parameter == .autonomySensitivity, let own = autonomySensitivities {
      return own.reduce(0, +) / Double(own.count)
    }
    if parameter == .commonPartners, let counts = commonPartners, counts.rows > 1 {
      return counts.elements.reduce(0, +) / Double(counts.rows * (counts.rows - 1))  // The diagonal is zero.
    }
    return self[parameter]
  }
}
