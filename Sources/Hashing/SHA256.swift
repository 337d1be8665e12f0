/// The SHA-256 digest of FIPS 180-4, for fingerprints of scenarios and data files.
///
/// It identifies content; it guards no secret. Feed bytes in any portions, then ask for the digest.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block: [UInt8] = []
  private var byteCount: UInt64 = 0

  public init() { block.reserveCapacity(64) }

  /// Takes in more content.
  public mutating func update(_ bytes: some Collection<UInt8>) {
    let isContiguous = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) } != nil
    if !isContiguous { Array(bytes).withUnsafeBytes { update($0) } }
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !block.isEmpty {
      let part = rest.prefix(64 - block.count)
      block.append(contentsOf: part)
      rest = rest[part.endIndex...]
      guard block.count == 64 else { return }
      block.withUnsafeBytes { state = Self.compressed(state, $0) }
      block.removeAll(keepingCapacity: true)
    }
    while rest.count >= 64 {
      state = Self.compressed(state, UnsafeRawBufferPointer(rebasing: rest.prefix(64)))
      rest = rest.dropFirst(64)
    }
    block.append(contentsOf: rest)
  }

  /// The digest of everything taken in so far, 32 bytes. More content may follow.
  public func digest() -> [UInt8] {
    var copy = self
    copy.pad()
    return copy.state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public func hexDigest() -> String {
    let digits = Array("0123456789abcdef")
    return String(digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The digest of one text in UTF-8.
  public static func hexDigest(of text: String) -> String {
    var hash = SHA256()
    hash.update(text.utf8)
    return hash.hexDigest()
  }

  /// One bit, zeros up to 56 bytes of the last block, the length in bits (FIPS 180-4, section 5.1.1).
  private mutating func pad() {
    let bitCount = byteCount &* 8
    update([0x80])
    update(repeatElement(0, count: (120 - block.count) % 64))
    update((0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * UInt64($0))) })
  }

  /// The state after one block of 64 bytes: 64 rounds, with the letters of the standard. Pointers, and eight rounds at once,
  /// after which each letter is where it began, since the store hashes an entry for every replication.
  private static func compressed(_ state: [UInt32], _ block: UnsafeRawBufferPointer) -> [UInt32] {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      fill(schedule, from: block)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      roundConstants.withUnsafeBufferPointer { constants in
        for first in stride(from: 0, to: 64, by: 8) {
          func word(_ round: Int) -> UInt32 { constants[first &+ round] &+ schedule[first &+ round] }
          turn(a, b, c, &d, e, f, g, &h, word(0))
          turn(h, a, b, &c, d, e, f, &g, word(1))
          turn(g, h, a, &b, c, d, e, &f, word(2))
          turn(f, g, h, &a, b, c, d, &e, word(3))
          turn(e, f, g, &h, a, b, c, &d, word(4))
          turn(d, e, f, &g, h, a, b, &c, word(5))
          turn(c, d, e, &f, g, h, a, &b, word(6))
          turn(b, c, d, &e, f, g, h, &a, word(7))
        }
      }
      return [
        state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d, state[4] &+ e, state[5] &+ f, state[6] &+ g,
        state[7] &+ h,
      ]
    }
  }

  /// One round: the new `e` stands in `d`, the new `a` in `h`. Sums of rotations one inside the other, and choice and
  /// majority with one operation less than the standard writes them.
  @inline(__always) private static func turn(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
    _ word: UInt32
  ) {
    let sumOfE = rotate(e ^ rotate(e ^ rotate(e, 14), 5), 6)
    let sumOfA = rotate(a ^ rotate(a ^ rotate(a, 9), 11), 2)
    h &+= sumOfE &+ (g ^ (e & (f ^ g))) &+ word
    d &+= h
    h &+= sumOfA &+ ((a & b) ^ (c & (a ^ b)))
  }

  private static func fill(_ schedule: UnsafeMutableBufferPointer<UInt32>, from block: UnsafeRawBufferPointer) {
    for index in 0..<16 {
      schedule[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 &* index, as: UInt32.self))
    }
    for index in 16..<64 {
      let (first, second) = (schedule[index &- 15], schedule[index &- 2])
      let low = rotate(first, 7) ^ rotate(first, 18) ^ (first &>> 3)
      let high = rotate(second, 17) ^ rotate(second, 19) ^ (second &>> 10)
      schedule[index] = schedule[index &- 16] &+ low &+ schedule[index &- 7] &+ high
    }
  }

  @inline(__always) private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
