import Foundation

/// What lies beside a case about talks between its parties: a negotiation, a conflict, a decision, or none of them.
public struct CaseTalks: Hashable, Sendable {
  /// The names that files of a case folder bear.
  public enum FileName: String, Hashable, Sendable, CaseIterable {
    case negotiation = "negotiation.yaml"
    case conflict = "conflict.yaml"
    case decision = "decision.yaml"
  }

  public let negotiation: NegotiationFile?
  public let conflict: ConflictFile?
  public let decision: DecisionFile?

  /// A case beside which nothing lies.
  public static let none = CaseTalks(negotiation: nil, conflict: nil, decision: nil)

  private init(negotiation: NegotiationFile?, conflict: ConflictFile?, decision: DecisionFile?) {
    self.negotiation = negotiation
    self.conflict = conflict
    self.decision = decision
  }

  /// Reads those of `negotiation.yaml`, `conflict.yaml` and `decision.yaml` that a case folder holds.
  ///
  /// - Parameter folder: The folder of the case.
  /// - Throws: ``CaseFaults`` with everything that is wrong in any of them, all at once.
  public init(besideCaseIn folder: String) throws(CaseFaults) {
    var refusals: [CaseFaults] = []
    func read<File>(_ name: FileName, _ make: (String) throws(CaseFaults) -> File) -> File? {
      let path = (folder as NSString).appendingPathComponent(name.rawValue)
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      do { return try make(path) } catch {
        refusals.append(error)
        return nil
      }
    }
    self.init(
      negotiation: read(.negotiation) { path throws(CaseFaults) in try NegotiationFile(contentsOf: path) },
      conflict: read(.conflict) { path throws(CaseFaults) in try ConflictFile(contentsOf: path) },
      decision: read(.decision) { path throws(CaseFaults) in try DecisionFile(contentsOf: path) })
    guard refusals.isEmpty else {
      throw CaseFaults(
        faults: refusals.flatMap(\.faults), warnings: refusals.flatMap(\.warnings),
        unreadable: refusals.compactMap(\.unreadable).first)
    }
  }

  /// What is odd in the files, without being wrong.
  public var warnings: [CaseFault] {
    (negotiation?.warnings ?? []) + (conflict?.warnings ?? []) + (decision?.warnings ?? [])
  }
}
