/// The number from which a sample is drawn; recorded before the check begins, so that anyone can draw it again.
///
/// Written as 16 hexadecimal digits, since many programs read greater whole numbers of JSON wrongly.
public struct SamplingSeed: Hashable, Codable, Sendable, CustomStringConvertible, LosslessStringConvertible {
  public let number: UInt64

  public init(_ number: UInt64) { self.number = number }

  /// A seed from its text: 16 hexadecimal digits, lower case.
  public init?(_ description: String) {
    guard description.utf8.count == 16, let number = UInt64(description, radix: 16) else { return nil }
    self.init(number)
    guard self.description == description else { return nil }
  }

  public var description: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let seed = SamplingSeed(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no seed; write 16 hexadecimal digits, lower case")
    }
    self = seed
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The number at place `counter` of the seed's sequence: 64 bits, each place on its own.
  ///
  /// Source: Steele, Lea & Flood (2014), OOPSLA, 453–472 (SplitMix): the finaliser over a seed advanced by the golden
  /// gamma.
  public func draw(_ counter: UInt64) -> UInt64 {
    var mixed = number &+ (counter &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A sample without replacement: every set of `size` numbers is equally likely over the seeds.
  ///
  /// The numbers stand in ascending order. For each place in turn, one of the numbers from there to the end is put
  /// into it: the next draw's remainder by how many they are, draws at or above the greatest multiple of that being
  /// passed over (so that no remainder is favoured). The first `size` places are the sample.
  ///
  ///     SamplingSeed(7).sample(3, of: [1, 2, 3, 4, 5])
  ///
  /// - Parameters:
  ///   - size: how many; all when there are fewer.
  ///   - numbers: what is drawn from, each once.
  /// - Returns: the sample, ascending.
  ///
  /// Source: Fisher & Yates (1938), Statistical Tables; Durstenfeld (1964), CACM 7, 420.
  public func sample(_ size: Int, of numbers: [Int]) -> [Int] {
    var places = numbers.sorted()
    var counter: UInt64 = 0
    let size = min(max(0, size), places.count)
    for place in 0..<size {
      let left = UInt64(places.count - place)
      let ceiling = UInt64.max - (UInt64.max % left + 1) % left
      var number = draw(counter)
      counter &+= 1
      while number > ceiling {
        number = draw(counter)
        counter &+= 1
      }
      places.swapAt(place, place + Int(number % left))
    }
    return places.prefix(size).sorted()
  }
}
