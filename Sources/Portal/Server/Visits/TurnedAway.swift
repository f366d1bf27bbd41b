/// Why a request was turned away before any page was asked.
enum TurnedAway: Error, Hashable {
  /// The method is not one of those that the address answers.
  case method(allowed: [String])
  case addressTooLong(limit: Int)
  /// The address holds something that is no text, or a slash within a part.
  case addressUnreadable
  /// The request names another host than this portal.
  case otherHost
  case form(FormFields.Fault)
  case formTooLarge(limit: Int)
  case notAForm
  /// The body is packed; what it would unpack to nobody knows before it is unpacked.
  case packedBody
  /// The body did not come in time, or not whole.
  case bodyUnfinished
  /// The form was sent from another site, or was not handed out to this browser.
  case otherSite, formUnsealed
  case noSuchPage
  case tooManyListeners
  /// The record cannot be read.
  case unavailable

  var status: Reply.Status {
    switch self {
    case .method: .methodNotAllowed
    case .addressTooLong: .addressTooLong
    case .addressUnreadable, .form: .badRequest
    case .otherHost: .misdirected
    case .formTooLarge: .tooLarge
    case .notAForm, .packedBody: .unsupportedType
    case .bodyUnfinished: .timedOut
    case .otherSite, .formUnsealed: .forbidden
    case .noSuchPage: .notFound
    case .tooManyListeners, .unavailable: .unavailable
    }
  }

  /// Its name in the log.
  var name: String {
    switch self {
    case .method: "method"
    case .addressTooLong: "addressTooLong"
    case .addressUnreadable: "addressUnreadable"
    case .otherHost: "otherHost"
    case .form: "form"
    case .formTooLarge: "formTooLarge"
    case .notAForm: "notAForm"
    case .packedBody: "packedBody"
    case .bodyUnfinished: "bodyUnfinished"
    case .otherSite: "otherSite"
    case .formUnsealed: "formUnsealed"
    case .noSuchPage: "noSuchPage"
    case .tooManyListeners: "tooManyListeners"
    case .unavailable: "unavailable"
    }
  }

  /// Whether what remains of the request is not worth waiting for.
  var endsConnection: Bool {
    switch self {
    case .formTooLarge, .bodyUnfinished, .notAForm, .packedBody, .otherHost, .addressTooLong: true
    default: false
    }
  }
}
