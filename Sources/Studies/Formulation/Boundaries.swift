import Foundation
import RegionalCases

/// The territories of a case's parties as a GeoJSON file draws them.
struct Boundaries {
  /// The rings of each party as (longitude, latitude) pairs, holes included; parties the file lacks are absent.
  let rings: [PartyID: [[[Double]]]]

  /// Reads the file that `regionalCase` names, or draws nothing when it names none.
  ///
  /// - Throws: ``StudyError/boundaries(file:reason:)`` when the file is not a GeoJSON feature collection.
  init(of regionalCase: RegionalCase, in folder: String) throws(StudyError) {
    guard let file = regionalCase.boundariesFile else {
      rings = [:]
      return
    }
    do {
      let data = try Data(contentsOf: URL(filePath: folder).appending(path: file))
      let collection = try JSONDecoder().decode(FeatureCollection.self, from: data)
      var rings: [PartyID: [[[Double]]]] = [:]
      for feature in collection.features {
        guard case .text(let id)? = feature.properties[regionalCase.boundaryKey] else { continue }
        rings[PartyID(id), default: []] += feature.geometry.rings
      }
      self.rings = rings
    } catch let error as DecodingError {
      throw .boundaries(file: file, reason: Self.reason(error))
    } catch {
      throw .boundaries(file: file, reason: "it cannot be read")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "'\(key.stringValue)' is missing at \(place(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(place(context)) is of the wrong kind"
    case .dataCorrupted(let context) where context.underlyingError == nil:
      "\(place(context)) is \(context.debugDescription)"
    default:
      "it is not JSON"
    }
  }

  /// Where in the file, as in `features.3.geometry`, counted from 0.
  private static func place(_ context: DecodingError.Context) -> String {
    guard !context.codingPath.isEmpty else { return "the top" }
    return context.codingPath.map { key in key.intValue.map { "\($0)" } ?? key.stringValue }.joined(separator: ".")
  }
}

/// The part of RFC 7946 that a map of territories needs.
private struct FeatureCollection: Decodable {
  struct Feature: Decodable {
    let properties: [String: Property]
    let geometry: Geometry
  }

  let features: [Feature]

  enum Property: Decodable {
    case text(String), other

    init(from decoder: any Decoder) throws {
      self = (try? decoder.singleValueContainer().decode(String.self)).map(Property.text) ?? .other
    }
  }

  struct Geometry: Decodable {
    let rings: [[[Double]]]

    enum Key: String, CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      switch try fields.decode(String.self, forKey: .type) {
      case "Polygon":
        rings = try fields.decode([[[Double]]].self, forKey: .coordinates)
      case "MultiPolygon":
        rings = try fields.decode([[[[Double]]]].self, forKey: .coordinates).flatMap { $0 }
      default:
        throw DecodingError.dataCorruptedError(forKey: .type, in: fields, debugDescription: "not a polygon")
      }
      guard rings.allSatisfy({ $0.count >= 4 && $0.allSatisfy { $0.count >= 2 } }) else {
        throw DecodingError.dataCorruptedError(forKey: .coordinates, in: fields, debugDescription: "not a ring")
      }
    }
  }
}
