/// Whole numbers one after another, seven bits a byte, least significant first (LEB128).
struct NumberSink {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what a ``NumberSink`` wrote.
struct NumberSource {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  /// - Returns: nil at the end, and where a number has more than 64 bits.
  mutating func next() -> UInt64? {
    var (number, shift) = (UInt64(0), UInt64(0))
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  /// Whether so many things may follow: each takes a byte at least.
  func mayHold(_ count: UInt64) -> Bool { count <= UInt64(bytes.count - index) }

  /// The number of things that follow; nil where there are not so many bytes.
  mutating func count() -> UInt64? {
    guard let count = next(), mayHold(count) else { return nil }
    return count
  }
}
