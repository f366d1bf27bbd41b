import Foundation
import RegionalCases

/// The length of the shortest way over the ground between two places, in kilometres.
///
/// By the haversine formula on a sphere of the earth's mean radius, 6371.0088 km; off by at most half a
/// per cent from the ellipsoid.
func greatCircleKilometres(from start: Location, to end: Location) -> Double {
  let radians = Double.pi / 180
  let latitudes = (start.latitude * radians, end.latitude * radians)
  let across = (end.longitude - start.longitude) * radians / 2
  let up = (latitudes.1 - latitudes.0) / 2
  let half = sin(up) * sin(up) + cos(latitudes.0) * cos(latitudes.1) * sin(across) * sin(across)
  return 2 * 6371.0088 * asin(min(1, half.squareRoot()))
}
