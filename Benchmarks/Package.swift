// swift-tools-version: 6.2
import PackageDescription

// Benchmarks are a package of their own, so that users of the engine never build them.
let package = Package(
  name: "BusyHourBenchmarks",
  dependencies: [.package(name: "BusyHourPackage", path: "..")],
  targets: [
    .executableTarget(
      name: "SpeedBench", dependencies: [.product(name: "BusyHourEngine", package: "BusyHourPackage")]),
    .executableTarget(
      name: "RunnerBench", dependencies: [.product(name: "BusyHourEngine", package: "BusyHourPackage")]),
    .executableTarget(
      name: "StoreBench",
      dependencies: [
        .product(name: "BusyHourEngine", package: "BusyHourPackage"),
        .product(name: "BusyHourStore", package: "BusyHourPackage"),
      ]),
    .executableTarget(
      name: "StaffingBench", dependencies: [.product(name: "BusyHourErlang", package: "BusyHourPackage")]),
  ],
  swiftLanguageModes: [.v6]
)
