/// A kind of contact by what it takes of an agent.
public protocol HandledContact {
  /// Talk and hold time.
  var handleTime: DistributionSpecification { get }
  /// After-contact work; nil when there is none.
  var wrapUp: DistributionSpecification? { get }
}

extension HandledContact {
  /// Mean time that a contact takes of an agent: talk, hold and wrap-up.
  public var meanWork: TimeSpan { handleTime.mean + (wrapUp?.mean ?? .zero) }
}

extension ContactQueue: HandledContact {}
extension SimulationPlan.Queue: HandledContact {}
