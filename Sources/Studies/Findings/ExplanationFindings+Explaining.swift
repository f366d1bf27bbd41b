import CollectiveAction
import Mathematics
import Sharing

extension ExplanationFinding {
  init(_ explanation: DivisionExplanation) {
    self.init(
      rule: explanation.rule.rawValue, players: explanation.shares.map(PlayerExplanation.init),
      closestCoalitions: explanation.closestCoalitions.map(OfferFinding.init),
      bindingCoalitions: explanation.bindingCoalitions.map { binding in
        BindingFinding(
          stage: binding.stage, level: binding.level.approximation, exactLevel: binding.level.description,
          members: binding.names, weight: binding.weight.description, isHeldAtOwnWorth: binding.isHeldAtOwnWorth)
      })
  }
}

extension PlayerExplanation {
  init(_ share: ShareExplanation) {
    self.init(
      player: share.player, share: share.share, alone: share.alone, addedLast: share.separable,
      addedOnAverage: share.averageContribution, addedByPosition: share.averagesByPosition,
      bestAlternative: share.bestAlternative.map(OfferFinding.init),
      ifItLeaves: share.departure.map(DepartureFinding.init))
  }
}

extension OfferFinding {
  init(_ offer: CoalitionOffer) {
    self.init(members: offer.names, pays: offer.shares, alone: offer.worth, gainsByStaying: offer.slack)
  }
}

extension DepartureFinding {
  init(_ departure: Departure) {
    self.init(
      alone: departure.alone, change: departure.change, othersBefore: departure.othersBefore,
      othersAfter: departure.othersAfter)
    switch departure.others {
    case .success(let shares):
      others = Dictionary(shares.map { ($0.player, $0.after) }) { first, _ in first }
    case .failure(let error): undefined = "\(error)"
    }
  }
}

extension RulePropertiesFinding {
  init(_ row: RuleProperties) {
    self.init(rule: row.rule.rawValue, properties: row.cells.map(PropertyFinding.init))
  }

  /// The table of `rules` on `game`; of many players only properties that ask for few divisions.
  static func table(
    of game: CoalitionGame, rules: [SharingRule], by grounds: DivisionGrounds
  ) -> [RulePropertiesFinding] {
    let properties = SharingProperty.allCases.filter { property in
      switch property {
      case .coalitionalMonotonicity, .populationMonotonicity: game.playerCount <= 10
      case .covariance, .jointWorthMonotonicity: game.playerCount <= 16
      default: true
      }
    }
    return propertyTable(of: game, rules: rules, properties: properties, by: grounds).map(RulePropertiesFinding.init)
  }
}

extension PropertyFinding {
  init(_ cell: PropertyCell) {
    self.init(property: cell.property.rawValue, verdict: .holds)
    switch cell.verdict {
    case .holds: return
    case .notApplicable(let why):
      verdict = .notApplicable
      reason = why.rawValue
    case .fails(let witness):
      verdict = .fails
      witnesses = witness.names
      amount = witness.amount
      change = witness.change.map { change in
        switch change {
        case .jointWorth: "jointWorth"
        case .improved: "improved"
        case .added: "added"
        case .left: "left"
        }
      }
    }
  }
}

extension JointCostCurveFinding {
  init(_ curve: JointWorthCurve) {
    self.init(
      jointCosts: curve.jointWorths,
      rules: curve.curves.map { rule in
        var falls: [String: Double] = [:]
        for reversal in rule.reversals {
          falls[reversal.player] = max(falls[reversal.player] ?? 0, reversal.fall)
        }
        return RuleCurveFinding(
          rule: rule.rule.rawValue, shares: rule.outcomes.map { try? $0.get().shares }, falls: falls)
      })
  }
}
