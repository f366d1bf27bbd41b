import Foundation

/// The built command, run as its user runs it: a process of its own, that is known by what it prints and leaves.
enum Command {
  /// What one run came to.
  struct Answer {
    /// The exit code; nil when a signal ended the run, as a crash does.
    let code: Int32?
    let output: String
    let complaint: String

    /// The output as a JSON object.
    func json() throws -> [String: Any] { try object(Data(output.utf8)) }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `interlocal` beside the tests' own executable or bundle, wherever the build keeps both.
  static let executable: URL = {
    let bundles =
      [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])].compactMap { $0 }
      + Bundle.allBundles.map(\.bundleURL)
    let folders = bundles.flatMap { bundle in
      sequence(first: bundle.deletingLastPathComponent()) { $0.deletingLastPathComponent() }.prefix(4)
    }
    let places = folders + [repository.appending(path: ".build/debug")]
    let files = places.map { $0.appending(path: "interlocal") }
    guard let found = files.first(where: { isProgram($0) }) else {
      fatalError("interlocal is not built; build it with 'swift build'")
    }
    return found
  }()

  private static func isProgram(_ file: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: file.path)
  }

  /// Runs the command to its end.
  static func run(_ arguments: String..., in folder: URL? = nil) throws -> Answer {
    try run(executable, arguments, in: folder)
  }

  /// Runs the command with words that are in a list already.
  static func run(words: [String], in folder: URL) throws -> Answer { try run(executable, words, in: folder) }

  /// Runs a line of the shell, in which `$interlocal` is the command.
  static func shell(_ line: String, in folder: URL? = nil) throws -> Answer {
    try run(URL(filePath: "/bin/bash"), ["-c", line], in: folder)
  }

  /// A process that has been started and is not waited for.
  static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func run(_ program: URL, _ arguments: [String], in folder: URL?) throws -> Answer {
    // Files, not pipes: however much is printed, nobody waits for anybody.
    try withFolder { scratch in
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.currentDirectoryURL = folder ?? repository
      process.environment = ProcessInfo.processInfo.environment.merging(["interlocal": executable.path]) { $1 }
      process.standardInput = FileHandle.nullDevice
      let streams = try ["output", "complaint"].map { name in
        let file = scratch.appending(path: name)
        try Data().write(to: file)
        return (file, try FileHandle(forWritingTo: file))
      }
      process.standardOutput = streams[0].1
      process.standardError = streams[1].1
      try process.run()
      process.waitUntilExit()
      let texts = try streams.map { file, handle in
        try handle.close()
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
      }
      return Answer(
        code: process.terminationReason == .exit ? process.terminationStatus : nil, output: texts[0],
        complaint: texts[1])
    }
  }
}

/// Runs `body` with a folder that is gone afterwards.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "interlocal-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// A folder with a case of `family` as `interlocal new` writes it, which is gone afterwards.
func withCase<Result>(_ family: String = "jointFacility", _ body: (URL) throws -> Result) throws -> Result {
  try withFolder { folder in
    let home = folder.appending(path: "case")
    let answer = try Command.run("new", home.path, "--family", family)
    guard answer.code == 0 else { throw CocoaError(.fileWriteUnknown) }
    return try body(home)
  }
}

/// The object that is the whole of a JSON text.
func object(_ data: Data) throws -> [String: Any] {
  guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
    throw CocoaError(.propertyListReadCorrupt)
  }
  return object
}

/// Every file below `folder`, hidden ones too, by its path in it.
func contents(of folder: URL) throws -> [String: Data] {
  let root = folder.resolvingSymlinksInPath().path
  guard let walk = FileManager.default.enumerator(atPath: root) else { throw CocoaError(.fileReadNoSuchFile) }
  var files: [String: Data] = [:]
  for case let path as String in walk {
    var isFolder: ObjCBool = false
    let file = root + "/" + path
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else { continue }
    files[path] = try Data(contentsOf: URL(filePath: file))
  }
  return files
}
