/// What has become of a contact when the threshold t passes: shares of the contacts offered, in 0...1.
public struct ThresholdOutcome: Equatable, Sendable {
  /// Answered within t.
  public let answeredWithin: Double
  /// Abandoned within t.
  public let abandonedWithin: Double
  /// Answered in the end, but after more than t: computed as such, exact in the tail.
  public let answeredBeyond: Double
  /// Still waiting at t, P(W > t): computed as such.
  public let waitsBeyond: Double
  /// P(V > t), V the wait of a contact of infinite patience: computed as such.
  public let virtualWaitBeyond: Double
  /// Answered at any time.
  public let answered: Double

  /// The service level by a definition, in 0...1; 1 where nothing remains to be divided by.
  public func serviceLevel(_ definition: ServiceLevelDefinition) -> Double {
    switch definition {
    case .offered: answeredWithin
    case .exclShortAbandons: quotient(answeredWithin, 1 - abandonedWithin)
    case .answered: quotient(answeredWithin, answered)
    case .inclShortAbandons: 1 - waitsBeyond
    case .virtual: 1 - virtualWaitBeyond
    }
  }

  private func quotient(_ part: Double, _ whole: Double) -> Double { whole > 0 ? min(1, part / whole) : 1 }

  init(waitsBeyond: Double, answeredBeyond: Double, virtualWaitBeyond: Double, answered: Double) {
    self.waitsBeyond = min(1, waitsBeyond)
    self.answeredBeyond = min(answered, answeredBeyond)
    self.virtualWaitBeyond = min(1, virtualWaitBeyond)
    self.answered = answered
    answeredWithin = max(0, answered - answeredBeyond)
    abandonedWithin = max(0, (1 - self.waitsBeyond) - answeredWithin)
  }
}
