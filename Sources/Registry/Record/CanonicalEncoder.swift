/// Writes one value as canonical JSON.
///
/// Scalars and keys are laid down in one run of bytes as they come; what belongs where is kept beside it and put in
/// order at the end, so that neither a tree of boxes nor a text for each part is made.
final class CanonicalWriter {
  /// What stands in one place of the value.
  private enum Content {
    case nothing
    /// Bytes of `laid`, as they stand in the text.
    case scalar(start: Int32, end: Int32)
    case object(Int32)
    case list(Int32)
  }

  /// A place: the root, a member of an object or an element of a list.
  private struct Slot {
    /// The bytes of the key in `laid`, without escapes; empty in a list.
    let keyStart, keyEnd: Int32
    /// The object or list that it is in; −1 at the root.
    let parent: Int32
    var next: Int32 = -1
    var content = Content.nothing
  }

  /// An object or a list, with its slots chained in the order in which they came.
  private struct Node {
    let slot: Int32
    var first: Int32 = -1
    var last: Int32 = -1
    var count = 0
  }

  // No call reaches the writer from within another, so that looking for overlaps at every access is wasted.
  @exclusivity(unchecked) private var laid: [UInt8] = []
  @exclusivity(unchecked) private var slots: [Slot] = []
  @exclusivity(unchecked) private var nodes: [Node] = []

  private init() {
    laid.reserveCapacity(1024)
    slots.reserveCapacity(64)
    nodes.reserveCapacity(16)
    slots.append(Slot(keyStart: 0, keyEnd: 0, parent: -1))
  }

