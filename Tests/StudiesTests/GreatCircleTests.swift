import Testing

@testable import RegionalCases
@testable import Studies

@Suite struct GreatCircleTests {
  private static let arcs: [(Double, Double, Double, Double, Double)] = [
    (0, 90, 0, -90, 1 / 2), (0, 0, 90, 0, 1 / 4), (0, 0, 180, 0, 1 / 2), (179, 0, -179, 0, 1 / 180),
    (40, 90, 220, 90, 0), (10, 30, 10, 75, 1 / 8),
  ]
  private let lund = Location(longitude: 13.191, latitude: 55.705)
  private let malmo = Location(longitude: 13.004, latitude: 55.605)

  @Test("from Lund to Malmö it is 16.2 kilometres")
  func near() {
    // On so short a way a plane will do: 0.1° of latitude and 0.187° of longitude at 55.655° are 11.12 and 11.73 km.
    #expect(abs(greatCircleKilometres(from: lund, to: malmo) - 16.16) < 0.01)
  }

  @Test(
    "agrees with great circles known from the circumference of the sphere",
    arguments: arcs)
  func known(west: Double, south: Double, east: Double, north: Double, part: Double) {
    let distance = greatCircleKilometres(
      from: Location(longitude: west, latitude: south), to: Location(longitude: east, latitude: north))
    // 40 030.23 km around; 1e-6 km: near the antipode the root loses half of the digits.
    #expect(abs(distance - part * 2 * .pi * 6371.0088) < 1e-6)
  }

  @Test("from Beijing to Tianjin it is some 113 kilometres, the same both ways")
  func beijing() {
    let beijing = Location(longitude: 116.4074, latitude: 39.9042)
    let tianjin = Location(longitude: 117.2010, latitude: 39.0842)
    let distance = greatCircleKilometres(from: beijing, to: tianjin)
    #expect(abs(distance - 113.8) < 0.5, "\(distance)")
    #expect(distance == greatCircleKilometres(from: tianjin, to: beijing))
    #expect(greatCircleKilometres(from: beijing, to: beijing) == 0)
  }
}
