internal import KPIs

/// The sums of a replication by their names in the ledger, which are those of the tables' columns. A sum that is added
/// to a fold gets a line here, a column, and a place in the statements that read and write it.
enum SumColumns {
  struct Column<Sums>: @unchecked Sendable {
    var name: String
    var path: WritableKeyPath<Sums, Int64>
    init(_ name: String, _ path: WritableKeyPath<Sums, Int64>) {
      self.name = name
      self.path = path
    }
  }

  static let contacts: [Column<ContactSums>] = [
    Column("offered", \.offered), Column("answered", \.answered), Column("answered_in_time", \.answeredInTime),
    Column("abandoned", \.abandoned), Column("abandoned_in_time", \.abandonedInTime),
    Column("disconnected", \.disconnected), Column("wait_answered_us", \.waitAnswered),
    Column("wait_lost_us", \.waitLost), Column("completed", \.completed), Column("talk_us", \.talk),
    Column("wrap_up_us", \.wrapUp),
  ]

  /// What comes of contacts in scenarios with rules: zero in most, so the tables hold only what is not.
  static let fates: [Column<ContactSums>] = [
    Column("blocked", \.blocked), Column("self_served", \.selfServed), Column("messages_left", \.messagesLeft),
    Column("callbacks_promised", \.callbacksPromised), Column("transferred", \.transferred),
    Column("redials", \.redials), Column("repeats", \.repeats), Column("callbacks", \.callbacks),
    Column("messages", \.messages), Column("transfers_in", \.transfersIn), Column("resolved", \.resolved),
    Column("unresolved", \.unresolved), Column("limits_kept", \.limitsKept), Column("limits_missed", \.limitsMissed),
    Column("escalation_limits_kept", \.escalationLimitsKept),
    Column("escalation_limits_missed", \.escalationLimitsMissed), Column("escalations", \.escalations),
    Column("complaints", \.complaints), Column("reviews", \.reviews), Column("refunds", \.refunds),
    Column("refund_cents", \.refundCents),
  ]

  /// Of a team, beside its scheduled time.
  static let teams: [Column<TeamSums>] = [
    Column("present_us", \.time.present), Column("busy_us", \.time.busy), Column("overtime_us", \.time.overtime),
    Column("answered", \.answered),
  ]

  static let agents: [Column<AgentSums>] = [
    Column("scheduled_us", \.scheduled), Column("present_us", \.present), Column("busy_us", \.busy),
    Column("overtime_us", \.overtime),
  ]
}
