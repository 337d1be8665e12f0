internal import Erlang

/// The columns of work that can wait.
enum DeferredColumns {
  static let all = ["deferred_contacts", "deferred_handle_time_s", "deferred_window_s"]

  /// The deferred load of the row's interval. Where the arrivals of a row cannot be read, its time passes all the same.
  static func loadErlangs(of row: TableRow, after memory: inout TableMemory) throws -> DecimalFraction {
    let interval = try row.decimal("interval_s")
    let arrivals = Result { (try workSeconds(of: row), try row.decimalIfSet("deferred_window_s") ?? interval) }
    let (work, window) = (try? arrivals.get()) ?? (DecimalFraction(0), interval)
    let load = try memory.deferred.loadErlangs(arriving: work, windowSeconds: window, intervalSeconds: interval)
    _ = try arrivals.get()
    return load
  }

  /// Agent seconds that arrive in the row's interval; none where the cell is empty.
  private static func workSeconds(of row: TableRow) throws -> DecimalFraction {
    guard let contacts = try row.decimalIfSet("deferred_contacts") else { return DecimalFraction(0) }
    let handleTime = try row.decimal("deferred_handle_time_s")
    try RowCheck.nonNegative(contacts.double, "deferred_contacts")
    try RowCheck.seconds(handleTime.double, "deferred_handle_time_s")
    guard let work = contacts.times(handleTime) else {
      return try DecimalFraction(shortest: contacts.double * handleTime.double)
    }
    return work
  }
}

extension TableFormula {
  /// The fewest people for calls and deferred work together; rows are intervals one after the other.
  ///
  /// `max_occupancy` caps both, 1 where it is not set. The service level is that of the calls, who come first.
  static let blendedStaffing = TableFormula(
    "staff", required: staffing.required, optional: staffingOptions + DeferredColumns.all,
    results: staffingResults + ["deferred_erlangs"]
  ) { row, memory in
    // First, so that a row whose targets are refused does not lose its work.
    let deferred = try DeferredColumns.loadErlangs(of: row, after: &memory)
    let (demand, all) = (try demand(of: row), try targets(of: row))
    let targets = all.filter { $0.name != "occupancy" }
    let cap = try row.decimalIfSet("max_occupancy")
    let requirement = try BlendedRequirement(
      inbound: demand, deferredLoad: deferred, targets: targets.map(\.target), occupancyCap: cap ?? DecimalFraction(1))
    let figures = try StaffedFigures(
      demand: demand, agents: requirement.agents, threshold: row.numberIfSet("threshold_s"),
      definition: TargetColumns.criterion(of: row).definition ?? .offered)
    return [
      .integer(requirement.agents),
      .integer(try requirement.scheduledAgents(shrinkage: row.decimalIfSet("shrinkage") ?? DecimalFraction(0))),
      .number(figures?.serviceLevel), .number(figures?.waitProbability),
      .number(figures?.averageSpeedOfAnswerSeconds),
      .number(requirement.agents > 0 ? requirement.occupancy(inboundOccupancy: figures?.occupancy ?? 0) : nil),
      .text(binding(requirement, targets.map(\.name), hasCap: cap != nil)), .number(deferred.double),
    ]
  }

  private static func binding(_ requirement: BlendedRequirement, _ names: [String], hasCap: Bool) -> String {
    switch requirement.binding {
    case .inbound(let inbound): binding(inbound, names)
    case .totalLoad: requirement.deferredErlangs > 0 ? "deferred_work" : hasCap ? "occupancy" : "stability"
    }
  }

  /// The formula that reads a table of these columns: staffing counts deferred work where a column has it.
  public func reading(_ header: TableHeader) -> TableFormula {
    self == .staffing && header.place(of: "deferred_contacts") != nil ? .blendedStaffing : self
  }
}
