import Foundation

/// Sees that a file of boundaries is GeoJSON in which at least one territory belongs to a party.
struct Boundaries {
  let file: String
  let key: String
  let parties: Reference
  let faults: FaultList

  func check(_ text: String, namedAt place: Place) {
    let name = shortened(file)
    guard let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      faults.error(place, "'\(name)' is not JSON", "give a GeoJSON file")
      return
    }
    guard json["type"] as? String == "FeatureCollection", let features = json["features"] as? [[String: Any]] else {
      faults.error(place, "'\(name)' is not a GeoJSON FeatureCollection", "give one, with a feature for each party")
      return
    }
    let names = features.compactMap { feature -> String? in
      (feature["properties"] as? [String: Any])?[key] as? String
    }
    guard names.contains(where: parties.contains) else {
      faults.error(
        place, "no feature of '\(name)' has a '\(key)' that is a party",
        "give each territory the id of its party, or name its property in boundaryKey")
      return
    }
  }
}
