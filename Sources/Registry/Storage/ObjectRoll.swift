/// For whom each object of a kind is and at which stage, by its number: what somebody may not see or does not ask for is
/// passed over without being read.
///
/// A region has many thousands of objects, few audiences and fewer stages. Five bytes are kept for an object, and each
/// audience and stage once. Nothing is shown by what stands here: what is found this way is asked for its own audience
/// again.
struct ObjectRoll: Sendable {
  /// The audience of each object, as a place in ``audiences``; the first is that of number 1.
  private var places: [UInt32] = []
  private(set) var audiences: [Audience] = []
  private var placeOfText: [String: UInt32] = [:]
  /// The stage of each object, as a place in ``stages``.
  private var stagePlaces: [UInt8] = []
  private(set) var stages: [String] = []

  private static let unknown = UInt32.max
  private static let unknownStage = UInt8.max

  /// Up to which number the audiences were entered.
  var last: Int { places.count }

  /// Where the audience of an object stands in ``audiences``; nothing when it has to be read.
  func place(of number: Int) -> Int? {
    guard number >= 1, number <= places.count, places[number - 1] != Self.unknown else { return nil }
    return Int(places[number - 1])
  }

  /// Where the stage of an object stands in ``stages``; nothing when the object has to be looked at.
  func stagePlace(of number: Int) -> Int? {
    guard number >= 1, number <= stagePlaces.count, stagePlaces[number - 1] != Self.unknownStage else { return nil }
    return Int(stagePlaces[number - 1])
  }

  /// Enters the audience that the row of an object begins with, when it is one of those entered or the next.
  ///
  /// - Returns: where the audience stands in ``audiences``.
  mutating func enter(_ row: StoredRow) throws -> Int {
    let text = try Self.audienceText(of: row.text)
    let place: UInt32
    if let known = placeOfText[text] {
      place = known
    } else {
      place = UInt32(audiences.count)
      audiences.append(try CanonicalJSON.value(Audience.self, from: text))
      placeOfText[text] = place
    }
    let number = row.id.number
    if number == places.count + 1 {
      places.append(place)
      stagePlaces.append(Self.unknownStage)
    } else if number >= 1, number <= places.count {
      places[number - 1] = place
    }
    return Int(place)
  }

  /// Enters the stage of an object whose audience was entered.
  ///
  /// - Returns: where the stage stands in ``stages``.
  mutating func enter(stage: String, of number: Int) -> Int {
    let place = stages.firstIndex(of: stage) ?? stages.count
    if place == stages.count { stages.append(stage) }
    if number >= 1, number <= stagePlaces.count, let byte = UInt8(exactly: place) { stagePlaces[number - 1] = byte }
    return place
  }

  /// Forgets what was entered of an object that has changed.
  mutating func forget(_ number: Int) {
    guard number >= 1, number <= places.count else { return }
    (places[number - 1], stagePlaces[number - 1]) = (Self.unknown, Self.unknownStage)
  }

  // MARK: In a file

  /// How many bytes a file has for each object.
  static let bytesPerObject = 5

  /// An empty roll.
  init() {}

  /// The roll that was written to a file; nothing when the bytes name an audience or a stage that is not among these.
  init?(audiences: [Audience], stages: [String], from bytes: ArraySlice<UInt8>) {
    (self.audiences, self.stages) = (audiences, stages)
    for (place, audience) in audiences.enumerated() {
      guard let text = try? CanonicalJSON.text(of: audience) else { return nil }
      placeOfText[text] = UInt32(place)
    }
    let count = bytes.count / Self.bytesPerObject
    places.reserveCapacity(count)
    stagePlaces.reserveCapacity(count)
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: Self.bytesPerObject) {
      let place = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
      let stage = bytes[start + 4]
      guard place < audiences.count || place == Self.unknown, stage < stages.count || stage == Self.unknownStage else {
        return nil
      }
      places.append(place)
      stagePlaces.append(stage)
    }
  }

  /// Appends ``bytesPerObject`` bytes for each object: the place of its audience, the lowest byte first, and that of its
  /// stage.
  func write(to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + places.count * Self.bytesPerObject)
    for (place, stage) in zip(places, stagePlaces) {
      for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: place >> shift)) }
      bytes.append(stage)
    }
  }

  /// The audience as the text of a row has it. It is the first of the keys in a canonical row, and nothing within it
  /// is an object itself or a text of anybody's own words, so that it ends with the first brace.
  private static func audienceText(of row: String) throws -> String {
    let text = row.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard bytes.starts(with: key), let end = bytes.firstIndex(of: 0x7d) else { return nil }
      return String(decoding: bytes[key.count...end], as: UTF8.self)
    }
    if let text = text ?? nil { return text }
    // Only somebody else's hand writes a row in another order.
    return try CanonicalJSON.text(of: CanonicalJSON.value(AudienceRow.self, from: row).audience)
  }

  private static let key = Array(#"{"audience":"#.utf8)

  private struct AudienceRow: Decodable { let audience: Audience }
}

/// A roll while somebody looks through it: whether each audience includes them, and each stage is asked for, is decided
/// once.
struct RollGlance {
  private(set) var roll: ObjectRoll
  /// Whether the roll has come to say more than it did.
  private(set) var hasGrown = false
  /// Nothing for whoever may see everything.
  private let standing: Standing?
  /// Nothing when every stage will do.
  private let stages: [String]?
  private var included: [Bool?]
  /// Whether each stage is asked for.
  private var asked: [Bool?]

  init(_ roll: ObjectRoll, for standing: Standing?, at stages: [String]? = nil) {
    (self.roll, self.standing, self.stages) = (roll, standing, stages)
    included = Array(repeating: standing == nil ? true : nil, count: roll.audiences.count)
    asked = Array(repeating: nil, count: roll.stages.count)
  }

  /// Whether an object is for who looks; nothing when its row has to be read.
  mutating func includes(_ number: Int) -> Bool? { roll.place(of: number).map { isIncluded($0) } }

  /// Whether the object of a row is for who looks.
  mutating func includes(_ row: StoredRow) throws -> Bool {
    hasGrown = true
    return isIncluded(try roll.enter(row))
  }

  /// Whether only some stages are asked for.
  var looksAtStages: Bool { stages != nil }

  /// Whether an object is at a stage that is asked for; nothing when its row has to be read.
  mutating func isAtStage(_ number: Int) -> Bool? {
    looksAtStages ? roll.stagePlace(of: number).map { isAsked(at: $0) } : true
  }

  /// Whether the stage that was read of an object is asked for.
  mutating func isAtStage(entering stage: String, of number: Int) -> Bool {
    hasGrown = true
    return isAsked(at: roll.enter(stage: stage, of: number))
  }

  private mutating func isIncluded(_ place: Int) -> Bool {
    if let known = Self.answer(at: place, of: &included) { return known }
    let found = standing.map { roll.audiences[place].includes($0) } ?? true
    included[place] = found
    return found
  }

  private mutating func isAsked(at place: Int) -> Bool {
    if let known = Self.answer(at: place, of: &asked) { return known }
    let found = stages?.contains(roll.stages[place]) ?? true
    asked[place] = found
    return found
  }

  /// What was decided of a place, for which there is room afterwards.
  private static func answer(at place: Int, of answers: inout [Bool?]) -> Bool? {
    while answers.count <= place { answers.append(nil) }
    return answers[place]
  }
}
