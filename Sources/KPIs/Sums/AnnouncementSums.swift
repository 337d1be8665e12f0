/// Announced waits against the waits that came of them, of contacts whose waits ended alike. Sums of whole microseconds and of
/// their squares, which 64 bits would not hold.
public struct AnnouncementSums: Hashable, Sendable {
  public var count: Int64 = 0
  /// Announced less realised.
  public var error: Int128 = 0
  public var squaredError: Int128 = 0

  public init() {}

  mutating func add(announced: Int64, realised: Int64) {
    let error = Int128(announced) - Int128(realised)
    count += 1
    self.error += error
    squaredError += error * error
  }

  public static func += (left: inout AnnouncementSums, right: AnnouncementSums) {
    left.count += right.count
    left.error += right.error
    left.squaredError += right.squaredError
  }

  public static func + (left: AnnouncementSums, right: AnnouncementSums) -> AnnouncementSums {
    var sum = left
    sum += right
    return sum
  }
}
