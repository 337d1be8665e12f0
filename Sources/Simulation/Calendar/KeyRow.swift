/// Eight keys, of which the least is wanted: as a tournament of three rounds without a branch that depends on them.
///
/// Written out, because the compiler makes vectors of a loop over them, and old processors compare no vectors of 64-bit
/// numbers.
enum KeyRow {
  static let size = 8

  /// The least of the keys, each with the bits of a mask added: all ones exclude it.
  @inline(__always) static func least(
    _ keys: UnsafeMutablePointer<UInt64>, with masks: UnsafeMutablePointer<UInt64>
  ) -> UInt64 {
    let (k0, k1) = (keys[0] | masks[0], keys[1] | masks[1])
    let (k2, k3) = (keys[2] | masks[2], keys[3] | masks[3])
    let (k4, k5) = (keys[4] | masks[4], keys[5] | masks[5])
    let (k6, k7) = (keys[6] | masks[6], keys[7] | masks[7])
    return min(min(min(k0, k1), min(k2, k3)), min(min(k4, k5), min(k6, k7)))
  }
}
