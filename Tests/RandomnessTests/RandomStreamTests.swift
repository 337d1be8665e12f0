import BusyHourTesting
import Testing

@testable import Randomness

@Suite(.labelled)
struct RandomStreamTests {
  @Test func `words of a key and number are the same for ever`() {
    let stream = RandomStream(seed: 1, replication: 0, purpose: .interarrival)
    let words = (0..<4).map { stream[$0] } + [stream[UInt64.max]]
    #expect(words == Self.golden, "\(words)")
    let other = RandomStream(seed: .max, replication: 999, purpose: .absence, substream: 3)[7]
    #expect(other == Self.goldenOther, "\(other)")
  }

  /// Computed by another program, in Python, from the description of the generator.
  static let golden: [UInt64] = [
    12_108_858_374_845_101_015, 7_850_028_476_200_185_903, 18_282_597_458_637_847_470, 1_950_858_726_560_529_448,
    17_024_096_584_772_709_588,
  ]
  static let goldenOther: UInt64 = 5_365_867_907_379_818_958
}

extension RandomStreamTests {
  static func stream(_ seed: UInt64, _ replication: UInt64 = 0, _ purpose: RandomPurpose = .patience) -> RandomStream {
    RandomStream(seed: seed, replication: replication, purpose: purpose)
  }

  @Test func `uniform numbers lie strictly between 0 and 1 and are odd multiples of 2^-53`() {
    withEvery("number", in: 0..<UInt64(20_000)) { number in
      let uniform = Self.stream(5).uniform(number)
      #expect(uniform > 0 && uniform < 1)
      #expect((uniform * 0x1p53).truncatingRemainder(dividingBy: 2) == 1)
    }
  }

  @Test func `eight uniform numbers at once are the eight one by one, from any number on`() {
    withEvery("first", in: [0, 1, 7, 8, 1_000_003, UInt64.max - 3]) { first in
      let block = Self.stream(9).uniforms(from: first)
      for lane in 0..<8 { #expect(block[lane] == Self.stream(9).uniform(first &+ UInt64(lane))) }
    }
  }

  /// 64 bits of 20,000 words of 3 keys: each share of ones within 4.9 standard errors of 1/2. False alarm of the whole
  /// test about 2e-4 for a random key; the keys are fixed.
  @Test func `every bit is set in half of the words`() {
    let count = 20_000
    withEvery("seed", in: [UInt64(0), 1, .max]) { seed in
      let stream = Self.stream(seed)
      var ones = [Int](repeating: 0, count: 64)
      for number in 0..<UInt64(count) {
        var word = stream[number]
        while word != 0 {
          ones[word.trailingZeroBitCount] += 1
          word &= word &- 1
        }
      }
      withEvery("bit", in: 0..<64) { bit in
        let deviation = (Double(ones[bit]) - Double(count) / 2) / (Double(count) / 4).squareRoot()
        #expect(abs(deviation) < 4.9)
      }
    }
  }

  /// Chi-square with 255 degrees of freedom of each of the 8 bytes; beyond 255 +- 4.9 sqrt 510 with probability about
  /// 1e-5 each (the upper tail is heavier than the normal one).
  @Test func `every byte takes its 256 values equally often`() {
    let count = 25_600
    let stream = Self.stream(77)
    withEvery("byte", in: 0..<UInt64(8)) { byte in
      var cells = [Double](repeating: 0, count: 256)
      for number in 0..<UInt64(count) { cells[Int(stream[number] >> (8 * byte) & 0xFF)] += 1 }
      let chiSquare = cells.reduce(0) { $0 + ($1 - 100) * ($1 - 100) / 100 }
      #expect(abs(chiSquare - 255) < 4.9 * 510.0.squareRoot())
    }
  }

  /// Correlations of 10,000 pairs of uniforms: within 4.9 / sqrt n, false alarm 1e-6 each.
  @Test func `streams of neighbouring keys, and neighbours in a stream, are not correlated`() {
    let count = 10_000
    let base = Self.stream(1)
    var others: [(name: String, stream: RandomStream, lag: UInt64)] = RandomPurpose.allCases.filter { $0 != .patience }
      .map {
        ("purpose \($0)", Self.stream(1, 0, $0), 0)
      }
    others += [("seed 2", Self.stream(2), 0), ("seed 0", Self.stream(0), 0), ("replication 1", Self.stream(1, 1), 0)]
    others += [("substream 1", RandomStream(seed: 1, replication: 0, purpose: .patience, substream: 1), 0)]
    // (seed 0, replication 1) and (seed 1, replication 0) would coincide if keys were merely added.
    others += [("seed 0, replication 1", Self.stream(0, 1), 0)]
    others += [1, 2, 3, 8, 64, 4_096].map { ("lag \($0)", base, UInt64($0)) }
    for (name, other, lag) in others {
      var sum = 0.0
      for number in 0..<UInt64(count) { sum += (base.uniform(number) - 0.5) * (other.uniform(number + lag) - 0.5) }
      let correlation = sum / Double(count) * 12
      #expect(abs(correlation) < 4.9 / Double(count).squareRoot(), "\(name)")
    }
  }

  @Test func `no two of many keys share a word`() {
    var words: Set<UInt64> = []
    for seed in UInt64(0)..<10 {
      for replication in UInt64(0)..<20 {
        for purpose in RandomPurpose.allCases {
          for number in UInt64(0)..<20 { words.insert(Self.stream(seed, replication, purpose)[number]) }
        }
      }
    }
    #expect(words.count == 10 * 20 * RandomPurpose.allCases.count * 20)
  }

  @Test func `the codes of purposes are what keys hold`() {
    let codes: [RandomPurpose: UInt64] = [
      .interarrival: 1, .contactType: 2, .patience: 3, .handleTime: 4, .wrapUp: 5, .absence: 6, .absenceLevel: 7,
      .lateness: 8, .overrun: 9, .straying: 10, .afterContact: 11, .resignation: 12,
      .balking: 32, .redial: 33, .redialDelay: 34, .laterPatience: 35, .laterHandleTime: 36, .laterWrapUp: 37,
      .agentChoice: 38, .offer: 39, .selfService: 40, .selfServiceTime: 41, .transfer: 42, .resolution: 43,
      .repeatContact: 44, .repeatDelay: 45,
      .survey: 50, .satisfaction: 51, .recommendation: 52, .accuracy: 53, .qualityCheck: 54, .qualityScore: 55,
      .escalation: 128, .escalationRest: 129, .refund: 130, .refundAmount: 131, .complaint: 132, .complaintDelay: 133,
      .rightParty: 134, .ring: 135, .retryDelay: 136, .fault: 137, .residual: 138,
      .wrongPartyTime: 139,
      .forecastError: 64, .busyness: 65, .fluctuation: 66, .thinning: 67,
    ]
    for purpose in RandomPurpose.allCases { #expect(purpose.rawValue == codes[purpose], "\(purpose)") }
  }
}
