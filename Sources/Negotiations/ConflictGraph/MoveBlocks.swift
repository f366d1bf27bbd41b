/// The moves of decision makers that choose options, without a list of them.
///
/// A block of a decision maker holds the states that differ only in its reversible options: it moves freely inside.
/// From a block it also moves to those that differ in options that bind, the way these allow. So its moves are
/// transitive: what it can do in several moves it can do in one. Blocks of all decision makers are numbered through.
struct MoveBlocks: Sendable {
  let stateCount: Int
  let makerCount: Int
  /// The block of decision maker h that holds state s, at h · states + s.
  private(set) var blockOf: [UInt32] = []
  /// Where the members of each block begin; one more entry than blocks.
  private(set) var start: [UInt32] = [0]
  /// The states of all blocks, each block's ascending.
  private(set) var members: [UInt32] = []
  /// Whether each decision maker can undo everything it does.
  private(set) var isReversible: [Bool] = []
  /// The blocks a move leads to from each block, itself the first; of decision makers that can undo all, itself alone.
  private(set) var successors = Rows()
  /// The blocks from which a move leads to each block, itself the first.
  private(set) var predecessors = Rows()

  /// Lists of numbers, one after the other.
  struct Rows: Sendable {
    var start: [UInt32] = [0]
    var items: [UInt32] = []

    subscript(row: Int) -> ArraySlice<UInt32> { items[Int(start[row])..<Int(start[row + 1])] }

    mutating func append(_ row: some Sequence<UInt32>) {
      items.append(contentsOf: row)
      start.append(UInt32(items.count))
    }
  }

  var blockCount: Int { start.count - 1 }

  /// The number of moves of all decision makers.
  var moveCount: Int {
    func size(_ block: Int) -> Int { Int(start[block + 1] - start[block]) }
    return (0..<blockCount).reduce(0) { count, block in
      count + size(block) * (successors[block].reduce(0) { $0 + size(Int($1)) } - 1)
    }
  }

  init(_ form: OptionForm) {
    stateCount = form.codes.count
    makerCount = form.decisionMakers.count
    for maker in 0..<makerCount { append(form, maker) }
  }

  private mutating func append(_ form: OptionForm, _ maker: Int) {
    let bits = form.bits(of: maker)
    let binding = bits.taken | bits.dropped
    let free = bits.all & ~binding
    let first = UInt32(blockCount)
    let (indices, count) = Self.groups(form.codes, by: Self.everyOption(form) & ~free)
    var ends = [UInt32](repeating: 0, count: count)
    for index in indices { ends[Int(index)] += 1 }
    var next: [UInt32] = []
    next.reserveCapacity(count)
    var total = UInt32(members.count)
    for size in ends {
      next.append(total)
      total += size
      start.append(total)
    }
    members.append(contentsOf: repeatElement(0, count: stateCount))
    blockOf.reserveCapacity(stateCount * makerCount)
    for (state, index) in indices.enumerated() {
      members[Int(next[Int(index)])] = UInt32(state)
      next[Int(index)] += 1
      blockOf.append(first + index)
    }
    isReversible.append(binding == 0)
    appendRows(form, bits, first: first)
  }

  private mutating func appendRows(
    _ form: OptionForm, _ bits: (all: UInt64, taken: UInt64, dropped: UInt64), first: UInt32
  ) {
    let blocks = first..<UInt32(blockCount)
    guard bits.taken | bits.dropped != 0 else {
      for block in blocks {
        successors.append(CollectionOfOne(block))
        predecessors.append(CollectionOfOne(block))
      }
      return
    }
    let codes = blocks.map { form.codes[Int(members[Int(start[Int($0)])])] }
    let (slices, count) = Self.groups(codes, by: Self.everyOption(form) & ~bits.all)
    var inSlice = [[UInt32]](repeating: [], count: count)
    for (index, slice) in slices.enumerated() { inSlice[Int(slice)].append(UInt32(index)) }
    func leads(_ from: UInt32, _ to: UInt32) -> Bool {
      let (from, to) = (codes[Int(from)], codes[Int(to)])
      return from & bits.taken & ~to == 0 && to & bits.dropped & ~from == 0
    }
    for index in 0..<UInt32(codes.count) {
      let others = inSlice[Int(slices[Int(index)])].filter { $0 != index }
      successors.append([first + index] + others.filter { leads(index, $0) }.map { first + $0 })
      predecessors.append([first + index] + others.filter { leads($0, index) }.map { first + $0 })
    }
  }

  private static func everyOption(_ form: OptionForm) -> UInt64 { (1 << UInt64(form.optionCount)) - 1 }

  /// Puts the codes that agree in the bits of `mask` into one group; groups are numbered by ascending value of these
  /// bits.
  private static func groups(_ codes: [UInt64], by mask: UInt64) -> (indices: [UInt32], count: Int) {
    // The bits of the mask are moved together, one run at a time, so that few options make small keys.
    var runs: [(mask: UInt64, shift: UInt64)] = []
    var rest = mask
    var width: UInt64 = 0
    while rest != 0 {
      let low = UInt64(rest.trailingZeroBitCount)
      let length = UInt64((~(rest >> low)).trailingZeroBitCount)
      let run = ((UInt64(1) << length) - 1) << low
      runs.append((run, low - width))
      width += length
      rest &= ~run
    }
    let keys = codes.map { code in runs.reduce(0) { $0 | (code & $1.mask) >> $1.shift } }
    if width < 40, 1 << width <= 8 * codes.count + 64 {
      var index = [UInt32](repeating: 0, count: 1 << width)
      for key in keys { index[Int(key)] = 1 }
      var count: UInt32 = 0
      for key in index.indices where index[key] == 1 {
        index[key] = count
        count += 1
      }
      return (keys.map { index[Int($0)] }, Int(count))
    }
    var index: [UInt64: UInt32] = [:]
    for key in Set(keys).sorted() { index[key] = UInt32(index.count) }
    return (keys.map { index[$0, default: 0] }, index.count)
  }

  /// The states decision maker `maker` can move to from `state`, ascending.
  func moves(of maker: Int, from state: Int) -> [Int] {
    var states: [Int] = []
    for block in successors[Int(blockOf[maker * stateCount + state])] {
      for member in members[Int(start[Int(block)])..<Int(start[Int(block) + 1])] where member != state {
        states.append(Int(member))
      }
    }
    return states.sorted()
  }
}
