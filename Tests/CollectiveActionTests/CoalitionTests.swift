import CollectiveAction
import Testing

@Suite struct CoalitionTests {
  @Test func listsItsMembersAscending() {
    #expect(Array(Coalition([4, 0, 2])) == [0, 2, 4])
    #expect(Coalition([4, 0, 2]).mask == 0b10101)
  }

  @Test func refusesATableOfTheWrongLength() {
    #expect(throws: CoalitionGameError.worthCount(given: 3, needed: 4)) {
      try CoalitionGame(players: ["a", "b"], kind: .cost, worths: [0, 1, 1])
    }
  }
}
