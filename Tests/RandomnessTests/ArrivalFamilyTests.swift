import BusyHourTesting
import Randomness
import Testing

@Suite(.labelled)
struct ArrivalFamilyTests {
  static let parameters: [String: [[Double]]] = [
    "poisson": [[]], "exact": [[]], "renewal": [[0.5], [1], [2]],
  ]

  static func family(_ name: String, _ parameters: [Double]) throws -> any ArrivalFamily {
    try ArrivalCatalog.process(name, parameters: parameters)
  }

  /// Where the contacts stand up to the last border.
  static func places(
    _ family: any ArrivalFamily, _ borders: [Double], replication: Int = 0, block: Int = 64
  ) -> [Double] {
    let stream = RandomStream(seed: 3, replication: UInt64(replication), purpose: .interarrival)
    var state = ArrivalState()
    var places: [Double] = []
    var positions = Array(repeating: 0.0, count: block)
    repeat {
      positions.withUnsafeMutableBufferPointer { positions in
        borders.withUnsafeBufferPointer {
          family.place(
            positions.baseAddress!, count: block, from: UInt64(places.count), borders: $0, state: &state, of: stream)
        }
      }
      places += positions
    } while places.last! < borders.last!
    return Array(places.prefix { $0 < borders.last! })
  }

  static func withEveryFamily(_ body: (any ArrivalFamily) throws -> Void) throws {
    for family in ArrivalCatalog.all {
      let parameters = try #require(Self.parameters[family.name], "add parameters of \(family.name) to this test")
      try withEvery("process", in: parameters.map { (family.name, $0) }) { try body(Self.family($0.0, $0.1)) }
    }
  }

  /// 400 stretches of 200 expected contacts each. The mean lies within 4.9 standard errors (false alarm 1e-6); the
  /// variance of the counts / their mean is within 4.9 x sqrt(2 / 399) of the dispersion (normal counts), plus what a
  /// renewal process has at this length beyond its limit (less than 0.05 for these).
  @Test func `counts have the mean of the forecast and the dispersion that the family states`() throws {
    try Self.withEveryFamily { family in
      let counts = (0..<400).map { Double(Self.places(family, [0, 80, 200], replication: $0).count) }
      let mean = counts.reduce(0, +) / 400
      let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399
      #expect(abs(mean - 200) <= 4.9 * (family.dispersion * 200 / 400).squareRoot() + 1e-9)
      #expect(abs(variance / 200 - family.dispersion) <= 4.9 * (2.0 / 399).squareRoot() * family.dispersion + 0.05)
    }
  }

  /// The first tenth of the scale, where a process that does not start in its steady state would show it.
  @Test func `the first contacts come as often as the later ones`() throws {
    try Self.withEveryFamily { family in
      let early = (0..<600).reduce(0.0) { sum, replication in
        sum + Double(Self.places(family, [0, 2, 20], replication: replication, block: 8).count { $0 < 2 })
      }
      // 4.9 standard errors of a mean of counts with expectation 2 and dispersion of at most 4.
      #expect(abs(early / 600 - 2) <= 4.9 * (max(1, family.dispersion) * 2 / 600).squareRoot())
    }
  }

  @Test func `places do not depend on the blocks in which they are drawn, and never run back`() throws {
    try Self.withEveryFamily { family in
      let whole = Self.places(family, [0, 33.5, 70, 70.25, 150])
      #expect(whole == Self.places(family, [0, 33.5, 70, 70.25, 150], block: 8))
      #expect(zip(whole, whole.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(whole.allSatisfy { $0 >= 0 })
    }
  }

  @Test func `exact counts are exact piece by piece, and the running sum of those that are not whole is rounded`()
    throws
  {
    let exact = try Self.family("exact", [])
    withEvery("replication", in: 0..<50) { replication in
      let whole = Self.places(exact, [0, 12, 12.0, 15, 15, 40], replication: replication)
      #expect(whole.count == 40)
      #expect(whole.count { $0 < 12 } == 12)
      #expect(whole.count { $0 < 15 } == 15)
      let parts = Self.places(exact, [0, 0.4, 0.8, 1.2, 1.6, 2.0], replication: replication)
      #expect(parts.count == 2)
      // Sums .4 .8 1.2 1.6 2.0 round to 0 1 1 2 2: the second and the fourth piece have a contact.
      #expect((0.4..<0.8).contains(parts[0]) && (1.2..<1.6).contains(parts[1]))
    }
  }

  /// Kolmogorov-Smirnov on 20,000 places: sqrt n D < 2.23, false alarm 1e-4.
  @Test func `exact contacts are spread evenly inside their piece`() throws {
    let exact = try Self.family("exact", [])
    let places = (0..<1_000).flatMap { Self.places(exact, [0, 20], replication: $0, block: 24) }.map { $0 / 20 }
      .sorted()
    let distance = places.enumerated().reduce(0.0) { worst, entry in
      let count = Double(places.count)
      return max(worst, entry.element - Double(entry.offset) / count, Double(entry.offset + 1) / count - entry.element)
    }
    #expect(distance * Double(places.count).squareRoot() < 2.23)
  }

  @Test func `parameters without a process are refused`() {
    let bad: [(String, [Double])] = [
      ("poisson", [1]), ("exact", [0]), ("renewal", []), ("renewal", [0]), ("renewal", [.nan]), ("renewal", [11]),
      ("renewal", [1, 2]), ("poison", []), ("", []),
    ]
    for (process, parameters) in bad {
      #expect(throws: DistributionError.self, "\(process) \(parameters)") {
        _ = try ArrivalCatalog.process(process, parameters: parameters)
      }
    }
  }

  /// The example of docs/demand.md is the file that is compiled here, and it does what it says.
  @Test func `the example of a new process keeps its promises and is the one of the page`() throws {
    let example = try EverySecondCaller(parameters: [])
    let counts = (0..<400).map { Double(Self.places(example, [0, 200], replication: $0).count) }
    let mean = counts.reduce(0, +) / 400
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399
    // It begins with a whole gap, a quarter of a contact too late.
    let error: Double = 4.9 * (100.0 / 400).squareRoot()
    #expect(abs(mean - 199.75) <= error)
    let spread: Double = 4.9 * (2.0 / 399).squareRoot() * 0.5
    #expect(abs(variance / 200 - 0.5) <= spread + 0.05)
    expectExample("Tests/RandomnessTests/EverySecondCaller.swift", on: "docs/demand.md")
  }
}