  /// The canonical bytes of a value.
  ///
  /// - Throws: `EncodingError` for a floating-point number, and for a value that writes nothing.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let writer = CanonicalWriter()
    try writer.write(value: value, in: 0)
    if case .nothing = writer.slots[0].content {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "Top-level \(type(of: value)) did not encode any values."))
    }
    var text: [UInt8] = []
    text.reserveCapacity(writer.laid.count + 4 * writer.slots.count)
    var order: [Int32] = []
    writer.write(0, to: &text, order: &order)
    return text
  }

  // MARK: Laying down

  private func set(_ slot: Int, from start: Int) {
    slots[slot].content = .scalar(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: laid.count))
  }

  func write(literal: StaticString, in slot: Int) {
    let start = laid.count
    laid.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    set(slot, from: start)
  }

  func write(_ text: String, in slot: Int) {
    let start = laid.count
    CanonicalText.write(text, to: &laid)
    set(slot, from: start)
  }

  /// Writes a number of the record, such as "PD-17".
  func write(_ id: ObjectID, in slot: Int) {
    let start = laid.count
    laid.append(0x22)
    laid.append(contentsOf: id.kind.rawValue.utf8)
    laid.append(0x2d)
    append(id.number)
    laid.append(0x22)
    set(slot, from: start)
  }

  func write(_ number: some FixedWidthInteger, in slot: Int) {
    let start = laid.count
    append(number)
    set(slot, from: start)
  }

  private func append(_ number: some FixedWidthInteger) {
    if number < 0 { laid.append(0x2d) }
    PlainDecimal.write(magnitude: UInt64(number.magnitude), to: &laid)
  }

  /// Writes any value.
  ///
  /// What stands in nearly every text of a record is written at once; through containers each would cost several
  /// allocations.
  func write<T: Encodable>(value: T, in slot: Int) throws {
    if T.self == ObjectID.self {
      write(value as! ObjectID, in: slot)
    } else if T.self == Instant.self {
      write((value as! Instant).milliseconds, in: slot)
    } else if T.self == [ObjectID].self {
      let node = list(in: slot)
      for id in value as! [ObjectID] { write(id, in: self.slot(nil, in: node)) }
    } else {
      try value.encode(to: CanonicalPlace(writer: self, slot: slot))
    }
  }

  /// The object in the slot: the one that is there, or a new one.
  func object(in slot: Int) -> Int {
    if case .object(let node) = slots[slot].content { return Int(node) }
    let node = begin(in: slot)
    slots[slot].content = .object(Int32(truncatingIfNeeded: node))
    return node
  }

  /// The list in the slot: the one that is there, or a new one.
  func list(in slot: Int) -> Int {
    if case .list(let node) = slots[slot].content { return Int(node) }
    let node = begin(in: slot)
    slots[slot].content = .list(Int32(truncatingIfNeeded: node))
    return node
  }

  private func begin(in slot: Int) -> Int {
    if case .nothing = slots[slot].content {} else { preconditionFailure("a place of a value was written twice") }
    nodes.append(Node(slot: Int32(truncatingIfNeeded: slot)))
    return nodes.count - 1
  }

  /// A new place at the end of an object or list.
  func slot(_ key: String?, in node: Int) -> Int {
    let start = laid.count
    if let key { laid.append(contentsOf: key.utf8) }
    let number = Int32(truncatingIfNeeded: slots.count)
    slots.append(
      Slot(
        keyStart: Int32(truncatingIfNeeded: start), keyEnd: Int32(truncatingIfNeeded: laid.count),
        parent: Int32(truncatingIfNeeded: node)))
    if nodes[node].last < 0 { nodes[node].first = number } else { slots[Int(nodes[node].last)].next = number }
    nodes[node].last = number
    nodes[node].count += 1
    return Int(number)
  }

  /// The place with the key when the object has it already, else a new one.
  func sameSlot(_ key: String, in node: Int) -> Int {
    var slot = nodes[node].first
    while slot >= 0 {
      if laid[Int(slots[Int(slot)].keyStart)..<Int(slots[Int(slot)].keyEnd)].elementsEqual(key.utf8) {
        return Int(slot)
      }
      slot = slots[Int(slot)].next
    }
    return self.slot(key, in: node)
  }

  func count(of node: Int) -> Int { nodes[node].count }

  /// Where a slot is, for the messages of errors.
  func path(of slot: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var slot = slot
    while slots[slot].parent >= 0 {
      let node = nodes[Int(slots[slot].parent)]
      if case .list = slots[Int(node.slot)].content {
        var index = 0
        var before = node.first
        while Int(before) != slot {
          index += 1
          before = slots[Int(before)].next
        }
        path.append(CanonicalKey(index: index))
      } else {
        let key = laid[Int(slots[slot].keyStart)..<Int(slots[slot].keyEnd)]
        path.append(CanonicalKey(stringValue: String(decoding: key, as: UTF8.self)))
      }
      slot = Int(node.slot)
    }
    return path.reversed()
  }

  func path(ofNode node: Int) -> [any CodingKey] { path(of: Int(nodes[node].slot)) }

  // MARK: Putting in order

  private func write(_ slot: Int, to text: inout [UInt8], order: inout [Int32]) {
    switch slots[slot].content {
    case .scalar(let start, let end): text.append(contentsOf: laid[Int(start)..<Int(end)])
    case .object(let node): write(object: Int(node), to: &text, order: &order)
    case .list(let node):
      text.append(0x5b)
      var element = nodes[Int(node)].first
      while element >= 0 {
        write(Int(element), to: &text, order: &order)
        element = slots[Int(element)].next
        if element >= 0 { text.append(0x2c) }
      }
      text.append(0x5d)
    // A value that wrote nothing within another is an empty object.
    case .nothing: text.append(contentsOf: [0x7b, 0x7d])
    }
  }

  private func write(object node: Int, to text: inout [UInt8], order: inout [Int32]) {
    let base = order.count
    var member = nodes[node].first
    while member >= 0 {
      order.append(member)
      member = slots[Int(member)].next
    }
    sort(&order, from: base)
    text.append(0x7b)
    var isFirst = true
    for index in base..<order.count {
      let slot = Int(order[index])
      // Of two with one key the later holds.
      if index + 1 < order.count, compare(slot, Int(order[index + 1])) == 0 { continue }
      if !isFirst { text.append(0x2c) }
      isFirst = false
      text.append(0x22)
      CanonicalText.writeEscaped(laid, from: Int(slots[slot].keyStart), to: Int(slots[slot].keyEnd), into: &text)
      text.append(contentsOf: [0x22, 0x3a])
      write(slot, to: &text, order: &order)
    }
    text.append(0x7d)
    order.removeLast(order.count - base)
  }

  /// Sorts by the bytes of the keys; equal keys keep their order. Most objects are small and nearly in order.
  private func sort(_ order: inout [Int32], from base: Int) {
    guard order.count - base <= 32 else {
      let sorted = order[base...].sorted {
        let comparison = compare(Int($0), Int($1))
        return comparison == 0 ? $0 < $1 : comparison < 0
      }
      order.replaceSubrange(base..., with: sorted)
      return
    }
    for index in (base + 1)..<max(base + 1, order.count) {
      let slot = order[index]
      var place = index
      while place > base, compare(Int(order[place - 1]), Int(slot)) > 0 {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = slot
    }
  }

  /// Below, at or above zero as the key of `one` comes before, is, or comes after that of `other`.
  private func compare(_ one: Int, _ other: Int) -> Int {
    laid.withUnsafeBufferPointer { bytes in
      let (first, second) = (Int(slots[one].keyStart), Int(slots[other].keyStart))
      let (length, otherLength) = (Int(slots[one].keyEnd) - first, Int(slots[other].keyEnd) - second)
      for offset in 0..<min(length, otherLength) where bytes[first + offset] != bytes[second + offset] {
        return bytes[first + offset] < bytes[second + offset] ? -1 : 1
      }
      return length - otherLength
    }
  }
}

