// swift-tools-version: 6.2
import PackageDescription

/// What Benchmarks/README.md reports, measured. A package of its own, so that the library carries none of it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "interlocal", path: ".."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
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
