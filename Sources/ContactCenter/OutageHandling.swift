/// What becomes of contacts while their queue cannot be reached.
public struct OutageHandling: Hashable, Sendable {
  /// Queue that stands in; nil: who arrives meets a busy signal. What is sent on is not sent on again.
  public var divertTo: Int?
  /// Whether who waits or talks when it begins is cut off; else they stay.
  public var cutsOff: Bool

  public init(divertTo: Int? = nil, cutsOff: Bool = false) {
    self.divertTo = divertTo
    self.cutsOff = cutsOff
  }

  public static let blocked = OutageHandling()
}
