import Foundation
import Registry
import Testing

@testable import Portal

@Suite struct TypedMomentTests {
  private let shanghai = TimeZone(identifier: "Asia/Shanghai")!
  private let stockholm = TimeZone(identifier: "Europe/Stockholm")!

  @Test("a moment is read by the clocks of the region, or in UTC where a Z says so")
  func zones() {
    let noon: Int64 = 1_774_958_400_000
    #expect(TypedMoment.read("2026-03-31T12:00", in: .gmt) == noon)
    #expect(TypedMoment.read("2026-03-31T12:00", in: shanghai) == noon - 8 * 3_600_000)
    #expect(TypedMoment.read("2026-03-31 12:00:05", in: stockholm) == noon + 5_000 - 2 * 3_600_000)
    #expect(TypedMoment.read("2026-03-31T12:00:00Z", in: shanghai) == noon)
    #expect(TypedMoment.read("2026-03-31", in: shanghai) == TypedMoment.read("2026-03-31T00:00", in: shanghai))
  }

  @Test("the hour that clocks skip is no moment; of the hour that they show twice, the first counts")
  func summerTime() {
    // Sweden's clocks went from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October 2026.
    #expect(TypedMoment.read("2026-03-29T02:30", in: stockholm) == nil)
    #expect(TypedMoment.read("2026-03-29T03:00", in: stockholm) == 1_774_746_000_000)
    #expect(TypedMoment.read("2026-10-25T02:30", in: stockholm) == 1_792_888_200_000)
    #expect(TypedMoment.written(1_792_888_200_000, in: stockholm) == "2026-10-25T02:30")
    #expect(TypedMoment.written(1_792_888_200_000 + 3_600_000, in: stockholm) == "2026-10-25T01:30Z")
  }

  @Test(
    "what is no moment is not read",
    arguments: ["", "soon", "2026-02-30T12:00", "2026-03-31T24:00", "2026-03-31T1:00", "2026-03-31T12"])
  func faults(text: String) {
    #expect(TypedMoment.read(text, in: shanghai) == nil)
  }

  @Test("a moment is read as it was written", arguments: 1...4 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) {
    var chance = Seeded(seed)
    for zone in [shanghai, stockholm, .gmt] {
      for _ in 0..<2_000 {
        let moment = Int64.random(in: 1_767_225_600...1_798_761_600, using: &chance) * 1000
        #expect(TypedMoment.read(TypedMoment.written(moment, in: zone), in: zone) == moment)
      }
    }
  }
}
