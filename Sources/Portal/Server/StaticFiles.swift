import Registry

/// The files that pages refer to: compiled in, served from memory, each under an address made of its contents.
///
///     StaticFiles.path(of: .style)  // "/static/style-5f1d…9c.css"
///
/// A changed file has another address, so browsers may keep what they have for ever, and nothing of the file system is
/// ever served.
public enum StaticFiles {
  /// A file.
  public enum File: String, CaseIterable, Sendable { case style, study, live }

  struct Contents: Sendable {
    let path: String
    let type: String
    let bytes: [UInt8]
    let tag: String

    init(_ file: File) {
      let (ending, type, text) =
        switch file {
        case .style: ("css", "text/css; charset=utf-8", "\(CivicStyle.rules)")
        case .study: ("css", "text/css; charset=utf-8", StudyStyle.rules)
        case .live: ("js", "text/javascript; charset=utf-8", LiveScript.text)
        }
      bytes = Array(text.utf8)
      tag = String(LogHash(sha256: bytes).hex.prefix(20))
      path = "/static/\(file.rawValue)-\(tag).\(ending)"
      self.type = type
    }
  }

  private static let style = Contents(.style)
  private static let study = Contents(.study)
  private static let live = Contents(.live)

  static func contents(of file: File) -> Contents {
    switch file {
    case .style: style
    case .study: study
    case .live: live
    }
  }

  /// The address of a file.
  public static func path(of file: File) -> String { contents(of: file).path }

  /// The file at an address; nothing when there is none, or its contents have changed.
  static func file(at path: String) -> Contents? {
    File.allCases.lazy.map(contents(of:)).first { $0.path == path }
  }
}
