import BusyHourTesting
import ContactCenter
import EventLog
import Testing

@Suite(.labelled)
struct StreamDigestTests {
  static let log = RandomRecords.make(seed: 1, count: 40)

  @Test func `the digest does not depend on how the stream is cut`() {
    let whole = digest(of: Self.log)
    withEvery("first cut", in: 0...Self.log.count) { first in
      for second in first...Self.log.count {
        var digest = StreamDigest()
        for range in [0..<first, first..<second, second..<Self.log.count] {
          Self.log.withUnsafeBufferPointer { digest.absorb(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        #expect(digest.value == whole, "second cut at \(second)")
      }
    }
  }

  @Test func `every changed bit changes both halves of the digest`() {
    let whole = digest(of: Self.log)
    withEvery("record", in: Self.log.indices) { index in
      for bit in UInt64(0)..<64 {
        for word in [\EventRecord.word0, \.word1, \.word2] {
          var changed = Self.log
          changed[index][keyPath: word] ^= 1 << bit
          let other = digest(of: changed)
          #expect(other.high != whole.high && other.low != whole.low, "bit \(bit)")
        }
      }
    }
  }

  @Test func `events in another order, left out or doubled change the digest`() {
    var logs: Set<[EventRecord]> = [Self.log]
    for index in Self.log.indices {
      for other in Self.log.indices where other > index {
        var swapped = Self.log
        swapped.swapAt(index, other)
        logs.insert(swapped)
      }
      logs.insert(Array(Self.log[..<index]))
      var doubled = Self.log
      doubled.insert(doubled[index], at: index)
      logs.insert(doubled)
    }
    #expect(logs.count > 800)
    #expect(Set(logs.map { digest(of: $0) }).count == logs.count)
  }

  @Test func `the digest of a known log is the same for ever and on every machine`() {
    let records = LogInvariantsTests.goodDay.records
    #expect(digest(of: records).description == "1516d2cf3563ff7ffbfd80e69e559ff7")
    #expect(StreamDigest().value.description == "395b0b7d32cd8feabdda1976afddf362")
  }

  @Test func `a digest of digests depends on their order and number`() {
    let values = (0..<5).map { digest(of: Array(Self.log[...$0])) }
    func digestOf(_ values: [StreamDigest.Value]) -> StreamDigest.Value {
      var digest = StreamDigest()
      for value in values { digest.absorb(value) }
      return digest.value
    }
    var orders: Set<StreamDigest.Value> = [digestOf([])]
    for length in 1...5 { orders.insert(digestOf(Array(values.prefix(length)))) }
    for index in 0..<4 {
      var swapped = values
      swapped.swapAt(index, index + 1)
      orders.insert(digestOf(swapped))
    }
    #expect(orders.count == 10)
  }

  @Test func `a digest is read back from its 32 digits, and from nothing else`() {
    let value = StreamDigest.Value(high: 0x0000_0000_0000_00AB, low: .max)
    #expect(value.description == "00000000000000abffffffffffffffff")
    #expect(StreamDigest.Value(value.description) == value)
    withEvery(
      "text",
      in: [
        "", "ab", "+0000000000000abffffffffffffffff", "00000000000000ab+fffffffffffffff",
        "-0000000000000abffffffffffffffff", "00000000000000abfffffffffffffffg", "00000000000000abffffffffffffffff0",
        " 0000000000000abffffffffffffffff",
      ]
    ) {
      #expect(StreamDigest.Value($0) == nil)
    }
  }
}
