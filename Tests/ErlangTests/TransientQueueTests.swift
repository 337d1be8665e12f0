import Erlang
import Testing

#if canImport(Glibc)
  import Glibc
#endif

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

  /// P(wait) and the mean queue 60, 300 and 900 s after a fall of the staffing, by an ODE solver (LSODA, 1e-10) on the
  /// whole chain with a hypergeometric number of busy leavers. Where leavers were taken as "whoever finishes first", the
  /// mean queue after 60 s was 3.23, 1.50 and 0.62; handed back it is 6.25, 2.73 and 0.98.
  @Test
  func `leavers finish their contacts while the queue goes on with those who stay`() throws {
    struct Case {
      let before: Int, after: Int, rates: (Double, Double), start: Double, waits: [Double], queues: [Double]
    }
    let cases = [
      Case(
        before: 20, after: 12, rates: (0.065, 0.04), start: 3600,
        waits: [0.5491296789469436, 0.549673464819613, 0.5401509134449387],
        queues: [1.5133855455562164, 1.4376288043713972, 1.3808013383681517]),
      Case(
        before: 10, after: 6, rates: (0.03, 0.02), start: 3600,
        waits: [0.5037609267485552, 0.5361958474926145, 0.5519914115706541],
        queues: [0.82158811886303, 0.9040004205533518, 0.9557231017222619]),
      Case(
        before: 6, after: 4, rates: (0.015, 0.012), start: 7200,
        waits: [0.3905434120489749, 0.445618066274538, 0.47957341444441137],
        queues: [0.37355326780394915, 0.48332802815396664, 0.5591022361833521]),
    ]
    for drop in cases {
      var queue = try TransientQueue(
        agents: drop.before, handleTimeSeconds: 300, patienceSeconds: 300, staffingDrop: .finish)
      try queue.advance(seconds: drop.start, contactsPerSecond: drop.rates.0)
      let busy = queue.expectedBusy
      try queue.staff(drop.after)
      #expect(abs(queue.expectedBusy - busy) < 1e-12, "nobody stops working")
      let finishing = queue.expectedFinishing
      #expect(abs(finishing - busy * Double(drop.before - drop.after) / Double(drop.before)) < 1e-12)
      for (place, seconds) in [60.0, 300, 900].enumerated() {
        try queue.advance(seconds: drop.start + seconds - queue.elapsedSeconds, contactsPerSecond: drop.rates.1)
        #expect(abs(queue.waitProbability - drop.waits[place]) < 1e-8, "\(drop.before) to \(drop.after), \(seconds) s")
        #expect(abs(queue.expectedQueue - drop.queues[place]) < 1e-8, "\(drop.before) to \(drop.after), \(seconds) s")
      }
      #expect(abs(queue.expectedFinishing - finishing * exp(-3)) < 1e-12)
    }
  }

  @Test
  func `every definition of the service level of a transient queue ends in that of the steady state`() throws {
    for patience in [nil, 30.0, 120, 3000] {
      var queue = try TransientQueue(agents: 10, handleTimeSeconds: 240, patienceSeconds: patience)
      try queue.advance(seconds: 60_000, contactsPerSecond: 7 / 240.0)
      for seconds in [0, 10, 60, 300.0] {
        let outcome = try queue.outcome(atSeconds: seconds)
        for definition in ServiceLevelDefinition.allCases {
          let steady =
            if let patience {
              try ErlangA(agents: 10, loadErlangs: 7, handleTimeSeconds: 240, patienceSeconds: patience)
                .serviceLevel(withinSeconds: seconds, definition: definition)
            } else {
              try ErlangC(agents: 10, loadErlangs: 7).serviceLevel(withinSeconds: seconds, handleTimeSeconds: 240)
            }
          #expect(
            abs(outcome.serviceLevel(definition) - steady) < 1e-10, "\(definition) at \(seconds) s, \(patience ?? 0)")
        }
      }
    }
  }
}
