import Foundation

/// What surrounds a record: whether it could be lost, read by others or fall behind. It does not read the record through.
public struct RecordHealth: Sendable {
  /// What is looked at.
  public enum Subject: String, Sendable, CaseIterable { case key, durability, space, log, clock }

  /// What is not in order.
  public enum Fault: Hashable, Sendable {
    case keyMissing
    case keyOpen(String)
    case littleSpace(megabytes: Int)
    case unpublished(events: Int)
    case clockBehind
    case other(String)
  }

  /// What was found of one subject.
  public struct Finding: Hashable, Sendable {
    public let subject: Subject
    /// Nothing when it is in order.
    public let fault: Fault?
  }

  public let findings: [Finding]
  public var isSound: Bool { findings.allSatisfy { $0.fault == nil } }

  /// Below this the disk is called nearly full, in megabytes.
  public static let leastSpace = 500

  /// - Throws: ``StorageError`` when the record cannot be opened at all.
  public init(of record: RecordFolder, now: Instant) throws {
    let head = try record.store.read { try $0.head() }
    findings = Subject.allCases.map { subject in
      let fault: Fault? =
        switch subject {
        case .key: Self.keyFault(in: record.url)
        // The store refuses to open otherwise, so that this line tells what holds.
        case .durability: nil
        case .space: Self.spaceFault(at: record.url)
        case .log: Self.logFault(record, size: head.size)
        case .clock: now < head.last ? .clockBehind : nil
        }
      return Finding(subject: subject, fault: fault)
    }
  }

  private static func keyFault(in url: URL) -> Fault? {
    let file = RecordFolder.secretKey(in: url).path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
      let rights = attributes[.posixPermissions] as? NSNumber
    else { return .keyMissing }
    return rights.intValue & 0o077 == 0 ? nil : .keyOpen(file)
  }

  private static func spaceFault(at url: URL) -> Fault? {
    guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: url.path),
      let free = attributes[.systemFreeSize] as? NSNumber
    else { return nil }
    let megabytes = Int(free.int64Value / 1_000_000)
    return megabytes < leastSpace ? .littleSpace(megabytes: megabytes) : nil
  }

  private static func logFault(_ record: RecordFolder, size: Int) -> Fault? {
    do {
      let note = try TilePublisher(record.log).checkpoint()
      let published = try note.map { try record.policy.checkpoint(in: $0).size } ?? 0
      return published < size ? .unpublished(events: size - published) : nil
    } catch {
      return .other("\(error)")
    }
  }
}
