import BusyHourTesting
import Randomness
import Testing

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
