/// A kind of contact and the line it waits in: routine calls, triage, billing.
public struct ContactQueue: Hashable, Sendable {
  public var name: String
  /// Talk and hold time.
  public var handleTime: DistributionSpecification
  /// After-contact work; nil when there is none.
  public var wrapUp: DistributionSpecification?
  /// How long a caller waits before hanging up; nil when nobody abandons.
  public var patience: DistributionSpecification?
  /// 0 is served first; contacts of equal priority are served in order of arrival.
  public var priority: Int
  /// The acceptable wait that splits answered contacts into early and late.
  public var acceptableWait: TimeSpan
  public var rules: ContactRules
  /// What the center makes for itself, beside what the demand brings.
  public var list: ContactList?
  /// What depends on the time at which contacts come.
  public var factors = ClockFactors<ClockFactor>()
  /// Contacts that wait when the horizon begins: from its start where they can wait over nights, else from the first opening.
  public var backlog = 0
  /// Who is inside when the run starts in the middle of a day.
  public var present = PresentContacts.none

  public init(
    name: String, handleTime: DistributionSpecification, wrapUp: DistributionSpecification?,
    patience: DistributionSpecification?, priority: Int, acceptableWait: TimeSpan, rules: ContactRules = .none
  ) {
    self.name = name
    self.handleTime = handleTime
    self.wrapUp = wrapUp
    self.patience = patience
    self.priority = priority
    self.acceptableWait = acceptableWait
    self.rules = rules
  }
}
