import Registry
import Testing

/// The eight leaves, their hashes and their roots as the reference implementation of Certificate Transparency prints
/// them: transparency-dev/merkle, testonly/constants.go (2019), and the test vectors of google/certificate-transparency,
/// merkletree/merkle_tree_test.cc (2012).
enum PublishedTree {
  static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57), Array(0x60...0x6f),
  ]
  static let leafHashes = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
    "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
    "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
    "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
  ]
  static let pairHashes = [
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
  ]
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]
  static let halfHashes = [
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  ]

  static var tree: MerkleTree { MerkleTree(leafHashes: leaves.map(MerkleTree.leafHash)) }
}

/// The definitions of RFC 6962, §2.1, word for word: slow, and nothing of what is tested.
enum DefinedTree {
  static func root(_ leaves: ArraySlice<LogHash>) -> LogHash {
    guard let first = leaves.first else { return LogHash(sha256: []) }
    guard leaves.count > 1 else { return first }
    let middle = leaves.startIndex + split(leaves.count)
    return LogHash(sha256: [1] + root(leaves[..<middle]).bytes + root(leaves[middle...]).bytes)
  }

  static func path(_ index: Int, _ leaves: ArraySlice<LogHash>) -> [LogHash] {
    guard leaves.count > 1 else { return [] }
    let half = split(leaves.count)
    let middle = leaves.startIndex + half
    return index < half
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index - half, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func proof(_ size: Int, _ leaves: ArraySlice<LogHash>, isWhole: Bool = true) -> [LogHash] {
    guard size < leaves.count else { return isWhole ? [] : [root(leaves)] }
    let half = split(leaves.count)
    let middle = leaves.startIndex + half
    return size <= half
      ? proof(size, leaves[..<middle], isWhole: isWhole) + [root(leaves[middle...])]
      : proof(size - half, leaves[middle...], isWhole: false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var half = 1
    while 2 * half < count { half *= 2 }
    return half
  }
}

@Suite struct MerkleTreeTests {
  @Test("hashes the eight published leaves as printed", arguments: 0..<8)
  func leafHashes(leaf: Int) {
    #expect(MerkleTree.leafHash(PublishedTree.leaves[leaf]).hex == PublishedTree.leafHashes[leaf])
  }

  @Test("has the published roots at every size", arguments: 0...8)
  func roots(size: Int) throws {
    #expect(try PublishedTree.tree.root(ofSize: size).hex == PublishedTree.roots[size])
    #expect(
      MerkleTree(leafHashes: PublishedTree.leaves.prefix(size).map(MerkleTree.leafHash)).root.hex
        == PublishedTree.roots[size])
  }

  @Test("has the published hashes inside")
  func inside() throws {
    let tree = PublishedTree.tree
    #expect(try (0..<4).map { try tree.hash(level: 1, index: $0).hex } == PublishedTree.pairHashes)
    #expect(try (0..<2).map { try tree.hash(level: 2, index: $0).hex } == PublishedTree.halfHashes)
    #expect(try tree.hash(level: 3, index: 0).hex == PublishedTree.roots[8])
  }

  @Test("is the tree of three acts and a fourth that the chapter works out by hand")
  func chapter() throws {
    let leaves = ["filed", "signed", "kept", "renewed"].map { MerkleTree.leafHash(Array($0.utf8)) }
    let tree = MerkleTree(leafHashes: leaves)
    func start(_ hash: LogHash) -> String { String(hash.hex.prefix(8)) }
    #expect(leaves.map(start) == ["15b121d4", "4fef353c", "618f0245", "80cf8eef"])
    #expect(try start(tree.hash(level: 1, index: 0)) == "969d6bf6")
    #expect(try start(tree.hash(level: 1, index: 1)) == "40d2e9dd")
    #expect(try start(tree.root(ofSize: 3)) == "9b45c0b3")
    #expect(start(tree.root) == "d33e43be")
    #expect(try tree.inclusionProof(of: 1, inSize: 3).hashes.map(start) == ["15b121d4", "618f0245"])
    #expect(
      try tree.consistencyProof(from: 3, to: 4).hashes.map(start) == ["618f0245", "80cf8eef", "969d6bf6"])
  }

