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

  static let agents: [Column<AgentSums>] = [
    Column("scheduled_us", \.scheduled), Column("present_us", \.present), Column("busy_us", \.busy),
    Column("overtime_us", \.overtime),
  ]
}
