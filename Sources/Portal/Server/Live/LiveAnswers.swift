import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Reporting

/// Tells open pages that what they show has changed: server-sent events (WHATWG HTML, §9.2).
///
///     GET /live?of=PD-3&seen=4
///
///     id: PD-3=5
///     event: changed
///     data: {"object":"PD-3","version":5,…}
///
/// Nothing but the number and the version is told, and only of what the listener may see at that moment.
struct LiveAnswers: Sendable {
  static let lastEvent = ProtectiveHeaders.named("Last-Event-ID")
  /// As many objects as one page may show and one listener ask for.
  static let mostObjects = 8

  let ledger: Ledger
  let board: LiveBoard
  let book: AccountBook
  let clock: @Sendable () -> Instant

  /// The stream for a listener.
  ///
  /// - Parameters:
  ///   - query: `of`, the numbers of the objects, and `seen`, the version of the first that the page shows.
  ///   - since: the last event that the browser had, when it comes back.
  ///   - place: the address of the other end: one of them may listen to so many pages only.
  ///   - connection: the one on which the listener waits.
  /// - Throws: ``TurnedAway/noSuchPage`` when the listener may not see one of them.
  func body(
    asking query: FormFields, since: String?, by sender: RequestReader.Sender, from place: String?,
    in language: Language, on connection: PortalContext
  ) throws(TurnedAway) -> ResponseBody {
    let objects = query.all("of").compactMap(ObjectID.init)
    guard !objects.isEmpty, objects.count == query.all("of").count, objects.count <= Self.mostObjects else {
      throw .noSuchPage
    }
    let present = try versions(of: objects, as: sender.visitor.claim)
    guard present.count == objects.count else { throw .noSuchPage }
    var known = objects.compactMap { present[$0] }
    if let seen = query["seen"].flatMap(Int.init) { known[0] = seen }
    for part in (since ?? "").split(separator: ",") {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let id = ObjectID(String(pair[0])), let version = Int(pair[1]) else { continue }
      for index in objects.indices where objects[index] == id { known[index] = version }
    }
    let seat = try board.place(for: objects, owner: sender.visitor.account ?? place ?? "unknown")
    let listener = Listener(
      answers: self, objects: objects, known: known, claim: sender.visitor.claim, session: sender.visitor.session,
      tongue: Tongue(language: language))
    return ResponseBody { writer in
      defer { seat.end() }
      // The stream ends when the browser goes away: without this nobody would notice before the next beat.
      connection.whenOver { seat.end() }
      try await listener.tell(seat.signals, to: &writer)
      try await writer.finish(nil)
    }
  }

  /// The versions of those objects that somebody may see.
  fileprivate func versions(of objects: [ObjectID], as claim: Claim) throws(TurnedAway) -> [ObjectID: Int] {
    do {
      return try ledger.read(as: claim) { view in
        func version<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> Int? {
          try view.visible(type, id)?.version
        }
        var versions: [ObjectID: Int] = [:]
        for id in objects { versions[id] = try version(id.kind.type, id) }
        return versions
      }
    } catch is Refusal {
      return [:]
    } catch {
      throw .unavailable
    }
  }

  /// One open page.
  private struct Listener: Sendable {
    let answers: LiveAnswers
    let objects: [ObjectID]
    /// The version of each that the page shows or was told of.
    let known: [Int]
    let claim: Claim
    let session: Session?
    let tongue: Tongue

    func tell(_ signals: AsyncStream<LiveBoard.Signal>, to writer: inout any ResponseBodyWriter) async throws {
      var known = known
      try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
      try await news(&known, to: &writer)
      for await signal in signals {
        guard isStillThere else { return }
        let told = try await news(&known, to: &writer)
        if signal == .beat, !told { try await writer.write(ByteBuffer(string: ": beat\n\n")) }
      }
    }

    /// Whether the session lasts; a page that listens is no sign of somebody at work, and does not prolong it.
    private var isStillThere: Bool {
      guard let session else { return true }
      return (try? answers.book.isLive(session, at: answers.clock())) == true
    }

    @discardableResult
    private func news(_ known: inout [Int], to writer: inout any ResponseBodyWriter) async throws -> Bool {
      let present = try answers.versions(of: objects, as: claim)
      var text = ""
      for (index, id) in objects.enumerated() {
        guard let version = present[id], version > known[index] else { continue }
        known[index] = version
        let marks = zip(objects, known).map { "\($0)=\($1)" }.joined(separator: ",")
        let words = ServerLog.quoted(tongue.say(ServerPhrase.changed))
        let link = ServerLog.quoted(tongue.say(ServerPhrase.readAnew))
        text += "id: \(marks)\nevent: changed\n"
        text += "data: {\"object\":\"\(id)\",\"version\":\(version),\"words\":\(words),\"link\":\(link)}\n\n"
      }
      guard !text.isEmpty else { return false }
      try await writer.write(ByteBuffer(string: text))
      return true
    }
  }
}
