extension SharedStandard {
  /// The switching cost up to which each adopts when it knows nothing of the others.
  ///
  /// It holds every number of other adopters, from none to all, for equally likely, and each set of that many as
  /// well; so it expects half of what the others could bring. Holders are certain. With equal weights and no
  /// holder that is bᵢ(n + 1)/(2n). Among players that are alike it is what play comes to when each sees the
  /// benefit with a little noise (the global game); where players differ it is each one's rule of thumb, and what
  /// the noise leads to is the maximiser of the potential, if there is one (``potential``).
  ///
  /// Source: Carlsson & van Damme (1993), Econometrica 61, 989–1018; Morris & Shin (2003), in Dewatripont, Hansen &
  /// Turnovsky (eds), Advances in economics and econometrics I, 56–114; Frankel, Morris & Pauzner (2003), J. Econ.
  /// Theory 108, 1–44.
  public var laplacianThresholds: [Double] {
    let (certain, full) = (gainsFromOthers(holds), gainsFromOthers([Bool](repeating: true, count: players.count)))
    return players.indices.map { benefit[$0] * exchange.ownShare + certain[$0] + (full[$0] - certain[$0]) / 2 }
  }

  /// Who adopts when everyone judges by its Laplacian threshold: holders, and those whose cost is below it.
  public var laplacianSelection: [Bool] {
    zip(laplacianThresholds, players.indices).map { threshold, player in
      holds[player] || Self.units(threshold, scale) - Self.units(switchingCost[player], scale) > tolerance
    }
  }
}
