import Registry
import Reporting

/// The portal of one region: its record, and every address that answers about it.
///
///     let site = Site(record: try RecordFolder(at: folder))
///     let reply = await site.answer(Visit(.get, "/docket"))
public struct Site: Sendable {
  public let record: RecordFolder
  /// The studies of the region's cases, which lie beside the record.
  let studies: StudyDesk
  /// What people had entered into forms that could not be sent on.
  let drafts = DraftShelf()

  public init(record: RecordFolder) {
    self.record = record
    studies = StudyDesk(in: record.url)
  }

  /// Every address, in the order in which they are tried.
  public static let routes: [Route] =
    Route.home + Route.account + Route.administration + Route.log + Route.outlets + Route.help
    + Route.things(DocketFile.self) + Route.studies
    + Route.things(NegotiationTable.self)
    + Route.things(IncentiveCase.self)
    + Route.things(Dispute.self)
    + Route.things(Evaluation.self)
    + Route.promises + Route.packets

  /// The same, by their addresses.
  static let table = RouteTable(routes)

  /// The route of a visit and what stands in its places; nothing when there is no such address.
  public static func route(of visit: Visit) -> (route: Route, places: [String: String])? {
    table.route(visit.method, visit.path)
  }

  /// The answer to a visit: always a page, also when something is not there, not allowed or out of order.
  public func answer(_ visit: Visit) async -> Reply {
    do {
      guard let (route, places) = Self.route(of: visit) else { throw PageFault.notHere }
      return try await route.answer(visit, places, self)
    } catch {
      return FaultPage(visit: visit, error: error).page(at: self)
    }
  }

  /// Reads the record as the visitor may see it.
  func read<R>(_ visit: Visit, _ body: (Reading) throws -> R) throws -> R {
    try record.ledger.read(as: visit.visitor.claim) { view in try body(try Reading(visit, view)) }
  }
}

/// The page that says what went wrong, and what to do.
struct FaultPage {
  let visit: Visit
  let error: any Error

  func page(at site: Site) -> Reply {
    let (status, title, text) = words
    let region = try? site.record.ledger.read(as: .visitor) { try Reading(visit, $0).layout("").regionName }
    let layout = PageLayout(visit: visit, regionName: region ?? nil, title: title, isFault: true)
    var reply = layout.page(status: status) { html in
      html.element("h1", text: title)
      html.element("p", text: text)
      html.element("p") { $0.link("/", visit.tongue.say(FaultPhrase.home)) }
      if let reference = visit.reference {
        html.element("p", ["class": "note"], text: visit.tongue.say(ServerPhrase.reference, ["id": .text(reference)]))
      }
    }
    reply.fault = fault
    return reply
  }

  /// What the portal itself could not do, and where: of what could not be read only the place is told, since it may be
  /// somebody's own words.
  private var fault: String? {
    switch error {
    case Refusal.unavailable(let fault), Refusal.unconfirmed(let fault): fault
    case is Refusal, is PageFault: nil
    case let error as StorageError: "\(error)"
    case DecodingError.dataCorrupted(let context), DecodingError.keyNotFound(_, let context),
      DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "what is recorded cannot be read at \(context.codingPath.map(\.stringValue).joined(separator: "."))"
    default: String(reflecting: type(of: error))
    }
  }

  private var words: (Reply.Status, String, String) {
    func say(_ phrase: FaultPhrase) -> String { visit.tongue.say(phrase) }
    switch error {
    case let refusal as Refusal:
      let title = refusal.status == .notFound ? say(.notHereTitle) : say(.refusedTitle)
      return (refusal.status, title, RefusalWords(visit.tongue, about: nil).text(refusal))
    case PageFault.notHere: return (.notFound, say(.notHereTitle), say(.notHere))
    case PageFault.staleForm: return (.badRequest, say(.staleTitle), say(.stale))
    default: return (.failed, say(.failedTitle), say(.failed))
    }
  }
}

/// What is said when there is no page to show.
enum FaultPhrase: String, Phrase {
  case notHereTitle, notHere, refusedTitle, staleTitle, stale, failedTitle, failed, home

  var wording: Wording {
    switch self {
    case .notHereTitle: Wording("This page is not here", "找不到此页面")
    case .notHere:
      Wording(
        "Check the address. What is meant for others looks the same as what does not exist.",
        "请核对网址。仅供他人查看的内容与不存在的内容显示相同。")
    case .refusedTitle: Wording("This cannot be done now", "目前不能办理")
    case .staleTitle: Wording("This form is out of date", "此表单已失效")
    case .stale: Wording("Go back, open the form again and repeat your answers.", "请返回重新打开表单并再次填写。")
    case .failedTitle: Wording("Something went wrong here", "系统出现问题")
    case .failed:
      Wording(
        "Nothing of what you sent was recorded twice. Try again in a few minutes; your form can be sent again.",
        "您提交的内容不会重复记录。请几分钟后重试，可再次提交表单。")
    case .home: Wording("To the first page of the region", "返回首页")
    }
  }
}
