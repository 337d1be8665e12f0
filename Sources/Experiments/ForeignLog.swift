/// A log that is not one of the plan: an event names an agent, a queue or an activity that the plan lacks, or closes on
/// an instant that is still to come.
public struct ForeignLog: Error, Hashable, Sendable, CustomStringConvertible {
  /// Position in the stream of the first such event.
  public let position: Int
  public var description: String { "the log is not one of this plan: event \(position) does not fit it" }
}
