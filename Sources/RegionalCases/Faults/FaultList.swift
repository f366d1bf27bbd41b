/// The faults and warnings found so far; every reader of a case adds to one list.
final class FaultList {
  private(set) var faults: [CaseFault] = []
  private(set) var warnings: [CaseFault] = []
  private var saidOnce: Set<CaseFault> = []

  func error(_ place: Place, _ what: String, _ remedy: String) {
    add(CaseFault(at: place, what, remedy: remedy))
  }

  func warning(_ place: Place, _ what: String, _ remedy: String) {
    add(CaseFault(.warning, at: place, what, remedy: remedy))
  }

  /// Takes over everything that another list found.
  func add(contentsOf other: FaultList) {
    for fault in other.faults + other.warnings { add(fault) }
  }

  private func add(_ fault: CaseFault) {
    // A file that two parts of a case name is read twice; what is wrong in it is said once.
    guard saidOnce.insert(fault).inserted else { return }
    if fault.severity == .error { faults.append(fault) } else { warnings.append(fault) }
  }
}
