import RegionalCases
import Testing

@Suite struct PrivateReservationTests {
  private func file(_ reservation: String) -> String {
    """
    title: Hours
    agenda: [{name: hours, choices: [short, long]}]
    parties:
      - name: shop
        preferences: {hours: {weight: 1, scores: [0, 100]}}
        \(reservation)
      - {name: staff, preferences: {hours: {weight: 1, scores: [100, 0]}}, reservation: 0}
    """
  }

  private func shop(_ reservation: String) throws -> NegotiationFile.Party {
    try Handwriting.read(file(reservation), as: "n.yaml") { try NegotiationFile(contentsOf: $0) }.parties[0]
  }

  @Test func aRangeIsUniformAndItsMiddleStandsForIt() throws {
    let shop = try shop("reservationRange: {min: 20, max: 50}")
    #expect(shop.reservation == 35)
    let told = try #require(shop.privateReservation)
    #expect(told == .uniform(20...50) && told.range == 20...50)
    #expect([0, 0.5, 0.9].map(told.worth(atShare:)) == [20, 35, 47])
  }

  @Test func aFewWorthsHaveTheirChancesAndTheirMeanStandsForThem() throws {
    let shop = try shop("reservationChances: {60: 0.25, 20: 0.5, 40: 0.25}")
    // 0.5·20 + 0.25·40 + 0.25·60
    #expect(shop.reservation == 35)
    let told = try #require(shop.privateReservation)
    #expect(told.range == 20...60)
    #expect([0, 0.49, 0.5, 0.74, 0.75, 1].map(told.worth(atShare:)) == [20, 20, 40, 40, 60, 60])
  }

  @Test func aKnownReservationHasNoChances() throws {
    #expect(try shop("reservation: 30").privateReservation == nil)
    #expect(try shop("reservation: {hours: long}").privateReservation == nil)
  }

  @Test(
    "says what is wrong with",
    arguments: [
      (
        "a range the wrong way round", "reservationRange: {min: 50, max: 30}",
        "n.yaml:6:29: error: the reservation of 'shop' is from 50 to 30, which is no range; min must be below max"
      ),
      (
        "an empty range", "reservationRange: {min: 30, max: 30}",
        """
        n.yaml:6:29: error: the reservation of 'shop' is from 30 to 30, which is no range; write it as a number: \
        reservation: 30
        """
      ),
      (
        "a range without an end", "reservationRange: {min: 30}",
        """
        n.yaml:6:23: error: the range of a reservation has no 'max'; add it: the most that no deal may be worth
        """
      ),
      (
        "a range beyond what can be scored", "reservationRange: {min: 30, max: 130}",
        "n.yaml:6:38: error: max is 130; it must be 0 to 100"
      ),
      (
        "chances that do not sum to one", "reservationChances: {30: 0.5, 50: 0.4}",
        """
        n.yaml:6:25: error: the chances of the reservation of 'shop' sum to 0.9; they must sum to 1: add 0.1, or divide \
        each by 0.9
        """
      ),
      (
        "a chance of nothing", "reservationChances: {30: 1, 50: 0}",
        "n.yaml:6:37: error: '50' of reservationChances is 0; it must be above 0 and at most 1"
      ),
      (
        "no chances at all", "reservationChances: {}",
        "n.yaml:6:25: error: the reservation of 'shop' has no chances; give worths with chances that sum to 1"
      ),
      (
        "a worth that is no number", "reservationChances: {low: 0.5, 50: 0.5}",
        "n.yaml:6:26: error: 'low' is no worth of a reservation of 'shop'; write a number from 0 to 100"
      ),
      (
        "one worth in two writings", "reservationChances: {30: 0.5, 30.0: 0.5}",
        "n.yaml:6:35: error: the reservation 30 of 'shop' has two chances; add them to one"
      ),
      (
        "no reservation", "votes: 2",
        """
        n.yaml:4:5: error: a party has none of the forms of a reservation; give 'reservation', or 'reservationRange', or \
        'reservationChances'
        """
      ),
    ])
  func faults(what: String, reservation: String, said: String) throws {
    #expect(try Handwriting.faults(of: file(reservation), as: "n.yaml") { try NegotiationFile(contentsOf: $0) } == said)
  }

  @Test func aReservationIsToldInOneWay() throws {
    let error = try #require(throws: CaseFaults.self) {
      try shop("reservation: 3\n    reservationRange: {min: 30, max: 50}")
    }
    #expect("\(error)".hasSuffix("a party has both 'reservation' and 'reservationRange'; keep one of them"))
  }
}
