import Mathematics

/// The same numbers as lists, for tables: each with its unit and the code of its formula.
extension GameDiagnosis {
  /// What follows from the game alone, the region's numbers first and each player's in order.
  public var measures: [DiagnosticMeasure] {
    let order = order
    var list: [DiagnosticMeasure] = [
      DiagnosticMeasure(.cooperationGap, .region, cooperationGap),
      DiagnosticMeasure(.relativeGap, .region, relativeGap),
      DiagnosticMeasure(.priceOfAnarchy, .region, priceOfAnarchy),
      DiagnosticMeasure(.priceOfStability, .region, priceOfStability),
      DiagnosticMeasure(.rankedEquilibria, .region, Double(order.rankedPairs)),
      DiagnosticMeasure(.opposedEquilibria, .region, Double(order.opposedPairs)),
    ]
    for riding in freeRiding {
      let player = DiagnosticMeasure.Scope.player(riding.player)
      list += [
        DiagnosticMeasure(.freeRidingIncentive, player, riding.incentive),
        DiagnosticMeasure(.contributionShortfall, player, riding.shortfall),
        DiagnosticMeasure(.shortfallShare, player, riding.share),
        DiagnosticMeasure(.lossAtOptimum, player, optimum.costs[riding.player] - nash.costs[riding.player]),
      ]
    }
    return list
  }
}

extension Verdict {
  /// The numbers the verdict was decided by.
  public var measures: [DiagnosticMeasure] { grounds.map { DiagnosticMeasure($0.measure, .region, $0.value) } }
}

extension CriticalDiscount {
  /// How patient each must be, and all if they may pay each other.
  public var measures: [DiagnosticMeasure] {
    [DiagnosticMeasure(.pooledDiscountFactor, .region, pooled)]
      + least.enumerated().map { DiagnosticMeasure(.criticalDiscountFactor, .player($0), $1) }
  }
}

extension Exposure {
  /// What each has at stake in the others, and each pair in one another.
  public var measures: [DiagnosticMeasure] {
    let (total, benefit, harm) = (total, benefit, harm)
    return total.indices.flatMap { i in
      [
        DiagnosticMeasure(.exposure, .player(i), total[i]),
        DiagnosticMeasure(.benefitFromOthers, .player(i), benefit[i]),
        DiagnosticMeasure(.harmFromOthers, .player(i), harm[i]),
      ]
    }
      + total.indices.flatMap { i in
        total.indices.dropFirst(i + 1).flatMap { j in
          [
            DiagnosticMeasure(.mutualDependence, .pair(i, j), mutualDependence(i, j)),
            DiagnosticMeasure(.powerImbalance, .pair(i, j), powerImbalance(i, j)),
          ]
        }
      }
  }
}

extension CoordinationRisk {
  /// How sure each must be, and the risk of the one that must be surest.
  public var measures: [DiagnosticMeasure] {
    let (needed, loss, laplacian) = (neededBelief, firstMoverLoss, laplacianAdvantage)
    return [DiagnosticMeasure(.coordinationRisk, .region, risk)]
      + needed.indices.flatMap { player in
        [
          DiagnosticMeasure(.neededBelief, .player(player), needed[player]),
          DiagnosticMeasure(.firstMoverLoss, .player(player), loss[player]),
          DiagnosticMeasure(.laplacianAdvantage, .player(player), laplacian[player]),
        ]
      }
  }
}

extension Basin {
  /// The basin of the best end.
  public var measures: [DiagnosticMeasure] { [DiagnosticMeasure(.basinOfBest, .region, best?.share)] }
}

extension BystanderEffect {
  /// The elasticity of the region and of each player, and how far each falls.
  public var measures: [DiagnosticMeasure] {
    let (elasticity, fall) = (elasticity, fall)
    return [DiagnosticMeasure(.bystanderElasticity, .region, region?.slope)]
      + elasticity.indices.flatMap { player in
        [
          DiagnosticMeasure(.bystanderElasticity, .player(player), elasticity[player]),
          DiagnosticMeasure(.bystanderFall, .player(player), fall[player]),
        ]
      }
  }
}

extension GapDecomposition {
  /// The share of each remedy in the gap.
  public var measures: [DiagnosticMeasure] {
    [
      DiagnosticMeasure(.horizontalShare, .region, horizontal.share),
      DiagnosticMeasure(.verticalShare, .region, vertical.share),
      DiagnosticMeasure(.functionalShare, .region, functional.share),
    ]
  }
}
