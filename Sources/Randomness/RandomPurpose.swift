/// What a random number is for. Each purpose has a stream of its own, so that a new use never shifts an old one.
/// Codes enter the streams' keys: they are never reused and never renumbered.
public enum RandomPurpose: UInt64, CaseIterable, Hashable, Sendable {
  case interarrival = 1
  case contactType = 2
  case patience = 3
  case handleTime = 4
  case wrapUp = 5
  case absence = 6
}
