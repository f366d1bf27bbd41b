import Registry
import Testing

@Suite struct TreeProofTests {
  /// transparency-dev/merkle, testonly/reference_test.go (2022), TestRefInclusionProof.
  static let inclusion: [(index: Int, size: Int, proof: [String])] = [
    (0, 1, []),
    (0, 2, [PublishedTree.leafHashes[1]]),
    (1, 2, [PublishedTree.leafHashes[0]]),
    (2, 3, [PublishedTree.pairHashes[0]]),
    (1, 5, [PublishedTree.leafHashes[0], PublishedTree.pairHashes[1], PublishedTree.leafHashes[4]]),
    (0, 8, [PublishedTree.leafHashes[1], PublishedTree.pairHashes[1], PublishedTree.halfHashes[1]]),
    (5, 8, [PublishedTree.leafHashes[4], PublishedTree.pairHashes[3], PublishedTree.halfHashes[0]]),
  ]

  /// transparency-dev/merkle, testonly/reference_test.go (2022), TestRefConsistencyProof.
  static let consistency: [(old: Int, new: Int, proof: [String])] = [
    (1, 1, []),
    (1, 8, [PublishedTree.leafHashes[1], PublishedTree.pairHashes[1], PublishedTree.halfHashes[1]]),
    (2, 5, [PublishedTree.pairHashes[1], PublishedTree.leafHashes[4]]),
    (6, 8, [PublishedTree.pairHashes[2], PublishedTree.pairHashes[3], PublishedTree.halfHashes[0]]),
  ]

  @Test("makes and accepts the published inclusion proofs", arguments: 0..<7)
  func publishedInclusion(row: Int) throws {
    let (index, size, printed) = Self.inclusion[row]
    let proof = try PublishedTree.tree.inclusionProof(of: index, inSize: size)
    #expect(proof.hashes.map(\.hex) == printed)
    try proof.verify(
      leafHash: LogHash(hex: PublishedTree.leafHashes[index]), root: LogHash(hex: PublishedTree.roots[size]))
  }

  @Test("makes and accepts the published consistency proofs", arguments: 0..<4)
  func publishedConsistency(row: Int) throws {
    let (old, new, printed) = Self.consistency[row]
    let proof = try PublishedTree.tree.consistencyProof(from: old, to: new)
    #expect(proof.hashes.map(\.hex) == printed)
    try proof.verify(oldRoot: LogHash(hex: PublishedTree.roots[old]), newRoot: LogHash(hex: PublishedTree.roots[new]))
  }

  @Test("makes the proofs of the recursive definition, for every leaf and every two sizes up to 33")
  func definition() throws {
    let hashes = (0..<33).map { MerkleTree.leafHash([UInt8($0)]) }
    let tree = MerkleTree(leafHashes: hashes)
    let roots = (0...33).map { DefinedTree.root(hashes[..<$0]) }
    for size in 1...33 {
      for index in 0..<size {
        let proof = try tree.inclusionProof(of: index, inSize: size)
        #expect(proof.hashes == DefinedTree.path(index, hashes[..<size]), "\(index) of \(size)")
        #expect(try proof.impliedRoot(leafHash: hashes[index]) == roots[size], "\(index) of \(size)")
      }
      for old in 0...size {
        let proof = try tree.consistencyProof(from: old, to: size)
        #expect(proof.hashes == (old == 0 ? [] : DefinedTree.proof(old, hashes[..<size])), "\(old) to \(size)")
        #expect(throws: Never.self) { try proof.verify(oldRoot: roots[old], newRoot: roots[size]) }
      }
    }
  }

  @Test("accepts no inclusion proof that was changed anywhere", arguments: UInt64(0)..<100)
  func changedInclusion(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let size = Int.random(in: 2...200, using: &chance)
    let hashes = (0..<size).map { MerkleTree.leafHash(Array("\(seed) \($0)".utf8)) }
    let tree = MerkleTree(leafHashes: hashes)
    let index = Int.random(in: 0..<size, using: &chance)
    let proof = try tree.inclusionProof(of: index, inSize: size)
    try proof.verify(leafHash: hashes[index], root: tree.root)

    var changed: [(InclusionProof, LogHash)] = []
    for position in proof.hashes.indices {
      var hashes = proof.hashes
      hashes[position] = LogHash(sha256: hashes[position].bytes)
      changed.append((InclusionProof(index: index, size: size, hashes: hashes), tree.root))
    }
    changed.append((InclusionProof(index: index, size: size, hashes: proof.hashes.dropLast()), tree.root))
    changed.append((InclusionProof(index: index, size: size, hashes: proof.hashes + [tree.root]), tree.root))
    changed.append((InclusionProof(index: index, size: size, hashes: [tree.root] + proof.hashes), tree.root))
    changed.append((InclusionProof(index: (index + 1) % size, size: size, hashes: proof.hashes), tree.root))
    changed.append((InclusionProof(index: index, size: index, hashes: proof.hashes), tree.root))
    changed.append((InclusionProof(index: -1, size: size, hashes: proof.hashes), tree.root))
    changed.append((proof, LogHash(sha256: tree.root.bytes)))
    for (proof, root) in changed {
      #expect(throws: LogFault.self) { try proof.verify(leafHash: hashes[index], root: root) }
    }
    #expect(throws: LogFault.self) { try proof.verify(leafHash: hashes[(index + 1) % size], root: tree.root) }
  }

