/// What the bytes of an SQLite database and its write-ahead log are for, told from the file alone.
///
/// Source: "Database File Format", sqlite.org/fileformat2.html.
struct SQLitePlaces {
  private let database: [UInt8]
  private let log: [UInt8]
  private let pageSize: Int
  /// Pages of which the log has a later version.
  private let replaced: Set<Int>
  private let freePages: Set<Int>
  /// Where the valid frames of the log end.
  private let logEnd: Int

  init(database: [UInt8], log: [UInt8]) {
    func number(_ bytes: [UInt8], _ offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    (self.database, self.log) = (database, log)
    let size = Int(database[16]) << 8 | Int(database[17])
    pageSize = size == 1 ? 65536 : size
    // Frames are valid as long as they bear the salts of the header.
    var (frame, pages) = (32, Set<Int>())
    while frame + 24 + pageSize <= log.count, log[frame + 8..<frame + 16] == log[16..<24] {
      pages.insert(number(log, frame))
      frame += 24 + pageSize
    }
    (logEnd, replaced) = (frame, pages)
    var free: Set<Int> = []
    var trunk = number(database, 32)
    while trunk != 0, free.insert(trunk).inserted {
      let start = (trunk - 1) * pageSize
      for leaf in 0..<number(database, start + 4) { free.insert(number(database, start + 8 + 4 * leaf)) }
      trunk = number(database, start)
    }
    freePages = free
  }

  /// In a word what a byte of the log is for.
  func kind(ofLogByte offset: Int) -> String {
    if offset < 32 { return "log header" }
    return offset < logEnd ? "log frame" : "log frame already in the main file"
  }

  /// In a word what a byte of the main file is for.
  func kind(ofDatabaseByte offset: Int) -> String {
    let page = offset / pageSize + 1
    if replaced.contains(page) { return "page that the log replaces" }
    if offset < 100 { return header(offset) }
    if freePages.contains(page) { return "free page" }
    let start = (page - 1) * pageSize
    let head = start + (page == 1 ? 100 : 0)
    func short(_ offset: Int) -> Int { Int(database[offset]) << 8 | Int(database[offset + 1]) }
    guard [2, 5, 10, 13].contains(database[head]) else { return "overflow page" }
    let cells = head + ([2, 5].contains(database[head]) ? 12 : 8)
    let pointersEnd = cells + 2 * short(head + 3)
    let contentStart = start + (short(head + 5) == 0 ? 65536 : short(head + 5))
    if offset < cells { return "page header" }
    if offset < pointersEnd { return "cell pointer" }
    if offset < contentStart { return "unallocated space" }
    var block = short(head + 1)
    while block != 0 {
      let length = short(start + block + 2)
      if offset >= start + block, offset < start + block + length {
        return offset < start + block + 4 ? "head of a free block" : "free block"
      }
      block = short(start + block)
    }
    return "cell or fragment"
  }

  private func header(_ offset: Int) -> String {
    switch offset {
    case 24..<28, 92..<96: "change counter"
    case 28..<32: "number of pages"
    case 40..<44: "schema cookie"
    case 48..<52: "suggested cache size"
    case 72..<92: "reserved header"
    case 96..<100: "SQLite's version number"
    default: "header"
    }
  }
}
