/// The end of a ledger: how many entries there are, and the hash that stands for all of them.
public struct LedgerHead: Hashable, Sendable {
  public var entries: Int
  /// 32 bytes: that of the last entry; zeros for a ledger without entries.
  public var hash: [UInt8]

  init(entries: Int, hash: [UInt8]) {
    self.entries = entries
    self.hash = hash
  }

  static let empty = LedgerHead(entries: 0, hash: [UInt8](repeating: 0, count: 32))

  /// The hash as 64 hexadecimal digits.
  public var digits: String { Self.hexadecimal(hash) }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
