internal import KPIs

/// The sums of a replication by their names in the ledger, which are those of the tables' columns. A sum that is added
/// to a fold gets a line here, a column, and a place in the statements that read and write it.
enum SumColumns {
  struct Column<Sums>: @unchecked Sendable {
    let name: String
    /// The name, as it lies in the program.
    let text: StaticString
    let path: WritableKeyPath<Sums, Int64>
    /// Where the sum lies. A run of four weeks reads a million of them, and a path is walked anew each time.
    fileprivate let offset: Int

    init(_ name: StaticString, _ path: WritableKeyPath<Sums, Int64>) {
      guard let offset = MemoryLayout<Sums>.offset(of: path) else {
        preconditionFailure("\(name) is no stored property")
      }
      self.name = name.description
      text = name
      self.path = path
      self.offset = offset
    }
  }

  /// Calls `body` with each of the columns whose sum is not zero, and the sum.
  static func forEachNonzero<Sums>(
    _ columns: [Column<Sums>], of sums: Sums, _ body: (Column<Sums>, Int64) throws -> Void
  ) rethrows {
    try withUnsafeBytes(of: sums) { bytes in
      // By place: most sums are zero, and taking a column out of the array counts its references.
      for place in columns.indices {
        let value = bytes.load(fromByteOffset: columns[place].offset, as: Int64.self)
        if value != 0 { try body(columns[place], value) }
      }
    }
  }

  /// Fills in sums from the object of those that are not zero.
  /// - Returns: whether it names none that is not a column.
  @discardableResult
  static func fill<Sums>(
    _ columns: [Column<Sums>], of sums: inout Sums, _ fields: LedgerFields
  ) throws(LedgerFields.Problem) -> Bool {
    var (next, knowsAll) = (columns.startIndex, true)
    try fields.forEachInteger { name, value in
      // Members come in the order of the columns, so each is sought from where the one before was.
      let place = columns[next...].firstIndex { $0.name == name } ?? columns.firstIndex { $0.name == name }
      if let place {
        sums[keyPath: columns[place].path] = value
        next = place + 1
      } else {
        knowsAll = false
      }
    }
    return knowsAll
  }

  /// All of them: a build that counts more, or otherwise, has other names.
  static var names: [String] {
    ofQueue.map(\.name) + ofTeam.map(\.name) + agents.map(\.name)
  }

  /// Adds the columns of a value to a total. Sums wrap.
  static func add<Sums>(_ columns: [Column<Sums>], of value: Sums, to total: inout Sums) {
    withUnsafeMutableBytes(of: &total) { total in
      forEachNonzero(columns, of: value) { column, value in
        let sum = total.load(fromByteOffset: column.offset, as: Int64.self) &+ value
        total.storeBytes(of: sum, toByteOffset: column.offset, as: Int64.self)
      }
    }
  }

  static let contacts: [Column<ContactSums>] = [
    Column("offered", \.offered), Column("answered", \.answered), Column("answered_in_time", \.answeredInTime),
    Column("abandoned", \.abandoned), Column("abandoned_in_time", \.abandonedInTime),
    Column("disconnected", \.disconnected), Column("wait_answered_us", \.waitAnswered),
    Column("wait_lost_us", \.waitLost), Column("completed", \.completed), Column("talk_us", \.talk),
    Column("wrap_up_us", \.wrapUp),
  ]

  /// What comes of contacts in scenarios with rules: zero in most, so the table holds only what is not.
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
    Column("reviews_answered", \.reviewsAnswered),
    Column("self_service_us", \.selfService), Column("self_service_left", \.selfServiceLeft),
    Column("reached_later", \.reachedLater), Column("customers_lost", \.customersLost),
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

  /// All of a queue, in the order in which a payload has them.
  static let ofQueue = contacts + fates + outcomes
  static let ofTeam = teams + teamFates
  /// What the column `fates` of their tables holds: in the order of the names, in which older stores had them.
  static let fatesByName = (fates + outcomes).sorted { $0.name < $1.name }
  static let teamFatesByName = teamFates.sorted { $0.name < $1.name }

  /// Of a team, beside its scheduled time.
  static let teams: [Column<TeamSums>] = [
    Column("present_us", \.time.present), Column("busy_us", \.time.busy), Column("overtime_us", \.time.overtime),
    Column("answered", \.answered),
  ]

  /// Of a team, where the scenario has more than plain wages and people who keep to their schedule: zero in most, so the table
  /// holds only what is not.
  static let teamFates: [Column<TeamSums>] = [
    Column("premium_us", \.premium), Column("unplanned_us", \.unplanned), Column("delayed_us", \.delayed),
  ]

  static let agents: [Column<AgentSums>] = [
    Column("scheduled_us", \.scheduled), Column("present_us", \.present), Column("busy_us", \.busy),
    Column("overtime_us", \.overtime),
  ]
}
