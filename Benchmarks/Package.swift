// swift-tools-version: 6.2
import PackageDescription

/// What Benchmarks/README.md reports, measured. A package of its own, so that the library carries none of it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "interlocal", path: ".."),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .executableTarget(
      name: "bare-server",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        .product(name: "CollectiveAction", package: "interlocal"),
        .product(name: "Mathematics", package: "interlocal"),
        .product(name: "Mechanisms", package: "interlocal"),
        .product(name: "Negotiations", package: "interlocal"),
        .product(name: "RegionalCases", package: "interlocal"),
        .product(name: "Sharing", package: "interlocal"),
        .product(name: "Studies", package: "interlocal"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]),
    .executableTarget(
      name: "record",
      dependencies: [
        .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "Registry", package: "interlocal"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]),
  ],
  swiftLanguageModes: [.v6]
)
