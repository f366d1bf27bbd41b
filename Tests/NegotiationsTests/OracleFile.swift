import Foundation

/// Answers of programs that share nothing with the library; each has its listing beside it, which tells what is in it.
enum OracleFile {
  static func read<Answers: Decodable>(_ name: String) throws -> Answers {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/\(name).json")
    return try JSONDecoder().decode(Answers.self, from: Data(contentsOf: file))
  }
}
