import Foundation

/// The folder of a case: gives the text of a file in it, and never of a file outside.
final class CaseFolder {
  static let largestFile = 64 << 20
  private let path: String
  private let faults: FaultList
  private var tables: [String: CSVTable?] = [:]

  init(path: String, faults: FaultList) {
    self.path = path
    self.faults = faults
  }

  /// The text of the case file itself.
  /// - Throws: ``CaseUnreadable`` when there is none to read.
  func caseText() throws(CaseUnreadable) -> String? {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw CaseUnreadable(path: path, reason: "there is no such folder")
    }
    guard isDirectory.boolValue else {
      throw CaseUnreadable(path: path, reason: "is a file; give the folder that holds case.yaml")
    }
    let file = (path as NSString).appendingPathComponent("case.yaml")
    do { return try text(ofFile: file, called: "case.yaml") } catch {
      if error.isTooLarge {
        faults.error(Place(file: "case.yaml", line: 1, column: 1), "the file \(error.reason)", error.remedy)
        return nil
      }
      throw CaseUnreadable(path: file, reason: error.reason)
    }
  }

  /// The text of the file that the case calls `name` at `place`; nil, with a fault there, when it cannot be had.
  func text(_ name: String, namedAt place: Place) -> String? {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\0"), !name.split(separator: "/").contains("..") else {
      faults.error(place, "the file '\(shortened(name))' is outside the case folder", "name a file inside it")
      return nil
    }
    let file = (path as NSString).appendingPathComponent(name)
    // A link inside the folder may lead out of it.
    let home = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard URL(fileURLWithPath: file).resolvingSymlinksInPath().path.hasPrefix(home + "/") else {
      faults.error(place, "the file '\(shortened(name))' is outside the case folder", "name a file inside it")
      return nil
    }
    do { return try text(ofFile: file, called: name) } catch {
      faults.error(place, "the file '\(shortened(name))' \(error.reason)", error.remedy)
      return nil
    }
  }

  /// The text of a file that a case need not have; nil when it has none, and nil within, with a fault, when it cannot
  /// be read.
  func textIfThere(_ name: String) -> String?? {
    guard FileManager.default.fileExists(atPath: (path as NSString).appendingPathComponent(name)) else { return nil }
    return .some(text(name, namedAt: Place(file: name, line: 1, column: 1)))
  }

  /// The rows of the CSV file that the case calls `name` at `place`; nil, with a fault, when there are none.
  func table(_ name: String, namedAt place: Place) -> CSVTable? {
    if let known = tables[name] { return known }
    let table = text(name, namedAt: place).flatMap { CSVTable(text: $0, file: name, faults: faults) }
    // A file that could not be found is a fault at every place that names it.
    if table != nil { tables[name] = .some(table) }
    return table
  }

  private func text(ofFile file: String, called name: String) throws(FileFault) -> String? {
    let data = try readRegularFile(file)
    return decode(data, file: name, faults: faults)
  }
}

/// Why a file gives no text.
struct FileFault: Error {
  let reason: String
  let remedy: String
  var isTooLarge = false
}

/// The bytes of a file that is one: a pipe or a device would keep the reader waiting for ever.
///
/// - Parameter limit: the most bytes that it may have.
func readRegularFile(_ path: String, limit: Int = CaseFolder.largestFile) throws(FileFault) -> Data {
  let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved) else {
    throw FileFault(reason: "does not exist", remedy: "correct the name, or add the file")
  }
  let type = attributes[.type] as? FileAttributeType
  guard type == .typeRegular else {
    throw FileFault(reason: type == .typeDirectory ? "is a folder" : "is not a plain file", remedy: "name a file")
  }
  guard let size = (attributes[.size] as? NSNumber)?.intValue, size <= limit else {
    throw FileFault(
      reason: "is larger than \(limit >> 20) MB", remedy: "put figures in CSV files, or split it",
      isTooLarge: true)
  }
  guard let data = FileManager.default.contents(atPath: resolved) else {
    throw FileFault(reason: "cannot be read", remedy: "allow yourself to read it")
  }
  return data
}

/// The bytes of the text in `data`; nil, with a fault, as ``decode(_:file:faults:)``.
func decodedBytes(_ data: Data, file: String, faults: FaultList) -> [UInt8]? {
  let bytes = Array(data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...])
  // Letters of ASCII are text as they are.
  if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return bytes }
  return decode(data, file: file, faults: faults).map { Array($0.utf8) }
}

/// The text in `data`; nil, with a fault at the first wrong byte, when it is not UTF-8. A byte order mark is dropped.
func decode(_ data: Data, file: String, faults: FaultList) -> String? {
  let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var line = 1
  var column = 1
  decoding: while true {
    switch decoder.decode(&iterator) {
    case .scalarValue("\n"): (line, column) = (line + 1, 1)
    case .scalarValue: column += 1
    case .emptyInput, .error: break decoding
    }
  }
  faults.error(Place(file: file, line: line, column: column), "the text is not UTF-8", "save the file as UTF-8")
  return nil
}
