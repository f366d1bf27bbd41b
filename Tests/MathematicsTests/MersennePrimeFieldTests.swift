import Mathematics
import Testing

@Suite struct MersennePrimeFieldTests {
  @Test("counts around the prime")
  func wrapsAround() {
    let last = MersennePrimeElement(Int(MersennePrimeElement.modulus) - 1)
    #expect(last + .one == .zero)
    #expect(.zero - .one == last)
    #expect(MersennePrimeElement(-1) == last)
    #expect(MersennePrimeElement(Int.min) == .zero - MersennePrimeElement(UInt64(1) << 63))
    #expect(MersennePrimeElement(UInt64.max).residue == 7)  // 2⁶⁴ − 1 = 8 (2⁶¹ − 1) + 7
    #expect(last * last == .one)
    #expect(-MersennePrimeElement.zero == .zero)
  }

  @Test("multiplies as whole numbers do, less multiples of the prime", arguments: UInt64(0)..<100)
  func multiplies(seed: UInt64) {
    var chance = SeededStream(seed: seed)
    let (a, b) = (MersennePrimeElement(chance.next()), MersennePrimeElement(chance.next()))
    let product = UInt128(a.residue) * UInt128(b.residue) % UInt128(MersennePrimeElement.modulus)
    #expect((a * b).residue == UInt64(product))
    if a != .zero { #expect(a * a.inverse == .one) }
  }
}
