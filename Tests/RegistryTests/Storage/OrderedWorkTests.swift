import Foundation
import Testing

@testable import Registry

/// Work on all cores gives what one core would have given.
@Suite struct OrderedWorkTests {
  @Test("hands results on in the order of the work, whichever is done first", arguments: UInt64(0)..<20)
  func keepsOrder(seed: UInt64) throws {
    var chance = CrashChance(seed: seed)
    let inputs = (0..<100).map { (number: $0, pause: UInt32.random(in: 0..<500, using: &chance)) }
    var received: [Int] = []
    let work = OrderedWork<(number: Int, pause: UInt32), Int>(
      { input in
        usleep(input.pause)
        return input.number
      }, receive: { received.append($0) })
    try work.run({ work in for input in inputs.dropLast() { try work.add(input) } }, rest: { inputs.last! })
    #expect(received == Array(0..<100), "seed \(seed)")
  }

  @Test("has received all that was read before reading failed, and nothing after receiving failed")
  func stops() throws {
    struct Broken: Error {}
    var received: [Int] = []
    let work = OrderedWork<Int, Int>({ $0 }, receive: { received.append($0) })
    #expect(throws: Broken.self) {
      try work.run(
        { work in
          for number in 0..<20 { try work.add(number) }
          throw Broken()
        }, rest: { 20 })
    }
    #expect(received == Array(0...20))
    received = []
    let refusing = OrderedWork<Int, Int>({ $0 }) { number in
      if number == 5 { throw Broken() }
      received.append(number)
    }
    #expect(throws: Broken.self) {
      try refusing.run({ work in for number in 0..<20 { try work.add(number) } }, rest: { 20 })
    }
    #expect(received == Array(0..<5))
  }

  @Test("numbers the kinds of objects by their places")
  func placesKinds() { #expect(ObjectKind.allCases.map(\.place) == Array(ObjectKind.allCases.indices)) }
}
