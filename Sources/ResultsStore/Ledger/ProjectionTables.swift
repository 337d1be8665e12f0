/// The tables that follow from the ledger, and which of their columns names the run.
enum ProjectionTables {
  struct Table: Sendable {
    var name: StaticString
    /// Position of the column that holds the number of the run; nil where there is none.
    var runColumn: Int?
    init(_ name: StaticString, run column: Int? = nil) {
      self.name = name
      runColumn = column
    }
  }

  static let all: [Table] = [
    Table("scenario"), Table("scenario_file"), Table("run", run: 0), Table("run_override", run: 0),
    Table("run_queue", run: 0), Table("run_team", run: 0), Table("run_activity", run: 0),
    Table("replication", run: 0), Table("contact_sums", run: 0), Table("contact_total", run: 0),
    Table("agent_sums", run: 0), Table("team_time", run: 0), Table("activity_time", run: 0), Table("baseline", run: 2),
    Table("baseline_detail"), Table("alert", run: 2), Table("alert_detail"), Table("removed_run"),
    Table("removed_scenario"),
    Table("team_sums", run: 0), Table("point"), Table("removed_point"),
  ]
}
