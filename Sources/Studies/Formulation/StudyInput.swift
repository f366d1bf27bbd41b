import Mathematics
import RegionalCases

/// One number, or one column of numbers, that a study reads from a case under one name.
public struct StudyInput: Sendable {
  /// What part of the study an input enters.
  public enum Role: Sendable, Equatable {
    /// It shapes the game itself: its equilibria change with it.
    case game
    /// It shapes how the parties behave under a mechanism; the game stays the same.
    case behaviour
  }

  /// Where it stands in the case, such as `problems.air.spillover.abatementCost`.
  public let name: String
  public let role: Role
  public let figures: [Figure]
  /// What a figure may be; a draw that would leave it stops at its edge.
  public let limits: ClosedRange<Double>

  /// Whether any figure has a range or a spread.
  public var isUncertain: Bool { figures.contains(where: \.isUncertain) }
  /// Whether any figure is nobody's measurement.
  public var isAssumed: Bool { figures.contains { $0.provenance.status == .assumed } }
  /// The weakest status among the figures.
  public var status: ProvenanceStatus {
    figures.map(\.provenance.status).max { $0.weakness < $1.weakness } ?? .assumed
  }

  /// The figures where `draw` puts them, in their order.
  public func values(in draw: Draw) -> [Double] {
    figures.map { figure in
      let value =
        if figure.isUncertain {
          draw.ranks[name].map { figure.distribution.quantile($0) } ?? figure.best
        } else {
          figure.best * (draw.factors[name] ?? 1)
        }
      return min(max(value, limits.lowerBound), limits.upperBound)
    }
  }

  /// Sees that no best estimate is beyond the limits, where a study would silently compute with another number.
  ///
  /// - Throws: ``StudyError/game(problem:reason:)`` naming the place, the number and what it may be.
  func requireWithinLimits(problem: String) throws(StudyError) {
    guard let figure = figures.first(where: { !limits.contains($0.best) }) else { return }
    let remedy =
      limits.upperBound == .greatestFiniteMagnitude
      ? "\(limits.lowerBound) or more" : "a number from \(limits.lowerBound) to \(limits.upperBound)"
    throw .game(problem: problem, reason: "\(figure.place): \(name) is \(figure.best); give \(remedy)")
  }
}

extension ProvenanceStatus {
  /// 0 for the firmest, and higher the weaker.
  var weakness: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Figure {
  /// The figure as a distribution of numbers.
  var distribution: Distribution {
    let shape: Distribution.Shape =
      switch form {
      case .certain(let value): .certain(value)
      case .triangular(let low, let mode, let high): .triangular(low: low, mode: mode, high: high)
      case .normal(let mean, let sd): .normal(mean: mean, sd: sd)
      case .uniform(let min, let max): .uniform(low: min, high: max)
      }
    do { return try Distribution(shape) } catch {
      preconditionFailure("\(place): a figure found valid is a distribution, yet \(error)")
    }
  }
}
