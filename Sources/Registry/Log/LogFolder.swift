import Foundation

/// Where the files of a log are read from: a folder, an address, memory.
public protocol TileStore {
  /// The bytes of a file, or nil where there is none.
  ///
  /// - Parameter path: relative to the log, such as `checkpoint` or `tile/0/000`.
  /// - Throws: ``LogFault`` where there is one that cannot be read.
  func bytes(at path: String) throws(LogFault) -> [UInt8]?

  /// The paths of all files, in order; where they cannot be listed, of none.
  ///
  /// - Throws: ``LogFault`` where they can be listed in principle and the attempt failed.
  func paths() throws(LogFault) -> [String]
}

/// A folder with the files of a log, laid out as they are served.
///
/// A file appears whole or not at all: it is written under another name beside, made safe against loss of power, and
/// only then given its name. Names that begin with a dot are not part of the log.
public struct LogFolder: TileStore, Hashable, Sendable {
  /// Where the checkpoint is.
  public static let checkpointPath = "checkpoint"

  /// The folder.
  public let path: String
  /// Whether every file is on disk, not only on its way there, before it gets its name.
  public let isDurable: Bool

  /// A folder, made where there is none.
  ///
  /// - Parameters:
  ///   - path: the folder; those above it are made too.
  ///   - isDurable: false makes large publications faster. After a loss of power, files may then be there empty or
  ///     torn under their final names, and publishing is refused as ``LogFault/Kind/rewritten``: throw the folder away
  ///     and publish anew from the first leaf. Where a log is served, leave it true.
  /// - Throws: ``LogFault`` where it cannot be made.
  public init(path: String, isDurable: Bool = true) throws(LogFault) {
    self.path = path
    self.isDurable = isDurable
    try makeFolder("")
    try makeFolder(Self.incoming)
  }

  private static let incoming = ".incoming"

  /// The bytes of a file, or nil where there is none.
  ///
  /// - Throws: ``LogFault`` for a path that leads outside, and where the file cannot be read.
  public func bytes(at path: String) throws(LogFault) -> [UInt8]? {
    let file = open(try absolute(path), O_RDONLY | O_CLOEXEC)
    if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
    guard file >= 0 else { throw refusal("opening", path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw refusal("reading", path) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// The paths of all files of the log, in order.
  ///
  /// - Throws: ``LogFault`` where a folder cannot be listed.
  public func paths() throws(LogFault) -> [String] {
    var paths: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: try absolute(path), isDirectory: &isFolder), isFolder.boolValue {
          folders.append(path)
        } else {
          paths.append(path)
        }
      }
    }
    return paths.sorted()
  }

  /// Writes a file that is never rewritten.
  ///
  /// - Returns: whether it was written; false where it was there already with the same bytes.
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/rewritten`` where it is there with other bytes, or of kind
  ///   ``LogFault/Kind/refused(operation:code:)``.
  @discardableResult
  public func add(_ bytes: [UInt8], at path: String) throws(LogFault) -> Bool {
    if try isThere(bytes, at: path) {
      // Whoever wrote it may have been stopped before its name was safe.
      try settle(path)
      return false
    }
    let incoming = try write(bytes, for: path)
    defer { unlink(incoming) }
    // A link, unlike a renaming, fails where another process was faster; then its bytes must be the same.
    guard link(incoming, try absolute(path)) == 0 else {
      if errno == EEXIST, try isThere(bytes, at: path) { return false }
      guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else { throw refusal("naming", path) }
      // Some file systems have no links.
      guard rename(incoming, try absolute(path)) == 0 else { throw refusal("naming", path) }
      try settle(path)
      return true
    }
    try settle(path)
    return true
  }

  /// Writes a file that is replaced each time, such as the checkpoint.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/refused(operation:code:)``; the old file is then still there.
  public func replace(_ bytes: [UInt8], at path: String) throws(LogFault) {
    let incoming = try write(bytes, for: path)
    guard rename(incoming, try absolute(path)) == 0 else {
      let fault = refusal("naming", path)
      unlink(incoming)
      throw fault
    }
    try settle(path)
  }

