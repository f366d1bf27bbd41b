#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Graduated sanctions: a first breach costs little, a repeated one more, and good years wipe the record clean.
///
/// Ostrom (1990), *Governing the Commons*, found such schedules in long-lived institutions; the numbers are the
/// user's, the form is our own.
///
///     let schedule = try SanctionSchedule(fines: [0.5, 1, 2], forgivenAfterYears: 3)
///     schedule.expectedFine(detection: 0.5, patience: 0.8)  // 1.2, what a member that goes on breaking reckons with
public struct SanctionSchedule: Sendable, Equatable, Codable {
  /// The fine on the first, second, … seen breach as multiples of the contribution; the last holds for all later ones.
  public let fines: [Double]
  /// After how many years without a seen breach the next one counts as the first; never where absent.
  public let forgivenAfterYears: Int?
  /// The fine on a first breach.
  let first: Double

  /// - Throws: ``MechanismError/sanctions(_:)`` when there is no fine, one is out of the range of
  ///   ``MechanismParameter/fine`` or lower than the one before, or fewer than 1 year is given.
  public init(fines: [Double], forgivenAfterYears: Int? = nil) throws(MechanismError) {
    guard let first = fines.first else { throw .sanctions(.none) }
    for fine in fines where !MechanismParameter.fine.range.contains(fine) { throw .outOfRange(.fine, fine) }
    for (earlier, later) in zip(fines, fines.dropFirst()) where later < earlier {
      throw .sanctions(.falling(from: earlier, to: later))
    }
    if let years = forgivenAfterYears, years < 1 { throw .sanctions(.years(years)) }
    self.init(unchecked: fines, first: first, forgivenAfterYears: forgivenAfterYears)
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      fines: fields.decode([Double].self, forKey: .fines),
      forgivenAfterYears: fields.decodeIfPresent(Int.self, forKey: .forgivenAfterYears))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(fines, forKey: .fines)
    try fields.encodeIfPresent(forgivenAfterYears, forKey: .forgivenAfterYears)
  }

  private enum CodingKeys: String, CodingKey { case fines, forgivenAfterYears }

  private init(unchecked fines: [Double], first: Double, forgivenAfterYears: Int?) {
    self.fines = fines
    self.first = first
    self.forgivenAfterYears = forgivenAfterYears
  }

  /// The same fine for every breach.
  static func constant(_ fine: Double) -> SanctionSchedule {
    SanctionSchedule(unchecked: [fine], first: fine, forgivenAfterYears: nil)
  }

  /// Whether every breach costs the same.
  public var isConstant: Bool { fines.count == 1 }

  /// The one fine a seen breach that burdens a member who breaks every year as much as the schedule does.
  ///
  /// Let a = Σ q(1 − q)^(t − 1) δ^t over the years t = 1 … m before forgiveness: what being seen again in time is worth
  /// today, qδ/(1 − (1 − q)δ) where nothing is forgiven. The schedule f₁ ≤ … ≤ f_J amounts to
  /// (1 − a)(f₁ + a f₂ + … + a^(J − 2) f_(J−1)) + a^(J − 1) f_J. It lies between the first fine, which is all that
  /// counts for the impatient, and the last; never falls in detection, patience, years or any fine. Own derivation:
  /// equal present values of the two streams of fines, each discounted from the first seen breach.
  /// - Parameters:
  ///   - detection: q, the probability a year that a breach is seen.
  ///   - patience: δ, what next year's money is worth to whoever decides.
  public func expectedFine(detection: Double, patience: Double) -> Double {
    guard !isConstant else { return first }
    let unseen = (1 - detection) * patience
    guard unseen < 1 else { return first }  // Nothing is ever seen.
    let forgotten = forgivenAfterYears.map { pow(unseen, Double($0)) } ?? 0
    let again = min(detection * patience * (1 - forgotten) / (1 - unseen), 1)
    var amount = 0.0
    var reached = 1.0
    for fine in fines.dropLast() {
      amount += (1 - again) * reached * fine
      reached *= again
    }
    return amount + reached * (fines.last ?? first)
  }
}
