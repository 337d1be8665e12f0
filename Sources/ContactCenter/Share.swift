/// A part of a whole as an exact decimal: `30%` is 300,000,000 parts per billion.
///
/// Shares decide how many whole people are present, and 30% of 20 people are 6, not 6.000000000000001: the arithmetic
/// is on integers.
public struct Share: Hashable, Comparable, Sendable {
  /// 0 ... 1,000,000,000 for a proper share; factors may be greater.
  public var partsPerBillion: Int64

  public init(partsPerBillion: Int64) { self.partsPerBillion = partsPerBillion }
  public static func percent(_ count: Int64) -> Share { Share(partsPerBillion: count * 10_000_000) }
  public static let zero = Share(partsPerBillion: 0)
  public static let whole = Share(partsPerBillion: 1_000_000_000)

  public var fraction: Double { Double(partsPerBillion) / 1e9 }
  public var complement: Share { Share(partsPerBillion: 1_000_000_000 - partsPerBillion) }

  /// The whole people in this share of `count`, rounded down, exact at ties. `count` below 4 billion.
  public func ofWhole(_ count: Int) -> Int { Int(Int64(count) * partsPerBillion / 1_000_000_000) }

  public static func + (left: Share, right: Share) -> Share {
    Share(partsPerBillion: left.partsPerBillion + right.partsPerBillion)
  }
  public static func < (left: Share, right: Share) -> Bool { left.partsPerBillion < right.partsPerBillion }
}
