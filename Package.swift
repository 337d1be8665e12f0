// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, from the inside out. Data flows one way: a room may use only the rooms named here.
// `docs/architecture.md` explains the walls; `.ci/check-imports` and the compiler hold them up.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Square roots and rounding are calls into libm in a debug build, and nothing else asks the linker for it: a program that
// used the core alone would not link.
let mathematics: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

// The released program holds the Swift runtime and Foundation, and is linked for a fixed address: of shared ones the
// dynamic loader looked up 27,000 symbols at every start, three quarters of the time of a short command (decision 47). The
// libraries are those that a static Foundation asks for. Tests and debug builds share the toolchain's libraries.
let released: BuildSettingCondition = .when(platforms: [.linux], configuration: .release)
let selfContained: [LinkerSetting] =
  [
    .unsafeFlags(
      ["-static-stdlib", "-use-ld=lld", "-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic"], released)
  ]
  + ["swiftSynchronization", "CoreFoundation", "_FoundationCShims", "_FoundationCollections", "_FoundationICU"].map {
    .linkedLibrary($0, released)
  }

func room(_ name: String, uses: [Target.Dependency] = [], settings: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict + settings, linkerSettings: mathematics)
}

// The lanes of a digest or checksum do the same side by side. Made into a vector, they wait for a product of vectors,
// which takes five times as long as a product of words (decision 65).
let wordByWord: [SwiftSetting] = [
  .unsafeFlags(["-Xllvm", "-vectorize-slp=false"], .when(configuration: .release))
]

func tests(
  _ name: String, of uses: [Target.Dependency], excluding files: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(name: name, dependencies: uses, exclude: files, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "BusyHourPackage",
  products: [
    .executable(name: "busyhour", targets: ["busyhour"]),
    .library(
      name: "BusyHourEngine",
      targets: [
        "ContactCenter", "Randomness", "EventLog", "Workforce", "Simulation", "KPIs", "Experiments", "ScenarioFiles",
      ]),
    // The core alone: `.ci/check-core-linkage` links it to prove that it needs no Foundation.
    .library(name: "BusyHourCore", targets: ["ContactCenter", "Randomness", "EventLog", "Simulation"]),
    .library(name: "BusyHourErlang", targets: ["Erlang"]),
    .library(name: "BusyHourStore", targets: ["ResultsStore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries: one room each.
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    // The core: no Foundation, no third-party library.
    room("ContactCenter"),
    room("Randomness"),
    room("Hashing"),
    room("Spelling"),
    room("EventLog", uses: ["ContactCenter"], settings: wordByWord),
    room("Simulation", uses: ["ContactCenter", "EventLog", "Randomness"]),

    // Mathematics.
    room("Numerics", uses: ["CGSL"]),
    room("Erlang", uses: ["Numerics"]),

    // Planning and scoring.
    room("Workforce", uses: ["ContactCenter", "Erlang"]),
    room("KPIs", uses: ["ContactCenter", "EventLog", "Numerics"]),
    room("Experiments", uses: ["ContactCenter", "EventLog", "KPIs", "Simulation"]),

    // The edges.
    room(
      "ScenarioFiles",
      uses: ["ContactCenter", "Hashing", "Randomness", "Spelling", .product(name: "Yams", package: "Yams")]),
    room("ResultsStore", uses: ["ContactCenter", "EventLog", "Hashing", "KPIs", "Spelling", "CSQLite"]),
    room("Reporting", uses: ["ContactCenter", "EventLog", "KPIs"]),
    .executableTarget(
      name: "busyhour",
      dependencies: [
        "ContactCenter", "EventLog", "Workforce", "Erlang", "Simulation", "KPIs", "Experiments", "ScenarioFiles",
        "ResultsStore", "Reporting", "Spelling", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: selfContained),

    // What the tests share: labelled loops, builders of logs and plans.
    .target(
      name: "BusyHourTesting", dependencies: ["ContactCenter", "EventLog", "Simulation"], path: "Tests/BusyHourTesting",
      swiftSettings: strict, linkerSettings: mathematics),

    .target(
      name: "KPITesting", dependencies: ["ContactCenter", "EventLog", "KPIs"], path: "Tests/KPITesting",
      swiftSettings: strict),

    // SQLite without a room, for tests that change stores behind their back.
    .target(name: "StoreTesting", dependencies: ["CSQLite"], path: "Tests/StoreTesting", swiftSettings: strict),

    // Tests: one target a room.
    tests("RandomnessTests", of: ["BusyHourTesting", "Randomness"]),
    tests(
      "EventLogTests", of: ["BusyHourTesting", "ContactCenter", "EventLog", "Simulation"], excluding: ["Fixtures"]),
    tests("KPIsTests", of: ["BusyHourTesting", "ContactCenter", "EventLog", "KPIs", "KPITesting", "Simulation"]),
    tests(
      "ExperimentsTests", of: ["BusyHourTesting", "ContactCenter", "EventLog", "Experiments", "KPIs", "Simulation"]),
    tests("WorkforceTests", of: ["BusyHourTesting", "ContactCenter", "EventLog", "Simulation", "Workforce"]),
    tests(
      "StatisticalTests",
      of: [
        "BusyHourTesting", "ContactCenter", "Erlang", "EventLog", "Experiments", "KPITesting", "KPIs", "Numerics",
        "ScenarioFiles", "Simulation", "Workforce",
      ],
      excluding: ["Cases"]),
    tests(
      "SimulationTests", of: ["BusyHourTesting", "ContactCenter", "EventLog", "Randomness", "Simulation"],
      excluding: ["Golden"]),
    tests(
      "ExperimentDesignTests",
      of: [
        "BusyHourTesting", "ContactCenter", "EventLog", "Experiments", "KPIs", "ScenarioFiles", "Simulation",
        "Workforce",
      ]),
    tests("NumericsTests", of: ["Numerics"]),
    tests("ErlangTests", of: ["Erlang", "Numerics"]),
    tests("HashingTests", of: ["Hashing"]),
    tests("SpellingTests", of: ["Spelling"]),
    tests(
      "ScenarioFilesTests",
      of: [
        "BusyHourTesting", "ContactCenter", "EventLog", "Experiments", "KPIs", "KPITesting", "ScenarioFiles",
        "Simulation", "Workforce",
      ],
      resources: [.copy("BadScenarios"), .copy("GoodScenarios")]),
    tests(
      "ResultsStoreTests", of: ["CSQLite", "EventLog", "KPIs", "ResultsStore", "StoreTesting"],
      resources: [.copy("Fixtures")]),
    tests("ReportingTests", of: ["ContactCenter", "EventLog", "KPIs", "Reporting"], resources: [.copy("Expected")]),
    // These run the program, which is built with the tests; linked into them, it would bring a second Swift runtime along.
    tests("EndToEndTests", of: ["StoreTesting"], resources: [.copy("Expected")]),
    tests(
      "StaffingPlanTests",
      of: ["BusyHourTesting", "ContactCenter", "Erlang", "Reporting", "ScenarioFiles", "Workforce"]
    ),
    tests("StaffingCommandTests", of: ["BusyHourTesting"]),
  ],
  swiftLanguageModes: [.v6]
)
