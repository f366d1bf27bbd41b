extension RegionalCase {
  /// Reads the case in `folder`, its `case.yaml` and the files that names.
  ///
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once.
  public init(contentsOf folder: String) throws(CaseFaults) {
    let report: CaseReport
    do { report = try Self.check(folder: folder) } catch {
      throw CaseFaults(faults: [], warnings: [], unreadable: error)
    }
    guard let found = report.case else {
      throw CaseFaults(faults: report.faults, warnings: report.warnings)
    }
    self = found
  }

  /// Reads the case in `folder` and reports what is wrong or odd; the report holds the case when nothing is wrong.
  ///
  /// - Throws: ``CaseUnreadable`` when the folder or its `case.yaml` cannot be read.
  public static func check(folder: String) throws(CaseUnreadable) -> CaseReport {
    let faults = FaultList()
    let files = CaseFolder(path: folder, faults: faults)
    let text = try files.caseText()
    let found = text.flatMap { CaseReader.read($0, folder: files, faults: faults) }
    return CaseReport(case: found, faults: inOrder(faults.faults), warnings: inOrder(faults.warnings))
  }
}
