/// Callers who try again after they hung up or met a busy signal.
public struct Redial: Hashable, Sendable {
  /// Part of those who hung up that calls again.
  public var afterAbandonment: Share
  /// Part of those who met a busy signal that calls again.
  public var afterBusySignal: Share
  /// Part of those who found the center closed, or were cut off at closing, that calls again when it is open.
  public var afterClosing: Share
  /// From giving up to the next attempt.
  public var delay: DistributionSpecification
  /// Attempts of one caller in all, the first one included; 2 ... 200.
  public var attempts: Int
  /// Whether another attempt draws another handle time and patience, or keeps those of the first.
  public var drawsAnew: Bool
  /// The queue that is called then; nil for the same one. Another one is a switch of language or channel.
  public var queue: Int?

  public init(
    afterAbandonment: Share, afterBusySignal: Share, afterClosing: Share = .zero, delay: DistributionSpecification,
    attempts: Int = 3,
    drawsAnew: Bool = false, queue: Int? = nil
  ) {
    self.afterAbandonment = afterAbandonment
    self.afterBusySignal = afterBusySignal
    self.afterClosing = afterClosing
    self.delay = delay
    self.attempts = attempts
    self.drawsAnew = drawsAnew
    self.queue = queue
  }
}
