import Foundation
import Registry
import Reporting

/// Agreements with what they owe and pay, as releases of the Open Contracting Data Standard 1.1.
///
/// The standard was made for purchases: the first party stands as the buyer, the others as buyers too, and as payers and
/// payees where money moved. A commitment is a milestone, what an account of the books receives a transaction, a
/// later version an amendment. Everything is read as the visitor may see it; a draft is no release.
///
/// Source: Open Contracting Partnership, OCDS 1.1.5, release schema.
struct ContractingRelease {
  let reading: Reading
  /// The host by which the record is known for ever.
  let authority: String

  /// The package of every agreement in force or past that the visitor may see; `?after=40&limit=100` asks for a part.
  func package() throws -> Reply {
    let limit = reading.visit.limit(500, most: 500)
    return try package(of: reading.view.visible(all: Agreement.self, after: reading.visit.after, limit: limit))
  }

  /// The package of one agreement.
  ///
  /// - Throws: ``PageFault/notHere`` while it is not signed.
  func package(of id: ObjectID) throws -> Reply {
    let agreement = try reading.object(Agreement.self, id)
    guard Self.isSigned(agreement.object) else { throw PageFault.notHere }
    return try package(of: [agreement])
  }

  private func package(of agreements: [RecordView.Visible<Agreement>]) throws -> Reply {
    let books = try reading.view.visible(all: RegionBooks.self, after: 0, limit: 5_000).map(\.object)
    var releases: [[String: Any]] = []
    var published: Instant?
    for one in agreements where Self.isSigned(one.object) {
      guard let last = try reading.view.history(of: one.object.id).last?.at else { continue }
      published = max(published ?? last, last)
      releases.append(try release(one, at: last, books: books.filter { $0.agreement == one.object.id }))
    }
    // The standard knows no package of nothing.
    guard !releases.isEmpty else { throw PageFault.notHere }
    let package: [String: Any] = [
      "uri": "https://\(authority)\(reading.visit.address)", "version": "1.1",
      "publishedDate": (published ?? reading.view.now).description,
      "publisher": ["name": reading.name(of: ObjectID(.region, 1))], "releases": releases,
    ]
    let data = try JSONSerialization.data(withJSONObject: package, options: [.sortedKeys, .withoutEscapingSlashes])
    return .json(String(decoding: data, as: UTF8.self))
  }

  /// Whether it is a release: a draft is none.
  static func isSigned(_ agreement: Agreement) -> Bool {
    agreement.versions.contains { $0.signatures.count > 0 && !$0.stage.isInPreparation || $0.filedAt != nil }
  }

  // MARK: Parts of a release

  private func release(
    _ visible: RecordView.Visible<Agreement>, at moment: Instant, books: [RegionBooks]
  ) throws -> [String: Any] {
    let agreement = visible.object
    let transactions = books.flatMap(transactions)
    let milestones = try agreement.commitments.compactMap { made in
      try reading.view.visible(Commitment.self, made.commitment).map { milestone($0.object) }
    }
    var roles: [ObjectID: Set<String>] = [:]
    for party in agreement.parties { roles[party, default: []].insert("buyer") }
    for one in transactions {
      if let payer = one.payer { roles[payer, default: []].insert("payer") }
      if let payee = one.payee { roles[payee, default: []].insert("payee") }
    }
    var contract = contract(agreement)
    var implementation: [String: Any] = [:]
    if !transactions.isEmpty { implementation["transactions"] = transactions.map(\.json) }
    if !milestones.isEmpty { implementation["milestones"] = milestones }
    if !implementation.isEmpty { contract["implementation"] = implementation }
    let hasEnded = agreement.endedAt != nil
    let id = agreement.id.description
    var release: [String: Any] = [
      "ocid": "\(authority)/\(id)", "id": "\(id)-\(visible.version)", "date": moment.description,
      "language": "en", "initiationType": "tender",
      "tag": ["contract"] + (implementation.isEmpty ? [] : ["implementation"])
        + (agreement.versions.count > 1 ? ["contractAmendment"] : []) + (hasEnded ? ["contractTermination"] : []),
      "parties": roles.keys.sorted().map { party in
        ["id": party.description, "name": reading.name(of: party), "roles": roles[party, default: []].sorted()]
          as [String: Any]
      },
      "awards": [["id": id, "title": contract["title"] ?? id, "status": "active"]], "contracts": [contract],
    ]
    if let first = agreement.parties.first { release["buyer"] = reference(first) }
    return release
  }

