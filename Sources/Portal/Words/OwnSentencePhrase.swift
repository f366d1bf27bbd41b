import Registry
import Reporting

/// What the record writes by itself, as readers read it.
enum OwnSentencePhrase: String, Phrase {
  case agreementEnded, agreementTerminated, agreementExpired, left, renewed, appointmentEnded, delegationRevoked,
    measureLifted, monthsAtClass, classOnYearlyMean

  var wording: Wording {
    switch self {
    case .agreementEnded: Wording("the agreement ended", "协议已结束")
    case .agreementTerminated: Wording("the agreement was ended", "协议已终止")
    case .agreementExpired: Wording("the agreement ran out", "协议已期满")
    case .left: Wording("{who} left the agreement", "{who}已退出协议")
    case .renewed: Wording("renewed as {id}", "已续签为{id}")
    case .appointmentEnded: Wording("the appointment {id} ended", "任职{id}已结束")
    case .delegationRevoked: Wording("the delegation {id} was revoked", "授权{id}已撤销")
    case .measureLifted: Wording("the measure {id} was lifted", "措施{id}已解除")
    case .monthsAtClass: Wording("Months at class {class} or better", "达到{class}类或更好的月数")
    case .classOnYearlyMean: Wording("Class on yearly mean", "年均类别")
    }
  }
}

extension Reading {
  /// A text of the record for this reader: what people wrote as they wrote it, what the record wrote by itself in the
  /// reader's words.
  func words(_ text: String) -> String {
    guard let sentence = OwnSentence(text) else { return text }
    return switch sentence {
    case .agreementEnded: say(OwnSentencePhrase.agreementEnded)
    case .agreementTerminated: say(OwnSentencePhrase.agreementTerminated)
    case .agreementExpired: say(OwnSentencePhrase.agreementExpired)
    case .left(let party): say(OwnSentencePhrase.left, ["who": .text(name(of: party))])
    case .renewed(let successor): say(OwnSentencePhrase.renewed, ["id": .text(successor.description)])
    case .appointmentEnded(let id): say(OwnSentencePhrase.appointmentEnded, ["id": .text(id.description)])
    case .delegationRevoked(let id): say(OwnSentencePhrase.delegationRevoked, ["id": .text(id.description)])
    case .measureLifted(let id): say(OwnSentencePhrase.measureLifted, ["id": .text(id.description)])
    case .monthsAtClass(let limit): say(OwnSentencePhrase.monthsAtClass, ["class": .text("\(limit)")])
    case .classOnYearlyMean: say(OwnSentencePhrase.classOnYearlyMean)
    }
  }
}
