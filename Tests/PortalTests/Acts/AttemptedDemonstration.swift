import Foundation
import Registry
import Reporting
import Synchronization

@testable import Portal

/// The sample region's history, in which some orders are tried through their forms before they are sent: at that
/// moment whatever is filled in is right.
struct AttemptedDemonstration: DemonstrationRecord {
  /// An order about to be sent, with the form that stands for it filled in.
  struct Attempt: Sendable {
    let form: ActForm
    let path: String
    let visitor: Visitor
    /// The form as it is opened, filled in rightly.
    let answers: FormFields
  }

  private var base: LedgerDemonstration
  private let site: Site
  private let occasions: Int
  private let trial: @Sendable (Attempt) async throws -> Void
  private var tried: [String: Int] = [:]

  private init(
    base: LedgerDemonstration, site: Site, occasions: Int, trial: @escaping @Sendable (Attempt) async throws -> Void
  ) {
    (self.base, self.site, self.occasions, self.trial) = (base, site, occasions, trial)
  }

  /// Lets the history pass in an empty record, on a thread of its own: the trials of its forms are waited for.
  ///
  /// - Parameters:
  ///   - site: over the record.
  ///   - clock: the time of the record.
  ///   - occasions: at how many orders of one kind each form is tried.
  ///   - trial: what is done with it.
  static func play(
    at site: Site, clock: LedgerDemonstration.Clock, occasions: Int,
    trial: @escaping @Sendable (Attempt) async throws -> Void
  ) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      Thread {
        let base = LedgerDemonstration(site.record.ledger, store: site.record.store, clock: clock)
        let attempted = AttemptedDemonstration(base: base, site: site, occasions: occasions, trial: trial)
        continuation.resume(with: Result { _ = try DemonstrationRegion(seed: 7).play(in: attempted) })
      }.start()
    }
  }

  mutating func submit(
    _ order: Order, by person: DemonstrationPerson, at moment: Instant
  ) throws -> [ObjectID] {
    if case .appointed(let appointment, let delegation) = person, let form = ActForm.leading(to: order) {
      let name = "\(form.kind) \(form.command)"
      if tried[name, default: 0] < occasions {
        tried[name, default: 0] += 1
        try base.advance(to: moment)
        let claim = Claim(appointment: appointment, delegation: delegation, secondFactor: moment)
        let visitor = Visitor(account: "\(appointment)", claim: claim, tokens: FormTokens { "token of \($0)" })
        try attempt(order, form, as: visitor)
      }
    }
    return try base.submit(order, by: person, at: moment)
  }

  private func attempt(_ order: Order, _ form: ActForm, as visitor: Visitor) throws {
    let path = form.path(on: order.object)
    let answers = try site.read(Visit(.get, path, visitor: visitor)) { reading in
      try form.filled(for: order, in: reading)
    }
    try waited { [trial, site] in
      let page = await site.get(path, as: visitor).text
      let marks = ShownForm(to: path, in: page)?.fields.fields ?? []
      let kept = marks.filter { ["token", "key", "prepared"].contains($0.name) }
      try await trial(
        Attempt(form: form, path: path, visitor: visitor, answers: FormFields(answers.fields + kept)))
    }
  }

  private func waited(_ work: @escaping @Sendable () async throws -> Void) throws {
    let ending = Ending()
    Task {
      do {
        try await work()
        ending.come(.success(()))
      } catch {
        ending.come(.failure(error))
      }
    }
    try ending.awaited()
  }

  /// How a trial ended, for the thread that waits for it.
  private final class Ending: Sendable {
    private let result = Mutex<Result<Void, any Error>?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func come(_ ending: Result<Void, any Error>) {
      result.withLock { $0 = ending }
      isThere.signal()
    }

    func awaited() throws {
      isThere.wait()
      try result.withLock { $0 }?.get()
    }
  }

  mutating func advance(to moment: Instant) throws { try base.advance(to: moment) }
  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> T? { try base.object(type, id) }
}

extension ActForm {
  /// The form of an order's command.
  static func leading(to order: Order) -> ActForm? {
    let command = try? JSONSerialization.jsonObject(with: Data(order.command.utf8)) as? [String: Any]
    return command?.keys.first.flatMap { ActForm.of(order.kind, $0) }
  }

  /// The answers that stand for an order of this form.
  fileprivate func filled(for order: Order, in reading: Portal.Reading) throws -> FormFields {
    func answers<T: RecordObject>(_ type: T.Type) throws -> FormFields {
      let command = try JSONDecoder().decode(T.Command.self, from: Data(order.command.utf8))
      let thing = try order.object.flatMap { try reading.view.visible(type, $0)?.object }
      let digits = reading.currency(of: thing as? any PageThing).minorDigits
      return FormFields(try ActFilling(self, command, digits: digits, zone: reading.zone).fields)
    }
    return try answers(kind.type)
  }
}
