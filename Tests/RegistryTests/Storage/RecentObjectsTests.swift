import Testing

@testable import Registry

@Suite struct RecentObjectsTests {
  @Test(
    "says what was remembered last or nothing, keeps what was just asked for, and stays within its bound",
    arguments: 0..<8 as Range<UInt64>)
  func followsModel(seed: UInt64) {
    var chance = LogChance(seed: seed)
    let most = Int.random(in: 0...400, using: &chance)
    var objects = RecentObjects<Int>(most: most)
    var all: [ObjectID: (entry: Int, bytes: Int)] = [:]
    // Each time that something was asked for, with what its row had then.
    var asked: [(id: ObjectID, bytes: Int)] = []
    for step in 0..<500 {
      let id = ObjectID(.docketFile, Int.random(in: 1...30, using: &chance))
      switch Int.random(in: 0..<8, using: &chance) {
      case 0:
        objects.forget(id)
        all[id] = nil
      case 1, 2, 3:
        let bytes = Int.random(in: 0...60, using: &chance)
        objects.remember(step, of: id, bytes: bytes)
        all[id] = (step, bytes)
        asked.append((id, bytes))
      default:
        if let entry = objects.entry(of: id) {
          #expect(entry == all[id]?.entry, "seed \(seed), step \(step)")
          asked.append((id, all[id]?.bytes ?? 0))
        } else {
          all[id] = nil
        }
      }
      objects.makeRoom()
      // Whatever was asked for last, as much as half the room has place for, is still there.
      var bytes = 0
      var copy = objects
      for (id, own) in asked.reversed() {
        bytes += own
        guard bytes <= most / 2 else { break }
        #expect(copy.entry(of: id) == all[id]?.entry, "seed \(seed), step \(step), \(id)")
      }
      var present = 0
      copy = objects
      for (id, known) in all where copy.entry(of: id) != nil { present += known.bytes }
      // Either half holds at most half of the bound and the one object that filled it.
      #expect(present <= most + 2 * 60, "seed \(seed), step \(step)")
    }
  }

  @Test("nothing is pushed out before room is made")
  func keepsUntilAsked() {
    var objects = RecentObjects<Int>(most: 10)
    for number in 1...50 { objects.remember(number, of: ObjectID(.agreement, number), bytes: 10) }
    #expect((1...50).allSatisfy { objects.entry(of: ObjectID(.agreement, $0)) == $0 })
    objects.makeRoom()
    objects.remember(51, of: ObjectID(.agreement, 51), bytes: 10)
    #expect(objects.entry(of: ObjectID(.agreement, 50)) == 50)
    objects.makeRoom()
    objects.remember(52, of: ObjectID(.agreement, 52), bytes: 10)
    objects.makeRoom()
    #expect(objects.entry(of: ObjectID(.agreement, 49)) == nil)
    #expect([50, 51, 52].map { objects.entry(of: ObjectID(.agreement, $0)) } == [nil, nil, 52])
  }
}