  @Test("accepts no consistency proof that was changed, nor one to a rewritten tree", arguments: UInt64(0)..<100)
  func changedConsistency(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let new = Int.random(in: 3...200, using: &chance)
    let old = Int.random(in: 1..<new, using: &chance)
    var hashes = (0..<new).map { MerkleTree.leafHash(Array("\(seed) \($0)".utf8)) }
    let tree = MerkleTree(leafHashes: hashes)
    let oldRoot = try tree.root(ofSize: old)
    let proof = try tree.consistencyProof(from: old, to: new)
    try proof.verify(oldRoot: oldRoot, newRoot: tree.root)

    for position in proof.hashes.indices {
      var hashes = proof.hashes
      hashes[position] = LogHash(sha256: hashes[position].bytes)
      let changed = ConsistencyProof(oldSize: old, newSize: new, hashes: hashes)
      #expect(throws: LogFault(.forked(oldSize: old, newSize: new), at: "consistency proof")) {
        try changed.verify(oldRoot: oldRoot, newRoot: tree.root)
      }
    }
    let wrongLengths = [Array(proof.hashes.dropLast()), proof.hashes + [oldRoot]]
    for hashes in wrongLengths where hashes.count != proof.hashes.count {
      #expect(throws: LogFault.self) {
        try ConsistencyProof(oldSize: old, newSize: new, hashes: hashes).verify(oldRoot: oldRoot, newRoot: tree.root)
      }
    }
    hashes[Int.random(in: 0..<old, using: &chance)] = MerkleTree.leafHash([0])
    let rewritten = MerkleTree(leafHashes: hashes)
    let forged = try rewritten.consistencyProof(from: old, to: new)
    #expect(throws: LogFault(.forked(oldSize: old, newSize: new), at: "consistency proof")) {
      try forged.verify(oldRoot: oldRoot, newRoot: rewritten.root)
    }
  }

  @Test("refuses sizes that make no sense, in words")
  func refusals() throws {
    let tree = PublishedTree.tree
    let root = try LogHash(hex: PublishedTree.roots[8])
    #expect(throws: LogFault(.beyondTree(index: 8, size: 8), at: "inclusion proof")) {
      try tree.inclusionProof(of: 8, inSize: 8)
    }
    #expect(throws: LogFault.self) { try tree.inclusionProof(of: 3, inSize: 9) }
    #expect(throws: LogFault(.beyondTree(index: 9, size: 8), at: "consistency proof")) {
      try tree.consistencyProof(from: 9, to: 8)
    }
    #expect(throws: LogFault.self) { try tree.consistencyProof(from: 3, to: 9) }
    let fault = #expect(throws: LogFault.self) {
      try InclusionProof(index: 2, size: 8, hashes: [root]).verify(leafHash: root, root: root)
    }
    #expect(
      fault?.description
        == "inclusion proof: error: has 1 hashes where 3 are needed; ask the log for the proof again")
    // Transparency-dev/merkle refuses an empty old tree; here it is the tree that everything continues.
    try ConsistencyProof(oldSize: 0, newSize: 8, hashes: []).verify(oldRoot: MerkleTree.emptyRoot, newRoot: root)
    #expect(throws: LogFault(.wrongRoot(stated: root, computed: MerkleTree.emptyRoot), at: "consistency proof")) {
      try ConsistencyProof(oldSize: 0, newSize: 8, hashes: []).verify(oldRoot: root, newRoot: root)
    }
    #expect(throws: LogFault.self) {
      try ConsistencyProof(oldSize: 8, newSize: 8, hashes: [])
        .verify(oldRoot: root, newRoot: LogHash(hex: PublishedTree.roots[7]))
    }
  }
}
