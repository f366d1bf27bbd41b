import Foundation
import RegionalCases
import Testing

/// Every folder in `Faulty` holds a broken case and, in `expected.txt`, all that a check must say of it.
///
/// With the environment variable `RECORD_FAULTS` the expectations are written anew, to be read before they are kept.
@Suite struct FaultyCaseTests {
  static let names = Folders.names(in: "Faulty")

  @Test("says exactly what is wrong, where, and what to do", arguments: names)
  func reports(name: String) throws {
    let folder = Folders.tests.appendingPathComponent("Faulty/\(name)")
    let said: String
    do {
      let report = try RegionalCase.check(folder: folder.path)
      #expect(report.faults.isEmpty == (report.case != nil))
      #expect(report.faults == report.faults.sorted { $0.place < $1.place })
      said = report.description + "\n"
    } catch {
      said = "\(error)\n".replacingOccurrences(of: folder.path, with: name)
    }
    let file = folder.appendingPathComponent("expected.txt")
    if ProcessInfo.processInfo.environment["RECORD_FAULTS"] != nil {
      try Data(said.utf8).write(to: file)
    }
    #expect(try said == String(contentsOf: file, encoding: .utf8))
  }

  @Test func thereAreAtLeastFortyOfThem() {
    #expect(Self.names.count >= 40)
  }

  @Test func tellsWhichFolderIsNotThere() {
    #expect(throws: CaseUnreadable.self) { try RegionalCase.check(folder: "/no/such/folder") }
    #expect {
      try RegionalCase(contentsOf: "/no/such/folder")
    } throws: {
      "\($0)" == "/no/such/folder: there is no such folder"
    }
  }

  @Test func throwsAllFaultsOfACaseAtOnce() {
    let folder = Folders.tests.appendingPathComponent("Faulty/several-faults").path
    #expect {
      try RegionalCase(contentsOf: folder)
    } throws: { error in
      (error as? CaseFaults)?.faults.count ?? 0 >= 5
    }
  }
}
