@testable import Registry

/// All that a record holds.
struct Collected: Equatable {
  var head = LogHead()
  var events: [StoredEvent] = []
  var rows: [StoredRow] = []
  var contents: [StoredContent] = []
  var answers: [String] = []
}

func collected(_ snapshot: any RecordSnapshot) throws -> Collected {
  var all = Collected(head: try snapshot.head())
  try snapshot.events(from: 1) { event in
    all.events.append(event)
    return true
  }
  try snapshot.everything(rows: { all.rows.append($0) }, contents: { all.contents.append($0) })
  return all
}

func salt(_ number: Int) -> CommitSalt {
  var chance = SeededChance(seed: UInt64(number))
  return CommitSalt(using: &chance)
}

/// The event that opens docket file `number`, with a key of its own.
func event(_ number: Int) -> StoredEvent {
  StoredEvent(
    sequence: number, at: Instant(milliseconds: Int64(1000 + number)), object: ObjectID(.docketFile, number),
    version: 1,
    salt: salt(number), body: #"{"act":"x","after":"","command":{"events":1,"key":"key \#(number)","order":""}}"#)
}

func row(_ number: Int) -> StoredRow {
  StoredRow(
    id: ObjectID(.docketFile, number), version: 1,
    text: #"{"audience":{"level":1},"field":"water","object":{"stage":"draft","title":"Problem \#(number)"}}"#)
}

func content(_ number: Int) -> StoredContent {
  StoredContent(commit: "commitment \(number)", salt: salt(number), text: "Text \(number)")
}

func head(of size: Int) -> LogHead {
  var head = LogHead(last: Instant(milliseconds: Int64(size)))
  for number in 0..<size { head.frontier.append(leafHash: LogHash(sha256: [UInt8(number % 256)])) }
  return head
}

func add(_ number: Int, to transaction: any RecordTransaction) throws {
  try transaction.append(event(number))
  try transaction.put(row(number))
  try transaction.put(content(number))
}

func fill(_ transaction: any RecordTransaction, to size: Int) throws {
  for number in 1...size { try add(number, to: transaction) }
  try transaction.setHead(head(of: size))
  try transaction.setCursor(of: "mail", to: size)
}
