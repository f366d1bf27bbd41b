import Registry
import Reporting
import Synchronization

/// Pages as they were written for whoever is not known: until the record has changed, and for a minute at most, since
/// pages tell the time to the minute.
///
/// Only what everybody may see is ever here: an answer to somebody who is signed in, or one that holds anything of the
/// browser that asked, is not kept.
final class PageMemory: Sendable {
  /// A page with the name of its version.
  struct Page: Sendable {
    let reply: Reply
    let tag: EntityTag
  }

  private struct Key: Hashable {
    let path: String
    let query: FormFields
    let language: Language

    init(_ visit: Visit) { (path, query, language) = (visit.path, visit.query, visit.language) }
  }

  private struct State {
    var edition: RecordEdition?
    var minute: Int64 = 0
    var pages: [Key: Page] = [:]
    var bytes = 0
  }

  /// What a page takes beside its body and its address, roughly.
  private static let bytesBeside = 500

  private let state = Mutex(State())
  private let mostBytes: Int

  /// - Parameter mostBytes: how much is kept; when there is more, all is forgotten.
  init(mostBytes: Int = 32 << 20) { self.mostBytes = mostBytes }

  /// The page at an address, if it was written since the record last changed, and in this minute.
  func page(_ visit: Visit, edition: RecordEdition, at moment: Instant) -> Page? {
    state.withLock { state in
      let minute = moment.milliseconds / 60_000
      if state.edition != edition || state.minute != minute {
        state = State(edition: edition, minute: minute)
      }
      return state.pages[Key(visit)]
    }
  }

  /// Keeps a page that was written after its edition was asked for.
  func keep(_ page: Page, for visit: Visit, edition: RecordEdition, at moment: Instant) {
    let key = Key(visit)
    let size = page.reply.body.count + 2 * visit.address.utf8.count + Self.bytesBeside
    state.withLock { state in
      guard state.edition == edition, state.minute == moment.milliseconds / 60_000, size <= mostBytes,
        state.pages[key] == nil
      else { return }
      if state.bytes + size > mostBytes { (state.pages, state.bytes) = ([:], 0) }
      state.pages[key] = page
      state.bytes += size
    }
  }
}
