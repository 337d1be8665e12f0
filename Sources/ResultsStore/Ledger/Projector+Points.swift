internal import KPIs

extension Projector {
  /// The sums stay in the payload: the table only says where those of which replications are.
  func record(_ results: [ReplicationResult], of key: PointKey, _ origin: Origin) throws {
    guard let first = results.first else { return }
    try database.run(
      "INSERT INTO point VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", .integer(origin.entry), .text(key.scenario),
      .text(key.people), .integer(Int64(bitPattern: key.seed)), .text(key.engineVersion),
      .integer(key.fingerprint), .integer(first.index), .integer(results.count), .text(origin.at))
  }

  func removePoints(before cutOff: String, _ origin: Origin) throws {
    try database.run(
      "INSERT INTO removed_point SELECT entry, ?2 FROM point WHERE recorded_at < ?1", .text(cutOff),
      .integer(origin.entry))
    try database.run("DELETE FROM point WHERE recorded_at < ?1", .text(cutOff))
  }
}
