/// What the center costs beyond the wages of its teams.
public struct CostRules: Hashable, Sendable {
  /// More pay at certain times; where several hold, they add up.
  public struct Premium: Hashable, Sendable {
    public var name: String
    /// Times of the day; nil for all day. The days are those on which they begin.
    public var hours: ClockRange?
    public var days: Set<Weekday>
    /// Part of the wage that is paid on top.
    public var share: Share

    public init(name: String, hours: ClockRange?, days: Set<Weekday>, share: Share) {
      self.name = name
      self.hours = hours
      self.days = days
      self.share = share
    }
  }

  /// A sum for every day on which a target of the center is missed.
  public struct MissedTarget: Hashable, Sendable {
    /// Name of the target as the scenario file writes it: `service_level`.
    public var target: String
    public var amount: Money
    public init(target: String, amount: Money) {
      self.target = target
      self.amount = amount
    }
  }

  public var premiums: [Premium] = []
  /// Part of the wage that overtime is paid on top of it; nil: overtime is not paid.
  public var overtime: Share?
  /// Of a full-time person on the payroll, a month: workplace and telephone; licence of the customer records.
  public var seat: Money?
  public var customerRecords: Money?
  /// Of a full-time person, a year.
  public var training: Money?
  /// Of a minute of a line in use.
  public var telephony: Money?
  public var missedTargets: [MissedTarget] = []
  /// Penalties for a contact that hangs up, that meets a busy signal, that is answered later than acceptable.
  public var abandoned: Money?
  public var blocked: Money?
  public var late: Money?

  public init() {}
  public static let none = CostRules()

  /// Every amount.
  public var amounts: [Money] {
    [seat, customerRecords, training, telephony, abandoned, blocked, late].compactMap { $0 }
      + missedTargets.map(\.amount)
  }
}
