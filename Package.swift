// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in every target of the house.
let house: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]

/// Every target in row order: a row imports only the rows below it (docs/decisions/0001).
let package = Package(
  name: "interlocal",
  defaultLocalization: "en",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "interlocal", targets: ["interlocal"]),
    .library(name: "Mathematics", targets: ["Mathematics"]),
    .library(name: "RegionalCases", targets: ["RegionalCases"]),
    .library(name: "CollectiveAction", targets: ["CollectiveAction"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Sharing", targets: ["Sharing"]),
    .library(name: "Negotiations", targets: ["Negotiations"]),
    .library(name: "Evidence", targets: ["Evidence"]),
    .library(name: "Mechanisms", targets: ["Mechanisms"]),
    .library(name: "Registry", targets: ["Registry"]),
    .library(name: "Dynamics", targets: ["Dynamics"]),
    .library(name: "Studies", targets: ["Studies"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Portal", targets: ["Portal"]),
  ],
  traits: [.trait(name: "Postgres", description: "Records in PostgreSQL, through libpq.")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLAPACKE", pkgConfig: "lapacke",
      providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    .systemLibrary(
      name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),

    // Row 0: computing that knows no region.
    .target(
      name: "Mathematics", dependencies: ["CLAPACKE", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: house),
    .testTarget(
      name: "MathematicsTests", dependencies: ["Mathematics"], exclude: ["Oracle"], swiftSettings: house),

    // Row 0: the vocabulary and the case file, read and found valid.
    .target(
      name: "RegionalCases", dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: house),
    .testTarget(
      name: "RegionalCasesTests", dependencies: ["RegionalCases"], exclude: ["Faulty", "Sound"], swiftSettings: house),

    // Row 1: games; graphs of actors.
    .target(
      name: "CollectiveAction", dependencies: ["Mathematics"],
      swiftSettings: house),
    .testTarget(
      name: "CollectiveActionTests", dependencies: ["CollectiveAction", "Mathematics"], swiftSettings: house),
    .target(
      name: "Networks", dependencies: ["Mathematics"],
      swiftSettings: house),
    .testTarget(name: "NetworksTests", dependencies: ["Networks"], swiftSettings: house),

    // Row 2: who pays or gets what of a joint cost or gain.
    .target(
      name: "Sharing", dependencies: ["CollectiveAction", "Mathematics"],
      swiftSettings: house),
    .testTarget(
      name: "SharingTests", dependencies: ["CollectiveAction", "Mathematics", "Sharing"], exclude: ["Oracle"],
      swiftSettings: house),

    // Row 2: how parties reach, or fail to reach, a settlement.
    .target(
      name: "Negotiations", dependencies: ["Mathematics"],
      swiftSettings: house),
    .testTarget(
      name: "NegotiationsTests", dependencies: ["Mathematics", "Negotiations"], exclude: ["Oracle"],
      swiftSettings: house),

    // Row 2: what observed numbers let us claim.
    .target(
      name: "Evidence", dependencies: ["Mathematics"],
      swiftSettings: house),
    .testTarget(name: "EvidenceTests", dependencies: ["Evidence"], swiftSettings: house),

    // Row 3: changes of the rules, and what they would do.
    .target(
      name: "Mechanisms", dependencies: ["CollectiveAction", "Mathematics", "Networks"],
      swiftSettings: house),
    .testTarget(
      name: "MechanismsTests", dependencies: ["CollectiveAction", "Mathematics", "Mechanisms", "Networks"],
      swiftSettings: house),

    // Row 3: what was promised and done, kept so that nobody can rewrite it.
    .target(
      name: "Registry",
      dependencies: [
        .target(name: "CPostgres", condition: .when(traits: ["Postgres"])),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    // A disk that loses its power or fails at a call, for tests.
    .target(name: "CrashStorage", path: "Tests/CrashStorage", linkerSettings: [.linkedLibrary("sqlite3")]),
    // Writes into a record until a test kills it.
    .executableTarget(
      name: "HammerRecord", dependencies: ["Registry"], path: "Tests/HammerRecord", swiftSettings: house),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "CrashStorage", "Registry", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),

    // Row 4: whether cooperation lasts when it is played again and again.
    .target(
      name: "Dynamics",
      swiftSettings: house),
    .testTarget(name: "DynamicsTests", dependencies: ["Dynamics", "Mathematics"], swiftSettings: house),

    // Row 5: a case formulated as mathematics, the runs that answer it, the findings with their provenance.
    .target(
      name: "Studies",
      dependencies: [
        "CollectiveAction", "Mathematics", "Mechanisms", "Negotiations", "Networks", "RegionalCases", "Sharing",
      ],
      swiftSettings: house),
    .testTarget(
      name: "StudiesTests",
      dependencies: [
        "CollectiveAction", "Mathematics", "Mechanisms", "Negotiations", "Networks", "RegionalCases", "Sharing",
        "Studies",
      ],
      swiftSettings: house),

    // Row 6: findings in words, tables and charts.
    .target(
      name: "Reporting", dependencies: ["Mechanisms", "Registry", "Studies"],
      swiftSettings: house),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "CollectiveAction", "Mechanisms", "RegionalCases", "Registry", "Reporting", "Sharing", "Studies",
      ],
      swiftSettings: house),

    // Row 7: pages and forms through which parties read, decide, sign and follow up.
    .target(
      name: "Portal",
      dependencies: [
        "CollectiveAction", "Negotiations", "RegionalCases", "Registry", "Reporting", "Sharing", "Studies",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "PortalTests",
      dependencies: [
        "CollectiveAction", "Negotiations", "Portal", "RegionalCases", "Registry", "Reporting", "Sharing", "Studies",
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: house),

    // Row 8: the command.
    .executableTarget(
      name: "interlocal",
      dependencies: [
        "Negotiations", "Portal", "Registry", "Reporting", "RegionalCases", "Sharing", "Studies",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    .testTarget(name: "InterlocalTests", dependencies: ["interlocal", "Registry"], swiftSettings: house),

    // The plan of the house, held against every file.
    .testTarget(name: "HouseTests", swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