/// A key or a place in a list, as paths in errors name it.
struct CanonicalKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
  init(intValue: Int) { self.init(index: intValue) }
  init(index: Int) { (stringValue, intValue) = ("Index \(index)", index) }
}

/// One place of a value that is being written.
struct CanonicalPlace: Encoder, SingleValueEncodingContainer {
  fileprivate let writer: CanonicalWriter
  fileprivate let slot: Int

  init(writer: CanonicalWriter, slot: Int) { (self.writer, self.slot) = (writer, slot) }

  var codingPath: [any CodingKey] { writer.path(of: slot) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(CanonicalMembers<Key>(writer: writer, node: writer.object(in: slot)))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    CanonicalElements(writer: writer, node: writer.list(in: slot))
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { writer.write(literal: "null", in: slot) }
  func encode(_ value: Bool) { writer.write(literal: value ? "true" : "false", in: slot) }
  func encode(_ value: String) { writer.write(value, in: slot) }
  func encode(_ value: Int) { writer.write(value, in: slot) }
  func encode(_ value: Int8) { writer.write(value, in: slot) }
  func encode(_ value: Int16) { writer.write(value, in: slot) }
  func encode(_ value: Int32) { writer.write(value, in: slot) }
  func encode(_ value: Int64) { writer.write(value, in: slot) }
  func encode(_ value: UInt) { writer.write(value, in: slot) }
  func encode(_ value: UInt8) { writer.write(value, in: slot) }
  func encode(_ value: UInt16) { writer.write(value, in: slot) }
  func encode(_ value: UInt32) { writer.write(value, in: slot) }
  func encode(_ value: UInt64) { writer.write(value, in: slot) }
  func encode(_ value: Double) throws { throw refusal(value) }
  func encode(_ value: Float) throws { throw refusal(value) }
  func encode<T: Encodable>(_ value: T) throws { try writer.write(value: value, in: slot) }

  private func refusal(_ value: Any) -> EncodingError {
    .invalidValue(
      value,
      .init(codingPath: codingPath, debugDescription: "A record holds no floating-point numbers; use a whole number."))
  }
}

/// The members of an object that is being written.
private struct CanonicalMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: CanonicalWriter
  let node: Int

  var codingPath: [any CodingKey] { writer.path(ofNode: node) }

  private func place(_ key: Key) -> CanonicalPlace {
    CanonicalPlace(writer: writer, slot: writer.slot(key.stringValue, in: node))
  }

  func encodeNil(forKey key: Key) { place(key).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: String, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: Int, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: Int8, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: Int16, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: Int32, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: Int64, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: UInt, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: UInt8, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: UInt16, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: UInt32, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: UInt64, forKey key: Key) { place(key).encode(value) }
  func encode(_ value: Double, forKey key: Key) throws { try place(key).encode(value) }
  func encode(_ value: Float, forKey key: Key) throws { try place(key).encode(value) }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try writer.write(value: value, in: writer.slot(key.stringValue, in: node))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    CanonicalPlace(writer: writer, slot: writer.sameSlot(key.stringValue, in: node)).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    CanonicalPlace(writer: writer, slot: writer.sameSlot(key.stringValue, in: node)).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { CanonicalPlace(writer: writer, slot: writer.slot("super", in: node)) }
  func superEncoder(forKey key: Key) -> any Encoder { place(key) }
}

/// The elements of a list that is being written.
private struct CanonicalElements: UnkeyedEncodingContainer {
  let writer: CanonicalWriter
  let node: Int

  var codingPath: [any CodingKey] { writer.path(ofNode: node) }
  var count: Int { writer.count(of: node) }

  private var place: CanonicalPlace { CanonicalPlace(writer: writer, slot: writer.slot(nil, in: node)) }

  func encodeNil() { place.encodeNil() }
  func encode(_ value: Bool) { place.encode(value) }
  func encode(_ value: String) { place.encode(value) }
  func encode(_ value: Int) { place.encode(value) }
  func encode(_ value: Int8) { place.encode(value) }
  func encode(_ value: Int16) { place.encode(value) }
  func encode(_ value: Int32) { place.encode(value) }
  func encode(_ value: Int64) { place.encode(value) }
  func encode(_ value: UInt) { place.encode(value) }
  func encode(_ value: UInt8) { place.encode(value) }
  func encode(_ value: UInt16) { place.encode(value) }
  func encode(_ value: UInt32) { place.encode(value) }
  func encode(_ value: UInt64) { place.encode(value) }
  func encode(_ value: Double) throws { try place.encode(value) }
  func encode(_ value: Float) throws { try place.encode(value) }
  func encode<T: Encodable>(_ value: T) throws { try writer.write(value: value, in: writer.slot(nil, in: node)) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    place.container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { place.unkeyedContainer() }
  func superEncoder() -> any Encoder { place }
}
