import Registry
import Reporting

/// What can be chosen in the forms of a negotiation: the parts of the table that the address names, as its reader may
/// see them, and the people and organisations that can take part.
enum TableOptions {
  typealias Option = (code: String, text: String)

  private static func options(
    _ reading: Reading, _ list: (NegotiationTable) -> [Option]
  ) -> [Option] {
    reading.actedOn(NegotiationTable.self).map { list($0.shown(to: reading.view.standing)) } ?? []
  }

  /// The party for which the reader acts.
  private static func party(_ table: NegotiationTable, _ reading: Reading) -> ObjectID? {
    reading.view.standing.organisation.flatMap { table.parties.contains($0.id) ? $0.id : nil }
  }

  // MARK: The text

  /// The clauses on which an act is possible: its stage allows it, and no silence lets the clause rest.
  static func clauses(for act: String) -> ActField.Options {
    { reading, _ in
      options(reading) { table in
        open(table.clauses, of: table, for: act).map { (String($0.number), "\($0.number). \($0.title)") }
      }
    }
  }

  private static func open(
    _ clauses: [NegotiationTable.Clause], of table: NegotiationTable, for act: String
  ) -> [NegotiationTable.Clause] {
    clauses.filter { clause in
      NegotiationTable.Clause.cycle.allows(act, from: clause.stage)
        && !table.silences.contains { $0.items.contains { $0.clause == clause.number } }
    }
  }

  /// The wordings, on which an act is possible, of the clause that is chosen, or of all.
  static func wordings(for act: String) -> ActField.Options {
    { reading, values in
      options(reading) { table in
        let chosen = values["clause"].flatMap { Int($0) }
        let clauses = open(table.clauses, of: table, for: act).filter { chosen == nil || $0.number == chosen }
        return clauses.flatMap { clause in
          clause.wordings.map { wording in
            let author = reading.name(of: wording.author)
            return (wording.text.commit, "\(clause.number) – \(author): \(excerpt(wording.text, of: table, reading))")
          }
        }
      }
    }
  }

  /// The wordings, and the open amendments that may be amended themselves.
  static let targets: ActField.Options = { reading, values in
    wordings(for: "amend")(reading, values)
      + options(reading) { table in
        let chosen = values["clause"].flatMap { Int($0) }
        return table.amendments.filter { one in
          one.stage == .open && one.amends == nil && (chosen == nil || one.clause == chosen)
        }.map { one in
          let title = reading.say(TablePhrase.amendment, ["n": .count(one.number)])
          return (one.text.commit, "\(title): \(excerpt(one.text, of: table, reading))")
        }
      }
  }

  /// The open amendments on which the reader's party can do an act.
  static func amendments(for act: String) -> ActField.Options {
    { reading, _ in
      options(reading) { table in
        let own = party(table, reading)
        return table.amendments.filter { one in
          guard one.stage == .open else { return false }
          switch act {
          case "acceptAmendment": return own.map { !one.acceptedBy.contains($0) } ?? false
          case "rejectAmendment": return one.sponsor != own
          case "withdrawAmendment": return one.sponsor == own
          default: return one.amends == nil
          }
        }.map { (String($0.number), "\($0.number). \(excerpt($0.text, of: table, reading))") }
      }
    }
  }

  static let silences: ActField.Options = { reading, _ in
    options(reading) { table in
      table.silences.map { silence in
        let clauses = silence.items.map { reading.say(TablePhrase.clause, ["n": .count($0.clause)]) }
        return (String(silence.number), "\(silence.number). \(reading.tongue.row(clauses))")
      }
    }
  }

  private static func excerpt(_ content: Confided, of table: NegotiationTable, _ reading: Reading) -> String {
    let text = (try? reading.text(content, in: table.id)) ?? ""
    return text.count > 300 ? text.prefix(300) + "…" : text
  }

  // MARK: Offers

