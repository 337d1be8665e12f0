/// The identity of a run: 20 hexadecimal digits, drawn from the system's randomness.
///
/// It says nothing about the run and nothing about the machine. With 80 bits two of a billion runs are equal with a
/// chance of less than one in a million; the store refuses a second one.
public struct RunID: Hashable, Sendable, CustomStringConvertible {
  public static let digits = 20
  /// Digits shown to people. Enough to tell a few thousand runs apart; a prefix that is not unique is refused with the
  /// candidates.
  public static let shownDigits = 7

  /// The 20 digits, in lower case.
  public let description: String
  /// The first seven digits, for people.
  public var short: String { String(description.prefix(Self.shownDigits)) }

  /// Reads the 20 digits; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == Self.digits, text.utf8.allSatisfy(Self.isDigit) else { return nil }
    description = text
  }

  /// Draws an id.
  init(using generator: inout some RandomNumberGenerator) {
    let hexadecimal = Array("0123456789abcdef")
    description = String((0..<Self.digits).map { _ in hexadecimal[Int.random(in: 0..<16, using: &generator)] })
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
  }
}
