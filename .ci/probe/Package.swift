// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because an executable of the root package would link whatever its neighbours need.
// `name:` matters: without it the dependency is called after the folder of the clone.
let package = Package(
  name: "CoreProbePackage",
  dependencies: [.package(name: "BusyHourPackage", path: "../..")],
  targets: [
    .executableTarget(name: "CoreProbe", dependencies: [.product(name: "BusyHourCore", package: "BusyHourPackage")])
  ],
  swiftLanguageModes: [.v6]
)
