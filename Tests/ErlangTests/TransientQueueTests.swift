import Erlang
import Testing

struct TransientQueueTests {
  static func list(_ text: String) -> [Double] { text.split(separator: " ").compactMap { Double($0) } }

  @Test(.enabled(if: ReferenceTable.exists("transient_public.csv"), ReferenceTable.absence))
  func `the transient law agrees with the table to 1e-9`() throws {
    let rows = try ReferenceTable("transient_public.csv").rows
    var worst = 0.0
    var scenario = ""
    var now = try TransientQueue(agents: 1, handleTimeSeconds: 1)
    for row in rows {
      if row[text: "scenario"] != scenario {
        scenario = row[text: "scenario"]
        now = try TransientQueue(
          agents: Int(Self.list(row[text: "agents_by_interval"])[0]), handleTimeSeconds: row["aht_s"],
          patienceSeconds: Double(row[text: "patience_s"]), staffingDrop: .handBack)
      }
      // A row at the end of an interval still belongs to it.
      try now.staff(row[whole: "n"])
      try now.advance(seconds: row["time_s"] - now.elapsedSeconds, contactsPerSecond: row["lambda_per_h"] / 3600)
      for (value, column) in [
        (now.waitProbability, "P_wait_at_time"), (now.expectedInSystem, "E_in_system"),
        (now.expectedQueue, "E_queue"), (now.expectedBusy, "E_busy"),
        (now.expectedAbandonments, "cum_expected_abandons"),
      ] {
        let error = abs(value - row[column]) / max(1, row[column])
        #expect(error <= 1e-9, "\(column) is \(value) \(row)")
        worst = max(worst, error)
      }
    }
    print("transient: worst error \(worst)")
  }

  @Test
  func `a day of constant rates ends in the steady state`() throws {
    for staffingDrop in StaffingDrop.allCases {
      var queue = try TransientQueue(
        agents: 14, handleTimeSeconds: 240, patienceSeconds: 120, staffingDrop: staffingDrop)
      try queue.advance(seconds: 20_000, contactsPerSecond: 0.05)
      try queue.staff(10)
      try queue.advance(seconds: 20_000, contactsPerSecond: 0.05)
      let steady = try ErlangA(agents: 10, loadErlangs: 12, handleTimeSeconds: 240, patienceSeconds: 120)
      #expect(relativeError(queue.waitProbability, steady.waitProbability) < 1e-11, "\(staffingDrop)")
      #expect(relativeError(queue.expectedQueue, steady.queueLength) < 1e-11, "\(staffingDrop)")
      for seconds in [0, 10, 60, 300.0] {
        let outcome = steady.outcome(atSeconds: seconds)
        let virtual = try queue.virtualWaitProbability(beyondSeconds: seconds)
        #expect(relativeError(virtual, outcome.virtualWaitBeyond) < 1e-10, "\(staffingDrop) at \(seconds) s")
        let waits = try queue.waitProbability(beyondSeconds: seconds)
        #expect(relativeError(waits, outcome.waitsBeyond) < 1e-10, "\(staffingDrop) at \(seconds) s")
      }
    }
  }

  /// A center that lets agents finish has the shorter queue at once, for nothing goes back to it.
  @Test
  func `agents who finish leave a shorter queue than calls handed back`() throws {
    var queues = try StaffingDrop.allCases.map {
      try TransientQueue(agents: 20, handleTimeSeconds: 300, patienceSeconds: 300, staffingDrop: $0)
    }
    var lengths: [StaffingDrop: Double] = [:]
    for place in queues.indices {
      try queues[place].advance(seconds: 3600, contactsPerSecond: 0.065)
      let busyBefore = queues[place].expectedBusy
      try queues[place].staff(12)
      #expect(abs(queues[place].inSystemProbabilities.reduce(0, +) - 1) < 1e-12)
      if queues[place].staffingDrop == .finish { #expect(abs(queues[place].expectedBusy - busyBefore) < 1e-12) }
      try queues[place].advance(seconds: 60, contactsPerSecond: 0.04)
      #expect(abs(queues[place].inSystemProbabilities.reduce(0, +) - 1) < 1e-12)
      lengths[queues[place].staffingDrop] = queues[place].expectedQueue
    }
    let finish = try #require(lengths[.finish])
    let handBack = try #require(lengths[.handBack])
    #expect(finish < 0.9 * handBack, "finish \(finish), handed back \(handBack)")
  }
}
