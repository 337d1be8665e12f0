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

  /// All of them: a build that counts more, or otherwise, has other names.
  static var names: [String] {
    (contacts + fates + outcomes).map(\.name) + (teams + teamFates).map(\.name) + agents.map(\.name)
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
    Column("complaints", \.complaints), Column("refunds", \.refunds), Column("refund_cents", \.refundCents),
    Column("retries", \.retries), Column("attempts_failed", \.attemptsFailed), Column("dials_failed", \.dialsFailed),
    Column("dials_dropped", \.dialsDropped), Column("talks_dropped", \.talksDropped), Column("diverted", \.diverted),
    Column("diversions", \.diversions), Column("observed_us", \.observed), Column("unreachable_us", \.unreachable),
    Column("backlog_us", \.backlog), Column("oldest_age_ms_s", \.oldestAge), Column("reviews", \.reviews),
  ]

  /// What is said of talks: in few scenarios anything.
  static let outcomes: [Column<ContactSums>] = [
    Column("satisfaction_ratings", \.outcomes.satisfactionRatings), Column("satisfied", \.outcomes.satisfied),
    Column("very_satisfied", \.outcomes.verySatisfied), Column("satisfaction_scores", \.outcomes.satisfactionScores),
    Column("recommendation_ratings", \.outcomes.recommendationRatings), Column("promoters", \.outcomes.promoters),
    Column("detractors", \.outcomes.detractors), Column("appointments", \.outcomes.appointments),
    Column("accurate_appointments", \.outcomes.accurateAppointments), Column("checks", \.outcomes.checks),
    Column("criteria", \.outcomes.criteria), Column("criteria_passed", \.outcomes.criteriaPassed),
  ]

  /// All of a queue that are not zero, for those which have any.
  static func fates(of contacts: ContactSums) -> [Column<ContactSums>] {
    contacts.outcomes == OutcomeSums() ? fates : fates + outcomes
  }

  /// Of a team, beside its scheduled time.
  static let teams: [Column<TeamSums>] = [
    Column("present_us", \.time.present), Column("busy_us", \.time.busy), Column("overtime_us", \.time.overtime),
    Column("answered", \.answered),
  ]

  /// Of a team, where the scenario has more than plain wages and people who keep to their schedule: zero in most, so the tables hold only what is not.
  static let teamFates: [Column<TeamSums>] = [
    Column("premium_us", \.premium), Column("unplanned_us", \.unplanned), Column("delayed_us", \.delayed),
  ]

  static let agents: [Column<AgentSums>] = [
    Column("scheduled_us", \.scheduled), Column("present_us", \.present), Column("busy_us", \.busy),
    Column("overtime_us", \.overtime),
  ]
}
