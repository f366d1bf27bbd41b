/// Why observed numbers cannot carry the claim that was asked of them.
public enum EvidenceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Too few questions to compare.
  case items(Int)
  /// A question that stands twice in the list.
  case repeatedItem(String)
  /// A question that was not asked.
  case unknownItem(String)
  /// Too few respondents to vary.
  case respondents(Int)
  /// A respondent with more or fewer answers than questions; respondents are counted from 1.
  case answerCount(respondent: Int, Int, wanted: Int)
  /// An answer that is no finite number.
  case answer(respondent: Int, item: String, Double)
  /// A question to which all gave the same answer.
  case constantItem(String)
  /// Respondents who all have the same total.
  case constantTotal
  /// An alpha above one, or none.
  case alpha(Double)
  /// A confidence that is not between 0 and 1.
  case confidence(Double)

  public var description: String {
    switch self {
    case .items(let count): "\(count) items; a scale needs 2 or more"
    case .repeatedItem(let name): "the item '\(name)' is listed twice; name it once"
    case .unknownItem(let name): "no item is called '\(name)'; use one of the questionnaire"
    case .respondents(let count): "\(count) respondents; 2 or more are needed before answers can vary"
    case .answerCount(let respondent, let count, let wanted):
      "respondent \(respondent) has \(count) answers to \(wanted) items; give one for each, or leave the respondent out"
    case .answer(let respondent, let item, let value):
      "respondent \(respondent) answered '\(item)' with \(value); give a finite number, or leave the respondent out"
    case .constantItem(let name):
      "all gave '\(name)' the same answer, so it cannot be held against others; leave it out"
    case .constantTotal:
      "all respondents have the same total, so nothing is left to explain; reverse what was asked the other way"
    case .alpha(let value): "alpha is \(value); it is a number of at most 1"
    case .confidence(let value): "the confidence is \(value); give a number between 0 and 1, such as 0.95"
    }
  }
}