  static let ownPositions: ActField.Options = { reading, _ in
    options(reading) { table in
      table.positions.filter { $0.party == party(table, reading) && !$0.isWithdrawn }.map { one in
        let sort = reading.word(PositionSortPhrase.self, one.sort.rawValue)
        return (String(one.number), "\(one.number). \(sort): \(excerpt(one.text, of: table, reading))")
      }
    }
  }

  private static func packages(
    _ reading: Reading, _ condition: (NegotiationTable.OfferPackage, ObjectID?) -> Bool
  ) -> [Option] {
    options(reading) { table in
      table.packages.filter { condition($0, party(table, reading)) }.map { one in
        let title = reading.say(
          TablePhrase.package, ["n": .count(one.number), "who": .text(reading.name(of: one.sponsor))])
        return (String(one.number), title)
      }
    }
  }

  /// The reader's own packages in some stages.
  static func ownPackages(_ stages: [NegotiationTable.OfferPackage.Stage]) -> ActField.Options {
    { reading, _ in packages(reading) { $0.sponsor == $1 && stages.contains($0.stage) } }
  }

  /// The packages that wait for the answer of the reader's party.
  static let waitingPackages: ActField.Options = { reading, _ in
    packages(reading) { one, party in one.stage == .tabled && party.map(one.addressees.contains) == true }
  }

  /// The packages that were ever tabled for the reader's party.
  static let tabledPackages: ActField.Options = { reading, _ in
    packages(reading) { one, party in one.tabledAt != nil && party.map(one.addressees.contains) == true }
  }

  static let otherParties: ActField.Options = { reading, _ in
    options(reading) { table in
      table.parties.filter { $0 != party(table, reading) }.map { ($0.description, reading.name(of: $0)) }
    }
  }

  // MARK: Who can take part

  static let possibleParties: ActField.Options = { reading, _ in
    organisations(reading, [.government, .socialOrganisation])
  }

  static let publicBodies: ActField.Options = { reading, _ in organisations(reading, [.publicBody]) }

  private static func organisations(_ reading: Reading, _ sorts: [Organisation.Sort]) -> [Option] {
    let all = (try? reading.view.visible(all: Organisation.self, limit: FieldWriter.mostCandidates)) ?? []
    return all.map(\.object).filter { sorts.contains($0.sort) && $0.stage == .active }.map {
      ($0.id.description, reading.name(of: $0.id))
    }
  }

  /// The problems that are to be negotiated.
  static let files: ActField.Options = { reading, _ in
    let all = (try? reading.view.visible(all: DocketFile.self, limit: 1_000)) ?? []
    return all.map(\.object).filter { $0.stage == .inNegotiation }.map { ($0.id.description, "\($0.id) \($0.title)") }
  }

  static let ownPeople: ActField.Options = { reading, _ in
    guard let home = reading.view.standing.organisation?.id else { return [] }
    return people(reading) { $0.organisation == home }
  }

  static let mediators: ActField.Options = { reading, _ in people(reading) { $0.role == .mediator } }

  private static func people(_ reading: Reading, _ condition: (Appointment) -> Bool) -> [Option] {
    let all = (try? reading.view.visible(all: Appointment.self, at: [.appointed], limit: 5_000)) ?? []
    return all.map(\.object).filter { $0.isValid(at: reading.view.now) && condition($0) }.map { one in
      let person = (try? reading.text(one.person, in: one.id)) ?? ""
      return (one.id.description, "\(one.id) \(reading.name(of: one.id)): \(person)")
    }
  }
}

extension Reading {
  /// The thing that the address names: `/tables/T-3/acts/agreeToText`.
  func actedOn<T: RecordObject>(_ type: T.Type) -> T? {
    let parts = visit.path.split(separator: "/")
    guard parts.count > 1, let id = ObjectID(String(parts[1])) else { return nil }
    return try? view.visible(type, id)?.object
  }
}
