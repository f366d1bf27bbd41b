import HTTPTypes
import Hummingbird

/// What every answer tells browsers to refuse: scripts and styles of others or within the page, frames, guesses at
/// types, and to carry anything of an address elsewhere.
///
/// Source: OWASP ASVS 5.0.0, sections 3.2 to 3.4; W3C Content Security Policy Level 3.
enum ProtectiveHeaders {
  static let contentPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  static let permissions = [
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "payment",
    "usb",
  ].map { "\($0)=()" }.joined(separator: ", ")

  /// - Parameter isPublic: whether the portal has a public https address; plain http on this machine must not promise
  ///   https.
  static func fields(isPublic: Bool) -> HTTPFields {
    var fields = HTTPFields()
    fields.reserveCapacity(20)
    fields.append(HTTPField(name: named("Content-Security-Policy"), value: contentPolicy))
    fields.append(HTTPField(name: named("X-Content-Type-Options"), value: "nosniff"))
    fields.append(HTTPField(name: named("Referrer-Policy"), value: "same-origin"))
    fields.append(HTTPField(name: named("Cross-Origin-Opener-Policy"), value: "same-origin"))
    fields.append(HTTPField(name: named("Cross-Origin-Resource-Policy"), value: "same-origin"))
    fields.append(HTTPField(name: named("Permissions-Policy"), value: permissions))
    if isPublic {
      // Two years, as browsers that ship a list of such sites ask for.
      fields.append(
        HTTPField(name: named("Strict-Transport-Security"), value: "max-age=63072000; includeSubDomains"))
    }
    return fields
  }

  /// A name that is a literal of the program.
  static func named(_ name: StaticString) -> HTTPField.Name { HTTPField.Name("\(name)")! }
}
