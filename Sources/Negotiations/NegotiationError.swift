/// Why a negotiation cannot be worked out from what was given.
public enum NegotiationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An issue without a name.
  case noName
  /// An agenda without issues.
  case noIssues
  /// An issue that stands twice on the agenda.
  case repeatedIssue(String)
  /// An issue about which nothing can be agreed.
  case noOptions(issue: String)
  /// An option that stands twice in an issue.
  case repeatedOption(issue: String, option: String)
  /// A quantity whose steps, or whose ends, are no usable numbers.
  case steps(issue: String, Int)
  /// More outcomes than the question can look at; nil if they cannot be counted.
  case tooManyOutcomes(Int?)
  /// Fewer than two parties.
  case parties(Int)
  /// A party that stands twice at the table.
  case repeatedParty(String)
  /// Worths for more or fewer issues than there are.
  case issueCount(party: String, Int, wanted: Int)
  /// Worths for more or fewer options than there are.
  case optionCount(party: String, issue: String, Int, wanted: Int)
  /// A worth that is no finite number, and of what.
  case worth(party: String, at: String, Double)
  /// A coupling of fewer than two issues, of unknown ones, or of one twice.
  case coupling(party: String, issues: [Int])
  /// A discount outside (0, 1].
  case discount(party: String, Double)
  /// A negotiation without rounds.
  case deadline(Int)
  /// More or fewer strategies than parties.
  case strategyCount(Int, parties: Int)
  /// More or fewer votes than parties.
  case voteCount(Int, parties: Int)
  /// A vote that does not weigh what a vote can.
  case vote(Double)
  /// A quota that nobody or everybody fails to meet.
  case quota(Double, total: Double)
  /// A code of no outcome.
  case outcome(Int, count: Int)
  /// Talks of other than two parties, or about issues that are unknown or settled elsewhere; counted from 1.
  case talk(Int)
  /// Too few parties for talks side by side.
  case talksOfAll(Int)
  /// Talks side by side of parties that do not say what is there without a deal, or not the same.
  case noStatusQuo
  /// A series without runs.
  case runs(Int)

  /// No outcomes, or outcomes that are worth nothing that was told to anyone.
  case noOutcomes
  /// An outcome with worths for more or fewer parties than the others, by its number from 0.
  case worthCount(outcome: Int, Int, wanted: Int)
  /// Reservations for more or fewer parties than there are.
  case reservationCount(Int, wanted: Int)
  /// More outcomes beat each other nowhere than can be kept: as many as this before the last issues were added.
  case frontierTooLarge(Int)
  /// Weights for more or fewer parties than there are.
  case weightCount(Int, wanted: Int)
  /// A weight that is not above zero.
  case weight(party: String, Double)
  /// A curve that bends inwards, and where.
  case hollowFrontier(at: Double)
  /// Fewer rounds than one.
  case rounds(Int)
  /// Several parties to whom waiting costs nothing.
  case endlessPatience(Int)
  /// What waiting takes in a unit of time, not above zero.
  case rate(party: String, Double)
  /// Fewer draws than one.
  case draws(Int)
  /// A quantity of which more of the way is worth more and more to a party, so that worths over a range are hollow.
  case hollowWorths(party: String, issue: String)
  /// A quantity on which the worth of other issues depends.
  case coupledQuantity(party: String, issue: String)
  /// What a party may have has no end.
  case endlessWorth(party: String)
  /// Matrices, conditions and bounds whose sizes do not fit each other.
  case conditions
  /// An optimum that rounding hid.
  case unsolved
  /// Fewer problems than one, or more than can be packed in every way.
  case problems(Int)
  /// A problem that stands twice on the list.
  case repeatedProblem(String)
  /// A search for packages that was not through after so many steps.
  case searchStopped(steps: Int)
  /// A party that sealed its preferences over another agenda.
  case otherAgenda(party: String)
  /// A name that nobody at the table bears.
  case unknownParty(String)
  /// A list of options that is no package of the agenda.
  case package([Int])
  /// A mediator that has shown as many packages as it may.
  case suggestionsUsedUp(limit: Int)
  /// Answers to more or fewer packages than are shown.
  case answerCount(party: String, Int, wanted: Int)
  /// Parties that have not answered yet.
  case unanswered([String])

  public var description: String {
    switch self {
    case .noName: "an issue has no name; give it one"
    case .noIssues: "there are no issues; put one or more on the agenda"
    case .repeatedIssue(let name): "the issue '\(name)' is on the agenda twice; name it once"
    case .noOptions(let issue): "nothing can be agreed about '\(issue)'; give it one option or more"
    case .repeatedOption(let issue, let option): "'\(issue)' has the option '\(option)' twice; name it once"
    case .steps(let issue, let steps):
      "the quantity '\(issue)' has \(steps) steps; give 1 or more, between two finite ends"
    case .tooManyOutcomes(let count):
      "there are \(count.map(String.init) ?? "more than 9 223 372 036 854 775 807") outcomes, too many for this question; "
        + "give fewer or coarser options"
    case .parties(let count): "\(count) parties; a negotiation needs 2 or more"
    case .repeatedParty(let name): "'\(name)' sits at the table twice; name it once"
    case .issueCount(let party, let count, let wanted):
      "'\(party)' has worths for \(count) issues of \(wanted); give one list for each"
    case .optionCount(let party, let issue, let count, let wanted):
      "'\(party)' has \(count) worths for '\(issue)'; give one for each of its \(wanted) options"
    case .worth(let party, let place, let value):
      "to '\(party)' \(place) is worth \(value); give a finite number"
    case .coupling(let party, let issues):
      "'\(party)' couples the issues \(issues.map { $0 + 1 }); name two or more, ascending, each once"
    case .discount(let party, let value):
      "the discount of '\(party)' is \(value); give a number above 0 and at most 1"
    case .noOutcomes: "there are no outcomes to choose from; give one or more, each with a worth for every party"
    case .worthCount(let outcome, let count, let wanted):
      "outcome \(outcome) has \(count) worths; give one for each of the \(wanted) parties"
    case .reservationCount(let count, let wanted):
      "there are \(count) reservations for \(wanted) parties; give one for each"
    case .weightCount(let count, let wanted):
      "there are \(count) weights for \(wanted) parties; give one for each"
    case .weight(let party, let value):
      "the weight of '\(party)' is \(value); give a finite number above 0"
    case .hollowFrontier(let place):
      "the frontier bends inwards at \(place); give one that does not, or the outcomes as points"
    case .rounds(let count): "\(count) rounds; give 1 or more, or none if there is no last one"
    case .endlessPatience(let count):
      "waiting costs \(count) parties nothing, so they could wait for ever; give all but one a discount below 1"
    case .rate(let party, let value):
      "the rate of '\(party)' is \(value); give a finite number above 0"
    case .problems(let count): "\(count) problems to link; give 1 to 12"
    case .repeatedProblem(let name): "the problem '\(name)' is listed twice; name it once"
    case .draws(let count): "\(count) draws; give 1 or more"
    case .hollowWorths(let party, let issue):
      "to '\(party)' more of '\(issue)' is worth more and more, so a mean of two deals may be worse than both; "
        + "look at its steps, or give worths that rise ever less"
    case .coupledQuantity(let party, let issue):
      "to '\(party)' the worth of '\(issue)' depends on other issues; look at its steps, or uncouple it"
    case .endlessWorth(let party):
      "what '\(party)' may have has no end under these conditions; add one"
    case .conditions:
      "the conditions do not fit; give a worth for each party and variable, and a row, relation and bound for each condition"
    case .unsolved:
      "no optimum passed its check; the worths differ too much in size"
    case .frontierTooLarge(let count):
      "\(count) outcomes that beat each other nowhere, and issues still to add; raise reservations, give fewer or coarser "
        + "options, or look at a sample"
    case .deadline(let rounds): "a deadline of \(rounds) rounds; give 1 or more"
    case .strategyCount(let count, let parties):
      "\(count) strategies for \(parties) parties; give one for each"
    case .voteCount(let count, let parties): "\(count) votes for \(parties) parties; give one for each"
    case .vote(let weight): "a vote weighs \(weight); give a finite number, 0 or more"
    case .quota(let quota, let total):
      "a quota of \(quota) where all votes together are \(total); give a number above 0 and at most that"
    case .talk(let number):
      "talk \(number) does not fit; give two different parties, and known issues, ascending, that no other talk settles"
    case .talksOfAll(let count):
      "talks side by side leave somebody out, and only \(count) sit at the table; leave these rules out, or seat 3 or more"
    case .noStatusQuo:
      "talks side by side start from what is there without a deal, and the parties do not tell it; give each the same "
        + "package as its reservation"
    case .runs(let count): "a series of \(count) runs; ask for 1 or more"
    case .outcome(let code, let count): "there is no outcome \(code); give a code from 0 to \(count - 1)"
    case .searchStopped(let steps):
      "the search for a package was not through after \(steps) steps; give fewer or coarser options, or more steps"
    case .otherAgenda(let party):
      "'\(party)' sealed preferences over another agenda; seal them over the one on the table"
    case .unknownParty(let name): "nobody at the table is called '\(name)'; use the name of a party"
    case .package(let options):
      "\(options) is no package; give the number of one option, counted from 0, for each issue"
    case .suggestionsUsedUp(let limit):
      "the mediator has shown \(limit) packages, as many as it may; keep the text, or allow more and tell the parties"
    case .answerCount(let party, let count, let wanted):
      "'\(party)' answers to \(count) packages of \(wanted); give one yes or no for each"
    case .unanswered(let parties):
      "no answer yet from \(parties.map { "'\($0)'" }.joined(separator: ", ")); wait for every party's, or let it refuse"
    }
  }
}
