import Crypto
import Foundation

/// Copies of a record: taken while it is written, checked before they are used.
public enum RecordArchive {
  /// The list of files with their SHA-256, as `sha256sum` writes and checks it.
  public static let manifest = "MANIFEST.sha256"

  /// Copies a record, as one transaction left it, with its log, its accounts and the cases beside it into a new folder.
  ///
  /// Of the accounts, sessions and invitations stay behind: a copy that is brought back must not let in whom the
  /// record has shown out since.
  ///
  /// - Parameters:
  ///   - record: the record; its writers go on meanwhile.
  ///   - url: a folder that does not exist yet.
  ///   - includingKeys: whether the secret keys go along. With them the copy can be continued, and whoever has it can
  ///     sign in the record's name: keep it like the keys. Without them it can be read and verified; to continue it,
  ///     the keys must be brought along from where they are kept.
  /// - Throws: ``StorageError`` when the copy cannot be written.
  public static func backup(_ record: RecordFolder, to url: URL, includingKeys: Bool = false) throws {
    try copy(record, to: url, includingKeys: includingKeys, includingAccounts: true)
  }

  private static func copy(
    _ record: RecordFolder, to url: URL, includingKeys: Bool, includingAccounts: Bool
  ) throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: url.path) else {
      throw StorageError.failed(url.path, fault: "there is something already")
    }
    // Under another name until it is whole: a copy that broke off cannot be mistaken for one.
    let part = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).part")
    try? files.removeItem(at: part)
    do {
      try files.createDirectory(at: part.appending(path: "keys"), withIntermediateDirectories: true)
      try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: part.appending(path: "keys").path)
      // The log first: the record may then only be ahead of its checkpoint, never behind it.
      try record.publish()
      try files.copyItem(at: record.url.appending(path: "log"), to: part.appending(path: "log"))
      try record.store.copy(to: RecordFolder.database(in: part).path)
      for name in try files.contentsOfDirectory(atPath: record.url.appending(path: "keys").path).sorted()
      where includingKeys || name == "log.pub" {
        try files.copyItem(
          at: record.url.appending(path: "keys/\(name)"), to: part.appending(path: "keys/\(name)"))
      }
      if includingAccounts, files.fileExists(atPath: record.url.appending(path: AccountBook.fileName).path) {
        try record.accounts().copy(to: part.appending(path: AccountBook.fileName).path)
      }
      if includingAccounts { try copyCases(beside: record, to: part) }
      try Data(try manifestText(of: part).utf8).write(to: part.appending(path: manifest), options: .atomic)
      try files.moveItem(at: part, to: url)
    } catch let error as StorageError {
      try? files.removeItem(at: part)
      throw error
    } catch AccountError.storage(let error) {
      try? files.removeItem(at: part)
      throw error
    } catch let error as CocoaError {
      try? files.removeItem(at: part)
      throw error.code == .fileWriteOutOfSpace
        ? StorageError.full(url.path) : StorageError.failed(url.path, fault: error.localizedDescription)
    }
  }

  /// Copies the cases that lie beside the record: plain files, for a copy holds no links.
  private static func copyCases(beside record: RecordFolder, to part: URL) throws {
    let files = FileManager.default
    let source = record.url.appending(path: "cases", directoryHint: .isDirectory)
    guard files.fileExists(atPath: source.path) else { return }
    for name in try files.subpathsOfDirectory(atPath: source.path)
    where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let file = source.appending(path: name)
      let type = try files.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
      guard type == .typeRegular else { continue }
      let place = part.appending(path: "cases/\(name)")
      try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try files.copyItem(at: file, to: place)
    }
  }

  /// Brings a copy back as a record, after every file and the whole record were verified.
  ///
  /// - Parameters:
  ///   - copy: a folder that ``backup(_:to:includingKeys:)`` wrote.
  ///   - url: the folder of the record; it must not exist yet.
  /// - Returns: whether the copy held the key that signs, so that the record can be continued.
  /// - Throws: ``StorageError`` when the copy is not whole or does not verify; then nothing was written.
  @discardableResult
  public static func restore(_ copy: URL, to url: URL) throws -> Bool {
    let files = FileManager.default
    guard !files.fileExists(atPath: url.path) else {
      throw StorageError.failed(url.path, fault: "there is something already")
    }
    guard let listed = try? String(contentsOf: copy.appending(path: manifest), encoding: .utf8) else {
      throw StorageError.notARecord(copy.path, fault: "there is no \(manifest) in it")
    }
    guard try manifestText(of: copy) == listed else {
      throw StorageError.damaged(copy.path, fault: "its files are not those of its \(manifest)")
    }
    let part = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).part")
    try? files.removeItem(at: part)
    do {
      try files.copyItem(at: copy, to: part)
      try files.removeItem(at: part.appending(path: manifest))
      let record = try RecordFolder(at: part)
      let report = try record.verify()
      let canPublish = record.canPublish
      try record.close()
      guard report.holds else { throw StorageError.damaged(copy.path, fault: report.lines[0]) }
      try AccountBook.check(part.appending(path: AccountBook.fileName).path)
      try files.moveItem(at: part, to: url)
      return canPublish
    } catch let error as CocoaError {
      try? files.removeItem(at: part)
      throw error.code == .fileWriteOutOfSpace
        ? StorageError.full(url.path) : StorageError.failed(url.path, fault: error.localizedDescription)
    } catch {
      try? files.removeItem(at: part)
      throw error
    }
  }

  /// Writes a whole record, without its secret keys and its accounts, into one `tar` file.
  ///
  /// - Throws: ``StorageError`` when it cannot be written.
  public static func export(_ record: RecordFolder, to file: URL) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "interlocal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try copy(record, to: folder, includingKeys: false, includingAccounts: false)
    let names = try manifestText(of: folder).split(separator: "\n").map { String($0.dropFirst(66)) }
    let part = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).part")
    try tar(["-cf", part.path, "-C", folder.path] + [manifest] + names, at: file.path)
    do {
      if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
      try FileManager.default.moveItem(at: part, to: file)
    } catch { throw StorageError.failed(file.path, fault: error.localizedDescription) }
  }

  /// Makes a record out of an exported file, after everything in it was verified. It can be read and verified; to go
  /// on with it, its key must be brought along.
  ///
  /// - Throws: ``StorageError`` when the file is not whole, names a path outside, holds accounts or keys, which no export
  ///   does, or does not verify.
  public static func `import`(_ file: URL, to url: URL) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "interlocal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = try tar(["-tf", file.path], at: file.path).split(separator: "\n").map(String.init)
    if let outside = names.first(where: { $0.hasPrefix("/") || $0.split(separator: "/").contains("..") }) {
      throw StorageError.damaged(file.path, fault: "it names '\(outside)', which lies outside")
    }
    // Whoever made the file would otherwise choose who may come in here.
    if let foreign = names.first(where: { !belongsToExport($0) }) {
      throw StorageError.damaged(file.path, fault: "it holds '\(foreign)', which no export does")
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw StorageError.failed(folder.path, fault: error.localizedDescription) }
    try tar(["-xf", file.path, "-C", folder.path], at: file.path)
    try restore(folder, to: url)
  }

  private static func belongsToExport(_ name: String) -> Bool {
    let parts = name.split(separator: "/").filter { $0 != "." }
    return [[], ["record.sqlite"], ["keys"], ["keys", "log.pub"], [manifest[...]]].contains(parts)
      || parts.first == "log"
  }

  /// One line a file: its SHA-256, two spaces, its path; in the order of the paths.
  private static func manifestText(of folder: URL) throws -> String {
    let root = folder.standardizedFileURL.resolvingSymlinksInPath().path + "/"
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey]) else {
      throw StorageError.notARecord(folder.path, fault: "it cannot be read")
    }
    var lines: [(String, String)] = []
    for case let file as URL in walk {
      let kind = try? file.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
      guard kind?.isSymbolicLink != true else {
        throw StorageError.damaged(folder.path, fault: "'\(file.lastPathComponent)' is a link")
      }
      let path = String(file.standardizedFileURL.resolvingSymlinksInPath().path.dropFirst(root.count))
      guard kind?.isRegularFile == true, path != manifest else { continue }
      guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe) else {
        throw StorageError.failed(file.path, fault: "it cannot be read")
      }
      lines.append((path, hexadecimal(SHA256.hash(data: bytes))))
    }
    return lines.sorted { $0.0 < $1.0 }.map { "\($0.1)  \($0.0)\n" }.joined()
  }

  @discardableResult
  private static func tar(_ arguments: [String], at place: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tar"] + arguments
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    do { try process.run() } catch { throw StorageError.failed(place, fault: "the program 'tar' is missing") }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let fault = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw StorageError.failed(place, fault: fault.split(separator: "\n").first.map(String.init) ?? "tar failed")
    }
    return text
  }
}
