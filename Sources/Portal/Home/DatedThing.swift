import Registry
import Reporting

/// A kind of thing of which something falls due, runs out or goes on by itself, as people reckon with it. Appointments and
/// delegations run out unannounced.
protocol DatedThing: RecordObject {
  /// The stages at which there are such moments.
  static var datedStages: [Stage] { get }
  /// The moments; none at any other stage.
  var dueMoments: [DueMoment] { get }
}

extension DatedThing {
  /// When time alone changes the thing.
  var dueMoments: [DueMoment] { wakes.map { [DueMoment(id, $0, .term)] } ?? [] }
}

extension DocketFile: DatedThing {
  // Once the file is accepted or sent back it has been answered.
  static let datedStages: [Stage] = [.filed]

  var dueMoments: [DueMoment] { stage == .filed ? answerBy.map { [DueMoment(id, $0, .answer)] } ?? [] : [] }
}

extension NegotiationTable: DatedThing {
  static let datedStages: [Stage] = [.open, .round, .suspended]

  var dueMoments: [DueMoment] {
    guard Self.datedStages.contains(stage) else { return [] }
    let offers = packages.compactMap { package in
      package.stage == .tabled ? package.expires.map { DueMoment(id, $0, .offer, part: package.number) } : nil
    }
    let silences = silences.map { DueMoment(id, $0.until, .silence, part: $0.number) }
    let pause = stage == .suspended ? suspendedUntil.map { [DueMoment(id, $0, .resumes)] } ?? [] : []
    return offers + silences + pause
  }
}

extension Agreement: DatedThing {
  static var datedStages: [Stage] { stagesRunning }

  var dueMoments: [DueMoment] { isRunning ? ends.map { [DueMoment(id, $0, .ends)] } ?? [] : [] }
}

extension Commitment: DatedThing {
  static var datedStages: [Stage] { owedStages }

  var dueMoments: [DueMoment] { isOwed ? [DueMoment(id, due, .due)] : [] }

  /// Whether nobody has reported on it yet.
  var isOwed: Bool { Self.owedStages.contains(stage) }

  /// The stages at which nobody has reported on it yet.
  static let owedStages: [Stage] = [.pending, .due, .overdue]
}

extension Verification: DatedThing {
  static let datedStages: [Stage] = [.replyWindow]
}

extension IncentiveCase: DatedThing {
  static let datedStages: [Stage] = [.notified, .inAppeal, .effective]
}

extension Dispute: DatedThing {
  static let datedStages: [Stage] = [.raised, .negotiating, .mediating, .arbitrating]
}

extension Evaluation: DatedThing {
  static let datedStages: [Stage] = [.commented]
}
