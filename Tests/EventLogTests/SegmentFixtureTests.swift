import BusyHourTesting
import EventLog
import Foundation
import Testing

/// Segments of every released version of the coding, kept for ever.
struct SegmentFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Lines `name value`; the bytes in hexadecimal digits.
  static func read(_ name: String) throws -> (segment: LogSegment, digest: String) {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    var values: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      values[String(parts[0])] = String(parts[1])
    }
    let digits = Array(try #require(values["bytes"]).utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
    }
    func number(_ name: String) throws -> Int { try #require(values[name].flatMap { Int($0) }) }
    let segment = LogSegment(
      firstPosition: 0, eventCount: try number("events"), codecVersion: try number("version"),
      checksum: try #require(values["checksum"].flatMap { UInt64($0, radix: 16) }),
      extent: .init(firstTime: 0, lastTime: 0, leastContact: 0, greatestContact: 0), bytes: bytes)
    return (segment, try #require(values["digest"]))
  }

  @Test(arguments: ["v2-good-day.txt", "v3-good-day.txt"]) func `a segment of every version is read as it was written`(
    name: String
  ) throws {
    let (segment, digest) = try Self.read(name)
    let records = try SegmentReader.records(of: segment)
    var sum = StreamDigest()
    records.withUnsafeBufferPointer { sum.absorb($0) }
    #expect(sum.value.description == digest)
    #expect(records == LogInvariantsTests.goodDay.records)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["BUSYHOUR_FIXTURE"] != nil))
  func `write the fixture of the present coding`() throws {
    let records = LogInvariantsTests.goodDay.records
    let segment = try #require(RandomRecords.segments(of: records).first)
    var sum = StreamDigest()
    records.withUnsafeBufferPointer { sum.absorb($0) }
    let digits = segment.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try """
    version \(segment.codecVersion)
    events \(segment.eventCount)
    checksum \(String(segment.checksum, radix: 16))
    digest \(sum.value)
    bytes \(digits)

    """.write(
      to: Self.folder.appendingPathComponent("v\(segment.codecVersion)-good-day.txt"), atomically: true, encoding: .utf8
    )
  }
}