  @Test("refuses a subtree that is not complete")
  func incomplete() {
    let tree = MerkleTree(leafHashes: PublishedTree.leaves.prefix(7).map(MerkleTree.leafHash))
    #expect(throws: LogFault(.beyondTree(index: 1, size: 7), at: "subtree of level 2")) {
      try tree.hash(level: 2, index: 1)
    }
    #expect(throws: LogFault.self) { try tree.hash(level: -1, index: 0) }
    #expect(throws: LogFault.self) { try tree.hash(level: 9, index: 0) }
  }

  @Test("has the root that the recursive definition gives, at every size up to 300")
  func definition() throws {
    let hashes = (0..<300).map { MerkleTree.leafHash(Array("leaf \($0)".utf8)) }
    var tree = MerkleTree()
    var frontier = TreeFrontier()
    for size in 0...300 {
      // Doubling the work at each size is not needed to compare all small trees and a sample of the larger.
      if size < 70 || size.isMultiple(of: 23) || (254...258).contains(size) {
        let defined = DefinedTree.root(hashes[..<size])
        #expect(tree.root == defined && frontier.root == defined, "\(size)")
        #expect(try MerkleTree(leafHashes: hashes).root(ofSize: size) == defined, "\(size)")
      }
      if size < 300 {
        tree.append(leafHash: hashes[size])
        frontier.append(leafHash: hashes[size])
      }
    }
  }
}

@Suite struct TreeFrontierTests {
  @Test("is the published compact tree at every size", arguments: 0...8)
  func published(size: Int) {
    var frontier = TreeFrontier()
    for leaf in PublishedTree.leaves.prefix(size) { frontier.append(leafHash: MerkleTree.leafHash(leaf)) }
    let (leaf, pair, half) = (PublishedTree.leafHashes, PublishedTree.pairHashes, PublishedTree.halfHashes)
    // transparency-dev/merkle, testonly/constants.go, CompactTrees.
    let printed = [
      [], [leaf[0]], [pair[0]], [pair[0], leaf[2]], [half[0]], [half[0], leaf[4]], [half[0], pair[2]],
      [half[0], pair[2], leaf[6]], [PublishedTree.roots[8]],
    ]
    #expect(frontier.hashes.map(\.hex) == printed[size])
    #expect(frontier.root.hex == PublishedTree.roots[size])
  }

  @Test("comes back from its bytes, and grows on as if it had never left", arguments: UInt64(0)..<40)
  func bytes(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let size = Int.random(in: 0...1000, using: &chance)
    var frontier = TreeFrontier()
    for leaf in 0..<size { frontier.append(leafHash: MerkleTree.leafHash([UInt8(leaf & 255), UInt8(leaf >> 8)])) }
    var again = try TreeFrontier(bytes: frontier.bytes)
    #expect(again == frontier)
    #expect(frontier.bytes.count == 8 + 32 * size.nonzeroBitCount)
    let leaf = MerkleTree.leafHash(chance.bytes(upTo: 40))
    again.append(leafHash: leaf)
    frontier.append(leafHash: leaf)
    #expect(again.root == frontier.root)
  }

  @Test("takes whole subtrees for their leaves", arguments: UInt64(0)..<40)
  func subtrees(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let size = Int.random(in: 1...600, using: &chance)
    let tree = MerkleTree(leafHashes: (0..<size).map { MerkleTree.leafHash(Array("\(seed) \($0)".utf8)) })
    var frontier = TreeFrontier()
    while frontier.size < size {
      let room = size - frontier.size
      let largest = min(frontier.size == 0 ? 62 : frontier.size.trailingZeroBitCount, 62 - room.leadingZeroBitCount + 1)
      let level = Int.random(in: 0...largest, using: &chance)
      frontier.append(subtree: try tree.hash(level: level, index: frontier.size >> level), level: level)
    }
    #expect(frontier.root == tree.root)
  }

  @Test("refuses bytes that are no frontier")
  func refusals() throws {
    #expect(throws: LogFault(.wrongLength(found: 7, needed: 8), at: "frontier")) {
      try TreeFrontier(bytes: [0, 0, 0, 0, 0, 0, 0])
    }
    #expect(throws: LogFault(.wrongLength(found: 8, needed: 72), at: "frontier")) {
      try TreeFrontier(bytes: [0, 0, 0, 0, 0, 0, 0, 3])
    }
    #expect(throws: LogFault.self) { try TreeFrontier(bytes: [UInt8](repeating: 0xff, count: 8)) }
    #expect(throws: LogFault.self) { try TreeFrontier(size: -1, hashes: []) }
    #expect(throws: LogFault(.wrongLength(found: 0, needed: 32), at: "hashes of a frontier of size 4")) {
      try TreeFrontier(size: 4, hashes: [])
    }
  }
}
