/// What people spend time on.
public enum TimeUse: Hashable, Sendable {
  case talk
  case wrapUp
  /// On the phones with nothing in hand.
  case idle
  /// After the scheduled end, while the last contacts are finished; part of talk and wrap-up.
  case overtime
  /// Away from the phones: an activity of the plan, by its index.
  case away(Int)
}