  private func contract(_ agreement: Agreement) -> [String: Any] {
    let id = agreement.id.description
    let signed = agreement.versions.filter { !$0.signatures.isEmpty }
    let present = signed.last { $0.entered != nil } ?? signed.last
    var contract: [String: Any] = [
      "id": id, "awardID": id, "title": present?.title ?? id, "status": Self.status(of: agreement),
      "documents": [["id": id, "documentType": "contractSigned", "url": "https://\(authority)\(agreement.id.path)"]],
    ]
    if let last = present?.signatures.map(\.at).max() { contract["dateSigned"] = last.description }
    var period: [String: Any] = [:]
    period["startDate"] = (present?.entered ?? present?.terms?.begins)?.description
    period["endDate"] = (agreement.endedAt ?? present?.terms?.ends)?.description
    if !period.isEmpty { contract["period"] = period }
    let amendments = signed.dropFirst().compactMap { version -> [String: Any]? in
      guard let date = version.entered ?? version.filedAt else { return nil }
      return ["id": "\(id)-\(version.number)", "date": date.description, "description": version.title ?? id]
    }
    if !amendments.isEmpty { contract["amendments"] = amendments }
    return contract
  }

  private static func status(of agreement: Agreement) -> String {
    switch agreement.stage {
    case .draft, .legalCheck, .ready, .signing, .signed, .filed: "pending"
    case .inForce, .amending, .expiring, .suspended: "active"
    case .renewed, .terminated, .expired, .windingUp, .archived: "terminated"
    }
  }

  private func milestone(_ commitment: Commitment) -> [String: Any] {
    let status =
      switch commitment.stage {
      case .pending, .due, .reported: "scheduled"
      case .overdue, .verifiedNotMet: "notMet"
      case .verifiedMet: "met"
      case .verifiedPartly: "partiallyMet"
      case .waived: "notMet"
      case .closed:
        switch commitment.result {
        case .met: "met"
        case .partlyMet: "partiallyMet"
        case .notMet, nil: "notMet"
        }
      }
    return [
      "id": commitment.id.description, "title": commitment.measure, "type": "delivery",
      "dueDate": commitment.due.description, "status": status,
    ]
  }

  /// A sum that went from one organisation to another.
  private struct Transaction {
    let json: [String: Any]
    let payer: ObjectID?
    let payee: ObjectID?
  }

  /// The entries of books as transactions: each sum that an account receives, from the account that gives it. An entry
  /// that moves money between more than two accounts has no one payer for each sum and names none.
  private func transactions(of books: RegionBooks) -> [Transaction] {
    books.books.entries.flatMap { entry -> [Transaction] in
      let givers = entry.postings.filter { $0.amount.minor < 0 }
      let takers = entry.postings.filter { $0.amount.minor > 0 }
      return takers.enumerated().map { index, posting in
        let payer = givers.count == 1 ? ObjectID(givers[0].account.owner) : nil
        let payee = ObjectID(posting.account.owner)
        var json: [String: Any] = [
          "id": "\(books.id)/\(entry.id)/\(index + 1)", "date": Instant(milliseconds: entry.date).description,
          "source": "https://\(authority)\(books.id.path)", "value": value(posting.amount),
        ]
        if let payer { json["payer"] = reference(payer) }
        if let payee { json["payee"] = reference(payee) }
        return Transaction(json: json, payer: payer, payee: payee)
      }
    }
  }

  private func reference(_ party: ObjectID) -> [String: Any] {
    ["id": party.description, "name": reading.name(of: party)]
  }

  private func value(_ amount: Amount) -> [String: Any] {
    let number = NSDecimalNumber(
      mantissa: UInt64(amount.minor.magnitude), exponent: Int16(-amount.currency.minorDigits),
      isNegative: amount.minor < 0)
    return ["amount": number, "currency": amount.currency.code]
  }
}