  /// Removes the partial tiles that a full one makes superfluous.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/refused(operation:code:)``.
  func removePartials(of tile: TileAddress) throws(LogFault) {
    let folder = "\(tile.full.path).p"
    guard access(try absolute(folder), F_OK) == 0 else { return }
    for name in try names(in: folder) {
      guard unlink(try absolute("\(folder)/\(name)")) == 0 || errno == ENOENT else {
        throw refusal("removing", "\(folder)/\(name)")
      }
    }
    // Another process may be faster at either.
    guard rmdir(try absolute(folder)) == 0 || [ENOENT, ENOTEMPTY, EEXIST].contains(errno) else {
      throw refusal("removing", folder)
    }
  }

  /// Removes what a process that was stopped in the middle of writing has left behind.
  ///
  /// Call it where no other process writes, such as at start.
  ///
  /// - Throws: ``LogFault`` where it cannot be removed.
  public func sweep() throws(LogFault) {
    for name in try names(in: Self.incoming) { unlink(try absolute("\(Self.incoming)/\(name)")) }
  }

  private func names(in folder: String) throws(LogFault) -> [String] {
    let whole = try absolute(folder)
    do {
      return try FileManager.default.contentsOfDirectory(atPath: whole)
    } catch { throw LogFault(.refused(operation: "listing", code: errno), at: folder.isEmpty ? path : folder) }
  }

  private func isThere(_ bytes: [UInt8], at path: String) throws(LogFault) -> Bool {
    guard let present = try self.bytes(at: path) else { return false }
    guard present == bytes else { throw LogFault(.rewritten, at: path) }
    return true
  }

  /// Writes the bytes under a name that nobody else uses, and returns it.
  private func write(_ bytes: [UInt8], for path: String) throws(LogFault) -> String {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    var template = Array((try absolute("\(Self.incoming)/XXXXXX")).utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw refusal("creating", path) }
    let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var written = 0
    var fault: LogFault?
    while written < bytes.count, fault == nil {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(file, UnsafeRawBufferPointer(rebasing: buffer[written...]).baseAddress, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { fault = refusal("writing", path) } else { written += count }
    }
    if fault == nil, fchmod(file, 0o644) != 0 { fault = refusal("opening to readers", path) }
    if fault == nil, isDurable, fsync(file) != 0 { fault = refusal("syncing", path) }
    if close(file) != 0, fault == nil { fault = refusal("closing", path) }
    if let fault {
      unlink(name)
      throw fault
    }
    return name
  }

  /// Makes a new name safe against loss of power.
  private func settle(_ path: String) throws(LogFault) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    try sync(folder: folder)
  }

  private func sync(folder: String) throws(LogFault) {
    guard isDurable else { return }
    let file = open(try absolute(folder), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw refusal("opening", folder) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw refusal("syncing", folder) }
  }

  /// Makes a folder and those above it, and makes each new name safe.
  private func makeFolder(_ folder: String) throws(LogFault) {
    let whole = try absolute(folder)
    if mkdir(whole, 0o755) == 0 {
      if !folder.isEmpty { try settle(folder) }
      return
    }
    let code = errno
    if code == EEXIST { return }
    guard code == ENOENT else { throw refusal("making", folder) }
    if folder.isEmpty {
      do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch { throw refusal("making", path) }
      return
    }
    guard let slash = folder.lastIndex(of: "/") else { throw refusal("making", folder) }
    try makeFolder(String(folder[..<slash]))
    guard mkdir(whole, 0o755) == 0 || errno == EEXIST else { throw refusal("making", folder) }
    try settle(folder)
  }

  /// The whole path of a file, which is never outside the folder.
  private func absolute(_ path: String) throws(LogFault) -> String {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains(".."), !path.utf8.contains(0) else {
      throw LogFault(.malformed(found: path, expected: "a path inside the log's folder"), at: "path")
    }
    return path.isEmpty ? self.path : "\(self.path)/\(path)"
  }

  private func refusal(_ operation: String, _ place: String) -> LogFault {
    LogFault(.refused(operation: operation, code: errno), at: place.isEmpty ? path : place)
  }
}
