import ArgumentParser
import Foundation
import Registry
import Reporting

/// Which record a command works on, and in which language it answers.
struct RecordChoice: ParsableArguments {
  @Option(help: "The folder of the record.", completion: .directory, transform: path)
  var data = "interlocal-data"

  @Option(help: "The language of the answer.")
  var lang = Language.english

  var url: URL { URL(filePath: data, directoryHint: .isDirectory) }

  /// Opens the record, or refuses.
  func open() throws -> RecordFolder { try recorded { try RecordFolder(at: url) } }
}

/// Runs `body`, and turns what the record refuses into the command's refusal.
func recorded<R>(_ body: () throws -> R) throws -> R {
  do { return try body() } catch let error as StorageError {
    throw Refusal(exitCode: 2, "\(error)".replacingOccurrences(of: ": error: ", with: ": "))
  } catch let error as LogFault {
    throw Refusal("\(error)".replacingOccurrences(of: ": error: ", with: ": "))
  } catch let error as AccountError {
    throw Refusal(exitCode: 2, "\(error)".replacingOccurrences(of: ": error: ", with: ": "))
  } catch let error as Registry.Refusal {
    throw Refusal("\(error)")
  }
}
