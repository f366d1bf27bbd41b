import Registry
import Reporting

/// The things of a kind, or the entries of books, as a spreadsheet: what stands in ``DataTable``, with numbers and dates
/// as such.
struct TableWorkbook {
  let reading: Reading

  /// The things of a kind that the visitor may see.
  func reply<T: RecordObject>(_ type: T.Type) throws -> Reply {
    let limit = reading.visit.limit(DataTable.mostRows, most: DataTable.mostRows)
    let found = try reading.view.visible(all: type, after: reading.visit.after, limit: limit)
    let rows = try found.map { try cells(of: $0.object) }
    let names = Set(rows.flatMap(\.keys)).sorted()
    var book = Workbook(
      title: reading.say(KindPhrase.many(T.kind)), header: ["number", "version", "stage"] + names)
    for (one, cells) in zip(found, rows) {
      book.append(
        [.text(one.object.id.description), .whole(Int64(one.version)), .text(one.object.stageCode)]
          + names.map { cells[$0] ?? .nothing })
    }
    return book.reply(file: String(T.kind.path.dropFirst()))
  }

  /// The entries of books, a row for each account that an entry moves.
  func entries(_ id: ObjectID) throws -> Reply {
    let books = try reading.object(RegionBooks.self, id).object
    var book = Workbook(
      title: reading.name(of: id),
      header: ["entry", "date", "memo", "owner", "name", "purpose", "amount", "currency", "reverses"])
    for entry in books.books.entries {
      for posting in entry.postings {
        let owner = posting.account.owner
        book.append([
          .text(entry.id), .moment(Instant(milliseconds: entry.date)), .text(reading.words(entry.memo)),
          .text(owner),
          .text(ObjectID(owner).map { reading.name(of: $0) } ?? owner), .text(posting.account.purpose),
          .minorUnits(posting.amount.minor, digits: posting.amount.currency.minorDigits),
          .text(posting.amount.currency.code), entry.reverses.map(Workbook.Cell.text) ?? .nothing,
        ])
      }
    }
    return book.reply(file: "\(id)-entries")
  }

  /// The plain fields of a thing, as ``DataTable`` has them.
  private func cells<T: RecordObject>(of thing: T) throws -> [String: Workbook.Cell] {
    let text = try CanonicalJSON.text(of: thing)
    let times = Self.times(of: thing)
    var cells: [String: Workbook.Cell] = [:]
    for (name, value) in try CanonicalJSON.value([String: DataTable.Field].self, from: text)
    where name != "id" && name != "stage" {
      switch value {
      case .plain(let plain):
        cells[name] = times[name] ?? Int64(plain).map(Workbook.Cell.whole) ?? .flag(plain == "true")
      case .text(let text): cells[name] = times[name] ?? .text(text)
      case .confided(let confided):
        let shown = try reading.view.text(of: confided, in: thing.id)
        cells[name] = if case .text(let text) = shown { .text(text) } else { .nothing }
      case .parts: break
      }
    }
    return cells
  }

  /// The fields that hold a moment or a day; in the JSON they are numbers and texts like others.
  private static func times(of thing: some RecordObject) -> [String: Workbook.Cell] {
    var times: [String: Workbook.Cell] = [:]
    for case (let name?, let value) in Mirror(reflecting: thing).children {
      switch value {
      case let moment as Instant: times[name] = .moment(moment)
      case let day as CalendarDay: times[name] = .day(day)
      default: break
      }
    }
    return times
  }
}
